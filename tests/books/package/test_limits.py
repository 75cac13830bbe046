"""Workbooks that ask for too much are refused in words, before anything is unpacked; large ones are not."""

from __future__ import annotations

import io
import os
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.books.closed.cells import CellSet, with_cells
from eitherway.books.editor.workbook import Workbook
from eitherway.books.package import limits
from eitherway.books.package.archive import Package
from eitherway.model.problems import EitherWayError, UnreadableWorkbook
from tests.books.workbooks import NOW, excel_parts, packed

pytestmark = pytest.mark.slow

SHEET, STYLES, BOOK = "xl/worksheets/page_7.xml", "xl/styles.xml", "xl/workbook.xml"
STRINGS, LINKS = "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"
MB = limits.MB


def with_text(name: str, old: str, new: str) -> bytes:
    """The workbook with something else in one part."""
    parts = excel_parts()
    text = str(parts[name])
    assert old in text
    return packed(parts | {name: text.replace(old, new, 1)})


def with_doctype(name: str, declared: str) -> bytes:
    _, _, xml = str(excel_parts()[name]).rpartition("?>")
    return packed(excel_parts() | {name: f"<!DOCTYPE x [{declared}]>{xml}"})


def bomb(size: int) -> bytes:
    """A sheet of blanks that unpacks to so many bytes."""
    return packed(excel_parts() | {SHEET: b"<worksheet><sheetData>" + b" " * size})


def lying() -> bytes:
    """A part that says in the directory that it has 100 bytes, and has 40 million."""
    data = bytearray(bomb(40 * MB))
    entry = data.rindex(SHEET.encode()) - 46
    struct.pack_into("<L", data, entry + 24, 100)
    return bytes(data)


def overlapping() -> bytes:
    """A member whose data reach over the next one (D. Fifield, "A better zip bomb", 2019: quoted overlap)."""
    data = bytearray(packed(excel_parts()))
    entry = data.rindex(BOOK.encode()) - 46
    (size,) = struct.unpack_from("<L", data, entry + 20)
    struct.pack_into("<L", data, entry + 20, size + 200)
    return bytes(data)


def with_members(count: int) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for number in range(count):
            package.writestr(str(number), "")
    return data.getvalue()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)) + '<!ENTITY l0 "lol">'
REFUSED = {
    "a zip bomb": (lambda: bomb(100 * MB), "would unpack to 1,02. times its size, as no workbook"),
    "a larger one": (lambda: bomb(300 * MB), "would unpack to 300 MB, and Either Way unpacks at most 256 MB"),
    "a size that is a lie": (lying, "page_7.xml does not fit its checksum"),
    "overlapping parts": (overlapping, "two of its parts lie over each other"),
    "too many parts": (lambda: with_members(65_540), "it holds more than 65,535 parts"),
    "laughs": (lambda: with_doctype(STRINGS, LAUGHS), "sharedStrings.xml declares a document type"),
    "a file of the system": (
        lambda: with_doctype(SHEET, '<!ENTITY x SYSTEM "file:///etc/passwd">'),
        "declares a document type",
    ),
    "a document type in styles": (lambda: with_doctype(STYLES, ""), "styles.xml declares a document type"),
    "depth": (
        lambda: with_text(BOOK, "<calcPr", "<x>" * 300 + "</x>" * 300 + "<calcPr"),
        "workbook.xml nests more than 256 elements in one another",
    ),
    "depth in a sheet": (
        lambda: with_text(SHEET, "</worksheet>", "<x>" * 300 + "</x>" * 300 + "</worksheet>"),
        "nests more than 256 elements in one another",
    ),
    "attributes": (
        lambda: with_text(BOOK, "<calcPr", "<calcPr" + "".join(f' a{n}=""' for n in range(1_500))),
        "workbook.xml gives one element more than 1,000 attributes",
    ),
    "tags": (
        lambda: with_text(BOOK, "<calcPr", "<x/>" * (limits.TREE_TAGS + 1) + "<calcPr"),
        "workbook.xml holds more than 2,000,000 XML tags",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("made", "said"), REFUSED.values(), ids=REFUSED)
def test_what_asks_for_too_much_is_refused(tmp_path: Path, made: Callable[[], bytes], said: str) -> None:
    path = tmp_path / "Search.xlsx"
    path.write_bytes(made())
    old = path.read_bytes()
    started = time.perf_counter()
    with pytest.raises(UnreadableWorkbook, match=said) as refused:
        ClosedBook(path).read()
    assert time.perf_counter() - started < 10
    assert refused.value.what.startswith("Search.xlsx ")
    assert path.read_bytes() == old
    assert [each.name for each in tmp_path.iterdir()] == ["Search.xlsx"]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "Search.xlsx"
    path.write_bytes(bomb(300 * MB))
    tracemalloc.start()
    with pytest.raises(UnreadableWorkbook):
        ClosedBook(path).read()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20 * MB


def test_all_parts_together_have_a_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(limits, "TOTAL", 2_000)
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(excel_parts()))
    with pytest.raises(UnreadableWorkbook, match="its parts would unpack to more than"):
        ClosedBook(path).read()


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "Search.xlsx"
    with path.open("wb") as file:
        file.truncate(300 * MB)
    with pytest.raises(
        UnreadableWorkbook, match="it has 300 MB, and Either Way opens at most 256 MB"
    ) as refused:
        ClosedBook(path).read()
    assert "If somebody sent it to you, do not trust it." in refused.value.fix


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "Search.xlsx"
    os.mkfifo(path)
    with pytest.raises(UnreadableWorkbook, match="is a device or a pipe, not a file"):
        ClosedBook(path).read()


def corner() -> bytes:
    last = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return with_text(SHEET, "</sheetData>", last)


def empty_rows() -> bytes:
    rows = "".join(f'<row r="{number}" spans="1:5"/>' for number in range(10, 1_048_577))
    return with_text(SHEET, "</sheetData>", f"{rows}</sheetData>")


def many_styles() -> bytes:
    return with_text(STYLES, "</cellXfs>", '<xf numFmtId="49"><alignment/></xf>' * 100_000 + "</cellXfs>")


def tall_table() -> bytes:
    return with_text("xl/tables/t.xml", 'ref="B2:E4" totals', 'ref="B2:E1048576" totals')


LARGE = {
    "a cell in the last corner": corner,
    "a used range of all cells": lambda: with_text(SHEET, "A2:E9", "A1:XFD1048576"),
    "1,048,576 rows without cells": empty_rows,
    "100,000 styles": many_styles,
    "a table of 1,048,575 rows": tall_table,
    "a part that is only copied": lambda: packed(excel_parts() | {"xl/media/film.emf": bytes(300 * MB)}),
}


@pytest.mark.parametrize("made", LARGE.values(), ids=LARGE)
def test_what_a_program_may_well_save_is_read_and_written(tmp_path: Path, made: Callable[[], bytes]) -> None:
    path = tmp_path / "Search.xlsx"
    path.write_bytes(made())
    started = time.perf_counter()
    book = ClosedBook(path)
    table = book.read()["Interviews"]
    assert table.rows[0][0] == "Mei Chen "
    new = with_cells(
        path.read_bytes(), [CellSet("My interviews", "C4", NOW), CellSet("My interviews", "B3", "x")]
    )
    assert Workbook(new).sheet(Workbook(new).xml.sheets[0]).held(3, 2).value == "x"
    assert time.perf_counter() - started < 20


OUTWARD = ("../../outside.txt", "/outside.txt", "C:\\outside.txt", "..\\..\\outside.txt")


def test_names_that_lead_outside_are_copied_and_lead_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    path = folder / "Search.xlsx"
    path.write_bytes(packed(excel_parts() | dict.fromkeys(OUTWARD, "x")))
    ClosedBook(path).read()
    new = with_cells(path.read_bytes(), [CellSet("My interviews", "B3", "x")])
    assert {member.name for member in Package(new).members} >= set(OUTWARD)
    assert not list(tmp_path.rglob("outside*"))


def test_a_relationship_never_leads_out_of_the_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(str(excel_parts()[SHEET]))
    path = tmp_path / "Search.xlsx"
    path.write_bytes(with_text(LINKS, "worksheets/page_7.xml", f"../../../../../..{secret}"))
    assert Workbook(path.read_bytes()).xml.sheets == ()
    with pytest.raises(EitherWayError, match="has no sheet with cells"):
        with_cells(path.read_bytes(), [CellSet("My interviews", "B3", "x")])

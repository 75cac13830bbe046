"""Files that are no workbook: each is told by its content, with what to do."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from eitherway.books.closed.book import ClosedBook
from eitherway.model.problems import UnreadableWorkbook
from eitherway.model.records import CellChange, Edits
from tests.books.workbooks import NOW, excel_parts, packed, part

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENTITIES = "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"
CONTENT_TYPES = "[Content_Types].xml"


def utf16(name: str) -> bytes:
    return name.encode("utf-16-le") + bytes(64)


def with_part(name: str, content: str) -> bytes:
    return packed(excel_parts() | {name: content})


def binary_workbook() -> bytes:
    types = str(excel_parts()[CONTENT_TYPES])
    return with_part(
        CONTENT_TYPES, types.replace("spreadsheetml.sheet.main+xml", "sheet.binary.macroEnabled.main")
    )


def word_document() -> bytes:
    types = str(excel_parts()[CONTENT_TYPES])
    return with_part(
        CONTENT_TYPES, types.replace("spreadsheetml.sheet.main", "wordprocessingml.document.main")
    )


@pytest.mark.parametrize(
    ("data", "what", "fix"),
    [
        (b"", "is empty", "Bring back an earlier version from your own"),
        (COMPOUND + utf16("EncryptedPackage"), "is encrypted: it opens only", "clear its password"),
        (COMPOUND + utf16("Workbook"), "a workbook of Excel 97-2003 (.xls)", "save it as an Excel Workbook"),
        (COMPOUND + utf16("WordDocument"), "an old Office file without a workbook", "Choose your"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "(.ods)", "save it as"),
        (packed({"notes.txt": "x"}), "a zip file without a workbook in it", "Choose your"),
        (binary_workbook(), "a binary workbook (.xlsb)", "save it as"),
        (word_document(), "a Word document", "Choose your"),
        (b"Interviewer,Date\nMei Chen,2026-11-16\n", "a text file with separators (.csv)", "save it as"),
        ("Interviewer\tDate\nMei Chen\t2026-11-16\n".encode("utf-16"), "(.csv)", "save it as"),
        (bytes.fromhex("0908100000060500"), "a workbook of Excel 97-2003 (.xls)", "save it as"),
        (packed({"xl/workbook.xml": "<workbook/>"}), "[Content_Types].xml, is missing", "let Excel repair"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "a web page", "save it as"),
        (b"%PDF-1.7\n", "a PDF", "Choose your"),
        (bytes(range(256)), "is not an Excel workbook.", "Choose your"),
        (packed(excel_parts())[:-40], "is damaged: its end is missing", "let Excel repair it"),
        (with_part("xl/workbook.xml", "<workbook"), "xl/workbook.xml is broken XML", "let Excel repair it"),
        (with_part("xl/workbook.xml", ENTITIES), "declares a document type", "let Excel repair it"),
        (with_part("xl/tables/t.xml", "<table/>"), "does not say which cells it covers", "let Excel repair"),
        (with_part("xl/worksheets/page_7.xml", "<worksheet><sheetData><row"), "cannot be read", "repair it"),
        (with_part("_rels/.rels", "<x/>"), "does not say which of its parts is the workbook", "repair"),
    ],
)  # fmt: skip
def test_each_kind_has_its_own_words(tmp_path: Path, data: bytes, what: str, fix: str) -> None:
    path = tmp_path / "Search.xlsx"
    path.write_bytes(data)
    with pytest.raises(UnreadableWorkbook) as refused:
        ClosedBook(path).read()
    assert what in refused.value.what
    assert "Search.xlsx" in refused.value.what
    assert fix in refused.value.fix


@pytest.mark.parametrize(
    ("data", "fix"), [(b"", "Bring back"), (packed(excel_parts())[:-40], "If it cannot, bring back")]
)
def test_undo_is_offered_where_it_has_a_version(tmp_path: Path, data: bytes, fix: str) -> None:
    path = tmp_path / "Search.xlsx"
    for written in (False, True):
        if written:
            path.write_bytes(packed(excel_parts()))
            ClosedBook(path).apply(Edits([CellChange("Interviews", 3, "Flag", "Due")]), NOW)
        path.write_bytes(data)
        with pytest.raises(UnreadableWorkbook) as refused:
            ClosedBook(path).read()
        assert f"{fix} an earlier version " in refused.value.fix
        assert ("eitherway undo" in refused.value.fix) is written


@pytest.mark.parametrize(
    "main",
    [
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
        "vnd.ms-excel.sheet.macroEnabled.main",
        "vnd.openxmlformats-officedocument.spreadsheetml.template.main",
        "vnd.ms-excel.template.macroEnabled.main",
        "vnd.ms-excel.addin.macroEnabled.main",
    ],
)
@pytest.mark.parametrize("types", [CONTENT_TYPES, "[content_types].xml"])
@pytest.mark.parametrize(
    "embedded",
    [
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        "vnd.ms-excel.sheet.binary.macroEnabled.main",
    ],
)
def test_a_file_within_the_workbook_is_not_the_workbook(
    tmp_path: Path, main: str, types: str, embedded: str
) -> None:
    parts = excel_parts()
    said = str(parts.pop(CONTENT_TYPES)).replace(
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", main
    )
    cv = f'<Override PartName="/xl/embeddings/cv.bin" ContentType="application/{embedded}"/></Types>'
    parts = {types: said.replace("</Types>", cv)} | parts | {"xl/embeddings/cv.bin": b"PK"}
    path = tmp_path / "Search.xlsm"
    path.write_bytes(packed(parts))
    assert ClosedBook(path).read()["Interviews"].rows[0][0] == "Mei Chen "


@pytest.mark.parametrize(
    "name", ["xl/drawings/drawing1.xml", "docProps/app.xml", "xl/drawings/notes.vml", "custom/_rels/a.rels"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_parts_that_nobody_reads(
    tmp_path: Path, name: str, encoding: str
) -> None:
    path = tmp_path / "Search.xlsx"
    xml = f'<?xml version="1.0"?><!-- {"x" * 5000} -->{ENTITIES}'
    path.write_bytes(packed(excel_parts() | {name: xml.encode(encoding)}))
    with pytest.raises(UnreadableWorkbook, match=f"{name} declares a document type"):
        ClosedBook(path).read()


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableWorkbook, match=r"There is no file .*Search\.xlsx\."):
        ClosedBook(tmp_path / "Search.xlsx").read()


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableWorkbook, match="is a folder, not a workbook"):
        ClosedBook(tmp_path).read()


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="this system has no user ids to borrow")
def test_a_file_that_may_not_be_read(tmp_path: Path, as_a_guest: Callable[[], None]) -> None:
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(excel_parts()))
    path.chmod(0)
    as_a_guest()
    with pytest.raises(UnreadableWorkbook, match="cannot be read"):
        ClosedBook(path).read()


def test_a_workbook_without_tables_is_readable(tmp_path: Path) -> None:
    path = tmp_path / "plain.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write(0, 0, "x")
    assert ClosedBook(path).read() == {}


def test_an_encrypted_workbook_is_told_even_where_it_is_large(tmp_path: Path) -> None:
    path = tmp_path / "Search.xlsx"
    data = io.BytesIO(COMPOUND)
    data.seek(100_000)
    data.write(utf16("EncryptedPackage"))
    path.write_bytes(data.getvalue())
    with pytest.raises(UnreadableWorkbook, match="encrypted"):
        ClosedBook(path).read()


def test_reading_takes_nothing_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(excel_parts()))
    ClosedBook(path).read()
    assert part(path.read_bytes(), "xl/workbook.xml") == excel_parts()["xl/workbook.xml"]

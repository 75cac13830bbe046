"""However a workbook is spelled: one cell is set, and nothing else changes."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from itertools import takewhile

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from eitherway.books.closed.cells import CellSet, with_cells
from eitherway.books.editor.workbook import Workbook
from eitherway.books.package.archive import Package
from eitherway.books.package.parts import as_utf8
from eitherway.books.sheet.areas import address, cell
from tests.books.mutations import SHEETS, ZIPS, Parts
from tests.books.workbooks import excel_parts, packed, sheet_xml

NAME = "My interviews"
SHEET = "xl/worksheets/page_7.xml"
NEW = "Tom & <Jerry>"
PLACES = ("A1", "B2", "C3", "D2", "B5")

Cells = dict[str, object]


def gapless() -> dict[str, str | bytes]:
    """A workbook without a table: three rows of three cells, with strings, numbers, styles and formulas."""
    parts = excel_parts()
    rows = (
        '<row r="1" spans="1:3"><c r="A1" t="s"><v>4</v></c><c r="B1" s="1"><v>46342</v></c>'
        '<c r="C1"><f>1+1</f><v>2</v></c></row>'
        '<row r="2" spans="1:3" ht="30" customHeight="1"><c r="A2" s="2"/><c r="B2" t="b"><v>1</v></c>'
        '<c r="C2" t="inlineStr"><is><t>old</t></is></c></row>'
        '<row r="3" spans="1:3"><c r="A3"><v>1.5</v></c><c r="B3" t="s"><v>5</v></c><c r="C3"/></row>'
    )
    parts[SHEET] = sheet_xml(rows, before='<dimension ref="A1:C3"/>')
    return {name: content for name, content in parts.items() if not name.startswith("xl/worksheets/_rels")}


def by_us(data: bytes) -> Cells:
    workbook = Workbook(data)
    sheet = workbook.sheet(workbook.xml.sheets[0])
    held = {address(row, column): sheet.held(row, column) for row in range(1, 7) for column in range(1, 6)}
    return {place: (of.formula, of.value) for place, of in held.items() if not of.is_blank}


def by_calamine(data: bytes) -> Cells:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(NAME)
    return dict(_filled(sheet.to_python(skip_empty_area=False)))


def by_openpyxl(data: bytes) -> Cells:
    return dict(_filled(openpyxl.load_workbook(io.BytesIO(data))[NAME].iter_rows(values_only=True)))


def _filled(rows: object) -> Iterator[tuple[str, object]]:
    assert hasattr(rows, "__iter__")
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            if value not in ("", None):
                yield address(row, column), value


def readable(read: Callable[[bytes], Cells], data: bytes) -> Cells | None:
    try:
        with warnings.catch_warnings(action="ignore"):
            return read(data)
    except Exception:  # each reader fails in its own way at some of these spellings
        return None


def check_one_cell_is_set(old: bytes, place: str) -> None:
    new = with_cells(old, [CellSet(NAME, place, NEW)])
    assert with_cells(new, [CellSet(NAME, place, NEW)]) == new
    assert by_us(new) == by_us(old) | {place: (None, NEW)}
    for read in (by_calamine, by_openpyxl):
        if before := readable(read, old):
            assert read(new) == before | {place: NEW}
    check_all_else_is_as_it_was(old, new)


def check_all_else_is_as_it_was(old: bytes, new: bytes) -> None:
    before, after = zipfile.ZipFile(io.BytesIO(old)), zipfile.ZipFile(io.BytesIO(new))
    assert after.testzip() is None
    assert after.namelist() == before.namelist()
    for name in before.namelist():
        if not name.replace("\\", "/").startswith(("xl/worksheets/page_7", "xl/calcChain")):
            assert before.read(name) == after.read(name)
    differing = differing_bytes(sheet_without_hints(old), sheet_without_hints(new))
    assert len(re.findall(rb"<(?:\w+:)?c[\s/>]", differing)) <= 1


def sheet_without_hints(data: bytes) -> bytes:
    """The sheet's part without its used range, its spans and its comments."""
    xml, _ = as_utf8(Package(data).read(Workbook(data).xml.sheets[0].part))
    return re.sub(rb"""<[\w:]*dimension [^>]*>| spans=["'][^"']*["']|<!--.*?-->|<\?.*?\?>""", b"", xml)


def differing_bytes(old: bytes, new: bytes) -> bytes:
    """What stood in the old one between the first and the last byte that differ."""
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    ahead = zip(reversed(old[start:]), reversed(new[start:]), strict=False)
    end = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ahead))
    return old[start : len(old) - end]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("zipped", ZIPS.values(), ids=ZIPS)
def test_in_every_kind_of_zip(zipped: Callable[[Parts], bytes], place: str) -> None:
    check_one_cell_is_set(zipped(gapless()), place)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("spelled", SHEETS.values(), ids=SHEETS)
def test_in_every_kind_of_sheet(spelled: Callable[[str], bytes], place: str) -> None:
    parts = gapless()
    check_one_cell_is_set(packed(parts | {SHEET: spelled(str(parts[SHEET]))}), place)


@pytest.mark.parametrize("spelled", SHEETS.values(), ids=SHEETS)
def test_many_cells_at_once_are_as_one_after_another(spelled: Callable[[str], bytes]) -> None:
    parts = gapless()
    data = packed(parts | {SHEET: spelled(str(parts[SHEET]))})
    sets = [CellSet(NAME, f"{column}{row}", f"{column}{row}") for row in range(1, 30) for column in "BE"]
    single = data
    for each in reversed(sets):
        single = with_cells(single, [each])
    assert with_cells(data, sets) == with_cells(data, sets[::-1])
    assert by_us(with_cells(data, sets)) == by_us(single)


def test_every_part_may_be_spelled_in_other_ways() -> None:
    for spell in ("in_utf16", "with_byte_order_mark", "strict", "single_quoted"):
        parts = gapless()
        xml = {name: text for name, text in parts.items() if isinstance(text, str)}
        headed = {name: f'<?xml version="1.0" encoding="UTF-8"?>\n{text}' if not text.startswith("<?")
                  else text for name, text in xml.items()}  # fmt: skip
        data = packed(parts | {name: SHEETS[spell](text) for name, text in headed.items()})
        for place in PLACES:
            assert by_us(with_cells(data, [CellSet(NAME, place, NEW)]))[place] == (None, NEW)


def test_a_cell_in_a_row_of_another_number_counts_by_its_own_address() -> None:
    parts = gapless()
    astray = str(parts[SHEET]).replace('<row r="3"', '<row r="5"')
    data = packed(parts | {SHEET: astray})
    assert cell("A3") == (3, 1)
    for place in ("A3", "D3", "A5", "B2"):
        new = with_cells(data, [CellSet(NAME, place, NEW)])
        assert by_calamine(new) == by_calamine(data) | {place: NEW}
        assert by_us(new)[place] == (None, NEW)

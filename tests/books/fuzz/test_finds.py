"""What broken workbooks have found, each as the smallest workbook that shows it."""

from __future__ import annotations

import time

import pytest

from eitherway.books.editor.raw_tables import raw_tables
from eitherway.books.editor.workbook import Workbook
from eitherway.books.package.archive import DamagedPackage
from tests.books.fuzz.trials import check_edit, check_reading
from tests.books.workbooks import excel_parts, packed

SHEET_LINKS, BOOK = "xl/worksheets/_rels/page_7.xml.rels", "xl/workbook.xml"


def test_a_table_and_a_sheet_that_are_named_thousands_of_times_are_read_once() -> None:
    """Each naming was read anew: seconds for a file of some kilobytes."""
    parts = excel_parts()
    links, book = str(parts[SHEET_LINKS]), str(parts[BOOK])
    link = links[links.index("<Relationship ") : links.index("</Relationships>")]
    sheet = book[book.index("<sheet ") : book.index("</sheets>")]
    data = packed(
        parts | {SHEET_LINKS: links.replace(link, link * 5_000), BOOK: book.replace(sheet, sheet * 500)}
    )
    started = time.perf_counter()
    assert len(Workbook(data).tables) == 1
    check_edit(data)
    check_reading(data)
    assert time.perf_counter() - started < 5


def test_a_cell_that_python_calamine_ends_its_process_at() -> None:
    """It asks for a block of memory from A1 to the last cell."""
    parts = excel_parts()
    sheet = str(parts["xl/worksheets/page_7.xml"])
    for address in ("XFD1048576", "ZZZ9999999"):
        row = f'<row r="{address[3:]}"><c r="{address}"><v>1</v></c></row></sheetData>'
        data = packed(parts | {"xl/worksheets/page_7.xml": sheet.replace("</sheetData>", row)})
        (table,) = raw_tables(Workbook(data))
        assert table.rows[0][0] == "Mei Chen "


def test_entities_in_the_strings_reach_no_reader() -> None:
    """python-calamine was handed parts that were never looked at."""
    parts = excel_parts()
    strings = '<!DOCTYPE x [<!ENTITY a "b">]>' + str(parts["xl/sharedStrings.xml"])
    with pytest.raises(DamagedPackage, match="declares a document type"):
        list(raw_tables(Workbook(packed(parts | {"xl/sharedStrings.xml": strings}))))

"""The workbook's tables as their cells stand, read by python-calamine."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from eitherway.books.areas import Area
from eitherway.books.package import DamagedPackage
from eitherway.books.sheet_scan import UneditableSheet
from eitherway.books.workbook import Workbook
from eitherway.books.workbook_xml import SheetPart
from eitherway.tables import RawTable

Rows = list[list[Any]]
"""Cells as python-calamine gives them; see `RawTable`."""


def raw_tables(workbook: Workbook) -> Iterator[RawTable]:
    """Every table in the order of the sheets; no other sheet is read. Raises DamagedPackage."""
    sheets = dict.fromkeys(table.sheet for table in workbook.tables)
    cells = dict(zip(sheets, _cells(workbook.data, [sheet.name for sheet in sheets]), strict=True))
    for sheet in sheets:
        _put_errors(cells[sheet], workbook, sheet)
    for table, sheet in workbook.tables:
        body = table.body
        yield RawTable(
            table.name,
            sheet.name,
            body.top - 1,
            body.left,
            table.columns,
            _block(cells[sheet], body),
            date_1904=workbook.xml.date_1904,
            below=_rows_below(cells[sheet], body) if body.bottom == table.area.bottom else 0,
        )


def _cells(data: bytes, names: Sequence[str]) -> Iterator[Rows]:
    if not names:
        return
    try:
        reader = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in names:
            yield reader.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OverflowError) as trouble:
        raise DamagedPackage(f"its cells cannot be read ({trouble})") from trouble
    except BaseException as trouble:
        # A slip of the Rust library arrives as a PanicException, which is no Exception.
        if type(trouble).__name__ != "PanicException":
            raise
        raise DamagedPackage("its cells cannot be read") from trouble


def _put_errors(rows: Rows, workbook: Workbook, sheet: SheetPart) -> None:
    """python-calamine gives errors as empty cells; a person who is told of a cell must know what it holds."""
    try:
        errors = [*workbook.sheet(sheet).errors()]
    except UneditableSheet:
        return
    for row, column, text in errors:
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = text


def _block(rows: Rows, body: Area) -> Rows:
    """The rows of the table, each as wide as it; cells that nobody wrote are "", as empty ones are."""
    width = body.right - body.left + 1
    block = rows[body.top - 1 : body.bottom]
    if body.left > 1 or (block and len(block[0]) != body.right):
        block = [_padded(row[body.left - 1 : body.right], width) for row in block]
    missing = body.bottom - body.top + 1 - len(block)
    return block if not missing else [*block, *([""] * width for _ in range(missing))]


def _rows_below(rows: Rows, body: Area) -> int:
    """How many rows follow the table without a gap; Excel would take them in, other programs do not."""
    under = (row[body.left - 1 : body.right] for row in islice(rows, body.bottom, None))
    return sum(1 for _ in takewhile(lambda row: any(cell != "" for cell in row), under))


def _padded(row: list[Any], width: int) -> list[Any]:
    return row if len(row) == width else [*row, *[""] * (width - len(row))]

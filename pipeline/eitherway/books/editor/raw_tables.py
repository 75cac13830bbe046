"""The workbook's tables as their cells stand.

Two readers give the same values: the fast one (`block_cells`) for ordinary sheets, which nearly all are, and
our own (`table_cells`) for those that would make the fast one fail, hang or fill the memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile

from eitherway.books.editor.workbook import Workbook
from eitherway.books.editor.workbook_xml import SheetPart
from eitherway.books.package import limits
from eitherway.books.package.archive import DamagedPackage
from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.block_cells import Rows, block_cells
from eitherway.books.sheet.date_styles import DateStyles
from eitherway.books.sheet.sheet_scan import UneditableSheet
from eitherway.books.sheet.sheet_xml import SheetXml
from eitherway.books.sheet.table_cells import rows_below, table_cells
from eitherway.books.sheet.table_xml import TableXml
from eitherway.model.tables import RawTable


def raw_tables(workbook: Workbook) -> Iterator[RawTable]:
    """Every table in the order of the sheets; no other sheet is read. Raises DamagedPackage."""
    try:
        sheets = {at: workbook.sheet(at) for at in dict.fromkeys(table.sheet for table in workbook.tables)}
        blocks = _blocks(workbook, sheets)
        styles = DateStyles(lambda: workbook.styles)
        for table, at in workbook.tables:
            if at in blocks:
                rows, below = _block(blocks[at], table.body), _rows_below(blocks[at], table.body)
            else:
                rows = table_cells(sheets[at], table.body, styles, date_1904=workbook.xml.date_1904)
                below = rows_below(sheets[at], table.body)
            yield _raw_table(table, at, rows, below, date_1904=workbook.xml.date_1904)
    except UneditableSheet as trouble:
        raise DamagedPackage(
            f"the cells of its sheet {trouble.sheet} cannot be read: {trouble.why}"
        ) from None


def _raw_table(
    table: TableXml, at: SheetPart, rows: Sequence[Sequence[object]], below: int, *, date_1904: bool
) -> RawTable:
    body = table.body
    return RawTable(
        table.name,
        at.name,
        body.top - 1,
        body.left,
        table.columns,
        rows,
        date_1904=date_1904,
        below=below if body.bottom == table.area.bottom else 0,
    )


def _blocks(workbook: Workbook, sheets: Mapping[SheetPart, SheetXml]) -> dict[SheetPart, Rows]:
    """All cells of the ordinary ones among these sheets."""
    parts = {at: part for at, sheet in sheets.items() if (part := sheet.block(limits.GRID)) is not None}
    if not parts:
        return {}
    read = block_cells([*parts.values()], workbook.strings, workbook.styles, date_1904=workbook.xml.date_1904)
    blocks = {at: rows for at, rows in zip(parts, read, strict=True) if rows is not None}
    for at, rows in blocks.items():
        _put_errors(rows, sheets[at])
    return blocks


def _put_errors(rows: Rows, sheet: SheetXml) -> None:
    """python-calamine gives errors as empty cells; a person who is told of a cell must know what it holds."""
    for row, column, text in sheet.errors():
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = text


def _block(rows: Rows, body: Area) -> Rows:
    """The rows of the table, each as wide as it; cells that nobody wrote are "", as empty ones are."""
    width = body.right - body.left + 1
    block = rows[body.top - 1 : body.bottom]
    if body.left > 1 or (block and len(block[0]) != body.right):
        block = [_padded(row[body.left - 1 : body.right], width) for row in block]
    missing = body.bottom - body.top + 1 - len(block)
    return block if not missing else [*block, *[[""] * width] * missing]


def _rows_below(rows: Rows, body: Area) -> int:
    """How many rows follow the table without a gap; Excel would take them in, other programs do not."""
    under = (row[body.left - 1 : body.right] for row in islice(rows, body.bottom, None))
    return sum(1 for _ in takewhile(lambda row: any(cell != "" for cell in row), under))


def _padded(row: list[object], width: int) -> list[object]:
    return row if len(row) == width else [*row, *[""] * (width - len(row))]

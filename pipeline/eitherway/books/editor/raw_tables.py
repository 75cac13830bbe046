"""The workbook's tables as their cells stand.

Two readers give the same values: the fast one (`block_cells`) for ordinary sheets, which nearly all are, and
our own (`table_cells`) for those that would make the fast one fail, hang or fill the memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from eitherway.books.editor.places import SheetPart, TableAt
from eitherway.books.editor.workbook import Workbook
from eitherway.books.package import limits
from eitherway.books.package.archive import DamagedPackage
from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.block_cells import Rows, block_cells
from eitherway.books.sheet.date_styles import DateStyles
from eitherway.books.sheet.sheet_scan import UneditableSheet
from eitherway.books.sheet.sheet_xml import SheetXml
from eitherway.books.sheet.table_cells import table_cells, uncalculated
from eitherway.books.sheet.tables import TableXml
from eitherway.model.tables import Formats, RawTable, without_blank_end

_MOST_BELOW = 1_000
"""So many rows under a table are looked at."""


def raw_tables(workbook: Workbook) -> Iterator[RawTable]:
    """Every table in the order of the sheets; no other sheet is read. Raises DamagedPackage."""
    try:
        sheets = {at: workbook.sheet(at) for at in dict.fromkeys(table.sheet for table in workbook.tables)}
        blocks = _blocks(workbook, sheets)
        styles = DateStyles(lambda: workbook.styles)
        for table, at in workbook.tables:
            area = table.body._replace(bottom=_last_row_looked_at(workbook.tables, table, at))
            if at in blocks:
                rows = _block(blocks[at], area, table.body.bottom)
            else:
                rows = table_cells(sheets[at], area, styles, date_1904=workbook.xml.date_1904)
            yield _raw_table(table, at, rows, partial(_formats, sheets[at], styles, area), workbook)
    except UneditableSheet as trouble:
        raise DamagedPackage(
            f"the cells of its sheet {trouble.sheet} cannot be read: {trouble.why}"
        ) from None


def _raw_table(
    table: TableXml, at: SheetPart, rows: Sequence[Sequence[object]], formats: Formats, workbook: Workbook
) -> RawTable:
    body = table.body
    height = body.bottom - body.top + 1
    return RawTable(
        table.name,
        at.name,
        body.top - 1,
        body.left,
        table.columns,
        rows[:height],
        date_1904=workbook.xml.date_1904,
        under=without_blank_end(rows[height + table.total_rows :]),
        total_rows=table.total_rows,
        formats=formats,
    )


def _last_row_looked_at(tables: Sequence[TableAt], table: TableXml, at: SheetPart) -> int:
    """What stands below a table is looked at as far as another one begins."""
    body = table.body
    end = body.bottom + table.total_rows
    reach = body._replace(top=end + 1, bottom=end + _MOST_BELOW)
    others = (other.xml.area for other in tables if other.sheet == at and other.xml is not table)
    return min((other.top - 1 for other in others if other.overlaps(reach)), default=reach.bottom)


def _formats(sheet: SheetXml, styles: DateStyles, area: Area, column: int) -> Mapping[int, str]:
    at = area.left + column
    cells = sheet.held_in(area._replace(left=at, right=at))
    return {row - area.top: code for row, _, _, style in cells if (code := styles.code(style))}


def _blocks(workbook: Workbook, sheets: Mapping[SheetPart, SheetXml]) -> dict[SheetPart, Rows]:
    """All cells of the ordinary ones among these sheets."""
    parts = {at: part for at, sheet in sheets.items() if (part := sheet.block(limits.GRID)) is not None}
    if not parts:
        return {}
    read = block_cells([*parts.values()], workbook.strings, workbook.styles, date_1904=workbook.xml.date_1904)
    blocks = {at: rows for at, rows in zip(parts, read, strict=True) if rows is not None}
    for at, rows in blocks.items():
        _put_what_it_leaves_out(rows, sheets[at])
    return blocks


def _put_what_it_leaves_out(rows: Rows, sheet: SheetXml) -> None:
    """python-calamine gives errors, and formulas whose value is not stored, as empty cells; a person who is
    told of a cell must know what it holds.
    """
    left_out = [
        *sheet.errors(),
        *((row, column, uncalculated(text)) for row, column, text in sheet.uncalculated()),
    ]
    for row, column, text in left_out:
        rows.extend([] for _ in range(row - len(rows)))
        rows[row - 1].extend("" for _ in range(column - len(rows[row - 1])))
        rows[row - 1][column - 1] = text
    if left_out:
        width = max(map(len, rows))
        for cells in rows:
            cells.extend("" for _ in range(width - len(cells)))


def _block(rows: Rows, area: Area, least: int) -> Rows:
    """The rows of the area, each as wide as it, down to the last that anybody wrote, and at least to `least`;
    cells that nobody wrote are "", as empty ones are.
    """
    width = area.right - area.left + 1
    block = rows[area.top - 1 : area.bottom]
    if area.left > 1 or (block and len(block[0]) != area.right):
        block = [_padded(row[area.left - 1 : area.right], width) for row in block]
    missing = least - area.top + 1 - len(block)
    return block if missing <= 0 else [*block, *[[""] * width] * missing]


def _padded(row: list[object], width: int) -> list[object]:
    return row if len(row) == width else [*row, *[""] * (width - len(row))]

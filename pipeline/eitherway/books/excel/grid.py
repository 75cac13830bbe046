"""An open workbook as it stands at one moment: its tables, and what their cells hold, read block by block."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from eitherway.books.editor.places import SheetPart, TableAt
from eitherway.books.excel import live_cells
from eitherway.books.sheet import areas
from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.cell_xml import Held
from eitherway.books.sheet.tables import TableXml
from eitherway.model.tables import RawTable, without_blank_end

if TYPE_CHECKING:
    import xlwings

LAST_ROW = 1_048_576
PAGE = 100
"""Rows that are read at once below a table, to see whether it may grow."""
OF_THE_SYSTEM = frozenset(("m/d/yyyy", "m/d/yyyy h:mm", "mm/dd/yyyy", "mm/dd/yyyy hh:mm", "mm-dd-yy"))
"""How Excel and LibreOffice name the formats that show days as each user's system does: not known here."""

# xlwings trips over a block of cells when it is asked for errors as text on macOS; there they read as empty.
ERRORS_AS_TEXT = sys.platform != "darwin"


class Grid:
    """What the closed book's planning asks of a workbook, answered by an open one."""

    def __init__(self, book: xlwings.Book) -> None:
        """Read every table of every sheet, headers included: one block of cells each."""
        self.tables: list[TableAt] = []
        self.in_excel: dict[str, xlwings.main.Table] = {}
        self._sheets: dict[SheetPart, Cells] = {}
        for sheet in book.sheets:
            part = SheetPart(sheet.name, "", sheet.name)
            self._sheets[part] = cells = Cells(sheet)
            for table in sheet.tables:
                xml = _table(table, cells)
                self.tables.append(TableAt(xml, part))
                self.in_excel[xml.name] = table

    def sheet(self, sheet: SheetPart) -> Cells:
        """The sheet's cells."""
        return self._sheets[sheet]

    def named(self, sheet: str) -> Cells | None:
        """The cells of the sheet of this name, if there is one."""
        return next((cells for part, cells in self._sheets.items() if part.name == sheet), None)

    @cached_property
    def raw_tables(self) -> dict[str, RawTable]:
        """Every table by name, as a closed file's reader would give it."""
        return {table.xml.name: self._raw(table) for table in self.tables}

    def _raw(self, table: TableAt) -> RawTable:
        body = table.xml.body
        cells = self.sheet(table.sheet)
        under = self._under(table)
        rows = cells.rows(body)
        return RawTable(
            table.xml.name,
            table.sheet.name,
            body.top - 1,
            body.left,
            table.xml.columns,
            rows,
            under=under,
            total_rows=table.xml.total_rows,
            formats=partial(_formats, cells, body, rows if table.xml.total_rows else [*rows, *under]),
        )

    def _under(self, table: TableAt) -> Sequence[Sequence[object]]:
        """The rows under a table as far as the next page tells, or another table begins."""
        body, end = table.xml.body, table.xml.area.bottom
        page = body._replace(top=end + 1, bottom=min(end + PAGE, LAST_ROW))
        others = (each.xml.area for each in self.tables if each.sheet == table.sheet and each is not table)
        count = min((other.top - page.top for other in others if other.overlaps(page)), default=PAGE)
        return without_blank_end(self.sheet(table.sheet).rows(page)[:count])


class Cells:
    """The cells of one sheet, read in blocks as they are asked for."""

    merged: Sequence[Area] = ()  # Excel itself refuses to let a table grow over merged cells

    def __init__(self, sheet: xlwings.Sheet) -> None:
        """Nothing is read yet."""
        self.sheet = sheet
        self._blocks: list[_Block] = []

    def rows(self, area: Area) -> list[list[object]]:
        """The values of an area within a table, as `RawTable` wants them; read at once if need be."""
        block = self._block(area.top, area.left) or self._read(area)
        top, left = area.top - block.area.top, area.left - block.area.left
        width = area.right - area.left + 1
        picked = block.values[top : top + area.bottom - area.top + 1]
        return [
            ["" if value is None else live_cells.read(value) for value in row[left : left + width]]
            for row in picked
        ]

    def formats(self, rows: Sequence[int], column: int) -> dict[int, str]:
        """The number formats of these rows of a column: asked of all at once, of halves where they differ."""
        if not rows:
            return {}
        block = range_of(self.sheet, Area(rows[0], column, rows[-1], column))
        found = block.number_format
        if isinstance(found, str):
            return dict.fromkeys(rows, found)
        middle = len(rows) // 2
        return self.formats(rows[:middle], column) | self.formats(rows[middle:], column) if middle else {}

    def held(self, row: int, column: int) -> Held:
        """What a cell holds."""
        block = self._block(row, column) or self._read(self._page(row, column))
        at = row - block.area.top, column - block.area.left
        return live_cells.held(block.values[at[0]][at[1]], block.formulas[at[0]][at[1]])

    def filled(self, area: Area) -> Iterator[tuple[int, int, Held]]:
        """Row, column and content of each cell in the area that holds anything, row by row."""
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                if not (held := self.held(row, column)).is_blank:
                    yield row, column, held

    def _block(self, row: int, column: int) -> _Block | None:
        for block in self._blocks:
            if block.area.holds(row, column):
                return block
        return None

    def _read(self, area: Area) -> _Block:
        self._blocks.append(_Block(self.sheet, area))
        return self._blocks[-1]

    def _page(self, row: int, column: int) -> Area:
        """The next rows, as wide as the table above them."""
        above = [block.area for block in self._blocks if block.area.left <= column <= block.area.right]
        left, right = (above[0].left, above[0].right) if above else (column, column)
        return Area(row, left, min(row + PAGE - 1, LAST_ROW), right)


class _Block:
    """A rectangle of cells, its values read at once, and its formulas at once when one is asked for."""

    def __init__(self, sheet: xlwings.Sheet, area: Area) -> None:
        self.area = area
        self._range = range_of(sheet, area)

    @cached_property
    def values(self) -> Sequence[Sequence[Any]]:
        options = {"err_to_str": True} if ERRORS_AS_TEXT else {}
        values: Sequence[Sequence[Any]] = self._range.options(ndim=2, **options).value
        return values

    @cached_property
    def formulas(self) -> Sequence[Sequence[Any]]:
        return _in_rows(self._range.formula, self.area)


def range_of(sheet: xlwings.Sheet, area: Area) -> xlwings.Range:
    """The area as a range of the sheet."""
    return sheet.range((area.top, area.left), (area.bottom, area.right))


def _formats(cells: Cells, body: Area, rows: Sequence[Sequence[object]], column: int) -> dict[int, str]:
    """The number formats of the numbers and days in a column of these rows of the table and under it."""
    numbers = [row for row, values in enumerate(rows, body.top) if not isinstance(values[column], str)]
    found = cells.formats(numbers, body.left + column)
    return {row - body.top: code for row, code in found.items() if code.lower() not in OF_THE_SYSTEM}


def _table(table: xlwings.main.Table, cells: Cells) -> TableXml:
    extent = areas.area(table.range.address)
    header_rows, total_rows = int(table.show_headers), int(table.show_totals)
    values = cells.rows(extent)
    names = [str(name) for name in values[0]] if header_rows else [each.name for each in table.columns]
    name = table.display_name
    return TableXml(name, name, extent, header_rows, total_rows, tuple(names))


def _in_rows(found: Any, area: Area) -> Sequence[Sequence[Any]]:
    """Excel gives one cell as itself, and some systems one row or one column as a flat list."""
    if not isinstance(found, list | tuple):
        return [[found]]
    if isinstance(found[0], list | tuple):
        return found
    return [found] if area.top == area.bottom else [[each] for each in found]

"""Which style a cell gets that is set anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.cell_values import Moment, shown
from eitherway.books.sheet.date_styles import DAY, DAY_AND_TIME, ELAPSED, TIME, DateStyles, Shows
from eitherway.books.sheet.sheet_scan import SheetScan
from eitherway.model.records import CellValue

UNDATED = (str, type(None))
"""What is no date, and so never needs another style."""

_NO_ROW = (0, b"")


class CellStyles:
    """The styles that cells get: their own, a new one's as the cell above; and a date's shows it as such."""

    def __init__(self, scan: SheetScan, tables: Sequence[Area], dates: DateStyles | None) -> None:
        """`tables` are the data rows of each; without `dates` every style shows them."""
        self._scan = scan
        self._tables = tables
        self._dates = dates
        self._last: dict[int, tuple[int, bytes]] = {}  # the last row of a column that got a style, and which
        self._around: dict[int, Area] = {}

    def of_new(self, row: int, column: int, value: CellValue) -> bytes:
        """The style attribute of a new cell; asked for row by row, from left to right."""
        last, style = self._last.get(column, _NO_ROW)
        around = self._around.get(column)
        if last != row - 1 or not around or not around.top < row <= around.bottom:
            style = self._above(row, column)
        if type(value) not in UNDATED:
            style = self.of(style, value)
        self._last[column] = row, style
        return style

    def of(self, style: bytes, value: CellValue) -> bytes:
        """The style, or one like it that shows a moment as such where the value is one."""
        value = shown(value)
        if not self._dates or not isinstance(value, Moment):
            return style
        fitting, otherwise = _formats(value)
        return style if self._dates.shows(style) & fitting else self._dates.showing(style, otherwise)

    def _above(self, row: int, column: int) -> bytes:
        """The style of the nearest cell above within the table, else the row's, else the column's; that of
        the header to its left for a table's new header.
        """
        if any(table.top == row + 1 and table.right + 1 <= column for table in self._tables):
            beside = self._scan.find(row, (column - 1,)).get(column - 1)
            last, style = self._last.get(column - 1, _NO_ROW)
            return beside.style if beside else style if last == row else b""
        top = self._table(row, column).top
        last, style = self._last.get(column, _NO_ROW)
        for above in range(min(row - 1, self._scan.rows.last), max(top, last + 1) - 1, -1):
            if cell := self._scan.find(above, (column,)).get(column):
                return cell.style
        return style if last >= top else self._scan.style_of_new(row, column)

    def _table(self, row: int, column: int) -> Area:
        """The table that the cell lies in, else the cell alone; mostly that of the cell above."""
        around = self._around.get(column)
        if around is None or not around.top <= row <= around.bottom:
            tables = (table for table in self._tables if table.holds(row, column))
            around = self._around[column] = next(tables, Area(row, column, row, column))
        return around


def _formats(value: Moment) -> tuple[Shows, int]:
    """What a format must show for the value to be read off it, and the format where it shows none of that."""
    if isinstance(value, timedelta):
        return Shows.ELAPSED, ELAPSED
    if isinstance(value, time):
        return Shows.TIMES | Shows.ELAPSED, TIME
    has_time = isinstance(value, datetime) and value.time() != time.min
    return Shows.DAYS, DAY_AND_TIME if has_time else DAY

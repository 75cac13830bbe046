"""The cells of a table on a sheet that is out of the ordinary, read as our own editor sees them.

It takes several times as long as python-calamine, and no more memory than the cells that are there: one in
XFD1048576 costs nothing. The values are those that `block_cells` gives.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import takewhile

from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.cell_values import day_0
from eitherway.books.sheet.cell_xml import Held
from eitherway.books.sheet.date_styles import DateStyles, Shows
from eitherway.books.sheet.sheet_xml import SheetXml

Block = list[list[object]]
"""Rows of cells; rows that nobody wrote may be one and the same object."""

_MOST_BELOW = 1_000
_MARCH_1900 = 61


def table_cells(sheet: SheetXml, body: Area, styles: DateStyles, *, date_1904: bool) -> Block:
    """The rows of the area, each as wide as it. Raises UneditableSheet."""
    width = body.right - body.left + 1
    block: Block = [[""] * width] * (body.bottom - body.top + 1)
    at = 0
    for row, column, held, style in sheet.held_in(body):
        if row != at:
            at, block[row - body.top] = row, list(block[row - body.top])
        block[row - body.top][column - body.left] = _value(held, style, styles, date_1904)
    return block


def rows_below(sheet: SheetXml, body: Area) -> int:
    """How many rows that hold something follow the area without a gap, counted up to a thousand."""
    columns = range(body.left, body.right + 1)
    under = range(body.bottom + 1, body.bottom + 1 + _MOST_BELOW)
    return sum(
        1
        for _ in takewhile(
            lambda row: any(sheet.held(row, column).value not in (None, "") for column in columns), under
        )
    )


def _value(held: Held, style: bytes, styles: DateStyles, date_1904: bool) -> object:
    value = held.value
    if value is None:
        return ""
    if type(value) is float and (shows := styles.shows(style)):
        if Shows.ELAPSED in shows:
            return _length(value)
        return moment(value, date_1904=date_1904)
    return value


def _length(days: float) -> timedelta | float:
    try:
        return timedelta(days=days)
    except OverflowError:
        return days


def moment(days: float, *, date_1904: bool) -> date | time | float:
    """What a number in a cell that shows dates stands for: a day, a time of day, or both.

    Rounded to the second; the number itself where there is no such day (ECMA-376 part 1, 18.17.4.1).
    """
    early = not date_1904 and 1 <= days < _MARCH_1900 - 1
    try:
        found = day_0(date_1904) + timedelta(seconds=round((days + early) * 86_400))
    except (OverflowError, ValueError):
        return days
    if 0 <= days < 1:
        return found.time()
    return found if found.time() != time.min else found.date()

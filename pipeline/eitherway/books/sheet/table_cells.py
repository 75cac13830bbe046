"""The cells of a table on a sheet that is out of the ordinary, read as our own editor sees them.

It takes several times as long as python-calamine, and no more memory than the cells that are there: one in
XFD1048576 costs nothing. The values are those that `block_cells` gives.
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.cell_values import day_0
from eitherway.books.sheet.cell_xml import Held
from eitherway.books.sheet.date_styles import DateStyles, Shows
from eitherway.books.sheet.sheet_xml import SheetXml
from eitherway.model.tables import Uncalculated

Block = list[list[object]]
"""Rows of cells; rows that nobody wrote may be one and the same object."""

_LINK = re.compile(r'\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:,\s*"((?:[^"]|"")*)"\s*)?\)\s*', re.IGNORECASE)
_LINK_COLUMN = re.compile(r'IF\(\w+\[\[#This Row\],\[[^\]]+\]\]="",.*HYPERLINK\(')
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


def _value(held: Held, style: bytes, styles: DateStyles, date_1904: bool) -> object:
    value = held.value
    if value is None and held.formula is not None:
        return uncalculated(held.formula)
    if value is None:
        return ""
    if type(value) is float and (shows := styles.shows(style)):
        if Shows.ELAPSED in shows:
            return _length(value)
        return moment(value, date_1904=date_1904)
    return value


def uncalculated(formula: str) -> str:
    """What a formula whose value is not stored stands for: a link's text is known from the formula itself.

    What a column of our links shows stands in the other cells of its row.
    """
    if _LINK_COLUMN.match(formula):
        return ""
    link = _LINK.fullmatch(formula)
    if link is None:
        return Uncalculated(f"={formula}")
    return (link[1] if link[2] is None else link[2]).replace('""', '"')


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

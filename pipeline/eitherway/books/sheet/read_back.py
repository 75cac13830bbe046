"""A sheet that was made, read back at once: whether the cells that were set hold their values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eitherway.books.sheet.cell_scan import usual_cells
from eitherway.books.sheet.cell_xml import CellWriter, held
from eitherway.books.sheet.shared_strings import SharedStrings

if TYPE_CHECKING:
    from eitherway.books.sheet.sheet_xml import Change


_NOTHING = (None, "")


def seen_to_hold(data: bytes, changes: Sequence[Change], strings: SharedStrings, *, date_1904: bool) -> bool:
    """Whether each cell is seen to hold its value, of its very type, at a glance over the part in UTF-8.

    False too where cells are spelled or ordered as few programs do: then `SheetXml.first_unlike` says it.
    """
    pattern, numbers = usual_cells("", tuple(sorted({change.column for change in changes})))
    writer = CellWriter("", date_1904)
    seen: set[tuple[bytes, type, object]] = set()  # the same few words and days stand in many cells
    left = iter(changes)
    change = next(left, None)
    for found in pattern.finditer(data):
        if change is None:
            break
        name, number, rest = found.group(2, 3, 5)
        row, column = int(number), numbers[name]
        while change and (change.row < row or (change.row == row and change.column < column)):
            if change.value not in _NOTHING:
                return False
            change = next(left, None)
        if change is None or change.row != row or change.column != column:
            continue
        value = change.value
        if rest is None:
            return False
        if (pair := (rest, type(value), value)) not in seen:
            if not writer.shows(held(rest, strings), value):
                return False
            seen.add(pair)
        change = next(left, None)
    return all(each.value in _NOTHING for each in (*([change] if change else []), *left))

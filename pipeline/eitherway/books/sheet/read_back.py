"""A sheet that was made, read back at once: whether the cells that were set hold their values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eitherway.books.sheet.cell_scan import usual_cells
from eitherway.books.sheet.cell_xml import CellWriter, held
from eitherway.books.sheet.shared_strings import SharedStrings

if TYPE_CHECKING:
    from eitherway.books.sheet.sheet_xml import Change


def seen_to_hold(data: bytes, changes: Sequence[Change], strings: SharedStrings, *, date_1904: bool) -> bool:
    """Whether each cell is seen to hold its value, of its very type, at a glance over the part in UTF-8.

    False too where cells are spelled as few programs do: then `SheetXml.first_unlike` says it.
    """
    left = {(change.row, change.column): change.value for change in changes}
    pattern, numbers = usual_cells("", tuple(sorted({column for _, column in left})))
    writer = CellWriter("", date_1904)
    seen: set[tuple[bytes, type, object]] = set()  # the same few words and days stand in many cells
    for found in pattern.finditer(data):
        _, name, row, _, rest = found.groups()
        place = int(row), numbers[name]
        if place not in left:
            continue
        value = left.pop(place)
        if rest is None:
            return False
        if (pair := (rest, type(value), value)) not in seen:
            if not writer.shows(held(rest, strings), value):
                return False
            seen.add(pair)
    return all(value in (None, "") for value in left.values())

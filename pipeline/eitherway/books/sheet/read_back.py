"""A sheet that was made, read back at once: whether the cells that were set hold their values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eitherway.books.sheet.cell_scan import USUAL_REST
from eitherway.books.sheet.cell_xml import CellWriter, held
from eitherway.books.sheet.shared_strings import SharedStrings

if TYPE_CHECKING:
    from eitherway.books.sheet.cell_xml import Change


def seen_to_hold(data: bytes, changes: Sequence[Change], strings: SharedStrings, *, date_1904: bool) -> bool:
    """Whether each cell is seen to hold its value, of its very type, at a glance over the part in UTF-8.

    False too where cells are spelled or ordered as few programs do: then `SheetXml.first_unlike` says it.
    """
    writer = CellWriter("", date_1904)
    seen: set[tuple[bytes, type, object]] = set()  # the same few words and days stand in many cells
    at = 0
    for row, column, _, value in changes:
        head = writer.head(row, column)
        at = data.find(head, at)
        cell = USUAL_REST.match(data, at + len(head)) if at >= 0 else None
        if cell is None:
            return False
        at, rest = cell.end(), cell[1]
        if (pair := (rest, type(value), value)) not in seen:
            if not writer.shows(held(rest, strings), value):
                return False
            seen.add(pair)
    return True

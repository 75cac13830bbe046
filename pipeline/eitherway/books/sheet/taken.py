"""Cells that belong together, so that none of them can be set by itself.

Format: ECMA-376 part 1, 18.3.1.40 (f: array formulas and data tables), 18.3.1.55 (mergeCell).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from eitherway.books.sheet import areas
from eitherway.books.sheet.areas import Area


class Taken(NamedTuple):
    """Cells that must not be set one by one: `why` goes on after "Sheet!B3 ", `fix` says what to do first.

    The cell `but` is the exception.
    """

    area: Area
    why: str
    fix: str
    but: str = ""


def first_taken(taken: Iterable[Taken], cells: Sequence[tuple[int, int]]) -> tuple[str, Taken] | None:
    """The first of these cells, given by row and column, that must not be set: its address, and why."""
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    extent = Area(min(rows), min(columns), max(rows), max(columns))
    if not (near := [each for each in taken if each.area.overlaps(extent)]):
        return None
    by_row: dict[int, list[int]] = defaultdict(list)
    for row, column in cells:
        by_row[row].append(column)
    hits = ((here, each) for each in near for here in _hits(each.area, by_row) if here != each.but)
    return next(hits, None)


def filled(area: Area) -> Taken:
    """The cells that one formula fills."""
    return Taken(area, f"lies in {area}, which one formula fills", "Clear that formula")


def merged(area: Area) -> Taken:
    """The cells of a merged range, of which only the first one shows."""
    shown = areas.address(area.top, area.left)
    return Taken(area, f"lies in the merged cells {area}, which show only {shown}", "Unmerge them", shown)


def _hits(area: Area, by_row: Mapping[int, Sequence[int]]) -> Iterator[str]:
    """The addresses of the cells in the area."""
    rows = range(area.top, area.bottom + 1)
    for row in rows if len(rows) < len(by_row) else [*by_row]:
        for column in by_row.get(row, ()):
            if area.holds(row, column):
                yield areas.address(row, column)

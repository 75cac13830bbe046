"""Who sat on a panel together, and which wording each of them gets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from eitherway.letters.owed.sources import Conversation
from eitherway.words.names import folded

Panel = tuple[str, date]
"""An application, by its folded label, and the day of the interview."""


class Seat(NamedTuple):
    """A place in a panel: `position` counts from 1 in the workbook's order, of `size` people.

    `turn` picks the wording. It is the position, moved on by one for each earlier interview day of the same
    application: no two of a panel share it, and someone met twice does not read the same letter twice.
    """

    position: int
    size: int
    turn: int


def seats(conversations: Sequence[Conversation]) -> list[Seat]:
    """The seat of each conversation; a panel is one application on one day."""
    panels = [(folded(each.application), each.day or date.min) for each in conversations]
    sizes = Counter(panels)
    earlier = _earlier_days(sizes)
    met: Counter[Panel] = Counter()
    found = []
    for panel in panels:
        met[panel] += 1
        found.append(Seat(met[panel], sizes[panel], met[panel] + earlier[panel]))
    return found


def _earlier_days(panels: Iterable[Panel]) -> dict[Panel, int]:
    """For each panel, on how many earlier days the same application had one."""
    days: dict[str, list[date]] = defaultdict(list)
    for application, day in panels:
        days[application].append(day)
    return {
        (application, day): rank for application in days for rank, day in enumerate(sorted(days[application]))
    }

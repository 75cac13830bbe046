"""Who sat on a panel together, and which wording each of them gets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple
from zlib import crc32

from eitherway.letters.owed.sources import Conversation
from eitherway.words.names import folded

WORDINGS = 8
"""How many wordings the shipped templates have in each place."""

STEP_APART = 3
"""How far the turns of two steps to one reader lie apart, who sees the sign-off of both; no divisor of 8."""


class Seat(NamedTuple):
    """A place in a panel: `position` counts from 1 in the workbook's order, of `size` people.

    `turn` picks the wording. The members of a panel have turns one after the other, so that a template
    needs no more wordings than a panel has people.
    """

    position: int
    size: int
    turn: int


def seats(conversations: Sequence[Conversation], sender: str) -> list[Seat]:
    """The seat of each conversation; a panel is one application on one day.

    Where a panel's turns begin depends on who writes and on the application, and then on whom else there
    is: of the `WORDINGS` beginnings it takes the one that repeats least what the same reader and the same
    employer have been given, and of those the one that others were given longest ago. The same rows give
    the same seats.
    """
    panels: dict[tuple[str, date], list[int]] = defaultdict(list)
    for row, each in enumerate(conversations):
        panels[folded(each.application), each.day or date.min].append(row)
    found: dict[int, Seat] = {}
    given = _Given()
    for (application, _), rows in sorted(panels.items(), key=lambda item: (item[0][1], item[1])):
        members = [conversations[row] for row in rows]
        first = crc32(f"{folded(sender)}/{application}".encode()) % WORDINGS
        begins = min(_from(first), key=lambda begin: given.again(members, begin))
        given.note(members, begins)
        for place, row in enumerate(rows):
            found[row] = Seat(place + 1, len(rows), begins + place + 1)
    return [found[row] for row in range(len(conversations))]


def turn(seat: Seat, step: int, *, besides: bool = False) -> int:
    """The turn of a letter: that of the seat, moved on for each `step` before it, and for an e-mail
    `besides` a letter to the same reader.
    """
    return seat.turn + step * STEP_APART + besides * WORDINGS // 2


class _Given:
    """Which wordings have been given to whom: counts by wording, and the number of the panel that had it
    last.
    """

    def __init__(self) -> None:
        self._readers: dict[str, list[int]] = defaultdict(_none)
        self._employers: dict[str, list[int]] = defaultdict(_none)
        self._last, self._panels = _none(), 0

    def again(self, members: Sequence[Conversation], begin: int) -> tuple[int, int, int]:
        """How often a panel would repeat what its readers and its employer had, and how lately anybody had
        it.
        """
        readers = employers = 0
        for place, each in enumerate(members):
            wording = (begin + place) % WORDINGS
            readers += self._readers[folded(each.interviewer)][wording]
            employers += self._employers[folded(each.company)][wording]
        lately = max(self._last[(begin + place) % WORDINGS] for place in range(len(members)))
        return readers, employers, lately

    def note(self, members: Sequence[Conversation], begin: int) -> None:
        """Remember what the members of a panel were given."""
        self._panels += 1
        for place, each in enumerate(members):
            wording = (begin + place) % WORDINGS
            self._readers[folded(each.interviewer)][wording] += 1
            self._employers[folded(each.company)][wording] += 1
            self._last[wording] = self._panels


def _none() -> list[int]:
    return [0] * WORDINGS


def _from(first: int) -> Iterator[int]:
    return ((first + place) % WORDINGS for place in range(WORDINGS))

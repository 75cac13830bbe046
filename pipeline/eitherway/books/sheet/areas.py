"""Cell addresses and ranges: "Q17" and "A5:J12", rows and columns counted from 1 as Excel does."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from eitherway.model.tables import column_letter

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


class Area(NamedTuple):
    """A rectangle of cells; both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        first, last = address(self.top, self.left), address(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"

    def holds(self, row: int, column: int) -> bool:
        """Whether the cell lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def overlaps(self, other: Area) -> bool:
        """Whether the two have a cell in common."""
        apart = self.bottom < other.top or other.bottom < self.top
        return not apart and self.left <= other.right and other.left <= self.right

    def joined(self, other: Area) -> Area:
        """The smallest area that holds both."""
        top, left = min(self.top, other.top), min(self.left, other.left)
        return Area(top, left, max(self.bottom, other.bottom), max(self.right, other.right))


SHEET = Area(1, 1, 1_048_576, 16_384)
"""All cells of a sheet."""


def area(reference: str) -> Area:
    """The area that "A5:J12", "$A$5:$J$12" or "A5" names. Raises ValueError for anything else."""
    first, _, last = reference.partition(":")
    top, left = cell(first)
    bottom, right = cell(last or first)
    return Area(top, left, bottom, right)


def known_area(reference: str | None) -> Area | None:
    """The area, or None for what is none: whole columns, a missing attribute, a slip of another program."""
    try:
        return area(reference or "")
    except ValueError:
        return None


def cell(reference: str) -> tuple[int, int]:
    """Row and column of "Q17". Raises ValueError for anything else."""
    found = _CELL.fullmatch(reference.strip())
    if found is None:
        raise ValueError(f"{reference!r} is not a cell address")
    return int(found[2]), column(found[1].upper())


def address(row: int, column: int) -> str:
    """The address of a cell: "Q17"."""
    return f"{letters(column)}{row}"


@cache
def letters(column: int) -> str:
    """A column's letters, remembered: every cell that is written needs them."""
    return column_letter(column)


@cache
def column(name: str) -> int:
    """A column's number by its letters: "A" is 1."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number

"""Cells as a foreign file holds them, before anything is known about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

Cell = object
"""str, int, float, bool, datetime.date, datetime.datetime, datetime.time, datetime.timedelta, "" if empty."""


Places = Mapping[tuple[int, int], str]
"""Texts by row and column from 0."""


class Grid(NamedTuple):
    """A sheet, or a text file with separators: rows of cells from A1 on, all of one length.

    `links` are the addresses behind cells and `comments` the notes on them, by row and column from 0.
    `said` is what a person should know about the reading, in whole sentences.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    links: Places = MappingProxyType({})
    comments: Places = MappingProxyType({})
    said: tuple[str, ...] = ()


def squared(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """The rows, each as long as the longest, without the empty rows and columns at the end."""
    while rows and not any(cell != "" for cell in rows[-1]):
        rows = rows[:-1]
    width = max((_length(row) for row in rows), default=0)
    return [[*row[:width], *[""] * (width - len(row))] for row in rows]


def _length(row: Sequence[Cell]) -> int:
    return next((i for i in range(len(row), 0, -1) if row[i - 1] != ""), 0)

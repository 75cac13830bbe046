"""What every engine for xlwings over a program of one's own needs alike: collections, and a block's measures.

LibreOffice's engine uses it, and so does the one that stands in for Excel in the tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from xlwings import base_classes

from eitherway.books.sheet.areas import Area, letters


class OneApp(base_classes.Apps):
    """The apps of an engine that has one."""

    def __init__(self, app: Any) -> None:
        self._app = app

    def keys(self) -> list[int]:
        return [self._app.pid]

    def __iter__(self) -> Iterator[Any]:
        yield self._app

    def __len__(self) -> int:
        return 1

    def __getitem__(self, pid: int) -> Any:
        return self._app


@dataclass
class Named:
    """A collection that is asked by position, counted from 1, or by name."""

    items: Sequence[Any]
    api: Any = None

    def __call__(self, key: int | str) -> Any:
        if isinstance(key, int):
            return self.items[key - 1]
        return next(item for item in self.items if item.name == key)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)


class Block(base_classes.Range):
    """A range of cells by its `area`, on a `sheet` that makes ranges of corners."""

    sheet: Any = None
    area: Area
    options: Any = None
    address: Any = ""
    max_cells_per_read: Any = None
    max_cells_per_write: Any = None
    api: Any = True

    row = property(lambda self: self.area.top)
    column = property(lambda self: self.area.left)
    shape = property(
        lambda self: (self.area.bottom - self.area.top + 1, self.area.right - self.area.left + 1)
    )

    def __len__(self) -> int:
        rows, columns = self.shape
        return int(rows * columns)

    def __call__(self, arg1: Any, arg2: Any = 1) -> Any:
        return self.sheet.range((self.area.top + arg1 - 1, self.area.left + arg2 - 1))


def corner(place: Any) -> tuple[int, int]:
    """Row and column of a corner, which xlwings gives as such or as a range."""
    return (place.area.top, place.area.left) if isinstance(place, Block) else place


def absolute(where: Area) -> str:
    """The area's address as Excel gives it: `$B$8:$K$20`."""
    first, last = f"${letters(where.left)}${where.top}", f"${letters(where.right)}${where.bottom}"
    return first if first == last else f"{first}:{last}"

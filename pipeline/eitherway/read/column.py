"""A column of cells, each distinct one read once: ten thousand rows hold few distinct dates and choices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.extensions import ExtensionArray

from eitherway.model.codes import Code
from eitherway.model.columns import Kind


class Wrong(NamedTuple):
    """Why a cell cannot be read, and what to do about it."""

    code: Code
    message: str
    fix: str


Read = Callable[[object], Any]
"""A cell in; out comes str, date, int, None where it is empty, or Wrong."""


class ReadColumn(NamedTuple):
    """A column read: `distinct` holds each different value once, `codes` its index for every cell."""

    distinct: Sequence[Any]
    codes: npt.NDArray[np.intp]

    def array(self, kind: Kind) -> ExtensionArray | npt.NDArray[np.datetime64]:
        """The values in the type of their kind: dates as datetime64[s], numbers as Int64, all else as str."""
        if kind in (Kind.DATE, Kind.MOMENT):
            days = np.array(self._values(None), dtype="datetime64[D]")
            return days[self.codes].astype("datetime64[s]")
        if kind is Kind.NUMBER:
            return pd.array(self._values(None), dtype="Int64")[self.codes]
        words = np.array(self._values(""), dtype=object)
        return pd.array(words, dtype="str").take(self.codes)

    def wrong(self) -> Iterator[tuple[int, Wrong]]:
        """The cells that could not be read, by their index."""
        for i in self._where([isinstance(value, Wrong) for value in self.distinct]):
            yield i, self.distinct[self.codes[i]]

    def empty(self) -> Sequence[int]:
        """The indexes of the empty cells."""
        return self._where([value is None or value == "" for value in self.distinct])

    def _values(self, empty: str | None) -> Sequence[Any]:
        """The distinct values, with those that could not be read as empty."""
        return [empty if isinstance(value, Wrong) else value for value in self.distinct]

    def _where(self, distinct: Sequence[bool]) -> Sequence[int]:
        if not any(distinct):
            return []
        indexes: list[int] = np.array(distinct, dtype=bool)[self.codes].nonzero()[0].tolist()
        return indexes


def read_column(cells: Sequence[object], read: Read) -> ReadColumn:
    """Read each distinct cell once."""
    if bool in set(map(type, cells)):
        cells = [str(cell).upper() if isinstance(cell, bool) else cell for cell in cells]  # True == 1 == 1.0
    positions = {cell: i for i, cell in enumerate(dict.fromkeys(cells))}
    codes = np.fromiter(map(positions.__getitem__, cells), dtype=np.intp, count=len(cells))
    return ReadColumn([read(cell) for cell in positions], codes)

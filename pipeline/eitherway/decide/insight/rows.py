"""Rows of a frame as mappings, and their days: for what is told of a few rows, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

Row = Mapping[str, Any]


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The frame's rows, in order, by column; a day as a date, None where there is none."""
    names = list(frame.columns)
    cells = (_cells(frame[name]) for name in names)
    return [dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True)]


def _cells(column: pd.Series[Any]) -> list[Any]:
    if column.dtype.kind == "M":
        days: list[date | None] = column.to_numpy().astype("datetime64[D]").tolist()
        return days
    return column.to_numpy(dtype=object).tolist()

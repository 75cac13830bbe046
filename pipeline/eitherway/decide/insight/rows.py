"""Rows of a frame as mappings, and their days: for what is told of a few rows, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

import pandas as pd

Row = Mapping[str, Any]


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The frame's rows, in order, by column."""
    return cast("list[Row]", frame.to_dict("records"))


def day_of(value: Any) -> date | None:
    """A cell's day, None where it holds none."""
    return None if value is None or pd.isna(value) else value.date()

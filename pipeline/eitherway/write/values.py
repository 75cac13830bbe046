"""Columns of the plan as plain values for cells: None where there is nothing."""

from __future__ import annotations

from datetime import date

import pandas as pd


def texts(column: pd.Series) -> list[str | None]:
    """Text; empty text is nothing."""
    return [text or None for text in column.tolist()]


def dates(column: pd.Series) -> list[date | None]:
    """datetime64 as dates."""
    days: list[date | None] = column.to_numpy().astype("datetime64[D]").tolist()
    return days


def numbers(column: pd.Series) -> list[int | None]:
    """Nullable whole numbers."""
    present = column.notna().tolist()
    return [int(number) if there else None for number, there in zip(column.tolist(), present, strict=True)]

"""Columns as numpy arrays: days, text, and the rows that fit a condition."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from eitherway.model.steps import SENT
from eitherway.words.names import folded as fold

Days = npt.NDArray[np.datetime64]
Words = npt.NDArray[np.object_]
Counts = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

NO_DAY = np.datetime64("NaT", "D")


def days(column: pd.Series[Any]) -> Days:
    """The column's dates as whole days, NaT where there is none."""
    return column.to_numpy().astype("datetime64[D]")


def words(column: pd.Series[Any]) -> Words:
    """The column's text."""
    return column.to_numpy(dtype=object)


def folded(text: Words) -> Words:
    """The text as names and keys are compared (names.folded); each distinct one is folded once."""
    codes, distinct = pd.factorize(text)
    return np.array([fold(each) for each in distinct], dtype=object)[codes]


def no_days(length: int) -> Days:
    """As many unknown days."""
    return np.full(length, NO_DAY)


def latest(first: Days, *others: Days) -> Days:
    """The latest known day of each row, NaT where there is none."""
    for other in others:
        first = np.fmax(first, other)
    return first


def sent_days(interviews: pd.DataFrame) -> list[Days]:
    """Every column of Interviews that holds the day on which a step was sent."""
    return [days(interviews[name]) for name in interviews.columns if name.endswith(SENT)]

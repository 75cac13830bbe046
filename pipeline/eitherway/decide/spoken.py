"""Days and rounds as a person would say them."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from eitherway.decide.arrays import Days, Words
from eitherway.model.steps import spoken_step
from eitherway.words import days


def spoken_days(column: Days, this_year: int) -> Words:
    """Each day as "Mon 16 Nov", with its year where that is another than `this_year`; "" where unknown."""
    codes, distinct = pd.factorize(column.astype("datetime64[s]"))
    known: list[date] = distinct.astype("datetime64[D]").tolist()
    texts = [days.short(day) if day.year == this_year else days.short_with_year(day) for day in known]
    return np.array([*texts, ""], dtype=object)[codes]


def spoken_round(name: str) -> str:
    """The round within a sentence: "round 2", "the final round", or "another interview" without a name."""
    if not name:
        return "another interview"
    if "round" in name.casefold():
        return name
    return f"round {name}" if name[0].isdigit() else f"the {spoken_step(name)} round"

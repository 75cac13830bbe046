"""Days, steps and rounds as a person would say them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from eitherway.decide.arrays import Days, Words

# English whatever the computer's own language is, so not strftime's names.
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def spoken_days(days: Days, this_year: int) -> Words:
    """Each day as "Mon 16 Nov", with its year where that is another than `this_year`; "" where unknown."""
    codes, distinct = pd.factorize(days.astype("datetime64[s]"))
    day = distinct.astype("datetime64[D]")
    month, year = day.astype("datetime64[M]"), day.astype("datetime64[Y]")
    parts = zip(
        ((day.astype(int) + 3) % 7).tolist(),  # numpy's day 0, 1 January 1970, was a Thursday
        ((day - month).astype(int) + 1).tolist(),
        (month.astype(int) % 12).tolist(),
        (year.astype(int) + 1970).tolist(),
        strict=True,
    )
    texts = [_spoken_day(*each, this_year) for each in parts]
    return np.array([*texts, ""], dtype=object)[codes]


def spoken_step(name: str) -> str:
    """The step's name within a sentence: "check-in", but "HR call"."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def spoken_round(name: str) -> str:
    """The round within a sentence: "round 2", "the final round", or "another interview" without a name."""
    if not name:
        return "another interview"
    if "round" in name.casefold():
        return name
    return f"round {name}" if name[0].isdigit() else f"the {spoken_step(name)} round"


def _spoken_day(weekday: int, day: int, month: int, year: int, this_year: int) -> str:
    text = f"{WEEKDAYS[weekday]} {day} {MONTHS[month]}"
    return text if year == this_year else f"{text} {year}"

"""The values that a cell can be set to: a closed list, each as a cell holds it.

Whatever is in no list of types would be written as Python spells it, `Decimal('1')`, and be text for Excel.
Lengths: Microsoft, "Excel specifications and limits".
"""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta

from eitherway.model.records import CellValue, Formula, Link

LONGEST_TEXT = 32_767
LONGEST_LITERAL = 255

LONGEST_FORMULA = 8_192
# Beyond this a number of 64 bits is no longer each whole number; Excel keeps 15 digits anyway.
_LARGEST_WHOLE = 2**53


Moment = date | time | timedelta
"""A day with or without its time, a time of day, a length of time: in a cell, a number of days."""

Plain = str | float | bool | Moment | None
"""What a cell can show."""


def shown(value: CellValue) -> Plain | Link:
    """What a cell that is set to the value shows."""
    return value.shows if isinstance(value, Formula) else value


def writable(value: CellValue) -> CellValue:
    """The value as a cell can hold it.

    A link whose target or text is longer than a formula's text literal may be (255 characters) becomes plain
    text, text is cut at 32,767 characters, empty text becomes None; a kind of text or number (`StrEnum`,
    `numpy.float64`) becomes plain. Raises ValueError for a number or a formula that no cell can hold,
    TypeError for what is no `CellValue`.
    """
    if isinstance(value, Formula):
        return as_formula(value)
    if isinstance(value, Link):
        if _fits(value.target, LONGEST_LITERAL) and _fits(value.text, LONGEST_LITERAL):
            return value
        value = value.text
    return _plain(value)


def _plain(value: Plain) -> Plain:
    if isinstance(value, str):
        return _cut(str.__str__(value)) or None
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return _number(int(value))
    if isinstance(value, float):
        return _number(float(value))
    # pandas' NaT calls itself a datetime, and is not even itself.
    if isinstance(value, date | time | timedelta) and value == value:  # noqa: PLR0124 - NaT is not itself
        return value
    raise TypeError(f"a cell cannot hold a value of the type {type(value).__name__}: {value!r:.60}")


def _number(value: float) -> float:
    try:
        number = value if -_LARGEST_WHOLE <= value <= _LARGEST_WHOLE else float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise ValueError(f"a cell cannot hold {value!r}")
    return number


def as_formula(value: Formula | Link) -> Formula:
    """The formula without its equals sign. Raises ValueError where it is longer than Excel allows."""
    if isinstance(value, Link):
        return Formula(value.formula, value.text)
    text = value.text.removeprefix("=")
    if not text or not _fits(text, LONGEST_FORMULA):
        raise ValueError(f"a cell cannot hold the formula {value.text!r:.60}")
    return Formula(text, "" if value.shows == "" else _plain(value.shows))


def _cut(text: str) -> str:
    if _fits(text, LONGEST_TEXT):
        return text
    return text.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST_TEXT].decode("utf-16-le", "ignore")


def _fits(text: str, limit: int) -> bool:
    """Whether the text has at most so many UTF-16 units, which is what Excel counts."""
    return 2 * len(text) <= limit or len(text.encode("utf-16-le", "surrogatepass")) <= 2 * limit


def serial(moment: Moment, date_1904: bool) -> float | str:
    """A moment as Excel counts days; the ISO text of a day before the first one.

    Day 1 is 1 January 1900 and there is a 29 February 1900 that never was; or day 0 is 1 January 1904
    (ECMA-376 part 1, 18.17.4.1).
    """
    if isinstance(moment, time):
        moment = timedelta(
            hours=moment.hour,
            minutes=moment.minute,
            seconds=moment.second,
            microseconds=moment.microsecond,
        )
    if isinstance(moment, timedelta):
        return _whole(moment / timedelta(days=1))
    exact = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    days = (exact.replace(tzinfo=None) - day_0(date_1904)) / timedelta(days=1)
    if not date_1904 and days < 61:
        days -= 1
    if days < (0 if date_1904 else 1):
        return str(moment)
    return _whole(days)


def _whole(days: float) -> float:
    return int(days) if days.is_integer() else days


def day_0(date_1904: bool) -> datetime:
    """The day that Excel counts from, as far as days after February 1900 are concerned."""
    return datetime.fromisoformat("1904-01-01" if date_1904 else "1899-12-30")

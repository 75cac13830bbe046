"""Dates as people write them: in a date cell, in ISO form, in their language's form, with a month's name."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from eitherway.model.codes import Code
from eitherway.read.column import Wrong
from eitherway.read.text import as_text
from eitherway.words.comparison import quote
from eitherway.words.days import FIRST_YEAR, LAST_YEAR

DAY_ZERO, DAY_ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)
HOW_TO_TYPE = "Type year-month-day, for example 2026-11-16."
WITH_ITS_YEAR = "Add it, or type year-month-day, for example 2026-11-16."
LEAP_YEAR = 2000  # it has every day

_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_WEEKDAY = re.compile(r"(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?[\s.,]+")
_TIME = re.compile(r"[t\s]+\d{1,2}:\d\d(:\d\d(\.\d+)?)?\s*([ap]m|z)?$")
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")
_BETWEEN = re.compile(r"\s*[-/.,\s]\s*")


def date_reader(*, month_first: bool, date_1904: bool = False) -> Callable[[object], date | Wrong | None]:
    """The reader of date cells; `month_first` is the order of those that can be read in two ways.

    A number in a cell without a date format is a serial. Excel's 1904 date system (`date_1904`) counts days
    after 1 January 1904; the 1900 date system counts a 29 February 1900 that never was: from March 1900 on,
    days after 30 December 1899 (ECMA-376 part 1, 18.17.4.1). Times are dropped; two-digit years are 20yy.
    What lies outside 1990 to 2100 is a slip: Wrong.
    """
    day_zero = DAY_ZERO_1904 if date_1904 else DAY_ZERO

    def as_date(cell: object) -> date | Wrong | None:
        day = _day(cell, day_zero, month_first=month_first)
        if day is None:
            text = as_text(cell)
            return _no_date(text) if text else None
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            return Wrong(Code.NOT_A_DATE, f"The year {day.year} cannot be right.", HOW_TO_TYPE)
        return day

    return as_date


def readings(cell: object) -> tuple[date | None, date | None]:
    """The date that a text spells with the month first, and with the day first; None where it spells none."""
    text = as_text(cell) if isinstance(cell, str) else ""
    return _written(text, month_first=True), _written(text, month_first=False)


def _no_date(text: str) -> Wrong:
    """A day without its year is nearly one."""
    whole = f"{text.rstrip(' .,/-')} {LEAP_YEAR}"
    if _written(whole, month_first=True) or _written(whole, month_first=False):
        return Wrong(Code.NOT_A_DATE, f"{quote(text)} has no year.", WITH_ITS_YEAR)
    return Wrong(Code.NOT_A_DATE, f"{quote(text)} is not a date.", HOW_TO_TYPE)


def _day(cell: object, day_zero: date, *, month_first: bool) -> date | None:
    match cell:
        case datetime():
            return cell.date()
        case date():
            return cell
        case str():
            text = as_text(cell)
            return _written(text, month_first=month_first) or _written(text, month_first=not month_first)
        case bool():
            return None
        case int() | float():
            return _serial(cell, day_zero)
    return None


def _serial(number: float, day_zero: date) -> date | None:
    last = (date(LAST_YEAR, 12, 31) - day_zero).days
    first = (date(FIRST_YEAR, 1, 1) - day_zero).days
    return day_zero + timedelta(days=int(number)) if first <= number < last + 1 else None


def _written(text: str, *, month_first: bool) -> date | None:
    """The date that the text spells out, None if it spells none."""
    plain = _ORDINAL.sub("", _TIME.sub("", _WEEKDAY.sub("", text.casefold(), count=1)))
    match _BETWEEN.split(plain.strip(" .,")):
        case [first, second, third] if len(first) == 4 and first.isdecimal():
            return _date(first, _month(second), third)
        case [first, second, third] if _month_named(first):
            return _date(third, _month_named(first), second)
        case [first, second, third] if _month_named(second):
            return _date(third, _month_named(second), first)
        case [first, second, third] if month_first:
            return _date(third, _month(first), second)
        case [first, second, third]:
            return _date(third, _month(second), first)
    return None


def _month(text: str) -> int:
    """The month's number, 0 if the text is none."""
    return int(text) if text.isdecimal() and len(text) <= 2 else _month_named(text)


def _month_named(text: str) -> int:
    name = next((name for name in _MONTH_NAMES if name.startswith(text) and len(text) >= 3), None)
    return _MONTH_NAMES.index(name) + 1 if name else 0


def _date(year: str, month: int, day: str) -> date | None:
    if not (year.isdecimal() and len(year) in (2, 4) and day.isdecimal() and len(day) <= 2):
        return None
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    except ValueError:
        return None

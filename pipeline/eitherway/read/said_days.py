"""A day as people say it on the command line: 2026-12-15, 12/15/2026, 15 Dec, Tuesday, yesterday."""

from __future__ import annotations

from datetime import date, timedelta

from eitherway.read.dates import readings
from eitherway.words import days

WEEK = 7


def said_day(text: str, today: date) -> date | str:
    """The day that is meant, or a sentence that says why it is not known; without its year the latest one.

    >>> said_day("yesterday", date(2026, 12, 16)), said_day("30 Dec", date(2027, 1, 4))
    (datetime.date(2026, 12, 15), datetime.date(2026, 12, 30))
    """
    plain = " ".join(text.casefold().split())
    if plain in ("today", "yesterday"):
        return today - timedelta(plain == "yesterday")
    ago = next((back for back in range(1, WEEK + 1) if _is_weekday(plain, today - timedelta(back))), 0)
    if ago:
        return today - timedelta(ago)
    month_first, day_first = readings(plain)
    if month_first and day_first and month_first != day_first:
        one, other = days.short_with_year(month_first), days.short_with_year(day_first)
        return f'"{text}" is {one} or {other}. Write {month_first.isoformat()} or {day_first.isoformat()}.'
    return (
        month_first
        or day_first
        or _without_year(plain, today)
        or f'"{text}" is not a day. Write it as YYYY-MM-DD.'
    )


def _is_weekday(text: str, day: date) -> bool:
    name = days.weekday(day).casefold()
    return text.removeprefix("last ") in (name, name[:3])


def _without_year(text: str, today: date) -> date | None:
    """The latest such day that has come; the next one where none has, as on 29 February."""
    for year in (today.year, today.year - 1):
        found = {day for spelled in (f"{text} {year}", f"{text}/{year}") for day in readings(spelled) if day}
        if len(found) == 1 and min(found) <= today:
            return found.pop()
    return None

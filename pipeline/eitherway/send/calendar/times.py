"""The column Time as a time of day: 14:30, 2:30 pm, 9, 14.30, 14h30, with an end or without."""

from __future__ import annotations

import re
from datetime import time
from typing import NamedTuple

_TIME = r"(\d{1,2})(?:\s*[:.hH]\s*(\d{2}))?(?::\d{2})?\s*([ap])?\.?(?:m\b\.?)?"
_SPAN = re.compile(rf"(?:\d{{4}}-\d\d-\d\d )?{_TIME}(?:\s*(?:-|–|—|to|until)\s*{_TIME})?", re.IGNORECASE)
_WORDS = {"noon": time(12), "midday": time(12)}
_MINUTES = 24 * 60


class Span(NamedTuple):
    """When an interview begins, and ends where that was typed."""

    begin: time
    end: time | None = None


def span(typed: str) -> Span | None:
    """The time that was typed; None where there is none, or nothing that is one.

    >>> span("2:30 pm").begin, span("half past two")
    (datetime.time(14, 30), None)
    """
    text = typed.strip()
    if text.casefold() in _WORDS:
        return Span(_WORDS[text.casefold()])
    if re.fullmatch(r"0?\.\d+", text):  # a cell without a time's format: a fraction of the day
        minutes = round(float(text) * _MINUTES) % _MINUTES
        return Span(time(minutes // 60, minutes % 60))
    found = _SPAN.fullmatch(text)
    if not found:
        return None
    hour, minute, half, to_hour, to_minute, to_half = found.groups()
    begin = _time(hour, minute, half or _borrowed(hour, to_hour, to_half))
    end = _time(to_hour, to_minute, to_half) if to_hour else None
    if begin is None or (to_hour and (end is None or end <= begin)):
        return None
    return Span(begin, end)


def _borrowed(hour: str, to_hour: str | None, to_half: str | None) -> str | None:
    """In "2-3 pm" both are of one half of the day; in "11-1 pm" they are not."""
    return to_half if to_hour and int(hour) % 12 <= int(to_hour) % 12 else None


def _time(hour: str, minute: str | None, half: str | None) -> time | None:
    at = int(hour)
    if half:
        if not 1 <= at <= 12:
            return None
        at = at % 12 + 12 * (half.casefold() == "p")
    return time(at, int(minute or 0)) if at < 24 and int(minute or 0) < 60 else None

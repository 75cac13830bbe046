"""Dates as a letter writes them, in words that do not depend on the machine's own language."""

from __future__ import annotations

from datetime import date

BRITISH = "en-GB"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def letter_date(day: date, language: str) -> str:
    """The date at the head of a letter: "November 22, 2026", in British English "22 November 2026"."""
    month = _MONTHS[day.month - 1]
    return f"{day.day} {month} {day.year}" if language == BRITISH else f"{month} {day.day}, {day.year}"


def spoken_date(day: date, language: str) -> str:
    """The date within a sentence: "Monday, November 16", in British English "Monday 16 November"."""
    weekday, month = _WEEKDAYS[day.weekday()], _MONTHS[day.month - 1]
    return f"{weekday} {day.day} {month}" if language == BRITISH else f"{weekday}, {month} {day.day}"

"""Days in words: English whatever the computer's own language is, so never strftime's names."""

from __future__ import annotations

from datetime import date

BRITISH = "en-GB"
FIRST_YEAR, LAST_YEAR = 1990, 2100
"""What lies outside is a slip of the keyboard."""

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def short(day: date) -> str:
    """The day as lists and sentences of ours give it: "Mon 16 Nov"."""
    return f"{weekday(day)[:3]} {day.day} {month(day)[:3]}"


def short_with_year(day: date) -> str:
    """The same with its year: "Mon 16 Nov 2026"."""
    return f"{short(day)} {day.year}"


def short_beside(day: date, other: date) -> str:
    """The same, with its year only where it is another than that of `other`."""
    return short(day) if day.year == other.year else short_with_year(day)


def heading(day: date, language: str) -> str:
    """The date at the head of a letter: "November 22, 2026", in British English "22 November 2026"."""
    if language == BRITISH:
        return f"{day.day} {month(day)} {day.year}"
    return f"{month(day)} {day.day}, {day.year}"


def in_a_sentence(day: date, language: str) -> str:
    """The date within a letter's sentence: "Monday, November 16", in British English "Monday 16 November"."""
    if language == BRITISH:
        return f"{weekday(day)} {day.day} {month(day)}"
    return f"{weekday(day)}, {month(day)} {day.day}"


def weekday(day: date) -> str:
    """The day's name: "Monday"."""
    return _WEEKDAYS[day.weekday()]


def month(day: date) -> str:
    """Its month's name: "November"."""
    return _MONTHS[day.month - 1]

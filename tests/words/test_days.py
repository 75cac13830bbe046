"""Days in words, the same on every computer."""

from __future__ import annotations

from datetime import date

import pytest

from eitherway.words import days


@pytest.mark.parametrize("month", range(1, 13))
def test_days_are_short_in_lists(month: int) -> None:
    day = date(2026, month, month)
    weekday, name = day.ctime().split()[:2]  # ctime, unlike strftime, knows no locale
    assert days.short(day) == f"{weekday} {month} {name}"
    assert days.short_with_year(day) == f"{weekday} {month} {name} 2026"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-US", ("March 1, 2026", "Sunday, March 1")),
        ("en-GB", ("1 March 2026", "Sunday 1 March")),
    ],
)
def test_letters_write_them_out(language: str, words: tuple[str, str]) -> None:
    day = date(2026, 3, 1)
    assert (days.heading(day, language), days.in_a_sentence(day, language)) == words

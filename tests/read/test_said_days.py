from __future__ import annotations

from datetime import date

import pytest

from eitherway.read.said_days import said_day

TODAY = date(2026, 12, 16)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-15", "2026-12-15"),
        ("12/15/2026", "2026-12-15"),
        ("15/12/2026", "2026-12-15"),
        ("15.12.26", "2026-12-15"),
        ("15 Dec", "2026-12-15"),
        ("Dec 15", "2026-12-15"),
        ("15 dec 2026", "2026-12-15"),
        ("December 15th", "2026-12-15"),
        ("12/15", "2026-12-15"),
        ("15/12", "2026-12-15"),
        ("20 Dec", "2025-12-20"),
        ("yesterday", "2026-12-15"),
        ("Today", "2026-12-16"),
        ("Tuesday", "2026-12-15"),
        ("last tue", "2026-12-15"),
        ("wed", "2026-12-09"),
        ("4/4/2026", "2026-04-04"),
    ],
)
def test_a_day_as_people_say_it(text: str, day: str) -> None:
    assert str(said_day(text, TODAY)) == day


@pytest.mark.parametrize("text", ["", "soon", "32 Dec", "12", "2026-13-01", "next week"])
def test_what_is_no_day(text: str) -> None:
    assert said_day(text, TODAY) == f'"{text}" is not a day. Write it as YYYY-MM-DD.'


def test_a_day_with_two_readings_is_asked_about() -> None:
    assert said_day("3/12/26", TODAY) == (
        '"3/12/26" is Thu 12 Mar 2026 or Thu 3 Dec 2026. Write 2026-03-12 or 2026-12-03.'
    )

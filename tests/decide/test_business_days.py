"""Business days against a slow, obvious count, and the holidays of places and years."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.decide.business_days import BusinessDays, business_days, public_holidays
from eitherway.model.choices import COUNTRIES
from eitherway.model.records import Settings
from eitherway.words.countries import country_code
from tests.decide import reference
from tests.decide.workbooks import conversations, known_day, tables

any_day = st.dates(date(1990, 1, 1), date(2100, 12, 31))
days_off = st.frozensets(st.integers(-40, 40), max_size=30)


def after(calendar: BusinessDays, day: date, number: int) -> date:
    found: date = calendar.after(np.array([day], dtype="datetime64[D]"), number)[0].item()
    return found


def between(calendar: BusinessDays, start: date, end: date) -> int:
    return int(calendar.between(np.array([start], dtype="datetime64[D]"), np.datetime64(end))[0])


@given(any_day, st.integers(0, 30), days_off)
def test_after_is_the_nth_business_day_strictly_after(day: date, number: int, off: frozenset[int]) -> None:
    closed = {day + timedelta(each) for each in off}
    expected = reference.business_days_after(day, number, closed)
    assert after(BusinessDays.without(closed), day, number) == expected


@given(any_day, st.integers(-60, 60), days_off)
def test_between_counts_after_the_start_up_to_the_end(start: date, length: int, off: frozenset[int]) -> None:
    closed, end = {start + timedelta(each) for each in off}, start + timedelta(length)
    expected = reference.business_days_between(start, end, closed)
    assert between(BusinessDays.without(closed), start, end) == expected


@given(any_day, st.integers(1, 40), days_off)
def test_the_nth_business_day_is_n_business_days_away(day: date, number: int, off: frozenset[int]) -> None:
    calendar = BusinessDays.without({day + timedelta(each) for each in off})
    there = after(calendar, day, number)
    assert between(calendar, day, there) == number
    assert between(calendar, day, there - timedelta(1)) == number - 1


def test_unknown_days_stay_unknown_and_count_nothing() -> None:
    calendar, days = BusinessDays.without([]), np.array(["NaT", "2026-11-16"], dtype="datetime64[D]")
    assert np.isnat(calendar.after(days, 3)).tolist() == [True, False]
    assert calendar.between(days, np.datetime64("2026-11-18")).tolist() == [0, 2]
    assert calendar.between(np.datetime64("2026-11-13"), days).tolist() == [0, 1]


def thank_you_due(met: str, settings: Settings, off: list[date] | None = None) -> date:
    """When the thank-you is due with the default cadence: a business day after the interview."""
    book = tables(
        [{"Application": "Northwind", "Date": known_day(met)}], settings=settings, days_off=off or []
    )
    return after(business_days(book, known_day(met)), known_day(met), 1)


@pytest.mark.parametrize(
    ("met", "country", "region", "due"),
    [
        ("25 Nov", "United States", "", "27 Nov"),  # Thanksgiving
        ("25 Nov", "United States", "CA", "30 Nov"),  # and the day after it, in California
        ("25 Nov", "Germany", "", "26 Nov"),
        ("5 Jan 2026", "Germany", "", "6 Jan 2026"),
        ("5 Jan 2026", "Germany", "Bavaria", "7 Jan 2026"),  # Epiphany
        ("31 Dec", "United States", "", "4 Jan 2027"),
        ("31 Dec", "United Kingdom", "Scotland", "5 Jan 2027"),  # 2 January is Saturday, so Monday is off
        ("31 Dec", "Scotland", "", "5 Jan 2027"),
        ("31 Dec", "England", "", "4 Jan 2027"),
        ("23 Dec", "United Kingdom", "", "24 Dec"),
        ("24 Dec", "United Kingdom", "", "29 Dec"),  # Boxing Day is Saturday, so Monday is off
        ("30 Dec 2021", "United States", "", "3 Jan 2022"),  # New Year's Day is Saturday, so Friday is off
        ("25 Nov", "Atlantis", "", "26 Nov"),
        ("25 Nov", "", "", "26 Nov"),
        ("25 Nov", "United States", "Atlantis", "27 Nov"),
    ],
)
def test_public_holidays_are_those_of_country_and_region(
    met: str, country: str, region: str, due: str
) -> None:
    assert thank_you_due(met, Settings(country=country, region=region)) == known_day(due)


def test_days_off_join_the_public_holidays() -> None:
    leave = [date(2026, 11, 20) + timedelta(each) for each in range(60)]
    assert thank_you_due("19 Nov", Settings(country="")) == known_day("20 Nov")
    assert thank_you_due("19 Nov", Settings(country=""), leave) == known_day("19 Jan 2027")
    assert thank_you_due("25 Nov", Settings(), [known_day("27 Nov")]) == known_day("30 Nov")


def test_holidays_are_known_for_every_year_that_the_dates_touch() -> None:
    """From the first interview to as far beyond the last date as the cadence reaches."""
    rows = conversations(
        """
        Date        | Decision    | Pin
        30 Dec 1998 |             |
        30 Dec 2031 | 30 Dec 2033 | 30 Dec 2035
        """
    )
    calendar = business_days(tables(rows, settings=Settings()), known_day("16 Nov"))
    assert after(calendar, known_day("24 Nov 1999"), 1) == known_day("26 Nov 1999")
    assert after(calendar, known_day("31 Dec 2035"), 1) == known_day("2 Jan 2036")


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_of_the_list_has_holidays(country: str) -> None:
    assert country_code(country) is not None
    for years in (range(2026, 2027), range(1990, 2101)):
        assert len(public_holidays(Settings(country=country), years)) >= 4 * len(years)

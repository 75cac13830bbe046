"""Dates as people type them, and the order in which a column writes them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from eitherway.bring_in.cells.dates import Found, Order, order_of, read

DAY_FIRST, MONTH_FIRST = (Order(first, is_sure=True, why="") for first in (True, False))
NEAR = date(2026, 11, 28)


@pytest.mark.parametrize(
    "text",
    [
        *("3 Nov 2026", "Nov 3, 2026", "November 3rd, 2026", "Tue, 3 Nov 2026", "2026-11-03", "2026/11/3"),
        *("3.11.2026", "3.11.26", "Di, 3.11.2026", "3. November 2026", "20261103", "2026-11-03T00:00:00Z"),
        *(
            "3 novembre 2026",
            "mar. 3 nov. 2026",
            "3 de noviembre de 2026",
            "3-Nov-26",
            "3 Nov",
            "3.11.",
            "Nov 3",
        ),
        *("46329", "11/03/2026", "11/3/26"),
    ],
)
def test_the_third_of_november(text: str) -> None:
    found = read(text, MONTH_FIRST, NEAR)
    assert found is not None
    assert found.day == date(2026, 11, 3)


@pytest.mark.parametrize(
    "text", ["mid November", "Q3 2026", "soon", "31/31/2026", "2 rounds", "", "1887-01-01"]
)
def test_what_is_no_date(text: str) -> None:
    assert read(text, DAY_FIRST, NEAR) is None


def test_a_time_beside_the_date() -> None:
    for text in ("Nov 3, 2026 2:30 PM", "3.11.2026, 14:30 Uhr", "3 nov. 2026 à 14h30"):
        assert read(text, DAY_FIRST, NEAR) == Found(date(2026, 11, 3), time(14, 30))
    moment = datetime(2026, 11, 3, 14, 30)  # noqa: DTZ001 - a cell holds no time zone
    assert read(moment, DAY_FIRST, NEAR) == Found(date(2026, 11, 3), time(14, 30))


def test_a_date_without_a_year_is_the_latest_that_has_passed() -> None:
    assert read("20 Dec", DAY_FIRST, NEAR) == Found(date(2025, 12, 20), is_guessed=True)


@pytest.mark.parametrize(
    ("cells", "day_first"),
    [
        (["3/4/2026", "13/4/2026"], True),
        (["3/4/2026", "4/13/2026"], False),
        (["9/11/2026", "10/11/2026", "11/11/2026"], True),  # three days in a row, not two months
        (["11/12/2026", "1/10/2026"], None),
        (["3.4.2026"], None),
        (["2026-04-03", "text", 7], None),
    ],
)
def test_the_order_of_a_column(cells: list[object], day_first: bool | None) -> None:
    order = order_of(cells)
    assert (order.day_first if order else None) == day_first


def test_no_application_lies_in_the_future() -> None:
    order = order_of(["11/12/2026", "10/11/2026"], latest=NEAR)
    assert order == Order(day_first=False, is_sure=False, why="the other order lies in the future")

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.read.column import Wrong
from eitherway.read.dates import date_reader
from tests.grids import grid

AMERICAN, BRITISH = date_reader(month_first=True), date_reader(month_first=False)

WRITTEN = grid("""
typed                       | en-US      | en-GB
----------------------------|------------|-----------
2026-11-16                  | 2026-11-16 | 2026-11-16
2026/11/6                   | 2026-11-06 | 2026-11-06
2026.11.16                  | 2026-11-16 | 2026-11-16
2026-11-16T09:30:00Z        | 2026-11-16 | 2026-11-16
2026-11-16 09:30            | 2026-11-16 | 2026-11-16
11/12/2026                  | 2026-11-12 | 2026-12-11
11-12-26                    | 2026-11-12 | 2026-12-11
11.12.2026                  | 2026-11-12 | 2026-12-11
11/12/2026 2:30 PM          | 2026-11-12 | 2026-12-11
16 Nov 2026                 | 2026-11-16 | 2026-11-16
Nov 16, 2026                | 2026-11-16 | 2026-11-16
Nov. 16 2026                | 2026-11-16 | 2026-11-16
Mon 16 November 2026        | 2026-11-16 | 2026-11-16
Monday, November 16th, 2026 | 2026-11-16 | 2026-11-16
1st sept 2026               | 2026-09-01 | 2026-09-01
16-Nov-26                   | 2026-11-16 | 2026-11-16
2026 Nov 16                 | 2026-11-16 | 2026-11-16
29 Feb 2028                 | 2028-02-29 | 2028-02-29
""")


@pytest.mark.parametrize("case", WRITTEN, ids=lambda case: case["typed"])
def test_dates_as_people_write_them(case: dict[str, str]) -> None:
    assert (str(AMERICAN(case["typed"])), str(BRITISH(case["typed"]))) == (case["en-US"], case["en-GB"])


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(2026, 11, 16), date(2026, 11, 16)),
        (datetime.fromisoformat("2026-11-16 23:59"), date(2026, 11, 16)),
        (46342, date(2026, 11, 16)),
        (46342.75, date(2026, 11, 16)),
        (32874, date(1990, 1, 1)),
        (73415.9, date(2100, 12, 31)),
        ("", None),
        (" \u00a0", None),
        (None, None),
    ],
)
def test_date_cells_serials_and_empty_cells(cell: object, day: date | None) -> None:
    assert AMERICAN(cell) == day


@pytest.mark.parametrize(
    ("cell", "day"),
    [(44880, date(2026, 11, 16)), (31412, date(1990, 1, 1)), (71953.9, date(2100, 12, 31))],
)
def test_serials_of_the_1904_date_system(cell: object, day: date) -> None:
    assert date_reader(month_first=True, date_1904=True)(cell) == day


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("soon", '"soon" is not a date.'),
        ("31 Nov", '"31 Nov" is not a date.'),
        ("30 Feb 2026", '"30 Feb 2026" is not a date.'),
        ("2026-13-01", '"2026-13-01" is not a date.'),
        ("11/16/206", '"11/16/206" is not a date.'),
        ("16 Ma 2026", '"16 Ma 2026" is not a date.'),
        ("46342", '"46342" is not a date.'),
        (5, '"5" is not a date.'),
        (73416, '"73416" is not a date.'),
        (True, '"TRUE" is not a date.'),
        (time(9, 30), '"09:30" is not a date.'),
        (timedelta(hours=26), '"26:00" is not a date.'),
        (date(2206, 11, 16), "The year 2206 cannot be right."),
        (datetime.fromisoformat("1899-12-31 01:00"), "The year 1899 cannot be right."),
        ("16 Nov 2206", "The year 2206 cannot be right."),
    ],
)
def test_what_is_no_date(cell: object, message: str) -> None:
    wrong = AMERICAN(cell)
    assert isinstance(wrong, Wrong)
    assert wrong.message == message
    assert wrong.fix == "Type year-month-day, for example 2026-11-16."


@pytest.mark.parametrize("typed", ["Tues 24 Nov", "Nov 3", "24.11.", "3/12", "29 Feb", "Thursday, 26 Nov."])
def test_a_day_without_its_year_is_told_as_such(typed: str) -> None:
    wrong = AMERICAN(typed)
    assert isinstance(wrong, Wrong)
    assert wrong.message == f'"{typed}" has no year.'
    assert wrong.fix == "Add it, or type year-month-day, for example 2026-11-16."


@pytest.mark.parametrize("typed", ["16/11/2026", "11/16/2026", "16.11.26"])
def test_a_date_that_has_only_one_reading_is_read_by_it(typed: str) -> None:
    assert AMERICAN(typed) == BRITISH(typed) == date(2026, 11, 16)


FORMS = ["%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%a %d %b %Y", "%A, %b %d, %Y", "%d-%b-%Y"]


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.sampled_from(FORMS))
def test_every_day_in_every_form(day: date, form: str) -> None:
    assert AMERICAN(day.strftime(form)) == BRITISH(day.strftime(form)) == day
    assert AMERICAN(day.strftime("%m/%d/%Y")) == BRITISH(day.strftime("%d/%m/%Y")) == day
    assert AMERICAN((day - date(1899, 12, 30)).days) == day

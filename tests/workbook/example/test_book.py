"""The demo's rows: like life, and right on any day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest
from holidays import country_holidays

from eitherway.model.columns import Kind
from eitherway.model.schema import APPLICATIONS, INTERVIEWERS, INTERVIEWS
from eitherway.model.steps import sent_column
from eitherway_workbook import example
from tests.workbook.conftest import TODAY

Rows = Sequence[Mapping[str, object]]

A_SATURDAY = date(2027, 5, 1)
NEW_YEARS_DAY = date(2027, 1, 1)
AFTER_CHRISTMAS = date(2027, 12, 26)
DAYS = [TODAY, A_SATURDAY, NEW_YEARS_DAY, AFTER_CHRISTMAS, date(2028, 2, 29)]

DATES = [column.name for column in INTERVIEWS.columns if column.kind is Kind.DATE and not column.ours]
HAPPENED = [*map(sent_column, ("Thank-you", "Check-in", "Last note")), "Reply received"]


@pytest.fixture(params=DAYS, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


@pytest.fixture
def interviews(today: date) -> Rows:
    return example(today)["Interviews"]


def named(rows: Rows, column: str) -> list[str]:
    return [str(row[column]) for row in rows]


def test_it_is_as_large_as_a_search_that_goes_on_for_a_while() -> None:
    rows = example(TODAY)
    assert (len(rows["Applications"]), len(rows["Interviewers"]), len(rows["Interviews"])) == (11, 26, 33)


def test_the_same_day_gives_the_same_rows() -> None:
    assert example(TODAY) == example(TODAY)


def test_everything_happens_on_business_days_and_nothing_sent_is_in_the_future(
    interviews: Rows, today: date
) -> None:
    closed = country_holidays("US")
    for row in interviews:
        for column in DATES:
            day = row.get(column)
            assert day is None or (isinstance(day, date) and day.weekday() < 5 and day not in closed)
        happened = [day for column in HAPPENED if isinstance(day := row.get(column), date)]
        assert all(row["Date"] <= day <= today for day in happened)  # type: ignore[operator]  # both are dates


def test_some_conversation_is_still_to_come(interviews: Rows, today: date) -> None:
    assert [row["Interviewer"] for row in interviews if row["Date"] > today] == ["Dr. Chidi Okafor"]  # type: ignore[operator]  # a date


def test_the_days_off_touch_no_conversation(today: date) -> None:
    rows = example(today)
    used = [day for row in rows["Interviews"] for day in row.values() if isinstance(day, date)]
    margin = timedelta(days=14)
    for row in rows["Days off"]:
        day = row["Date"]
        assert isinstance(day, date)
        assert not min(used) - margin <= day <= max(used) + margin


def test_every_status_occurs() -> None:
    statuses = {row["Status"] for row in example(TODAY)["Applications"]}
    assert statuses == set(APPLICATIONS.by_name["Status"].choices)


def test_conversations_refer_to_applications(interviews: Rows, today: date) -> None:
    keys = named(example(today)["Applications"], "Application")
    assert len(set(keys)) == len(keys)
    assert set(named(interviews, "Application")) <= set(keys)


def test_only_the_slips_are_missing_from_the_interviewers(interviews: Rows, today: date) -> None:
    known = named(example(today)["Interviewers"], "Interviewer")
    assert len(set(known)) == len(known)
    missing = [name for name in named(interviews, "Interviewer") if name not in known]
    assert missing == ["Hiring Manager", "Lena Fischer and Tom Reyes", "Elif Yılmaz"]


def test_one_row_is_typed_as_shortly_as_can_be() -> None:
    shortest = min(example(TODAY)["Interviews"], key=len)
    assert list(shortest) == ["Application", "Date", "Interviewer"]


def test_points_and_reasons_fit_into_their_sentences() -> None:
    rows = example(TODAY)
    points = [str(row.get("What we talked about") or "") for row in rows["Interviews"]]
    reasons = [str(row.get("Why this job") or "") for row in rows["Applications"]]
    for words in filter(None, points + reasons):
        assert words[-1].isalnum(), words
        assert words[0].islower() or words.startswith("I "), words
    assert len(set(filter(None, points))) == len(list(filter(None, points)))


def test_addresses_for_mail_are_made_up() -> None:
    domains = {str(row["Email"]).rpartition(".")[2] for row in example(TODAY)["Interviewers"] if row["Email"]}
    assert domains == {"example"}


def test_who_is_thanked_by_post_has_an_address() -> None:
    for row in example(TODAY)["Interviewers"]:
        assert row.keys() <= set(INTERVIEWERS.names)
        assert bool(row.get("Channel")) == bool(row.get("Address")), row["Interviewer"]

"""Workbooks that are empty, tiny or strange: a plan comes out of all of them."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from eitherway.decide import decide
from eitherway.model.records import Settings
from tests.decide.workbooks import DEFAULT_CADENCE, NORTHWIND, Row, conversations, known_day, tables

PLAN = [
    *("row", "Application", "Company", "Role", "Round", "Date", "Interviewer", "Decision date"),
    *("Step", "Due", "Days overdue", "Flag", "Why", "Channel"),
]
AS_OF = known_day("24 Nov")


def flags(rows: list[Row], as_of: date = AS_OF, cadence: list[Row] | None = None) -> list[str]:
    book = tables(rows, cadence=DEFAULT_CADENCE if cadence is None else cadence)
    return decide(book, as_of, []).conversations["Flag"].to_list()


def test_the_plan_holds_the_row_and_its_application() -> None:
    row: Row = {
        "Application": " NORTHWIND ",
        "Round": "2",
        "Date": known_day("16 Nov"),
        "Interviewer": "Mei  Chen",
    }
    plan = decide(tables([row, {**row, "Application": "Unknown"}]), AS_OF, [])
    assert plan.as_of == AS_OF
    assert plan.conversations.columns.to_list() == PLAN
    first, second = plan.conversations.to_dict("records")
    assert {name: first[name] for name in PLAN[:7]} == {
        **row,
        "row": 2,
        "Company": "Northwind",
        "Role": "Analyst",
        "Date": pd.Timestamp("2026-11-16"),
    }
    assert (second["Company"], second["Role"], second["row"]) == ("", "", 3)


@pytest.mark.parametrize("rows", ["Round", "Round \n 1", "Round | Thank-you | Reply \n 1 | 17 Nov | 18 Nov"])
@pytest.mark.parametrize("applications", [[], [NORTHWIND]])
def test_dates_and_counts_have_their_types(rows: str, applications: list[Row]) -> None:
    plan = decide(tables(conversations(rows), applications), AS_OF, [])
    types = plan.conversations.dtypes
    assert types["Date"] == types["Due"] == "datetime64[s]"
    assert types["Days overdue"] == "Int64"
    assert types["row"] == "int64"
    types = plan.applications.dtypes
    assert types["Next due"] == types["Last contact"] == "datetime64[s]"


def test_an_empty_workbook_has_an_empty_plan() -> None:
    plan = decide(tables([], []), AS_OF, [])
    assert plan.conversations.columns.to_list() == PLAN
    assert plan.conversations.empty
    assert plan.applications.empty


def test_applications_without_interviews_have_nothing_to_say() -> None:
    [told] = decide(tables([]), AS_OF, []).applications.to_dict("records")
    assert (told["Thanked"], told["Flag"]) == ("", "")
    assert told["Next due"] is pd.NaT
    assert told["Last contact"] is pd.NaT


def test_rows_without_any_cell_filled_are_fix() -> None:
    assert flags([{}, {}]) == ["Fix", "Fix"]


def test_a_workbook_without_applications_still_flags() -> None:
    rows: list[Row] = [{"Application": "Northwind", "Date": known_day("16 Nov")}]
    assert decide(tables(rows, []), AS_OF, []).conversations["Flag"].to_list() == ["Overdue"]


def test_an_empty_cadence_asks_for_nothing() -> None:
    [row] = conversations("Thank-you \n 17 Nov")
    assert flags([row], cadence=[]) == ["Waiting"]
    assert flags([{**row, "Thank-you sent": None}], cadence=[]) == ["Gone quiet"]


@pytest.mark.parametrize(
    "broken",
    [
        {"Step": ""},
        {"Counts from": ""},
        {"Counts from": "The moon"},
        {"Business days": None},
        {"Step": "THANK-YOU", "Business days": 9},
    ],
)
def test_a_cadence_row_that_cannot_be_used_is_left_out(broken: Row) -> None:
    [row] = conversations("Thank-you \n 17 Nov")
    cadence = [DEFAULT_CADENCE[0], {**DEFAULT_CADENCE[1], **broken}]
    assert flags([row], cadence=cadence) == ["Waiting"]


def test_the_turn_of_the_year() -> None:
    rows = conversations("Date | Thank-you | Follow up \n 31 Dec | | \n 31 Dec | 31 Dec | All steps")
    book = tables(rows, settings=Settings())
    plan = decide(book, known_day("2 Jan 2027"), [])
    assert plan.conversations["Due"].dt.date.to_list() == [known_day("4 Jan 2027"), known_day("8 Jan 2027")]
    assert plan.conversations["Flag"].to_list() == ["Soon", "Waiting"]


def test_long_leave_puts_everything_off() -> None:
    leave = [date.fromordinal(known_day("17 Nov").toordinal() + each) for each in range(90)]
    book = tables(conversations("Round \n 1"), days_off=leave)
    for as_of in ("17 Nov", "31 Dec", "14 Feb 2027"):
        row = decide(book, known_day(as_of), []).conversations.iloc[0]
        assert (row["Due"].date(), row["Days overdue"]) == (known_day("15 Feb 2027"), 0)


@pytest.mark.parametrize("year", [1900, 1990, 2026, 2100, 9998])
def test_any_year_will_do(year: int) -> None:
    met, as_of = date(year, 3, 1), date(year, 6, 1)
    rows: list[Row] = [{"Application": "Northwind", "Date": met, "Thank-you sent": date(year, 3, 2)}]
    for today in (as_of, AS_OF):
        plan = decide(tables(rows, settings=Settings()), today, [])
        assert plan.conversations["Step"].isin(["Check-in", ""]).all()
    assert decide(tables(rows, settings=Settings()), as_of, []).conversations["Flag"].to_list() == ["Overdue"]


def test_figures_as_large_as_they_come() -> None:
    [row] = conversations("Thank-you \n 17 Nov")
    cadence = [*DEFAULT_CADENCE[:2], {**DEFAULT_CADENCE[2], "Business days": 10**6}]
    settings = Settings(wait_without_date=10**6, soon_within=10**6, gone_quiet_after=10**6)
    plan = decide(tables([row], cadence=cadence, settings=settings), AS_OF, [])
    assert plan.conversations["Flag"].to_list() == ["Soon"]


def test_it_changes_nothing_that_it_is_given() -> None:
    book = tables(conversations("Round | Thank-you \n 1 | \n 2 | 17 Nov"), settings=Settings())
    frames = [frame for frame in book if isinstance(frame, pd.DataFrame)]
    before = [frame.copy() for frame in frames]
    first, second = decide(book, AS_OF, []), decide(book, AS_OF, [])
    for frame, copy in zip(frames, before, strict=True):
        pd.testing.assert_frame_equal(frame, copy)
    pd.testing.assert_frame_equal(first.conversations, second.conversations)

"""The work-search log: what the workbook proves, by week, beside a slow reference."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.decide.insight.claim_weeks import claim_weeks, log_rows, reckoning, said_of
from eitherway.decide.insight.rules import Rule, rule_at, rule_named, work_search_rules
from eitherway.decide.insight.work_search import Activity, Kind, activities, month_ending, week_ending
from eitherway.decide.insight.work_search_sheet import work_search_sheet
from eitherway.model.records import Settings
from eitherway.model.schema import REPLY, WORK_SEARCH
from eitherway.model.tables import RawTable
from eitherway.words.countries import country_code
from tests.decide.insight import slow_log
from tests.decide.test_laws import applications, days, interviews, law, some_days
from tests.decide.workbooks import NORTHWIND, Row, conversations, tables

STEPS = ("Thank-you", "Check-in", "Last note")
AS_OF = date(2026, 11, 20)

kept = st.fixed_dictionaries(
    {
        "Company": st.sampled_from(["Northwind Ltd", "Contoso", ""]),
        "Applied on": some_days,
        "How": st.sampled_from(["", "Online", "Email"]),
    }
)
applied = st.lists(
    st.tuples(applications.filter(bool), kept).map(lambda both: {**both[0][0], **both[1]}), max_size=4
)
held = st.tuples(interviews, st.sampled_from(["", "9:00", "14:30"])).map(
    lambda both: {**both[0], "Time": both[1]}
)


def told(found: Sequence[Activity]) -> list[slow_log.Entry]:
    return sorted((each.day, each.kind.value, each.employer, each.person) for each in found)


def agree(rows: Sequence[Row], listed: Sequence[Row], as_of: date, begins: int, span: int) -> None:
    rows = [{name: row[name] for name in row if name != "Call sent"} for row in rows]
    found = activities(tables(rows, listed), as_of)
    expected = slow_log.entries(rows, listed, STEPS, as_of)
    assert told(found) == sorted(expected)
    assert [each.day for each in found] == sorted(each.day for each in found)
    first = as_of - timedelta(days=span)
    how = reckoning(None, None, goal=None, begins=begins)
    counted = [(week.last, len(week.activities)) for week in claim_weeks(found, how, first, as_of)]
    assert counted == slow_log.weeks(expected, first, as_of, begins)


@law(max_examples=60)
@given(st.lists(held, max_size=8), applied, days, st.integers(0, 6), st.integers(0, 40))
def test_it_lists_what_the_text_says(
    rows: list[Row], listed: list[Row], as_of: date, begins: int, span: int
) -> None:
    agree(rows, listed, as_of, begins, span)


@pytest.mark.slow
@law(max_examples=2000)
@given(st.lists(held, max_size=8), applied, days, st.integers(0, 6), st.integers(0, 40))
def test_it_lists_what_the_text_says_of_2000(
    rows: list[Row], listed: list[Row], as_of: date, begins: int, span: int
) -> None:
    agree(rows, listed, as_of, begins, span)


@law(max_examples=60)
@given(st.lists(held, max_size=8), applied, days, st.sampled_from(work_search_rules()))
def test_a_week_counts_each_activity_once_and_none_that_is_not_known(
    rows: list[Row], listed: list[Row], as_of: date, rule: Rule
) -> None:
    rows = [{name: row[name] for name in row if name != "Call sent"} for row in rows]
    found = activities(tables(rows, listed), as_of)
    how = reckoning(rule, rule.country, goal=None)
    for week in claim_weeks(found, how, as_of - timedelta(days=60), as_of):
        assert week.counting + week.not_counting + week.not_known == len(week.activities)
        assert week.counting == sum(each.kind in rule.counts for each in week.activities)
        if not rule.counts:
            assert "counting" not in said_of(week, how)
    for row, each in zip(
        log_rows(found, how, as_of), found[-len(log_rows(found, how, as_of)) :], strict=False
    ):
        if each.kind not in rule.counts:
            assert row["For your office"] != "Listed as counting"


@pytest.mark.parametrize("country", ["Germany", "United States", "United Kingdom"])
@pytest.mark.parametrize("span", [20, 200])
def test_the_sheet_is_the_end_of_the_whole_log(country: str, span: int) -> None:
    chance = random.Random(span)

    def some_day() -> date | None:
        return chance.choice([None, AS_OF - timedelta(days=chance.randrange(-3, span))])

    names = ("Date", "Thank-you sent", "Check-in sent", REPLY)
    rows = [
        {
            "Application": f"A{n // 4}",
            "Interviewer": f"P{n}",
            **{name: some_day() for name in names},
        }
        for n in range(600)
    ]
    made = [{**NORTHWIND, "Application": f"A{n}", "Applied on": some_day()} for n in range(150)]
    searched = tables(rows, made, settings=Settings(country=country, region="WA", work_search_goal=3))
    sheet = RawTable(WORK_SEARCH.name, WORK_SEARCH.name, 1, 1, WORK_SEARCH.names, [])
    (written,) = work_search_sheet({WORK_SEARCH.name: sheet}, searched, AS_OF, [])
    rule = rule_at(country, "WA")
    how = reckoning(rule if rule and rule.is_of_work_search else None, country_code(country), goal=3)
    assert written.rows == log_rows(activities(searched, AS_OF), how, AS_OF)
    assert len(written.rows) == 500


@given(days, st.integers(0, 6))
def test_a_week_ends_on_the_day_before_it_begins(day: date, begins: int) -> None:
    end = week_ending(day, begins)
    assert 0 <= (end - day).days < 7
    assert (end + timedelta(days=1)).weekday() == begins


def test_a_month_ends_on_its_last_day() -> None:
    ends = [month_ending(date(2028, month, 3)) for month in range(1, 13)]
    assert [end.day for end in ends] == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def listed(text: str, **application: object) -> list[tuple[str, str, str, str]]:
    """Kind, person, how and result of each."""
    found = activities(tables(conversations(text), [{**NORTHWIND, **application}]), AS_OF)
    return [(each.kind.value, each.person, each.how, each.result) for each in found]


def test_a_panel_is_one_interview_and_a_letter_to_each_a_follow_up_each() -> None:
    assert listed(
        """
        Interviewer | Format | Thank-you | Channel
        Mei Chen    | Video  | 17 Nov    | Post
        Ana Ruiz    | Video  | 17 Nov    |
        """
    ) == [
        ("Interview", "Mei Chen; Ana Ruiz", "Online", "Interviewing"),
        ("Follow-up", "Ana Ruiz", "E-mail", "Thank-you sent"),
        ("Follow-up", "Mei Chen", "Post", "Thank-you sent"),
    ]


def test_two_rounds_of_a_day_are_two_interviews() -> None:
    text = """
        Interviewer | Round
        Mei Chen    | 1
        Mei Chen    | 2
        """
    assert [each[0] for each in listed(text)] == ["Interview", "Interview"]


def test_what_is_still_to_come_is_no_activity() -> None:
    assert listed("Date\n21 Nov", **{"Applied on": date(2026, 11, 23)}) == []


def test_an_application_tells_how_and_the_employers_contact_data() -> None:
    application = {
        **NORTHWIND,
        "Applied on": date(2026, 11, 2),
        "How": "Email",
        "Reference": "1182",
        "Employer address": "1 Quay\nSeattle",
        "Employer phone": "206 555 0100",
        "Link": "northwind.example/jobs",
        "CV sent": "cv.pdf",
    }
    [each] = activities(tables([], [application]), AS_OF)
    assert each == Activity(
        date(2026, 11, 2),
        Kind.APPLICATION,
        "Northwind",
        "Analyst (reference 1182)",
        how="E-mail",
        contact="1 Quay, Seattle; 206 555 0100; northwind.example/jobs",
        result="Interviewing",
        proof="cv.pdf",
    )


def test_the_file_of_a_letter_is_its_proof_and_no_other_rounds() -> None:
    text = """
        Date   | Thank-you
        16 Nov | 17 Nov
        18 Nov | 19 Nov
        """
    files = {("northwind", "mei chen", "thank-you"): ["Letters/N/2026-11-16 Mei Chen - thank-you.docx"]}
    found = activities(tables(conversations(text), [NORTHWIND]), AS_OF, files)
    proofs = [each.proof for each in found if each.kind is Kind.FOLLOW_UP]
    assert proofs == ["Letters/N/2026-11-16 Mei Chen - thank-you.docx", ""]


def test_weeks_cross_the_year() -> None:
    text = """
        Date       | Thank-you
        31 Dec     | 1 Jan 2027
        """
    found = activities(tables(conversations(text), [NORTHWIND]), date(2027, 1, 4))
    how = reckoning(rule_named("WA"), "US", goal=None)
    [one, other] = claim_weeks(found, how, date(2026, 12, 28), date(2027, 1, 4))
    assert (one.first, one.last, one.counting) == (date(2026, 12, 27), date(2027, 1, 2), 2)
    assert (other.last, other.activities) == (date(2027, 1, 9), ())


def test_the_users_own_number_wins_over_the_rules() -> None:
    rule = rule_named("Washington")
    assert reckoning(rule, "US", goal=5).goal == 5
    assert reckoning(rule, "US", goal=0).goal == 0
    assert reckoning(rule, "US", goal=None).goal == 3
    assert reckoning(None, "US", goal=None).goal is None


def test_a_week_begins_with_sunday_in_america_else_with_monday_unless_said() -> None:
    assert [reckoning(None, code, goal=None).begins for code in ("US", "CA", "DE", None)] == [6, 6, 0, 0]
    assert reckoning(rule_named("WA"), "US", goal=None, begins=0).begins == 0


def test_in_germany_months_are_counted() -> None:
    text = """
        Date
        30 Oct
        2 Nov
        """
    found = activities(tables(conversations(text), [NORTHWIND], settings=Settings(country="Germany")), AS_OF)
    how = reckoning(rule_named("Germany"), "DE", goal=2)
    [october, november] = claim_weeks(found, how, date(2026, 10, 1), AS_OF)
    assert (october.last, november.last) == (date(2026, 10, 31), date(2026, 11, 30))
    assert said_of(october, how) == "1 of 2 listed as counting"
    assert said_of(october, how._replace(goal=1)) == "1 of 1 listed as counting"
    assert said_of(october, how._replace(goal=0)) == "1 listed as counting, 0 needed"


def test_the_sheet_holds_a_quarter_of_a_year() -> None:
    text = """
        Date
        16 Aug
        23 Aug
        16 Nov
        """
    found = activities(tables(conversations(text), [NORTHWIND]), AS_OF)
    rows = log_rows(found, reckoning(None, "US", goal=3), AS_OF)
    assert [row["Date"] for row in rows] == [date(2026, 8, 23), date(2026, 11, 16)]
    assert rows[0]["Of your number"] == "1 activity; your number is 3"
    assert rows[0]["For your office"] == "Not known"

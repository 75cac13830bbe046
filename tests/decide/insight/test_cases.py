"""What a person would check by hand: a case for each definition, and the sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

import pytest
from docs.make_insight_page import PAGE, page
from hypothesis import given
from hypothesis import strategies as st

from eitherway.decide import decide
from eitherway.decide.insight.figures import insight
from eitherway.decide.insight.waiting import still_waiting
from eitherway.model.insight import ENOUGH, Insight
from tests.decide.insight.searches import long_search
from tests.decide.insight.searches import told as told_of
from tests.decide.test_laws import law
from tests.decide.workbooks import Row, tables

TODAY = date(2026, 11, 20)
NOTHING: Row = {}


def told(interviews: Sequence[Row] = (), application: Row = NOTHING) -> Insight:
    """The figures of one application, Northwind's, Interviewing unless said otherwise."""
    usual = {"Application": "Northwind", "Company": "Northwind", "Role": "Analyst", "Status": "Interviewing"}
    met = [{"Application": "Northwind", "Interviewer": "Mei Chen", **row} for row in interviews]
    made = tables(met, [{**usual, **application}])
    return insight(made, decide(made, TODAY, []))


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def reached(figures: Insight) -> list[int]:
    return [stage.applications for stage in figures.funnel]


def test_an_interview_proves_its_stage_whatever_status_says_later() -> None:
    assert reached(told([{"Date": ago(9)}], {"Status": "Rejected"})) == [1, 1, 0, 0, 0]
    assert reached(told([{"Date": ago(9)}, {"Date": ago(2)}], {"Status": "Applied"})) == [1, 1, 1, 0, 0]
    assert reached(told([{"Date": ago(9)}, {"Date": ago(9)}], {"Status": "Applied"})) == [1, 1, 0, 0, 0]
    assert reached(told([{"Date": ago(-1)}], {"Status": "Applied"})) == [1, 0, 0, 0, 0]
    assert reached(told((), {"Status": "Accepted"})) == [1, 1, 0, 1, 1]


def test_what_was_not_applied_for_yet_does_not_count() -> None:
    assert reached(told((), {"Status": ""})) == [0, 0, 0, 0, 0]
    assert reached(told((), {"Applied on": ago(-3)})) == [0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("row", "application", "found"),
    [
        ({}, {}, "unanswered 9"),
        ({"Reply received": ago(5)}, {}, "dated 4"),
        ({"Reply received": ago(5), "Decision by": ago(-5)}, {}, "unanswered 9"),
        ({"Reply received": ago(5)}, {"Decision by": ago(-5)}, "unanswered 9"),
        ({"Reply received": ago(5)}, {"Decision by": ago(6)}, "dated 4"),
        ({}, {"Decided on": ago(3)}, "dated 6"),
        ({}, {"Status": "Rejected"}, "undated"),
        ({}, {"Status": "Withdrawn"}, "withdrawn"),
        ({}, {"Status": "Withdrawn", "Decided on": ago(2)}, "withdrawn 7"),
    ],
)
def test_what_ends_the_wait(row: Row, application: Row, found: str) -> None:
    times = told([{"Date": ago(9), **row}], application).answers
    state, *days = found.split()
    assert times.interviews == getattr(times, state) == 1
    assert times.counted == len(days)
    silent = told([{"Date": ago(9), **row}], application).silence
    assert [each.days for each in silent] == ([9] if state == "unanswered" else [])


def test_the_next_interview_answers_the_one_before() -> None:
    times = told([{"Date": ago(9)}, {"Date": ago(2)}]).answers
    assert (times.dated, times.unanswered) == (1, 1)
    assert (told([{"Date": ago(9)}, {"Date": ago(-2)}]).answers.undated) == 1


def test_kaplan_and_meier_by_hand() -> None:
    """Six waits: answered on days 2, 4, 4 and 9; two go on since 3 and 7 days."""
    steps = still_waiting([(2, True), (3, False), (4, True), (4, True), (7, False), (9, True)])
    assert steps == [(2, Fraction(5, 6)), (4, Fraction(5, 12)), (9, Fraction(0))]


def test_what_followed_a_letter() -> None:
    def first(row: Row, application: Row = NOTHING) -> tuple[object, ...]:
        sent = {"Date": ago(40), "Thank-you sent": ago(39), **row}
        return tuple(told([sent], application).followed[0])[1:]

    assert first({}) == (1, 0, 0, 1, 0)
    assert first({"Reply received": ago(39)}) == (1, 1, 0, 0, 0)
    assert first({"Reply received": ago(20)}) == (1, 0, 0, 1, 0)
    assert first({"Date": ago(2), "Thank-you sent": ago(1)}) == (1, 0, 0, 0, 1)
    assert first({}, {"Decided on": ago(30), "Status": "Rejected"}) == (1, 1, 0, 0, 0)
    assert first({}, {"Decided on": ago(30), "Status": "Withdrawn"}) == (1, 0, 0, 1, 0)
    next_one = {"Date": ago(33), "Thank-you sent": None}
    assert tuple(told([{"Date": ago(40), "Thank-you sent": ago(39)}, next_one]).followed[0])[1:] == (
        1,
        0,
        1,
        0,
        0,
    )


@law(max_examples=40)
@given(st.integers(0, 10**9))
def test_nothing_usual_is_said_of_fewer_than_twenty(seed: int) -> None:
    figures, *_ = told_of(*long_search(seed))
    said = {each.about: each.words for each in figures.said}
    if figures.totals.applications < ENOUGH:
        assert "%" not in said["How far"]
    if figures.answers.counted < ENOUGH:
        assert "your interviews" not in said["Answers"]
    for about, groups in (("Sources", figures.sources), ("Industries", figures.industries)):
        large = {
            f"{each.interviewed} of {each.applications}" for each in groups if each.applications >= ENOUGH
        }
        assert set(re.findall(r"\d+ of \d+(?= \()", said[about])) <= large


def test_a_clear_difference_is_said_and_one_that_is_chance_is_not() -> None:
    def many(source: str, applications: int, met: int) -> list[Row]:
        return [
            {
                "Application": f"{source} {n}",
                "Status": "Interviewing" if n < met else "Applied",
                "Source": source,
            }
            for n in range(applications)
        ]

    def sentence(*rows: Row) -> str:
        made = tables([], rows)
        return insight(made, decide(made, TODAY, [])).said[1].words

    clear = sentence(*many("Friend", 20, 12), *many("Board", 40, 4))
    assert clear == "Friend led to interviews more often than Board: 12 of 20 (60%) against 4 of 40 (10%)."
    chance = sentence(*many("Friend", 20, 4), *many("Board", 40, 4))
    assert chance == "No clear difference: Board 4 of 40 (10%), Friend 4 of 20 (20%)."
    few = sentence(*many("Friend", 19, 19), *many("Board", 19, 0))
    assert few == "Too few to compare: it takes 20 applications of one; Board has 19."


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python docs/make_insight_page.py"

"""The personal point as typed: one that no sentence can take up, and one that two of a panel share."""

from __future__ import annotations

import pytest

from eitherway.letters.owed.doubts import doubts
from eitherway.letters.owed.plan import plan_letters
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Problem
from eitherway.model.records import Flag
from tests.letters.workbooks import RACHEL, TALK, Row, panel, workbook

REPORTS = "moving the reports off paper"
GOOD = [
    REPORTS,
    "Kubernetes and Python",
    "SAP, and how it fits",
    "Boeing and the wing",
    "The Economist's charts",
    "A/B tests",
    "your work with Dr. Okafor, approx. EUR 500 a day, in St. Paul etc. In all",
    "you and your team",
    "I-beams",
    "why you left Yahoo! Finance",
    "U.S. Steel vs. Rust and Node.js Tools",
]


def held(*points: str, **more: str) -> list[Problem | None]:
    talks = [
        {**talk, "What we talked about": point, **more}
        for talk, point in zip(panel("Rachel Vilsack", "Mei Chen", "Ada Obi", "Bo Li"), points, strict=False)
    ]
    return [letter.held for letter in plan_letters(*workbook(talks))]


def doubted(*talks: Row, interviewers: tuple[Row, ...] = (RACHEL,)) -> list[str]:
    return [f"{each.code} {each.where}" for each in doubts(*workbook(talks, interviewers=interviewers))]


@pytest.mark.parametrize(
    ("point", "what"),
    [
        ("We talked about moving the reports off paper.", "a sentence of its own"),
        ("we really liked the new dashboard", "a sentence of its own"),
        ("You showed me the new dashboard, and I liked it.", "a sentence of its own"),
        ("I'm keen on rowing, as you are", "a sentence of its own"),
        ("the reports. Also, the budget", "more than one sentence"),
        ("- dashboards\n- the team", "a list instead of a sentence"),
        ("1. dashboards\n2. the team", "a list instead of a sentence"),
    ],
)
def test_what_no_sentence_can_take_up_holds_the_letter(point: str, what: str) -> None:
    (problem,) = held(point)
    assert problem
    assert (problem.code, problem.where.cell) == (Code.POINT_NOT_A_CLAUSE, "F2")
    assert f"is {what}, and the letter takes it up within one" in problem.message
    assert f'such as "{REPORTS}"' in problem.fix


def test_the_rewrite_is_the_users_own_words_where_they_can_be_told() -> None:
    (problem,) = held("We spoke about the wing.")
    assert problem
    assert 'such as "the wing"' in problem.fix


@pytest.mark.parametrize("point", GOOD)
def test_a_clause_passes_without_a_word(point: str) -> None:
    assert held(point) == [None]
    assert doubted({**TALK, "What we talked about": point}) == []


@pytest.mark.parametrize("point", ["The new dashboard", "How you plan", "Your team", "Migrating the reports"])
def test_an_ordinary_word_in_a_capital_is_a_warning(point: str) -> None:
    (warning,) = doubts(*workbook([{**TALK, "What we talked about": point}]))
    assert (warning.code, warning.severity, warning.where.cell) == (
        Code.POINT_CAPITAL,
        Severity.WARNING,
        "F2",
    )
    assert warning.fix.startswith(f'Write "{point.split(maxsplit=1)[0].lower()}" here')


def test_the_same_point_for_two_of_a_panel_holds_both_and_names_the_other() -> None:
    one, other, twin, third = held(REPORTS, "Moving your reports, off paper.", REPORTS, "the team")
    assert one
    assert other
    assert twin
    assert [each.code for each in (one, other, twin)] == [Code.SAME_POINT] * 3
    assert (one.where.cell, other.where.cell) == ("F2", "F3")
    assert "is what F3 says for Mei Chen" in one.message
    assert "is what F2 says for Rachel Vilsack" in other.message
    assert third is None


@pytest.mark.parametrize(
    "other",
    [
        {"Date": "2026-11-17"},
        {"Interviewer": "Rachel Vilsack", "Step": "Check-in"},
        {"Flag": Flag.SKIPPED},
        {"What we talked about": "moving the reports on to paper"},
    ],
)
def test_the_same_point_elsewhere_is_nothing(other: Row) -> None:
    letters = plan_letters(*workbook([TALK, {**TALK, "Interviewer": "Mei Chen", **other}]))
    assert [letter.held for letter in letters if letter.held] == []


def test_a_letter_by_post_needs_an_address() -> None:
    without = {**RACHEL, "Address": ""}
    by_post = {**TALK, "Channel": "Post"}
    assert doubted(by_post, {**by_post, "Date": "2026-11-17"}, interviewers=(without,)) == [
        "no-address Interviewers!F2 (Address)"
    ]
    assert doubted({**TALK, "Channel": "Both", "Interviewer": "Mei Chen"}) == [
        "no-address Interviews!E2 (Interviewer)"
    ]
    assert doubted(by_post) == []
    assert doubted({**TALK, "Channel": "Email"}, interviewers=(without,)) == []
    assert doubted({**by_post, "Flag": Flag.CLOSED}, interviewers=(without,)) == []

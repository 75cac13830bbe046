"""The personal point as typed: one that no sentence can take up, and one that two of a panel share."""

from __future__ import annotations

import pytest

from eitherway.letters.owed.doubts import doubts
from eitherway.letters.owed.plan import plan_letters
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Problem
from eitherway.model.records import Flag
from tests.letters.workbooks import APPLICATION, RACHEL, TALK, Row, panel, workbook

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
        ("we really liked the new dashboard", "a sentence of its own"),
        ("You showed me the new dashboard, and I liked it.", "a sentence of its own"),
        ("I'm keen on rowing, as you are", "a sentence of its own"),
        ("the reports. Also, the budget", "more than one sentence"),
        ("- dashboards\n- the team", "a list"),
        ("1. dashboards\n2. the team", "a list"),
        ("follow up on references", "a note to yourself"),
        ("how do you train people?", "a question"),
        ("loved the whiteboard problem!", "a part of a sentence"),
    ],
)
def test_what_no_sentence_can_take_up_holds_the_letter_and_shows_how_it_would_read(
    point: str, what: str
) -> None:
    (problem,) = held(point)
    assert problem
    assert (problem.code, problem.where.cell) == (Code.POINT_NOT_A_CLAUSE, "G2")
    assert f' is {what}; the letter would read "I enjoyed talking with you about ' in problem.message
    assert problem.fix.startswith('Write it as you would after "I enjoyed talking with you about", such as')


def test_the_rewrite_is_the_users_own_words_where_they_can_be_told() -> None:
    (problem,) = held("You mentioned the wing.")
    assert problem
    assert 'such as "the wing"' in problem.fix


def test_the_reader_is_you() -> None:
    (problem,) = held("their AI strategy")
    assert problem
    assert (problem.code, problem.where.cell) == (Code.READER_AS_THIRD_PERSON, "G2")
    assert 'such as "your AI strategy"' in problem.fix


@pytest.mark.parametrize("point", ["Rachel's move to Leeds", "how Rachel runs the lab", "rowing with Rachel"])
def test_the_reader_is_not_called_by_name(point: str) -> None:
    (problem,) = held(point)
    assert problem
    assert (problem.code, problem.where.cell) == (Code.READER_AS_THIRD_PERSON, "G2")
    assert "If you mean another Rachel, add the family name." in problem.fix


def test_another_of_the_readers_name_may_be_named() -> None:
    assert held("Rachel Carson's books") == [None]


@pytest.mark.parametrize(
    ("point", "what"),
    [
        ("salary expectations", "a matter of pay"),
        ("my CV gap", "against yourself"),
        ("why I left my last job", "against yourself"),
        ("my divorce", "private life"),
        ("the jerk who parked across two bays", "among friends"),
        ("zeal", "a single word"),
    ],
)
def test_delicate_matters_are_told_and_hold_nothing(point: str, what: str) -> None:
    (warning,) = doubts(*workbook([{**TALK, "What we talked about": point}]))
    assert (warning.code, warning.severity, warning.where.cell) == (
        Code.DELICATE_MATTER,
        Severity.WARNING,
        "G2",
    )
    assert what in warning.message
    assert held(point) == [None]


@pytest.mark.parametrize("point", ["pay transparency", "your pay bands", "mistakes we both made in SQL"])
def test_what_may_be_said_is_no_delicate_matter(point: str) -> None:
    assert doubted({**TALK, "What we talked about": point}) == []


def test_a_reason_of_ones_own_affairs_is_told_and_holds_nothing() -> None:
    reason = {**APPLICATION, "Why this job": "my dad plays golf with the owner"}
    (warning,) = doubts(*workbook(applications=[reason]))
    assert (warning.code, warning.where.column) == (Code.DELICATE_MATTER, "Why this job")
    (letter,) = plan_letters(*workbook(applications=[reason]))
    assert not letter.held


def test_a_reason_that_no_sentence_can_take_up_holds_the_letter() -> None:
    reason = {**APPLICATION, "Why this job": "fits my skills"}
    (letter,) = plan_letters(*workbook(applications=[reason]))
    assert letter.held
    assert (letter.held.code, str(letter.held.where)) == (
        Code.REASON_NOT_A_CLAUSE,
        "Applications!L2 (Why this job)",
    )


@pytest.mark.parametrize("point", GOOD)
def test_a_clause_passes_without_a_word(point: str) -> None:
    assert held(point) == [None]
    assert doubted({**TALK, "What we talked about": point}) == []


@pytest.mark.parametrize("point", ["The new dashboard", "How you plan", "Your team", "Migrating the reports"])
def test_an_ordinary_word_loses_the_capital_that_the_cell_gave_it(point: str) -> None:
    (letter,) = plan_letters(*workbook([{**TALK, "What we talked about": point}]))
    assert letter.fields["point"] == point[0].lower() + point[1:]
    assert doubted({**TALK, "What we talked about": point}) == []


@pytest.mark.parametrize(
    ("point", "read"),
    [
        ("KUBERNETES MIGRATION", "Kubernetes migration"),
        ("migration to SAP; new team lead", "migration to SAP and the new team lead"),
        ("Talked about budget cuts", "budget cuts"),
    ],
)
def test_words_that_are_changed_are_told(point: str, read: str) -> None:
    (warning,) = doubts(*workbook([{**TALK, "What we talked about": point}]))
    assert (warning.code, warning.severity, warning.where.cell) == (
        Code.WORDS_CHANGED,
        Severity.WARNING,
        "G2",
    )
    assert f'reads "{read}" in the letter' in warning.message


def test_more_than_three_sentences_of_ones_own_are_told() -> None:
    own = "I can start in May. The plan follows. My references too. I row."
    assert doubted({**TALK, "In your own words": own}) == ["own-words-long Interviews!H2 (In your own words)"]


def test_the_same_point_for_two_of_a_panel_holds_both_and_names_the_other() -> None:
    one, other, twin, third = held(REPORTS, "Moving your reports, off paper.", REPORTS, "the team")
    assert one
    assert other
    assert twin
    assert [each.code for each in (one, other, twin)] == [Code.SAME_POINT] * 3
    assert (one.where.cell, other.where.cell) == ("G2", "G3")
    assert "is what G3 says for Mei Chen" in one.message
    assert "is what G2 says for Rachel Vilsack" in other.message
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
        "no-address Interviews!F2 (Interviewer)"
    ]
    assert doubted(by_post) == []
    assert doubted({**TALK, "Channel": "Email"}, interviewers=(without,)) == []
    assert doubted({**by_post, "Flag": Flag.CLOSED}, interviewers=(without,)) == []

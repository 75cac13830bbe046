"""The decision table of docs/design.md, section 3, line by line, as tables of cases.

November 2026: the Mondays are the 2nd, 9th, 16th, 23rd and 30th. No country is set, so only weekends are not
business days. Each row of a table is a workbook of its own: one conversation, on Mon 16 Nov unless it says
otherwise, and what it comes to; a column that a table does not show is empty. Days are those overdue.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pytest

from eitherway.decide import decide
from eitherway.model.codes import Severity
from eitherway.model.records import Settings
from tests.decide.workbooks import (
    DEFAULT_CADENCE,
    NO_HOLIDAYS,
    NORTHWIND,
    Row,
    conversations,
    day,
    error_in,
    known_day,
    tables,
)

Outcome = tuple[str, ...]

OUTCOME = ("as of", "Flag", "Step", "Due", "Days")


def decided(
    rows: Sequence[Row],
    as_of: object,
    application: Row = NORTHWIND,
    cadence: Sequence[Row] = DEFAULT_CADENCE,
    settings: Settings = NO_HOLIDAYS,
) -> Outcome:
    """As of, Flag, Step, Due and Days (overdue) of the first of `rows`, as the tables below write them."""
    book = tables(rows, [application], cadence=cadence, settings=settings)
    row = decide(book, known_day(str(as_of)), []).conversations.iloc[0]
    due = "" if pd.isna(row["Due"]) else f"{row['Due'].day} {row['Due']:%b}"
    overdue = "" if pd.isna(row["Days overdue"]) else str(row["Days overdue"])
    return str(as_of), row["Flag"], row["Step"], due, overdue


def cases(text: str) -> pytest.MarkDecorator:
    """Each row of the table as a case: the conversation, and what is to come out."""
    rows = conversations(text)
    whole = [(row, tuple(str(row[name]) for name in OUTCOME)) for row in rows]
    names = [" ".join(line.split()) for line in text.strip().splitlines()[1:]]
    return pytest.mark.parametrize(("row", "expected"), whole, ids=names)


@cases(
    """
    Date   | as of  | Flag     | Step      | Due    | Days
    16 Nov | 13 Nov | Upcoming |           |        |
    16 Nov | 15 Nov | Upcoming |           |        |
    16 Nov | 16 Nov | Soon     | Thank-you | 17 Nov | 0
    16 Nov | 17 Nov | Due      | Thank-you | 17 Nov | 0
    16 Nov | 18 Nov | Overdue  | Thank-you | 17 Nov | 1
    16 Nov | 20 Nov | Overdue  | Thank-you | 17 Nov | 3
    16 Nov | 22 Nov | Overdue  | Thank-you | 17 Nov | 3
    16 Nov | 23 Nov | Overdue  | Thank-you | 17 Nov | 4
    19 Nov | 20 Nov | Due      | Thank-you | 20 Nov | 0
    19 Nov | 22 Nov | Due      | Thank-you | 20 Nov | 0
    19 Nov | 23 Nov | Overdue  | Thank-you | 20 Nov | 1
    20 Nov | 22 Nov | Soon     | Thank-you | 23 Nov | 0
    21 Nov | 21 Nov | Soon     | Thank-you | 23 Nov | 0
    """
)
def test_the_thank_you_is_due_a_business_day_after_the_interview(row: Row, expected: Outcome) -> None:
    assert decided([row], row["as of"]) == expected


@cases(
    """
    Check-in | as of | Flag    | Step      | Due    | Days
             | 1 Dec | Overdue | Thank-you | 17 Nov | 10
             | 2 Dec | Overdue | Check-in  | 23 Nov | 7
    24 Nov   | 2 Dec | Overdue | Last note | 1 Dec  | 1
    """
)
def test_a_thank_you_is_missed_once_it_is_more_than_late_after_overdue(
    row: Row, expected: tuple[str]
) -> None:
    assert decided([row], row["as of"]) == expected


@cases(
    """
    Thank-you | Check-in | Last note | as of  | Flag       | Step      | Due    | Days
    17 Nov    |          |           | 18 Nov | Waiting    | Check-in  | 23 Nov | 0
    17 Nov    |          |           | 19 Nov | Soon       | Check-in  | 23 Nov | 0
    17 Nov    |          |           | 23 Nov | Due        | Check-in  | 23 Nov | 0
    17 Nov    |          |           | 24 Nov | Overdue    | Check-in  | 23 Nov | 1
    30 Nov    |          |           | 30 Nov | Waiting    | Check-in  | 3 Dec  | 0
    17 Nov    | 25 Nov   |           | 27 Nov | Waiting    | Last note | 2 Dec  | 0
    17 Nov    | 25 Nov   |           | 30 Nov | Soon       | Last note | 2 Dec  | 0
    17 Nov    | 25 Nov   |           | 2 Dec  | Due        | Last note | 2 Dec  | 0
    17 Nov    | 25 Nov   |           | 9 Dec  | Overdue    | Last note | 2 Dec  | 5
    17 Nov    | 25 Nov   | 2 Dec     | 2 Dec  | Waiting    |           |        |
    17 Nov    | 25 Nov   | 2 Dec     | 15 Dec | Waiting    |           |        |
    17 Nov    | 25 Nov   | 2 Dec     | 16 Dec | Gone quiet |           |        |
    17 Nov    | 25 Nov   | 4 Dec     | 17 Dec | Waiting    |           |        |
    17 Nov    | 25 Nov   | 4 Dec     | 18 Dec | Gone quiet |           |        |
    17 Nov    |          | 25 Nov    | 27 Nov | Soon       | Check-in  | 30 Nov | 0
              | 25 Nov   | 2 Dec     | 15 Dec | Waiting    |           |        |
              | 25 Nov   | 2 Dec     | 16 Dec | Gone quiet |           |        |
    """
)
def test_the_steps_follow_each_other_until_it_goes_quiet(row: Row, expected: Outcome) -> None:
    assert decided([row], row["as of"]) == expected


@cases(
    """
    Thank-you | Decision | as of  | Flag    | Step     | Due    | Days
    17 Nov    | 27 Nov   | 25 Nov | Waiting | Check-in | 30 Nov | 0
    17 Nov    | 27 Nov   | 26 Nov | Soon    | Check-in | 30 Nov | 0
    17 Nov    | 27 Nov   | 28 Nov | Soon    | Check-in | 30 Nov | 0
    17 Nov    | 27 Nov   | 30 Nov | Due     | Check-in | 30 Nov | 0
    17 Nov    | 28 Nov   | 30 Nov | Due     | Check-in | 30 Nov | 0
    17 Nov    | 27 Nov   | 1 Dec  | Overdue | Check-in | 30 Nov | 1
    17 Nov    | 16 Nov   | 20 Nov | Due     | Check-in | 20 Nov | 0
    17 Nov    | 15 Nov   | 23 Nov | Due     | Check-in | 23 Nov | 0
    """
)
def test_the_check_in_counts_from_the_decision_date(row: Row, expected: Outcome) -> None:
    """One before the interview is ignored."""
    assert decided([row], row["as of"]) == expected


@cases(
    """
    Thank-you | Decision | Reply  | as of  | Flag     | Step     | Due    | Days
    17 Nov    |          |        | 30 Nov | Soon     | Check-in | 2 Dec  | 0
    17 Nov    | 27 Nov   |        | 30 Nov | Due      | Check-in | 30 Nov | 0
    17 Nov    | 13 Nov   |        | 30 Nov | Soon     | Check-in | 2 Dec  | 0
    17 Nov    | 27 Nov   | 30 Nov | 30 Nov | Soon     | Check-in | 2 Dec  | 0
    17 Nov    | 27 Nov   | 1 Dec  | 1 Dec  | Answered |          |        |
    """
)
def test_the_applications_decision_date_stands_in(row: Row, expected: Outcome) -> None:
    """Where the row has none, or one that does not count; the application's is Tue 1 Dec."""
    promised = {**NORTHWIND, "Decision by": known_day("1 Dec")}
    assert decided([row], row["as of"], promised) == expected


@pytest.mark.parametrize(
    ("of_row", "of_application", "reply", "counts"),
    [
        ("27 Nov", "1 Dec", "", "27 Nov"),
        ("", "1 Dec", "", "1 Dec"),
        ("13 Nov", "1 Dec", "", "1 Dec"),
        ("27 Nov", "1 Dec", "30 Nov", "1 Dec"),
        ("27 Nov", "1 Dec", "1 Dec", ""),
        ("27 Nov", "", "20 Nov", "27 Nov"),
        ("27 Nov", "", "30 Nov", ""),
        ("", "", "", ""),
    ],
)
def test_the_plan_names_the_decision_date_that_counts(
    of_row: str, of_application: str, reply: str, counts: str
) -> None:
    rows = conversations(f"Date | Decision | Reply \n 16 Nov | {of_row} | {reply}")
    book = tables(rows, [{**NORTHWIND, "Decision by": day(of_application)}])
    [found] = decide(book, known_day("2 Dec"), []).conversations["Decision date"]
    assert (None if pd.isna(found) else found.date()) == day(counts)


@cases(
    """
    Thank-you | Check-in | Last note | Reply  | Decision | as of  | Flag       | Step      | Due    | Days
              |          |           | 17 Nov |          | 18 Nov | Overdue    | Thank-you | 17 Nov | 1
    17 Nov    |          |           | 18 Nov |          | 30 Nov | Answered   |           |        |
    17 Nov    |          |           | 27 Nov | 27 Nov   | 30 Nov | Answered   |           |        |
    17 Nov    |          |           | 26 Nov | 27 Nov   | 30 Nov | Due        | Check-in  | 30 Nov | 0
    17 Nov    | 24 Nov   |           | 25 Nov | 4 Dec    | 30 Nov | Waiting    | Check-in  | 7 Dec  | 0
    17 Nov    | 25 Nov   |           | 25 Nov | 4 Dec    | 7 Dec  | Due        | Check-in  | 7 Dec  | 0
    17 Nov    | 26 Nov   |           | 25 Nov | 4 Dec    | 2 Dec  | Soon       | Last note | 3 Dec  | 0
    17 Nov    | 24 Nov   | 25 Nov    | 25 Nov | 4 Dec    | 8 Dec  | Overdue    | Check-in  | 7 Dec  | 1
    17 Nov    | 7 Dec    | 25 Nov    | 25 Nov | 4 Dec    | 14 Dec | Due        | Last note | 14 Dec | 0
    17 Nov    | 7 Dec    | 14 Dec    | 25 Nov | 4 Dec    | 25 Dec | Waiting    |           |        |
    17 Nov    | 7 Dec    | 14 Dec    | 25 Nov | 4 Dec    | 28 Dec | Gone quiet |           |        |
              |          |           | 25 Nov | 10 Dec   | 10 Dec | Soon       | Check-in  | 11 Dec | 0
    """
)
def test_a_reply_answers_unless_a_decision_date_lies_after_it(row: Row, expected: Outcome) -> None:
    """Such a date asks for the check-in and the last note again, not for the thank-you."""
    assert decided([row], row["as of"]) == expected


@cases(
    """
    Date   | Thank-you | Follow up      | as of  | Flag     | Step      | Due    | Days
    16 Nov |           | Nothing        | 18 Nov | Skipped  |           |        |
    23 Nov |           | Nothing        | 18 Nov | Skipped  |           |        |
    23 Nov |           | Thank-you only | 18 Nov | Upcoming |           |        |
    16 Nov |           | Thank-you only | 18 Nov | Overdue  | Thank-you | 17 Nov | 1
    16 Nov | 17 Nov    | Thank-you only | 18 Nov | Done     |           |        |
    16 Nov |           | Thank-you only | 2 Dec  | Done     |           |        |
    16 Nov | 17 Nov    | All steps      | 23 Nov | Due      | Check-in  | 23 Nov | 0
    """
)
def test_follow_up_says_how_much_to_send(row: Row, expected: Outcome) -> None:
    assert decided([row], row["as of"]) == expected


@cases(
    """
    Thank-you | Reply  | Pin    | as of  | Flag     | Step      | Due    | Days
              |        | 20 Nov | 17 Nov | Waiting  | Thank-you | 20 Nov | 0
              |        | 20 Nov | 18 Nov | Soon     | Thank-you | 20 Nov | 0
              |        | 16 Nov | 17 Nov | Overdue  | Thank-you | 16 Nov | 1
              |        | 20 Nov | 1 Dec  | Overdue  | Thank-you | 20 Nov | 7
    17 Nov    |        | 18 Nov | 19 Nov | Overdue  | Check-in  | 18 Nov | 1
    17 Nov    |        | 17 Nov | 19 Nov | Soon     | Check-in  | 23 Nov | 0
    17 Nov    |        | 21 Nov | 22 Nov | Due      | Check-in  | 21 Nov | 0
              | 20 Nov | 20 Nov | 23 Nov | Overdue  | Thank-you | 17 Nov | 4
              | 20 Nov | 21 Nov | 23 Nov | Overdue  | Thank-you | 21 Nov | 1
    17 Nov    | 20 Nov | 30 Nov | 23 Nov | Answered |           |        |
    """
)
def test_a_pinned_date_replaces_due_when_it_is_later_than_all_contact(row: Row, expected: Outcome) -> None:
    assert decided([row], row["as of"]) == expected


@cases(
    """
    Check-in | Reply  | Pin    | as of  | Flag     | Step      | Due    | Days
             |        | 14 Dec | 1 Dec  | Waiting  | Thank-you | 14 Dec | 0
             |        | 14 Dec | 2 Dec  | Waiting  | Check-in  | 14 Dec | 0
             |        | 14 Dec | 15 Dec | Overdue  | Check-in  | 14 Dec | 1
             |        | 16 Nov | 1 Dec  | Overdue  | Thank-you | 16 Nov | 11
             |        | 16 Nov | 2 Dec  | Overdue  | Check-in  | 16 Nov | 12
             | 20 Nov | 23 Nov | 1 Dec  | Overdue  | Thank-you | 23 Nov | 6
             | 20 Nov | 23 Nov | 2 Dec  | Answered |           |        |
    24 Nov   |        | 25 Nov | 1 Dec  | Overdue  | Thank-you | 25 Nov | 4
    24 Nov   |        | 25 Nov | 2 Dec  | Overdue  | Last note | 25 Nov | 5
    """
)
def test_a_pin_keeps_no_thank_you_alive(row: Row, expected: Outcome) -> None:
    """It is too late by its worked-out day, Tue 17 Nov; the pin moves whatever step is current."""
    assert decided([row], row["as of"]) == expected


@cases(
    """
    Date   | Thank-you | Reply  | Follow up      | as of  | Flag     | Step      | Due    | Days
    16 Nov |           |        |                | 18 Nov | Overdue  | Thank-you | 17 Nov | 1
    16 Nov |           |        |                | 19 Nov | Overdue  | Thank-you | 17 Nov | 2
    16 Nov | 17 Nov    |        |                | 18 Nov | Moved on |           |        |
    16 Nov | 17 Nov    |        |                | 19 Nov | Moved on |           |        |
    16 Nov | 17 Nov    |        | All steps      | 19 Nov | Moved on |           |        |
    16 Nov |           |        | Thank-you only | 19 Nov | Overdue  | Thank-you | 17 Nov | 2
    16 Nov | 17 Nov    |        | Thank-you only | 19 Nov | Done     |           |        |
    16 Nov | 17 Nov    | 18 Nov |                | 19 Nov | Answered |           |        |
    19 Nov | 20 Nov    |        |                | 26 Nov | Due      | Check-in  | 26 Nov | 0
    20 Nov | 20 Nov    |        |                | 27 Nov | Due      | Check-in  | 27 Nov | 0
    """
)
def test_a_later_conversation_moves_on(row: Row, expected: Outcome) -> None:
    """The same application has another with Ana Ruiz on Thu 19 Nov: on the books it ends the check-in and the
    last note, and it leaves Mei Chen's thank-you alone.
    """
    later: Row = {
        "Application": " NORTHWIND ",
        "Interviewer": "Ana Ruiz",
        "Date": known_day("19 Nov"),
        "Thank-you sent": known_day("19 Nov"),
        "Follow up": "",
    }
    assert decided([row, later], row["as of"]) == expected


@cases(
    """
    Interviewer | as of  | Flag     | Step      | Due    | Days
    Ana Ruiz    | 18 Nov | Overdue  | Thank-you | 17 Nov | 1
    Ana Ruiz    | 19 Nov | Overdue  | Thank-you | 17 Nov | 2
    mei  CHEN   | 18 Nov | Overdue  | Thank-you | 17 Nov | 1
    mei  CHEN   | 19 Nov | Moved on |           |        |
    """
)
def test_only_meeting_the_same_person_again_ends_a_thank_you(row: Row, expected: Outcome) -> None:
    """Mei Chen was met on Mon 16 Nov and not thanked; on Thu 19 Nov comes whoever the table says."""
    [first] = conversations("Date \n 16 Nov")
    assert decided([first, {**row, "Date": known_day("19 Nov")}], row["as of"]) == expected


@cases(
    """
    Date  | Interviewer | Thank-you | Check-in | Last note | as of  | Flag    | Step      | Due    | Days
    9 Nov | Hana Sato   | 10 Nov    | 12 Nov   | 13 Nov    | 23 Nov | Due     | Check-in  | 23 Nov | 0
    9 Nov | Hana Sato   | 10 Nov    | 12 Nov   | 19 Nov    | 23 Nov | Soon    | Check-in  | 24 Nov | 0
    9 Nov | Hana Sato   | 10 Nov    | 16 Nov   |           | 23 Nov | Due     | Last note | 23 Nov | 0
    """
)
def test_what_was_sent_before_the_latest_interview_belongs_to_an_earlier_round(
    row: Row, expected: Outcome
) -> None:
    """Hana Sato is the Contact; the panel met on Mon 16 Nov."""
    contact = {**NORTHWIND, "Contact": "Hana Sato"}
    assert decided([row, *conversations("Thank-you \n 17 Nov")], row["as of"], contact) == expected


@cases(
    """
    Thank-you | Check-in | Pin    | Decision | as of  | Flag    | Step      | Due    | Days
    1 Dec     |          |        |          | 1 Dec  | Waiting | Check-in  | 4 Dec  | 0
    1 Dec     |          |        |          | 2 Dec  | Soon    | Check-in  | 4 Dec  | 0
    1 Dec     |          |        |          | 7 Dec  | Overdue | Check-in  | 4 Dec  | 1
    1 Dec     |          |        | 9 Dec    | 1 Dec  | Waiting | Check-in  | 10 Dec | 0
    1 Dec     |          | 2 Dec  |          | 2 Dec  | Due     | Check-in  | 2 Dec  | 0
    1 Dec     | 24 Nov   |        |          | 2 Dec  | Soon    | Last note | 4 Dec  | 0
    """
)
def test_letters_to_one_person_are_days_apart(row: Row, expected: Outcome) -> None:
    """Three business days, unless Follow up on says otherwise; the interview was on Mon 16 Nov."""
    assert decided([row], row["as of"]) == expected


def test_days_between_letters_are_the_users() -> None:
    [row] = conversations("Thank-you \n 1 Dec")
    for number, due in ((0, "1 Dec"), (1, "2 Dec"), (6, "9 Dec")):
        settings = Settings(country="", days_between_letters=number)
        assert decided([row], "1 Dec", settings=settings)[3] == due


def test_a_conversation_of_another_application_changes_nothing() -> None:
    [row] = conversations("Date   \n 16 Nov")
    other = {**row, "Application": "Contoso", "Date": known_day("17 Nov")}
    assert decided([row, other], "18 Nov") == decided([row], "18 Nov")


@pytest.mark.parametrize(
    ("status", "flag"),
    [
        ("Applied", "Overdue"),
        ("Interviewing", "Overdue"),
        ("Offer", "Overdue"),
        ("Accepted", "Closed"),
        ("Withdrawn", "Closed"),
        ("Rejected", "Closed"),
    ],
)
def test_the_applications_status_closes_it(status: str, flag: str) -> None:
    row: Row = {"Application": "NORTHWIND", "Interviewer": "Mei Chen", "Date": known_day("16 Nov")}
    assert decided([row], "18 Nov", {**NORTHWIND, "Status": status})[1] == flag
    skipped = {**row, "Follow up": "Nothing"}
    assert decided([skipped], "18 Nov", {**NORTHWIND, "Status": status})[1] == "Skipped"


def test_only_an_error_in_the_row_itself_makes_it_fix() -> None:
    book = tables(conversations("Date | Follow up \n 16 Nov | Nothing \n 16 Nov | \n 16 Nov | "))
    problems = [
        error_in("Interviews", 2),
        error_in("Interviews", 3, Severity.WARNING),
        error_in("Applications", 2),
        error_in("Interviewers", 4),
        error_in("Interviews", 0),
    ]
    flags = decide(book, known_day("18 Nov"), problems).conversations["Flag"]
    assert flags.to_list() == ["Fix", "Overdue", "Overdue"]


def test_a_row_without_a_readable_date_is_fix_whatever_was_said_of_it() -> None:
    book = tables(conversations("Date | Thank-you \n | 17 Nov \n 16 Nov | 17 Nov"))
    assert decide(book, known_day("23 Nov"), []).conversations["Flag"].to_list() == ["Fix", "Due"]


CALL: Row = {"Step": "Call", "Letter": "call", "Counts from": "Previous step", "Business days": 2}
AT_ONCE: Row = {"Step": "Card", "Letter": "card", "Counts from": "Interview", "Business days": 0}


@cases(
    """
    Thank-you | Check-in | Last note | Call  | as of  | Flag       | Step | Due   | Days
    17 Nov    | 23 Nov   | 30 Nov    |       | 1 Dec  | Soon       | Call | 3 Dec | 0
    17 Nov    | 23 Nov   | 30 Nov    |       | 3 Dec  | Due        | Call | 3 Dec | 0
    17 Nov    | 23 Nov   | 30 Nov    | 3 Dec | 16 Dec | Waiting    |      |       |
    17 Nov    | 23 Nov   | 30 Nov    | 3 Dec | 17 Dec | Gone quiet |      |       |
    """
)
def test_a_step_of_the_users_own_joins_the_cadence(row: Row, expected: Outcome) -> None:
    assert decided([row], row["as of"], cadence=[*DEFAULT_CADENCE, CALL]) == expected


@cases(
    """
    Date   | Thank-you | Card   | as of  | Flag       | Step      | Due    | Days
    16 Nov |           |        | 16 Nov | Soon       | Thank-you | 17 Nov | 0
    16 Nov | 16 Nov    |        | 19 Nov | Due        | Card      | 19 Nov | 0
    16 Nov |           | 16 Nov | 17 Nov | Due        | Thank-you | 17 Nov | 0
    16 Nov | 16 Nov    | 16 Nov | 27 Nov | Waiting    |           |        |
    16 Nov | 16 Nov    | 16 Nov | 30 Nov | Gone quiet |           |        |
    21 Nov |           | 21 Nov | 22 Nov | Soon       | Thank-you | 23 Nov | 0
    """
)
def test_the_thank_you_comes_first_wherever_it_stands(row: Row, expected: Outcome) -> None:
    """Zero business days after a day is that day itself."""
    assert decided([row], row["as of"], cadence=[AT_ONCE, DEFAULT_CADENCE[0]]) == expected


@cases(
    """
    Thank-you | Last note | Follow up      | as of  | Flag    | Step      | Due    | Days
              |           |                | 20 Nov | Soon    | Last note | 23 Nov | 0
              |           | Thank-you only | 20 Nov | Done    |           |        |
              | 20 Nov    |                | 20 Nov | Waiting |           |        |
    """
)
def test_a_cadence_without_a_thank_you_never_asks_for_one(row: Row, expected: Outcome) -> None:
    """Its first step counts from the interview where it would count from the previous step."""
    assert decided([row], row["as of"], cadence=DEFAULT_CADENCE[2:]) == expected


@cases(
    """
    Thank-you | Call   | as of  | Flag       | Step      | Due    | Days
              |        | 1 Dec  | Overdue    | Thank-you | 17 Nov | 10
              |        | 2 Dec  | Overdue    | Call      | 19 Nov | 9
    24 Nov    |        | 25 Nov | Soon       | Call      | 27 Nov | 0
              | 20 Nov | 3 Dec  | Waiting    |           |        |
              | 20 Nov | 4 Dec  | Gone quiet |           |        |
    """
)
def test_a_step_after_a_missed_one_counts_from_the_day_that_had_been_due(
    row: Row, expected: tuple[str]
) -> None:
    assert decided([row], row["as of"], cadence=[DEFAULT_CADENCE[0], CALL]) == expected


def test_when_every_step_was_missed_it_has_gone_quiet() -> None:
    [row] = conversations("Date   \n 16 Nov")
    assert decided([row], "1 Dec", cadence=DEFAULT_CADENCE[:1])[1] == "Overdue"
    assert decided([row], "2 Dec", cadence=DEFAULT_CADENCE[:1])[1] == "Gone quiet"


@cases(
    """
    Thank-you | Last note | as of  | Flag    | Step      | Due    | Days
              |           | 16 Nov | Waiting | Thank-you | 18 Nov | 0
              |           | 17 Nov | Soon    | Thank-you | 18 Nov | 0
              |           | 23 Nov | Overdue | Thank-you | 18 Nov | 3
              |           | 24 Nov | Overdue | Check-in  | 19 Nov | 3
    18 Nov    |           | 20 Nov | Soon    | Check-in  | 23 Nov | 0
    """
)
def test_the_figures_are_the_users(row: Row, expected: Outcome) -> None:
    """Thank-you after 2 business days, late after 3; soon within 1; 3 without a date."""
    cadence = [{**DEFAULT_CADENCE[0], "Business days": 2, "Late after": 3}, *DEFAULT_CADENCE[1:]]
    figures = Settings(country="", soon_within=1, wait_without_date=3)
    assert decided([row], row["as of"], cadence=cadence, settings=figures) == expected


def test_a_thank_you_without_late_after_is_never_late_by_count() -> None:
    [row] = conversations("Date   \n 16 Nov")
    cadence = [{**DEFAULT_CADENCE[0], "Late after": None}]
    assert decided([row], "16 Nov 2027", cadence=cadence)[1:4] == ("Overdue", "Thank-you", "17 Nov")


@pytest.mark.parametrize(("days", "flag"), [(0, "Gone quiet"), (1, "Waiting"), (2, "Waiting")])
def test_gone_quiet_after_is_counted_from_the_last_step_sent(days: int, flag: str) -> None:
    [row] = conversations("Date | Thank-you | Check-in | Last note\n 16 Nov | 17 Nov | 24 Nov | 1 Dec")
    figures = Settings(country="", gone_quiet_after=days)
    assert decided([row], "1 Dec", settings=figures)[1] == flag

"""Why, word for word: one sentence a person would say."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from eitherway.decide import decide
from tests.decide.workbooks import (
    DEFAULT_CADENCE,
    NORTHWIND,
    Row,
    conversations,
    error_in,
    known_day,
    tables,
)


def whys(rows: Sequence[Row], as_of: str, application: Row = NORTHWIND) -> list[str]:
    plan = decide(tables(rows, [application]), known_day(as_of), [])
    return plan.conversations["Why"].to_list()


def check(text: str) -> None:
    """Lines with bars are the dates of a conversation on Mon 16 Nov; below each stands its Why."""
    head, *lines = text.strip().splitlines()
    expected: dict[str, str] = {}
    for line in lines:
        if "|" in line:
            expected[line] = ""
        else:
            [*_, dates] = expected
            expected[dates] = f"{expected[dates]} {line.strip()}".strip()
    for dates, why in expected.items():
        [row] = conversations(f"{head}\n{dates}")
        assert whys([row], str(row["as of"])) == [why]


def test_a_thank_you_that_is_owed() -> None:
    check(
        """
        as of  | Pin
        13 Nov |
            You meet on Mon 16 Nov.
        16 Nov |
            You met on Mon 16 Nov; the thank-you is due on Tue 17 Nov.
        17 Nov |
            No thank-you yet: you met on Mon 16 Nov.
        24 Nov |
            No thank-you yet: you met on Mon 16 Nov.
        18 Nov | 20 Nov
            You met on Mon 16 Nov; you chose Fri 20 Nov for the thank-you.
        24 Nov | 20 Nov
            No thank-you yet: you met on Mon 16 Nov and chose Fri 20 Nov for it.
        """
    )


def test_a_company_that_ends_on_a_stop_brings_no_second_one() -> None:
    [row] = conversations("as of  | Thank-you\n24 Nov | 17 Nov")
    offer = {**NORTHWIND, "Company": "Acme Inc.", "Status": "Offer"}
    assert whys([row], str(row["as of"]), offer) == ["There is an offer from Acme Inc."]


def test_a_check_in_that_is_owed() -> None:
    check(
        """
        as of  | Thank-you | Decision | Reply  | Pin
        18 Nov | 17 Nov    |          |        |
            They named no day for a decision; the check-in is due on Mon 23 Nov.
        24 Nov | 17 Nov    |          |        |
            No word since your thank-you on Tue 17 Nov; they named no day for a decision.
        18 Nov | 17 Nov    | 27 Nov   |        |
            They said they would decide by Fri 27 Nov; the check-in is due on Mon 30 Nov.
        30 Nov | 17 Nov    | 27 Nov   |        |
            No word since your thank-you on Tue 17 Nov; they said they would decide by Fri 27 Nov.
        30 Nov | 17 Nov    | 27 Nov   | 20 Nov |
            No word since their reply on Fri 20 Nov; they said they would decide by Fri 27 Nov.
        20 Nov | 17 Nov    |          |        | 25 Nov
            No word yet since your thank-you on Tue 17 Nov; you chose Wed 25 Nov for the check-in.
        26 Nov | 17 Nov    |          |        | 25 Nov
            No word since your thank-you on Tue 17 Nov; you chose Wed 25 Nov for the check-in.
        """
    )


def test_a_last_note_that_is_owed_and_the_silence_after_it() -> None:
    check(
        """
        as of  | Thank-you | Check-in | Last note
        25 Nov | 17 Nov    | 24 Nov   |
            No word yet since your check-in on Tue 24 Nov; the last note is due on Tue 1 Dec.
        1 Dec  | 17 Nov    | 24 Nov   |
            No word since your check-in on Tue 24 Nov.
        2 Dec  | 17 Nov    | 24 Nov   | 1 Dec
            No word yet since your last note on Tue 1 Dec; every step is sent.
        15 Dec | 17 Nov    | 24 Nov   | 1 Dec
            No word since your last note on Tue 1 Dec; no step is left.
        """
    )


def test_a_missed_thank_you_is_said() -> None:
    check(
        """
        as of  | Check-in | Last note | Decision | Reply  | Follow up      | Pin
        2 Dec  |          |           |          |        |                |
            The thank-you is too late to send; no word since you met on Mon 16 Nov,
            and they named no day for a decision.
        2 Dec  |          |           | 4 Dec    |        |                |
            The thank-you is too late to send; they said they would decide by Fri 4 Dec,
            and the check-in is due on Mon 7 Dec.
        3 Dec  |          |           |          |        |                | 18 Nov
            The thank-you is too late to send; no word since you met on Mon 16 Nov,
            and you chose Wed 18 Nov for the check-in.
        2 Dec  | 24 Nov   |           |          |        |                |
            The thank-you is too late to send; no word since your check-in on Tue 24 Nov.
        2 Dec  | 24 Nov   | 1 Dec     |          |        |                |
            The thank-you is too late to send; no word yet since your last note on Tue 1 Dec,
            and every step is sent.
        2 Dec  |          |           |          | 20 Nov |                |
            The thank-you is too late to send; they answered on Fri 20 Nov.
        2 Dec  |          |           |          |        | Thank-you only |
            The thank-you is too late to send; you chose to send no more than that.
        """
    )


def test_nothing_is_owed() -> None:
    check(
        """
        as of  | Thank-you | Reply  | Follow up
        24 Nov | 17 Nov    | 20 Nov |
            They answered on Fri 20 Nov.
        24 Nov | 17 Nov    |        | Thank-you only
            Your thank-you went out on Tue 17 Nov; you chose to send no more than that.
        24 Nov |           |        | Nothing
            You chose to send nothing here.
        """
    )


def test_a_cadence_without_a_thank_you_has_sent_none() -> None:
    book = tables(conversations("Follow up \n Thank-you only"), cadence=DEFAULT_CADENCE[1:])
    [why] = decide(book, known_day("24 Nov"), []).conversations["Why"]
    assert why == "You chose to send no more than a thank-you."


@pytest.mark.parametrize(
    ("application", "why"),
    [
        ({"Status": "Rejected", "Company": "Northwind"}, "Northwind said no."),
        ({"Status": "Rejected", "Company": ""}, "They said no."),
        ({"Status": "Rejected", "Company": "iRobot"}, "iRobot said no."),
        ({"Status": "Withdrawn", "Company": "Northwind"}, "You withdrew."),
        ({"Status": "Accepted", "Company": "Northwind"}, "You accepted."),
    ],
)
def test_closed_says_who_closed_it(application: Row, why: str) -> None:
    assert whys(conversations("Round \n 1"), "24 Nov", {**NORTHWIND, **application}) == [why]


@pytest.mark.parametrize(
    ("round_", "as_of", "why"),
    [
        ("2", "24 Nov", "Round 2 came after it, on Mon 23 Nov."),
        ("2", "20 Nov", "Round 2 comes after it, on Mon 23 Nov."),
        ("2nd round", "24 Nov", "2nd round came after it, on Mon 23 Nov."),
        ("Final", "24 Nov", "The final round came after it, on Mon 23 Nov."),
        ("HR", "24 Nov", "The HR round came after it, on Mon 23 Nov."),
        ("", "24 Nov", "Another interview came after it, on Mon 23 Nov."),
    ],
)
def test_moved_on_names_the_first_later_round(round_: str, as_of: str, why: str) -> None:
    rows = conversations(
        f"""
        Date   | Thank-you | Round
        16 Nov | 17 Nov    | 1
        30 Nov |           | 9
        23 Nov |           | {round_}
        """
    )
    assert whys(rows, as_of)[0] == why


def test_moved_on_names_the_same_round_in_any_order() -> None:
    row, *panel = conversations(
        "Date | Thank-you | Round \n 16 Nov | 17 Nov | 1 \n 23 Nov | | \n 23 Nov | | 2"
    )
    for later in (panel, panel[::-1]):
        assert whys([row, *later], "24 Nov")[0] == "Round 2 came after it, on Mon 23 Nov."


def test_moved_on_says_that_the_thank_you_was_missed() -> None:
    rows = conversations("Date | Round \n 16 Nov | 1 \n 23 Nov | 2")
    assert whys(rows, "24 Nov")[0] == (
        "You met again on Mon 23 Nov, so this thank-you is left out; round 2 came after it, on Mon 23 Nov."
    )


def test_a_panel_says_who_is_asked_and_what_happened_last() -> None:
    rows = conversations(
        """
        Date   | Interviewer   | Thank-you | Reply
        9 Nov  | Hana Sato     | 10 Nov    |
        16 Nov | Dan Whitfield | 17 Nov    |
        16 Nov | Ana Ruiz      | 17 Nov    |
        9 Nov  | Jo Berg       |           |
        """
    )
    assert whys(rows, "23 Nov")[1:3] == [
        "No word since your thank-you on Tue 17 Nov; they named no day for a decision.",
        "Thanked; news is asked of Dan Whitfield.",
    ]
    contact = {**NORTHWIND, "Contact": "Hana Sato"}
    assert whys(rows, "23 Nov", contact)[:2] == [
        "No word since the interview on Mon 16 Nov; they named no day for a decision.",
        "Thanked; news is asked of Hana Sato.",
    ]
    later = [{**row, "Date": known_day("16 Nov")} for row in rows]
    assert whys(later, "2 Dec")[3] == "The thank-you is too late to send; news is asked of Hana Sato."


def test_an_offer_is_said() -> None:
    offer = {**NORTHWIND, "Status": "Offer", "Company": "iRobot"}
    rows = conversations("Thank-you | Round \n 17 Nov | 1 \n | 1")
    assert whys(rows, "2 Dec", offer) == [
        "There is an offer from iRobot.",
        "The thank-you is too late to send; there is an offer from iRobot.",
    ]


def test_on_a_day_off_what_was_due_before_it_says_so() -> None:
    check(
        """
        Date   | as of  | Thank-you | Decision
        19 Nov | 21 Nov |           |
            No thank-you yet: you met on Thu 19 Nov; it was due on Fri 20 Nov.
        9 Nov  | 21 Nov | 10 Nov    | 19 Nov
            No word since your thank-you on Tue 10 Nov; they said they would decide by Thu 19 Nov,
            so the check-in was due on Fri 20 Nov.
        13 Nov | 21 Nov | 16 Nov    |
            No word since your thank-you on Mon 16 Nov; they named no day for a decision,
            so the check-in was due on Fri 20 Nov.
        """
    )


def test_fix_points_to_problems() -> None:
    book = tables(conversations("Date | Thank-you \n | 17 Nov \n 16 Nov | 17 Nov"))
    plan = decide(book, known_day("24 Nov"), [error_in("Interviews", 3)])
    assert plan.conversations["Why"].to_list() == ["Mend this row first: see Problems."] * 2


def test_the_year_is_said_where_it_is_not_this_one() -> None:
    [row] = conversations("Date | Thank-you | Decision \n 30 Dec | 31 Dec | 8 Jan 2027")
    assert whys([row], "31 Dec") == [
        "They said they would decide by Fri 8 Jan 2027; the check-in is due on Mon 11 Jan 2027."
    ]
    assert whys([row], "11 Jan 2027") == [
        "No word since your thank-you on Thu 31 Dec 2026; they said they would decide by Fri 8 Jan."
    ]


def test_a_step_of_the_users_own_is_said_by_its_name() -> None:
    call: Row = {"Step": "Call", "Letter": "call", "Counts from": "Interview", "Business days": 1}
    hr: Row = {"Step": "HR call", "Letter": "call", "Counts from": "Previous step", "Business days": 1}
    rows = conversations(
        """
        Follow up | Thank-you | Call
        All steps |           |
        All steps | 16 Nov    |
        All steps | 16 Nov    | 17 Nov
        """
    )
    book = tables(rows, cadence=[DEFAULT_CADENCE[0], call, hr])
    assert decide(book, known_day("16 Nov"), []).conversations["Why"].to_list() == [
        "You met on Mon 16 Nov; the thank-you is due on Tue 17 Nov.",
        "No word yet since your thank-you on Mon 16 Nov; the call waits until Thu 19 Nov.",
        "No word yet since your call on Tue 17 Nov; the HR call waits until Fri 20 Nov.",
    ]

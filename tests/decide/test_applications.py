"""What an application says of its conversations."""

from __future__ import annotations

import pandas as pd
import pytest

from eitherway.decide import decide
from eitherway.model.problems import Problem
from tests.decide.workbooks import NORTHWIND, conversations, error_in, known_day, tables

COLUMNS = ["Thanked", "Next due", "Flag", "Last contact"]


def summary(text: str, *problems: Problem, as_of: str = "24 Nov") -> list[str]:
    """Thanked, Next due, Flag and Last contact of Northwind, Excel's row 2 of Applications."""
    plan = decide(tables(conversations(text)), known_day(as_of), problems)
    assert plan.applications.columns.to_list() == ["row", "Application", *COLUMNS]
    assert plan.applications[["row", "Application"]].to_numpy().tolist() == [[2, "Northwind"]]
    cells = plan.applications[COLUMNS].iloc[0]
    return [
        "" if pd.isna(cell) else f"{cell:%a %d %b}" if isinstance(cell, pd.Timestamp) else cell
        for cell in cells
    ]


def test_a_panel_and_the_round_before_it() -> None:
    text = """
        Date   | Interviewer | Thank-you | Check-in | Reply
        9 Nov  | Mei Chen    | 10 Nov    |          | 12 Nov
        16 Nov | Mei Chen    |           |          |
        16 Nov | Ana Ruiz    | 17 Nov    | 23 Nov   |
        16 Nov | Jo Berg     |           |          |
        """
    assert summary(text) == ["2 of 3", "Tue 17 Nov", "Overdue", "Mon 23 Nov"]


def test_thanked_counts_people_who_were_met() -> None:
    """Whoever was thanked once, however the name is typed, is thanked; a row without a name is nobody."""
    text = """
        Date   | Interviewer | Thank-you
        24 Nov | Mei Chen    | 24 Nov
        16 Nov | MEI  chen   |
        25 Nov | Ana Ruiz    |
        25 Nov | Jo Berg     | 24 Nov
        16 Nov |             | 17 Nov
        """
    assert summary(text)[0] == "1 of 1"
    assert summary(text, as_of="25 Nov")[0] == "2 of 3"
    assert summary(text, as_of="13 Nov")[0] == ""


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Thank-you | Check-in \n 17 Nov | 24 Nov \n 17 Nov |", "Waiting"),
        ("Thank-you | Check-in \n 17 Nov |        \n 17 Nov | 24 Nov", "Overdue"),
        ("Thank-you | Check-in \n 17 Nov | 24 Nov \n        | 24 Nov", "Overdue"),
        ("Thank-you | Follow up \n | Nothing \n 17 Nov | Thank-you only", "Done"),
        ("Thank-you | Date \n 17 Nov | 16 Nov \n | 30 Nov", "Upcoming"),
        ("Thank-you | Reply \n 17 Nov | 20 Nov \n 17 Nov | ", "Answered"),
        ("Date | Application \n 16 Nov | Another", ""),
    ],
)
def test_the_flag_is_the_worst_of_its_conversations(text: str, flag: str) -> None:
    assert summary(text)[2] == flag


def test_an_error_in_a_conversation_or_in_its_own_row_is_fix() -> None:
    answered = "Thank-you | Reply \n 17 Nov | 20 Nov \n 17 Nov | 20 Nov"
    assert summary(answered)[2] == "Answered"
    assert summary(answered, error_in("Interviews", 3))[2] == "Fix"
    assert summary(answered, error_in("Applications", 2))[2] == "Fix"
    assert summary(answered, error_in("Applications", 3))[2] == "Answered"
    nothing_yet = "Date | Application \n 16 Nov | Another"
    assert summary(nothing_yet, error_in("Applications", 2)) == ["", "", "Fix", ""]


def test_next_due_is_the_earliest_that_is_still_owed() -> None:
    text = """
        Thank-you | Follow up | Decision
        17 Nov    | All steps | 30 Nov
        17 Nov    | All steps | 27 Nov
                  | Nothing   |
        """
    assert summary(text)[1] == "Mon 30 Nov"


def test_last_contact_is_the_latest_sent_or_reply_date() -> None:
    assert summary("Thank-you | Reply \n 17 Nov | 20 Nov \n 19 Nov |")[3] == "Fri 20 Nov"
    assert summary("Thank-you | Reply \n 17 Nov | 20 Nov \n 23 Nov |")[3] == "Mon 23 Nov"
    assert summary("Round | Thank-you \n 1 |")[2:] == ["Overdue", ""]


def test_applications_stay_in_order_and_twins_say_the_same() -> None:
    northwind = {**NORTHWIND, "Application": " NORTHWIND"}
    book = tables(
        conversations("Thank-you \n 17 Nov"), [{**NORTHWIND, "Application": "Zoo"}, NORTHWIND, northwind]
    )
    plan = decide(book, known_day("24 Nov"), [])
    assert plan.applications["Flag"].to_list() == ["", "Overdue", "Overdue"]
    assert plan.applications["row"].to_list() == [2, 3, 4]

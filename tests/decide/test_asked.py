"""Whom to ask for news: one person of each application, and what stands for all of it."""

from __future__ import annotations

import pytest

from eitherway.decide import decide
from tests.decide.workbooks import NORTHWIND, conversations, known_day, tables


def panel(text: str, contact: str = "", status: str = "Interviewing", as_of: str = "23 Nov") -> list[str]:
    """What each row of a panel of Northwind's comes to: its flag, and its step if it has one."""
    application = {**NORTHWIND, "Contact": contact, "Status": status}
    plan = decide(tables(conversations(text), [application]), known_day(as_of), []).conversations
    return [f"{flag} {step}".strip() for flag, step in zip(plan["Flag"], plan["Step"], strict=True)]


PANEL = """
    Date   | Interviewer | Thank-you | Follow up
    9 Nov  | Hana Sato   | 10 Nov    |
    16 Nov | Mei Chen    | 17 Nov    |
    16 Nov | Ana Ruiz    | 17 Nov    |
    16 Nov | Jo Berg     |           |
    """


@pytest.mark.parametrize(
    ("contact", "flags"),
    [
        ("", ["Moved on", "Due Check-in", "Done", "Overdue Thank-you"]),
        ("Nobody we know", ["Moved on", "Due Check-in", "Done", "Overdue Thank-you"]),
        ("ana  RUIZ", ["Moved on", "Done", "Due Check-in", "Overdue Thank-you"]),
        ("Hana Sato", ["Due Check-in", "Done", "Done", "Overdue Thank-you"]),
        ("Jo Berg", ["Moved on", "Done", "Done", "Overdue Thank-you"]),
    ],
)
def test_every_interviewer_is_thanked_and_one_is_asked_for_news(contact: str, flags: list[str]) -> None:
    """The Contact, else the first of the latest day; the steps count from that day, whoever is asked."""
    assert panel(PANEL, contact) == flags


def test_all_steps_on_the_latest_day_is_asked_in_place_of_the_contact() -> None:
    chosen = PANEL.replace("Ana Ruiz    | 17 Nov    |", "Ana Ruiz    | 17 Nov    | All steps")
    assert panel(chosen, "Mei Chen") == ["Moved on", "Done", "Due Check-in", "Overdue Thank-you"]
    both = chosen.replace("Mei Chen    | 17 Nov    |", "Mei Chen    | 17 Nov    | All steps")
    assert panel(both) == ["Moved on", "Due Check-in", "Due Check-in", "Overdue Thank-you"]
    earlier = PANEL.replace("Hana Sato   | 10 Nov    |", "Hana Sato   | 10 Nov    | All steps")
    assert panel(earlier) == ["Moved on", "Due Check-in", "Done", "Overdue Thank-you"]


@pytest.mark.parametrize("who", ["Hana Sato", "Mei Chen", "Ana Ruiz", "Jo Berg"])
def test_an_answer_by_anybody_answers_for_the_application(who: str) -> None:
    """On or after the latest interview; what they wrote before it belongs to an earlier round."""
    rows = [{**row, "Thank-you sent": known_day("17 Nov")} for row in conversations(PANEL)]

    def flag_of_the_asked(reply: str) -> str:
        answered = {"Reply received": known_day(reply)}
        book = tables([{**row, **(answered if row["Interviewer"] == who else {})} for row in rows])
        flag: str = decide(book, known_day("23 Nov"), []).conversations["Flag"][1]
        return flag

    assert flag_of_the_asked("18 Nov") == flag_of_the_asked("16 Nov") == "Answered"
    assert flag_of_the_asked("13 Nov") == "Due"


def test_an_interview_to_come_ends_the_asking_for_news() -> None:
    rows = f"{PANEL.rstrip()}\n    30 Nov | Lee Moss    |           |"
    moved_on = ["Moved on", "Moved on", "Moved on", "Overdue Thank-you", "Upcoming"]
    assert panel(rows) == panel(rows, "Hana Sato") == moved_on


def test_after_an_offer_nobody_is_asked_and_everybody_is_still_thanked() -> None:
    assert panel(PANEL, status="Offer") == ["Answered", "Answered", "Answered", "Overdue Thank-you"]
    only = PANEL.replace("Mei Chen    | 17 Nov    |", "Mei Chen    | 17 Nov    | Thank-you only")
    assert panel(only, status="Offer")[1] == "Done"

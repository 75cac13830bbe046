"""What a coach looks for: interviews of the week, offers, silence, interviews to come."""

from __future__ import annotations

from eitherway.decide import decide
from eitherway.decide.insight.client import Standing, standing
from tests.decide.workbooks import NORTHWIND, Row, conversations, known_day, tables

CONTOSO: Row = {"Application": "Contoso", "Company": "Contoso", "Role": "Lead", "Status": "Interviewing"}


def of(text: str, *applications: Row, as_of: str = "20 Nov") -> Standing:
    made = tables(conversations(text), applications or (NORTHWIND, CONTOSO))
    return standing(decide(made, known_day(as_of), []), made)


def test_a_panel_is_one_interview_of_the_week() -> None:
    text = """
        Date   | Interviewer | Application
        16 Nov | Mei Chen    | Northwind
        16 Nov | Ana Ruiz    | northwind
        22 Nov | Jo Berg     | Contoso
        15 Nov | Jo Berg     | Contoso
        23 Nov | Jo Berg     | Contoso
        """
    assert of(text).interviews_this_week == 2


def test_offers() -> None:
    accepted, offered = {**NORTHWIND, "Status": "Accepted"}, {**CONTOSO, "Status": "Offer"}
    assert of("Date\n16 Nov", accepted, offered).offers == 2


def test_silence_is_counted_from_the_last_interview_longest_first() -> None:
    text = """
        Date   | Application | Reply
        2 Nov  | Northwind   | 4 Nov
        16 Nov | Northwind   |
        9 Nov  | Contoso     |
        """
    found = of(text).silences
    assert [(each.application, str(each.since), each.days) for each in found] == [
        ("Contoso", "2026-11-09", 11),
        ("Northwind", "2026-11-16", 4),
    ]


def test_who_answered_decided_or_will_be_met_is_not_silent() -> None:
    assert of("Date | Reply\n9 Nov | 9 Nov").silences == ()
    assert of("Date\n9 Nov", {**NORTHWIND, "Status": "Rejected"}).silences == ()
    assert of("Date\n9 Nov", {**NORTHWIND, "Status": "Offer"}).silences == ()
    assert of("Date\n9 Nov\n24 Nov").silences == ()
    assert of("Date\n24 Nov").silences == ()


def test_interviews_to_come_with_their_panels() -> None:
    text = """
        Date   | Interviewer | Application
        24 Nov | Mei Chen    | Northwind
        24 Nov | Ana Ruiz    | Northwind
        23 Nov | Jo Berg     | Contoso
        """
    found = of(text).coming
    assert [(str(each.day), each.company, each.interviewers) for each in found] == [
        ("2026-11-23", "Contoso", "Jo Berg"),
        ("2026-11-24", "Northwind", "Mei Chen, Ana Ruiz"),
    ]

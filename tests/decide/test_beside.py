"""What stands beside the reason: Ontario's day, and what Today asks for on the evening of an interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from eitherway.decide import decide
from eitherway.model.records import Settings
from eitherway.model.report import todays_list
from tests.decide.workbooks import NORTHWIND, conversations, known_day, tables

ONTARIO = Settings(country="Canada", region="Ontario")
TOLD = "They must tell you by Thu 31 Dec (45 days, Ontario)."


def why(
    text: str, as_of: str, settings: Settings = ONTARIO, application: Mapping[str, str] = MappingProxyType({})
) -> str:
    rows = conversations(text)
    plan = decide(tables(rows, [{**NORTHWIND, **application}], settings=settings), known_day(as_of), [])
    return str(plan.conversations["Why"].iloc[-1])


@pytest.mark.parametrize(
    "settings",
    [
        ONTARIO,
        replace(ONTARIO, country="CA", region="ON"),
        replace(ONTARIO, country="canada", region="ontario"),
    ],
)
def test_the_45_days_of_ontario(settings: Settings) -> None:
    told = why("Thank-you\n17 Nov", "20 Nov", settings)
    assert told == f"They named no day for a decision; the check-in is due on Mon 23 Nov. {TOLD}"


@pytest.mark.parametrize(
    "settings",
    [
        replace(ONTARIO, region="Quebec"),
        replace(ONTARIO, region=""),
        Settings(country="United States", region="WA"),
        Settings(country=""),
    ],
)
def test_elsewhere_nobody_must_tell(settings: Settings) -> None:
    assert "must tell" not in why("Thank-you\n17 Nov", "20 Nov", settings)


def test_the_day_has_passed() -> None:
    told = why("Thank-you\n17 Nov", "4 Jan 2027")
    assert told.endswith("They had to tell you by Thu 31 Dec 2026 (45 days, Ontario).")


def test_the_last_interview_counts() -> None:
    """45 calendar days after 30 Nov is 14 Jan."""
    text = """
        Date   | Interviewer | Thank-you
        16 Nov | Mei Chen    | 17 Nov
        30 Nov | Ana Ruiz    |
        """
    assert why(text, "1 Dec").endswith("They must tell you by Thu 14 Jan 2027 (45 days, Ontario).")
    assert "must tell" not in why(text, "20 Nov")


@pytest.mark.parametrize(
    ("text", "application"),
    [
        ("Thank-you | Reply\n17 Nov | 18 Nov", {}),
        ("Thank-you\n17 Nov", {"Status": "Rejected"}),
        ("Thank-you\n17 Nov", {"Status": "Offer"}),
        ("Follow up\nNothing", {}),
    ],
)
def test_where_nothing_is_waited_for(text: str, application: dict[str, str]) -> None:
    assert "must tell" not in why(text, "20 Nov", application=application)


def test_interviews_before_the_law() -> None:
    assert "tell you" not in why("Date | Thank-you\n31 Dec 2025 | 31 Dec 2025", "5 Jan 2026")


def asked(point: str, as_of: str, thank_you: date | None = None) -> list[str]:
    [row] = conversations("Interviewer\nMei Chen")
    row = {**row, "What we talked about": point, "Thank-you sent": thank_you}
    plan = decide(tables([row]), known_day(as_of), [])
    return [str(each["why"]) for each in todays_list(plan) if "Note tonight" in str(each["why"])]


def test_the_evening_after_today_asks_for_what_was_talked_about() -> None:
    assert asked("", "16 Nov") == [
        "You met on Mon 16 Nov; the thank-you is due on Tue 17 Nov. Note tonight what the two of you talked "
        "about (What we talked about): the thank-you waits for it."
    ]
    assert asked("n/a", "16 Nov")


@pytest.mark.parametrize(
    ("point", "as_of", "thank_you"),
    [
        ("the move to SAP", "16 Nov", None),
        ("", "13 Nov", None),
        ("", "16 Nov", date(2026, 11, 16)),
        ("", "17 Nov", None),
    ],
)
def test_otherwise_it_does_not(point: str, as_of: str, thank_you: date | None) -> None:
    """Once it is due, Problems says that the letter waits."""
    assert asked(point, as_of, thank_you) == []

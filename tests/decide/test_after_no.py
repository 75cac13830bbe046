"""The note after a no: offered once, to one person of the application, and never overdue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import pytest

from eitherway.decide import decide
from eitherway.model.choices import STATUSES
from eitherway.model.records import Plan, Settings
from eitherway.model.schema import CADENCE
from eitherway.model.steps import DEFAULT_CADENCE
from tests.decide.workbooks import NORTHWIND, Row, conversations, day, known_day, tables

PANEL = """
    Date   | Interviewer | Thank-you | Reply
    16 Nov | Mei Chen    | 17 Nov    |
    16 Nov | Ana Ruiz    | 17 Nov    | 20 Nov
    """


def planned(
    text: str,
    as_of: str,
    /,
    *,
    sent: str = "",
    decided: str = "",
    days_off: Sequence[date] = (),
    status: str = "Rejected",
    contact: str = "",
) -> Plan:
    """The plan of a rejected Northwind; `sent` is the last row's After no sent,
    `decided` the day of the decision.
    """
    rows = [dict(row) for row in conversations(text)]
    rows[-1]["After no sent"] = day(sent)
    rejected: Row = {**NORTHWIND, "Status": status, "Contact": contact, "Decided on": day(decided)}
    return decide(tables(rows, [rejected], days_off=days_off), known_day(as_of), [])


def offered(plan: Plan) -> list[str]:
    """Where a note is offered: whom, the flag, the last day for it, days overdue."""
    rows = plan.owed[plan.owed["Step"] == "After no"]
    columns = (rows["Interviewer"], rows["Flag"], rows["Due"].dt.strftime("%d %b"), rows["Days overdue"])
    return [f"{name}: {flag} {due} {overdue}" for name, flag, due, overdue in zip(*columns, strict=True)]


@pytest.mark.parametrize(
    ("as_of", "notes"),
    [
        ("20 Nov", ["Mei Chen: Soon 04 Dec 0"]),
        ("3 Dec", ["Mei Chen: Soon 04 Dec 0"]),
        ("4 Dec", ["Mei Chen: Due 04 Dec 0"]),
        ("5 Dec", []),
    ],
)
def test_it_is_offered_for_ten_business_days_to_whoever_was_asked_for_news(
    as_of: str, notes: list[str]
) -> None:
    """Without a day of the decision, from the last contact with anybody of the application."""
    assert offered(planned(PANEL, as_of)) == notes


def test_the_day_of_the_decision_counts_where_it_is_typed() -> None:
    assert offered(planned(PANEL, "8 Dec", decided="7 Dec")) == ["Mei Chen: Soon 21 Dec 0"]
    assert offered(planned(PANEL, "6 Dec", decided="7 Dec")) == []  # it is still to come
    assert offered(planned(PANEL, "8 Dec", days_off=[known_day("21 Dec")], decided="7 Dec")) == [
        "Mei Chen: Soon 22 Dec 0"
    ]


def test_on_a_weekend_before_the_last_day_it_is_still_to_come() -> None:
    assert offered(planned(PANEL, "6 Dec", decided="23 Nov")) == ["Mei Chen: Soon 07 Dec 0"]


def test_it_is_offered_once() -> None:
    assert offered(planned(PANEL, "24 Nov", sent="23 Nov")) == []


@pytest.mark.parametrize("status", [each for each in STATUSES if each != "Rejected"])
def test_it_is_offered_after_a_no_alone(status: str) -> None:
    assert offered(planned(PANEL, "24 Nov", status=status)) == []


def test_nobody_is_written_to_who_is_to_be_left_alone_or_was_never_met() -> None:
    assert offered(planned("Follow up\nNothing", "18 Nov")) == []
    assert offered(planned("Follow up\nThank-you only", "18 Nov")) == []
    assert offered(planned("Date\n20 Nov", "18 Nov")) == []
    assert offered(planned("Follow up\nAll steps", "18 Nov")) == ["Mei Chen: Soon 30 Nov 0"]


def test_the_contact_gets_it() -> None:
    assert offered(planned(PANEL, "24 Nov", contact="Ana Ruiz")) == ["Ana Ruiz: Soon 04 Dec 0"]


def test_the_row_stays_closed_in_the_plan_of_the_cadence() -> None:
    plan = planned(PANEL, "24 Nov")
    assert plan.conversations["Flag"].to_list() == ["Closed", "Closed"]
    assert plan.conversations["Step"].to_list() == ["", ""]
    assert plan.applications["Flag"].to_list() == ["Closed"]
    others = [
        name for name in plan.owed if name not in ("Step", "Due", "Days overdue", "Flag", "Why", "Channel")
    ]
    pd.testing.assert_frame_equal(plan.owed[others], plan.conversations[others])
    assert list(plan.owed.dtypes) == list(plan.conversations.dtypes)


def test_why_says_until_when() -> None:
    said = "Northwind said no on Mon 23 Nov; a note of thanks keeps the door open, until Mon 7 Dec."
    assert said in planned(PANEL, "24 Nov", decided="23 Nov").owed["Why"].to_list()
    said = "Northwind said no; a note of thanks keeps the door open, until Fri 4 Dec."
    assert said in planned(PANEL, "24 Nov").owed["Why"].to_list()


def test_a_step_written_on_a_card_goes_by_post() -> None:
    """Though the row of the cadence is a short e-mail, as every later step is."""
    own: list[Row] = [dict(zip(CADENCE.names, step, strict=True)) for step in DEFAULT_CADENCE]
    own[0] = {**own[0], "Letter": "note-card"}
    plan = decide(
        tables(conversations("Date\n16 Nov"), cadence=own, settings=Settings()), known_day("17 Nov"), []
    )
    assert plan.conversations["Channel"].to_list() == ["Email"]
    assert plan.owed["Channel"].to_list() == ["Post"]

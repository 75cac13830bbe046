"""What a coach looks for in a client's workbook: interviews, offers, and who has been silent for how long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from eitherway.decide.insight.searched import rows, searched
from eitherway.decide.insight.waiting import State, waits
from eitherway.model.records import Flag, Plan
from eitherway.model.schema import OFFER
from eitherway.model.tables import Tables
from eitherway.words.names import folded

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Silence:
    """An interview without an answer: whose, since when, and for how many calendar days."""

    company: str
    role: str
    since: date
    days: int


@dataclass(frozen=True, slots=True)
class Coming:
    """An interview that is to come, with everybody of its panel."""

    day: date
    company: str
    role: str
    interviewers: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a client stands. `interviews_this_week` are those from Monday to Sunday of the plan's week, a panel
    as one; `offers` are applications with Status Offer or Accepted; `silences` come longest first.
    """

    interviews_this_week: int
    offers: int
    silences: tuple[Silence, ...]
    coming: tuple[Coming, ...]


def standing(plan: Plan, tables: Tables) -> Standing:
    """How the search of this workbook stands on the plan's day."""
    interviews = _interviews(plan)
    monday = plan.as_of - timedelta(days=plan.as_of.weekday())
    week = [day for _, day in interviews if monday <= day < monday + timedelta(days=7)]
    status = tables.applications["Status"]
    silent = sorted(_silences(plan, tables), key=lambda each: (-each.days, each.company, each.role))
    return Standing(
        interviews_this_week=len(week),
        offers=int(status.isin((OFFER, "Accepted")).sum()),
        silences=tuple(silent),
        coming=tuple(_coming(plan)),
    )


def _interviews(plan: Plan) -> list[tuple[str, date]]:
    """Every interview once: its application, folded, and its day."""
    frame = plan.conversations
    dated = zip(frame["Application"], frame["Date"], strict=True)
    found = {(folded(label), day): None for label, at in dated if (day := _day(at))}
    return [*found]


def _silences(plan: Plan, tables: Tables) -> Iterator[Silence]:
    """The interviews that are unanswered, as `waiting.waits` has it."""
    for wait in waits(searched(tables.applications, rows(tables.interviews), plan.as_of)):
        if wait.state is State.UNANSWERED and wait.days is not None:
            yield Silence(wait.application.company, wait.application.role, wait.interview, wait.days)


def _coming(plan: Plan) -> Iterator[Coming]:
    panels: dict[tuple[date, str], list[Row]] = {}
    for row in plan.conversations.to_dict("records"):
        day = _day(row["Date"])
        if day and row["Flag"] == Flag.UPCOMING:
            panels.setdefault((day, folded(row["Application"])), []).append(row)
    for (day, _), rows in sorted(panels.items()):
        names = ", ".join(dict.fromkeys(row["Interviewer"] for row in rows if row["Interviewer"]))
        yield Coming(day, rows[0]["Company"] or rows[0]["Application"], rows[0]["Role"], names)


def _day(value: Any) -> date | None:
    return None if value is None or pd.isna(value) else value.date()

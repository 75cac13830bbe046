"""What a coach looks for in a client's workbook: interviews, offers, and who has been silent for how long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from eitherway.model.records import Flag, Plan
from eitherway.model.schema import CLOSED_STATUSES, OFFER, REPLY
from eitherway.model.tables import Tables
from eitherway.words.names import folded

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Silence:
    """An application whose last interview is without an answer: since when, and for how many calendar days."""

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
    silent = sorted(_silences(plan, tables, interviews), key=lambda each: (-each.days, each.company, each.role))
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


def _silences(plan: Plan, tables: Tables, interviews: list[tuple[str, date]]) -> Iterator[Silence]:
    replies: dict[str, date] = {}
    typed = tables.interviews
    for label, at in zip(typed["Application"], typed[REPLY], strict=True):
        if day := _day(at):
            replies[folded(label)] = max(day, replies.get(folded(label), day))
    last: dict[str, date] = {}
    for label, day in interviews:
        last[label] = max(day, last.get(label, day))
    seen: set[str] = set()
    for row in tables.applications.to_dict("records"):
        key = folded(row["Application"])
        since = last.get(key)
        if key in seen or since is None or since > plan.as_of or row["Status"] in (*CLOSED_STATUSES, OFFER):
            continue
        seen.add(key)
        answered = replies.get(key)
        decided = _day(row["Decided on"])
        if (answered and answered >= since) or (decided and since <= decided <= plan.as_of):
            continue
        yield Silence(row["Company"], row["Role"], since, (plan.as_of - since).days)


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

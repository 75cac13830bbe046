"""What a coach looks for in a client's workbook: interviews, offers, and who has been silent for how long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from eitherway.decide.insight.rows import Row, rows_of
from eitherway.decide.insight.searched import rows, searched
from eitherway.decide.insight.silence import silence
from eitherway.decide.insight.waiting import waits
from eitherway.model.insight import Silence
from eitherway.model.records import Flag, Plan
from eitherway.model.tables import Tables
from eitherway.words.names import folded

SEVEN = timedelta(days=7)


class Coming(NamedTuple):
    """An interview that is to come, with everybody of its panel."""

    day: date
    company: str
    role: str
    interviewers: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a client stands, each word as docs/insight.md has it. `interviews_this_week` are those from Monday
    to Sunday of the plan's week; `offers` are applications; `silences` come longest first.
    """

    interviews_this_week: int
    offers: int
    silences: tuple[Silence, ...]
    coming: tuple[Coming, ...]


def standing(plan: Plan, tables: Tables) -> Standing:
    """How the search of this workbook stands on the plan's day."""
    applications = searched(tables.applications, rows(tables.interviews), plan.as_of)
    monday = plan.as_of - timedelta(days=plan.as_of.weekday())
    days = [day for each in applications for day in each.interviews if monday <= day < monday + SEVEN]
    flags = dict(zip(plan.applications["row"].tolist(), plan.applications["Flag"].tolist(), strict=True))
    return Standing(
        interviews_this_week=len(days),
        offers=sum(each.is_offered for each in applications),
        silences=tuple(silence(waits(applications), flags)),
        coming=tuple(_coming(plan)),
    )


def _coming(plan: Plan) -> Iterator[Coming]:
    panels: dict[tuple[date, str], list[Row]] = {}
    for row in rows_of(plan.conversations):
        day = row["Date"]
        if day and row["Flag"] == Flag.UPCOMING:
            panels.setdefault((day, folded(row["Application"])), []).append(row)
    for (day, _), panel in sorted(panels.items()):
        names = ", ".join(dict.fromkeys(row["Interviewer"] for row in panel if row["Interviewer"]))
        yield Coming(day, panel[0]["Company"] or panel[0]["Application"], panel[0]["Role"], names)

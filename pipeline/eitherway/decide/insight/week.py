"""The week in review: seven days up to a day, and what comes in the seven after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from eitherway.decide.business_days import business_days
from eitherway.decide.insight.searched import Row, days, rows
from eitherway.model.insight import Event, Review
from eitherway.model.records import ON_TODAYS_LIST, Flag, Plan
from eitherway.model.tables import Tables

SEVEN = timedelta(days=7)
ENDED = (Flag.CLOSED, Flag.ANSWERED, Flag.FIX)


def review(tables: Tables, plan: Plan) -> Review:
    """The seven days that end on the plan's day, and the next seven.

    *Met*: interviews that took place. *Sent*: letters of any step. *Answered*: replies, and decisions heard.
    *Gone quiet*: conversations that are Gone quiet now and became so in these days, "Gone quiet after"
    business days after their last letter. *Next*: what is on today's list, what falls due, interviews, and
    the days by which they said they would decide. Each is in the order of the days.
    """
    until, found = plan.as_of, rows(tables.interviews)
    since = until - SEVEN + timedelta(days=1)
    companies = plan.conversations["Company"].tolist()
    labels = plan.conversations["Application"].tolist()
    places = [company or label for company, label in zip(companies, labels, strict=True)]
    quiet = list(_quiet(tables, plan, found, places))
    return Review(
        since=since,
        until=until,
        next_until=until + SEVEN,
        met=_within(_met(found, places), since, until),
        sent=_within(_sent(found, places), since, until),
        answered=_within([*_replies(found, places), *_decisions(tables)], since, until),
        gone_quiet=_within(quiet, since, until),
        quiet_before=sum(each.day < since for each in quiet),
        next=sorted([*_to_write(plan, until + SEVEN), *_to_come(plan, found, places)]),
        begins=_begins(tables, found),
    )


def _begins(tables: Tables, found: list[Row]) -> date | None:
    known = (day for row in found for day in (row.met, *(day for _, day in row.sent)))
    return min((day for day in (*days(tables.applications["Applied on"]), *known) if day), default=None)


def _within(events: Iterator[Event] | list[Event], since: date, until: date) -> list[Event]:
    return sorted(each for each in events if since <= each.day <= until)


def _met(found: list[Row], places: list[str]) -> Iterator[Event]:
    for row, where in zip(found, places, strict=True):
        if row.met:
            yield Event(row.met, "Interview", row.interviewer, where)


def _sent(found: list[Row], places: list[str]) -> Iterator[Event]:
    for row, where in zip(found, places, strict=True):
        for step, day in row.sent:
            yield Event(day, step, row.interviewer, where)


def _replies(found: list[Row], places: list[str]) -> Iterator[Event]:
    for row, where in zip(found, places, strict=True):
        if row.reply:
            yield Event(row.reply, "Reply", row.interviewer, where)


def _decisions(tables: Tables) -> Iterator[Event]:
    frame = tables.applications
    cells = (days(frame["Decided on"]), frame["Status"].tolist(), frame["Company"].tolist())
    for day, status, company in zip(*cells, strict=True):
        if day:
            yield Event(day, f"Decision ({status})" if status else "Decision", "", company)


def _quiet(tables: Tables, plan: Plan, found: list[Row], places: list[str]) -> Iterator[Event]:
    """Each conversation that is Gone quiet, on the day on which it became so."""
    calendar, after = business_days(tables, plan.as_of), tables.settings.gone_quiet_after
    flags = plan.conversations["Flag"].tolist()
    for row, where, flag in zip(found, places, flags, strict=True):
        if flag == Flag.GONE_QUIET:
            last = max((day for _, day in row.sent), default=row.met or plan.as_of)
            day = calendar.after(np.array([last], dtype="datetime64[D]"), after).tolist()[0]
            yield Event(day, "Gone quiet", row.interviewer, where)


def _to_write(plan: Plan, next_until: date) -> Iterator[Event]:
    frame = plan.conversations
    names = ("Step", "Flag", "Interviewer", "Company", "Application")
    cells = (frame[name].tolist() for name in names)
    for due, step, flag, who, company, label in zip(days(frame["Due"]), *cells, strict=True):
        if due and (flag in ON_TODAYS_LIST or due <= next_until):
            overdue = ", overdue" if flag == Flag.OVERDUE else ""
            yield Event(due, f"{step}{overdue}", who, company or label)


def _to_come(plan: Plan, found: list[Row], places: list[str]) -> list[Event]:
    """Interviews and promised decisions; a decision that several rows name comes once."""
    frame, until = plan.conversations, plan.as_of
    promised = days(frame["Decision date"])
    events = set()
    for row, where, flag, decision in zip(found, places, frame["Flag"].tolist(), promised, strict=True):
        if row.met and until < row.met <= until + SEVEN and flag != Flag.CLOSED:
            events.add(Event(row.met, "Interview", row.interviewer, where))
        if decision and until < decision <= until + SEVEN and flag not in ENDED:
            events.add(Event(decision, "They decide", "", where))
    return [*events]

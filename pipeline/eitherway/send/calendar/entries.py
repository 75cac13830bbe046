"""Which entries a calendar gets: each interview, each follow-up that is open, and those that are done with.

An entry's `uid` comes from the application, the day of the interview, the interviewer and the step, so an
import after a change moves or cancels the entry of before where the calendar heeds UIDs (RFC 5545, 3.8.4.7).
Stamp and sequence come from the dates in the workbook: the clock has no part in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID, uuid5

import pandas as pd

from eitherway.letters.owed.sources import People, people, person
from eitherway.model.records import ON_TODAYS_LIST, Flag, Plan
from eitherway.model.schema import REPLY
from eitherway.model.steps import sent_column
from eitherway.model.tables import Tables
from eitherway.send.calendar.times import span
from eitherway.words.names import folded

SPACE = UUID("6a0a3b0e-6a41-5c7c-9d0c-5a1f5f0c7f0e")
"""The namespace of our UIDs (RFC 9562, 5.5): for ever the same."""

HOUR = timedelta(hours=1)
OPEN = (*ON_TODAYS_LIST, Flag.WAITING)
INTERVIEW = "Interview"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a calendar: `begin` and `end` are days (the end exclusive) or the user's own wall clock."""

    uid: str
    summary: str
    begin: date
    end: date
    stamp: date
    sequence: int = 0
    description: str = ""
    location: str = ""
    cancelled: bool = False


class Row(NamedTuple):
    """A conversation as planned, with what was typed beside it; `sent` are the days by step."""

    application: str
    company: str
    role: str
    round: str
    day: date
    interviewer: str
    step: str
    due: date | None
    flag: str
    channel: str
    format: str
    time: str
    reply: date | None
    sent: dict[str, date]


def entries(plan: Plan, tables: Tables) -> list[Entry]:
    """Everything the calendar gets, in the order of the workbook: the interviews first."""
    rows = list(_rows(plan, tables))
    everyone = people(tables)
    steps = [step for step in tables.cadence["Step"] if step]
    follow_ups = [entry for row in rows for entry in _follow_ups(row, steps)]
    return _told_apart([*_interviews(rows, everyone, plan.as_of), *follow_ups])


def unread_times(plan: Plan, tables: Tables) -> list[str]:
    """What was typed as a time and is none, each once: these interviews are entered as whole days."""
    return list(dict.fromkeys(row.time for row in _rows(plan, tables) if row.time and not span(row.time)))


def _interviews(rows: list[Row], everyone: People, as_of: date) -> Iterator[Entry]:
    """A panel is one interview: one entry for all whom one meets at the same time."""
    panels: dict[tuple[str, date, str, str], list[Row]] = {}
    for row in rows:
        panels.setdefault((folded(row.application), row.day, row.round, row.time), []).append(row)
    for panel in panels.values():
        first = panel[0]
        begin, end = _times(first)
        yield Entry(
            uid=_uid(first, INTERVIEW),
            summary=f"Interview: {first.company}, {first.role}",
            begin=begin,
            end=end,
            stamp=first.day,
            sequence=int(_is_off(first, as_of)),
            description=f"With {_listed([row.interviewer for row in panel])}.",
            location=_location(first, everyone),
            cancelled=_is_off(first, as_of),
        )


def _is_off(row: Row, as_of: date) -> bool:
    return row.flag == Flag.CLOSED and row.day > as_of


def _times(row: Row) -> tuple[date, date]:
    typed = span(row.time)
    if not typed:
        return row.day, row.day + timedelta(days=1)
    begin = datetime.combine(row.day, typed.begin)
    return begin, datetime.combine(row.day, typed.end) if typed.end else begin + HOUR


def _location(row: Row, everyone: People) -> str:
    known = person(everyone, row.interviewer, row.company)
    on_site = row.format.casefold() == "on site" and known.address
    return ", ".join(line.strip(" ,") for line in known.address.splitlines()) if on_site else row.format


def _follow_ups(row: Row, steps: list[str]) -> Iterator[Entry]:
    """The step that is owed; and, cancelled, those that were sent and the one that is owed no longer."""
    is_open = row.flag in OPEN and row.step and row.due
    unsent = [step for step in steps if step not in row.sent]
    for step in steps:
        if is_open and step == row.step:
            assert row.due
            yield _follow_up(row, step, row.due, cancelled=False)
        elif step in row.sent:
            yield _follow_up(row, step, row.sent[step], cancelled=True)
        elif not is_open and step == unsent[0] and row.flag not in (Flag.UPCOMING, Flag.FIX):
            yield _follow_up(row, step, row.day, cancelled=True)


def _follow_up(row: Row, step: str, day: date, *, cancelled: bool) -> Entry:
    known = [*row.sent.values(), *([row.reply] if row.reply else [])]
    by = f" Goes out by: {row.channel}." if row.channel else ""
    return Entry(
        uid=_uid(row, step),
        summary=f"{step}: {row.interviewer}, {row.company}",
        begin=day,
        end=day + timedelta(days=1),
        stamp=max([row.day, *known]),
        sequence=len(known) + cancelled,
        description=f"{row.role}. You met on {row.day.isoformat()}.{by}",
        cancelled=cancelled,
    )


def _uid(row: Row, step: str) -> str:
    key = (folded(row.application), row.day.isoformat(), folded(row.interviewer), folded(step))
    return str(uuid5(SPACE, "\n".join(key)))


def _told_apart(found: list[Entry]) -> list[Entry]:
    """Of rows that are alike the first counts: no calendar takes two entries of one UID."""
    return list({entry.uid: entry for entry in reversed(found)}.values())[::-1]


def _rows(plan: Plan, tables: Tables) -> Iterator[Row]:
    """The conversations that have a day and a name."""
    steps = [step for step in tables.cadence["Step"] if step]
    typed = {int(each["row"]): each for each in tables.interviews.to_dict("records")}
    for each in plan.conversations.to_dict("records"):
        beside = typed[int(each["row"])]
        day, due = _day(each["Date"]), _day(each["Due"])
        if day is None or not each["Interviewer"]:
            continue
        sent = {step: on for step in steps if (on := _day(beside.get(sent_column(step))))}
        yield Row(
            application=each["Application"],
            company=each["Company"],
            role=each["Role"],
            round=each["Round"],
            day=day,
            interviewer=each["Interviewer"],
            step=each["Step"],
            due=due,
            flag=each["Flag"],
            channel=each["Channel"],
            format=beside.get("Format", ""),
            time=beside.get("Time", ""),
            reply=_day(beside[REPLY]),
            sent=sent,
        )


def _day(value: Any) -> date | None:
    return None if value is None or pd.isna(value) else value.date()


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

"""The next interview, prepared: who will be there, what was said and promised, when to ask for news."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from eitherway.decide.business_days import BusinessDays, business_days
from eitherway.decide.insight.rows import Row, rows_of
from eitherway.model.records import Flag, Plan
from eitherway.model.schema import REPLY
from eitherway.model.steps import DECISION_DATE, SENT, THANK_YOU, sent_column
from eitherway.model.tables import Tables
from eitherway.words.names import folded


@dataclass(frozen=True, slots=True)
class Guest:
    """One interviewer: the name, what Interviewers says of them, and the last day you met, if any."""

    name: str
    title: str = ""
    greet_as: str = ""
    notes: str = ""
    met: date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """An earlier conversation of the same application; `sent` are the days by step, `reply` their answer."""

    day: date
    round: str
    who: str
    talked: str
    own_words: str
    notes: str
    sent: Mapping[str, date]
    reply: date | None


@dataclass(frozen=True, slots=True)
class Card:
    """What the card of one interview says; the rows of a panel are one interview, `rows` are Excel's.

    `decide_by` is the day that they named, None where they named none. `ask_on` is the business day on which
    to ask for news: after that day, or, without one, as many business days after the interview as Settings
    say.
    """

    rows: tuple[int, ...]
    company: str
    role: str
    reference: str
    day: date
    time: str
    round: str
    format: str
    link: str
    why_this_job: str
    notes: str
    guests: tuple[Guest, ...]
    before: tuple[Meeting, ...]
    decide_by: date | None
    ask_on: date


def next_rows(tables: Tables, plan: Plan) -> dict[int, str]:
    """The Excel rows of the next day with an interview, of applications that are not closed, with their Time.

    One of today has taken place once its thank-you is sent or the workbook says what was talked about.
    """
    flags = dict(zip(plan.conversations["row"], plan.conversations["Flag"], strict=True))
    coming = [
        each
        for each in rows_of(tables.interviews)
        if (day := each["Date"])
        and day >= plan.as_of
        and flags.get(each["row"]) != Flag.CLOSED
        and not (day == plan.as_of and (each["What we talked about"] or each[sent_column(THANK_YOU)]))
    ]
    first = min((each["Date"] for each in coming), default=None)
    return {int(each["row"]): each["Time"] for each in coming if each["Date"] == first}


def card(tables: Tables, plan: Plan, row: int) -> Card:
    """The card of the interview in this row of Interviews, which has a Date."""
    typed = rows_of(tables.interviews)
    [mine] = [each for each in typed if each["row"] == row]
    day: date = mine["Date"]
    same = [each for each in typed if _is_same(each, mine)]
    job = _job(tables, mine["Application"])
    planned = plan.conversations.loc[plan.conversations["row"] == row].iloc[0]
    before = sorted(_before(typed, mine), key=lambda meeting: meeting.day)
    decide_by = _promised(same, job, day)
    return Card(
        rows=tuple(int(each["row"]) for each in same),
        company=planned["Company"] or mine["Application"],
        role=planned["Role"],
        reference=job.get("Reference", ""),
        day=day,
        time=mine["Time"],
        round=mine["Round"],
        format=mine["Format"],
        link=job.get("Link", ""),
        why_this_job=job.get("Why this job", ""),
        notes="\n".join(dict.fromkeys(each["Notes"] for each in same if each["Notes"]))
        or job.get("Notes", ""),
        guests=tuple(_guests(tables, same, planned["Company"], before)),
        before=tuple(before),
        decide_by=decide_by,
        ask_on=_ask_on(tables, business_days(tables, max(plan.as_of, day)), day, decide_by),
    )


def _is_same(each: Row, mine: Row) -> bool:
    """Whether the row is of the same interview: a panel has a row for each of its people."""
    keys = ("Application", "Round", "Time")
    return bool(each["Date"] == mine["Date"]) and all(folded(each[key]) == folded(mine[key]) for key in keys)


def _job(tables: Tables, label: str) -> Row:
    rows = rows_of(tables.applications)
    return next((row for row in rows if folded(row["Application"]) == folded(label)), {})


def _before(typed: Sequence[Row], mine: Row) -> Iterator[Meeting]:
    for each in typed:
        day = each["Date"]
        if day is None or folded(each["Application"]) != folded(mine["Application"]) or day >= mine["Date"]:
            continue
        sent = {name.removesuffix(SENT): on for name in each if name.endswith(SENT) and (on := each[name])}
        yield Meeting(
            day,
            each["Round"],
            each["Interviewer"],
            each["What we talked about"],
            each["In your own words"],
            each["Notes"],
            sent,
            each[REPLY],
        )


def _guests(tables: Tables, same: Sequence[Row], company: str, before: Sequence[Meeting]) -> Iterator[Guest]:
    people = rows_of(tables.interviewers)
    for name in dict.fromkeys(each["Interviewer"] for each in same if each["Interviewer"]):
        alike = [person for person in people if folded(person["Interviewer"]) == folded(name)]
        here = [person for person in alike if folded(person["Company"]) == folded(company)]
        known = next(iter(here or (alike if len(alike) == 1 else [])), None)
        met = max((each.day for each in before if folded(each.who) == folded(name)), default=None)
        if known is None:
            yield Guest(name, met=met)
        else:
            yield Guest(known["Interviewer"], known["Title"], known["Greet as"], known["Notes"], met)


def _promised(same: Sequence[Row], job: Row, day: date) -> date | None:
    """The first day that they named, of the rows' and the application's, not before the interview."""
    named = [each["Decision by"] for each in (*same, job) if "Decision by" in each]
    return min((each for each in named if each and each >= day), default=None)


def _ask_on(tables: Tables, calendar: BusinessDays, day: date, decide_by: date | None) -> date:
    """As the cadence's first step after the Decision date has it."""
    if decide_by is None:
        start, number = day, tables.settings.wait_without_date
    else:
        steps = tables.cadence[tables.cadence["Counts from"] == DECISION_DATE]["Business days"].dropna()
        start, number = decide_by, int(steps.iloc[0]) if len(steps) else 1
    found: date = calendar.after(np.array([start], dtype="datetime64[D]"), number)[0].astype(object)
    return found

"""The figures behind the Dashboard: formulas over the tables, each with the value that it will have.

A viewer that does not calculate shows the stored values, so they are worked out here from the same rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from eitherway.model.records import Flag
from eitherway.model.schema import (
    APPLICATIONS,
    CLOSED_STATUSES,
    INTERVIEWS,
    STATUSES,
    STEPS,
    sent_column,
)

Rows = Sequence[Mapping[str, object]]
WEEKS = 8

# LibreOffice trusts the stored values of a file that it did not save; a term that changes with the day makes
# it count again on opening, as Excel does in any case.
COUNT_AGAIN = "+0*TODAY()"


@dataclass(frozen=True, slots=True)
class Figure:
    """A formula and its value; `{label}` stands for the cell at the left end of its line, `{below}` for the
    cell under its own.
    """

    formula: str
    value: int | date | str


@dataclass(frozen=True, slots=True)
class Block:
    """The figures behind one chart: its heads, and lines of a label (or a figure) and figures."""

    heads: tuple[str, ...]
    lines: tuple[tuple[str | Figure, ...], ...]


def column(table: str, name: str) -> str:
    """A table's column as formulas name it."""
    return f"{table}[{name}]"


SENT_COLUMNS = tuple(sent_column(step) for step in STEPS)
ALL_SENT = ",".join(column(INTERVIEWS.name, name) for name in SENT_COLUMNS)
FLAGS = column(INTERVIEWS.name, "Flag")


def by_flag(interviews: Rows) -> Block:
    """How many conversations have each flag, worst first."""
    return Block(
        ("Flag", "Conversations"), counted(interviews, INTERVIEWS.name, "Flag", [flag.value for flag in Flag])
    )


def by_status(applications: Rows) -> Block:
    """How many applications have each status."""
    return Block(("Status", "Applications"), counted(applications, APPLICATIONS.name, "Status", STATUSES))


def counted(rows: Rows, table: str, name: str, values: Sequence[str]) -> tuple[tuple[str | Figure, ...], ...]:
    formula = f"=COUNTIF({column(table, name)},{{label}}){COUNT_AGAIN}"
    return tuple((value, Figure(formula, having(rows, name, value))) for value in values)


def by_stage(interviews: Rows) -> Block:
    """How far the conversations have come: held or planned, each step sent, answered."""
    stages = {"Conversations": "Date", **{name: name for name in SENT_COLUMNS}, "Answered": "Reply received"}
    lines = tuple(
        (stage, Figure(f"=COUNT({column(INTERVIEWS.name, name)}){COUNT_AGAIN}", len(dates(interviews, name))))
        for stage, name in stages.items()
    )
    return Block(("Stage", "Conversations"), lines)


def by_week(interviews: Rows) -> Block:
    """How many letters of each step went out in the last weeks; the last is that of the latest letter.

    It counts back from the latest letter, not from today, so that a chart opened later is not empty.
    """
    sent = {name: dates(interviews, name) for name in SENT_COLUMNS}
    latest = max((day for days in sent.values() for day in days), default=None)
    lines = []
    for back in range(WEEKS - 1, -1, -1):
        monday = monday_of(latest) - timedelta(weeks=back) if latest else None
        label = Figure(LATEST_MONDAY if back == 0 else WEEK_BEFORE, monday or "")
        lines.append((label, *(Figure(in_week(name), within(sent[name], monday)) for name in SENT_COLUMNS)))
    return Block(("Week of", *STEPS), tuple(lines))


LATEST_MONDAY = f'=IF(COUNT({ALL_SENT})=0,"",MAX({ALL_SENT})-WEEKDAY(MAX({ALL_SENT}),3){COUNT_AGAIN})'
WEEK_BEFORE = '=IF({below}="","",{below}-7)'


def in_week(name: str) -> str:
    cells = column(INTERVIEWS.name, name)
    return f'=IF({{label}}="",0,COUNTIFS({cells},">="&{{label}},{cells},"<"&{{label}}+7){COUNT_AGAIN})'


def within(days: Sequence[date], monday: date | None) -> int:
    return sum(monday <= day < monday + timedelta(weeks=1) for day in days) if monday else 0


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def having(rows: Rows, name: str, *values: str) -> int:
    return sum(row.get(name) in values for row in rows)


def dates(rows: Rows, name: str) -> list[date]:
    """The column's dates, as COUNT would count them: text is left out."""
    found = (row.get(name) for row in rows)
    return [day.date() if isinstance(day, datetime) else day for day in found if isinstance(day, date)]


def open_applications(applications: Rows) -> Figure:
    """Applications that are neither accepted, withdrawn nor rejected."""
    status = column(APPLICATIONS.name, "Status")
    closed = "".join(f'-COUNTIF({status},"{closed}")' for closed in CLOSED_STATUSES)
    named = sum(bool(row.get("Application")) for row in applications)
    value = named - having(applications, "Status", *CLOSED_STATUSES)
    return Figure(f"=COUNTA({column(APPLICATIONS.name, 'Application')}){closed}{COUNT_AGAIN}", value)


def flagged(interviews: Rows, *flags: Flag) -> Figure:
    """Conversations that have one of the flags."""
    formula = "+".join(f'COUNTIF({FLAGS},"{flag}")' for flag in flags)
    return Figure(f"={formula}{COUNT_AGAIN}", having(interviews, "Flag", *flags))


def conversations(interviews: Rows) -> Figure:
    """All conversations that have a date."""
    return Figure(f"=COUNT({column(INTERVIEWS.name, 'Date')}){COUNT_AGAIN}", len(dates(interviews, "Date")))


def letters_sent(interviews: Rows) -> Figure:
    """All letters that went out, of any step."""
    value = sum(len(dates(interviews, name)) for name in SENT_COLUMNS)
    return Figure(f"=COUNT({ALL_SENT}){COUNT_AGAIN}", value)

"""The rows that letters draw on, taken out of the frames once: plain tuples and lookups by folded name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from eitherway import names
from eitherway.problems import Location
from eitherway.records import Plan
from eitherway.tables import Tables


class Conversation(NamedTuple):
    """A row of Interviews, as planned; `point` is the cell "What we talked about"."""

    row: int
    application: str
    company: str
    role: str
    round: str
    day: date | None
    interviewer: str
    step: str
    flag: str
    channel: str
    point: str
    tone: str
    decision_by: date | None


class Application(NamedTuple):
    """What a letter says of a row of Applications."""

    row: int
    reference: str
    tone: str
    why_this_job: str
    decision_by: date | None


class Person(NamedTuple):
    """A row of Interviewers."""

    name: str
    greet_as: str
    title: str
    company: str
    email: str
    address: str


class Template(NamedTuple):
    """The template that the cadence names for a step, and the cell that names it."""

    name: str
    where: Location


folded = lru_cache(maxsize=2**16)(names.folded)
"""Labels and names recur in very many rows."""

People = Mapping[str, list[Person]]
"""Everyone in Interviewers, by folded name."""


def conversations(plan: Plan, tables: Tables) -> list[Conversation]:
    """Every conversation, in the workbook's order."""
    typed = tables.interviews[["row", "What we talked about", "Tone", "Decision by"]]
    rows = plan.conversations.merge(typed, on="row", how="left", validate="one_to_one")
    columns = (
        *_lists(rows, "row", "Application", "Company", "Role", "Round"),
        _days(rows["Date"]),
        *_lists(rows, "Interviewer", "Step", "Flag", "Channel", "What we talked about", "Tone"),
        _days(rows["Decision by"]),
    )
    return list(map(Conversation._make, zip(*columns, strict=True)))


def applications(tables: Tables) -> dict[str, Application]:
    """Every application, by folded label."""
    rows = tables.applications
    columns = (*_lists(rows, "row", "Reference", "Tone", "Why this job"), _days(rows["Decision by"]))
    labels = map(folded, rows["Application"].tolist())
    return dict(zip(labels, map(Application._make, zip(*columns, strict=True)), strict=True))


def people(tables: Tables) -> People:
    """Everyone in Interviewers, by folded name; two people may share one."""
    columns = _lists(tables.interviewers, "Interviewer", "Greet as", "Title", "Company", "Email", "Address")
    found: dict[str, list[Person]] = {}
    for person in map(Person._make, zip(*columns, strict=True)):
        found.setdefault(folded(person.name), []).append(person)
    return found


def person(everyone: People, name: str, company: str) -> Person:
    """The interviewer of that name: of two, the one at `company`; else no more than the name as typed."""
    alike = everyone.get(folded(name), [])
    here = [each for each in alike if folded(each.company) == folded(company)]
    known = here or alike
    if len(alike) == 1 or here:
        return known[0]
    return Person(name, "", "", "", "", "")


def templates(tables: Tables) -> dict[str, Template]:
    """The template of each step, by the step's name."""
    rows = tables.cadence
    cells = zip(*_lists(rows, "row", "Step", "Letter"), strict=True)
    return {step: Template(name, place(tables, "Cadence", row, "Letter")) for row, step, name in cells}


def place(tables: Tables, table: str, row: int, column: str) -> Location:
    """The cell of a table, wherever the table stands; `row` 0 means the column as a whole."""
    return tables.places[table].at(row, column)


def _lists(rows: pd.DataFrame, *names: str) -> list[list[object]]:
    return [rows[name].tolist() for name in names]


def _days(column: pd.Series) -> list[date | None]:
    days: list[date | None] = column.to_numpy("datetime64[D]").tolist()
    return days

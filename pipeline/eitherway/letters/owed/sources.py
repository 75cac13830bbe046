"""The rows that letters draw on, taken out of the frames once: plain tuples and lookups by folded name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from eitherway.model.problems import Location
from eitherway.model.records import Plan
from eitherway.model.tables import Tables
from eitherway.words.names import folded
from eitherway.words.roles import spoken_role

if TYPE_CHECKING:
    import pandas as pd


class Conversation(NamedTuple):
    """A row of Interviews, as planned: `point` and `own_words` are the cells "What we talked about" and
    "In your own words", `decision` is the Decision date that counts.
    """

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
    decision: date | None
    point: str
    own_words: str
    tone: str


class Application(NamedTuple):
    """What a letter says of a row of Applications."""

    row: int
    reference: str
    tone: str
    why_this_job: str
    status: str


class Person(NamedTuple):
    """A row of Interviewers; `row` is 0 for somebody who has none."""

    row: int
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


People = Mapping[str, Mapping[str, Person]]
"""Everyone in Interviewers, by folded name and then by folded company."""


def conversations(plan: Plan, tables: Tables) -> list[Conversation]:
    """Every conversation with the step that is owed, or offered after a no, in the workbook's order."""
    typed = tables.interviews
    words = zip(*_lists(typed, "What we talked about", "In your own words", "Tone"), strict=True)
    by_row = dict(zip(typed["row"].tolist(), words, strict=True))
    rows = plan.owed
    columns = (
        *_lists(rows, "row", "Application", "Company"),
        map(spoken_role, rows["Role"].tolist()),
        *_lists(rows, "Round"),
        _days(rows["Date"]),
        *_lists(rows, "Interviewer", "Step", "Flag", "Channel"),
        _days(rows["Decision date"]),
    )
    return [Conversation(*each, *by_row[each[0]]) for each in zip(*columns, strict=True)]


def applications(tables: Tables) -> dict[str, Application]:
    """Every application, by folded label; the first row of a label that stands twice."""
    rows = tables.applications
    columns = _lists(rows, "row", "Reference", "Tone", "Why this job", "Status")
    found: dict[str, Application] = {}
    for label, *cells in zip(rows["Application"].tolist(), *columns, strict=True):
        found.setdefault(folded(label), Application._make(cells))
    return found


def people(tables: Tables) -> People:
    """Everyone in Interviewers; two people may share a name, and the first row of a person counts."""
    columns = _lists(
        tables.interviewers, "row", "Interviewer", "Greet as", "Title", "Company", "Email", "Address"
    )
    found: dict[str, dict[str, Person]] = {}
    for person in map(Person._make, zip(*columns, strict=True)):
        found.setdefault(folded(person.name), {}).setdefault(folded(person.company), person)
    return found


def person(everyone: People, name: str, company: str) -> Person:
    """The interviewer of that name at `company`, else the only one of that name; else the name as typed."""
    alike = everyone.get(folded(name), {})
    only = next(iter(alike.values())) if len(alike) == 1 else Person(0, name, "", "", "", "", "")
    return alike.get(folded(company), only)


def templates(tables: Tables) -> dict[str, Template]:
    """The template of each step of the cadence, by its name; the first row of a step that stands twice."""
    found: dict[str, Template] = {}
    for row, step, name in zip(*_lists(tables.cadence, "row", "Step", "Letter"), strict=True):
        found.setdefault(step, Template(name, place(tables, "Cadence", row, "Letter")))
    return found


def place(tables: Tables, table: str, row: int, column: str) -> Location:
    """The cell of a table, wherever the table stands; `row` 0 means the column as a whole."""
    return tables.places[table].at(row, column)


def _lists(rows: pd.DataFrame, *names: str) -> list[list[object]]:
    return [rows[name].tolist() for name in names]


def _days(column: pd.Series) -> list[date | None]:
    days: list[date | None] = column.to_numpy("datetime64[D]").tolist()
    return days

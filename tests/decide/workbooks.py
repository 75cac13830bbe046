"""Typed tables made from small text tables, as the reader would hand them over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from eitherway.model import schema, steps
from eitherway.model.codes import Code, Severity
from eitherway.model.columns import Column, Kind, Table
from eitherway.model.problems import Location, Problem
from eitherway.model.records import Settings
from eitherway.model.steps import sent_column
from eitherway.model.tables import Tables
from tests.grids import grid

Row = Mapping[str, object]

SHORT_NAMES = {"Reply": "Reply received", "Decision": "Decision by", "Pin": "Follow up on"} | {
    step: sent_column(step) for step in ("Thank-you", "Check-in", "Last note", "Call", "Card")
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NO_HOLIDAYS = Settings(country="")
NORTHWIND: Row = {
    "Application": "Northwind",
    "Company": "Northwind",
    "Role": "Analyst",
    "Status": "Interviewing",
}
DEFAULT_CADENCE: Sequence[Row] = [
    dict(zip(schema.CADENCE.names, step, strict=True)) for step in steps.DEFAULT_CADENCE
]


def day(text: str) -> date | None:
    """The date of "16 Nov", which is in 2026, or of "4 Jan 2027"; None for ""."""
    if not text:
        return None
    number, month, *year = text.split()
    return date(int(*year or ["2026"]), MONTHS.index(month) + 1, int(number))


def known_day(text: str) -> date:
    """A date that the test needs."""
    found = day(text)
    assert found is not None
    return found


def conversations(text: str) -> list[Row]:
    """Rows of Interviews: Northwind's, with Mei Chen, on Mon 16 Nov, where the text table does not say.

    Columns may have their short names: "Check-in" is "Check-in sent", "Pin" is "Follow up on".
    """
    usual = {"Application": "Northwind", "Interviewer": "Mei Chen", "Date": date(2026, 11, 16)}
    return [{**usual, **_dated(row)} for row in grid(text)]


def tables(
    interviews: Sequence[Row] = (),
    applications: Sequence[Row] = (NORTHWIND,),
    *,
    interviewers: Sequence[Row] = (),
    cadence: Sequence[Row] = DEFAULT_CADENCE,
    days_off: Sequence[date] = (),
    settings: Settings = NO_HOLIDAYS,
) -> Tables:
    """A whole workbook; each table's first row is Excel's row 2."""
    steps = [Column(sent_column(str(row["Step"])), Kind.DATE, 13, "") for row in cadence]
    return Tables(
        applications=_frame(schema.APPLICATIONS, applications),
        interviewers=_frame(schema.INTERVIEWERS, interviewers),
        interviews=_frame(schema.INTERVIEWS, interviews, steps),
        cadence=_frame(schema.CADENCE, cadence),
        days_off=_frame(schema.DAYS_OFF, [{"Date": each} for each in days_off]),
        settings=settings,
        places={},
    )


def error_in(table: str, row: int, severity: Severity = Severity.ERROR) -> Problem:
    """A problem that points at a row."""
    return Problem(
        Code.REQUIRED_EMPTY, severity, Location(table, row, "E", "", table), "Is empty.", "Fill it."
    )


def _dated(row: Mapping[str, str]) -> Row:
    named = {SHORT_NAMES.get(name, name): text for name, text in row.items()}
    dates = {"Date", *SHORT_NAMES.values()}
    return {name: day(text) if name in dates else text for name, text in named.items()}


def _frame(table: Table, rows: Sequence[Row], more: Sequence[Column] = ()) -> pd.DataFrame:
    columns = {column.name: column.kind for column in [*table.columns, *more]}
    frame = pd.DataFrame(
        {name: _typed(kind, [row.get(name) for row in rows]) for name, kind in columns.items()}
    )
    return frame.assign(row=range(2, len(rows) + 2))


def _typed(kind: Kind, values: Sequence[object]) -> pd.Series[Any]:
    if kind is Kind.DATE:
        return pd.Series(values, dtype="datetime64[s]")
    if kind is Kind.NUMBER:
        return pd.Series(values, dtype="Int64")
    return pd.Series([value or "" for value in values], dtype="str")

"""A small workbook in memory: the tables and the plan of one day, from rows written as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd

from eitherway.model import schema
from eitherway.model.columns import Column, Kind, Table
from eitherway.model.records import Flag, Plan, Settings
from eitherway.model.setting_rows import SETTING_ROWS
from eitherway.model.steps import DEFAULT_CADENCE
from eitherway.model.tables import Place, Tables, column_letter

AS_OF = date(2026, 11, 22)
Row = Mapping[str, object]

DANA = Settings(
    your_name="Dana Whitcombe",
    email="dana@whitcombe.example",
    phone="612-555-0148",
    address="418 Elm Street, Apt 4\nMinneapolis, MN 55401",
)
APPLICATION: Row = {
    "Application": "Northwind - Data Analyst",
    "Company": "Northwind Traders",
    "Role": "Data Analyst",
    "Why this job": "the team publishes what it learns",
}
RACHEL: Row = {
    "Interviewer": "Rachel Vilsack",
    "Title": "Head of Analytics",
    "Email": "rachel@northwind.example",
    "Address": "200 River Road\nSaint Paul, MN 55102",
}
TALK: Row = {
    "Application": "Northwind - Data Analyst",
    "Date": "2026-11-16",
    "Interviewer": "Rachel Vilsack",
    "What we talked about": "moving the monthly reports off paper.",
    "Step": "Thank-you",
    "Flag": Flag.OVERDUE,
    "Channel": "Email",
}


BESIDES = ("", ", step by step", " next spring", " in Duluth", " without new staff", " for good")


def workbook(
    talks: Sequence[Row] = (TALK,),
    *,
    applications: Sequence[Row] = (APPLICATION,),
    interviewers: Sequence[Row] = (RACHEL,),
    settings: Settings = DANA,
    cadence: Sequence[Row] | None = None,
    as_of: date = AS_OF,
) -> tuple[Plan, Tables]:
    """The plan and the tables; Interviews rows carry their Step, Flag, Channel and Decision date as already
    decided.
    """
    steps = [{"Step": step, "Letter": letter} for step, letter, *_ in DEFAULT_CADENCE]
    tables = Tables(
        applications=_frame(schema.APPLICATIONS, applications),
        interviewers=_frame(schema.INTERVIEWERS, interviewers),
        interviews=_frame(schema.INTERVIEWS, talks),
        cadence=_frame(schema.CADENCE, steps if cadence is None else cadence),
        days_off=_frame(schema.DAYS_OFF, ()),
        settings=settings,
        places={table.name: _place(table) for table in schema.TABLES},
    )
    planned = _planned(tables, talks)
    return Plan(as_of, planned, tables.applications, planned), tables


def panel(*names: str, step: str = "Thank-you", **more: str) -> list[Row]:
    """One conversation each on one day, alike in all but the name and what was talked about besides."""
    point = "What we talked about"
    return [
        {**TALK, "Interviewer": name, "Step": step, point: f"{TALK[point]}"[:-1] + besides, **more}
        for name, besides in zip(names, BESIDES, strict=False)
    ]


def _planned(tables: Tables, talks: Sequence[Row]) -> pd.DataFrame:
    plan = tables.interviews[
        ["row", "Application", "Round", "Date", "Interviewer", "Step", "Flag", "Channel"]
    ].copy()
    for column in ("Company", "Role"):
        values = dict(zip(tables.applications["Application"], tables.applications[column], strict=True))
        plan[column] = [values.get(label, "") for label in plan["Application"]]
    decisions = [_day(talk.get("Decision date")) for talk in talks]
    return plan.assign(**{"Decision date": np.array(decisions, dtype="datetime64[s]")})


def _frame(table: Table, rows: Sequence[Row]) -> pd.DataFrame:
    columns = {column.name: [_cell(column, row) for row in rows] for column in table.columns}
    frame = pd.DataFrame({"row": range(2, 2 + len(rows)), **columns})
    for column in table.columns:
        if column.kind is Kind.DATE:
            frame[column.name] = frame[column.name].astype("datetime64[s]")
        else:
            frame[column.name] = frame[column.name].astype(object)
    return frame


def _cell(column: Column, row: Row) -> object:
    if column.kind is Kind.DATE:
        return _day(row.get(column.name))
    return row.get(column.name, "")


def _day(typed: object) -> np.datetime64:
    return np.datetime64(str(typed or "NaT"), "s")


def _place(table: Table) -> Place:
    letters = {name: column_letter(number) for number, name in enumerate(table.names, 1)}
    rows = {setting.name: row for row, setting in enumerate(SETTING_ROWS, 2)}
    return Place(table.name, table.sheet, 1, letters, rows if table is schema.SETTINGS else {})

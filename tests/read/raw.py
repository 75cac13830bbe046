"""Raw and typed tables from text, for the tests of reading and checking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from eitherway.model.problems import Problem
from eitherway.model.schema import BY_NAME, TABLES
from eitherway.model.steps import DEFAULT_CADENCE
from eitherway.model.tables import RawTable, Tables
from eitherway.read.workbook import read_tables
from tests.grids import grid

CADENCE = "Step | Letter | Counts from | Business days | Late after\n" + "\n".join(
    " | ".join("" if cell is None else str(cell) for cell in step) for step in DEFAULT_CADENCE
)
SETTINGS = "Name | Value\nYour name | Dana Whitcombe"


def workbook(**grids: str) -> dict[str, RawTable]:
    """Every table of the schema, each at A1 of its sheet: those given as grids, the rest without rows.

    The columns that a grid leaves out follow those it has. Cadence and Settings are the usual ones unless
    given. `Days_off` is Days off.
    """
    named = {name.replace("_", " "): text for name, text in grids.items()}
    given = {name: grid(text) for name, text in {"Cadence": CADENCE, "Settings": SETTINGS, **named}.items()}
    return {table.name: raw_table(table.name, given.get(table.name, [])) for table in TABLES}


def raw_table(name: str, rows: Sequence[Mapping[str, object]], columns: Sequence[str] = ()) -> RawTable:
    """A table at A1 of the sheet of its name; the schema's columns that the rows lack come last."""
    columns = columns or tuple(dict.fromkeys([*(rows[0] if rows else ()), *BY_NAME[name].names]))
    cells = [[row.get(column, "") for column in columns] for row in rows]
    return RawTable(name, BY_NAME[name].sheet, 1, 1, tuple(columns), cells)


def tables(**grids: str) -> Tables:
    """The typed tables of `workbook(...)`, whatever problems reading finds."""
    return read_tables(workbook(**grids))[0]


def with_cells(raw: Mapping[str, RawTable], name: str, *rows: Sequence[object]) -> dict[str, RawTable]:
    """The workbook with other rows in one table, which have as many cells as they need from the left."""
    width = len(raw[name].columns)
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    return {**raw, name: replace(raw[name], rows=full)}


def said(problems: Iterable[Problem]) -> list[str]:
    """The problems as a person reads them, with their code."""
    return [f"{problem.severity} {problem.code}: {problem}" for problem in problems]

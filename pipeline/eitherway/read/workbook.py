"""The whole workbook, read: what is missing stops it, what is wrong in a cell is said and read as empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from eitherway.model.problems import Problem
from eitherway.model.records import Growth
from eitherway.model.schema import (
    ACCEPTED,
    APPLICATIONS,
    CADENCE,
    DAYS_OFF,
    FINGERPRINT,
    INTERVIEWERS,
    INTERVIEWS,
    SETTINGS,
    TABLES,
    WORDS,
)
from eitherway.model.tables import RawTable, Tables
from eitherway.read.find import Found, find_tables, left_outside, step_name, taken_in
from eitherway.read.frames import read_frame
from eitherway.read.labels import by_company, labelled
from eitherway.read.settings import read_settings
from eitherway.read.text import as_text
from eitherway.read.two_readings import Doubt, told

if TYPE_CHECKING:
    import pandas as pd


def read_tables(raw: Mapping[str, RawTable]) -> tuple[Tables, list[Problem]]:
    """Find the tables, type their columns, and say what each cell that cannot be read should hold.

    Tables may stand on any sheet and at any offset, their columns in any order among columns of the user's
    own; rows that are empty in the user's columns are left out. A cell that cannot be read is an error-level
    problem and reads as empty. What stands in a list elsewhere in the workbook (applications, interviewers)
    takes that list's spelling. Raises IncompleteWorkbook with every table and column that is missing.
    """
    found, problems = find_tables(raw)
    problems += [problem for table in found.values() for problem in left_outside(table)]
    settings, rows, unset = read_settings(found[SETTINGS.name])
    problems += unset
    frames: dict[str, pd.DataFrame] = {}
    wrong: dict[str, Sequence[Problem]] = {}
    doubtful: list[Doubt] = []
    for table in (INTERVIEWERS, APPLICATIONS, INTERVIEWS, CADENCE, DAYS_OFF):
        frames[table.name], wrong[table.name], doubts = read_frame(
            found[table.name], settings.language, frames
        )
        doubtful += doubts
        if table is APPLICATIONS:
            frames[table.name] = labelled(frames[table.name])
        if table is INTERVIEWS:
            frames[table.name] = by_company(frames[table.name], frames[APPLICATIONS.name])
    problems += [each for table in TABLES for each in wrong.get(table.name, ())]
    problems += told(doubtful, frames)
    cadence = frames[CADENCE.name]
    places = {name: table.place() for name, table in found.items()}
    places[SETTINGS.name] = found[SETTINGS.name].place(rows)
    tables = Tables(
        applications=frames[APPLICATIONS.name],
        interviewers=frames[INTERVIEWERS.name],
        interviews=frames[INTERVIEWS.name],
        cadence=cadence.assign(Step=cadence["Step"].map(step_name).astype("str")),
        days_off=frames[DAYS_OFF.name],
        settings=settings,
        places=places,
        words=_filled(found, WORDS.name, "Word"),
        accepted=_filled(found, ACCEPTED.name, FINGERPRINT),
    )
    return tables, problems


def take_in(
    raw: Mapping[str, RawTable],
) -> tuple[Mapping[str, RawTable], Sequence[Growth], Sequence[Problem]]:
    """The tables with the rows under them that belong to them, by how many rows each has to grow, and what is
    to be said while these stand outside.

    Raises IncompleteWorkbook.
    """
    found, _ = find_tables(raw)
    grown = {table.raw.name: taken_in(table) for table in found.values()}
    heights = {name: len(table.rows) - len(raw[name].rows) for name, table in grown.items()}
    told = [left_outside(table)[0] for table in found.values() if heights[table.raw.name]]
    return {**raw, **grown}, [Growth(name, height) for name, height in heights.items() if height], told


def _filled(found: Mapping[str, Found], table: str, column: str) -> frozenset[str]:
    """What stands in a column of a table that a workbook need not have."""
    if table not in found:
        return frozenset()
    at = found[table].indexes[column]
    return frozenset(text for row in found[table].raw.rows if (text := as_text(row[at])))

"""The pipeline's columns in the user's tables: which of their cells must change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time

from eitherway.model.records import CellChange, CellValue, Link, Plan
from eitherway.model.schema import APPLICATIONS, INTERVIEWS, Table
from eitherway.model.tables import RawTable
from eitherway.words.comparison import find
from eitherway.write.values import dates, numbers, texts

Wanted = Mapping[str, Sequence[CellValue]]
"""A column of values, one for each row of the plan, by the column's name."""


def interview_cells(
    raw: Mapping[str, RawTable], plan: Plan, links: Mapping[int, Link]
) -> Iterator[CellChange]:
    """The changes of Interviews: Step, Due, Days overdue, Flag, Why and Letter."""
    frame = plan.conversations
    rows: list[int] = frame["row"].tolist()
    wanted: Wanted = {
        "Step": texts(frame["Step"]),
        "Due": dates(frame["Due"]),
        "Days overdue": numbers(frame["Days overdue"]),
        "Flag": texts(frame["Flag"]),
        "Why": texts(frame["Why"]),
        "Letter": [links.get(row) for row in rows],
    }
    return _changes(INTERVIEWS, raw, rows, wanted)


def application_cells(raw: Mapping[str, RawTable], plan: Plan) -> Iterator[CellChange]:
    """The changes of Applications: Thanked, Next due, Flag and Last contact."""
    frame = plan.applications
    wanted: Wanted = {
        "Thanked": texts(frame["Thanked"]),
        "Next due": dates(frame["Next due"]),
        "Flag": texts(frame["Flag"]),
        "Last contact": dates(frame["Last contact"]),
    }
    return _changes(APPLICATIONS, raw, frame["row"].tolist(), wanted)


def _changes(
    schema: Table, raw: Mapping[str, RawTable], rows: Sequence[int], wanted: Wanted
) -> Iterator[CellChange]:
    name = find(schema.name, raw)
    if name is None:
        return
    table = raw[name]
    first = table.header_row + 1
    # A row that the plan does not know is blank in the user's columns: what we once wrote there goes.
    others = sorted({*range(first, first + len(table.rows))} - {*rows})
    for column, values in wanted.items():
        header = find(column, table.columns)
        if header is None:
            continue
        at = table.columns.index(header)
        cells = [row[at] for row in table.rows]
        for row, value in zip(rows, values, strict=True):
            if not _holds(cells[row - first], value):
                yield CellChange(schema.name, row, column, value)
        for row in others:
            if cells[row - first] != "":
                yield CellChange(schema.name, row, column, None)


def _holds(cell: object, value: CellValue) -> bool:
    if value is None:
        return cell == ""
    if cell == value:
        return isinstance(cell, bool) == isinstance(value, bool)
    return isinstance(cell, datetime) and cell.time() == time() and cell.date() == value

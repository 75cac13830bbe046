"""The pipeline's columns in the user's tables: which of their cells must change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from types import MappingProxyType

from eitherway.model.columns import Table
from eitherway.model.records import CellChange, CellValue, Link, Plan
from eitherway.model.schema import APPLICATIONS, DRAFT_FILE, FILE, INTERVIEWS
from eitherway.model.tables import RawTable
from eitherway.words.comparison import find
from eitherway.write.links import linked, links_of, target_of
from eitherway.write.values import dates, numbers, texts

Wanted = Mapping[str, Sequence[CellValue]]
"""A column of values, one for each row of the plan, by the column's name."""

Sentences = Mapping[int, str] | None
"""By Excel row, the sentence of the letter that took up the point; None if no letter was read."""
NOTHING: Mapping[str, CellValue] = MappingProxyType({})


def interview_cells(
    raw: Mapping[str, RawTable],
    plan: Plan,
    links: Mapping[int, Link],
    drafts: Mapping[int, str],
    sentences: Sentences = None,
) -> Iterator[CellChange]:
    """The changes of Interviews: Step, Due, Days overdue, Flag, Why, File, Letter, Draft file, Draft and, if
    there are `sentences`, In the letter.
    """
    frame = plan.conversations
    rows: list[int] = frame["row"].tolist()
    wanted: dict[str, Sequence[CellValue]] = {
        "Step": texts(frame["Step"]),
        "Due": dates(frame["Due"]),
        "Days overdue": numbers(frame["Days overdue"]),
        "Flag": texts(frame["Flag"]),
        "Why": texts(frame["Why"]),
        FILE.name: [target_of(links.get(row)) for row in rows],
        "Letter": [links.get(row) for row in rows],
        DRAFT_FILE.name: [drafts.get(row) for row in rows],
    }
    if sentences is not None:
        wanted["In the letter"] = [sentences.get(row) for row in rows]
    shown = links_of(INTERVIEWS, raw)
    for column, formula in shown.items():
        cells = (dict(zip(wanted, values, strict=True)) for values in zip(*wanted.values(), strict=True))
        wanted[column] = [formula(row) for row in cells]
    return _changes(INTERVIEWS, raw, rows, wanted, linked({}, shown))


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
    schema: Table,
    raw: Mapping[str, RawTable],
    rows: Sequence[int],
    wanted: Wanted,
    blank: Mapping[str, CellValue] = NOTHING,
) -> Iterator[CellChange]:
    name = find(schema.name, raw)
    if name is None:
        return
    table = raw[name]
    first = table.header_row + 1
    # A row that the plan does not know is blank in the user's columns: what we once wrote there goes, but for
    # what stands in every row.
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
            if column in blank or cells[row - first] != "":
                yield CellChange(schema.name, row, column, blank.get(column))


def _holds(cell: object, value: CellValue) -> bool:
    if value is None:
        return cell == ""
    if cell == value:
        return isinstance(cell, bool) == isinstance(value, bool)
    return isinstance(cell, datetime) and cell.time() == time() and cell.date() == value

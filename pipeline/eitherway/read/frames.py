"""One table as a typed frame, with a problem for each cell that cannot be read or must not be empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import compress
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from eitherway.model.codes import Code, Severity
from eitherway.model.columns import Column, Kind, Table
from eitherway.model.problems import Problem
from eitherway.model.tables import Place
from eitherway.read.cells import as_seen, sound
from eitherway.read.column import Read, ReadColumn, Wrong, read_column
from eitherway.read.dates import date_reader
from eitherway.read.find import Found
from eitherway.read.numbers import as_number
from eitherway.read.text import as_lines, as_names, as_text
from eitherway.read.two_readings import Doubt, Order, doubts, order_of, texts_in
from eitherway.words.comparison import did_you_mean, find, quote
from eitherway.words.names import folded

NAME = "Interviewer"

Frames = Mapping[str, pd.DataFrame]


class Frame(NamedTuple):
    """A table read: its rows, what is wrong in its cells, and the dates that can be read in two ways."""

    rows: pd.DataFrame
    problems: Sequence[Problem]
    doubts: Sequence[Doubt]


def read_frame(found: Found, language: str, frames: Frames) -> Frame:
    """The table's rows that are not blank, with `row`, Excel's row number; problems in the order of the rows.

    `frames` are the tables read so far: a column that refers to one of them takes its spelling.
    """
    rows, cells = _filled(found)
    arrays: dict[str, Any] = {"row": np.array(rows, dtype=np.int64)}
    problems: list[Problem] = []
    doubtful: list[Doubt] = []
    place = found.place()
    for column in found.columns:
        content = _content(found, column, cells, rows)
        texts = texts_in(content) if column.kind is Kind.DATE else ()
        order = order_of(texts, language)
        how = reader(column, order, frames, date_1904=found.raw.date_1904)
        read = read_column(content, how if column.ours else sound(how))
        arrays[column.name] = read.array(column.kind)
        if not column.ours:
            problems += _problems(found.table, column, read, place, rows)
            doubtful += doubts(texts, content, order, partial(place.at, column=column.name), rows)
    return Frame(pd.DataFrame(arrays), sorted(problems, key=lambda problem: problem.where.row), doubtful)


def _content(
    found: Found, column: Column, cells: Mapping[str, Sequence[object]], rows: Sequence[int]
) -> Sequence[object]:
    """The column's cells in these rows, those of a text column as they are shown."""
    content = cells.get(column.name, [""] * len(rows))
    if column.kind in (Kind.DATE, Kind.MOMENT, Kind.NUMBER) or column.name not in found.indexes:
        return content
    formats = partial(found.raw.formats, found.indexes[column.name])
    return as_seen(content, rows, found.raw.header_row + 1, formats)


def reader(column: Column, order: Order, frames: Frames, *, date_1904: bool) -> Read:
    """How to read the cells of a column; what the pipeline itself wrote is read without asking."""
    match column.kind:
        case Kind.DATE | Kind.MOMENT:
            return date_reader(month_first=order.month_first, date_1904=date_1904)
        case Kind.NUMBER:
            return as_number
        case Kind.LINES:
            return as_lines
        case Kind.CHOICE if column.choices_from:
            return _as_listed(column, frames)
        case Kind.CHOICE if not column.ours:
            return choice_reader(column.choices, strict=column.strict)
    return as_names if column.name == NAME else as_text


def choice_reader(choices: Sequence[str], *, strict: bool) -> Callable[[object], str | Wrong]:
    """Read one of `choices`, in its spelling there; another value is Wrong if `strict`, else as typed."""

    def as_choice(cell: object) -> str | Wrong:
        text = as_text(cell)
        choice = find(text, choices) if text else ""
        if choice is None and strict:
            message = f"{quote(text)} is not one of {', '.join(choices)}."
            return Wrong(Code.UNKNOWN_VALUE, message, f"{did_you_mean(text, choices)}Pick it from the list.")
        return text if choice is None else choice

    return as_choice


def _as_listed(column: Column, frames: Frames) -> Callable[[object], str]:
    """Read text that may stand in another table, in its spelling there; whether it does is not asked here."""
    table, name = column.choices_from or ("", "")
    listed: dict[str, str] = {folded(each): each for each in reversed(frames[table][name].tolist())}
    text = as_names if column.name == NAME else as_text

    def as_listed(cell: object) -> str:
        typed = text(cell)
        return listed.get(folded(typed), typed)

    return as_listed


def _filled(found: Found) -> tuple[list[int], dict[str, Sequence[object]]]:
    """The Excel rows that hold anything in the user's columns, and their cells by column."""
    every = list(zip(*found.raw.rows, strict=True)) or [()] * len(found.raw.columns)
    cells: dict[str, Sequence[object]] = {name: every[i] for name, i in found.indexes.items()}
    blank = set(range(len(found.raw.rows)))
    for column in found.columns:
        if blank and not column.ours and column.name in cells:
            empty = {cell for cell in set(cells[column.name]) if not as_text(cell)}
            blank = {i for i in blank if cells[column.name][i] in empty}
    first = found.raw.header_row + 1
    if not blank:
        return list(range(first, first + len(found.raw.rows))), cells
    filled = [i not in blank for i in range(len(found.raw.rows))]
    rows = [first + i for i, keep in enumerate(filled) if keep]
    return rows, {name: list(compress(column, filled)) for name, column in cells.items()}


def _problems(
    table: Table, column: Column, read: ReadColumn, place: Place, rows: Sequence[int]
) -> list[Problem]:
    severity = Severity.WARNING if column.memo else Severity.ERROR
    problems = [
        Problem(wrong.code, severity, place.at(rows[i], column.name), wrong.message, wrong.fix)
        for i, wrong in read.wrong()
    ]
    if column.required:
        message = f"{column.name} is empty."
        fix = f"Every row of {table.name} needs one: fill it in, or delete the row."
        problems += [
            Problem(Code.REQUIRED_EMPTY, Severity.ERROR, place.at(rows[i], column.name), message, fix)
            for i in read.empty()
        ]
    return problems

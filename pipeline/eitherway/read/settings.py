"""The Settings table: rows of name and value, in any order, each with its default."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from eitherway.model.codes import Code, Severity
from eitherway.model.columns import Kind
from eitherway.model.problems import Problem
from eitherway.model.records import Settings
from eitherway.model.setting_rows import SETTING_ROWS, Setting
from eitherway.model.tables import Place
from eitherway.read.cells import as_seen, sound
from eitherway.read.column import Read, Wrong
from eitherway.read.find import Found
from eitherway.read.frames import choice_reader
from eitherway.read.numbers import as_number
from eitherway.read.text import as_lines, as_text
from eitherway.words.comparison import did_you_mean, find, quote

BY_NAME = {setting.name: setting for setting in SETTING_ROWS}


def read_settings(found: Found) -> tuple[Settings, dict[str, int], list[Problem]]:
    """The settings, the Excel row of each, and what is wrong; a value that cannot be read keeps its default.

    Where a setting stands twice, its first row counts.
    """
    place = found.place()
    values: dict[str, Any] = {}
    rows: dict[str, int] = {}
    problems: list[Problem] = []
    for row, typed, cell in _typed(found):
        name = find(typed, BY_NAME)
        if name is None:
            problems.append(_unknown(place, row, typed))
        elif name in rows:
            problems.append(_again(place, row, name, rows[name]))
        else:
            rows[name] = row
            value = sound(_reader(BY_NAME[name]))(cell)
            if isinstance(value, Wrong):
                where = place.at(row, "Value")
                problems.append(Problem(value.code, Severity.ERROR, where, value.message, value.fix))
            elif value not in ("", None):
                values[BY_NAME[name].field] = value
    return replace(Settings(), **values), rows, problems


def _typed(found: Found) -> Iterator[tuple[int, str, object]]:
    """The Excel row, the name and the value cell of each row that has a name."""
    name, value = found.indexes["Name"], found.indexes.get("Value")
    first, every = found.raw.header_row + 1, range(len(found.raw.rows))
    values: Sequence[object] = [""] * len(every)
    if value is not None:
        values = as_seen(
            [cells[value] for cells in found.raw.rows], every, 0, partial(found.raw.formats, value)
        )
    for at, (cells, content) in enumerate(zip(found.raw.rows, values, strict=True)):
        if text := as_text(cells[name]):
            yield first + at, text, content


def _reader(setting: Setting) -> Read:
    match setting.kind:
        case Kind.NUMBER:
            return as_number
        case Kind.CHOICE:
            return choice_reader(setting.choices, strict=setting.strict)
        case Kind.LINES:
            return as_lines
    return as_text


def _unknown(place: Place, row: int, name: str) -> Problem:
    message = f"{quote(name)} is not a setting."
    fix = f"{did_you_mean(name, BY_NAME)}Correct the name or delete the row."
    return Problem(Code.UNKNOWN_SETTING, Severity.WARNING, place.at(row, "Name"), message, fix)


def _again(place: Place, row: int, name: str, earlier: int) -> Problem:
    message = f"{quote(name)} stands in row {earlier} already, and that row counts."
    fix = "Delete one of the two rows."
    return Problem(Code.DUPLICATE_KEY, Severity.ERROR, place.at(row, "Name"), message, fix)

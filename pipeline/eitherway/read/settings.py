"""The Settings table: rows of name and value, in any order, each with its default."""

from __future__ import annotations

from collections.abc import Iterator
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
    first = found.raw.header_row + 1
    names = [as_text(cells[name]) for cells in found.raw.rows]
    values = [cells[value] if value is not None else "" for cells in found.raw.rows]
    if value is not None:
        # A number of days is read as it is, whatever its look, as in the other tables.
        texts = [at for at, typed in enumerate(names) if not _is_number(typed)]
        formats = partial(found.raw.formats, value)
        for at, shown in zip(texts, as_seen([values[at] for at in texts], texts, 0, formats), strict=True):
            values[at] = shown
    for at, (typed, content) in enumerate(zip(names, values, strict=True)):
        if typed:
            yield first + at, typed, content


def _is_number(typed: str) -> bool:
    known = find(typed, BY_NAME)
    return known is not None and BY_NAME[known].kind is Kind.NUMBER


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

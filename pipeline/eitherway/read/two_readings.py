"""Dates typed as text that can be read in two ways: "3/12/26" is 12 March or 3 December.

A column is read in one order: that of the texts in it that have only one reading, else that of Settings'
Language. Each doubtful cell is said, and is an error where its reading cannot be meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.schema import APPLICATIONS, INTERVIEWS
from eitherway.read.dates import HOW_TO_TYPE, readings
from eitherway.words import days
from eitherway.words.comparison import quote
from eitherway.words.names import folded

MONTH_FIRST = "en-US"


class Order(NamedTuple):
    """The order in which a column's texts are read: that of the text `like`, else as `language` has it."""

    month_first: bool
    like: str = ""
    language: str = ""


class Doubt(NamedTuple):
    """A cell that can be read in two ways, as which day it is read, and which other it may be."""

    where: Location
    text: str
    day: date
    other: date
    order: Order


def texts_in(cells: Iterable[object]) -> list[str]:
    """The distinct texts of a column of dates, in their order."""
    return [cell for cell in dict.fromkeys(cells) if type(cell) is str and cell]


def order_of(texts: Iterable[str], language: str) -> Order:
    """The order of a column of dates; the texts that have only one reading decide where they agree."""
    found: dict[bool, str] = {}
    for text in texts:
        month_first, day_first = readings(text)
        if bool(month_first) != bool(day_first):
            found.setdefault(bool(month_first), text)
    if len(found) == 1:
        [(first, like)] = found.items()
        return Order(first, like)
    return Order(language == MONTH_FIRST, language=language)


def doubts(
    texts: Iterable[str],
    cells: Sequence[object],
    order: Order,
    at: Callable[[int], Location],
    rows: Sequence[int],
) -> Iterator[Doubt]:
    """The cells of a column that hold one of its `texts` that has two readings; `at` gives a row's cell."""
    two: dict[object, tuple[date, date]] = {}
    for text in texts:
        month_first, day_first = readings(text)
        if month_first and day_first and month_first != day_first:
            two[text] = (month_first, day_first) if order.month_first else (day_first, month_first)
    for cell, row in zip(cells, rows, strict=True) if two else ():
        if isinstance(cell, str) and cell in two:
            yield Doubt(at(row), cell, *two[cell], order)


def told(found: Sequence[Doubt], frames: Mapping[str, pd.DataFrame]) -> list[Problem]:
    """A warning for each that names both readings; an error for an interview before one applied."""
    if not found:
        return []
    known, met = frames[APPLICATIONS.name], frames[INTERVIEWS.name]
    dated = known[known["Applied on"].notna()]
    applied = dict(zip(map(folded, dated["Application"]), dated["Applied on"].dt.date, strict=True))
    of_row = dict(zip(met["row"], map(folded, met["Application"]), strict=True))
    interviews = {(INTERVIEWS.name, "Date", row): applied.get(key) for row, key in of_row.items()}
    before = (
        (doubt, interviews.get((doubt.where.table, doubt.where.column, doubt.where.row))) for doubt in found
    )
    return [_problem(doubt, day if day and doubt.day < day else None) for doubt, day in before]


def _problem(doubt: Doubt, applied: date | None) -> Problem:
    one, other = doubt.day.isoformat(), doubt.other.isoformat()
    if applied:
        message = f"{_both(doubt)}, and that is before Applied on ({days.short_with_year(applied)})."
        fix = f"Type {other} if that is the day, else the one that is meant. {HOW_TO_TYPE}"
        return Problem(Code.TWO_READINGS, Severity.ERROR, doubt.where, message, fix)
    fix = f"If that is wrong, type {other}; if it is right, {one} says so for good."
    return Problem(Code.TWO_READINGS, Severity.WARNING, doubt.where, f"{_both(doubt)}.", fix)


def _both(doubt: Doubt) -> str:
    one, other = days.short_with_year(doubt.day), days.short_with_year(doubt.other)
    why = (
        f"like {quote(doubt.order.like)} in this column"
        if doubt.order.like
        else f"as {doubt.order.language} writes dates"
    )
    return f"{quote(doubt.text)} is {one} or {other}; it is read as {one}, {why}"

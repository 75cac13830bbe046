"""Dates that cannot be: sent or answered before the interview or after today, decided before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from eitherway.model.choices import CLOSED_STATUSES
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.schema import APPLICATIONS, INTERVIEWS, REPLY
from eitherway.model.steps import SENT
from eitherway.model.tables import Tables
from eitherway.words import days
from eitherway.words.names import folded

DECISION, FOLLOW_UP = "Decision by", "Follow up on"


def sent_not_before(tables: Tables, as_of: date) -> list[Problem]:
    """Nothing goes out before the interview that it follows."""
    interviews = tables.interviews
    return [
        Problem(
            Code.SENT_BEFORE_INTERVIEW,
            Severity.ERROR,
            where,
            f"{column} is {_said(sent)}, before the interview on {_said(met)}.",
            "Correct this date or the interview's Date.",
        )
        for column in _sent(tables)
        for where, sent, met in _before(tables, column, interviews["Date"])
    ]


def sent_not_to_come(tables: Tables, as_of: date) -> list[Problem]:
    """A follow-up goes out on a day that has come."""
    fix = "Write the day on which it went out, once it has."
    return [
        Problem(Code.SENT_IN_FUTURE, Severity.ERROR, where, _to_come(column, day), fix)
        for column in _sent(tables)
        for where, day in _after(tables, column, as_of)
    ]


def replies_not_before(tables: Tables, as_of: date) -> list[Problem]:
    """A reply to a follow-up comes after the interview."""
    return [
        Problem(
            Code.REPLY_BEFORE_INTERVIEW,
            Severity.ERROR,
            where,
            f"{REPLY} is {_said(reply)}, before the interview on {_said(met)}.",
            "Correct this date or the interview's Date; what they wrote before it does not count as a reply.",
        )
        for where, reply, met in _before(tables, REPLY, tables.interviews["Date"])
    ]


def replies_not_to_come(tables: Tables, as_of: date) -> list[Problem]:
    """A reply came on a day that has come."""
    fix = "Write the day on which it came, once it has."
    return [
        Problem(Code.REPLY_IN_FUTURE, Severity.ERROR, where, _to_come(REPLY, day), fix)
        for where, day in _after(tables, REPLY, as_of)
    ]


def decision_dates(tables: Tables, as_of: date) -> list[Problem]:
    """A conversation's promised date before its interview is ignored, and said."""
    return [
        _too_early(where, decision, met)
        for where, decision, met in _before(tables, DECISION, tables.interviews["Date"])
    ]


def application_decisions(tables: Tables, as_of: date) -> list[Problem]:
    """An open application's promised date before the latest conversation that goes by it is said once."""
    latest = _latest_without_own(tables.interviews)
    place = tables.places[APPLICATIONS.name]
    rows = (tables.applications[name].tolist() for name in ("row", "Application", "Status"))
    return [
        _too_early(place.at(row, DECISION), decision, met)
        for row, label, status, decision in zip(*rows, _days(tables.applications[DECISION]), strict=True)
        if decision and status not in CLOSED_STATUSES
        if (met := latest.get(folded(label))) and decision < met
    ]


def follow_ups_not_before(tables: Tables, as_of: date) -> list[Problem]:
    """A day chosen for the next follow-up is probably another one where it is before the interview."""
    return [
        Problem(
            Code.FOLLOW_UP_BEFORE_INTERVIEW,
            Severity.WARNING,
            where,
            f"{FOLLOW_UP} is {_said(chosen)}, before the interview on {_said(met)}.",
            "Correct it, or empty the cell to go by the cadence.",
        )
        for where, chosen, met in _before(tables, FOLLOW_UP, tables.interviews["Date"])
    ]


def _latest_without_own(interviews: pd.DataFrame) -> dict[str, date]:
    """By folded label, the latest Date among conversations without a Decision by of their own that counts."""
    typed: dict[str, date] = {}
    for label, met, own in zip(
        interviews["Application"].tolist(),
        *map(_days, (interviews["Date"], interviews[DECISION])),
        strict=True,
    ):
        if met and not (own and own >= met):
            typed[label] = max(met, typed.get(label, met))
    latest: dict[str, date] = {}
    for label, met in typed.items():
        key = folded(label)
        latest[key] = max(met, latest.get(key, met))
    return latest


def _days(column: pd.Series[Any]) -> list[date | None]:
    """The column's days, None where there is none."""
    days: list[date | None] = column.to_numpy("datetime64[D]").tolist()
    return days


def _sent(tables: Tables) -> list[str]:
    return [column for column in tables.interviews.columns if column.endswith(SENT)]


def _before(tables: Tables, column: str, met: pd.Series[Any]) -> Iterator[tuple[Location, date, date]]:
    """The cells of an Interviews column whose date is before the interview's."""
    rows = tables.interviews
    place = tables.places[INTERVIEWS.name]
    early = rows[column] < met
    for row, day, interview in _picked(rows, early, "row", column, "Date"):
        yield place.at(row, column), day, interview


def _after(tables: Tables, column: str, as_of: date) -> Iterator[tuple[Location, date]]:
    """The cells of an Interviews column whose date is after `as_of`."""
    rows = tables.interviews
    place = tables.places[INTERVIEWS.name]
    late = rows[column] > pd.Timestamp(as_of)
    for row, day in _picked(rows, late, "row", column):
        yield place.at(row, column), day


def _picked(rows: pd.DataFrame, mask: pd.Series[bool], *columns: str) -> Iterator[tuple[Any, ...]]:
    """These columns of the rows that are meant, mostly none."""
    return zip(*(rows[column][mask] for column in columns), strict=True) if mask.any() else iter(())


def _too_early(where: Location, decision: date, met: date) -> Problem:
    message = f"{DECISION} is {_said(decision)}, before the interview on {_said(met)}, so it does not count."
    fix = "Correct it, or empty the cell if they named no date."
    return Problem(Code.DECISION_BEFORE_INTERVIEW, Severity.WARNING, where, message, fix)


def _to_come(column: str, day: date) -> str:
    return f"{column} is {_said(day)}, which is still to come."


def _said(day: date) -> str:
    return days.short_with_year(day)

"""What the user says happened, as cell changes: a follow-up went out, a reply came in.

Pure: the plan, the tables and the user's words in, changes of the user's own cells out. Raises CannotAct
where the words fit no row or more than one, or where a date of the user's would be lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from eitherway.names import folded, plain
from eitherway.problems import CannotAct
from eitherway.records import ON_TODAYS_LIST, CellChange, Flag, Plan
from eitherway.schema import INTERVIEWS, REPLY, sent_column
from eitherway.tables import Tables
from eitherway.wording import did_you_mean, find, quote


class _Row(NamedTuple):
    number: int
    application: str
    interviewer: str
    met: date | None
    step: str
    flag: str


def sent(plan: Plan, tables: Tables, who: Sequence[str], on: date, step: str = "") -> list[CellChange]:
    """Fill "<Step> sent" with `on` for each of `who`: a row number of Interviews, or (part of) a name.

    Without `step` it is the step that is owed now, on today's list; one that is not due yet has to be named.
    Only the step that is owed may hold a date already: it is owed anew, because a reply came in since.
    """
    named = _step(tables, step) if step else ""
    wanted = f"a {named} to mark" if named else "a follow-up to mark"
    rows = _each(_met(plan) if named else [row for row in _rows(plan) if row.step], who, wanted)
    return [_sent(tables, row, named or _due(tables, row, on), on, plan.as_of) for row in rows]


def reply(plan: Plan, tables: Tables, who: Sequence[str], on: date) -> list[CellChange]:
    """Fill "Reply received" with `on` for each of `who`, in the latest conversation of each application."""
    rows = _each(_latest(_met(plan)), who, "an interview that has taken place")
    return [_reply(tables, row, on, plan.as_of) for row in rows]


def _sent(tables: Tables, row: _Row, step: str, on: date, as_of: date) -> CellChange:
    column = sent_column(step)
    stands = _standing(tables, row, column)
    if stands and step != row.step:
        raise CannotAct(
            f"The {step.lower()} to {row.interviewer} went out on {stands}, as the workbook says.",
            f'If that is wrong, change "{column}" in row {row.number} of Interviews.',
        )
    return _change(row, column, on, as_of)


def _reply(tables: Tables, row: _Row, on: date, as_of: date) -> CellChange:
    stands = _standing(tables, row, REPLY)
    if stands and on < stands:
        raise CannotAct(
            f"{row.interviewer} answered on {stands}, as the workbook says, after {on}.",
            f'If that is wrong, change "{REPLY}" in row {row.number} of Interviews.',
        )
    return _change(row, REPLY, on, as_of)


def _change(row: _Row, column: str, on: date, as_of: date) -> CellChange:
    if on > as_of:
        raise CannotAct(f"{on} is still to come.", "Give the day on which it happened: --on YYYY-MM-DD.")
    if row.met and on < row.met:
        raise CannotAct(
            f"You met {row.interviewer} on {row.met}, after {on}.", "Give a later day: --on YYYY-MM-DD."
        )
    return CellChange(INTERVIEWS.name, row.number, column, on)


def _standing(tables: Tables, row: _Row, column: str) -> date | None:
    """The date that the user's cell holds."""
    rows = tables.interviews
    return next(iter(rows.loc[rows["row"] == row.number, column].dropna().dt.date), None)


def _step(tables: Tables, typed: str) -> str:
    steps = [step for step in tables.cadence["Step"] if step]
    found = find(typed, steps)
    if found is None:
        guess = did_you_mean(typed, steps)
        raise CannotAct(f"There is no step {quote(typed)}.", f"{guess}The steps are: {', '.join(steps)}.")
    return found


def _due(tables: Tables, row: _Row, on: date) -> str:
    """The step on today's list. Told twice, "sent" means the same letter, not the one after it."""
    sent_on = (_standing(tables, row, sent_column(step)) for step in tables.cadence["Step"])
    last = max(filter(None, sent_on), default=None)
    if row.flag not in ON_TODAYS_LIST or (last and on <= last):
        already = f" You sent something on {last}." if last else ""
        raise CannotAct(
            f"The next step for {row.interviewer} is the {row.step.lower()}, and it is not due yet.{already}",
            f'If it went out already, say so: --step "{row.step}".',
        )
    return row.step


def _met(plan: Plan) -> list[_Row]:
    return [row for row in _rows(plan) if row.flag not in (Flag.FIX, Flag.UPCOMING)]


def _latest(rows: Sequence[_Row]) -> list[_Row]:
    by_day = sorted(rows, key=lambda row: row.met or date.min)
    return list({(folded(row.application), folded(row.interviewer)): row for row in by_day}.values())


def _rows(plan: Plan) -> list[_Row]:
    frame = plan.conversations
    days = frame["Date"].dt.date.where(frame["Date"].notna(), None)
    columns = ("row", "Application", "Interviewer", "Step", "Flag")
    return [
        _Row(number, application, name, met, step, flag)
        for met, (number, application, name, step, flag) in zip(
            days, zip(*(frame[column] for column in columns), strict=True), strict=True
        )
    ]


def _each(rows: Sequence[_Row], who: Sequence[str], wanted: str) -> list[_Row]:
    """The row of each of `who`; one that is named twice comes once."""
    return list(dict.fromkeys(_one(rows, each, wanted) for each in who))


def _one(rows: Sequence[_Row], who: str, wanted: str) -> _Row:
    found = _matching(rows, who)
    listed = [row for row in found if row.flag in ON_TODAYS_LIST]
    found = listed if len(listed) == 1 else found
    if not found:
        raise CannotAct(
            f'"{who}" fits no row of Interviews with {wanted}.',
            "Give the name as it stands there, or the row's number as Excel shows it.",
        )
    if len(found) > 1:
        candidates = "; ".join(f"{row.number}: {row.interviewer}, {row.application}" for row in found)
        raise CannotAct(
            f'"{who}" fits {len(found)} rows ({candidates}).', "Give the number of the row you mean."
        )
    return found[0]


def _matching(rows: Sequence[_Row], who: str) -> list[_Row]:
    """By row number; else by the whole name, by a part of it, by a part without accents."""
    name = folded(who)
    if not name:
        return []
    ways = (
        [row for row in rows if who.isdecimal() and row.number == int(who)],
        [row for row in rows if folded(row.interviewer) == name],
        [row for row in rows if name in folded(row.interviewer)],
        [row for row in rows if plain(name) in plain(row.interviewer)],
    )
    return next((found for found in ways if found), [])

"""What the user says happened, as cell changes: a follow-up went out, a reply came in.

Pure: the plan and the user's words in, changes of the user's own cells out. Raises CannotAct where the words
fit no row or more than one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from eitherway.names import folded
from eitherway.problems import CannotAct
from eitherway.records import ON_TODAYS_LIST, CellChange, Flag, Plan
from eitherway.schema import INTERVIEWS, sent_column

REPLY = "Reply received"


class _Row(NamedTuple):
    number: int
    application: str
    interviewer: str
    met: date | None
    step: str
    flag: str


def sent(plan: Plan, who: Sequence[str], on: date, step: str = "") -> list[CellChange]:
    """Fill "<Step> sent" with `on` for each of `who`: a row number of Interviews, or (part of) a name.

    Without `step` it is the step that is owed now.
    """
    wanted = f"a {step} to mark" if step else "a follow-up to mark"
    rows = [_one(_met(plan) if step else _owed(plan), each, wanted) for each in who]
    return [_change(row, sent_column(step or row.step), on, plan.as_of) for row in rows]


def reply(plan: Plan, who: Sequence[str], on: date) -> list[CellChange]:
    """Fill "Reply received" with `on` for each of `who`, in the latest conversation of each application."""
    rows = [_one(_latest(_met(plan)), each, "an interview that has taken place") for each in who]
    return [_change(row, REPLY, on, plan.as_of) for row in rows]


def _change(row: _Row, column: str, on: date, as_of: date) -> CellChange:
    if on > as_of:
        raise CannotAct(f"{on} is still to come.", "Give the day on which it happened: --on YYYY-MM-DD.")
    if row.met and on < row.met:
        raise CannotAct(
            f"You met {row.interviewer} on {row.met}, after {on}.", "Give a later day: --on YYYY-MM-DD."
        )
    return CellChange(INTERVIEWS.name, row.number, column, on)


def _owed(plan: Plan) -> list[_Row]:
    """Today's list first; someone who is not on it may also be marked ahead of time."""
    rows = [row for row in _rows(plan) if row.step]
    listed = [row for row in rows if row.flag in ON_TODAYS_LIST]
    names = {folded(row.interviewer) for row in listed}
    return listed + [row for row in rows if row not in listed and folded(row.interviewer) not in names]


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


def _one(rows: Sequence[_Row], who: str, wanted: str) -> _Row:
    found = _matching(rows, who)
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
    if who.isdecimal():
        return [row for row in rows if row.number == int(who)]
    name = folded(who)
    exact = [row for row in rows if folded(row.interviewer) == name]
    return exact or [row for row in rows if name in folded(row.interviewer)]

"""What the user says happened, as cell changes: a follow-up went out, a reply came in.

Pure: the plan, the tables and the user's words in, changes of the user's own cells out. Raises CannotAct
where the words fit no row or more than one, or where a date of the user's would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from eitherway.model.problems import CannotAct
from eitherway.model.records import ON_TODAYS_LIST, CellChange, Flag, Plan
from eitherway.model.schema import INTERVIEWS, REPLY
from eitherway.model.steps import AFTER_NO, sent_column, spoken_step
from eitherway.model.tables import Tables
from eitherway.words import days
from eitherway.words.comparison import did_you_mean, find, quote
from eitherway.words.names import folded, plain, spelled_out


class _Row(NamedTuple):
    number: int
    application: str
    interviewer: str
    met: date | None
    step: str
    due: date | None
    flag: str


def sent(plan: Plan, tables: Tables, who: Sequence[str], on: date, step: str = "") -> list[CellChange]:
    """Fill "<Step> sent" with `on` for each of `who`: a row number of Interviews, or (part of) a name.

    Without `step` it is the step that is owed now, on today's list; one that is not due yet has to be named.
    Only the step that is owed may hold a date already: it is owed anew, because a reply came in since.
    """
    named = _step(tables, step) if step else ""
    rows = _met(plan) if named else [row for row in _rows(plan) if row.step]
    choice = _Choice(rows, f"a {named or 'follow-up'} to mark", _owed_nothing)
    found = _each(plan, choice, who)
    return [_sent(tables, row, named or _due(tables, row, on), on, plan.as_of) for row in found]


def owed(plan: Plan, who: Sequence[str]) -> list[int]:
    """The rows of Interviews on today's list that `who` means: row numbers, or (parts of) names."""
    rows = [row for row in _rows(plan) if row.flag in ON_TODAYS_LIST]
    return [row.number for row in _each(plan, _Choice(rows, "a follow-up that is owed", _not_owed), who)]


def reply(plan: Plan, tables: Tables, who: Sequence[str], on: date) -> list[CellChange]:
    """Fill "Reply received" with `on` for each of `who`, in the latest conversation of each application."""
    choice = _Choice(_latest(_met(plan)), "an interview that has taken place", _met_again)
    return [_reply(tables, row, on, plan.as_of) for row in _each(plan, choice, who)]


def interview(plan: Plan, who: str) -> int:
    """The row of Interviews that `who` means: a row number, or (part of) a name, of whom the next interview
    counts, or without one the latest.
    """
    found = [row for row in _matching(_rows(plan), who) if row.met]
    if not found:
        raise _none(plan, _Choice([], "an interview that has a day", _owed_nothing), who)
    coming = [row for row in found if row.met and row.met >= plan.as_of]
    chosen = min(coming, key=_met_on) if coming else max(found, key=_met_on)
    people = {(folded(row.interviewer), folded(row.application)): row for row in found}
    if len(people) > 1:
        candidates = "; ".join(
            f"{row.number}: {row.interviewer}, {row.application}" for row in people.values()
        )
        raise CannotAct(
            f'"{who}" fits {len(people)} people ({candidates}).', "Give the number of the row you mean."
        )
    return chosen.number


def _met_on(row: _Row) -> date:
    return row.met or date.min


def _sent(tables: Tables, row: _Row, step: str, on: date, as_of: date) -> CellChange:
    column = sent_column(step)
    if step == AFTER_NO and column not in tables.places[INTERVIEWS.name].letters:
        raise CannotAct(
            f'Interviews has no column "{column}", in which this would stand.',
            "`eitherway new --upgrade BOOK` adds it and changes nothing else.",
        )
    stands = _standing(tables, row, column)
    if stands and step != row.step:
        raise CannotAct(
            f"The {spoken_step(step)} to {row.interviewer} went out on {stands}, as the workbook says.",
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
    steps = _steps(tables)
    found = find(typed, steps)
    if found is None:
        guess = did_you_mean(typed, steps)
        raise CannotAct(f"There is no step {quote(typed)}.", f"{guess}The steps are: {', '.join(steps)}.")
    return found


def _steps(tables: Tables) -> list[str]:
    """Every step that can have been sent, in the order in which they follow each other."""
    return list(dict.fromkeys([*filter(None, tables.cadence["Step"]), AFTER_NO]))


def _due(tables: Tables, row: _Row, on: date) -> str:
    """The step on today's list. Told twice, "sent" means the same letter, not the one after it."""
    last = _last_sent(tables, row)
    if row.flag in ON_TODAYS_LIST and (last is None or on > last.day):
        return row.step
    following = spoken_step(row.step)
    what = f"The next step for {row.interviewer} is the {following}, and it is {_when(row)}."
    fix = f'If the {following} went out already, say so: --step "{row.step}".'
    if last:
        step, where = (
            spoken_step(last.step),
            tables.places[INTERVIEWS.name].at(row.number, sent_column(last.step)),
        )
        what = f"{what} You sent the {step} on {last.day}."
        fix = f"To change the date of the {step}, edit {where}, or `eitherway undo`. {fix}"
    raise CannotAct(what, fix)


def _when(row: _Row) -> str:
    """When the step that is owed is due, as its flag has it."""
    if row.flag not in ON_TODAYS_LIST or row.due is None:
        return "not due yet"
    tense = "is" if row.flag == Flag.SOON else "was"
    return f"another letter, which {tense} due on {days.short(row.due)}"


class _Sent(NamedTuple):
    day: date
    step: str


def _last_sent(tables: Tables, row: _Row) -> _Sent | None:
    """The last day on which something went out, and what; of two on one day the later step."""
    steps = reversed(_steps(tables))
    found = (_Sent(day, step) for step in steps if (day := _standing(tables, row, sent_column(step))))
    return max(found, key=lambda sent: sent.day, default=None)


def _met(plan: Plan) -> list[_Row]:
    return [row for row in _rows(plan) if row.flag not in (Flag.FIX, Flag.UPCOMING)]


def _latest(rows: Sequence[_Row]) -> list[_Row]:
    by_day = sorted(rows, key=lambda row: row.met or date.min)
    return list({(folded(row.application), folded(row.interviewer)): row for row in by_day}.values())


def _rows(plan: Plan) -> list[_Row]:
    frame = plan.owed
    met, due = (frame[name].dt.date.where(frame[name].notna(), None) for name in ("Date", "Due"))
    text = (frame[name] for name in ("row", "Application", "Interviewer"))
    return [_Row(*cells) for cells in zip(*text, met, frame["Step"], due, frame["Flag"], strict=True)]


class _Choice(NamedTuple):
    """The rows that may be meant, what they are, and why another row of Interviews is none of them."""

    rows: Sequence[_Row]
    wanted: str
    why_not: Callable[[_Row], CannotAct]


def _each(plan: Plan, choice: _Choice, who: Sequence[str]) -> list[_Row]:
    """The row of each of `who`; one that is named twice comes once."""
    return list(dict.fromkeys(_one(plan, choice, each) for each in who))


def _one(plan: Plan, choice: _Choice, who: str) -> _Row:
    found = _matching(choice.rows, who)
    listed = [row for row in found if row.flag in ON_TODAYS_LIST]
    found = listed if len(listed) == 1 else found
    if not found:
        raise _none(plan, choice, who)
    if len(found) > 1:
        candidates = "; ".join(f"{row.number}: {row.interviewer}, {row.application}" for row in found)
        raise CannotAct(
            f'"{who}" fits {len(found)} rows ({candidates}).', "Give the number of the row you mean."
        )
    return found[0]


def _none(plan: Plan, choice: _Choice, who: str) -> CannotAct:
    """Why nobody may be meant; of several conversations that would fit, why not the latest."""
    found = _matching(_rows(plan), who)
    if not found:
        return CannotAct(
            f'"{who}" fits no row of Interviews with {choice.wanted}.',
            "Give the name as it stands there, or the row's number as Excel shows it.",
        )
    row = max(found, key=lambda row: row.met or date.min)
    if row.flag == Flag.FIX:
        return CannotAct(f"Row {row.number} is to be mended first.", "`eitherway check` says how.")
    if row.flag == Flag.UPCOMING and row.met:
        what = f"You meet {row.interviewer} only on {days.short(row.met)}."
        return CannotAct(what, "If that day is wrong, correct it in Interviews.")
    return choice.why_not(row)


def _owed_nothing(row: _Row) -> CannotAct:
    return CannotAct(
        f"{row.interviewer} is in row {row.number}, but nothing is owed: {row.flag.lower()}.",
        "If something went out all the same, say which step: --step NAME.",
    )


def _not_owed(row: _Row) -> CannotAct:
    return CannotAct(
        f"{row.interviewer} is in row {row.number}, but nothing is owed now: {row.flag.lower()}.",
        "`eitherway today` lists what is.",
    )


def _met_again(row: _Row) -> CannotAct:
    return CannotAct(
        f"{row.interviewer} is in row {row.number}, but that is not the last time that you met.",
        "Give the row of the last time, or the name.",
    )


def _matching(rows: Sequence[_Row], who: str) -> list[_Row]:
    """By row number; else by the whole name, by a part of it, by a part without accents, by words of it.

    ü may be typed ue.
    """
    name = folded(who)
    if not name:
        return []
    ways = (
        [row for row in rows if who.isdecimal() and row.number == int(who)],
        [row for row in rows if folded(row.interviewer) == name],
        [row for row in rows if name in folded(row.interviewer)],
        [row for row in rows if plain(name) in plain(row.interviewer)],
        [row for row in rows if spelled_out(name) in spelled_out(row.interviewer)],
        [row for row in rows if _words(name) <= _words(row.interviewer)],
    )
    return next((found for found in ways if found), [])


def _words(name: str) -> set[str]:
    """The words of a name without what stands around them: Robert "Bob" Jenkins is found as Bob Jenkins."""
    return set(re.findall(r"\w+", plain(name)))

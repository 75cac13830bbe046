"""What a run did: the rows that it adds to Log, and what its backup is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from eitherway.model.records import CellChange, CellValue, LetterResult, LetterState, Plan
from eitherway.model.schema import LOG
from eitherway.model.steps import SENT, spoken_step
from eitherway.model.tables import RawTable, cells_of
from eitherway.words.days import short

LogRow = dict[str, CellValue]


def purpose(plan: Plan, marks: Sequence[CellChange], results: Sequence[LetterResult]) -> str:
    """What a run writes the workbook for: `letters`, `flags` or what was marked, as `marked_as` says it."""
    if not marks:
        return "letters" if any(each.state is LetterState.WRITTEN for each in results) else "flags"
    return marked_as(plan, marks)


def marked_as(plan: Plan, marks: Sequence[CellChange]) -> str:
    """What was marked, as `Mei Chen's thank-you and 2 more: sent on Tue 15 Dec`."""
    frame = plan.conversations
    first, more = marks[0], len(marks) - 1
    name = dict(zip(frame["row"], frame["Interviewer"], strict=True))[first.row]
    step = first.column.removesuffix(SENT)
    whose = name if step == first.column else f"{name}'s {spoken_step(step)}"
    what = first.column[:1].lower() + first.column[1:] if step == first.column else "sent"
    day = f" on {short(first.value)}" if isinstance(first.value, date) else ""
    return f"{whose}{f' and {more} more' if more else ''}: {what}{day}"


def letter_rows(results: Sequence[LetterResult], raw: Mapping[str, RawTable], now: datetime) -> list[LogRow]:
    """A row for each letter written that Log lacks: one that is only dated anew each day is told of once."""
    before = {row.get("File") for row in cells_of(raw, LOG.name, ("File",))}
    written = [result.letter for result in results if result.state is LetterState.WRITTEN]
    return [
        {
            "When": now,
            "What": "Letter written",
            "Application": letter.application,
            "Interviewer": letter.interviewer,
            "Step": letter.step,
            "File": letter.path,
        }
        for letter in written
        if letter.path not in before
    ]


def mark_rows(plan: Plan, marks: Sequence[CellChange], now: datetime) -> list[LogRow]:
    """A row for each cell that was set on the user's word."""
    if not marks:
        return []
    frame = plan.conversations
    applications = dict(zip(frame["row"], frame["Application"], strict=True))
    interviewers = dict(zip(frame["row"], frame["Interviewer"], strict=True))
    return [
        {
            "When": now,
            "What": f"{mark.column}: {mark.value}",
            "Application": applications[mark.row],
            "Interviewer": interviewers[mark.row],
            "Step": None,
            "File": None,
        }
        for mark in marks
    ]

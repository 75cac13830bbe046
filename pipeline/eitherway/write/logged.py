"""What a run did: the rows that it adds to Log, and what its backup is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from eitherway.model.records import CellChange, CellValue, LetterResult, LetterState, Link, Plan
from eitherway.model.schema import LOG
from eitherway.model.tables import RawTable, cells_of

LogRow = dict[str, CellValue]


def purpose(plan: Plan, marks: Sequence[CellChange], results: Sequence[LetterResult]) -> str:
    """What a run writes the workbook for: `Thank-you sent: Mei Chen and 2 more`, `letters` or `flags`."""
    if not marks:
        return "letters" if any(each.state is LetterState.WRITTEN for each in results) else "flags"
    frame = plan.conversations
    first, more = marks[0], len(marks) - 1
    name = dict(zip(frame["row"], frame["Interviewer"], strict=True))[first.row]
    return f"{first.column}: {name}{f' and {more} more' if more else ''}"


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
            "File": Link(letter.path, letter.path),
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

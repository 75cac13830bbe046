"""The whole flow, once: read, check, decide, merge the letters, write.

Both faces call `run` (or `look`, which writes nothing) and show its outcome. The clock, the terminal and
Excel stay with the faces: the day and the moment are handed in, and `tell` hears which stage has begun.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from eitherway.books.book import Book
from eitherway.check import check
from eitherway.decide import decide
from eitherway.letters import existing_links, link_to, plan_letters
from eitherway.problems import EmptiedWorkbook, Problem
from eitherway.read import read_tables
from eitherway.records import (
    CellChange,
    CellValue,
    Edits,
    Letter,
    LetterResult,
    LetterState,
    Link,
    Outcome,
    Plan,
    Rewrite,
)
from eitherway.schema import COUNTS, PROBLEMS
from eitherway.tables import RawTable, Tables, with_changes
from eitherway.wording import find
from eitherway.write import edits, problem_rows

Tell = Callable[[str], None]
Mark = Callable[[Plan], Sequence[CellChange]]
LogRow = dict[str, CellValue]

OWN_TEMPLATES = "letter_templates"


@contextmanager
def collection_paused() -> Iterator[None]:
    """No search for reference cycles meanwhile: a run makes very many small values and hardly a cycle.

    Of 10,000 conversations it saves a quarter of the time (`python -m benchmarks.flag`).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@collection_paused()
def look(book: Book, as_of: date) -> Outcome:
    """What the workbook holds on `as_of`, without writing anything.

    Raises UnreadableWorkbook, IncompleteWorkbook.
    """
    view = _assess(book.read(), as_of)
    return Outcome(view.plan, view.problems)


@collection_paused()
def run(
    book: Book,
    as_of: date,
    *,
    now: datetime,
    letters: bool = True,
    mark: Mark | None = None,
    allow_empty: bool = False,
    dry_run: bool = False,
    tell: Tell = lambda stage: None,
) -> Outcome:
    """Flag every conversation, write the letters that are owed if `letters`, and write all of it back.

    `now` stamps the log and names the backup. `mark` sets cells of the user's on the user's word (a date
    sent, a reply) before anything is decided. `dry_run` writes nothing and gives the same outcome. An emptied
    workbook is refused unless `allow_empty`. Raises EitherWayError: nothing was done to the workbook.
    """
    tell("Reading the workbook")
    raw = book.read()
    if not dry_run:
        book.check_writable()
    tell("Working out the follow-ups")
    view = _assess(raw, as_of)
    if not allow_empty:
        _stop_if_emptied(raw, view.tables)
    marks = tuple(mark(view.plan)) if mark else ()
    if marks:
        raw = with_changes(raw, marks)
        view = _assess(raw, as_of)
    tell("Writing the letters" if letters else "Looking for letters")
    merged = _merge(view, book.path.parent, as_of, dry_run) if letters else _found(view, book.path.parent)
    log = [*_marks_log(view.plan, marks, now), *_letters_log(merged.results, now)]
    planned = edits(raw, view.plan, merged.problems, merged.links, log)
    planned = replace(planned, cells=[*marks, *planned.cells])
    tell("Saving the workbook")
    done = book.preview(planned) if dry_run else book.apply(planned, now)
    return Outcome(view.plan, merged.problems, merged.results, done, dry_run)


class _Merged(NamedTuple):
    """What became of the letters; `links` leads from rows of Interviews to the letters that stand."""

    results: Sequence[LetterResult]
    problems: Sequence[Problem]
    links: Mapping[int, Link]


def _merge(view: _View, folder: Path, as_of: date, dry_run: bool) -> _Merged:
    from eitherway.letters.files import write_letters  # noqa: PLC0415 - docxtpl loads only to write letters

    results, said = write_letters(view.letters, folder, folder / OWN_TEMPLATES, as_of, dry_run=dry_run)
    standing = [result.letter for result in results if result.state is not LetterState.HELD]
    return _Merged(results, [*view.problems, *said], {letter.row: link_to(letter) for letter in standing})


def _found(view: _View, folder: Path) -> _Merged:
    return _Merged([], view.problems, existing_links(view.letters, folder))


@collection_paused()
def list_problems(book: Book, as_of: date, *, now: datetime, tell: Tell = lambda stage: None) -> Outcome:
    """Write what is wrong to the Problems sheet, and nothing else. Raises EitherWayError."""
    tell("Reading the workbook")
    raw = book.read()
    book.check_writable()
    tell("Checking")
    view = _assess(raw, as_of)
    listed = Edits(rewrites=[Rewrite(PROBLEMS.name, problem_rows(view.problems, raw))])
    return Outcome(view.plan, view.problems, edits=book.apply(listed, now))


@dataclass(frozen=True, slots=True)
class _View:
    tables: Tables
    plan: Plan
    letters: Sequence[Letter]
    problems: Sequence[Problem]


def _assess(raw: Mapping[str, RawTable], as_of: date) -> _View:
    tables, unread = read_tables(raw)
    problems = [*unread, *check(tables, as_of)]
    plan = decide(tables, as_of, problems)
    letters = plan_letters(plan, tables)
    return _View(tables, plan, letters, _with_held(problems, letters))


def _with_held(problems: Sequence[Problem], letters: Sequence[Letter]) -> list[Problem]:
    """What holds the letters back, beside the problems; one cause is told once."""
    told = {(problem.code, problem.where): problem for problem in problems}
    for letter in letters:
        if letter.held:
            told.setdefault((letter.held.code, letter.held.where), letter.held)
    return list(told.values())


def _stop_if_emptied(raw: Mapping[str, RawTable], tables: Tables) -> None:
    """If a table that had rows has none, stop and ask (design.md section 7): Counts remembers."""
    remembered = any(isinstance(value, int | float) and value for value in _counts(raw))
    emptied = "Interviews" if remembered and tables.interviews.empty else ""
    if not tables.interviews.empty and tables.applications.empty:
        emptied = "Applications"
    if emptied:
        raise EmptiedWorkbook(
            f"{emptied} has no rows any more.",
            "If you emptied it on purpose, run this again with --allow-empty; if not, close without saving, "
            "or bring back an earlier version of the workbook.",
        )


def _counts(raw: Mapping[str, RawTable]) -> list[object]:
    name = find(COUNTS.name, raw)
    return [value for row in raw[name].rows for value in row] if name else []


def _letters_log(results: Sequence[LetterResult], now: datetime) -> list[LogRow]:
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
    ]


def _marks_log(plan: Plan, marks: Sequence[CellChange], now: datetime) -> list[LogRow]:
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

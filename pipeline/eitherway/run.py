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

from eitherway.books.book import Book
from eitherway.check import check
from eitherway.decide import decide
from eitherway.letters import Merged, existing_links, link_to, plan_letters, problems_of, write_merged
from eitherway.problems import Code, EmptiedWorkbook, IncompleteWorkbook, Location, Problem, errors
from eitherway.read import read_tables
from eitherway.records import (
    CellChange,
    CellValue,
    Edits,
    Flag,
    Letter,
    LetterResult,
    LetterState,
    Link,
    Outcome,
    Plan,
    Rewrite,
)
from eitherway.schema import APPLICATIONS, CADENCE, COUNTS, INTERVIEWS, LOG, PROBLEMS, TODAY
from eitherway.tables import RawTable, Tables, with_changes
from eitherway.wording import find
from eitherway.write import edits, problem_rows

Tell = Callable[[str], None]
Mark = Callable[[Plan, Tables], Sequence[CellChange]]
LogRow = dict[str, CellValue]

OWN_TEMPLATES = "letter_templates"

_MEMORY = {
    COUNTS.name: ("Overdue", "Due", "Soon", "Waiting"),
    TODAY.name: ("Flag",),
    APPLICATIONS.name: ("Flag",),
    INTERVIEWS.name: ("Flag",),
}
"""The cells of ours that tell of conversations."""


@contextmanager
def collection_paused() -> Iterator[None]:
    """No search for reference cycles meanwhile: a run makes very many small values and hardly a cycle.

    Of 10,000 conversations it saves about a third of the time (`python -m benchmarks.flag` measures both).
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
    workbook is refused unless `allow_empty`. Raises EitherWayError: nothing was done, to the workbook or to
    the letters, unless the workbook became locked or changed at the very moment of saving.
    """
    view = _opened(book, as_of, tell, dry_run=dry_run)
    if not allow_empty:
        _stop_if_emptied(view)
    marks = tuple(mark(view.plan, view.tables)) if mark else ()
    if marks:
        view = _assess(with_changes(view.raw, marks), as_of)
    found = _merged(view, book.path.parent, tell) if letters else _standing(view, book.path.parent)
    planned = _edits(view, found, marks, now)
    if dry_run:
        return Outcome(view.plan, found.problems, found.results, book.preview(planned), marks, dry_run=True)
    if any(each.is_new for each in found.merged):
        _check_room(book, planned)
        found = _summary(view, write_merged(found.merged, book.path.parent))
        planned = _edits(view, found, marks, now)
    tell("Saving the workbook")
    return Outcome(view.plan, found.problems, found.results, book.apply(planned, now), marks)


@collection_paused()
def list_problems(book: Book, as_of: date, *, now: datetime, tell: Tell = lambda stage: None) -> Outcome:
    """Write what is wrong to the Problems sheet, and nothing else. Raises EitherWayError."""
    view = _opened(book, as_of, tell)
    listed = Edits(rewrites=[Rewrite(PROBLEMS.name, problem_rows(view.problems, view.raw))])
    tell("Saving the workbook")
    return Outcome(view.plan, view.problems, edits=book.apply(listed, now))


@dataclass(frozen=True, slots=True)
class _View:
    """The workbook on one day: what it holds and what follows from it."""

    raw: Mapping[str, RawTable]
    tables: Tables
    plan: Plan
    letters: Sequence[Letter]
    problems: Sequence[Problem]


def _opened(book: Book, as_of: date, tell: Tell, *, dry_run: bool = False) -> _View:
    tell("Reading the workbook")
    raw = book.read()
    if not dry_run:
        book.check_writable()
    tell("Working out the follow-ups")
    return _assess(raw, as_of)


def _assess(raw: Mapping[str, RawTable], as_of: date) -> _View:
    tables, unread = read_tables(raw)
    problems = [*unread, *check(tables, as_of)]
    if no_rules := [problem for problem in errors(problems) if problem.where.table == CADENCE.name]:
        raise IncompleteWorkbook(no_rules)
    plan = decide(tables, as_of, problems)
    letters = plan_letters(plan, tables, problems)
    held = [letter.held for letter in letters if letter.held]
    return _View(raw, tables, plan, letters, _once([*problems, *held]))


def _once(problems: Sequence[Problem]) -> list[Problem]:
    """One cause is told once, also where the checks and the letters both found it."""
    told: dict[tuple[Code, Location], Problem] = {}
    return [each for each in problems if told.setdefault((each.code, each.where), each) is each]


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a run; `links` leads from rows of Interviews to those that stand once all is written."""

    results: Sequence[LetterResult]
    problems: Sequence[Problem]
    links: Mapping[int, Link]
    merged: Sequence[Merged] = ()


def _merged(view: _View, folder: Path, tell: Tell) -> _Letters:
    from eitherway.letters.merging import merge_letters  # noqa: PLC0415 - docxtpl loads only to merge letters

    tell("Writing the letters")
    return _summary(view, merge_letters(view.letters, folder, folder / OWN_TEMPLATES, view.plan.as_of))


def _summary(view: _View, merged: Sequence[Merged]) -> _Letters:
    results = [each.result for each in merged]
    standing = [result.letter for result in results if result.state is not LetterState.HELD]
    links = {letter.row: link_to(letter) for letter in standing}
    return _Letters(results, [*view.problems, *problems_of(merged)], links, merged)


def _standing(view: _View, folder: Path) -> _Letters:
    return _Letters([], view.problems, existing_links(view.letters, folder))


def _check_room(book: Book, planned: Edits) -> None:
    """Raise now what `apply` would raise: a letter is written only if the workbook can tell of it."""
    book.preview(planned)
    book.check_writable()


def _edits(view: _View, letters: _Letters, marks: Sequence[CellChange], now: datetime) -> Edits:
    log = [*_marks_log(view.plan, marks, now), *_letters_log(letters.results, _logged(view.raw), now)]
    planned = edits(view.raw, view.plan, letters.problems, letters.links, log)
    return replace(planned, cells=[*marks, *planned.cells])


def _logged(raw: Mapping[str, RawTable]) -> set[object]:
    """The letters that Log has: one that is only dated anew each day, until it is sent, is told of once."""
    return set(_cells(raw, LOG.name, ("File",)))


def _letters_log(results: Sequence[LetterResult], logged: set[object], now: datetime) -> list[LogRow]:
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
        if letter.path not in logged
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


def _stop_if_emptied(view: _View) -> None:
    """If a table that had rows has none, stop and ask (design.md section 7)."""
    emptied = ""
    if view.tables.interviews.empty and _remembered(view.raw):
        emptied = INTERVIEWS.name
    if view.tables.applications.empty and not view.tables.interviews.empty and _remembered(view.raw):
        emptied = APPLICATIONS.name
    if emptied:
        raise EmptiedWorkbook(
            f"{emptied} has no rows any more.",
            "If you emptied it on purpose, run this again with --allow-empty; if not, close without saving, "
            "or bring back an earlier version of the workbook.",
        )


def _remembered(raw: Mapping[str, RawTable]) -> bool:
    """Whether a cell of ours still tells of a conversation that was flagged.

    Log does not count, as it outlives a search that was ended on purpose; nor does Fix, which a row has from
    the first.
    """
    told = (cell for table, columns in _MEMORY.items() for cell in _cells(raw, table, columns))
    return any(cell and cell != Flag.FIX for cell in told)


def _cells(raw: Mapping[str, RawTable], table: str, columns: Sequence[str]) -> Iterator[object]:
    name = find(table, raw)
    if name is None:
        return
    headers = {find(column, raw[name].columns) for column in columns}
    at = [i for i, header in enumerate(raw[name].columns) if header in headers]
    for row in raw[name].rows:
        yield from (row[i] for i in at)

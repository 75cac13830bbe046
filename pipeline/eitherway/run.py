"""The whole flow, once: read, check, decide, merge the letters, write.

Both faces call `run` (or `look`, which writes nothing) and show its outcome. The clock, the terminal and
Excel stay with the faces: the day and the moment are handed in, and `tell` hears which stage has begun.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from eitherway.books.book import Book
from eitherway.check import check
from eitherway.decide import decide
from eitherway.letters import existing_links, link_to, plan_letters, write_letters
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
from eitherway.schema import PROBLEMS
from eitherway.tables import RawTable, Tables, with_changes
from eitherway.write import edits, problem_rows

Tell = Callable[[str], None]
Mark = Callable[[Plan], Sequence[CellChange]]
LogRow = dict[str, CellValue]

OWN_TEMPLATES = "letter_templates"


def look(book: Book, as_of: date) -> Outcome:
    """What the workbook holds on `as_of`, without writing anything.

    Raises UnreadableWorkbook, IncompleteWorkbook.
    """
    view = _assess(book.read(), as_of)
    return Outcome(view.plan, view.problems)


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
    results: list[LetterResult] = []
    problems = view.problems
    if letters:
        tell("Writing the letters")
        results, said = write_letters(
            view.letters, book.path.parent, book.path.parent / OWN_TEMPLATES, as_of, dry_run=dry_run
        )
        problems = [*problems, *said]
        links = {result.letter.row: link_to(result.letter) for result in results if _stands(result)}
    else:
        links = existing_links(view.letters, book.path.parent)
    planned = edits(
        raw, view.plan, problems, links, [*_marks_log(view.plan, marks, now), *_letters_log(results, now)]
    )
    planned = replace(planned, cells=[*marks, *planned.cells])
    tell("Saving the workbook")
    done = book.preview(planned) if dry_run else book.apply(planned, now)
    return Outcome(view.plan, problems, results, done)


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
    held = {letter.held: None for letter in letters if letter.held}
    return _View(tables, plan, letters, [*problems, *held])


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
    counts = next((table for name, table in raw.items() if name.casefold() == "counts"), None)
    return [value for row in counts.rows for value in row] if counts else []


def _stands(result: LetterResult) -> bool:
    return result.state is not LetterState.HELD


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
    named = plan.conversations.set_index("row")
    return [
        {
            "When": now,
            "What": f"{mark.column}: {mark.value}",
            "Application": named.at[mark.row, "Application"],
            "Interviewer": named.at[mark.row, "Interviewer"],
            "Step": None,
            "File": None,
        }
        for mark in marks
    ]

"""`eitherway doctor --try`: the real macros, clicked one after the other in a copy of the example.

Each step reads back what the workbook then holds and compares it with what the commands write into a closed
copy. What Excel shows (the ribbon, the buttons, how it looks) only a person can see: docs/excel.md has twelve
clicks.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

import xlwings

from eitherway.books.closed.book import ClosedBook
from eitherway.books.excel.book import OpenBook
from eitherway.books.excel.native import bring_forward
from eitherway.books.sheet.areas import address
from eitherway.machine import rehearsal
from eitherway.model.problems import EitherWayError
from eitherway.model.records import CellChange, Plan
from eitherway.model.report import headline
from eitherway.model.schema import FILE, INTERVIEWS, LOG, PROBLEMS, TODAY
from eitherway.model.tables import RawTable, Tables, cells_of
from eitherway.run import Mark, run
from eitherway.write import marks
from eitherway_workbook import build, example

PATIENCE = 90.0
"""Seconds for a click to end in its message."""

NOT_KNOWN = (
    "Not tried, as only a person sees it: the yellow bar on opening, the ribbon, the message boxes, Word."
)


class Step(NamedTuple):
    """One step: what was tried, whether it came out, and what was seen."""

    name: str
    passed: bool
    what: str

    def as_json(self) -> dict[str, object]:
        """The step as `eitherway doctor --try --json` gives it."""
        return self._asdict()


class Excel(Protocol):
    """What the steps ask of Excel, or of what stands in for it."""

    def open(self, path: Path) -> xlwings.Book:
        """Open the workbook, macros enabled."""

    def click(self, book: xlwings.Book, macro: str) -> None:
        """Run the macro of this name, as its button does."""

    def close(self, book: xlwings.Book) -> None:
        """Close the workbook without saving it."""


class Failed(Exception):
    """A step did not come out; its text says why."""


def rehearse(excel: Excel, folder: Path, now: datetime) -> Iterator[Step]:
    """All steps, in a workbook in `folder`; the ones after a failure are tried as well."""
    path = folder / "job-search.xlsm"
    build(path, example(now.date()))
    (folder / "closed").mkdir()
    shutil.copy(path, folder / "closed")
    rehearsal.begin(path)
    book = excel.open(path)
    try:
        stage = _Stage(excel, book, path, ClosedBook(folder / "closed" / path.name), now)
        for name, step in STEPS.items():
            try:
                yield Step(name, True, step(stage))
            except Failed as failure:
                yield Step(name, False, str(failure))
            except (EitherWayError, xlwings.XlwingsError, OSError) as trouble:
                yield Step(name, False, f"{type(trouble).__name__}: {trouble}")
    finally:
        excel.close(book)


class _Stage(NamedTuple):
    excel: Excel
    book: xlwings.Book
    path: Path
    closed: ClosedBook
    now: datetime

    def click(self, macro: str) -> str:
        """Click, and give the message. Raises Failed where none comes."""
        before = len(rehearsal.heard(self.path))
        self.excel.click(self.book, macro)
        give_up = time.monotonic() + PATIENCE
        while len(heard := rehearsal.heard(self.path)) == before:
            if time.monotonic() > give_up:
                raise Failed(f"{macro} ran, and no message came within {PATIENCE:.0f} seconds.")
            time.sleep(0.1)
        return heard[-1]

    def tables(self) -> Mapping[str, RawTable]:
        return OpenBook(self.book).read()

    def run_closed(self, *, letters: bool, mark: Mark | None = None) -> Plan:
        return run(self.closed, self.now.date(), now=self.now, letters=letters, mark=mark).plan


def _opens(stage: _Stage) -> str:
    _compare(stage)
    return f"{len(stage.tables())} tables read."


def _flag(stage: _Stage) -> str:
    said = stage.click("FlagOverdue")
    wanted = headline(stage.run_closed(letters=False))
    if not said.startswith(wanted):
        raise Failed(f"It said {said!r}, not {wanted!r}.")
    _compare(stage)
    return said.splitlines()[0]


def _letters_over_hidden_rows(stage: _Stage) -> str:
    table = stage.tables()[INTERVIEWS.name]
    hidden = stage.book.sheets[table.sheet].range((table.header_row + 3, 1), (table.header_row + 12, 1))
    hidden.rows.hidden = True
    try:
        said = stage.click("WriteLetters")
    finally:
        hidden.rows.hidden = False
    stage.run_closed(letters=True)
    _compare(stage)
    return said.splitlines()[0]


def _links(stage: _Stage) -> str:
    rows = [*cells_of(stage.tables(), TODAY.name, ("Interviewer", FILE.name, "Letter"))]
    linked = [row for row in rows if row[FILE.name]]
    for row in linked:
        file = stage.path.parent / str(row[FILE.name])
        if str(row["Interviewer"]) not in file.name or not file.is_file() or not row["Letter"]:
            raise Failed(f"The link of {row['Interviewer']} leads to {file.name}.")
    return f"{len(linked)} links, each to its own letter."


def _mark_and_undo(stage: _Stage) -> str:
    before = stage.tables()
    table = before[TODAY.name]
    sheet = stage.book.sheets[table.sheet]
    bring_forward(sheet)
    sheet.range((table.header_row + 1, table.first_column)).select()
    said = stage.click("MarkSent")
    if ": sent on " not in said:
        raise Failed(f"It said {said!r}.")
    undone = stage.click("Undo")
    if _differing(before, stage.tables()):
        raise Failed(f"Undo left {_differing(before, stage.tables())} otherwise than before.")
    return f"{said.splitlines()[0]} {undone.splitlines()[0]}"


def _marked_as_the_command_does(stage: _Stage) -> str:
    first = next(cells_of(stage.tables(), TODAY.name, ("Interviewer",)))["Interviewer"]
    stage.click("MarkSent")  # the selection has left the list: nothing is marked
    _compare(stage)
    table = stage.tables()[TODAY.name]
    stage.book.sheets[table.sheet].range((table.header_row + 1, table.first_column)).select()
    said = stage.click("MarkSent")

    def mark(plan: Plan, tables: Tables) -> Sequence[CellChange]:
        return marks.sent(plan, tables, [str(first)], stage.now.date())

    stage.run_closed(letters=False, mark=mark)
    _compare(stage)
    return said.splitlines()[0]


def _bad_row(stage: _Stage) -> str:
    table = stage.tables()[INTERVIEWS.name]
    column = table.first_column + table.columns.index("Interviewer")
    row = table.header_row + 1
    stage.book.sheets[table.sheet].range((row, column)).value = "Hiring Manager"
    said = stage.click("CheckWorkbook")
    where = f"{table.sheet}!{address(row, column)} (Interviewer)"
    told = [str(row["Where"]) for row in cells_of(stage.tables(), PROBLEMS.name, ("Where",))]
    if where not in told:
        raise Failed(f"Problems does not name {where}.")
    return said.splitlines()[0]


STEPS: Mapping[str, Callable[[_Stage], str]] = {
    "The example opens": _opens,
    "Flag overdue": _flag,
    "Write letters, with rows hidden": _letters_over_hidden_rows,
    "Links": _links,
    "Mark sent, and Undo": _mark_and_undo,
    "Mark sent, twice": _marked_as_the_command_does,
    "Check workbook, with a bad row": _bad_row,
}


def _compare(stage: _Stage) -> None:
    if differing := _differing(stage.closed.read(), stage.tables()):
        raise Failed(f"{differing} holds something else than what the commands write.")


def _differing(one: Mapping[str, RawTable], other: Mapping[str, RawTable]) -> str:
    """The first table whose cells differ; the times in Log do."""
    for name in one:
        if name != LOG.name and [*map(list, one[name].rows)] != [*map(list, other[name].rows)]:
            return name
    return ""

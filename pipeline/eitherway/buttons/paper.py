"""What the button Print letters makes: the letters by post that stand, as one PDF, and what is said of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from eitherway.buttons import words
from eitherway.buttons.selected import Meant
from eitherway.doctor.gather import pdf_maker
from eitherway.letters.files import Merged
from eitherway.model.choices import POST
from eitherway.model.problems import Problem
from eitherway.model.records import Plan, Sending
from eitherway.model.tables import Tables
from eitherway.send.paper.addresses import addressed, by_post
from eitherway.send.paper.printing import Wanted, make, place
from eitherway.words.counting import count
from eitherway_workbook.macros.interpreter import System


class Printed(NamedTuple):
    """The PDF that was written, if any; `notes` say what could not be."""

    files: Sequence[Path]
    notes: Sequence[str]


class Paper:
    """What a run is to hear the letters with (`run.Send`), and what it kept of them."""

    def __init__(self, meant: Meant) -> None:
        self.meant = meant
        self.letters: list[Merged] = []
        self.problems: list[Problem] = []
        self.without: list[int] = []

    def __call__(self, tables: Tables, merged: Sequence[Merged]) -> Sending:
        """Choose the letters, and find what is wrong with their addresses."""
        rows = self.meant.rows
        posted = [each for each in merged if each.result.letter.channel == POST]
        meant = [each for each in posted if rows is None or each.result.letter.row in rows]
        self.letters = by_post(meant)
        _, problems = addressed([each.result.letter for each in self.letters], tables)
        held = dict.fromkeys(each.result.letter.held for each in meant)
        self.problems = [*filter(None, held), *problems]
        self.without = sorted((rows or frozenset()) - {each.result.letter.row for each in meant})
        return Sending(lambda: problems)

    @property
    def rows(self) -> list[int]:
        """Their rows of Interviews, each once."""
        return list(dict.fromkeys(each.result.letter.row for each in self.letters))

    def make(self, day: date, folder: Path) -> Printed:
        """Write the PDF into the folder Print of `folder`. Raises LockedWorkbook."""
        if not self.letters:
            return Printed((), ())
        wanted = Wanted(day, (), None, None)
        made = make([each.content for each in self.letters], (), wanted, pdf_maker(_system()))
        files, kept = place(made.files, folder / "Print", dry_run=False)
        return Printed(files, (*made.notes, *kept))


def printed(paper: Paper, plan: Plan, made: Printed) -> str:
    """How many letters the PDF has, for whom, what waits and why."""
    found = words.of_rows(plan, paper.rows)
    without = words.names(words.of_rows(plan, paper.without))
    said = "No letter was printed." if paper.problems or paper.without else "No letter by post is owed now."
    if found:
        said = f"{count(len(paper.letters), 'letter')} by post: {words.names(found)}."
    return words.lines(
        said,
        *(f"The PDF: {file}" for file in made.files),
        *made.notes,
        f"By e-mail, or not due yet, so not in it: {without}." if without else "",
        *words.waiting(paper.problems),
        "Once they are in the post, select them and click Mark sent." if made.files else "",
    )


def _system() -> System:
    home = Path.home()
    local_data = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
    return System(sys.platform, home, local_data, Path(sys.prefix), Path(sys.executable))

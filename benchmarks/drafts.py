"""E-mail drafts beside the letters that they are made of: read, put together and written, all of one run."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

from benchmarks import letters, table
from benchmarks.flag import AS_OF, NOW
from benchmarks.rows import Row
from eitherway.books.closed.book import ClosedBook
from eitherway.letters.files import Merged
from eitherway.model.problems import Problem
from eitherway.model.records import Sending
from eitherway.model.tables import Tables
from eitherway.run import run
from eitherway.send.draft_files import paths, write_drafts
from eitherway.send.drafts import drafts
from eitherway_workbook import build

SIZE, TURNS, FEW_TURNS = 1_000, 7, 3


class Moment(NamedTuple):
    """Seconds so far: on the clock, and of the processor."""

    clock: float
    processor: float


class Turn(NamedTuple):
    """What a run took for its letters, merged and written, and for their drafts."""

    letters: Moment
    drafts: Moment


def rows(quick: bool) -> Iterator[Row]:
    """Drafts beside their letters, in the same runs; the first does not count."""
    with TemporaryDirectory() as folder:
        workbook = Path(folder, "new.xlsx")
        tables = letters.owed(SIZE, random.Random(1))
        people = [
            {**each, "Email": f"person{number}@company.example"}
            for number, each in enumerate(tables["Interviewers"])
        ]
        build(workbook, {**tables, "Interviewers": people})
        turns = [turn(letters.fresh(workbook)) for _ in range((FEW_TURNS if quick else TURNS) + 1)][1:]
    for at, what in enumerate(letters.DRAFTS):
        ours, theirs = (median(each[part][at] for each in turns) for part in (1, 0))
        yield Row(what, ours, "s", "their letters", ours / theirs, "at most 2")


def turn(workbook: Path) -> Turn:
    """One run with new letters and new drafts."""
    begun: dict[str, Moment] = {}
    making: list[Moment] = []

    def tell(stage: str) -> None:
        begun[stage] = now()

    def send(tables: Tables, merged: Sequence[Merged]) -> Sending:
        start = now()
        found = drafts(merged, tables)
        making.append(since(start))

        def make() -> list[Problem]:
            start = now()
            write_drafts(found, workbook)
            making.append(since(start))
            return []

        return Sending(make, paths(found))

    run(ClosedBook(workbook), AS_OF, now=NOW, proof=False, send=send, tell=tell)
    stages = list(begun.values())
    names = list(begun)
    taken = [
        Moment(stages[at + 1].clock - stages[at].clock, stages[at + 1].processor - stages[at].processor)
        for at in (names.index("Writing the letters"), names.index("Saving the letters"))
    ]
    whole, ours = added(taken), added(making)
    return Turn(Moment(whole.clock - ours.clock, whole.processor - ours.processor), ours)


def now() -> Moment:
    """As they stand."""
    return Moment(perf_counter(), process_time())


def since(start: Moment) -> Moment:
    """What was taken since."""
    return Moment(perf_counter() - start.clock, process_time() - start.processor)


def added(moments: Sequence[Moment]) -> Moment:
    """All of them."""
    return Moment(sum(each.clock for each in moments), sum(each.processor for each in moments))


if __name__ == "__main__":
    table.alone(rows)

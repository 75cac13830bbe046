"""The whole of `eitherway letters`: what of its time goes to merging and writing, and what to all else.

Every conversation of the workbook owes a letter, four to an application, each with a point of its own. The
run is this process's own, from reading the workbook to replacing it, with the templates that come with the
program; its stages are those that it tells of. The letters are new, then the same run is made again, where
nothing changes. Then all is new once more and is proofread: the processors' seconds beside those on the
clock show how many cores had work. Last, a thousand e-mails become drafts, in the runs that write them.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from benchmarks import table
from benchmarks.flag import AS_OF, NOW, Record, application, label
from benchmarks.rows import Row
from benchmarks.timing import processors
from eitherway.books.closed.book import ClosedBook
from eitherway.run import run
from eitherway_workbook import build

SIZE, FEW = 10_000, 1_000
TURNS, FEW_TURNS = 3, 1
READING = "Proofreading the letters"

WHOLE = "`eitherway letters` on {:,} conversations, not proofread"
STAGES = {
    "Merging and writing the letters": ("Writing the letters", "Saving the letters"),
    "Reading the workbook": ("Reading the workbook",),
    "Deciding what is owed": ("Working out the follow-ups",),
    "Working out what the workbook is to hold": ("Preparing the workbook",),
    "Saving the workbook": ("Saving the workbook",),
}
"""The stages that a run tells of, in our words."""
AGAIN, PROOFREAD = "The same run again, nothing changes", "A run of {:,} conversations, proofread"
DRAFTS = ("1,000 e-mail drafts made and written", "The same drafts, the processor's seconds")
PROOFREADING = "Proofreading: the processors' seconds"
WHAT = (WHOLE.format(SIZE), *STAGES, AGAIN, PROOFREAD.format(SIZE), PROOFREADING, *DRAFTS)
TARGETS = {"Merging and writing the letters": "at least 0.8"}

POINTS = (
    "moving the monthly reports off paper",
    "how your team plans a week around the harvest",
    "the map of every pump that hangs in your hall",
    "teaching new colleagues to read the old ledgers",
    "why the second warehouse opened before the first",
    "the two days a month that you give to repairs",
    "what the drivers told you about the morning route",
    "letting customers see the figures that you see",
    "the library of sounds that your engineers keep",
    "how a small change to the form saved a winter",
    "your plan to write down what only Mondays know",
)
"""Eleven, so that the four of a panel never share one."""


# fmt: off
GIVEN = (
    "Amara", "Bjorn", "Carmen", "Dmitri", "Elif", "Farid", "Grace", "Hiroshi", "Ingrid", "Jamal", "Keiko",
    "Lucia", "Mateus", "Nadia", "Owen", "Priya", "Quentin", "Rosalind", "Sunil", "Tomasz", "Ursula", "Vikram",
    "Wanjiru", "Yusuf",
)
FAMILY = (
    "Okafor", "Lindqvist", "Delgado", "Petrov", "Yilmaz", "Haddad", "Mbeki", "Tanaka", "Novak", "Rossi",
    "Silva", "Thompson", "Wang", "Eriksen", "Fitzgerald", "Gupta", "Ibarra", "Kowalczyk", "Umarov", "Zhou",
)
# fmt: on


class Spent(NamedTuple):
    """Seconds of each stage: on the clock, and of all processors, those of other processes of ours too."""

    clock: Mapping[str, float]
    processors: Mapping[str, float]


def rows(quick: bool) -> Iterator[Row]:
    """The whole run beside itself again, and its stages as parts of it; proofread, unless quick."""
    with TemporaryDirectory() as folder:
        workbook = Path(folder, "new.xlsx")
        yield from _plain(workbook, *((FEW, FEW_TURNS) if quick else (SIZE, TURNS)))
        if not quick:
            yield from _proofread(workbook)
    from benchmarks import drafts  # noqa: PLC0415 - which takes its workbook from here

    yield from drafts.rows(quick)


def _plain(workbook: Path, size: int, turns: int) -> Iterator[Row]:
    build(workbook, owed(size, random.Random(1)))
    both = [(spent(fresh(workbook)), spent(kept(workbook))) for _ in range(turns + 1)][1:]
    new, again = zip(*both, strict=True)
    whole, same = clock(new), clock(again)
    yield Row(WHOLE.format(size), whole, "s", AGAIN, whole / same)
    for name, stages in STAGES.items():
        part = clock(new, *stages)
        yield Row(name, part, "s", "all of it", part / whole, TARGETS.get(name, ""))
    yield Row(AGAIN, same, "s", "where every letter is new", same / whole)


def _proofread(workbook: Path) -> Iterator[Row]:
    plain, read = [spent(fresh(workbook))], [spent(fresh(workbook), proof=True)]
    whole, reading, busy = clock(read), clock(read, READING), read[0].processors[READING]
    yield Row(PROOFREAD.format(SIZE), whole, "s", "not proofread", whole / clock(plain), "at most 3")
    yield Row(PROOFREADING, busy, "s", f"those on the clock, {os.cpu_count()} cores", busy / reading)


def clock(turns: Sequence[Spent], *stages: str) -> float:
    """The median seconds of these stages, or of all."""
    return median(sum(each.clock[stage] for stage in stages or each.clock) for each in turns)


def spent(workbook: Path, *, proof: bool = False) -> Spent:
    """One run."""
    begun: list[tuple[str, float, float]] = []

    def tell(stage: str) -> None:
        begun.append((stage, perf_counter(), processors()))

    run(ClosedBook(workbook), AS_OF, now=NOW, proof=proof, tell=tell)
    tell("")
    pairs = list(pairwise(begun))
    return Spent(
        {stage: end - start for (stage, start, _), (_, end, _) in pairs},
        {stage: end - start for (stage, _, start), (_, _, end) in pairs},
    )


def fresh(workbook: Path) -> Path:
    """A copy of the workbook in a folder of its own, without letters."""
    folder = workbook.parent / "work"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return Path(shutil.copy(workbook, folder))


def kept(workbook: Path) -> Path:
    """The copy as the last run left it."""
    return workbook.parent / "work" / workbook.name


def owed(conversations: int, chance: random.Random) -> Mapping[str, Sequence[Record]]:
    """A search in which every conversation is two days old, four to an application, and nobody is thanked."""
    numbers = range(conversations)
    people = [
        {"Interviewer": person(number), "Company": f"Company {number // 4 % 700}"} for number in numbers
    ]
    return {
        "Applications": [
            {**application(number, chance), "Status": "Interviewing"}
            for number in range(-(-conversations // 4))
        ],
        "Interviewers": people,
        "Interviews": [
            {
                "Application": label(number // 4),
                "Round": "1",
                "Date": AS_OF - timedelta(2),
                "Interviewer": person(number),
                "What we talked about": f"{POINTS[number % len(POINTS)]}, {number} times a year",
            }
            for number in numbers
        ],
        "Settings": [
            {"Name": "Your name", "Value": "Robin Vale"},
            {"Name": "Email", "Value": "robin@vale.example"},
        ],
    }


def person(number: int) -> str:
    """One of 252,000 names; names that nearly match would all be asked about."""
    rest, given = divmod(number, len(GIVEN))
    rest, first = divmod(rest, len(FAMILY))
    middle, second = divmod(rest, len(FAMILY) + 1)
    between = f" {GIVEN[middle - 1]}" if middle else ""
    married = f"-{FAMILY[second - 1]}" if second else ""
    return f"{GIVEN[given]}{between} {FAMILY[first]}{married}"


if __name__ == "__main__":
    table.alone(rows)

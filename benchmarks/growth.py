"""How time and memory grow with a search: the same command on ten times as many conversations.

Each figure is a process of its own, from start to end, on a workbook made for it: for flagging and figures,
conversations in every state; for letters and drafts, as many letters owed; for bringing a tracker in, a flat
sheet with as many rows. Seconds are the processors', so that what else the computer does weighs little. What
a process takes on the smallest workbook is its start, and is taken off before growth is reckoned. The
exponent is the slope between the two larger sizes on logarithmic scales: 1 where a command takes as much
longer as its input is larger.
"""

from __future__ import annotations

import csv
import random
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import flag, letters, table, timing
from benchmarks.rows import Row
from eitherway_workbook import build

START, STARTS = 8, {"mail": 200}
"""Conversations of the smallest workbook; from 200 on other processes proofread, as with very many."""

SIZES, FEW = (10_000, 100_000), (1_000, 4_000)
SMALLER = {"mail": (1_000, 10_000)}
"""What is proofread takes too long for the largest."""
MEND = (0, 1, 3)
"""Exit statuses: done, and done with problems to mend."""

TIME, MEMORY = "`{}`, time: the exponent", "`{}`, memory above its start: the exponent"
AT_MOST = "at most 1.1"


def rows(quick: bool) -> Iterator[Row]:
    """Two exponents for each command."""
    with TemporaryDirectory() as folder:
        for name, (make, words) in COMMANDS.items():
            if quick and name in SMALLER:
                continue
            sizes = FEW if quick else SMALLER.get(name, SIZES)
            first = STARTS.get(name, START)
            _spent(Path(folder), make, words, first)  # fills the caches of the disk and of Python's bytecode
            spent = [_spent(Path(folder), make, words, size) for size in (first, *sizes)]
            for what, start, small, large in zip((TIME, MEMORY), *spent, strict=True):
                exponent = log(max(large - start, 1e-9) / max(small - start, 1e-9)) / log(sizes[1] / sizes[0])
                unit = "s" if what is TIME else "MB"
                against = f"{sizes[0]:,} conversations: {small:.3g} {unit}"
                yield Row(what.format(name), large, unit, against, exponent, AT_MOST)


def _spent(
    folder: Path, make: Callable[[Path, int], Path], words: tuple[str, ...], size: int
) -> tuple[float, float]:
    """The processors' seconds and the megabytes of the command on a workbook of its own."""
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    given = make(work, size)
    command = [word.format(given, work / "into.xlsx") for word in words]
    done = timing.process(["-m", "eitherway", *command], MEND)
    return done.processors, done.megabytes


def _built(path: Path, tables: Mapping[str, Sequence[flag.Record]]) -> Path:
    build(path, tables)
    return path


def _in_every_state(folder: Path, size: int) -> Path:
    return _built(folder / "search.xlsx", flag.search(size, random.Random(1)))


def _all_owed(folder: Path, size: int) -> Path:
    return _built(folder / "search.xlsx", letters.owed(size, random.Random(1)))


def _tracker(folder: Path, size: int) -> Path:
    """A flat sheet as people keep it, a row for each application."""
    path, day = folder / "tracker.csv", flag.AS_OF
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("Company", "Position", "Applied", "Status", "Interview", "Contact", "Notes"))
        for number in range(size):
            applied = day - timedelta(number % 300 + 10)
            rows.writerow(
                (f"Company {number}", "Analyst", applied, "Interviewing", applied + timedelta(7),
                 letters.person(number), f"note {number}")
            )  # fmt: skip
    return path


DAY = ("--as-of", flag.AS_OF.isoformat())
COMMANDS: Mapping[str, tuple[Callable[[Path, int], Path], tuple[str, ...]]] = {
    "flag": (_in_every_state, ("flag", "{0}", *DAY)),
    "stats": (_in_every_state, ("stats", "{0}", *DAY)),
    "letters --no-proof": (_all_owed, ("letters", "{0}", "--no-proof", *DAY)),
    "mail": (_all_owed, ("mail", "{0}", *DAY)),
    "import": (_tracker, ("import", "{0}", "--into", "{1}")),
}
WHAT = tuple(what.format(name) for name in COMMANDS for what in (TIME, MEMORY))


if __name__ == "__main__":
    table.alone(rows)

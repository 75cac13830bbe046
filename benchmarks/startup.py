"""How long a command takes to answer, and the memory it needs, beside what it cannot do without.

Each is a process of its own, from its start to its end, on the demo workbook, which was flagged before: there
is nothing to change in it. Every command needs click; whatever works on a workbook needs pandas.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import table, timing
from benchmarks.rows import Row
from eitherway.books.closed.book import ClosedBook
from eitherway.run import run
from eitherway_workbook import build, example

TURNS, FEW_TURNS = 15, 5
AS_OF = date(2026, 11, 20)
MEND = (0, 1)
"""Exit statuses: the demo holds mistakes on purpose."""

HELP, TODAY, FLAG = "`eitherway --help`", "`eitherway today`", "`eitherway flag`, nothing to change"
MEMORY = "Memory of `eitherway today`"
WHAT = (HELP, TODAY, FLAG, MEMORY)


def rows(quick: bool) -> Iterator[Row]:
    """The commands that one waits for."""
    turns = FEW_TURNS if quick else TURNS
    with TemporaryDirectory() as folder:
        workbook = Path(folder, "demo.xlsx")
        build(workbook, example(AS_OF))
        run(ClosedBook(workbook), AS_OF, now=datetime.combine(AS_OF, datetime.min.time()), letters=False)
        commands = {HELP: ["--help"], TODAY: command("today", workbook), FLAG: command("flag", workbook)}
        ways = {
            name: timing.python("-m", "eitherway", *words, allowed=MEND) for name, words in commands.items()
        }
        alone = {name: timing.python("-c", f"import {name}") for name in ("click", "pandas")}
        seconds = timing.alternating({**alone, **ways}, turns)
        today = ["-m", "eitherway", *commands[TODAY]]
        held, floor = memory(today, turns), memory(["-c", "import pandas"], turns)
    for name, needs, target in (
        (HELP, "click", "at most 1.5"),
        (TODAY, "pandas", "at most 1.25"),
        (FLAG, "pandas", ""),
    ):
        yield Row(name, seconds[name] * 1000, "ms", f"import {needs}", seconds[name] / seconds[needs], target)
    yield Row(MEMORY, held, "MB", "import pandas", held / floor)


def command(name: str, workbook: Path) -> list[str]:
    """The words of a command on the workbook."""
    return [name, str(workbook), "--as-of", AS_OF.isoformat()]


def memory(arguments: Sequence[str], turns: int) -> float:
    """The most memory that such a process holds, in megabytes."""
    return median(timing.process(arguments, MEND).megabytes for _ in range(turns))


if __name__ == "__main__":
    table.alone(rows)

"""How long flagging takes and how much memory it needs, beside only reading the file, and beside openpyxl.

The workbooks hold long searches, four conversations to an application, in every state of the cadence. In
one process, flagging is measured beside reading every cell with python-calamine, which is what we read with.
The command, a process of its own with Python's start and all imports, is measured beside one that loads
and saves the workbook with openpyxl, before any rule is asked.
"""

from __future__ import annotations

import inspect
import random
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from python_calamine import CalamineWorkbook

from benchmarks import dashboard, table, timing
from benchmarks.rows import Row
from eitherway.books.closed.book import ClosedBook
from eitherway.run import run
from eitherway_workbook import build, example

SIZES = {10_000: 5, 100_000: 2}
"""How many conversations, and turns for each; a quick run leaves out the larger."""
FEW_TURNS, MANY_TURNS = 2, 15
AS_OF = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 9, 0)  # noqa: DTZ001 (a workbook holds no time zone)
MEND = (0, 1)
"""Exit statuses: done, and done with problems to mend."""

FIRST = "Flag {:,} conversations, every flag is written"
AGAIN = "Flag {:,} conversations, nothing changes"
PAUSED = "The same with {:,}, Python's collector of cycles paused"
COMMAND = "`eitherway flag` on {:,} conversations"
MEMORY = "Memory of `eitherway flag` on {:,} conversations"
DASHBOARD = {
    "Processor time of flagging the example with a Dashboard": 0,
    "Processor time of flagging 10,000 conversations with a Dashboard": 10_000,
}
WHAT = (
    *(name.format(size) for size in SIZES for name in (FIRST, PAUSED, AGAIN, COMMAND, MEMORY)),
    *DASHBOARD,
)

READ, LOAD_AND_SAVE = "read by python-calamine", "load and save by openpyxl"
LEFT_ON = "the collector left on"
OPENPYXL = "import openpyxl, sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[1])"

Record = Mapping[str, object]


def rows(quick: bool) -> Iterator[Row]:
    """The same rows for each size, and what a Dashboard costs."""
    for size, turns in SIZES.items():
        if not quick:
            yield from of_size(size, turns)
        elif size == min(SIZES):
            yield from of_size(size, FEW_TURNS)
    for name, size in DASHBOARD.items():
        held = search(size, random.Random(1)) if size else example(AS_OF)
        yield dashboard.of(name, held, flag, FEW_TURNS if size else MANY_TURNS)


def of_size(size: int, turns: int) -> Iterator[Row]:
    """What changes a workbook gets a fresh copy each time."""
    with TemporaryDirectory() as folder:
        workbook, flagged, work = (Path(folder, name) for name in ("new.xlsx", "flagged.xlsx", "work.xlsx"))
        build(workbook, search(size, random.Random(1)))
        flag(copied(workbook, flagged))
        held: dict[str, float] = {}
        ways: dict[str, timing.Way] = {
            READ: on_copy(read, workbook, work),
            FIRST: on_copy(flag, workbook, work),
            LEFT_ON: on_copy(flag_with_collector, workbook, work),
            AGAIN: on_copy(flag, flagged, work),
            COMMAND: lambda: process(held, COMMAND, command(copied(workbook, work))),
            LOAD_AND_SAVE: lambda: process(
                held, LOAD_AND_SAVE, ["-c", OPENPYXL, str(copied(workbook, work))]
            ),
        }
        seconds = timing.alternating(ways, turns)
    seconds[PAUSED] = seconds[FIRST]  # as every run does
    for name, other in ((FIRST, READ), (PAUSED, LEFT_ON), (AGAIN, READ), (COMMAND, LOAD_AND_SAVE)):
        yield Row(name.format(size), seconds[name], "s", other, seconds[name] / seconds[other])
    most, others = held[COMMAND], held[LOAD_AND_SAVE]
    yield Row(MEMORY.format(size), most, "MB", LOAD_AND_SAVE, most / others)


def on_copy(work: Callable[[Path], object], source: Path, target: Path) -> timing.Way:
    """The seconds of the work on a copy; to copy does not count."""

    def way() -> float:
        copied(source, target)
        return timing.timed(lambda: work(target))

    return way


def process(held: dict[str, float], name: str, arguments: Sequence[str]) -> float:
    """The seconds of a process; the memory of the last one is left in `held`."""
    done = timing.process(arguments, MEND)
    held[name] = done.megabytes
    return done.seconds


def command(workbook: Path) -> list[str]:
    """The command's arguments to Python."""
    return ["-m", "eitherway", "flag", str(workbook), "--as-of", AS_OF.isoformat()]


def copied(source: Path, target: Path) -> Path:
    """A fresh copy to work on."""
    shutil.copy(source, target)
    return target


def read(workbook: Path) -> None:
    """Read every cell of every sheet."""
    book = CalamineWorkbook.from_path(workbook)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def flag(workbook: Path) -> None:
    """The whole flag run, within this process."""
    run(ClosedBook(workbook), AS_OF, now=NOW, letters=False)


def flag_with_collector(workbook: Path) -> None:
    """The same, without the pause of Python's search for reference cycles."""
    inspect.unwrap(run)(ClosedBook(workbook), AS_OF, now=NOW, letters=False)


def search(conversations: int, chance: random.Random) -> Mapping[str, Sequence[Record]]:
    """A long search: four conversations to an application, in every state of the cadence."""
    applications, people = conversations // 4, conversations // 3
    return {
        "Applications": [application(number, chance) for number in range(applications)],
        "Interviewers": [
            {"Interviewer": person(number), "Company": f"Company {number % 700}", "Channel": "Email"}
            for number in range(people)
        ],
        "Interviews": [
            conversation(chance.randrange(applications), chance.randrange(people), chance)
            for _ in range(conversations)
        ],
        "Settings": [{"Name": "Your name", "Value": "Robin Vale"}],
    }


def application(number: int, chance: random.Random) -> Record:
    """An open application, most of the time."""
    return {
        "Application": label(number),
        "Company": f"Company {number % 700}",
        "Role": "Data Analyst",
        "Status": chance.choice(["Applied", "Interviewing", "Interviewing", "Offer", "Rejected"]),
        "Decision by": perhaps(AS_OF, chance, -20, 30),
    }


def conversation(number: int, interviewer: int, chance: random.Random) -> Record:
    """One conversation of the last months, with what was sent since."""
    met = AS_OF - timedelta(chance.randrange(-14, 120))
    sent = perhaps(met, chance, 1, 3)
    return {
        "Application": label(number),
        "Round": str(chance.randint(1, 3)),
        "Date": met,
        "Interviewer": person(interviewer),
        "What we talked about": f"moving the {number % 97} monthly reports off paper",
        "Thank-you sent": sent if sent and sent <= AS_OF else None,
        "Reply received": perhaps(met, chance, 4, 9) if met < AS_OF - timedelta(9) else None,
    }


def perhaps(day: date, chance: random.Random, least: int, most: int) -> date | None:
    """A day so many days later, half of the time."""
    return day + timedelta(chance.randint(least, most)) if chance.random() < 0.5 else None


def label(number: int) -> str:
    """An application's key."""
    return f"Company {number % 700} - Data Analyst {number}"


def person(number: int) -> str:
    """A name of letters only: with a digit it would be a name to mend."""
    first, last = divmod(number, 100)
    return f"{_word(first)} {_word(last)}"


def _word(number: int) -> str:
    syllables = ("ba", "de", "ki", "lo", "mu", "na", "re", "si", "to", "vu")
    return "".join(syllables[int(digit)] for digit in f"{number:03}").capitalize()


if __name__ == "__main__":
    table.alone(rows)

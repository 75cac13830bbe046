"""How long flagging a workbook of 10,000 conversations takes, beside only reading it.

Run it with `python -m benchmarks.flag`. All ways take turns in one run, so that what else the computer does
weighs on each alike; the table gives the median of each and its ratio to reading with python-calamine alone.
"""

from __future__ import annotations

import inspect
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from rich.console import Console
from rich.table import Table

from eitherway.books.closed import ClosedBook
from eitherway.run import run
from eitherway_workbook import build

CONVERSATIONS = 10_000
TURNS = 5
AS_OF = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 9, 0)  # noqa: DTZ001 (a workbook holds no time zone)

Row = Mapping[str, object]


def main() -> None:
    """Measure every way and print the table."""
    with TemporaryDirectory() as folder:
        workbook, flagged = Path(folder, "workbook.xlsx"), Path(folder, "flagged.xlsx")
        build(workbook, rows(random.Random(1)))
        flag(copied(workbook, flagged))
        show(measure(workbook, flagged), workbook.stat().st_size)


def measure(workbook: Path, flagged: Path) -> Mapping[str, Sequence[float]]:
    """Seconds of each way, a turn after a turn; what changes a workbook gets a fresh copy each time."""
    ways: Mapping[str, tuple[Callable[[Path], object], Path]] = {
        "read by python-calamine alone": (read, workbook),
        "flag, first run (every flag is written)": (flag, workbook),
        "flag, first run, the collector left on": (flag_with_collector, workbook),
        "flag, second run (nothing changes)": (flag, flagged),
        "`eitherway flag`, first run, with Python's start": (command, workbook),
        "load and save by openpyxl": (load_and_save, workbook),
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(TURNS):
        for name, (way, source) in ways.items():
            seconds[name].append(timed(way, copied(source, source.with_name("copy.xlsx"))))
    return seconds


def copied(source: Path, target: Path) -> Path:
    """A fresh copy to work on."""
    shutil.copy(source, target)
    return target


def timed(way: Callable[[Path], object], workbook: Path) -> float:
    """Seconds that one way takes on one workbook."""
    start = perf_counter()
    way(workbook)
    return perf_counter() - start


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


def command(workbook: Path) -> None:
    """The whole command, in a process of its own."""
    arguments = ["-m", "eitherway", "flag", str(workbook), "--as-of", AS_OF.isoformat()]
    done = subprocess.run([sys.executable, *arguments], check=False, capture_output=True, text=True)
    if done.returncode > 1:  # 1: done, with problems to mend
        raise RuntimeError(done.stderr)


def load_and_save(workbook: Path) -> None:
    """What a library that rewrites the file takes, before any rule is asked."""
    load_workbook(workbook).save(workbook)


def show(seconds: Mapping[str, Sequence[float]], size: int) -> None:
    """The medians, and their ratios to the first way."""
    table = Table(title=f"{CONVERSATIONS:,} conversations, {size / 2**20:.1f} MiB, medians of {TURNS} turns")
    table.add_column("")
    table.add_column("ms", justify="right")
    table.add_column("ratio", justify="right")
    alone = median(next(iter(seconds.values())))
    for name, times in seconds.items():
        table.add_row(name, f"{median(times) * 1000:.0f}", f"{median(times) / alone:.1f}")
    Console().print(table)


def rows(chance: random.Random) -> Mapping[str, Sequence[Row]]:
    """A long search: four conversations to an application, in every state of the cadence."""
    applications, people = CONVERSATIONS // 4, CONVERSATIONS // 3
    return {
        "Applications": [application(number, chance) for number in range(applications)],
        "Interviewers": [
            {"Interviewer": person(number), "Company": f"Company {number % 700}", "Channel": "Email"}
            for number in range(people)
        ],
        "Interviews": [
            conversation(chance.randrange(applications), chance.randrange(people), chance)
            for _ in range(CONVERSATIONS)
        ],
        "Settings": [{"Name": "Your name", "Value": "Robin Vale"}],
    }


def application(number: int, chance: random.Random) -> Row:
    """An open application, most of the time."""
    return {
        "Application": label(number),
        "Company": f"Company {number % 700}",
        "Role": "Data Analyst",
        "Status": chance.choice(["Applied", "Interviewing", "Interviewing", "Offer", "Rejected"]),
        "Decision by": perhaps(AS_OF, chance, -20, 30),
    }


def conversation(number: int, interviewer: int, chance: random.Random) -> Row:
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
    main()

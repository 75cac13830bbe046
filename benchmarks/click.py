"""How long a click on "Flag overdue" takes, from Python's start to the message, beside bare imports.

Each click is a fresh process that flags the demo; it goes through xlwings to the tests' engine, which holds
the workbook in memory in Excel's place. What the engine itself takes to answer, on a clock of its own, is
told apart and counts in none of the other figures: in real life it is Excel that looks cells up and works
formulas out. The bookkeeping around it counts as ours. Opening the workbook is left out: in Excel it is open
already. The bare process only imports pandas and xlwings.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import time

from benchmarks import table, timing
from benchmarks.rows import Row
from eitherway_workbook import build, example

TURNS, FEW_TURNS = 15, 5
AS_OF = date(2026, 11, 20)

WHOLE = "A click, from start to message"
PARTS = {
    "import": "Of it: imports",
    "read": "Of it: reading the sheets",
    "decide": "Of it: working it out",
    "write": "Of it: writing",
}
STAND_IN = "Beside it: the tests' engine in Excel's place"
WHAT = (WHOLE, *PARTS.values(), STAND_IN)

BARE = """
import sys, time
import pandas, xlwings
print(time.time() - float(sys.argv[1]))
"""

CLICK = """
import gc, sys, time
from eitherway.machine import threads
threads.start_none()  # as eitherway.buttons does before it imports anything
gc.disable()  # likewise
import eitherway.buttons.actions as actions
from eitherway.buttons.frame import run_click
imported = time.time()
import datetime
from pathlib import Path
from tests.engines import openpyxl_engine
spent, inside = 0.0, False

def told_apart(work):
    def timed(*given, **named):
        global spent, inside
        if inside:
            return work(*given, **named)
        inside, start = True, time.perf_counter()
        try:
            return work(*given, **named)
        finally:
            inside = False
            spent += time.perf_counter() - start
    return timed

for name in ("App", "Books", "Book", "Sheets", "Sheet", "Table", "Range", "Engine"):
    kind = getattr(openpyxl_engine, name)
    for each, how in list(vars(kind).items()):
        if isinstance(how, property):
            setattr(kind, each, property(told_apart(how.fget), how.fset and told_apart(how.fset)))
        elif isinstance(how, staticmethod):
            setattr(kind, each, staticmethod(told_apart(how.__func__)))
        elif callable(how) and not each.startswith("__"):
            setattr(kind, each, told_apart(how))

book = openpyxl_engine.opened(Path(sys.argv[2]))
book.set_mock_caller()
begun = {}

def now():
    return time.time(), spent

def begin(app, said):
    begun[str(said).removeprefix("Either Way: ").removesuffix(" ...")] = now()

type(book.app.impl).status_bar = property(lambda app: False, begin)
start = now()
run_click(actions.flag_overdue, clock=lambda: datetime.datetime.fromisoformat(sys.argv[3]))
end = now()
deciding, writing = begun["Working out the follow-ups"], begun["Preparing the workbook"]
assert " overdue" in book.app.impl.alerts[0], book.app.impl.alerts

def between(first, last):
    return last[0] - first[0] - (last[1] - first[1])

import json
print(json.dumps({
    "import": imported - float(sys.argv[1]),
    "read": between(start, deciding),
    "decide": between(deciding, writing),
    "write": between(writing, end),
    "stand-in": end[1] - start[1],
}))
"""


def rows(quick: bool) -> Iterator[Row]:
    """The whole click, and what its parts take of it."""
    spent: dict[str, list[float]] = defaultdict(list)
    with TemporaryDirectory() as folder:
        workbook = Path(folder, "demo.xlsx")
        build(workbook, example(AS_OF))
        seconds = timing.alternating(
            {"bare": bare, "click": lambda: click(workbook, spent)}, FEW_TURNS if quick else TURNS
        )
    medians = {
        WHOLE: seconds["click"],
        **{name: median(spent[part]) for part, name in PARTS.items()},
        STAND_IN: median(spent["stand-in"]),
    }
    for name, taken in medians.items():
        target = "at most 1.3" if name == WHOLE else ""
        yield Row(name, taken * 1000, "ms", "import pandas, xlwings", taken / seconds["bare"], target)


def bare() -> float:
    """Seconds that the imports alone take, by the process's own clock."""
    return float(timing.output(["-c", BARE, str(time())]))


def click(workbook: Path, spent: dict[str, list[float]]) -> float:
    """Seconds of one click on a fresh copy of the workbook; its parts go to `spent`, and so do those of the
    tests' engine, which are no part of it.
    """
    parts = json.loads(timing.output(["-c", CLICK, str(time()), _copy(workbook), AS_OF.isoformat()]))
    for part, seconds in parts.items():
        spent[part].append(seconds)
    return float(sum(parts[part] for part in PARTS))


def _copy(workbook: Path) -> Path:
    folder = workbook.parent / "copy"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return Path(shutil.copy(workbook, folder))


if __name__ == "__main__":
    table.alone(rows)

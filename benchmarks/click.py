"""How long a click on "Flag overdue" takes, from Python's start to the message, beside bare imports.

Each click is a fresh process that flags the demo; it goes through xlwings to the tests' engine, which holds
the workbook in memory in Excel's place, so that what Excel itself takes to answer is not in it. Opening the
workbook is left out: in Excel it is open already. The bare process only imports pandas and xlwings.
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
WHAT = (WHOLE, *PARTS.values())

BARE = """
import sys, time
import pandas, xlwings
print(time.time() - float(sys.argv[1]))
"""

CLICK = """
import gc, sys, time
gc.disable()  # as eitherway.buttons does before it imports anything
import eitherway.buttons.actions as actions
from eitherway.buttons.frame import run_click
moments = [("import", float(sys.argv[1]), time.time())]
import datetime
from pathlib import Path
from tests.engines.openpyxl_engine import opened
book = opened(Path(sys.argv[2]))
book.set_mock_caller()
begun = {}
excel = type(book.app.impl)
def begin(app, said):
    begun[str(said).removeprefix("Either Way: ").removesuffix(" ...")] = time.time()
excel.status_bar = property(lambda app: False, begin)
start = time.time()
run_click(actions.flag_overdue, clock=lambda: datetime.datetime.fromisoformat(sys.argv[3]))
end = time.time()
deciding, writing = begun["Working out the follow-ups"], begun["Preparing the workbook"]
assert " overdue" in book.app.impl.alerts[0], book.app.impl.alerts
import json
print(json.dumps({
    "import": moments[0][2] - moments[0][1],
    "read": deciding - start,
    "decide": writing - deciding,
    "write": end - writing,
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
    }
    for name, taken in medians.items():
        target = "at most 1.3" if name == WHOLE else ""
        yield Row(name, taken * 1000, "ms", "import pandas, xlwings", taken / seconds["bare"], target)


def bare() -> float:
    """Seconds that the imports alone take, by the process's own clock."""
    return float(timing.output(["-c", BARE, str(time())]))


def click(workbook: Path, spent: dict[str, list[float]]) -> float:
    """Seconds of one click on a fresh copy of the workbook; its parts go to `spent`."""
    parts = json.loads(timing.output(["-c", CLICK, str(time()), _copy(workbook), AS_OF.isoformat()]))
    for part, seconds in parts.items():
        spent[part].append(seconds)
    return float(sum(parts.values()))


def _copy(workbook: Path) -> Path:
    folder = workbook.parent / "copy"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return Path(shutil.copy(workbook, folder))


if __name__ == "__main__":
    table.alone(rows)

"""How long a click on "Flag overdue" takes, from Python's start to the message, beside bare imports.

Run it with `python -m benchmarks.click`. Each click is a fresh process that flags the demo; it goes through
xlwings to the tests' engine, which holds the workbook in memory in Excel's place, so that what Excel itself
takes to answer is not in it. Opening the workbook is left out: in Excel it is open already. The bare process
only imports pandas and xlwings. Both take turns in one run; the table gives medians and their ratio.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import time

from rich.console import Console
from rich.table import Table

from eitherway_workbook import build, example

ROOT = Path(__file__).parents[1]
TURNS = 15
AS_OF = date(2026, 11, 20)
TARGET = 1.5

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
begun = []
excel = type(book.app.impl)
excel.status_bar = property(lambda app: False, lambda app, said: begun.append((said, time.time())))
start = time.time()
run_click(actions.flag_overdue, clock=lambda: datetime.datetime.fromisoformat(sys.argv[3]))
end = time.time()
reading, deciding, saving, done = [moment for _, moment in begun]
assert book.app.impl.alerts[0].startswith("6 overdue"), book.app.impl.alerts
import json
print(json.dumps({
    "import": moments[0][2] - moments[0][1],
    "read": deciding - start,
    "decide": saving - deciding,
    "write": end - saving,
}))
"""


def main() -> None:
    """Measure both in turns and print the table."""
    with TemporaryDirectory() as folder:
        workbook = Path(folder, "demo.xlsx")
        build(workbook, example(AS_OF))
        bare: list[float] = []
        clicks: list[Mapping[str, float]] = []
        for _ in range(TURNS):
            bare.append(float(_output(BARE)))
            clicks.append(json.loads(_output(CLICK, str(_copy(workbook)), AS_OF.isoformat())))
    show(bare, clicks)


def show(bare: Sequence[float], clicks: Sequence[Mapping[str, float]]) -> None:
    """The medians in milliseconds; the ratio is the click's whole to the bare imports."""
    alone, whole = median(bare), median(sum(click.values()) for click in clicks)
    table = Table(title=f"A click on Flag overdue, demo workbook, medians of {TURNS} turns")
    table.add_column("")
    table.add_column("ms", justify="right")
    table.add_column("ratio", justify="right")
    table.add_row("import pandas, xlwings (alone)", f"{alone * 1000:.0f}", "1.00")
    for part in clicks[0]:
        spent = median(click[part] for click in clicks)
        table.add_row(f"click: {part}", f"{spent * 1000:.0f}", f"{spent / alone:.2f}")
    table.add_row(f"click: all (at most {TARGET})", f"{whole * 1000:.0f}", f"{whole / alone:.2f}")
    Console().print(table)


def _copy(workbook: Path) -> Path:
    folder = workbook.parent / "copy"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return Path(shutil.copy(workbook, folder))


def _output(program: str, *arguments: str) -> str:
    command = [sys.executable, "-c", program, str(time()), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


if __name__ == "__main__":
    main()

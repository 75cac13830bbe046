"""What the Dashboard costs a run, in processor time: a part of `benchmarks.flag`.

The same workbook is flagged as it is and without the sheet Dashboard, each time from a fresh copy, in one
process.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from unittest.mock import patch

from benchmarks import timing
from benchmarks.rows import Row
from eitherway_workbook import build

WITHOUT = "the same without a Dashboard"


def of(
    name: str, held: Mapping[str, Sequence[Mapping[str, object]]], flag: Callable[[Path], None], turns: int
) -> Row:
    """The row of this name, of a workbook that holds these rows."""
    with TemporaryDirectory() as folder:
        books = {each: Path(folder, f"{each}.xlsx") for each in ("with", "without")}
        build(books["with"], held)
        with patch.object(import_module("eitherway_workbook.build").dashboard, "draw"):
            build(books["without"], held)
        ways = {each: partial(flagged, book, Path(folder, "work.xlsx"), flag) for each, book in books.items()}
        seconds = timing.alternating(ways, turns)
    return Row(name, seconds["with"], "s", WITHOUT, seconds["with"] / seconds["without"], "at most 1.15")


def flagged(book: Path, work: Path, flag: Callable[[Path], None]) -> float:
    """Processor seconds of flagging a fresh copy."""
    shutil.copy(book, work)
    start = process_time()
    flag(work)
    return process_time() - start

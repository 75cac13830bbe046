"""Two runs at once on one workbook take turns, and nothing that either wrote is lost."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.books.keeping.turn import turn
from eitherway.model.problems import LockedWorkbook
from eitherway.model.records import CellChange, Edits
from tests.books.faults.cases import NAME, litter
from tests.books.workbooks import NOW, excel_parts, packed

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
RUNS = 15
ONE_OF_TWO = """
import sys
from pathlib import Path
from eitherway.books.closed.book import ClosedBook
from eitherway.model.records import CellChange, Edits
from tests.books.workbooks import NOW
path, row = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[3])):
    book = ClosedBook(path)
    with book.turn():
        held = book.read()["Interviews"].rows[row - 3][2]
        book.apply(Edits([CellChange("Interviews", row, "Flag", f"{held}.")]), NOW)
"""
"""Adds a dot to its cell, again and again."""


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_bytes(packed(excel_parts()))
    ClosedBook(path).apply(Edits([CellChange("Interviews", row, "Flag", "") for row in (3, 4)]), NOW)
    return path


def started(workbook: Path, row: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", ONE_OF_TWO, str(workbook), str(row), str(RUNS)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def test_two_processes_take_turns(workbook: Path) -> None:
    processes = [started(workbook, row) for row in (3, 4)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        _, said = process.communicate(timeout=60)
        assert (process.returncode, said) == (0, "")
    assert [row[2] for row in ClosedBook(workbook).read()["Interviews"].rows] == ["." * RUNS] * 2
    assert litter(workbook) == []


def test_a_run_that_is_at_work_is_waited_for_and_then_named(workbook: Path) -> None:
    waited: list[float] = []
    with turn(workbook), pytest.raises(LockedWorkbook) as refused, turn(workbook, sleep=waited.append):
        pass
    assert refused.value.what == "Another run of Either Way is at work on Search.xlsx."
    assert sum(waited) == pytest.approx(10)


def test_the_turn_comes_when_the_other_run_is_done(workbook: Path) -> None:
    with ExitStack() as other:
        other.enter_context(turn(workbook))
        with turn(workbook, sleep=lambda seconds: other.close()):
            pass


def test_one_run_needs_one_turn(workbook: Path) -> None:
    book = ClosedBook(workbook)
    start = time.perf_counter()
    with book.turn(), book.turn():
        book.apply(Edits([CellChange("Interviews", 3, "Flag", "Due")]), NOW)
    assert time.perf_counter() - start < 5

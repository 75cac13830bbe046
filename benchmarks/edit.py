"""How long writing one column back takes, and how much memory, beside openpyxl and beside the least possible.

Run it with `python -m benchmarks.edit`. The least possible (the floor) is to inflate the sheet's part and to
deflate it again, with zlib's own choice of level. Every way runs in a process of its own, which tells its
seconds, without Python's start and imports, and the most memory that it had beyond those. The ways take
turns, so that what else the computer does weighs on each alike; the table gives medians.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

import openpyxl
import xlsxwriter

from benchmarks import table
from benchmarks.rows import Row
from eitherway.books.closed.cells import CellSet, set_cells

SIZES = 10_000, 100_000
TIME, MEMORY = "One column of {:,} rows written back", "Memory for one column of {:,} rows"
FLOOR, OPENPYXL = "inflate and deflate that part", "load and save by openpyxl"
WHAT = tuple(text.format(size) for size in SIZES for text in (TIME, TIME, MEMORY))
TURNS = 3
NOW = datetime(2026, 11, 18, 9, 0)  # noqa: DTZ001 (a workbook holds no time zone)
SHEET, PART, COLUMN = "Interviews", "xl/worksheets/sheet1.xml", "G"
HEADERS = (
    "Application",
    "Round",
    "Date",
    "Interviewer",
    "Talked about",
    "Sent",
    "Flag",
    "Why",
    "Due",
    "Days",
)


class Cost(NamedTuple):
    """Seconds, and MiB beyond what the imports took."""

    seconds: float
    memory: float


def rows(quick: bool) -> Iterator[Row]:
    """Time against openpyxl and the floor, memory against openpyxl; the smaller size only if quick."""
    with TemporaryDirectory() as folder:
        for size in SIZES[:1] if quick else SIZES:
            workbook = Path(folder, f"{size}.xlsx")
            build(workbook, size)
            costs = measured(workbook, size)
            cost = {name: Cost(*map(median, zip(*each, strict=True))) for name, each in costs.items()}
            ours, floor, other = cost["Either Way"], cost["floor"], cost["openpyxl"]
            time, memory = TIME.format(size), MEMORY.format(size)
            yield Row(time, ours.seconds, "s", FLOOR, ours.seconds / floor.seconds, "at most 4")
            yield Row(time, ours.seconds, "s", OPENPYXL, ours.seconds / other.seconds, "at most 0.125")
            yield Row(memory, ours.memory, "MB", OPENPYXL, ours.memory / other.memory, "at most 0.25")


def measured(workbook: Path, size: int) -> Mapping[str, Sequence[Cost]]:
    """The cost of each way, a turn after a turn, each on a fresh copy."""
    costs: dict[str, list[Cost]] = {name: [] for name in WAYS}
    for _ in range(TURNS):
        for name in WAYS:
            copy = workbook.with_name("copy.xlsx")
            copy.write_bytes(workbook.read_bytes())
            command = [sys.executable, "-m", "benchmarks.edit", name, str(copy), str(size)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            costs[name].append(Cost(*json.loads(done.stdout)))
    return costs


def measure(way: Callable[[Path, int], object], workbook: Path, rows: int) -> Cost:
    """What one way costs, in this process."""
    before, start = peak(), perf_counter()
    way(workbook, rows)
    return Cost(perf_counter() - start, peak() - before)


def peak() -> float:
    """The most memory that this process had so far, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux: what getrusage tells there may be that of the process that started this one
        return int(re.search(r"VmHWM:\s*(\d+)", status.read_text())[1]) / 2**10  # type: ignore[index]  # always there
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def by_us(workbook: Path, rows: int) -> None:
    """The whole of it: read, change, verify, keep the old version, write, replace."""
    set_cells(workbook, (CellSet(SHEET, f"{COLUMN}{row}", value) for row, value in column(rows)), NOW)


def by_openpyxl(workbook: Path, rows: int) -> None:
    """Load, set, save."""
    book = openpyxl.load_workbook(workbook)
    sheet = book[SHEET]
    for row, value in column(rows):
        sheet[f"{COLUMN}{row}"] = value
    book.save(workbook)


def by_zlib(workbook: Path, _: int) -> None:
    """The floor."""
    with zipfile.ZipFile(workbook) as package:
        member = package.getinfo(PART)
        packed = workbook.read_bytes()[member.header_offset + 30 + len(PART) :][: member.compress_size]
    zlib.compress(zlib.decompress(packed, -zlib.MAX_WBITS))


def nothing(*_: object) -> None:
    """To see that the measure itself costs nothing."""


WAYS: Mapping[str, Callable[[Path, int], object]] = {
    "floor": by_zlib,
    "Either Way": by_us,
    "openpyxl": by_openpyxl,
    "nothing": nothing,
}


def column(rows: int) -> Iterator[tuple[int, str]]:
    """The new values of one column, by row."""
    return ((row, ("Overdue", "Due", "Soon", "Waiting")[row % 4]) for row in range(2, rows + 2))


def build(path: Path, rows: int) -> None:
    """A table of so many rows as Interviews holds them: text, dates, blanks."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet(SHEET)
        dated = book.add_format({"num_format": "yyyy-mm-dd"})
        headers = [{"header": header} for header in HEADERS]
        sheet.add_table(0, 0, rows, len(HEADERS) - 1, {"name": SHEET, "columns": headers})
        for row in range(1, rows + 1):
            met = date(2026, 11, 1 + row % 28)
            sheet.write_row(row, 0, [f"Company {row % 700} - Data Analyst {row}", f"{row % 4}"])
            sheet.write_datetime(row, 2, met, dated)
            sheet.write_row(row, 3, [f"Person {row % 3333}", f"moving {row % 97} reports off paper"])
            sheet.write_blank(row, 5, None, dated)
            sheet.write_row(row, 6, ["New", f"No thank-you yet: you met on {met:%a %d %b}."])
            sheet.write_datetime(row, 8, met, dated)
            sheet.write_number(row, 9, row % 9)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(WAYS[sys.argv[1]], Path(sys.argv[2]), int(sys.argv[3]))))
    else:
        table.alone(rows)

"""Another tracker brought in: 10,000 rows of ten columns, from the file to the workbook that holds them.

Run it with `python -m benchmarks.bring_in`. "Reading them" is what any program has to do first: the sheet's
rows as values, by openpyxl (read-only) and as `import` itself reads them. Beside it stand the whole of an
import into a new workbook, written and read back, and its first part alone: rows to applications, interviews
and people. Seconds are the processor's, so that what else the computer does weighs little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import openpyxl
from xlsxwriter import Workbook

from benchmarks import table, timing
from benchmarks.rows import Row
from eitherway.books.closed.book import ClosedBook
from eitherway.bring_in.brought import Ways
from eitherway.bring_in.files.read_file import content, grids
from eitherway.bring_in.importing import read_files
from eitherway.bring_in.joining.join import join
from eitherway.bring_in.mapping.said import Said
from eitherway.machine.collector import collection_paused
from eitherway_workbook import build

SIZE = 10_000
TURNS, FEW_TURNS = 5, 2
DAY = date(2026, 11, 28)
NOW = datetime(2026, 11, 28, 9, 0)  # noqa: DTZ001 (a workbook holds no time zone)
ALL, ROWS = f"{SIZE:,} rows brought into a new workbook", f"{SIZE:,} rows as applications and interviews"
OPENPYXL, OURS = "reading them by openpyxl", "reading them as import does"
WHAT = (ALL, ALL, ROWS)

HEADER = [
    "Company",
    "Role",
    "Status",
    "Applied on",
    "Source",
    "Salary",
    "Location",
    "Interview",
    "Interviewer",
    "Notes",
]
ROLES = ("Analyst", "Data Engineer", "Office Manager", "Buyer", "Teacher")
STATUSES = ("Applied", "Interviewing", "Rejected", "Offer", "Phone screen", "Ghosted")
NAMES = ("Priya Nair", "Tom Fox", "Ana Lee", "Li Wong", "Jürgen Groß", "Chen Okafor", "Rachel Vilsack")


def rows(quick: bool) -> Iterator[Row]:
    """The processor's seconds of all of it and of its first part, beside those of reading."""
    with TemporaryDirectory() as folder:
        tracker, book = Path(folder, "tracker.xlsx"), Path(folder, "book.xlsx")
        make(tracker)
        ways = {
            ALL: partial(spent, lambda: bring_in(tracker, book)),
            ROWS: partial(spent, lambda: read_files([tracker], Said(), Ways(DAY, day_first=False))),
            OPENPYXL: partial(spent, lambda: read_by_openpyxl(tracker)),
            OURS: partial(spent, lambda: grids(tracker, content(tracker))),
        }
        seconds = timing.alternating(ways, FEW_TURNS if quick else TURNS)
    yield Row(ALL, seconds[ALL], "s", OPENPYXL, seconds[ALL] / seconds[OPENPYXL], "at most 4")
    yield Row(ALL, seconds[ALL], "s", OURS, seconds[ALL] / seconds[OURS])
    yield Row(ROWS, seconds[ROWS], "s", OURS, seconds[ROWS] / seconds[OURS], "at most 4")


def spent(work: Callable[[], object]) -> float:
    """Seconds of the processor's that the work takes."""
    with collection_paused():
        start = process_time()
        work()
        return process_time() - start


def bring_in(tracker: Path, book: Path) -> None:
    """All that `import` does, but for the terminal."""
    book.unlink(missing_ok=True)
    build(book, {})
    closed = ClosedBook(book)
    brought = read_files([tracker], Said(), Ways(DAY, day_first=False))
    closed.prepare(join(brought, closed.read()).edits("import")).write(NOW)


def read_by_openpyxl(tracker: Path) -> None:
    """Every cell's value."""
    book = openpyxl.load_workbook(tracker, read_only=True)
    for _ in book.worksheets[0].iter_rows(values_only=True):
        pass
    book.close()


def make(tracker: Path) -> None:
    """A tracker of people's habits: a status in words, an interview in two rows of five."""
    with Workbook(tracker) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, HEADER)
        for number in range(1, SIZE + 1):
            applied = date(2025, 1, 1) + timedelta(days=number * 7 % 600)
            name, status = NAMES[number % 7], STATUSES[number % 6]
            company = f"{name.split()[1]} {number} Inc."
            sheet.write_row(number, 0, [company, ROLES[number % 5], status])
            sheet.write_datetime(number, 3, applied, day)
            sheet.write_row(number, 4, ["LinkedIn", f"{50 + number % 90}k", "Remote"])
            if number % 5 < 2:
                sheet.write_datetime(number, 7, applied + timedelta(days=10), day)
                sheet.write_string(number, 8, name)
            if number % 3 == 0:
                sheet.write_string(number, 9, f"A remark about number {number}")


if __name__ == "__main__":
    table.alone(rows)

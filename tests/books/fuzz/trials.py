"""Trials of broken workbooks: `python -m tests.books.fuzz.trials FIRST LAST` in a process of its own.

Each seed breaks one sample workbook; a cell is set and the tables are read. Either works and reads back, or
is refused in words; whatever else happens ends the process. The memory of the process is limited to 1 GB.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from eitherway.books.closed.cells import CellSet, with_cells
from eitherway.books.editor.raw_tables import raw_tables
from eitherway.books.editor.workbook import Workbook
from eitherway.books.inspection.deep import look_into
from eitherway.books.keeping.unreadable import diagnosis
from eitherway.books.package.archive import DamagedPackage, Package
from eitherway.model.problems import EitherWayError
from tests.books.fuzz.mutate import mutated
from tests.books.mutations import SHEETS, streamed
from tests.books.workbooks import excel_parts, packed, written

SECONDS = 10
MEMORY = 2**30
NEW = "Tom & <Jerry>"
THIRD_PARTY = Path(__file__).parents[4] / "shared" / "workbooks"
LARGEST = 60_000
REFUSALS = (DamagedPackage, EitherWayError)


def samples() -> Mapping[str, bytes]:
    """Whole workbooks: of our own, of XlsxWriter's, and the small ones of others that stand beside us."""
    sheet = "xl/worksheets/page_7.xml"
    own = excel_parts()
    found = {"excel": packed(own), "streamed": streamed(own)}
    found |= {name: packed(own | {sheet: spell(str(own[sheet]))}) for name, spell in SHEETS.items()}
    with TemporaryDirectory() as folder:
        rows: list[list[str | float | None]] = [
            ["Interviewer", "Due"],
            ["Mei Chen", 46342],
            ["Ana Souza", None],
        ]
        found["xlsxwriter"] = written(Path(folder, "x.xlsx"), {"Interviews": ("B2", rows)}).read_bytes()
    others = sorted(THIRD_PARTY.glob("*.xls[xm]"))
    return found | {each.name: each.read_bytes() for each in others if each.stat().st_size < LARGEST}


def broken(seed: int, whole: Mapping[str, bytes]) -> bytes:
    """The broken workbook of this seed; every second is made of our own, which have tables."""
    random = Random(seed)
    names = [name for name in whole if "." not in name] if seed % 2 else [*whole]
    return mutated(whole[random.choice(names)], random)


def trial(data: bytes) -> None:
    """Set a cell, read the tables, look into the file: each works, or is refused in words."""
    with suppress(*REFUSALS):
        check_edit(data)
    with suppress(*REFUSALS):
        check_reading(data)
    with suppress(*REFUSALS):
        look_into(Package(data))


def check_edit(data: bytes) -> None:
    """A cell is set and read back, and setting it again changes nothing."""
    if trouble := diagnosis(Path("Search.xlsx"), data):
        raise trouble
    sheets = Workbook(data).xml.sheets
    if sheets:
        cells = [CellSet(sheets[0].name, "B3", NEW)]
        new = with_cells(data, cells)
        assert Workbook(new).sheet(sheets[0]).held(3, 2).value == NEW
        assert with_cells(new, cells) == new


def check_reading(data: bytes) -> None:
    """The tables are read, each row as wide as its table."""
    for table in raw_tables(Workbook(data)):
        assert {len(row) for row in table.rows} <= {len(table.columns)}


def main(first: int, last: int) -> None:
    """Try the seeds; each is printed before it is tried."""
    _limit_memory()
    whole = samples()
    for seed in range(first, last):
        print(seed, flush=True)
        start = time.perf_counter()
        trial(broken(seed, whole))
        assert time.perf_counter() - start < SECONDS


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 (this module is not there on Windows)

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

"""Workbooks that others made: one cell is set, and no other.

Beside its sheet, only two parts may change: the workbook's, which asks Excel to recalculate (fullCalcOnLoad),
and the calculation chain, where the cell held a formula.

The workbooks stand beside the repository, not in it; without their folder these tests are not defined.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from eitherway.books.package import DamagedPackage
from eitherway.books.unreadable import diagnosis
from eitherway.books.workbook import Workbook
from eitherway.books.workbook_xml import SheetPart
from eitherway.problems import EitherWayError
from tests.books.workbooks import differing_parts

FOLDER = Path(__file__).parents[3] / "shared" / "workbooks"
FILES = sorted(FOLDER.glob("*.xls[xm]"))
NEW = "Tom & <Jerry>"
PLACES = ((3, 2), (1, 1), (7, 4), (30, 9), (101, 30))

REFUSED = {
    "ExcelDataReader__cd4dfc8ad2__Test_git_issue_324.xlsx": "its rows declare namespaces of their own",
    "excel-streaming-reader__87640ad0da__entity-expansion-exploit-poc-file.xlsx": "declares a document type",
    "exceljs__4bc565c4ed__missing-bits.xlsx": "is a zip file without a workbook in it",
    "poi__8739c76e68__invalid.xlsx": "it holds no parts",
    "poi__a89d81163b__duplicate-filename-case-insensitive.xlsx": "sheet1.xml twice",
}
EDITED = [path for path in FILES if path.name not in REFUSED]

if FOLDER.is_dir():

    @pytest.mark.parametrize("path", EDITED, ids=lambda path: path.name)
    def test_one_cell_is_set(path: Path) -> None:
        old = path.read_bytes()
        workbook, sheet, (row, column), new = first_that_works(path, old)
        again = Workbook(new)
        assert again.sheet(sheet).held(row, column).value == NEW
        assert differing_parts(old, new) <= {sheet.part, workbook.xml.part, "xl/calcChain.xml"}
        assert again.changed({sheet: {row: {column: NEW}}}, {})[0] == new
        for read in (by_calamine, by_openpyxl):
            before, after = reading(read, old, sheet), reading(read, new, sheet)
            if before is not None:
                assert after == before | {(row, column): NEW}

    @pytest.mark.parametrize(("name", "said"), REFUSED.items(), ids=REFUSED)
    def test_what_cannot_be_changed_safely_is_refused(name: str, said: str) -> None:
        path = FOLDER / name
        with pytest.raises((DamagedPackage, EitherWayError), match=said):
            first_that_works(path, path.read_bytes())


def first_that_works(path: Path, old: bytes) -> tuple[Workbook, SheetPart, tuple[int, int], bytes]:
    if trouble := diagnosis(path, old):
        raise trouble
    workbook = Workbook(old)
    sheet = workbook.xml.sheets[0]
    refusals: list[EitherWayError] = []
    for row, column in PLACES:
        try:
            return workbook, sheet, (row, column), workbook.changed({sheet: {row: {column: NEW}}}, {})[0]
        except EitherWayError as trouble:
            refusals.append(trouble)
    raise refusals[0]


Cells = dict[tuple[int, int], object]


def reading(read: Callable[[bytes, str], Cells], data: bytes, sheet: SheetPart) -> Cells | None:
    """All cells that hold anything; None where the program cannot read the file, as some it cannot."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return read(data, sheet.name)
    except Exception:  # some of these files make other readers fail, each in its own way
        return None


def by_calamine(data: bytes, name: str) -> Cells:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(name)
    return dict(numbered(sheet.to_python(skip_empty_area=False)))


def by_openpyxl(data: bytes, name: str) -> Cells:
    rows = openpyxl.load_workbook(io.BytesIO(data))[name].iter_rows(values_only=True)
    return dict(numbered(rows))


def numbered(rows: Iterable[Iterable[Any]]) -> Iterator[tuple[tuple[int, int], object]]:
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value not in ("", None):
                is_formula_object = type(value).__module__.startswith("openpyxl")
                yield (number, column), vars(value) if is_formula_object else value

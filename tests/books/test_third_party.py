"""Workbooks that others made: one cell is set, and no other; every other part keeps its bytes.

The calculation chain may change where the cell held a formula. The workbooks stand beside the repository, not
in it; without their folder these tests are not defined.
"""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from eitherway.books.closed.cells import CellSet, with_cells
from eitherway.books.editor.places import SheetPart
from eitherway.books.editor.workbook import Workbook
from eitherway.books.keeping.unreadable import diagnosis
from eitherway.books.package.archive import DamagedPackage
from eitherway.books.sheet.areas import cell
from eitherway.model.problems import EitherWayError
from tests.books.workbooks import differing_parts

FOLDER = Path(__file__).parents[3] / "shared" / "workbooks"
FILES = sorted(FOLDER.glob("*.xls[xm]"))
NEW = "Tom & <Jerry>"
PLACES = ("B3", "A1", "D7", "I30", "AD101")

SIGNED = (
    "Aspose.Cells-for-.NET__c976f182ff__sampleDigitallySignedByCells.xlsx",
    "tika__10289e76d7__testEXCEL_signed.xlsx",
)
REFUSED = {
    "excel-streaming-reader__87640ad0da__entity-expansion-exploit-poc-file.xlsx": "declares a document type",
    "exceljs__4bc565c4ed__missing-bits.xlsx": "what its parts are, .*, is missing",
    "poi__8739c76e68__invalid.xlsx": "it holds no parts",
    "poi__a89d81163b__duplicate-filename-case-insensitive.xlsx": "sheet1.xml twice",
} | dict.fromkeys(SIGNED, "carries a digital signature")
# LibreOffice opens no file whose members are named as Windows names files; neither do others open all.
WITH_BACKSLASHES = {
    "calamine__17270be2c9__issue_530-出勤分类组织汇总表.csv",
    "umya-spreadsheet__1428f774dd__tdf76115-Plan1.csv",
}
EDITED = [path for path in FILES if path.name not in REFUSED]

if FOLDER.is_dir():

    @pytest.mark.parametrize("path", EDITED, ids=lambda path: path.name)
    def test_one_cell_is_set(path: Path) -> None:
        old = path.read_bytes()
        sheet, place, new = first_that_works(path, old)
        again = Workbook(new)
        assert again.sheet(sheet).held(*cell(place)).value == NEW
        assert differing_parts(old, new) <= {sheet.part, "xl/calcChain.xml"}
        assert with_cells(new, [CellSet(sheet.name, place, NEW)]) == new
        for read in (by_calamine, by_openpyxl):
            before, after = reading(read, old, sheet), reading(read, new, sheet)
            if before is not None:
                assert after == before | {cell(place): NEW}

    @pytest.mark.parametrize(("name", "said"), REFUSED.items(), ids=REFUSED)
    def test_what_cannot_be_changed_safely_is_refused(name: str, said: str) -> None:
        path = FOLDER / name
        with pytest.raises((DamagedPackage, EitherWayError), match=said):
            first_that_works(path, path.read_bytes())

    @pytest.mark.parametrize("name", SIGNED)
    def test_a_signature_is_taken_out(name: str) -> None:
        old = (FOLDER / name).read_bytes()
        sheet = Workbook(old).xml.sheets[0]
        new = with_cells(old, [CellSet(sheet.name, "B3", NEW)], drop_signature=True)
        kept = {part for part in differing_parts(old, new) if not part.startswith("_xmlsignatures/")}
        assert kept == {sheet.part, "_rels/.rels", "[Content_Types].xml"}
        before, after = reading(by_openpyxl, old, sheet), reading(by_openpyxl, new, sheet)
        assert before is not None
        assert after == before | {(3, 2): NEW}

    @pytest.mark.libreoffice
    def test_libreoffice_reads_what_was_set(tmp_path: Path) -> None:
        """All in one go: each start takes seconds."""
        if (soffice := shutil.which("soffice")) is None:
            pytest.skip("LibreOffice (soffice) is not installed")
        places: dict[str, str] = {}
        for path in EDITED:
            sheet, place, new = first_that_works(path, path.read_bytes())
            (tmp_path / path.name).write_bytes(new)
            places[f"{path.stem}-{sheet.name}.csv"] = place
        # The twelfth token, -1, writes every sheet to a file of its own (LibreOffice, CSV filter options).
        to = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
        command = [soffice, f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--headless"]
        files = [tmp_path / path.name for path in EDITED]
        subprocess.run(
            [*command, "--convert-to", to, "--outdir", tmp_path / "csv", *files],
            check=True, capture_output=True, timeout=600,
        )  # fmt: skip
        unread = {name for name, place in places.items() if not holds(tmp_path / "csv" / name, place)}
        assert unread <= WITH_BACKSLASHES


def holds(file: Path, place: str) -> bool:
    """Whether the new value stands where it should; a file that LibreOffice opens otherwise has none."""
    if not file.is_file():
        return False
    row, column = cell(place)
    rows = list(csv.reader(file.read_text().splitlines()))
    return len(rows) >= row and len(rows[row - 1]) >= column and rows[row - 1][column - 1] == NEW


def first_that_works(path: Path, old: bytes) -> tuple[SheetPart, str, bytes]:
    """The first sheet, the first of the places that can be set, and the workbook with it set."""
    if trouble := diagnosis(path, old):
        raise trouble
    sheet = Workbook(old).xml.sheets[0]
    refusals: list[EitherWayError] = []
    for place in PLACES:
        try:
            return sheet, place, with_cells(old, [CellSet(sheet.name, place, NEW)])
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

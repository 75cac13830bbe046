"""A run on the example: what it may change, and what the result must pass."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from eitherway.books.closed.book import ClosedBook
from eitherway.model.columns import Role
from eitherway.model.dashboard import DASHBOARD
from eitherway.model.schema import BY_NAME, TABLES
from eitherway.run import run
from eitherway_workbook import build, example
from tests.conftest import Convert, Validate

pytestmark = pytest.mark.slow

DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001 - a workbook holds no time zone
Cells = dict[tuple[str, str], tuple[object, int]]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as it was built."""
    book = tmp_path_factory.mktemp("before") / "job-search.xlsx"
    build(book, example(DAY))
    return book


@pytest.fixture(scope="module")
def after(before: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example after a run, its letters beside it."""
    book = tmp_path_factory.mktemp("after") / "job-search.xlsx"
    book.write_bytes(before.read_bytes())
    run(ClosedBook(book), DAY, now=NOW)
    return book


def cells(book: Path) -> Cells:
    """Every cell of every sheet: its value or formula, and its style."""
    workbook = openpyxl.load_workbook(book)
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.style_id)
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
    }


def ours(book: Path) -> Iterator[tuple[str, str]]:
    """The cells that are the pipeline's: its columns, and all of the tables that it computes or adds to."""
    for sheet in openpyxl.load_workbook(book).worksheets:
        for name, ref in sheet.tables.items():
            yield from _ours_in(sheet, name, ref)


def _ours_in(sheet: Worksheet, name: str, ref: str) -> Iterator[tuple[str, str]]:
    schema = next(table for table in TABLES if table.excel_name == name)
    left, top, right, bottom = range_boundaries(ref)
    for column in range(left, right + 1):
        if schema.by_name[str(sheet.cell(top, column).value)].ours:
            for row in range(top + 1, bottom + 1):
                yield sheet.title, sheet.cell(row, column).coordinate


def raw_members(book: Path) -> dict[str, bytes]:
    """Each part as it lies in the file, packed."""
    data = book.read_bytes()
    with zipfile.ZipFile(book) as archive:
        infos = archive.infolist()
    return {
        info.filename: data[info.header_offset : info.header_offset + 30 + info.compress_size]
        for info in infos
    }


def test_only_the_pipelines_cells_change_and_no_style(before: Path, after: Path) -> None:
    old, new = cells(before), cells(after)
    nothing = (None, 0)
    changed = {
        place for place in old.keys() | new.keys() if old.get(place, nothing)[0] != new.get(place, nothing)[0]
    }
    assert changed - set(ours(after)) == set()
    assert len(changed) > 200
    restyled = {place for place in old.keys() & new.keys() if old[place][1] != new[place][1]}
    assert restyled == set()


def test_every_part_that_need_not_change_keeps_its_packed_bytes(before: Path, after: Path) -> None:
    old, new = raw_members(before), raw_members(after)
    assert list(old) == list(new)
    changed = {name for name in old if old[name] != new[name]}
    written = {sheet.title for sheet in openpyxl.load_workbook(after).worksheets if _holds_ours(sheet)}
    written -= {"Accepted", "Lists"}  # nothing was accepted, and no tone came
    assert sum(name.startswith("xl/worksheets/sheet") for name in changed) == len(written)
    assert (
        sum(name.startswith("xl/tables/") for name in changed) == 4
    )  # Today, Problems, Log, Work search grew
    assert all(name.startswith(("xl/worksheets/sheet", "xl/tables/")) for name in changed)


def _holds_ours(sheet: Worksheet) -> bool:
    tables = (table for table in TABLES if table.excel_name in sheet.tables)
    return any(column.ours for table in tables for column in table.columns)


def test_a_second_run_changes_no_byte(after: Path) -> None:
    files = {path: path.read_bytes() for path in after.parent.rglob("*") if path.is_file()}
    outcome = run(ClosedBook(after), DAY, now=datetime(2026, 11, 20, 17, 0))  # noqa: DTZ001 - as above
    assert list(outcome.edits) == []
    assert {path: path.read_bytes() for path in after.parent.rglob("*") if path.is_file()} == files


def test_pandas_reads_what_was_written(after: Path) -> None:
    pandas = pytest.importorskip("pandas")
    interviews = pandas.read_excel(after, sheet_name="Interviews", header=1, engine="openpyxl")
    assert set(BY_NAME["Interviews"].names) <= set(interviews.columns)
    assert interviews["Flag"].notna().all()


@pytest.mark.validator
def test_the_validator_finds_no_error_in_the_workbook_nor_in_any_letter(
    after: Path, validate: Validate
) -> None:
    letters = sorted(after.parent.rglob("*.docx"))
    assert len(letters) == 11
    assert {file.name: validate(file) for file in [after, *letters] if validate(file)} == {}


@pytest.mark.libreoffice
def test_libreoffice_opens_it_and_finds_no_error_cell(after: Path, libreoffice: Convert) -> None:
    saved = openpyxl.load_workbook(libreoffice(after, "xlsx"), data_only=True)
    there = [cell for sheet in saved.worksheets for row in sheet.iter_rows() for cell in row]
    values = [cell.value for cell in there]
    texts = [value for value in values if isinstance(value, str)]
    assert [cell.coordinate for cell in there if cell.data_type == "e"] == []
    targets = {value for value in texts if re.fullmatch(r"#'[^']+'![A-Z]+\d+", value)}  # of Problems' links
    assert [value for value in texts if value.startswith(("#", "Err:")) and value not in targets] == []
    assert "Carmen Delgado Ruiz" in values


@pytest.mark.libreoffice
def test_what_libreoffice_saved_is_flagged_alike(
    before: Path, after: Path, libreoffice: Convert, tmp_path: Path
) -> None:
    book = tmp_path / "job-search.xlsx"
    book.write_bytes(libreoffice(before, "xlsx").read_bytes())
    run(ClosedBook(book), DAY, now=NOW)
    ours_there, ours_here = cells(book), cells(after)
    for place in set(ours(after)):
        if place[0] in ("Interviews", "Applications", "Today"):
            assert ours_there[place][0] == ours_here[place][0], place


def test_every_input_table_is_the_users_but_for_the_pipelines_columns() -> None:
    assert {table.name for table in TABLES if table.role is not Role.INPUT} == {
        "Counts", "Today", "Problems", "Accepted", "Log", "Work search", "Tones",
        *(table.name for table in DASHBOARD),
    }  # fmt: skip

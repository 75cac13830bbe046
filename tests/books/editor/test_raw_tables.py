"""Two readers of the same cells: python-calamine where the sheet is ordinary, our own where it is not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from eitherway.books.editor.raw_tables import raw_tables
from eitherway.books.editor.workbook import Workbook
from eitherway.books.package import limits
from eitherway.books.package.archive import DamagedPackage
from eitherway.books.sheet import block_cells
from eitherway.books.sheet.table_cells import moment
from eitherway.model.problems import EitherWayError
from eitherway.model.tables import RawTable
from tests.books.mutations import SHEETS
from tests.books.workbooks import excel_parts, packed

SHEET = "xl/worksheets/page_7.xml"
FOLDER = Path(__file__).parents[4] / "shared" / "workbooks"
FILES = sorted(FOLDER.glob("*.xls[xm]"))


def read(data: bytes) -> Mapping[str, RawTable]:
    return {table.name: table for table in raw_tables(Workbook(data))}


def read_by_us(data: bytes, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, RawTable]:
    with monkeypatch.context() as patch:
        patch.setattr(limits, "GRID", -1)
        patch.setattr(block_cells, "CalamineWorkbook", None)
        return read(data)


def of_many_kinds(path: Path, *, date_1904: bool = False) -> bytes:
    """A table with a value of each kind, and a row under it."""
    values = (
        "Mei Chen", " a  b\n", "=not a formula", "", 12, -1.5, 1e300, True, False,
        date(2026, 11, 16), datetime.fromisoformat("2026-11-16 09:30:15"), time(9, 30), date(2100, 1, 1),
    )  # fmt: skip
    with xlsxwriter.Workbook(path, {"date_1904": date_1904, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        day, moment_, hour = (
            book.add_format({"num_format": code}) for code in ("yyyy-mm-dd", "d.m.yy h:mm", "h:mm")
        )
        sheet.add_table(
            1, 1, len(values) + 3, 2, {"name": "T", "columns": [{"header": "A"}, {"header": "B"}]}
        )
        for row, value in enumerate(values, start=2):
            form = hour if isinstance(value, time) else moment_ if isinstance(value, datetime) else day
            sheet.write(row, 1, value, form if isinstance(value, date | time) else None)
        sheet.write_formula(row + 1, 1, "=1/0", None, "#DIV/0!")
        sheet.write_formula(row + 1, 2, '="x"', None, "x")
        sheet.write(row + 3, 2, "below")
    return path.read_bytes()


@pytest.mark.parametrize("date_1904", [False, True])
def test_both_give_the_same_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, date_1904: bool) -> None:
    data = of_many_kinds(tmp_path / "x.xlsx", date_1904=date_1904)
    tables = read(data)
    assert tables == read_by_us(data, monkeypatch)
    cells = [row[0] for row in tables["T"].rows]
    assert date(2026, 11, 16) in cells
    assert "#DIV/0!" in cells
    assert tables["T"].under == [["", "below"]]


# A sheet without addresses begins in A1; this table does not.
ADDRESSED = [spelled for spelled in SHEETS if "without_addresses" not in spelled]


@pytest.mark.parametrize("spelled", ADDRESSED)
def test_both_give_the_same_however_the_sheet_is_spelled(
    monkeypatch: pytest.MonkeyPatch, spelled: str
) -> None:
    parts = excel_parts()
    data = packed(parts | {SHEET: SHEETS[spelled](str(parts[SHEET]))})
    plain = read(packed(parts))
    assert read(data) == read_by_us(data, monkeypatch) == plain


if FILES:

    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
    def test_both_give_the_same_of_what_others_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        data = path.read_bytes()
        try:
            tables = read(data)
        except (DamagedPackage, EitherWayError) as refused:
            with pytest.raises(type(refused)):
                read_by_us(data, monkeypatch)
        else:
            assert tables == read_by_us(data, monkeypatch)


def test_our_own_reader_takes_over_where_the_fast_one_fails() -> None:
    parts = excel_parts()
    for old, new in (('t="s"><v>4', 't="zz"><v>4'), ('t="s"><v>4', 't="s"><v>99'), ('r="B3"', 'r="B03"')):
        sheet = str(parts[SHEET]).replace(old, new)
        assert sheet != parts[SHEET]
        table = read(packed(parts | {SHEET: sheet}))["Interviews"]
        assert len(table.rows) == 2


def test_a_slip_of_the_rust_library_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    class Panicking:
        @classmethod
        def from_filelike(cls, _: object) -> Panicking:
            return cls()

        def get_sheet_by_index(self, _: int) -> None:
            raise PanicException

    data = packed(excel_parts())
    plain = read(data)
    monkeypatch.setattr(block_cells, "CalamineWorkbook", Panicking)
    assert read(data) == plain


def test_a_long_empty_table_costs_next_to_nothing() -> None:
    parts = excel_parts()
    table = str(parts["xl/tables/t.xml"]).replace('ref="B2:E4" totals', 'ref="B2:E1048576" totals')
    rows = read(packed(parts | {"xl/tables/t.xml": table}))["Interviews"].rows
    assert len(rows) == 1_048_574
    assert rows[-1] is rows[-2]


@pytest.mark.parametrize(
    ("days", "meant"),
    [
        (1, date(1900, 1, 1)),
        (59, date(1900, 2, 28)),
        (61, date(1900, 3, 1)),
        (46342.5, datetime.fromisoformat("2026-11-16 12:00")),
        (0.25, time(6)),
        (1e300, 1e300),
    ],
)
def test_what_a_number_means_as_a_day(days: float, meant: object) -> None:
    assert moment(days, date_1904=False) == meant

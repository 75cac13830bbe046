"""Tables grow, shrink and are added to; what is the user's stays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.books.package.archive import Package
from eitherway.model.problems import CellsInTheWay
from eitherway.model.records import Append, CellValue, Edits, Rewrite
from tests.books.workbooks import NOW, Cell, cells, part, written
from tests.conftest import Convert, Validate

TODAY = ["Flag", "Due", "Days overdue", "Step", "Interviewer", "Company", "Role", "Channel", "Letter", "Why"]
LOG = ["When", "What", "Application", "Interviewer", "Step", "File"]
Row = Mapping[str, CellValue]
OVERDUE: Row = {"Flag": "Overdue", "Due": date(2026, 11, 13), "Days overdue": 3, "Interviewer": "Mei Chen"}
SOON: Row = {"Flag": "Soon", "Interviewer": "Ola Nordmann"}


def today(folder: Path, *rows: Sequence[Cell], others: dict[str, Cell] | None = None) -> Path:
    return written(folder / "s.xlsx", {"Today": ("B3", [TODAY, *rows])}, others=others)


def rewrite(path: Path, *rows: Row) -> None:
    ClosedBook(path).apply(Edits(rewrites=[Rewrite("Today", rows)]), NOW)


def interviewers(path: Path) -> list[object]:
    return [row[4] for row in ClosedBook(path).read()["Today"].rows]


def extent(path: Path, table: int = 1) -> tuple[str, str]:
    """The table's ref and its filter's."""
    xml = part(path.read_bytes(), f"xl/tables/table{table}.xml")
    table_ref, filter_ref = (piece.partition('"')[0] for piece in xml.split(' ref="')[1:])
    return table_ref, filter_ref


def test_growing_and_shrinking(tmp_path: Path) -> None:
    path = today(tmp_path)
    rewrite(path, OVERDUE, SOON, SOON)
    assert extent(path) == ("B3:K6", "B3:K6")
    assert interviewers(path) == ["Mei Chen", "Ola Nordmann", "Ola Nordmann"]
    rewrite(path, SOON)
    assert extent(path) == ("B3:K4", "B3:K4")
    assert interviewers(path) == ["Ola Nordmann"]
    assert all(cell == "" for row in cells(path.read_bytes())[4:] for cell in row)


def test_one_blank_row_is_left_where_there_is_nothing_to_list(tmp_path: Path) -> None:
    path = today(tmp_path, ["Overdue"], ["Soon"])
    rewrite(path)
    assert extent(path) == ("B3:K4", "B3:K4")
    assert ClosedBook(path).read()["Today"].rows == [[""] * 10]


def test_the_same_rows_again_change_nothing(tmp_path: Path) -> None:
    path = today(tmp_path)
    rewrite(path, OVERDUE, SOON)
    once = path.read_bytes()
    rewrite(path, OVERDUE, SOON)
    assert path.read_bytes() == once


def test_a_column_of_the_users_own_is_left_alone(tmp_path: Path) -> None:
    rows = [["Mei Chen", "call her", "Overdue"], ["Ola Nordmann", "write", "Soon"]]
    path = written(
        tmp_path / "s.xlsx",
        {"Problems": ("A1", [["What", "My notes", "Severity", "Where", "What to do"], *rows])},
    )
    book = ClosedBook(path)
    book.apply(Edits(rewrites=[Rewrite("Problems", [{"What": "new", "Severity": "Error"}])]), NOW)
    assert book.read()["Problems"].rows == [["new", "call her", "Error", "", ""], ["", "write", "", "", ""]]


@pytest.mark.parametrize(
    ("address", "holds", "said"),
    [
        ("D6", "mine", 'Sheet1!D6 holds "mine"'),
        ("K6", 7, "Sheet1!K6 holds 7"),
        ("B5", "=1+1", "Sheet1!B5 holds the formula =1+1"),
    ],
)
def test_growing_over_a_cell_of_the_users_is_refused(
    tmp_path: Path, address: str, holds: Cell, said: str
) -> None:
    path = today(tmp_path, others={address: holds})
    old = path.read_bytes()
    with pytest.raises(CellsInTheWay) as refused:
        rewrite(path, OVERDUE, SOON, SOON)
    assert refused.value.what == f"The table Today has to grow to row 6, but {said}."
    assert "Move what stands below Today" in refused.value.fix
    assert path.read_bytes() == old


@pytest.mark.parametrize("address", ["D7", "L5", "A5"])
def test_cells_beside_and_beyond_are_not_in_the_way(tmp_path: Path, address: str) -> None:
    path = today(tmp_path, others={address: "mine"})
    rewrite(path, OVERDUE, SOON, SOON)
    assert "mine" in [cell for row in cells(path.read_bytes()) for cell in row]


def test_growing_over_another_table_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "s.xlsx", {"Today": ("A1", [TODAY]), "Mine": ("J4", [["x"]])})
    with pytest.raises(CellsInTheWay, match="the table Mine stands at Sheet1!J4:J5"):
        rewrite(path, OVERDUE, OVERDUE, OVERDUE)


def test_two_tables_on_one_sheet_change_together(tmp_path: Path) -> None:
    counts = ["As of", "Overdue", "Due", "Soon", "Waiting", "To mend"]
    path = written(tmp_path / "s.xlsx", {"Counts": ("A1", [counts]), "Today": ("H1", [TODAY])})
    figures: dict[str, CellValue] = {"As of": date(2026, 11, 16), "Overdue": 2}
    edits = Edits(rewrites=[Rewrite("Counts", [figures]), Rewrite("Today", [OVERDUE, SOON])])
    book = ClosedBook(path)
    book.apply(edits, NOW)
    assert book.read()["Counts"].rows[0][1] == 2
    assert interviewers(path) == ["Mei Chen", "Ola Nordmann"]


def log(folder: Path, *rows: Sequence[Cell], others: dict[str, Cell] | None = None) -> Path:
    return written(folder / "s.xlsx", {"Log": ("A1", [LOG, *rows])}, others=others)


def append(path: Path, *whats: str) -> list[object]:
    book = ClosedBook(path)
    book.apply(Edits(appends=[Append("Log", [{"When": NOW, "What": what} for what in whats])]), NOW)
    return [row[1] for row in book.read()["Log"].rows]


def test_rows_are_added_below_the_last(tmp_path: Path) -> None:
    path = log(tmp_path, [None, "first"])
    assert append(path, "second", "third") == ["first", "second", "third"]
    assert extent(path) == ("A1:F4", "A1:F4")
    assert append(path) == ["first", "second", "third"]


def test_blank_rows_at_the_end_are_used_first(tmp_path: Path) -> None:
    path = log(tmp_path, [None, "first"], [None], [None])
    assert append(path, "second") == ["first", "second", ""]
    assert append(path, "third", "fourth") == ["first", "second", "third", "fourth"]


@pytest.mark.parametrize(
    "cell",
    ['t="s"><v>77777</v></c>', 't="e"><v/></c>', "><extLst><ext/></extLst></c>", "><f>A1</f></c>"],
    ids=["a text that is not there", "an error without a word", "something new", "a formula without a value"],
)
def test_a_cell_that_cannot_be_read_is_not_taken_for_a_blank_one(tmp_path: Path, cell: str) -> None:
    path = log(tmp_path, [None, "first"], [None])
    sheet = part(path.read_bytes(), "xl/worksheets/sheet1.xml")
    row = f'<row r="3"><c r="B3" {cell}</row></sheetData>'
    new = re.sub('<row r="3".*?</row></sheetData>|</sheetData>', row, sheet, count=1)
    path.write_bytes(Package(path.read_bytes()).changed({"xl/worksheets/sheet1.xml": new.encode()}))
    ClosedBook(path).apply(Edits(appends=[Append("Log", [{"When": NOW, "What": "second"}])]), NOW)
    after = part(path.read_bytes(), "xl/worksheets/sheet1.xml")
    assert cell in after
    assert '<c r="B4" t="inlineStr"><is><t>second</t></is></c>' in after


def test_a_total_row_is_not_overwritten(tmp_path: Path) -> None:
    path = log(tmp_path, [None, "first"], [None])
    with_total = part(path.read_bytes(), "xl/tables/table1.xml").replace(
        'totalsRowShown="0"', 'totalsRowCount="1"'
    )
    path.write_bytes(Package(path.read_bytes()).changed({"xl/tables/table1.xml": with_total.encode()}))
    with pytest.raises(CellsInTheWay, match="has a total row") as refused:
        append(path, "second")
    assert "Turn off the total row of Log" in refused.value.fix


def test_a_table_that_never_had_rows_loses_its_mark(tmp_path: Path) -> None:
    path = log(tmp_path)
    marked = part(path.read_bytes(), "xl/tables/table1.xml").replace(
        "totalsRowShown", 'insertRow="1" totalsRowShown'
    )
    path.write_bytes(Package(path.read_bytes()).changed({"xl/tables/table1.xml": marked.encode()}))
    append(path, "first")
    assert 'insertRow="0"' in part(path.read_bytes(), "xl/tables/table1.xml")


@pytest.mark.validator
def test_grown_and_shrunk_tables_are_valid(tmp_path: Path, validate: Validate) -> None:
    path = today(tmp_path)
    rewrite(path, OVERDUE, SOON, SOON)
    assert validate(path) == []
    rewrite(path)
    assert validate(path) == []


@pytest.mark.libreoffice
def test_libreoffice_keeps_the_grown_table(tmp_path: Path, libreoffice: Convert) -> None:
    path = today(tmp_path)
    rewrite(path, OVERDUE, SOON)
    resaved = libreoffice(path, "xlsx")
    assert interviewers(resaved) == ["Mei Chen", "Ola Nordmann"]
    rewrite(resaved, SOON, OVERDUE, SOON)
    assert interviewers(libreoffice(resaved, "xlsx")) == ["Ola Nordmann", "Mei Chen", "Ola Nordmann"]

"""Closed or open in Excel: a book reads, changes, grows and refuses alike."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from eitherway.books.closed.book import ClosedBook
from eitherway.books.keeping.backups import FOLDER
from eitherway.model.problems import CannotAct, CellsInTheWay
from eitherway.model.records import Append, CellChange, CellValue, Edits, LetterState, Rewrite
from eitherway.read.workbook import read_tables, take_in
from eitherway.run import run
from tests.books.contract import Opened, closed, opened

__all__ = ["opened"]

AS_OF = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001 (a workbook holds no time zone)
Open = Callable[[Path], Opened]


@pytest.fixture
def example_book(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path))


def _problems(*whats: str) -> Edits:
    return Edits(rewrites=[Rewrite("Problems", [{"Severity": "Error", "What": what} for what in whats])])


def _whats(opened_book: Opened) -> list[object]:
    return [row[2] for row in opened_book.reread().read()["Problems"].rows]


def test_reading_gives_what_the_closed_file_holds(example_book: Path, opened: Open) -> None:
    assert opened(example_book).book.read() == ClosedBook(example_book).read()


WRITTEN: Sequence[tuple[str, CellValue, object]] = [
    ("Why", "No thank-you yet: you met on Tue 17 Nov.", "No thank-you yet: you met on Tue 17 Nov."),
    ("Why", "=1+1", "=1+1"),
    ("Why", "2026-11-20", "2026-11-20"),
    ("Why", "3/4", "3/4"),
    ("Why", "007", "007"),
    ("Why", "TRUE", "TRUE"),
    ("Why", "'quoted'", "'quoted'"),
    ("Why", "-5 %", "-5 %"),
    ("Why", "Zoë & <b>\nline two", "Zoë & <b>\nline two"),
    ("Days overdue", 3, 3.0),
    ("Due", date(2026, 11, 18), date(2026, 11, 18)),
    ("Due", None, ""),
    ("File", 'Letters/A "b", c; d.docx', 'Letters/A "b", c; d.docx'),
]
"""Columns, what is written into them, and what they hold then."""


@pytest.mark.parametrize(("column", "value", "held"), WRITTEN)
def test_a_cell_holds_what_was_written(
    example_book: Path, opened: Open, column: str, value: CellValue, held: object
) -> None:
    it = opened(example_book)
    it.book.read()
    it.book.apply(Edits(cells=[CellChange("Interviews", 5, column, value)]), NOW)
    table = it.reread().read()["Interviews"]
    assert table.rows[2][table.columns.index(column)] == held


def test_nothing_else_changes_and_the_edits_say_what_did(example_book: Path, opened: Open) -> None:
    it = opened(example_book)
    before = it.cells()
    it.book.read()
    edits = it.book.apply(Edits(cells=[CellChange("Interviews", 4, "Thank-you sent", AS_OF)]), NOW)
    after = it.cells()
    changed = {key: after[key] for key in after if after[key] != before.get(key)}
    assert [(edit.sheet, edit.cell, edit.before, edit.after) for edit in edits] == [
        ("Interviews", "N4", "2026-11-02", "2026-11-20")
    ]
    assert [*changed] == [("Interviews", "N4")]


def test_writing_the_same_again_changes_nothing(example_book: Path, opened: Open) -> None:
    it = opened(example_book)
    assert run(it.book, AS_OF, now=NOW, letters=False).edits
    before = it.cells()
    assert not run(it.reread(), AS_OF, now=NOW, letters=False).edits
    assert it.cells() == before


def test_a_computed_table_grows_and_shrinks(example_book: Path, opened: Open) -> None:
    it = opened(example_book)
    for whats in (["one", "two", "three"], ["four"], [], ["five", "six"]):
        it.book.read()
        it.book.apply(_problems(*whats), NOW)
        assert _whats(it) == (whats or [""])


def test_log_only_grows(example_book: Path, opened: Open) -> None:
    it = opened(example_book)
    for number in (1, 2):
        it.book.read()
        it.book.apply(Edits(appends=[Append("Log", [{"When": NOW, "What": f"run {number}"}])]), NOW)
    log = it.reread().read()["Log"]
    assert [row[:2] for row in log.rows] == [[NOW, "run 1"], [NOW, "run 2"]]


def test_a_table_does_not_grow_over_cells_of_the_users(example_book: Path, opened: Open) -> None:
    _type(example_book, "Problems", "C5", "my own note")
    it = opened(example_book)
    before = it.cells()
    it.book.read()
    with pytest.raises(CellsInTheWay, match=r'Problems!C5 holds "my own note"'):
        it.book.apply(_problems("one", "two", "three"), NOW)
    assert it.cells() == before


def test_an_unknown_place_is_refused(example_book: Path, opened: Open) -> None:
    it = opened(example_book)
    it.book.read()
    for change in (
        CellChange("Interviews", 900, "Why", "?"),
        CellChange("Interviews", 4, "Whim", "?"),
        CellChange("Intervals", 4, "Why", "?"),
    ):
        with pytest.raises(CannotAct):
            it.book.apply(Edits(cells=[change]), NOW)


def test_after_a_run_every_cell_equals_what_the_command_line_writes(
    example_book: Path, opened: Open, tmp_path: Path
) -> None:
    (tmp_path / "another folder").mkdir()
    other = Path(shutil.copy(example_book, tmp_path / "another folder"))
    run(ClosedBook(other), AS_OF, now=NOW)
    it = opened(example_book)
    run(it.book, AS_OF, now=NOW)
    from_file = closed(other).cells()
    assert it.cells() == from_file
    shown = [
        value for value, formula in from_file.values() if str(formula).startswith("=IF(Interviews[[#This")
    ]
    assert [*filter(None, shown)].count("Thank-you letter") > 3


def test_letters_and_backups_go_beside_the_file_that_a_link_leads_to(
    example_book: Path, opened: Open, tmp_path: Path
) -> None:
    link = tmp_path / "links" / "link.xlsx"
    link.parent.mkdir()
    link.symlink_to(example_book)
    it = opened(link)
    results = run(it.book, AS_OF, now=NOW).letters
    written = [result.letter.path for result in results if result.state is LetterState.WRITTEN]
    assert it.book.path == example_book
    assert written
    assert all((example_book.parent / path).is_file() for path in written)
    assert (example_book.parent / FOLDER).is_dir()
    assert [*link.parent.iterdir()] == [link]


def _type(path: Path, sheet: str, cell: str, text: str) -> None:
    book = load_workbook(path)
    book[sheet][cell] = text
    book.save(path)


SHOWN = [
    (42, "00000", "00042"),
    (6125550148, "(###) ###-####", "(612) 555-0148"),
    (datetime(2024, 1, 24), "mmm-yy", "Jan-24"),  # noqa: DTZ001 - as above
    (0.125, "0.0%", "12.5%"),
    (7, "General", "7"),
    (time(14, 30), "h:mm AM/PM", "2:30 PM"),
    ("as typed", "00000", "as typed"),
]


def test_numbers_in_columns_of_text_read_as_their_cells_show_them(example_book: Path, opened: Open) -> None:
    """Also in a row under the table, once it is taken in."""
    saved = load_workbook(example_book)
    sheet = saved["Applications"]
    columns = [cell.value for cell in sheet[2]]
    at, last = columns.index("Reference") + 1, range_boundaries(sheet.tables["Applications"].ref)[3]
    for row, (value, shown_as, _) in enumerate(SHOWN, 3):
        sheet.cell(row, at, value).number_format = shown_as
    for column, value in zip(
        ("Application", "Company", "Role", "Status"), ("New", "Co", "Dev", "Applied"), strict=True
    ):
        sheet.cell(last + 1, columns.index(column) + 1, value)
    sheet.cell(last + 1, at, 43).number_format = "00000"
    saved.save(example_book)
    tables, _ = read_tables(take_in(opened(example_book).book.read())[0])
    assert [*tables.applications["Reference"]][: len(SHOWN)] == [text for *_, text in SHOWN]
    assert [*tables.applications["Reference"]][-1] == "00043"


def test_rows_under_a_table_are_read(example_book: Path, opened: Open) -> None:
    saved = load_workbook(example_book)
    sheet = saved["Interviews"]
    below = range_boundaries(sheet.tables["Interviews"].ref)[3] + 1
    sheet.cell(below, 1, "Northwind - Data Analyst")
    sheet.cell(below + 1, 2, "2")
    saved.save(example_book)
    read = opened(example_book).book.read()
    under = {name: len(table.under) for name, table in read.items() if table.under}
    yours = {name: rows for name, rows in under.items() if not name.startswith("Dashboard")}
    assert yours == {"Interviews": 2}  # under a table of the Dashboard stands the next one


def test_rows_under_a_total_row_are_read(example_book: Path, opened: Open) -> None:
    saved = load_workbook(example_book)
    sheet = saved["Interviews"]
    table = sheet.tables["Interviews"]
    _, top, right, bottom = range_boundaries(table.ref)
    table.ref, table.totalsRowCount = f"A{top}:{get_column_letter(right)}{bottom + 1}", 1
    sheet.cell(bottom + 1, 1, "Total")
    sheet.cell(bottom + 3, 1, "Northwind - Data Analyst")
    saved.save(example_book)
    read = opened(example_book).book.read()["Interviews"]
    assert (read.total_rows, len(read.rows), len(read.under)) == (1, bottom - top, 2)
    assert read.under[1][0] == "Northwind - Data Analyst"

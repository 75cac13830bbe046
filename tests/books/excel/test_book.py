"""A workbook that is open in Excel: whatever the user does to it, the right cells or one clear message."""

from __future__ import annotations

import shutil
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
import xlwings
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from eitherway.books.excel import live_cells
from eitherway.books.excel.blocks import rectangles
from eitherway.books.excel.book import OpenBook
from eitherway.books.sheet.areas import area
from eitherway.model.problems import CannotAct, ChangedWorkbook, IncompleteWorkbook, LockedWorkbook
from eitherway.model.records import CellChange, Edits, Rewrite
from eitherway.run import run
from tests.engines.openpyxl_engine import EDITING, ExcelError, contents, meant, opened

AS_OF = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001 (a workbook holds no time zone)


@pytest.fixture
def book(built: Path, tmp_path: Path) -> xlwings.Book:
    return opened(Path(shutil.copy(built, tmp_path)))


def _open(book: xlwings.Book, waits: list[float] | None = None) -> OpenBook:
    return OpenBook(book, wait=(waits if waits is not None else []).append)


def _flag(book: xlwings.Book) -> int:
    return len(run(_open(book), AS_OF, now=NOW, letters=False).edits)


def _refusing(book: xlwings.Book, call: str, times: int) -> None:
    """Let a cell be edited while Excel is asked for such a call, so many times."""
    left = [times]

    def before(made: str) -> None:
        if made.startswith(call) and left[0]:
            left[0] -= 1
            raise ExcelError(EDITING)

    book.app.impl.before_call = before


def test_each_block_is_read_and_written_once_and_the_screen_stands_still(book: xlwings.Book) -> None:
    _flag(book)
    app = book.app.impl
    lists = ("read", "resize Work_search", "resize Dashboard", "write Work search", "write Dashboard")
    assert [call for call in app.calls if not call.startswith(lists)] == [
        "resize Today B7:N18",
        "resize Problems A2:H6",
        "write Interviews!T3:X35",
        "write Applications!U3:X12",
        "write Today!B5:G5",
        "write Today!B8:L18",
        "write Problems!A3:D6",
        "write Problems!G3:H6",
    ]
    assert app.updating == [True, False, True]
    assert app.calculation == "automatic"


def test_cells_of_the_users_between_ours_are_not_written(built: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(built, tmp_path))
    book = opened(path)
    sheet = book.impl.sheets("Interviews")
    for cells in (sheet.formulas, sheet.values):
        cells["V2"] = "Mine"  # in the place of Days overdue, which moves to the end
        cells["Z2"] = "Days overdue"
        cells["V5"] = "keep me"
    table = sheet.formulas.tables["Interviews"]
    table.ref = "A2:Z35"
    _flag(book)
    assert sheet.values["V5"].value == "keep me"
    written = [area(call[17:]) for call in book.app.impl.calls if call.startswith("write Interviews!")]
    assert len(written) == 2  # Step and Due; Flag to Days overdue
    assert not any(each.left <= 22 <= each.right for each in written)


def test_a_renamed_sheet_just_works(book: xlwings.Book, built: Path, tmp_path: Path) -> None:
    for sheet in book.impl.sheets:
        sheet.name = f"My {sheet.name}"
    assert _flag(book) == _flag(opened(Path(shutil.copy(built, tmp_path / "other.xlsx"))))


def test_a_table_that_was_moved_to_another_sheet_is_written_there(book: xlwings.Book) -> None:
    old, new = book.impl.sheets("Problems"), book.impl.sheets("Settings")
    table = old.formulas.tables.pop("Problems")
    for column in range(4):
        for cells in (new.formulas, new.values):
            cells.cell(2, 8 + column).value = old.formulas.cell(2, 1 + column).value
    table.ref = "H2:K3"
    new.formulas.add_table(table)
    _flag(book)
    assert book.sheets["Settings"].range("H3:H6").value == ["Error", "Error", "Error", "Warning"]
    assert _tables(book)["Problems"] == "H2:K6"
    assert book.sheets["Problems"].range("A3").value is None


def test_a_sorted_table_has_its_flags_in_its_new_order(
    book: xlwings.Book, built: Path, tmp_path: Path
) -> None:
    other = opened(Path(shutil.copy(built, tmp_path / "other.xlsx")))
    cells = other.sheets["Interviews"].range("A3:S35")
    rows = cells.value
    order = sorted(range(len(rows)), key=lambda at: str(rows[at][0]), reverse=True)  # a panel keeps its order
    cells.value = [rows[at] for at in order]
    _flag(book)
    _flag(other)
    flags, sorted_flags = (each.sheets["Interviews"].range("T3:X35").value for each in (book, other))
    assert sorted_flags == [flags[at] for at in order]


def test_hidden_rows_of_a_filtered_table_are_written_like_all_others(
    book: xlwings.Book, built: Path, tmp_path: Path
) -> None:
    other = opened(Path(shutil.copy(built, tmp_path / "other.xlsx")))
    book.sheets["Interviews"].range("A5:A20").rows.hidden = True
    assert _flag(book) == _flag(other)
    assert contents(book) == contents(other)


def test_a_protected_sheet_is_refused_before_anything_is_written(book: xlwings.Book) -> None:
    before = contents(book)
    book.sheets["Today"].api.ProtectContents = True
    with pytest.raises(LockedWorkbook, match=r"Today is protected.*Unprotect Sheet"):
        _flag(book)
    assert contents(book) == before


def test_a_protected_sheet_of_the_users_own_does_not_matter(book: xlwings.Book) -> None:
    book.sheets["Settings"].api.ProtectContents = True
    assert _flag(book)


def test_a_read_only_workbook_is_refused(book: xlwings.Book) -> None:
    book.api.ReadOnly = True
    with pytest.raises(LockedWorkbook, match=r"search.xlsx is open read-only"):
        _flag(book)


def test_an_unsaved_workbook_is_refused(book: xlwings.Book) -> None:
    book.impl.fullname = "Book1"
    with pytest.raises(CannotAct, match=r"Book1 has never been saved. Save the workbook first"):
        _ = _open(book).path


def test_a_workbook_without_our_tables_is_refused(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(IncompleteWorkbook, match="None of Either Way's tables is here"):
        _flag(opened(tmp_path / "other.xlsx"))


def test_what_was_changed_in_themeantime_is_not_overwritten(book: xlwings.Book) -> None:
    it = _open(book)
    it.read()
    book.sheets["Interviews"].range("F5").value = "typed just now"
    with pytest.raises(ChangedWorkbook):
        it.apply(Edits(cells=[CellChange("Interviews", 5, "Why", "?")]), NOW)


@pytest.mark.parametrize("call", ["read", "write Today!B8", "resize Problems"])
def test_a_cell_that_is_edited_for_a_moment_is_waited_for(book: xlwings.Book, call: str) -> None:
    _refusing(book, call, times=3)
    waits: list[float] = []
    assert run(_open(book, waits), AS_OF, now=NOW, letters=False).edits
    assert len(waits) == 3


@pytest.mark.parametrize(
    "call", ["read", "resize Today", "write Interviews", "write Today!B8", "write Problems"]
)
def test_a_cell_that_stays_edited_leaves_everything_as_it_was(book: xlwings.Book, call: str) -> None:
    before, tables = contents(book), _tables(book)
    _refusing(book, call, times=4)
    with pytest.raises(LockedWorkbook, match=r"a cell is being edited.*Press Enter"):
        _flag(book)
    assert (contents(book), _tables(book)) == (before, tables)
    assert book.app.screen_updating
    with pytest.raises(CannotAct, match="nothing to undo"):
        _open(book).undo()


def test_if_not_even_the_way_back_is_free_undo_finishes_it(book: xlwings.Book) -> None:
    before, tables = contents(book), _tables(book)
    _refusing(book, "write Today", times=400)
    _only_after(book, "write Today!B5")
    with pytest.raises(LockedWorkbook, match="then click Undo"):
        _flag(book)
    book.app.impl.before_call = lambda call: None
    assert contents(book) != before
    assert _open(book).undo().left == 0
    assert (contents(book), _tables(book)) == (before, tables)


def test_undo_takes_back_all_that_a_click_wrote(book: xlwings.Book) -> None:
    before, tables = contents(book), _tables(book)
    written = _flag(book)
    assert len(_open(book).undo().cells) == written
    assert (contents(book), _tables(book)) == (before, tables)
    with pytest.raises(CannotAct, match="nothing to undo"):
        _open(book).undo()


def test_undo_leaves_what_was_changed_since(book: xlwings.Book) -> None:
    written = _flag(book)
    book.sheets["Interviews"].range("W5").value = "my own reason"
    back = _open(book).undo()
    assert (len(back.cells), back.left) == (written - 1, 1)
    assert book.sheets["Interviews"].range("W5").value == "my own reason"


def test_undo_after_the_sheet_was_sorted_leaves_the_cells_that_moved(book: xlwings.Book) -> None:
    _flag(book)
    sheet = book.sheets["Interviews"]
    rows = sheet.range("A3:W32").formula
    sheet.range("A3:W32").value = [list(row) for row in reversed(rows)]
    moved = contents(book)
    back = _open(book).undo()
    assert back.left > 20
    now = contents(book)
    kept = {key for key in moved if key[0] == "Interviews" and key[1][0] < "R"}
    assert all(now[key] == moved[key] for key in kept)


def test_undo_keeps_rows_of_today_in_which_something_was_typed(book: xlwings.Book) -> None:
    _flag(book)
    book.sheets["Today"].range("L18").value = "a note"
    assert _open(book).undo().left == 1
    assert _tables(book)["Today"] == "B7:N18"
    assert book.sheets["Today"].range("L18").value == "a note"


def test_a_damaged_record_is_no_record(book: xlwings.Book) -> None:
    _flag(book)
    record = _open(book).path.parent / ".eitherway" / "search.xlsx.clicks.json"
    assert record.is_file()
    record.write_text('{"when": 1, "cells": [{}]}')
    with pytest.raises(CannotAct, match="nothing to undo"):
        _open(book).undo()


def test_text_that_looks_like_a_formula_is_never_worked_out(book: xlwings.Book) -> None:
    it = _open(book)
    it.read()
    evil = "=cmd|'/c calc'!A0"
    it.apply(Edits(rewrites=[Rewrite("Problems", [{"Severity": "Error", "What": evil}])]), NOW)
    cell = book.impl.sheets("Problems").formulas["C3"]
    assert (cell.value, cell.data_type) == (evil, "s")


@pytest.mark.parametrize(
    ("given_by_excel", "read"),
    [
        (None, ""),
        (3.0, 3.0),
        (3, 3.0),
        (Decimal("2.50"), 2.5),
        (True, True),
        (datetime(2026, 11, 20), date(2026, 11, 20)),  # noqa: DTZ001 - a cell has no time zone
        (datetime(2026, 11, 20, 9, 29, 59, 999999), NOW),  # noqa: DTZ001 - as above
        (datetime(1899, 12, 30, 14, 5), time(14, 5)),  # noqa: DTZ001 - as above
    ],
)
def test_what_excel_gives_reads_as_the_closed_file(given_by_excel: object, read: object) -> None:
    assert live_cells.read(given_by_excel) == read
    assert type(live_cells.read(given_by_excel)) is type(read)


@given(st.text(max_size=40).filter(lambda text: "\r" not in text))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    typed = live_cells.typed(text)
    taken = typed if typed is None else meant(str(typed))
    assert (taken or "") == text
    assert not str(typed or "").startswith("=")


@given(st.sets(st.tuples(st.integers(1, 9), st.integers(1, 9))))
def test_rectangles_cover_each_cell_once_and_no_other(cells: set[tuple[int, int]]) -> None:
    covered = [
        (row, column)
        for each in rectangles(cells)
        for row in range(each.top, each.bottom + 1)
        for column in range(each.left, each.right + 1)
    ]
    assert sorted(covered) == sorted(cells)


def test_a_full_block_is_one_rectangle() -> None:
    assert rectangles((row, column) for row in range(3, 9) for column in range(2, 5)) == [area("B3:D8")]


def _tables(book: xlwings.Book) -> dict[str, str]:
    return {table.name: str(table.range.impl.area) for sheet in book.sheets for table in sheet.tables}


def _only_after(book: xlwings.Book, call: str) -> None:
    """Let what was arranged to happen before a call happen only once such a call was made."""
    app = book.app.impl
    then, begun = app.before_call, list[str]()

    def before(made: str) -> None:
        if begun:
            then(made)
        elif made.startswith(call):
            begun.append(made)

    app.before_call = before

"""The demo's whole way (flag, letters, mark, undo) in the worst Excel there is, in workbooks arranged anyhow.

Whatever is filtered, hidden or moved, every cell equals what the closed file's run writes.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import xlwings
from openpyxl import load_workbook
from openpyxl.worksheet.table import TableFormula
from openpyxl.worksheet.worksheet import Worksheet

from eitherway.books.closed.book import ClosedBook
from eitherway.books.sheet.areas import Area, area
from eitherway.buttons import actions
from eitherway.model.records import CellChange, Plan
from eitherway.model.tables import Tables
from eitherway.run import run
from eitherway.write import marks
from tests.buttons.conftest import AS_OF, NOW, User
from tests.engines import habits
from tests.engines.openpyxl_engine import EDITING, ExcelError, contents, opened

Arrange = Callable[[Path], None]


def as_it_comes(path: Path) -> None:
    """Nothing is arranged."""


def hidden(*rows: int) -> Arrange:
    """Rows of Interviews, Applications, Today and Problems that a filter or a hand has hidden."""

    def arrange(path: Path) -> None:
        book = load_workbook(path)
        for sheet in ("Interviews", "Applications", "Today", "Problems"):
            for row in rows:
                book[sheet].row_dimensions[row].hidden = True
        book.save(path)

    return arrange


def sorted_by_interviewer(path: Path) -> None:
    book = load_workbook(path)
    sheet = book["Interviews"]
    rows = [[cell.value for cell in row] for row in sheet["A3:P32"]]
    for cells, values in zip(sheet["A3:P32"], sorted(rows, key=lambda row: str(row[4])), strict=True):
        for cell, value in zip(cells, values, strict=True):
            cell.value = value
    book.save(path)


def with_total_rows(path: Path) -> None:
    book = load_workbook(path)
    for name in ("Interviews", "Applications"):
        table = book[name].tables[name]
        whole = area(table.ref)
        table.ref = str(whole._replace(bottom=whole.bottom + 1))
        table.totalsRowCount = 1
        book[name].cell(whole.bottom + 1, 1, "Total")
    book.save(path)


def with_columns_of_the_users(path: Path) -> None:
    """A column of notes, and one that is worked out, between ours."""
    book = load_workbook(path)
    for name, at in (("Interviews", 19), ("Today", 5)):
        for header, formula in (("Mine", ""), ("Worked out", f"UPPER({name}[[#This Row],[Interviewer]])")):
            _insert(book[name], name, at, header, formula)
    book.save(path)


def _insert(sheet: Worksheet, name: str, at: int, header: str, formula: str) -> None:
    table = sheet.tables[name]
    whole = area(table.ref)
    for row in range(whole.top, whole.bottom + 1):
        for column in range(whole.right, at - 1, -1):
            sheet.cell(row, column + 1).value = sheet.cell(row, column).value
            sheet.cell(row, column + 1).number_format = sheet.cell(row, column).number_format
        sheet.cell(row, at).value = f"={formula}" if formula else None
        sheet.cell(row, at).number_format = "General"
    sheet.cell(whole.top, at).value = header
    table.ref = str(whole._replace(right=whole.right + 1))
    columns = [column.name for column in table.tableColumns]
    columns.insert(at - whole.left, header)
    formulas = {column.name: column.calculatedColumnFormula for column in table.tableColumns}
    table.tableColumns.clear()
    table._initialise_columns()
    for column, title in zip(table.tableColumns, columns, strict=True):
        column.name = title
        column.calculatedColumnFormula = formulas.get(title)
    if formula:
        table.tableColumns[at - whole.left].calculatedColumnFormula = TableFormula(attr_text=formula)
    table.autoFilter = None


ARRANGED = {
    "as it comes": as_it_comes,
    "filtered": hidden(*range(5, 15)),
    "every second row hidden": hidden(*range(3, 40, 2)),
    "all rows hidden": hidden(*range(3, 60)),
    "sorted": sorted_by_interviewer,
    "with total rows": with_total_rows,
    "with columns of the user's": with_columns_of_the_users,
}


@pytest.fixture(params=[*ARRANGED.values()], ids=[*ARRANGED])
def arranged(request: pytest.FixtureRequest, built: Path, tmp_path: Path) -> Path:
    (tmp_path / "arranged").mkdir()
    path = Path(shutil.copy(built, tmp_path / "arranged"))
    request.param(path)
    return path


@pytest.fixture
def sitting(sit_down: Callable[[Path], User], arranged: Path) -> User:
    return sit_down(arranged)


def _ours(book: xlwings.Book) -> dict[tuple[str, str], tuple[object, object]]:
    """All cells but those of the user's formulas, which only Excel fills into new rows, and which keep a row.

    In such a row without a follow-up stands a link that shows nothing.
    """
    return {
        where: (shown, typed)
        for where, (shown, typed) in contents(book).items()
        if not str(typed).startswith("=UPPER(") and (shown is not None or not str(typed).startswith("=IF("))
    }


def test_every_cell_equals_what_the_closed_file_s_run_writes(
    sitting: User, arranged: Path, tmp_path: Path
) -> None:
    closed = arranged
    said = sitting.clicks(actions.write_letters)
    run(ClosedBook(closed), AS_OF, now=NOW)
    assert said.startswith("Letters: 11 written")
    assert _ours(sitting.book) == _ours(opened(closed))

    row = _row_of(sitting.book, "Today", "Dan Whitfield")
    sitting.selects("Today", f"F{row}")
    sitting.clicks(actions.mark_sent)

    def mark(plan: Plan, tables: Tables) -> list[CellChange]:
        return marks.sent(plan, tables, ["Dan Whitfield"], AS_OF)

    run(ClosedBook(closed), AS_OF, now=NOW, letters=False, mark=mark)
    assert _ours(sitting.book) == _ours(opened(closed))


def test_each_row_s_link_leads_to_its_own_letter(sitting: User) -> None:
    sitting.clicks(actions.write_letters)
    read = ClosedBook(sitting.path).read()
    for name in ("Today", "Interviews"):
        headers = read[name].columns
        files = 0
        for row, values in _rows(sitting.book, name):
            file = values[headers.index("File")]
            assert bool(file) == bool(values[headers.index("Letter")])
            if file:
                files += 1
                assert str(values[headers.index("Interviewer")]) in str(file)
                sitting.selects(name, f"F{row}")
                assert sitting.clicks(actions.open_letter) == ""
                assert sitting.files[-1] == sitting.path.parent / str(file)
        assert files == 10


def test_undo_restores_every_cell_click_by_click(sitting: User) -> None:
    steps = [contents(sitting.book)]
    for action in (actions.check_workbook, actions.flag_overdue, actions.write_letters):
        sitting.clicks(action)
        steps.append(contents(sitting.book))
    sitting.selects("Today", f"F{_row_of(sitting.book, 'Today', 'Dan Whitfield')}")
    sitting.clicks(actions.mark_sent)
    for before in reversed(steps):
        assert "changed since" not in sitting.clicks(actions.undo)
        assert contents(sitting.book) == before
    assert sitting.clicks(actions.undo).startswith("There is nothing to undo")


@pytest.mark.parametrize("call", ["write Interviews", "write Today", "write Problems", "read Today"])
def test_a_cell_that_stays_edited_leaves_every_cell_as_it_was(
    sitting: User, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eitherway.books.excel.busy.WAITS", (0.0, 0.0, 0.0))
    before = contents(sitting.book)
    left = [4]

    def refuse(made: str) -> None:
        if made.startswith(call) and left[0]:
            left[0] -= 1
            raise ExcelError(EDITING)

    sitting.excel.before_call = refuse
    assert "then click again." in sitting.clicks(actions.write_letters)
    assert contents(sitting.book) == before


def test_macros_of_the_user_s_own_do_not_run_at_our_writes(user: User) -> None:
    ran: list[Area] = []
    for sheet in user.book.impl.sheets:
        sheet.on_change = ran.append
    user.clicks(actions.write_letters)
    assert ran == []
    assert user.excel.enable_events
    user.book.sheets["Today"].range("B2").value = "mine"
    assert ran == [area("B2")]


def test_what_excel_does_not_keep_is_taken_back_and_told(user: User) -> None:
    before = contents(user.book)
    cells = user.book.impl.sheets("Interviews")
    type_in = cells.take

    def forget(formulas: object) -> None:
        cells.values["U5"].value = cells.formulas["U5"].value = "Stubborn"
        type_in(formulas)

    cells.take = forget
    said = user.clicks(actions.flag_overdue)
    assert said.startswith("Excel does not keep what is written to Interviews!U5.")
    del cells.take
    user.book.sheets["Interviews"].range("U5").value = None
    assert contents(user.book) == before
    assert user.clicks(actions.undo).startswith("There is nothing to undo")


def test_what_went_astray_once_is_put_right(user: User, built: Path) -> None:
    cells = user.book.impl.sheets("Interviews")
    type_in, times = cells.take, [1]

    def once_astray(formulas: object) -> None:
        if times:
            cells.values["U5"].value = cells.formulas["U5"].value = times.pop()
        type_in(formulas)

    cells.take = once_astray
    user.clicks(actions.flag_overdue)
    run(ClosedBook(user.path), AS_OF, now=NOW, letters=False)
    assert contents(user.book) == contents(opened(user.path))


def test_a_table_that_cannot_grow_says_so_and_nothing_is_written(user: User) -> None:
    user.book.impl.sheets("Today").formulas.merge_cells("C15:D15")
    before = contents(user.book)
    said = user.clicks(actions.flag_overdue)
    assert said.startswith("The table Today has to end at row 18, and Excel does not let it.")
    assert contents(user.book) == before


def _of_an_earlier_version(path: Path) -> None:
    """Without the columns of targets, and so without a formula for a whole column."""
    book = load_workbook(path)
    for name, gone in (("Today", 2), ("Interviews", 2), ("Problems", 2), ("Log", 1)):
        table = book[name].tables[name]
        whole = area(table.ref)
        for row in range(whole.top, whole.bottom + 1):
            for column in range(whole.right - gone + 1, whole.right + 1):
                book[name].cell(row, column).value = None
            for column in range(whole.left, whole.right + 1):
                if habits.formula(book[name].cell(row, column)):
                    book[name].cell(row, column).value = None
        table.ref = str(whole._replace(right=whole.right - gone))
        del table.tableColumns[-gone:]
        for each in table.tableColumns:
            each.calculatedColumnFormula = None
        if table.autoFilter is not None:
            table.autoFilter.ref = table.ref
    book.save(path)


@pytest.mark.parametrize("letters_before", [False, True], ids=["as new", "with links of their own"])
def test_a_workbook_of_an_earlier_version_keeps_working(
    sit_down: Callable[[Path], User], built: Path, tmp_path: Path, letters_before: bool
) -> None:
    (tmp_path / "earlier").mkdir()
    path = Path(shutil.copy(built, tmp_path / "earlier"))
    _of_an_earlier_version(path)
    if letters_before:
        run(ClosedBook(path), AS_OF, now=NOW)
        links = [each for _, each in contents(opened(path)).values() if str(each).startswith("=HYPERLINK")]
        assert len({*links}) > 12
        assert not run(ClosedBook(path), AS_OF, now=NOW).edits
    user = sit_down(path)
    before = contents(user.book)
    later = NOW.replace(day=24)
    user.clicks(actions.write_letters, now=later)
    name = str(user.cell("Today", "F8"))
    for sheet, row in (("Today", 8), ("Interviews", user.row_of("Interviews", name))):
        user.selects(sheet, f"F{row}")
        assert user.clicks(actions.open_letter) == ""
        assert name in user.files[-1].name
    user.clicks(actions.undo)
    after = contents(user.book)
    # A link of its own that was written over comes back as text, which Excel does not fill into the column.
    changed = {where for where, held in after.items() if held != before.get(where)}
    assert all(str(before[where][1]).startswith("=HYPERLINK") for where in changed)
    assert before.keys() == after.keys()


def _rows(book: xlwings.Book, name: str) -> list[tuple[int, list[object]]]:
    sheet = book.impl.sheets(name)
    table = sheet.formulas.tables[name]
    whole = area(table.ref)
    bottom = whole.bottom - bool(table.totalsRowCount)
    return [
        (row, [sheet.values.cell(row, column).value for column in range(whole.left, whole.right + 1)])
        for row in range(whole.top + 1, bottom + 1)
    ]


def _row_of(book: xlwings.Book, name: str, who: str) -> int:
    return next(row for row, values in _rows(book, name) if who in values)

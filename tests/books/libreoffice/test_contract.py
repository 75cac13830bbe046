"""What every kind of book must do (`tests/books/contract.py`), on a workbook that is open in Calc."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.books.excel.book import OpenBook
from eitherway.model.records import CellChange, Edits
from eitherway.run import run
from tests.books.contract import Opened
from tests.books.libreoffice.cells import contents, entered
from tests.books.libreoffice.conftest import Open
from tests.books.test_contract import (
    AS_OF,
    NOW,
    WRITTEN,
    example_book,
    test_a_computed_table_grows_and_shrinks,
    test_a_table_does_not_grow_over_cells_of_the_users,
    test_an_unknown_place_is_refused,
    test_log_only_grows,
    test_nothing_else_changes_and_the_edits_say_what_did,
    test_numbers_in_columns_of_text_read_as_their_cells_show_them,
    test_reading_gives_what_the_closed_file_holds,
    test_rows_under_a_table_are_read,
    test_rows_under_a_total_row_are_read,
    test_writing_the_same_again_changes_nothing,
)

__all__ = [
    "example_book",
    "test_a_computed_table_grows_and_shrinks",
    "test_a_table_does_not_grow_over_cells_of_the_users",
    "test_an_unknown_place_is_refused",
    "test_log_only_grows",
    "test_nothing_else_changes_and_the_edits_say_what_did",
    "test_numbers_in_columns_of_text_read_as_their_cells_show_them",
    "test_reading_gives_what_the_closed_file_holds",
    "test_rows_under_a_table_are_read",
    "test_rows_under_a_total_row_are_read",
    "test_writing_the_same_again_changes_nothing",
]

pytestmark = pytest.mark.libreoffice


@pytest.fixture
def opened(in_calc: Open) -> Callable[[Path], Opened]:
    def open_in_calc(path: Path) -> Opened:
        book = in_calc(path)
        return Opened(OpenBook(book), lambda: OpenBook(book), lambda: entered(book))

    return open_in_calc


def test_cells_hold_what_was_written(example_book: Path, opened: Callable[[Path], Opened]) -> None:
    """One click for all of them: a document takes Calc a second to open."""
    it = opened(example_book)
    it.book.read()
    cells = [
        CellChange("Interviews", row, column, value) for row, (column, value, _) in enumerate(WRITTEN, 3)
    ]
    it.book.apply(Edits(cells=cells), NOW)
    table = it.reread().read()["Interviews"]
    held = [table.rows[row][table.columns.index(column)] for row, (column, _, _) in enumerate(WRITTEN)]
    assert held == [expected for _, _, expected in WRITTEN]
    assert [type(value) for value in held] == [type(expected) for _, _, expected in WRITTEN]


def test_after_a_run_every_cell_equals_what_the_command_line_writes(
    example_book: Path, in_calc: Open, tmp_path: Path
) -> None:
    (tmp_path / "another folder").mkdir()
    other = Path(shutil.copy(example_book, tmp_path / "another folder"))
    run(ClosedBook(other), AS_OF, now=NOW)
    book = in_calc(example_book)
    run(OpenBook(book), AS_OF, now=NOW)
    from_file = contents(in_calc(other))
    assert contents(book) == from_file
    links = {formula for _, formula in from_file.values() if "HYPERLINK" in str(formula)}
    assert len(links) == 6  # one for each column of links
    assert len(from_file) > 1000

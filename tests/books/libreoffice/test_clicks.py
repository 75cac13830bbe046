"""The buttons on a workbook that is open in Calc in no window: what they would say is kept, not shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import xlwings
from openpyxl import load_workbook

from eitherway.books.excel.book import OpenBook
from eitherway.buttons import actions, frame
from eitherway.model.problems import LockedWorkbook
from eitherway.run import run
from eitherway_workbook import build, example
from tests.books.libreoffice.cells import entered
from tests.books.libreoffice.conftest import Open

pytestmark = pytest.mark.libreoffice

NOW = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001 (a workbook holds no time zone)


@pytest.fixture
def book(in_calc: Open, tmp_path: Path) -> Iterator[xlwings.Book]:
    build(tmp_path / "search.xlsm", example(NOW.date()))
    book = in_calc(tmp_path / "search.xlsm")
    book.set_mock_caller()
    yield book
    if hasattr(xlwings.Book, "_mock_caller"):
        del xlwings.Book._mock_caller


def clicked(book: xlwings.Book, action: frame.Action, *files: list[Path]) -> str:
    """What the click would say; letters that it opens are added to `files`."""
    said: list[str] = book.app.impl.unseen
    said.clear()
    opened = files[0] if files else []
    frame.run_click(action, clock=lambda: NOW, opener=opened.append)
    return said[-1] if said else ""


def test_a_morning_at_the_workbook(book: xlwings.Book) -> None:
    files: list[Path] = []
    assert clicked(book, actions.write_letters).startswith("Letters: 11 written, 1 held back.")
    today = book.sheets["Today"]
    name = today.range("F8").value

    today.range("F8").select()
    assert clicked(book, actions.open_letter, files) == ""
    assert [(name in file.name, file.is_file()) for file in files] == [(True, True)]

    flagged = entered(book)
    assert clicked(book, actions.mark_sent).startswith(
        f"{name}'s thank-you: sent on Fri 20 Nov.\n\n3 overdue"
    )
    assert today.range("F8").value != name
    assert book.sheets["Log"].range("B14").value == "Thank-you sent: 2026-11-20"

    assert clicked(book, actions.undo).startswith(f"Undone: {name}'s thank-you: sent on Fri 20 Nov (")
    assert entered(book) == flagged


def test_several_rows_are_asked_about(book: xlwings.Book) -> None:
    clicked(book, actions.flag_overdue)
    before = entered(book)
    book.sheets["Today"].range("B8:C9").select()
    question = clicked(book, actions.mark_sent)
    assert question.startswith("Mark as sent today: Carmen Delgado Ruiz, Northwind Analytics (Thank-you); ")
    assert entered(book) == before


def test_nothing_that_can_be_marked_is_selected(book: xlwings.Book) -> None:
    book.sheets["Today"].range("B2").select()
    assert clicked(book, actions.mark_sent).startswith("No row of Today or Interviews is selected.")


def test_a_protected_sheet_is_named_and_nothing_is_written(in_calc: Open, tmp_path: Path) -> None:
    build(tmp_path / "search.xlsx", example(NOW.date()))
    workbook = load_workbook(tmp_path / "search.xlsx")
    workbook["Today"].protection.sheet = True
    workbook.save(tmp_path / "search.xlsx")
    book = in_calc(tmp_path / "search.xlsx")
    before = entered(book)
    with pytest.raises(LockedWorkbook, match="The sheet Today is protected"):
        run(OpenBook(book), NOW.date(), now=NOW, letters=False)
    assert entered(book) == before


def test_import_asks_for_a_file_and_shows_what_it_holds(book: xlwings.Book, tmp_path: Path) -> None:
    assert clicked(book, actions.bring_in) == ""  # in no window nobody picks a file
    tracker = tmp_path / "tracker.csv"
    tracker.write_text("Company,Role,Status\nQuayside,Analyst,Applied\n", encoding="utf-8")
    book.app.impl.tell = lambda call, *said: (
        str(tracker) if call == "pick_file" else type(book.app.impl).tell(book.app.impl, call, *said)
    )
    before = entered(book)
    assert clicked(book, actions.bring_in).startswith("tracker.csv: 1 application would be added.")
    assert entered(book) == before  # nobody pressed OK

"""Redo: an undo is taken back, and nothing that was done since is lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.books.closed.redo import redo
from eitherway.books.closed.undo import undo
from eitherway.model.problems import CannotAct
from eitherway.model.records import CellChange, Edits
from tests.books.workbooks import NOW, excel_parts, packed

SECOND = timedelta(seconds=1)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook that was written twice."""
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(excel_parts()))
    for number, flag in enumerate(("Due", "Soon")):
        write(path, flag, number)
    return path


def write(path: Path, flag: str, number: int) -> None:
    edits = Edits([CellChange("Interviews", 3, "Flag", flag)], purpose=f"{flag} marked")
    ClosedBook(path).apply(edits, NOW + number * SECOND)


def test_what_undo_took_back_is_done_again_and_can_be_undone_again(workbook: Path) -> None:
    written = workbook.read_bytes()
    undo(workbook, NOW + 5 * SECOND)
    before = workbook.read_bytes()
    assert redo(workbook, NOW + 6 * SECOND).what == "Soon marked, 1 cell changed"
    assert workbook.read_bytes() == written
    undo(workbook, NOW + 7 * SECOND)
    assert workbook.read_bytes() == before


def test_two_undone_writes_are_done_again_in_their_order(workbook: Path) -> None:
    written = workbook.read_bytes()
    undo(workbook, NOW + 5 * SECOND)
    undo(workbook, NOW + 6 * SECOND)
    redo(workbook, NOW + 7 * SECOND)
    redo(workbook, NOW + 8 * SECOND)
    assert workbook.read_bytes() == written
    with pytest.raises(CannotAct, match="nothing to redo"):
        redo(workbook, NOW + 9 * SECOND)


def test_nothing_that_was_done_since_is_lost(workbook: Path) -> None:
    undo(workbook, NOW + 5 * SECOND)
    opened = openpyxl.load_workbook(workbook)
    opened.active["A1"].comment = None
    opened.save(workbook)
    with pytest.raises(CannotAct, match="changed since, and redo would lose that"):
        redo(workbook, NOW + 6 * SECOND)
    write(workbook, "Overdue", 7)
    with pytest.raises(CannotAct, match="redo would lose that"):
        redo(workbook, NOW + 8 * SECOND)


def test_without_an_undo_there_is_nothing_to_redo(workbook: Path) -> None:
    with pytest.raises(CannotAct, match="nothing to redo"):
        redo(workbook, NOW)


def test_what_was_set_aside_and_is_gone_is_told(workbook: Path) -> None:
    undo(workbook, NOW + 5 * SECOND)
    for file in (workbook.parent / ".eitherway").glob("* undone*.xlsx"):
        file.unlink()
    with pytest.raises(CannotAct, match=r"no longer in \.eitherway"):
        redo(workbook, NOW + 6 * SECOND)

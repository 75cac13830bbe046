"""`doctor --try`, on the tests' engine in the place of Excel: what passes, and what is seen to fail."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
import xlwings

from eitherway.books.sheet.areas import Area
from eitherway.buttons import actions, frame
from eitherway.doctor.rehearsal import STEPS, Step, rehearse
from eitherway.doctor.this_excel import started
from eitherway.model.button_labels import COMMANDS
from eitherway.model.problems import CannotAct
from tests.engines.openpyxl_engine import opened

NOW = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001 (a workbook holds no time zone)
NAMES = {command.macro: command.name for command in COMMANDS}


class StandIn:
    """The tests' engine, whose macros are the functions that they call."""

    def __init__(self, spoil: str = "") -> None:
        self.spoil = spoil
        self.closed = False

    def open(self, path: Path) -> xlwings.Book:
        book = opened(path)
        book.set_mock_caller()
        return book

    def click(self, book: xlwings.Book, macro: str) -> None:
        if macro == self.spoil:
            book.sheets["Interviews"].range("U7").value = "Stubborn"
            return
        frame.run_click(getattr(actions, NAMES[macro]), clock=lambda: NOW)

    def close(self, book: xlwings.Book) -> None:
        self.closed = True
        del xlwings.Book._mock_caller  # type: ignore[attr-defined]  # xlwings sets it on the class


def _steps(excel: StandIn, folder: Path) -> list[Step]:
    steps = [*rehearse(excel, folder, NOW)]
    assert excel.closed
    return steps


def test_every_step_passes_on_an_excel_that_works(tmp_path: Path) -> None:
    steps = _steps(StandIn(), tmp_path)
    assert [step.name for step in steps] == [*STEPS]
    assert [step for step in steps if not step.passed] == []
    assert steps[1].what.startswith("4 overdue, 4 due today, 3 soon.")


def test_a_click_that_ends_in_nothing_fails_its_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eitherway.doctor.rehearsal.PATIENCE", 0.0)
    steps = {step.name: step for step in _steps(StandIn(spoil="FlagOverdue"), tmp_path)}
    assert not steps["Flag overdue"].passed
    assert "no message came" in steps["Flag overdue"].what


def test_cells_that_went_astray_fail_the_step(tmp_path: Path) -> None:
    excel = StandIn()

    def astray(book: xlwings.Book, macro: str) -> None:
        StandIn.click(excel, book, macro)
        cells = book.impl.sheets("Interviews")
        for each in (cells.values, cells.formulas):
            each["U7"].value = "Stubborn"
        assert Area(7, 20, 7, 20)

    excel.click = astray  # type: ignore[method-assign]  # this one instance goes astray
    steps = {step.name: step for step in _steps(excel, tmp_path)}
    assert steps["Flag overdue"] == Step(
        "Flag overdue", False, "Interviews holds something else than what the commands write."
    )


def test_without_excel_it_says_so() -> None:
    if any(engine.name == "excel" for engine in xlwings.engines):
        pytest.skip("here is an Excel")
    xlwings.engines.engines[:] = []
    with pytest.raises(CannotAct, match="does not run on this system"), started():
        pass

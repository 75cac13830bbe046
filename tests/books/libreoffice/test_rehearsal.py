"""The steps of `doctor --try` in Calc: the functions behind the buttons, in a document that is open there."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwings

from eitherway.books.libreoffice.engine import Engine
from eitherway.buttons import actions, frame
from eitherway.doctor.rehearsal import STEPS, rehearse
from eitherway.model.button_labels import COMMANDS
from tests.doctor.test_rehearsal import NOW

pytestmark = pytest.mark.libreoffice
NAMES = {command.macro: command.name for command in COMMANDS}


class InCalc:
    """Calc in the place of Excel."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def open(self, path: Path) -> xlwings.Book:
        book = xlwings.Book(impl=self.engine.app.books.open(str(path)))
        book.set_mock_caller()
        return book

    def click(self, book: xlwings.Book, macro: str) -> None:
        frame.run_click(getattr(actions, NAMES[macro]), clock=lambda: NOW)

    def close(self, book: xlwings.Book) -> None:
        del xlwings.Book._mock_caller  # type: ignore[attr-defined]  # xlwings sets it on the class
        book.close()


def test_every_step_passes(engine: Engine, tmp_path: Path) -> None:
    steps = [*rehearse(InCalc(engine), tmp_path, NOW)]
    assert [step for step in steps if not step.passed] == []
    assert [step.name for step in steps] == [*STEPS]

"""A click in a workbook: xlwings itself, on an Excel that is held by openpyxl."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import pytest
import xlwings

from eitherway.buttons import frame
from tests.engines.openpyxl_engine import App, opened

AS_OF = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001 (a workbook holds no time zone)


@dataclass
class User:
    """Someone at an open workbook: clicks buttons, reads messages."""

    book: xlwings.Book
    files: list[Path] = field(default_factory=list)

    @property
    def excel(self) -> App:
        app: App = self.book.app.impl
        return app

    @property
    def path(self) -> Path:
        return Path(self.book.fullname)

    def clicks(self, action: frame.Action, *answers: str, now: datetime = NOW) -> str:
        """Click, and read the last message: "" if there was none."""
        self.excel.alerts.clear()
        self.excel.answers[:] = answers
        frame.run_click(action, clock=lambda: now, opener=self.files.append)
        assert self.excel.status_bar is False
        assert not [*self.path.parent.glob(".eitherway/*.click")]
        return self.excel.alerts[-1] if self.excel.alerts else ""

    def selects(self, sheet: str, cells: str) -> None:
        chosen = self.book.sheets[sheet].range(cells).impl
        self.excel.selection = chosen

    def cell(self, sheet: str, cell: str) -> object:
        return self.book.sheets[sheet].range(cell).value

    def row_of(self, sheet: str, name: str) -> int:
        values = self.book.impl.sheets(sheet).values
        return next(int(row[0].row) for row in values.iter_rows() if any(cell.value == name for cell in row))


@pytest.fixture
def sit_down(tmp_path: Path) -> Iterator[Callable[[Path], User]]:
    """Puts a user before a copy of the workbook, as the one whose button is clicked."""

    def at(workbook: Path) -> User:
        book = opened(Path(shutil.copy(workbook, tmp_path)))
        book.set_mock_caller()
        return User(book)

    yield at
    if hasattr(xlwings.Book, "_mock_caller"):
        del xlwings.Book._mock_caller


@pytest.fixture
def user(sit_down: Callable[[Path], User], built: Path) -> User:
    return sit_down(built)

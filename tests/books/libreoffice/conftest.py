"""One LibreOffice without a window for all tests, and workbooks that are open in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlwings

from eitherway.books.libreoffice.engine import Engine
from tests.books.libreoffice.office import connected, running

Open = Callable[[Path], xlwings.Book]


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with running(tmp_path_factory.mktemp("calc"), "--headless") as pipe:
        calc = connected(pipe)
        engine = Engine(calc)
        xlwings.engines.add(xlwings.Engine(impl=engine))
        yield engine
        calc.close()


@pytest.fixture
def in_calc(engine: Engine) -> Iterator[Open]:
    """Opens a workbook file in Calc."""
    books: list[xlwings.Book] = []

    def opened(path: Path) -> xlwings.Book:
        books.append(xlwings.Book(impl=engine.app.books.open(str(path))))
        return books[-1]

    yield opened
    engine.app.unseen.clear()
    for book in books:
        book.close()

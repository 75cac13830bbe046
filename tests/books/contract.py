"""What every kind of book must do: the backends, each opened for the same tests (`test_contract.py`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from eitherway.books.book import Book
from eitherway.books.closed.book import ClosedBook
from eitherway.books.excel.book import OpenBook
from tests.engines import openpyxl_engine

Contents = dict[tuple[str, str], tuple[object, object]]
"""Every cell that holds anything, by sheet and address: its value, and its formula or text."""


@dataclass(frozen=True)
class Opened:
    """A book, the same book seen afresh, and what all its cells hold."""

    book: Book
    reread: Callable[[], Book]
    cells: Callable[[], Contents]


def closed(path: Path) -> Opened:
    def cells() -> Contents:
        return openpyxl_engine.contents(openpyxl_engine.opened(path))

    return Opened(ClosedBook(path), lambda: ClosedBook(path), cells)


def in_openpyxl(path: Path) -> Opened:
    book = openpyxl_engine.opened(path)
    return Opened(OpenBook(book), lambda: OpenBook(book), lambda: openpyxl_engine.contents(book))


BACKENDS: dict[str, Callable[[Path], Opened]] = {"closed": closed, "openpyxl": in_openpyxl}


@pytest.fixture(params=[*BACKENDS.values()], ids=[*BACKENDS])
def opened(request: pytest.FixtureRequest) -> Callable[[Path], Opened]:
    """Opens a workbook file as each backend in turn."""
    backend: Callable[[Path], Opened] = request.param
    return backend

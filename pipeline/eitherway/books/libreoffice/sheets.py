"""The cells of a Calc document as xlwings wants them: sheets, tables and ranges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any, Protocol

from xlwings import base_classes

from eitherway.books.libreoffice.parts import Block, Named, absolute, corner
from eitherway.books.sheet.areas import Area, area


class Asked(Protocol):
    """A document that answers calls, as the engine's Book does."""

    def ask(self, call: str, *arguments: Any) -> Any:
        """Call LibreOffice about this document."""


class Sheet(base_classes.Sheet):
    """A sheet, by its name."""

    book: Any = None
    name: Any = ""

    def __init__(self, book: Asked, name: str) -> None:
        self.book = book
        self.name = name

    @property
    def api(self) -> Any:
        """What the buttons ask of Excel by its own names."""
        return SimpleNamespace(ProtectContents=self.book.ask("is_protected", self.name))

    @property
    def tables(self) -> Named:
        return Named([Table(self, table) for table in self.book.ask("tables", self.name)])

    def activate(self) -> None:
        self.book.ask("activate", self.name)

    def range(self, first: Any, last: Any = None) -> Range:
        if isinstance(first, str):
            return Range(self, area(first))
        return Range(self, Area(*corner(first), *corner(last or first)))


class Table(base_classes.Table):
    """A database range that has a name."""

    parent: Any = None
    name: Any = ""
    display_name: Any = ""
    show_headers: Any = True
    show_totals: Any = False
    api: Any = None

    def __init__(self, sheet: Sheet, found: Mapping[str, Any]) -> None:
        self.parent = sheet
        self.name = self.display_name = found["name"]
        self.show_headers = found["headers"]
        self.show_totals = found["totals"]
        self.area = Area(*found["area"])

    @property
    def range(self) -> Any:
        return Range(self.parent, self.area)

    @property
    def columns(self) -> Named:
        """Calc names columns by their headers alone; without a header row they have Excel's own names."""
        names = [f"Column{number}" for number in range(1, self.area.right - self.area.left + 2)]
        return Named([SimpleNamespace(name=name) for name in names])

    def resize(self, range: Any) -> None:  # noqa: A002 - the name that xlwings uses
        self.area = range.impl.area
        self.parent.book.ask("resize", self.name, self.area)


class Range(Block):
    """An area of a sheet; a selection may have several, of which the first is read and written."""

    def __init__(self, sheet: Sheet, first: Area, *others: Area) -> None:
        self.sheet = sheet
        self.area = first
        self.address = ",".join(absolute(each) for each in (first, *others))
        self.options = {}

    def ask(self, call: str, *arguments: Any) -> Any:
        """Call LibreOffice about these cells."""
        return self.sheet.book.ask(call, self.sheet.name, self.area, *arguments)

    @property
    def raw_value(self) -> Any:
        return self._as_excel([[_given(value) for value in row] for row in self.ask("values")])

    @raw_value.setter
    def raw_value(self, given: Any) -> None:
        rows, columns = self.shape
        block = given if isinstance(given, list | tuple) else [[given] * columns] * rows
        self.ask("write", [[_sent(value) for value in row] for row in block])

    @property
    def formula(self) -> Any:
        return self._as_excel(self.ask("formulas"))

    @formula.setter
    def formula(self, value: Any) -> None:
        self.raw_value = value

    @property
    def number_format(self) -> Any:
        return self.ask("number_format")

    @number_format.setter
    def number_format(self, value: str) -> None:
        self.ask("set_number_format", value)

    @property
    def row_hidden(self) -> Any:
        return self.ask("are_rows_hidden")

    @row_hidden.setter
    def row_hidden(self, hide: bool) -> None:
        self.ask("hide_rows", hide)

    def select(self) -> None:
        self.ask("select")

    def _as_excel(self, rows: list[list[Any]]) -> Any:
        """A single cell is itself."""
        return rows[0][0] if len(self) == 1 else rows


def _given(value: Any) -> Any:
    """A cell as `calc.py` writes it, as Excel gives it."""
    if not isinstance(value, dict):
        return value
    return Error(value["error"]) if "error" in value else datetime.fromisoformat(value["moment"])


def _sent(value: Any) -> Any:
    return {"moment": value.isoformat()} if isinstance(value, datetime) else value


@dataclass(frozen=True)
class Error:
    """What a formula has come to that cannot be worked out."""

    text: str

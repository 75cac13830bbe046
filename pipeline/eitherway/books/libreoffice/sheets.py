"""The cells of a Calc document as xlwings wants them: sheets, tables and ranges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any, Protocol

from xlwings import base_classes

from eitherway.books.sheet.areas import Area, area, letters


class Asked(Protocol):
    """A document that answers calls, as the engine's Book does."""

    def ask(self, call: str, *arguments: Any) -> Any:
        """Call LibreOffice about this document."""


@dataclass(frozen=True)
class Named:
    """A collection that is asked by position, counted from 1, or by name."""

    items: Sequence[Any]
    api: Any = None

    def __call__(self, key: int | str) -> Any:
        if isinstance(key, int):
            return self.items[key - 1]
        return next(item for item in self.items if item.name == key)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)


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

    def range(self, first: Any, last: Any = None) -> Range:
        if isinstance(first, str):
            return Range(self, area(first))
        return Range(self, Area(*_corner(first), *_corner(last or first)))


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


class Range(base_classes.Range):
    """An area of a sheet; a selection may have several, of which the first is read and written."""

    sheet: Any = None
    options: Any = None
    address: Any = ""
    max_cells_per_read: Any = None
    max_cells_per_write: Any = None
    api: Any = True

    def __init__(self, sheet: Sheet, first: Area, *others: Area) -> None:
        self.sheet = sheet
        self.area = first
        self.address = ",".join(_absolute(each) for each in (first, *others))
        self.options = {}

    row = property(lambda self: self.area.top)
    column = property(lambda self: self.area.left)
    shape = property(
        lambda self: (self.area.bottom - self.area.top + 1, self.area.right - self.area.left + 1)
    )

    def __len__(self) -> int:
        rows, columns = self.shape
        return int(rows * columns)

    def __call__(self, arg1: Any, arg2: Any = 1) -> Any:
        return self.sheet.range((self.area.top + arg1 - 1, self.area.left + arg2 - 1))

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

    row_hidden = property(lambda self: self.ask("are_rows_hidden"))

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


def _corner(place: Any) -> tuple[int, int]:
    return (place.area.top, place.area.left) if isinstance(place, Range) else place


def _absolute(where: Area) -> str:
    first, last = f"${letters(where.left)}${where.top}", f"${letters(where.right)}${where.bottom}"
    return first if first == last else f"{first}:{last}"


@dataclass(frozen=True)
class Error:
    """What a formula has come to that cannot be worked out."""

    text: str

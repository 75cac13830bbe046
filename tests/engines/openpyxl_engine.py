"""An engine for xlwings that stands in for Excel where there is none: workbooks in memory, held by openpyxl.

It offers what the buttons use, as Excel does it over COM: numbers are floats, days datetimes, empty cells
None; a single cell is a scalar; text that is written is read as if it were typed. The workbook is loaded
twice, once for formulas and once for their values. What the user does (select, protect, edit a cell, press a
button) is set on the objects of this module.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import xlwings
from openpyxl import load_workbook
from openpyxl.worksheet.table import Table as XlTable
from openpyxl.worksheet.worksheet import Worksheet
from xlwings import base_classes

from eitherway.books.sheet.areas import Area, area, letters

NAME = "openpyxl"
EDITING = 0x800AC472 - 2**32
PROTECTED = 0x800A03EC - 2**32
_NUMBER = re.compile(r"\s*[-+]?\d+(\.\d*)?%?\s*")
_LINK = re.compile(r'=HYPERLINK\("(?:[^"]|"")*","((?:[^"]|"")*)"\)')


class ExcelError(Exception):
    """What Excel answers when it does not do as it is told."""

    def __init__(self, hresult: int) -> None:
        super().__init__(f"OLE error {hresult & 0xFFFFFFFF:#x}")
        self.hresult = hresult


class Engine:
    """One engine with one app, as xlwings wants it."""

    name = NAME
    type = "desktop"

    def __init__(self) -> None:
        self.app = App(self)

    @property
    def apps(self) -> Apps:
        return Apps(self.app)

    @staticmethod
    def prepare_xl_data_element(value: Any, options: Mapping[str, Any]) -> Any:
        return "" if value is None else value

    @staticmethod
    def clean_value_data(
        data: Sequence[Sequence[Any]],
        datetime_builder: Callable[..., Any],
        empty_as: Any,
        number_builder: Callable[[float], Any] | None,
        err_to_str: bool,
    ) -> list[list[Any]]:
        return [[_cleaned(value, empty_as, err_to_str) for value in row] for row in data]


class Apps(base_classes.Apps):
    def __init__(self, app: App) -> None:
        self._app = app

    def keys(self) -> list[int]:
        return [self._app.pid]

    def __iter__(self) -> Iterator[App]:
        yield self._app

    def __len__(self) -> int:
        return 1

    def __getitem__(self, pid: int) -> App:
        return self._app


class App(base_classes.App):
    """Excel, and the user before it: what was shown to them, and which buttons they will press."""

    books: Any = None
    engine: Any = None
    pid: Any = 1
    selection: Any = None
    calculation: Any = "automatic"

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.books = Books(self)
        self.alerts: list[str] = []
        self.answers: list[str] = []
        self.statuses: list[str | bool] = []
        self.updating: list[bool] = [True]
        self.calls: list[str] = []
        self.before_call: Callable[[str], None] = lambda call: None

    @property
    def api(self) -> Any:
        return self

    def called(self, call: str) -> None:
        """Each call that reaches Excel passes here: a test may refuse it."""
        self.before_call(call)
        self.calls.append(call)

    @property
    def status_bar(self) -> str | bool:
        return self.statuses[-1] if self.statuses else False

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        self.statuses.append(value)

    @property
    def screen_updating(self) -> bool:
        return self.updating[-1]

    @screen_updating.setter
    def screen_updating(self, value: bool) -> None:
        self.updating.append(value)

    def alert(self, prompt: str, title: str, buttons: str, mode: str | None, callback: None) -> str:
        self.alerts.append(prompt)
        return "ok" if buttons == "ok" else self.answers.pop(0)


class Books(base_classes.Books):
    app: Any = None

    def __init__(self, app: App) -> None:
        self.app = app
        self.open_books: list[Book] = []

    @property
    def api(self) -> Any:
        return self

    @property
    def active(self) -> Book:
        return self.open_books[-1]

    def __call__(self, name: str) -> Book:
        return next(book for book in self.open_books if book.name == name)

    def __len__(self) -> int:
        return len(self.open_books)

    def __iter__(self) -> Iterator[Book]:
        return iter(self.open_books)

    def open(self, fullname: str, *args: object, **options: object) -> Book:
        self.open_books.append(Book(self.app, Path(fullname)))
        return self.active


class Book(base_classes.Book):
    app: Any = None
    fullname: Any = None
    api: Any = None
    sheets: Any = None

    def __init__(self, app: App, path: Path) -> None:
        self.app = app
        self.fullname = str(path)
        self.api = SimpleNamespace(ReadOnly=False)
        self.formulas = load_workbook(path, keep_vba=path.suffix == ".xlsm")
        self.values = load_workbook(path, data_only=True)
        self.sheets = Sheets(
            [Sheet(self, sheet, self.values[sheet.title]) for sheet in self.formulas.worksheets]
        )

    @property
    def name(self) -> str:
        return Path(self.fullname).name


@dataclass(frozen=True)
class _Named:
    """A collection that is asked by position, counted from 1, or by name."""

    items: Sequence[Any]

    @property
    def api(self) -> Any:
        return self

    def __call__(self, key: int | str) -> Any:
        if isinstance(key, int):
            return self.items[key - 1]
        return next(item for item in self.items if item.name == key)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)


class Sheets(_Named):
    @property
    def active(self) -> Any:
        return self.items[0]


class Sheet(base_classes.Sheet):
    book: Any = None
    api: Any = None

    def __init__(self, book: Book, formulas: Worksheet, values: Worksheet) -> None:
        self.book = book
        self.formulas = formulas
        self.values = values
        self.api = SimpleNamespace(ProtectContents=False)

    @property
    def name(self) -> str:
        return str(self.formulas.title)

    @name.setter
    def name(self, value: str) -> None:
        self.formulas.title = self.values.title = value

    @property
    def tables(self) -> _Named:
        return _Named([Table(self, table) for table in self.formulas.tables.values()])

    def range(self, first: Any, last: Any = None) -> Range:
        if isinstance(first, str):
            return Range(self, area(first.partition(",")[0]), first)
        top, left = _corner(first)
        bottom, right = _corner(last or first)
        return Range(self, Area(top, left, bottom, right))


class Table(base_classes.Table):
    parent: Any = None
    name: Any = ""
    display_name: Any = ""
    show_headers: Any = True
    show_totals: Any = False

    def __init__(self, sheet: Sheet, table: XlTable) -> None:
        self._table = table
        self.parent = sheet
        self.name = table.name
        self.display_name = table.displayName
        self.show_headers = table.headerRowCount != 0
        self.show_totals = bool(table.totalsRowCount)

    @property
    def api(self) -> Any:
        return self._table

    @property
    def range(self) -> Any:
        return self.parent.range(self._table.ref)

    @property
    def columns(self) -> _Named:
        return _Named([SimpleNamespace(name=column.name) for column in self._table.tableColumns])

    def resize(self, range: Any) -> None:  # noqa: A002 - the name that xlwings uses
        to = range.impl.area
        self.parent.book.app.called(f"resize {self.name} {to}")
        if self.parent.api.ProtectContents or to.top != area(self._table.ref).top:
            raise ExcelError(PROTECTED)
        self._table.ref = str(to)
        if self._table.autoFilter is not None:
            self._table.autoFilter.ref = self._table.ref


class Range(base_classes.Range):
    sheet: Any = None
    address: Any = ""
    options: Any = None
    max_cells_per_read: Any = None
    max_cells_per_write: Any = None
    api: Any = True

    def __init__(self, sheet: Sheet, where: Area, address: str = "") -> None:
        self.sheet = sheet
        self.area = where
        self.address = "$" + address if address.isalpha() else address or _absolute(where)
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

    @property
    def raw_value(self) -> Any:
        self.sheet.book.app.called(f"read {self.sheet.name}!{self.area}")
        return self._shaped(lambda cell: _as_com(cell.value), self.sheet.values)

    @raw_value.setter
    def raw_value(self, given: Any) -> None:
        self.sheet.book.app.called(f"write {self.sheet.name}!{self.area}")
        rows = given if isinstance(given, list | tuple) else [[given] * self.shape[1]] * self.shape[0]
        if self.sheet.api.ProtectContents:
            raise ExcelError(PROTECTED)
        for row, values in enumerate(rows, self.area.top):
            for column, value in enumerate(values, self.area.left):
                self._type_in(row, column, value)

    @property
    def formula(self) -> Any:
        self.sheet.book.app.called(f"read formulas {self.sheet.name}!{self.area}")
        return self._shaped(_formula, self.sheet.formulas)

    @formula.setter
    def formula(self, value: Any) -> None:
        self.raw_value = value

    @property
    def number_format(self) -> str:
        return str(self.sheet.formulas.cell(self.area.top, self.area.left).number_format)

    @number_format.setter
    def number_format(self, value: str) -> None:
        for row in range(self.area.top, self.area.bottom + 1):
            for column in range(self.area.left, self.area.right + 1):
                self.sheet.formulas.cell(row, column).number_format = value

    @property
    def row_hidden(self) -> Any:
        rows = range(self.area.top, self.area.bottom + 1)
        hidden = {bool(self.sheet.formulas.row_dimensions[row].hidden) for row in rows}
        return hidden.pop() if len(hidden) == 1 else None

    @row_hidden.setter
    def row_hidden(self, hide: bool) -> None:
        for row in range(self.area.top, self.area.bottom + 1):
            self.sheet.formulas.row_dimensions[row].hidden = hide

    def _shaped(self, of: Callable[[Any], Any], sheet: Worksheet) -> Any:
        top, left, bottom, right = self.area
        rows = tuple(tuple(of(cell) for cell in row) for row in sheet.iter_rows(top, bottom, left, right))
        return rows[0][0] if len(self) == 1 else rows

    def _type_in(self, row: int, column: int, typed: Any) -> None:
        formula, value = self.sheet.formulas.cell(row, column), self.sheet.values.cell(row, column)
        value_meant = meant(typed) if isinstance(typed, str) else typed
        if isinstance(typed, str) and typed.startswith("="):
            link = _LINK.fullmatch(typed)
            formula.value, value.value = typed, link[1].replace('""', '"') if link else None
            return
        if isinstance(value_meant, datetime) and formula.number_format == "General":
            formula.number_format = "m/d/yyyy"
        for cell in (formula, value):
            cell.value = value_meant
            if isinstance(value_meant, str):
                cell.data_type = "s"


def excel() -> Engine:
    """A fresh Excel without a workbook, known to xlwings by this engine's name."""
    engine = Engine()
    xlwings.engines.engines[:] = [each for each in xlwings.engines if each.name != NAME]
    xlwings.engines.add(xlwings.Engine(impl=engine))
    return engine


def opened(path: Path, engine: Engine | None = None) -> xlwings.Book:
    """The workbook of this file, open in `engine`, else in a fresh one."""
    return xlwings.Book(impl=(engine or excel()).app.books.open(str(path)))


def contents(book: xlwings.Book) -> dict[tuple[str, str], tuple[object, object]]:
    """Every cell that holds anything, by sheet and address: its value and its formula or text."""
    found = {}
    for sheet in book.impl.sheets:
        for row in sheet.formulas.iter_rows():
            for cell in row:
                value = sheet.values[cell.coordinate].value
                if cell.value is not None or value is not None:
                    found[sheet.name, cell.coordinate] = value, cell.value
    return found


def _corner(place: Any) -> tuple[int, int]:
    return (place.area.top, place.area.left) if isinstance(place, Range) else place


def _absolute(where: Area) -> str:
    first = f"${letters(where.left)}${where.top}"
    last = f"${letters(where.right)}${where.bottom}"
    return first if first == last else f"{first}:{last}"


def _as_com(value: Any) -> Any:
    match value:
        case bool() | str() | datetime() | None:
            return value
        case date():
            return datetime.combine(value, time())
        case time():
            return timedelta(hours=value.hour, minutes=value.minute, seconds=value.second) / timedelta(1)
        case timedelta():
            return value / timedelta(1)
    return float(value)


def _cleaned(value: Any, empty_as: Any, err_to_str: bool) -> Any:
    if value in (None, ""):
        return empty_as
    is_error = isinstance(value, str) and value in ("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!")
    return None if is_error and not err_to_str else value


def _formula(cell: Any) -> str:
    if cell.data_type == "f":
        return str(getattr(cell.value, "text", cell.value))
    return "" if cell.value is None else str(cell.value)


def meant(text: str) -> Any:
    """What Excel makes of text that is typed into a cell."""
    if text.startswith("'"):
        return text[1:] or None
    if text.casefold() in ("true", "false"):
        return text.casefold() == "true"
    if _NUMBER.fullmatch(text):
        return float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    for form in ("%Y-%m-%d", "%m/%d/%Y", "%d %b %Y", "%B %d, %Y"):
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007 - a cell has no time zone
        except ValueError:
            continue
    return text or None

"""An engine for xlwings that stands in for Excel where there is none: workbooks in memory, held by openpyxl.

It offers what the buttons use, as Excel does it over COM, bad habits included (`habits`): numbers are floats,
days datetimes, empty cells None; a single cell is a scalar; text that is written is read as if it were typed.
The workbook is loaded twice, once for formulas and once for their values. What the user does (select,
protect, edit a cell, press a button) is set on the objects of this module.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import xlwings
from openpyxl import load_workbook
from openpyxl.worksheet.table import Table as XlTable
from openpyxl.worksheet.worksheet import Worksheet
from xlwings import base_classes

from eitherway.books.libreoffice.parts import Block, Named, OneApp, absolute, corner
from eitherway.books.sheet.areas import Area, area
from tests.engines import habits

NAME = "openpyxl"
EDITING = 0x800AC472 - 2**32
PROTECTED = 0x800A03EC - 2**32
_NUMBER = re.compile(r"\s*[-+]?\d+(\.\d*)?%?\s*")


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
    def apps(self) -> OneApp:
        return OneApp(self.app)

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
        self.picks: list[str | bool] = []
        self.statuses: list[str | bool] = []
        self.updating: list[bool] = [True]
        self.events: list[bool] = [True]
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

    @property
    def enable_events(self) -> bool:
        return self.events[-1]

    @enable_events.setter
    def enable_events(self, value: bool) -> None:
        self.events.append(value)

    def GetOpenFilename(self, kinds: str, index: int, title: str) -> str | bool:  # noqa: N802 - Excel's name
        self.alerts.append(f"{title} ({kinds})")
        return self.picks.pop(0)

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


class Sheets(Named):
    front: Any = None

    @property
    def active(self) -> Any:
        return self.front or self.items[0]


class Sheet(base_classes.Sheet):
    book: Any = None
    api: Any = None

    def __init__(self, book: Book, formulas: Worksheet, values: Worksheet) -> None:
        self.book = book
        self.formulas = formulas
        self.values = values
        self.api = SimpleNamespace(ProtectContents=False)
        self.on_change: Callable[[Area], None] = lambda changed: None

    @property
    def name(self) -> str:
        return str(self.formulas.title)

    @name.setter
    def name(self, value: str) -> None:
        self.formulas.title = self.values.title = value

    @property
    def tables(self) -> Named:
        return Named([Table(self, table) for table in self.formulas.tables.values()])

    def activate(self) -> None:
        self.book.sheets.front = self

    @property
    def hidden_rows(self) -> frozenset[int]:
        return frozenset(row for row, look in self.formulas.row_dimensions.items() if look.hidden)

    def take(self, formulas: Sequence[tuple[int, int, str]]) -> None:
        """Have cells hold formulas, and work out every one of the sheet anew."""
        for row, column, formula in formulas:
            self.formulas.cell(row, column).value = formula
        for cells in self.formulas.iter_rows():
            for cell in cells:
                text = habits.formula(cell)
                shown = text and habits.shown(text, self.formulas, self.values, cell.row, cell.column)
                if shown is not None:
                    self.values.cell(cell.row, cell.column).value = shown

    def range(self, first: Any, last: Any = None) -> Range:
        if isinstance(first, str):
            return Range(self, area(first.partition(",")[0]), first)
        top, left = corner(first)
        bottom, right = corner(last or first)
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
    def columns(self) -> Named:
        return Named([SimpleNamespace(name=column.name) for column in self._table.tableColumns])

    def resize(self, range: Any) -> None:  # noqa: A002 - the name that xlwings uses
        to, before = range.impl.area, area(self._table.ref)
        self.parent.book.app.called(f"resize {self.name} {to}")
        if self.parent.api.ProtectContents or not habits.can_end_at(self.parent.formulas, self._table, to):
            raise ExcelError(PROTECTED)
        self._table.ref = str(to)
        if not self.show_totals:
            self.parent.take(habits.joined(self._table, before.bottom + 1, to.bottom))
        if self._table.autoFilter is not None:
            self._table.autoFilter.ref = self._table.ref


class Range(Block):
    def __init__(self, sheet: Sheet, where: Area, address: str = "") -> None:
        self.sheet = sheet
        self.area = where
        self.address = "$" + address if address.isalpha() else address or absolute(where)
        self.options = {}

    @property
    def raw_value(self) -> Any:
        self.sheet.book.app.called(f"read {self.sheet.name}!{self.area}")
        formats = self.sheet.formulas

        def given(cell: Any) -> Any:
            if cell.value is None:
                return None
            shown_as = formats.cell(cell.row, cell.column).number_format
            return _as_com(habits.as_given(cell.value, shown_as))

        return self._shaped(given, self.sheet.values)

    @raw_value.setter
    def raw_value(self, given: Any) -> None:
        self.sheet.book.app.called(f"write {self.sheet.name}!{self.area}")
        rows = given if isinstance(given, list | tuple) else [[given] * self.shape[1]] * self.shape[0]
        if self.sheet.api.ProtectContents:
            raise ExcelError(PROTECTED)
        for row, values in habits.reached(self.area, self.sheet.hidden_rows, rows):
            for column, value in enumerate(values, self.area.left):
                self._type_in(row, column, value)
        self.sheet.take(habits.fill(self.sheet.formulas, self.area))
        if self.sheet.book.app.enable_events:
            self.sheet.on_change(self.area)

    def select(self) -> None:
        self.sheet.activate()
        self.sheet.book.app.selection = self

    @property
    def formula(self) -> Any:
        self.sheet.book.app.called(f"read formulas {self.sheet.name}!{self.area}")
        return self._shaped(_formula, self.sheet.formulas)

    @formula.setter
    def formula(self, value: Any) -> None:
        self.raw_value = value

    @property
    def number_format(self) -> str | None:
        """One for all, else None, as over COM."""
        self.sheet.book.app.called(f"read formats {self.sheet.name}!{self.area}")
        rows = self.sheet.formulas.iter_rows(
            *(self.area.top, self.area.bottom, self.area.left, self.area.right)
        )
        found = {str(cell.number_format) for row in rows for cell in row}
        return found.pop() if len(found) == 1 else None

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
            formula.value, value.value = typed, None
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
    """Every cell that holds anything, by sheet and address: its value (None where it shows nothing), and its
    formula or text.
    """
    found = {}
    for sheet in book.impl.sheets:
        for row in sheet.formulas.iter_rows():
            for cell in row:
                value = sheet.values[cell.coordinate].value
                if cell.value is not None or value is not None:
                    shown = None if value == "" else habits.as_given(value, cell.number_format)
                    typed = habits.as_given(cell.value, cell.number_format)
                    found[sheet.name, cell.coordinate] = shown, typed
    return found


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
    text = habits.formula(cell)
    return text if text is not None else "" if cell.value is None else str(cell.value)


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

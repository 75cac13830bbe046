"""An engine for xlwings over Calc: what the buttons ask of Excel, asked of LibreOffice.

It gives what Excel gives over COM: numbers as floats, days as datetimes, times of day as numbers, empty cells
as None, a single cell as itself. A table is one of Calc's database ranges, which is what it makes of a
workbook's tables. Only what the buttons use is here; xlwings raises NotImplementedError for the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from xlwings import base_classes

from eitherway.books.libreoffice.bridge import Calc
from eitherway.books.libreoffice.parts import Named, OneApp
from eitherway.books.libreoffice.sheets import Error, Range, Sheet
from eitherway.books.sheet.areas import Area

NAME = "libreoffice"


class Engine:
    """One LibreOffice, as xlwings wants it."""

    name = NAME
    type = "desktop"

    def __init__(self, calc: Calc) -> None:
        """`calc` is connected."""
        self.app = App(self, calc)

    @property
    def apps(self) -> OneApp:
        """The one app."""
        return OneApp(self.app)

    @staticmethod
    def prepare_xl_data_element(value: Any, options: Mapping[str, Any]) -> Any:
        """A value on its way to a cell."""
        return value

    @staticmethod
    def clean_value_data(
        data: Sequence[Sequence[Any]],
        datetime_builder: Callable[..., Any],
        empty_as: Any,
        number_builder: Callable[[float], Any] | None,
        err_to_str: bool,
    ) -> list[list[Any]]:
        """Values on their way from cells; errors are text or nothing."""
        return [[_cleaned(value, empty_as, err_to_str) for value in row] for row in data]


class App(base_classes.App):
    """LibreOffice with the document in front: the one that was clicked, or opened last."""

    engine: Any = None
    books: Any = None
    pid: Any = 0
    enable_events: Any = True
    """Kept, and of no effect: Calc has no switch for a document's events."""

    def __init__(self, engine: Engine, calc: Calc) -> None:
        self.engine = engine
        self.calc = calc
        self.pid = calc.process.pid
        self.books = Books(self)
        self.unseen: list[str] = []
        self._updating = True

    @property
    def api(self) -> Any:
        """What the buttons ask of Excel by its own names."""
        return SimpleNamespace(GetOpenFilename=self._pick)

    def _pick(self, kinds: str, _: int, title: str) -> str | bool:
        """Excel's way: False where the user picks no file."""
        name, patterns = kinds.split(",")
        return self.tell("pick_file", title, name, patterns) or False

    def tell(self, call: str, *arguments: Any) -> Any:
        """Call LibreOffice about the document in front."""
        return self.calc(call, self.books.front, *arguments)

    @property
    def selection(self) -> Any:
        found = self.tell("selection")
        if not found:
            return None
        sheet, areas = found
        return Range(self.books.active.sheets(sheet), *(Area(*each) for each in areas))

    @property
    def screen_updating(self) -> Any:
        return self._updating

    @screen_updating.setter
    def screen_updating(self, value: bool) -> None:
        if value != self._updating:
            self.tell("set_updating", value)
            self._updating = value

    @property
    def status_bar(self) -> Any:
        raise NotImplementedError

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        self.tell("set_status", value or None)

    def alert(self, prompt: str, title: str | None, buttons: str, mode: str | None, callback: None) -> str:
        """Show a box. A document in no window has nobody to answer: what was said is kept in `unseen`."""
        kind = mode or ("info" if buttons == "ok" else "question")
        pressed = self.tell("show", [kind, title or "", prompt], buttons)
        if pressed is None:
            self.unseen.append(prompt)
        return pressed or ("ok" if buttons == "ok" else "cancel")


class Books(base_classes.Books):
    """The documents: the one in front, and files that are opened."""

    app: Any = None
    api: Any = None

    def __init__(self, app: App) -> None:
        self.app = app
        self.front = ""

    @property
    def active(self) -> Any:
        return Book(self.app, self.front)

    def at(self, document: str) -> Book:
        """The document of this RuntimeUID, brought to the front."""
        self.front = document
        return Book(self.app, document)

    def open(self, fullname: str, *args: object, **options: object) -> Book:
        """Open a file in no window."""
        return self.at(self.app.calc("open_document", "", str(fullname)))


class Book(base_classes.Book):
    """A document, by its RuntimeUID."""

    app: Any = None

    def __init__(self, app: App, document: str) -> None:
        self.app = app
        self.document = document

    def ask(self, call: str, *arguments: Any) -> Any:
        """Call LibreOffice about this document."""
        return self.app.calc(call, self.document, *arguments)

    @property
    def fullname(self) -> Any:
        return self.ask("file")

    @property
    def name(self) -> str:
        return Path(self.fullname).name

    @property
    def api(self) -> Any:
        """What the buttons ask of Excel by its own names."""
        return SimpleNamespace(ReadOnly=self.ask("is_read_only"))

    @property
    def sheets(self) -> Any:
        return Named([Sheet(self, name) for name in self.ask("sheets")])

    def close(self) -> None:
        self.ask("close_document")


def _cleaned(value: Any, empty_as: Any, err_to_str: bool) -> Any:
    if isinstance(value, Error):
        return value.text if err_to_str else None
    return empty_as if value in ("", None) else value

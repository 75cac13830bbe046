"""What every click has around it: its workbook, the clock, the status bar, and one message at its end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import xlwings

from eitherway.books.excel.book import OpenBook
from eitherway.books.excel.busy import busy, is_busy
from eitherway.books.excel.native import FileKinds, picked_file
from eitherway.buttons import words
from eitherway.buttons.one_at_a_time import is_alive, one_at_a_time
from eitherway.machine import mistakes, rehearsal
from eitherway.machine.clock import now
from eitherway.model.problems import CannotAct, EitherWayError

TITLE = "Either Way"
OPENS_WITHIN = 5.0
"""Seconds in which the system says that it has no program for a file."""


class Dismissed(Exception):
    """The user pressed Cancel: nothing is done and nothing more is said."""


class Click(NamedTuple):
    """One click: the workbook that it came from, and when."""

    book: xlwings.Book
    workbook: OpenBook
    now: datetime
    open_file: Callable[[Path], None]

    @property
    def today(self) -> date:
        """The day of the click."""
        return self.now.date()

    def tell(self, stage: str) -> None:
        """Say in the status bar how far it is."""
        self.book.app.status_bar = f"{TITLE}: {stage} ..."

    def ask(self, question: str) -> bool:
        """Whether the user presses OK."""
        return self._answer(question, "ok_cancel", "ok")

    def is_so(self, question: str) -> bool:
        """Whether the user answers Yes."""
        return self._answer(question, "yes_no", "yes")

    def file(self, title: str, kinds: FileKinds) -> Path:
        """The file that the user picks. Raises Dismissed where they cancel."""
        picked = None if rehearsal.told(self.workbook.path, title) else picked_file(self.book, title, kinds)
        if picked is None:
            raise Dismissed
        return picked

    def _answer(self, question: str, buttons: str, wanted: str) -> bool:
        if rehearsal.told(self.workbook.path, question):
            return True
        return bool(self.book.app.alert(question, TITLE, buttons=buttons) == wanted)


Action = Callable[[Click], str]
"""What a button does; it gives the words to show, "" for none. Raises EitherWayError, Dismissed."""


def open_file(path: Path) -> None:
    """Open a file as a double-click on it would. Raises CannotAct where no program does."""
    try:
        if sys.platform == "win32":
            os.startfile(path)
            return
        opener = subprocess.Popen(["open" if sys.platform == "darwin" else "xdg-open", str(path)])
        opened = opener.wait(OPENS_WITHIN) == 0
    except subprocess.TimeoutExpired:  # it is the program itself that runs
        return
    except OSError:
        opened = False
    if not opened:
        raise CannotAct(
            f"No program on this computer opened the letter {path}",
            "Open it yourself, in Word, LibreOffice Writer or Pages.",
        )


def run_click(
    action: Action, *, clock: Callable[[], datetime] = now, opener: Callable[[Path], None] = open_file
) -> None:
    """Do what the button says and show how it ended: never a traceback, never a silence."""
    mode = "info"
    try:
        said = _run(action, clock(), opener)
    except Dismissed:
        return
    except EitherWayError as error:
        said, mode = words.trouble(error), "critical"
    except Exception as bug:  # a mistake of ours ends in a log file, never in a traceback
        said, mode = words.trouble(busy()) if is_busy(bug) else words.mistake(mistakes.log(bug)), "critical"
    if said:
        _show(said, mode)


def _run(action: Action, now: datetime, opener: Callable[[Path], None]) -> str:
    book = xlwings.Book.caller()
    click = Click(book, OpenBook(book), now, opener)
    with one_at_a_time(click.workbook.path, os.getpid(), now, is_alive), _status_bar(book.app):
        return action(click)


@contextmanager
def _status_bar(app: xlwings.App) -> Iterator[None]:
    try:
        yield
    finally:
        app.status_bar = False  # Excel's own again


def _show(said: str, mode: str) -> None:
    try:
        book = xlwings.Book.caller()
        if not rehearsal.told(Path(book.fullname), said):
            book.app.alert(said, TITLE, mode=mode)
    except Exception:  # whatever xlwings raises where there is nobody to tell
        # Without a workbook or an Excel to say it, xlwings shows what ends the program.
        sys.exit(said)

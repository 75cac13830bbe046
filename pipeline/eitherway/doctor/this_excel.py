"""The Excel of this machine, for a rehearsal: started for it, and closed again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlwings

from eitherway.model.problems import CannotAct


class ThisExcel:
    """Excel by way of xlwings. Workbooks that a program opens have their macros enabled."""

    def __init__(self, app: xlwings.App) -> None:
        """`app` is an Excel of its own."""
        self._app = app

    def open(self, path: Path) -> xlwings.Book:
        """Open the workbook."""
        return self._app.books.open(path)

    def click(self, book: xlwings.Book, macro: str) -> None:
        """Run the macro."""
        book.macro(macro)()

    def close(self, book: xlwings.Book) -> None:
        """Close the workbook as it is on disk."""
        book.close()


@contextmanager
def started() -> Iterator[ThisExcel]:
    """An Excel of its own. Raises CannotAct where there is none."""
    if not xlwings.engines:
        raise CannotAct(
            "Microsoft Excel does not run on this system: nothing can be tried in it.",
            "Try it on the computer whose Excel you will use. The tests try the same steps on a stand-in.",
        )
    with xlwings.App(visible=True, add_book=False) as app:
        yield ThisExcel(app)

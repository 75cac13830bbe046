"""What xlwings has no word for, asked of Excel itself: by its Windows name, else by its name on macOS."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import xlwings


CANCELLED = -128
"""The number that AppleScript gives where the user pressed Cancel (userCanceledErr)."""


class FileKinds(NamedTuple):
    """The files that a dialog offers: what they are called, and their endings (".csv")."""

    name: str
    endings: tuple[str, ...]


def picked_file(book: xlwings.Book, title: str, kinds: FileKinds) -> Path | None:
    """The file that the user picks in a dialog, which opens none; None where they cancel.

    Application.GetOpenFilename on Windows; on macOS AppleScript's own dialog, as xlwings' alerts.
    """
    pick: Any = getattr(book.app.api, "GetOpenFilename", None)
    if pick is not None:
        patterns = ";".join(f"*{ending}" for ending in kinds.endings)
        found: object = pick(f"{kinds.name},{patterns}", 1, title)
        return Path(found) if isinstance(found, str) and found else None
    scripting: Any = importlib.import_module("osax").OSAX(pid=book.app.pid)
    scripting.activate()
    try:
        return Path(scripting.choose_file(with_prompt=title).path)
    except Exception as stop:  # appscript's error has the number of AppleScript's
        if getattr(stop, "errornumber", None) == CANCELLED:
            return None
        raise


def opened_read_only(book: xlwings.Book) -> bool:
    """Whether changes could not be saved under the workbook's own name."""
    return _asked(book.api, "ReadOnly", "read_only")


def is_protected(sheet: xlwings.Sheet) -> bool:
    """Whether the sheet's cells are protected."""
    return _asked(sheet.api, "ProtectContents", "protect_contents")


def bring_forward(sheet: xlwings.Sheet) -> None:
    """Show the sheet. xlwings' own `activate` would first look for the Excel in front of all others."""
    sheet.impl.activate()


def are_rows_hidden(cells: xlwings.Range) -> bool | None:
    """Whether the rows of these cells are hidden, by a filter or by hand; None where some are.

    On Windows xlwings would ask row by row.
    """
    rows: Any = getattr(cells.api, "EntireRow", None)
    hidden: bool | None = cells.rows.hidden if rows is None else rows.Hidden
    return hidden


def _asked(native: Any, on_windows: str, on_macos: str) -> bool:
    found: Any = getattr(native, on_windows, None)
    if found is not None:
        return bool(found)
    reference: Any = getattr(native, on_macos, None)
    return reference is not None and bool(reference.get())

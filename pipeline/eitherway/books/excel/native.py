"""What xlwings has no word for, asked of Excel itself: by its Windows name, else by its name on macOS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import xlwings


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

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


def _asked(native: Any, on_windows: str, on_macos: str) -> bool:
    found: Any = getattr(native, on_windows, None)
    if found is not None:
        return bool(found)
    reference: Any = getattr(native, on_macos, None)
    return reference is not None and bool(reference.get())

"""A small write, to be kept, undone and stopped."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from eitherway.books.closed.book import ClosedBook
from eitherway.model.records import CellChange, Edits
from tests.books.workbooks import NOW


def write(path: Path, flag: str, minutes: int = 0) -> bytes:
    """Flag a row, some minutes after NOW; gives the workbook's new bytes."""
    edits = Edits([CellChange("Interviews", 3, "Flag", flag)])
    ClosedBook(path).apply(edits, NOW + timedelta(minutes=minutes))
    return path.read_bytes()

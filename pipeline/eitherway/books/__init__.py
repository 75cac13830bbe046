"""Where a workbook lives: a closed file on disk or (later) a workbook that is open in Excel."""

from eitherway.books.closed import ClosedBook
from eitherway.books.undoing import last_write, undo

__all__ = ["ClosedBook", "last_write", "undo"]

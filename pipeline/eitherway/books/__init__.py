"""Where a workbook lives: a closed file on disk or (later) a workbook that is open in Excel."""

from eitherway.books.backups import last_write, undo
from eitherway.books.closed import ClosedBook

__all__ = ["ClosedBook", "last_write", "undo"]

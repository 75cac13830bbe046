"""LibreOffice Calc in the place of Excel: an engine for xlwings, so that the same buttons work there."""

from eitherway.books.libreoffice.attach import attach

__all__ = ["attach"]

"""LibreOffice Calc in the place of Excel: an engine for xlwings, so that the same buttons work there."""

from eitherway.libreoffice.attach import attach

__all__ = ["attach"]

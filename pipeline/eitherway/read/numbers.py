"""Whole numbers: counts of business days, typed as a number or as digits."""

from __future__ import annotations

from eitherway.model.codes import Code
from eitherway.read.column import Wrong
from eitherway.read.text import as_text
from eitherway.words.comparison import quote

MOST = 1000


def as_number(cell: object) -> int | Wrong | None:
    """A whole number from 0 to 1000, business days; None for an empty cell."""
    text = as_text(cell)
    if not text:
        return None
    if not text.removeprefix("-").isdecimal():
        return _wrong(f"{quote(text)} is not a whole number.")
    if text.startswith("-"):
        return _wrong(f"{text} is less than nothing.")
    if len(text) > len(str(MOST)) or int(text) > MOST:
        return _wrong(f"{text} cannot be right.")
    return int(text)


def _wrong(message: str) -> Wrong:
    return Wrong(Code.NOT_A_NUMBER, message, "Type a whole number of business days, such as 5.")

"""Text in a CSV file that a spreadsheet must not take for a formula."""

from __future__ import annotations

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""


def defused(text: str) -> str:
    """The text such that no spreadsheet takes it for a formula: with an apostrophe before it where need
    be.
    """
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_SIGNS) else text

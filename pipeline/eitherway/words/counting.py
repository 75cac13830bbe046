"""How many there are, in words."""

from __future__ import annotations


def count(number: int, noun: str, many: str = "") -> str:
    """`1 cell`, `2 cells`; `many` where the plural takes more than an s.

    >>> count(2, "error to mend", "errors to mend")
    '2 errors to mend'
    """
    return f"{number} {noun if number == 1 else many or f'{noun}s'}"

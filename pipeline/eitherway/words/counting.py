"""How many there are, in words."""

from __future__ import annotations


def count(number: int, noun: str, many: str = "") -> str:
    """`1 cell`, `2 cells`; `many` where the plural takes more than an s.

    >>> count(2, "error to mend", "errors to mend")
    '2 errors to mend'
    """
    return f"{number:,} {noun if number == 1 else many or f'{noun}s'}"


def counts(*figures: tuple[int, str, str]) -> str:
    """Each number with its word for one or for many; what there is none of is left out.

    >>> counts((2, "letter held", "letters held"), (0, "offer", "offers"), (1, "overdue", "overdue"))
    '2 letters held, 1 overdue'
    """
    return ", ".join(count(number, one, many) for number, one, many in figures if number)

"""What is no plain value: an error of a formula, a formula without its result, a number with a look."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time

from eitherway.model.codes import Code
from eitherway.model.tables import Uncalculated
from eitherway.read.column import Read, Wrong
from eitherway.words.comparison import quote
from eitherway.words.number_formats import as_shown

ERRORS = frozenset(
    [
        *("#REF!", "#NAME?", "#N/A", "#DIV/0!", "#VALUE!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"),
        *(
            "#GETTING_DATA",
            "#FIELD!",
            "#BLOCKED!",
            "#UNKNOWN!",
            "#CONNECT!",
            "#BUSY!",
            "#EXTERNAL!",
            "#PYTHON!",
        ),
    ]
)
"""ECMA-376 part 1, 18.17.3, and what later versions of Excel and LibreOffice show besides."""


def sound(read: Read) -> Read:
    """The reader, for cells that may hold no value: those are Wrong, never empty and never text."""

    def as_sound(cell: object) -> object:
        if isinstance(cell, Uncalculated):
            return Wrong(
                Code.NOT_CALCULATED,
                f"The cell holds the formula {quote(cell)}, but not what it comes to, so it cannot be read.",
                "Open the workbook in Excel or LibreOffice, save it, and run this again; or type the value.",
            )
        if isinstance(cell, str) and cell.strip() in ERRORS:
            return Wrong(
                Code.CELL_ERROR,
                f"The cell shows {cell.strip()}, the error of a formula.",
                "Mend the formula, or type what should stand there.",
            )
        return read(cell)

    return as_sound


def as_seen(
    cells: Sequence[object], rows: Sequence[int], first: int, formats: Callable[[], Mapping[int, str]]
) -> Sequence[object]:
    """The cells of a text column; numbers and dates as their number formats show them.

    `formats` counts the rows from `first`.
    """
    if set(map(type, cells)) <= {str}:
        return cells
    codes = formats()
    return [_seen(cell, codes.get(row - first, "")) for cell, row in zip(cells, rows, strict=True)]


def _seen(cell: object, code: str) -> object:
    """A number that is text ("00042") and a date that is a label ("Jan-24") read as their cell shows them."""
    if not code or isinstance(cell, bool) or not isinstance(cell, int | float | date | time):
        return cell
    return as_shown(cell, code) or cell

"""One cell of a foreign sheet as a value for one of ours."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from eitherway.bring_in.cells.kinds import NO, YES
from eitherway.model.records import CellValue
from eitherway.read.text import as_lines, as_text

BLANKS = frozenset(
    (
        "-",
        "–",
        "—",
        "n/a",
        "na",
        "none",
        "?",
        ".",
        "k.a.",
        "k. a.",
        "nan",
        "null",
        "--",
        "---",
        "s/o",
        "n.a.",
    )
)
"""What people type where they have nothing to say."""


ERROR = re.compile(r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)")
"""What Excel shows where a formula fails."""


_NOTHING = BLANKS | {""}
_SHORT = 8


def is_blank(cell: object) -> bool:
    """Whether the cell says nothing."""
    return isinstance(cell, str) and len(cell) <= _SHORT and cell.strip().casefold() in _NOTHING


def is_yes(cell: object) -> bool | None:
    """Whether a cell that ticks something off says yes; None where it says neither."""
    if isinstance(cell, bool):
        return cell
    text = as_text(cell).casefold()
    return True if text in YES else False if text in NO else None


def as_typed(cell: object) -> CellValue:
    """The cell as it stands, for a column of the user's own."""
    match cell:
        case float() if cell.is_integer():
            return int(cell)
        case bool() | int() | float() | datetime() | date():
            return cell
        case time() | timedelta():
            return as_text(cell)
    return as_lines(cell)


def line(header: str, cell: object) -> str:
    """The cell as a line of Notes: "Salary: 85000"."""
    text = as_lines(cell) if isinstance(cell, str) else as_text(cell)
    return f"{header}: {text}"

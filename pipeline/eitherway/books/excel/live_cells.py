"""The cells of an open workbook in three forms: as Excel gives them, as a closed file's reader gives them,
and as Excel takes them.

Excel gives numbers as floats, days as datetimes and nothing as None. It takes text as if it were typed, so
that "1/2" would become a day and "=A1" a formula; an apostrophe before it keeps it text and is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isclose

from eitherway.books.sheet.cell_values import serial, writable
from eitherway.books.sheet.cell_xml import Held
from eitherway.model.linked import same_formula
from eitherway.model.records import CellValue, Formula, Link

Typed = str | float | bool | datetime | None
"""What is handed to Excel for one cell."""

_MILLISECOND = 2e-8
"""Of a day."""
# LibreOffice puts a semicolon between the two.
_LINK = re.compile(r'HYPERLINK\("((?:[^"]|"")*)"[,;]\s*"((?:[^"]|"")*)"\)')
LONGEST_DATE = 24  # "Wednesday, 30 September 26"
_FIRST_YEAR = 1900


def read(value: object) -> object:
    """A cell as `RawTable` wants it; see there."""
    match value:
        case None:
            return ""
        case bool():
            return value
        case int() | Decimal():
            return float(value)
        case datetime():
            return _day_or_moment(_to_the_millisecond(value))
    return value


def held(value: object, formula: object) -> Held:
    """What a cell holds by its value and its formula, days as Excel counts them.

    Excel's formula of a cell without one is its text as typed.
    """
    works_out = isinstance(formula, str) and formula.startswith("=") and formula != value
    return Held(_plain(read(value)), formula[1:] if works_out and isinstance(formula, str) else None)


def to_hold(value: CellValue) -> Held:
    """What a cell holds once this value is written to it. Raises ValueError for a number no cell can hold."""
    value = writable(value)
    if isinstance(value, Link):
        return Held(value.text, value.formula)
    if isinstance(value, Formula):
        return Held(_plain(value.shows), value.text)
    return Held(_plain(value))


def typed(value: CellValue) -> Typed:
    """The value as Excel is to be given it. Raises ValueError for a number that no cell can hold."""
    value = writable(value)
    match value:
        case Link():
            return f"={value.formula}"
        case Formula():
            return f"={value.text}"
        case str():
            return _as_text(value)
        case datetime():
            return value.replace(tzinfo=None)
        case date():
            return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a cell has no time zone
        case time() | timedelta():
            return float(serial(value, date_1904=False))
    return value


def typed_back(cell: Held) -> Typed:
    """What is to be given to Excel for the cell to hold this once more."""
    if cell.formula is not None:
        return f"={cell.formula}"
    return _as_text(cell.value) if isinstance(cell.value, str) else cell.value


def same(one: Held, other: Held) -> bool:
    """Whether two cells hold the same; of formulas, what they show is Excel's to work out.

    A number in a cell that keeps all it is given as text is the same, and so is a moment to the millisecond.
    """
    if one.formula or other.formula:
        return same_formula(one.formula, other.formula)
    if one.is_blank or other.is_blank:
        return one.is_blank and other.is_blank
    if isinstance(one.value, float) and isinstance(other.value, float):
        return isclose(one.value, other.value, rel_tol=0, abs_tol=_MILLISECOND)
    return _shown(one.value) == _shown(other.value)


def without_link(value: CellValue) -> CellValue:
    """The value as text where it is a link of its own, which Excel would take for all rows of a table.

    The words of a link within the workbook, the target of one that leads to a file.
    """
    return _words(value) if isinstance(value, Link) else value


def unlinked(cell: Held) -> Held:
    """What the cell holds, without a link of its own."""
    link = _LINK.fullmatch(cell.formula or "")
    if link is None:
        return cell
    target, text = (part.replace('""', '"') for part in link.groups())
    return Held(_words(Link(target, text)))


def as_json(cell: Held) -> Mapping[str, object]:
    """A cell for a file."""
    return {"value": cell.value} if cell.formula is None else {"value": cell.value, "formula": cell.formula}


def _words(link: Link) -> str:
    return link.text if link.target.startswith("#") else link.target


def _shown(value: str | float | bool | None) -> str | bool | None:
    return f"{value:.15g}" if isinstance(value, float) else value


def _plain(value: object) -> str | float | bool | None:
    match value:
        case None | "":
            return None
        case date() | time() | timedelta():
            days = serial(value, date_1904=False)
            return days if isinstance(days, str) else float(days)
        case str() | float() | bool():
            return value
        case int():
            return float(value)
    return str(value)


def _to_the_millisecond(moment: datetime) -> datetime:
    """Excel counts in days: a second comes back as 0.999999 of one."""
    near = moment.replace(tzinfo=None) + timedelta(microseconds=500)
    return near.replace(microsecond=near.microsecond // 1000 * 1000)


def _day_or_moment(moment: datetime) -> object:
    if moment.year < _FIRST_YEAR:
        return moment.time()
    return moment.date() if moment.time() == datetime.min.time() else moment


def _as_text(text: str) -> str:
    """With an apostrophe wherever Excel might take the text for a number, a day, a formula or TRUE."""
    looks_like_a_date = len(text) <= LONGEST_DATE and any(letter.isdigit() for letter in text)
    plain = text[:1].isalpha() and not looks_like_a_date and text.casefold() not in ("true", "false")
    return text if plain or not text else f"'{text}"

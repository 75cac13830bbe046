"""The cells of an open workbook in three forms: as Excel gives them, as a closed file's reader gives them,
and as Excel takes them.

Excel gives numbers as floats, days as datetimes and nothing as None. It takes text as if it were typed, so
that "1/2" would become a day and "=A1" a formula; an apostrophe before it keeps it text and is not shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from eitherway.books.sheet.cell_values import serial, writable
from eitherway.books.sheet.cell_xml import Held
from eitherway.model.records import CellValue, Link

Typed = str | float | bool | datetime | None
"""What is handed to Excel for one cell."""

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
    return Held(_plain(value))


def typed(value: CellValue) -> Typed:
    """The value as Excel is to be given it. Raises ValueError for a number that no cell can hold."""
    value = writable(value)
    match value:
        case Link():
            return f"={value.formula}"
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
    """Whether two cells hold the same, to the eye and to a formula."""
    if one.is_blank or other.is_blank:
        return one.is_blank and other.is_blank
    alike = isinstance(one.value, bool) == isinstance(other.value, bool)
    return alike and one.formula == other.formula and one.value == other.value


def as_json(cell: Held) -> Mapping[str, object]:
    """A cell for a file."""
    return {"value": cell.value} if cell.formula is None else {"value": cell.value, "formula": cell.formula}


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

"""Dates as people type them in four languages, and in which order a column writes day and month."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from eitherway.bring_in.vocabulary import bare

FIRST_YEAR, LAST_YEAR = 1990, 2100
_FEW_DATES, _MUCH = 3, 4
_DAY_ZERO = date(1899, 12, 30)

_MONTHS = (
    "january januar jan janvier janv enero ene janner",
    "february februar feb fevrier fevr fev febrero febr",
    "march marz mar mars marzo mrz maerz",
    "april apr avril avr abril abr",
    "may mai mayo",
    "june juni jun juin junio",
    "july juli jul juillet juil julio",
    "august aug aout agosto ago",
    "september sep sept septembre septiembre set",
    "october oktober oct okt octobre octubre",
    "november nov novembre noviembre",
    "december dezember dec dez decembre diciembre dic",
)
_WEEKDAYS = (
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun "
    "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonntag so "
    "lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim "
    "lunes martes mie miercoles jueves jue viernes vie sabado sab domingo dom"
)
_MONTH_NAME = "|".join(sorted((name for names in _MONTHS for name in names.split()), key=len, reverse=True))
_WEEKDAY = "|".join(sorted(_WEEKDAYS.split(), key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?P<year>\d{4}|'?\d{2}(?![\d:.]|\s*(?:uhr|h\b|am\b|pm\b)))"
_TIME = r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?)"
_TIME += r"\s*(?P<half>[ap]\.?m\b\.?)?(?:\s*(?:uhr|hrs?|h)\b)?(?:z|[+-]\d\d:?\d\d)?"
_HOUR_ONLY = r"(?P<hour2>\d{1,2})\s*(?P<half2>[ap]\.?m\b\.?|uhr\b|h\b)"
_TAIL = rf"(?:(?:\s*[,t]\s*|\s+(?:at|um|a|à|as|-|@)?\s*)(?:{_TIME}|{_HOUR_ONLY}))?"
_HEAD = rf"(?:\b(?:{_WEEKDAY})\b\.?,?\s*)?"
_FORMS = (
    rf"(?P<year>\d{{4}})[-./](?P<month>\d{{1,2}})[-./](?P<day>\d{{1,2}})(?!\d){_TAIL}",
    r"(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
    rf"{_HEAD}{_DAY}\s*(?:of\s+|de\s+|[-./\s])?\s*(?P<name>{_MONTH_NAME})\b\.?(?:\s*(?:,|de|del|of|[-/.])?\s*{_YEAR})?{_TAIL}",
    rf"{_HEAD}(?P<name>{_MONTH_NAME})\b\.?\s*[-/.]?\s*{_DAY}(?!\d)(?:\s*[,/-]?\s*{_YEAR})?{_TAIL}",
    rf"{_HEAD}(?P<a>\d{{1,2}})(?P<sep>[-./])\s?(?P<b>\d{{1,2}})(?P=sep)\s?(?P<year>\d{{4}}|\d{{2}})(?!\d){_TAIL}",
    rf"{_HEAD}(?P<a>\d{{1,2}})(?P<sep>[./])(?P<b>\d{{1,2}})(?P<dot>\.?)(?![\d/]){_TAIL}",
)
_AT = tuple(re.compile(rf"(?<![\w/.-]){form}", re.IGNORECASE) for form in _FORMS)
_WORDS = re.compile(r"\w")
_DIGIT = re.compile(r"\d")


class Written(NamedTuple):
    """A date as written. `day_first` and `month_first` are its (month, day) in either order, None where that
    is no date; `year` is 0 where none was written. `start` and `end` say where in the text it stands. What
    `is_bare` ("4/5", "3.5") may just as well be no date at all.
    """

    day_first: tuple[int, int] | None
    month_first: tuple[int, int] | None
    year: int
    at: time | None
    start: int
    end: int
    is_bare: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the two orders give two dates."""
        return None not in (self.day_first, self.month_first) and self.day_first != self.month_first


class Order(NamedTuple):
    """How a column writes its numbers: `is_sure` by its own dates; else `why` says what it rests on."""

    day_first: bool
    is_sure: bool
    why: str


class Found(NamedTuple):
    """A date in a cell, and its time if there is one. `is_guessed`: no year was written."""

    day: date
    at: time | None = None
    is_guessed: bool = False


@lru_cache(maxsize=65_536)
def written(text: str) -> Written | None:
    """The date that is all of the text; None where it is none, or where other words stand beside it."""
    if not (some := dates_in(text)):
        return None
    found = some[0]
    return None if _WORDS.search(text[: found.start]) or _WORDS.search(text[found.end :]) else found


@lru_cache(maxsize=65_536)
def dates_in(text: str) -> tuple[Written, ...]:
    """Every date in a text, from left to right."""
    return tuple(_dates_in(text))


def _dates_in(text: str) -> Iterator[Written]:
    if not _DIGIT.search(text):
        return
    plain = _same_length(text)
    at = 0
    while found := min(
        (match for pattern in _AT if (match := pattern.search(plain, at))),
        key=lambda match: (match.start(), -match.end()),
        default=None,
    ):
        if (date_ := _written(found)) is not None:
            yield date_
        at = found.end()


def order_of(columns: Iterable[object], *, latest: date | None = None, within: bool = False) -> Order | None:
    """In which order a column's dates are written; None where all of them fit both or are none.

    With `within` those count as well that stand among other words.

    What has only one reading decides, more than half of such where they disagree. Else it is only
    likely: with
    `latest` (no date of the column can be after it) the order in which none is, or the one in which they lie
    close together.
    """
    dates, firsts = [], {True: 0, False: 0}
    for text, times in Counter(cell for cell in columns if isinstance(cell, str)).items():
        for found in _all_in(text, within=within):
            dates.append(found)
            if found.day_first != found.month_first and not found.is_open:
                firsts[found.day_first is not None] += times
    if any(firsts.values()):
        day_first = firsts[True] >= firsts[False]
        return Order(day_first, min(firsts.values()) == 0, "its own dates")
    return _likely(dates, latest) if any(each.is_open for each in dates) else None


def _likely(dates: Sequence[Written], latest: date | None) -> Order | None:
    """The order in which none of the dates lies after `latest`, else the one in which they lie close
    together.
    """
    near = latest or date(2000, 1, 1)
    days = {first: [_day(each, first, near) for each in dates] for first in (True, False)}
    late = {first: sum(day > near for day in some) for first, some in days.items()}
    if latest and min(late.values()) == 0 < max(late.values()):
        return Order(late[True] == 0, False, "the other order lies in the future")
    if len({*days[True]}) >= _FEW_DATES:
        spans = {first: (max(some) - min(some)).days for first, some in days.items()}
        if _MUCH * min(spans.values()) < max(spans.values()):
            return Order(spans[True] < spans[False], False, "so they lie close together")
    return None


def is_open(cell: object, *, within: bool = False) -> bool:
    """Whether the cell holds a date as text that the order of its column has to decide."""
    return any(found.is_open for found in _all_in(cell, within=within))


def _all_in(cell: object, *, within: bool) -> Iterable[Written]:
    if not isinstance(cell, str):
        return ()
    return dates_in(cell) if within else filter(None, [written(cell)])


def read(cell: object, order: Order, near: date) -> Found | None:
    """The date in a cell, None where it holds none or one before 1990 or after 2100.

    A number is Excel's serial. A date without a year is the latest one that is not after `near`.
    """
    match cell:
        case datetime():
            return _sensible(Found(cell.date(), cell.time() if cell.time() != time.min else None))
        case date():
            return _sensible(Found(cell))
        case bool():
            return None
        case int() | float():
            return _serial(float(cell))
        case str():
            found = written(cell)
            if found is None:
                return _serial(float(cell)) if re.fullmatch(r"[34]\d{4}(\.\d+)?", cell.strip()) else None
            return dated(found, order, near)
    return None


def dated(found: Written, order: Order, near: date) -> Found | None:
    """The date that was written, in this order where both are possible."""
    day = _day(found, order.day_first, near)
    return _sensible(Found(day, found.at, is_guessed=not found.year))


def _day(found: Written, day_first: bool, near: date) -> date:
    first, second = (
        (found.day_first, found.month_first) if day_first else (found.month_first, found.day_first)
    )
    month, day = first or second or (1, 1)
    years = [found.year] if found.year else [near.year, near.year - 1]
    days = [each for year in years if (each := _date(year, month, day))]
    return next((each for each in days if each <= near or found.year), days[-1] if days else date.min)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _sensible(found: Found) -> Found | None:
    return found if FIRST_YEAR <= found.day.year <= LAST_YEAR else None


def _serial(number: float) -> Found | None:
    """Excel's count of days (1900 date system), for the years in which trackers were kept."""
    if not 32_874 <= number < 73_415:
        return None
    moment = datetime(_DAY_ZERO.year, _DAY_ZERO.month, _DAY_ZERO.day) + timedelta(days=number)  # noqa: DTZ001 - no time zone in a file
    return Found(moment.date(), moment.time().replace(microsecond=0) if number % 1 else None)


def _written(match: re.Match[str]) -> Written | None:
    part = match.groupdict()
    at = _time(part)
    spelled = (part.get("year") or "").lstrip("'")
    year = int(spelled) + (2000 if len(spelled) == 2 else 0) if spelled else 0
    if part.get("name"):
        pair = (_month(part["name"]), int(part["day"]))
        both = pair if _is_day(year, *pair) else None
        return Written(both, both, year, at, *match.span()) if both else None
    if part.get("month"):
        pair = (int(part["month"]), int(part["day"]))
        both = pair if _is_day(year, *pair) else None
        return Written(both, both, year, at, *match.span()) if both else None
    a, b = int(part["a"]), int(part["b"])
    day_first = (b, a) if _is_day(year, b, a) else None
    # Nobody writes the month first with points between.
    month_first = (a, b) if part["sep"] != "." and _is_day(year, a, b) else None
    if day_first is None and month_first is None:
        return None
    is_bare = not year and not part.get("dot")
    if day_first == month_first or part["sep"] == ".":
        day_first = day_first or month_first
        return Written(day_first, day_first, year, at, *match.span(), is_bare) if day_first else None
    return Written(day_first, month_first, year, at, *match.span(), is_bare)


def _is_day(year: int, month: int, day: int) -> bool:
    return _date(year or 2000, month, day) is not None


def _time(part: dict[str, str | None]) -> time | None:
    hour = part.get("hour") or part.get("hour2")
    if hour is None:
        return None
    half = (part.get("half") or part.get("half2") or "").casefold()
    number = int(hour) % 12 + 12 * half.startswith("p") if half[:1] in ("a", "p") else int(hour)
    minute = int(part.get("minute") or 0)
    return time(number, minute) if number < 24 and minute < 60 else None


def _month(name: str) -> int:
    return _month_numbers()[name.casefold()]


@cache
def _month_numbers() -> dict[str, int]:
    return {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}


def _same_length(text: str) -> str:
    """Small letters without accents, sign by sign, so that what is found stands at the same place in
    `text`.
    """
    if text.isascii():
        return text
    return "".join(plain if len(plain := bare(sign)) == 1 else sign for sign in text)

"""A weekday that does not fit its date: "Tuesday, December 16" where that day is a Wednesday.

The year is the one written beside the date, or else that of the nearest such day to the letter's own day.
Where neither is known nothing is said: any date is any weekday in some year.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator
from datetime import date

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import finding, quoted
from eitherway.proof.prose.manuscript import Known, Manuscript


def weekdays(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """Every date whose weekday is another's; only the writer knows which of the two is wrong."""
    for match in _DATE.finditer(manuscript.text):
        day = _day(match, manuscript.written)
        if day is None or day_name[day.weekday()].casefold().startswith(match["weekday"].casefold()):
            continue
        right = day_name[day.weekday()]
        shown = f"{day.day} {month_name[day.month]} {day.year}"
        why = f"does not fit: {shown} is a {right}. Correct one of the two."
        yield finding(
            FindingCode.LEFTOVER,
            Severity.WARNING,
            f"{quoted(manuscript.text, match.span())} {why}",
            match.span(),
        )


def _day(match: re.Match[str], written: date | None) -> date | None:
    """The day that is meant; None where its year cannot be told, or where there is no such day."""
    month = _MONTHS[(match["month"] or match["month2"]).casefold()[:3]]
    number, year = int(match["day"] or match["day2"]), match["year"] or match["year2"]
    if year:
        return _made(int(year), month, number)
    if written is None:
        return None
    near = (_made(written.year + offset, month, number) for offset in (-1, 0, 1))
    days = [day for day in near if day]
    return min(days, key=lambda day: abs((day - written).days), default=None)


def _made(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


_MONTHS = {name.casefold()[:3]: number for number, name in enumerate(month_name) if name}
_NAMES = "|".join(month_name[1:])
_DATE = re.compile(
    rf"\b(?P<weekday>{'|'.join(day_name)}),? (?:the )?"
    rf"(?:(?P<month>{_NAMES}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>20\d\d))?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month2>{_NAMES})(?:,? (?P<year2>20\d\d))?)\b",
    re.IGNORECASE,
)

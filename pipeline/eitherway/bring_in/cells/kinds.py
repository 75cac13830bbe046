"""What kind of thing a cell holds, told by the cell alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from enum import StrEnum
from functools import lru_cache

from eitherway.bring_in.cells.dates import dates_in, written
from eitherway.bring_in.cells.people import is_persons
from eitherway.bring_in.cells.stages import stage_in
from eitherway.bring_in.cells.statuses import standing_of
from eitherway.words.salutations.title_words import words

MOST_LOOKED_AT = 200
LONG = 60
_LONGEST_DATED = 400


class Kind(StrEnum):
    """The kinds, the narrowest first."""

    DATE = "dates"
    DAY_AND_MONTH = "days and months"
    TIME = "times"
    YES_NO = "yes or no"
    NUMBER = "numbers"
    MONEY = "amounts of money"
    EMAIL = "e-mail addresses"
    PROFILE = "profiles of people"
    URL = "web addresses"
    PHONE = "telephone numbers"
    STATUS = "status words"
    DATED_TEXT = "texts with dates"
    PERSON = "names of people"
    LONG = "long texts"
    TEXT = "texts"


_EMAIL = re.compile(
    r"(?:[^\s@<]*\s+){0,5}<?(?:mailto:)?[\w.+'-]+@[\w-]+(?:\.[\w-]+)+>?(?:[\s;,/|]+[^\s|]+@[^\s|]+)*"
)
_URL = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|de|fr|es|co|uk|eu|ch|at|jobs|careers)(?:/\S*)?",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"(?:https?://)?(?:\w+\.)?(?:linkedin\.com/(?:in|pub)/|xing\.com/profile/)\S+", re.IGNORECASE
)
_PHONE = re.compile(r"(?:tel:?\s*)?\+?\(?\d[\d\s().\-/]{6,18}\d(?:\s*(?:x|ext\.?)\s*\d+)?", re.IGNORECASE)
_MONEY = re.compile(
    r"(?:[$€£¥]|usd|eur|gbp|chf|cad)\s*[\d.,' ]+k?.*|[\d.,' ]+\s*k?\s*(?:[$€£¥]|usd|eur|gbp|chf|cad|k\b).*|"
    r"\d{2,3}\s*k?\s*[-–]\s*\d{2,3}\s*k", re.IGNORECASE)  # fmt: skip
_NUMBER = re.compile(r"[+-]?[\d.,' ]*\d\s*%?")
_TIME = re.compile(
    r"\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:uhr|h)?|\d{1,2}\s*(?:[ap]\.?m\.?|uhr)", re.IGNORECASE
)
YES = words(
    """
    true yes y x ✓ ✔ ✔️ ✅ ☑ ☑️ ja j wahr oui o vrai si sí s verdadero 1 done checked
    """
)
NO = words(
    """
    false no n nein falsch non faux falso - – — ✗ ✘ ☐ ❌ 0 unchecked
    """
)


def profile(cells: Iterable[object]) -> Mapping[Kind, float]:
    """The share of each kind among the cells that hold something; some of them where there are many."""
    filled = [cell for cell in cells if cell != ""]
    step = max(len(filled) // MOST_LOOKED_AT, 1)
    counts = Counter(kind_of(cell) for cell in filled[::step])
    total = sum(counts.values())
    return {kind: number / total for kind, number in counts.items()}


def kind_of(cell: object) -> Kind:
    """The narrowest kind that fits."""
    match cell:
        case bool():
            return Kind.YES_NO
        case date():
            return Kind.DATE
        case time() | timedelta():
            return Kind.TIME
        case int() | float():
            return Kind.NUMBER
    return _kind_of_text(str(cell).strip())


@lru_cache(maxsize=16_384)
def _kind_of_text(text: str) -> Kind:
    if text.casefold() in YES or text.casefold() in NO:
        return Kind.YES_NO
    found = written(text)
    if found and not found.is_bare:
        return Kind.DATE
    for kind, pattern in _BY_FORM:
        if pattern.fullmatch(text):
            return kind
    if found:
        return Kind.DAY_AND_MONTH
    some = dates_in(text) if len(text) <= _LONGEST_DATED else ()
    if some and (not all(each.is_bare for each in some) or stage_in(text)):
        return Kind.DATED_TEXT
    if len(text) <= LONG and standing_of(text):
        return Kind.STATUS
    if is_persons(text):
        return Kind.PERSON
    return Kind.LONG if len(text) > LONG else Kind.TEXT


_BY_FORM = (
    (Kind.TIME, _TIME),
    (Kind.NUMBER, _NUMBER),
    (Kind.EMAIL, _EMAIL),
    (Kind.PROFILE, _PROFILE),
    (Kind.URL, _URL),
    (Kind.PHONE, _PHONE),
    (Kind.MONEY, _MONEY),
)

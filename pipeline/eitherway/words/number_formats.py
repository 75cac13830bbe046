"""A number or a date as its cell shows it: Excel's number formats, as far as text columns meet them.

Format: ECMA-376 part 1, 18.8.30 (numFmt) and 18.8.31 (numFmts). Fractions, exponents and colours' conditions
are left to the plain form; names of months and days are English.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from operator import eq, ge, gt, le, lt, ne

from eitherway.words import days

BUILT_IN = (
    {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 15: "d-mmm-yy", 16: "d-mmm"}
    | {17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 45: "mm:ss"}
    | {37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 49: "@"}
)
"""The formats without a code of their own. 14 and 22 show dates as the user's system does: not known here."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?:\$(?P<sign>[^\]-]*)[^\]]*|[^\]]*)\]'
    r"|(?P<am>AM/PM|A/P)|(?P<date>y+|m+|d+|h+|s+)|(?P<digits>[0#?](?:[0#?.,]*[0#?])?(?P<thousands>,*))"
    r"|(?P<percent>%)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)

_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]")
_COMPARED = {"<=": le, ">=": ge, "<>": ne, "<": lt, ">": gt, "=": eq}


def as_shown(value: float | date | time, code: str) -> str | None:
    """The cell's text, None where the code says nothing that is understood here.

    >>> as_shown(42, "00000"), as_shown(6125550148, "(###) ###-####"), as_shown(date(2024, 1, 24), "mmm-yy")
    ('00042', '(612) 555-0148', 'Jan-24')
    """
    sections = _sections(code)
    if not code or code.casefold() == "general" or code == "@":
        return None
    if isinstance(value, date | time):
        return _moment(value, [*_TOKEN.finditer(sections[0])])
    section, negative = _section(value, sections)
    tokens = [*_TOKEN.finditer(section)]
    if 0 <= value < 1 and any(token["date"] for token in tokens):
        return _moment(_time_of_day(value), tokens)
    return _number(abs(value) if negative else value, tokens)


def _time_of_day(part: float) -> time:
    """The time at which this part of a day is over; an open workbook gives times so."""
    minutes, seconds = divmod(round(part * 86_400), 60)
    return time(minutes // 60 % 24, minutes % 60, seconds)


def _sections(code: str) -> list[str]:
    """The parts between semicolons: of positive and negative numbers, of nought, of text."""
    found = re.findall(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*)(?:;|$)', code)
    return found[:-1] if len(found) > 1 and not found[-1] and not code.endswith(";") else found or [code]


def _section(value: float, sections: list[str]) -> tuple[str, bool]:
    """The part that shows a number, and whether that part stands for a negative one's sign, too."""
    for section in sections[:2]:
        if found := _CONDITION.search(section):
            if _COMPARED[found[1]](value, float(found[2])):
                return section, False
        elif any(map(_CONDITION.search, sections[:2])):
            return section, False
    if value < 0 and len(sections) > 1:
        return sections[1], True
    return sections[2] if not value and len(sections) > 2 else sections[0], False


def _number(value: float, tokens: list[re.Match[str]]) -> str | None:
    places = [token for token in tokens if token["digits"]]
    if any(token["date"] or token["am"] for token in tokens) or any(
        token["other"] in ("/", "E", "e", "@") for token in tokens
    ):
        return None
    if not places:
        return "".join(map(_literal, tokens)).strip() or None
    amount = Decimal(repr(value)) * (100 if any(token["percent"] for token in tokens) else 1)
    amount /= 1000 ** len(places[-1]["thousands"])
    template = "".join(token["digits"] for token in places)
    decimals = sum(sign in "0#?" for sign in template.partition(".")[2])
    try:
        rounded = abs(amount).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    except ArithmeticError:
        return None
    whole, _, rest = f"{rounded:f}".partition(".")
    return ("-" if amount < 0 and rounded else "") + _laid_out(whole, rest, tokens).strip()


def _laid_out(whole: str, rest: str, tokens: list[re.Match[str]]) -> str:
    """The digits in their places; those that have no place of their own stand before the first one."""
    before, _, _ = "\0".join(token["digits"] or "" for token in tokens).partition(".")
    slots = sum(sign in "0#?" for sign in before)
    digits = ("" if whole == "0" else whole).rjust(slots)
    given = iter([digits[: len(digits) - slots + 1], *digits[len(digits) - slots + 1 :]] if slots else ())
    decimals = iter(rest)
    left, shown, after_point = rest, "", False
    for token in tokens:
        for sign in token["digits"] or "":
            if sign == "," or (sign == "." and after_point):
                continue
            if sign == ".":
                after_point, shown = True, shown + "."
            elif after_point:
                shown += _decimal(next(decimals, ""), sign, left)
                left = left[1:]
            else:
                shown += _digit(next(given), sign)
        shown += "" if token["digits"] else _literal(token)
    grouped = "," in before.replace("\0", "").rstrip(",")
    return _grouped(shown) if grouped else shown


def _digit(digit: str, sign: str) -> str:
    return digit.lstrip() or ("0" if sign == "0" else "")


def _decimal(digit: str, sign: str, left: str) -> str:
    return digit if sign == "0" or left.strip("0") else ""


def _grouped(shown: str) -> str:
    return re.sub(r"\d+", lambda digits: f"{int(digits[0]):,}", shown, count=1)


def _literal(token: re.Match[str]) -> str:
    for name in ("quoted", "escaped", "sign", "other", "percent"):
        if token[name] is not None:
            return str(token[name])
    return ""


def _moment(value: date | time, tokens: list[re.Match[str]]) -> str | None:
    at = _at(value)
    if any(token["digits"] for token in tokens) and not any(token["date"] for token in tokens):
        return None
    half = any(token["am"] for token in tokens)
    shown, in_time = "", False
    for i, token in enumerate(tokens):
        if token["am"]:
            shown += ("AM" if at.hour < 12 else "PM")[: len(token["am"].split("/")[0])]
        elif not token["date"]:
            shown += _literal(token) if not token["digits"] else token["digits"]
        else:
            letters = token["date"].lower()
            following = next((each["date"].lower() for each in tokens[i + 1 :] if each["date"]), "")
            minutes = letters[0] == "m" and len(letters) <= 2 and (in_time or following.startswith("s"))
            in_time = letters[0] in "hs" or minutes
            shown += _part(at, "n" * len(letters) if minutes else letters, half=half)
    return shown.strip()


def _at(value: date | time) -> datetime:
    if isinstance(value, time):
        return datetime.combine(date.min, value)
    return value if isinstance(value, datetime) else datetime.combine(value, time())


def _part(at: datetime, letters: str, *, half: bool) -> str:
    """One part of a date or a time; "n" stands for minutes."""
    length = len(letters)
    match letters[0]:
        case "y":
            return f"{at.year:04}" if length > 2 else f"{at.year % 100:02}"
        case "m" if length >= 3:
            month = days.month(at)
            return month[:1] if length == 5 else month[:3] if length == 3 else month
        case "d" if length >= 3:
            weekday = days.weekday(at)
            return weekday[:3] if length == 3 else weekday
        case "h":
            number = (at.hour % 12 or 12) if half else at.hour
        case letter:
            number = {"m": at.month, "d": at.day, "n": at.minute, "s": at.second}[letter]
    return f"{number:02}" if length >= 2 else str(number)

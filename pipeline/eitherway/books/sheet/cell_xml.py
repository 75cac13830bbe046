"""One cell as XML: what it holds, and how a new value is written.

Format: ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.40 (f), 18.18.11 (ST_CellType). Text is written as an inline
string, so that no other part need change; Excel moves it to the shared strings when it next saves.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple, overload

from eitherway.books.package.markup import ATTRIBUTES, PREFIX, text_of
from eitherway.books.sheet import areas
from eitherway.books.sheet.shared_strings import SharedStrings, joined_text, unescaped
from eitherway.model.records import CellValue, Link

LONGEST_TEXT = 32_767
LONGEST_LITERAL = 255

LONGEST_FORMULA = 8_192
# Beyond this a number of 64 bits is no longer each whole number; Excel keeps 15 digits anyway.
_LARGEST_WHOLE = 2**53

_TYPE = re.compile(rb' t="(\w+)"')
_PLAIN = re.compile(rb'(?: t="(\w+)")?><' + PREFIX + rb"v>([^<&]*)</[^<>]*></[^<>]*>")
_CHILD = re.compile(
    rb"<(" + PREFIX + rb")(f|v|is)(" + ATTRIBUTES + rb")(?:(?<=/)>|>(.*?)</\1\2\s*>)", re.DOTALL
)
_REFERENCE = re.compile(rb"""\sref\s*=\s*["']([^"']*)["']""")
_GROUP = re.compile(rb"""\ssi\s*=\s*["'](\d+)["']""")
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_WORD = r"[^\s&<>_\x00-\x1f\ud800-\udfff\ufffe\uffff]++"
_SIMPLE = re.compile(rf"{_WORD}(?: {_WORD})*+")
_EDGES = re.compile(r"^\s|\s$|[\n\t]|  ")


class Formula(NamedTuple):
    """A formula as a value to set: its text, with or without the equals sign, and the value that it shows
    until it is worked out. Functions that are newer than Excel 2007 are spelled with their `_xlfn.`.
    """

    text: str
    shows: str | float | bool | date | None = None


Settable = CellValue | Formula
"""What a cell can be set to."""


def shown(value: Settable) -> CellValue:
    """What a cell that is set to the value shows."""
    return value.shows if isinstance(value, Formula) else value


class Held(NamedTuple):
    """What a cell holds. A formula cell's `value` is its cached one; `spread` is the range that its formula
    fills besides (a shared, array or data table formula), "" where it has none; `group` is the number by
    which the cells of that range share a formula, "" where it is no shared one.
    """

    value: str | float | bool | None = None
    formula: str | None = None
    spread: str = ""
    is_error: bool = False
    group: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether the cell shows nothing and works out nothing."""
        return self.formula is None and self.value in (None, "")


BLANK = Held()


def held(rest: bytes, strings: SharedStrings) -> Held:
    """What a cell element holds; `rest` is its type and content, as `Cell.rest` gives it."""
    if plain := _PLAIN.fullmatch(rest):
        kind = plain[1] or b"n"
        return Held(_value(kind, {b"v": plain[2]}, strings), is_error=kind == b"e")
    children = {child[1]: (child[2], child[3]) for child in _CHILD.findall(rest)}
    named = _TYPE.match(rest)
    kind = named[1] if named else b"n"
    value = _value(kind, {name: inside for name, (_, inside) in children.items()}, strings)
    if b"f" not in children:
        return Held(value, is_error=kind == b"e")
    attributes, formula = children[b"f"]
    spread, group = _REFERENCE.search(attributes), _GROUP.search(attributes)
    return Held(
        value,
        unescaped(text_of(formula)),
        spread[1].decode() if spread else "",
        kind == b"e",
        group[1].decode() if group else "",
    )


def _value(kind: bytes, inside: Mapping[bytes, bytes], strings: SharedStrings) -> str | float | bool | None:
    if kind == b"inlineStr":
        return joined_text(inside.get(b"is", b""))
    text = text_of(inside.get(b"v", b""))
    if kind in (b"str", b"e", b"d"):
        return unescaped(text)
    if kind == b"b":
        return text.strip() in ("1", "true")
    try:
        return strings[int(text)] if kind == b"s" else float(text)
    except ValueError:
        # Some programs leave the value empty; whatever else stands there is to be treated as the user's.
        return text or None


def writable(value: CellValue) -> CellValue:
    """The value as a cell can hold it.

    A link whose target or text is longer than a formula's text literal may be (255 characters) becomes plain
    text, text is cut at 32,767 characters (Excel's specifications and limits), empty text becomes None.
    Raises ValueError for a number that no cell can hold.
    """
    if isinstance(value, Link):
        if _fits(value.target, LONGEST_LITERAL) and _fits(value.text, LONGEST_LITERAL):
            return value
        value = value.text
    if isinstance(value, str):
        return _cut(value) or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value)
    return value


def _number(value: float) -> float:
    try:
        number = value if -_LARGEST_WHOLE <= value <= _LARGEST_WHOLE else float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise ValueError(f"a cell cannot hold {value!r}")
    return number


def _as_formula(value: Formula | Link) -> Formula:
    """The formula without its equals sign. Raises ValueError where it is longer than Excel allows."""
    if isinstance(value, Link):
        return Formula(value.formula, value.text)
    text = value.text.removeprefix("=")
    if not text or not _fits(text, LONGEST_FORMULA):
        raise ValueError(f"a cell cannot hold the formula {value.text!r:.60}")
    shows = value.shows
    if isinstance(shows, str):
        shows = _cut(shows)
    elif isinstance(shows, int | float) and not isinstance(shows, bool):
        shows = _number(shows)
    return Formula(text, shows)


def _cut(text: str) -> str:
    if _fits(text, LONGEST_TEXT):
        return text
    return text.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST_TEXT].decode("utf-16-le", "ignore")


def _fits(text: str, limit: int) -> bool:
    """Whether the text has at most so many UTF-16 units, which is what Excel counts."""
    return 2 * len(text) <= limit or len(text.encode("utf-16-le", "surrogatepass")) <= 2 * limit


def serial(moment: date, date_1904: bool) -> float | str:
    """A date or a date and time as Excel counts days; its ISO text where that is before the first one.

    Day 1 is 1 January 1900 and there is a 29 February 1900 that never was; or day 0 is 1 January 1904
    (ECMA-376 part 1, 18.17.4.1).
    """
    time = moment if isinstance(moment, datetime) else datetime.combine(moment, datetime.min.time())
    days = (time.replace(tzinfo=None) - day_0(date_1904)) / timedelta(days=1)
    if not date_1904 and days < 61:
        days -= 1
    if days < (0 if date_1904 else 1):
        return str(moment)
    return int(days) if days.is_integer() else days


def day_0(date_1904: bool) -> datetime:
    """The day that Excel counts from, as far as days after February 1900 are concerned."""
    return datetime.fromisoformat("1904-01-01" if date_1904 else "1899-12-30")


class CellWriter:
    """Writes cells with one prefix and one date system."""

    def __init__(self, prefix: str, date_1904: bool) -> None:
        """`prefix` is that of the cells with its colon, mostly ""."""
        self._prefix = prefix
        self._date_1904 = date_1904
        self._heads: dict[int, bytes] = {}
        self._known: dict[Settable, tuple[Settable, bytes]] = {}

    def head(self, row: int, column: int) -> bytes:
        """The beginning of a cell element, with its address."""
        if column not in self._heads:
            self._heads[column] = f'<{self._prefix}c r="{areas.letters(column)}%d"'.encode()
        return self._heads[column] % row

    @overload
    def content(self, value: CellValue) -> tuple[CellValue, bytes]: ...

    @overload
    def content(self, value: Formula) -> tuple[Formula, bytes]: ...

    def content(self, value: Settable) -> tuple[Settable, bytes]:
        """The value as a cell can hold it, and the rest of the element, after address and style.

        Raises ValueError for a number or a formula that no cell can hold.
        """
        if type(value) not in (str, date, Link):
            value = _as_formula(value) if isinstance(value, Formula) else writable(value)
            return value, self._rest(value).encode()
        # A few words and days fill whole columns, and a link stands in two tables; among these types equal
        # values are the same value.
        known = self._known.get(value)
        if known is None:
            plain = writable(value) if isinstance(value, str | Link) else value
            known = self._known[value] = plain, self._rest(plain).encode()
        return known

    def holds(self, old: Held, value: Settable) -> bool:
        """Whether a cell holds this value, as `content` gives it, already, however it is spelled."""
        if type(value) is str:
            return old.value == value and old.formula is None and not old.is_error
        if old is BLANK:
            return value is None
        if isinstance(value, Link | Formula):
            formula = _as_formula(value)
            return old.formula == formula.text and not old.spread and self._same(old, formula.shows)
        if old.formula is not None or old.is_error:
            return False
        return old.is_blank if value is None else self._same(old, value)

    def _same(self, old: Held, value: str | float | bool | date | None) -> bool:
        value = self._counted(value)
        return isinstance(old.value, bool) == isinstance(value, bool) and old.value == value

    def _rest(self, value: Settable) -> str:
        p = self._prefix
        if isinstance(value, Link | Formula):
            formula = _as_formula(value)
            kind, shown = self._shown(self._counted(formula.shows))
            return f"{kind}><{p}f>{escaped(formula.text)}</{p}f>{shown}</{p}c>"
        value = self._counted(value)
        if value is None:
            return "/>"
        if isinstance(value, str):
            if _SIMPLE.fullmatch(value):
                return f' t="inlineStr"><{p}is><{p}t>{value}</{p}t></{p}is></{p}c>'
            space = ' xml:space="preserve"' if _EDGES.search(value) else ""
            return f' t="inlineStr"><{p}is><{p}t{space}>{escaped(value)}</{p}t></{p}is></{p}c>'
        kind, shown = self._shown(value)
        return f"{kind}>{shown}</{p}c>"

    def _shown(self, value: str | float | bool | None) -> tuple[str, str]:
        """The type attribute and the `v` element of a number, a truth value or a formula's text."""
        p = self._prefix
        if value is None:
            return "", ""
        if isinstance(value, str):
            return ' t="str"', f"<{p}v>{escaped(value)}</{p}v>"
        if isinstance(value, bool):
            return ' t="b"', f"<{p}v>{int(value)}</{p}v>"
        return "", f"<{p}v>{value!r}</{p}v>"

    def _counted(self, value: str | float | bool | date | None) -> str | float | bool | None:
        return serial(value, self._date_1904) if isinstance(value, date) else value


def escaped(text: str) -> str:
    """The text as XML character data, with what XML cannot hold as Excel's `_xHHHH_`."""
    if _SIMPLE.fullmatch(text):
        return text
    if _UNSAFE.search(text):
        text = _UNSAFE.sub(lambda character: f"_x{ord(character[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

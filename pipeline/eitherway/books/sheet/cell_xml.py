"""One cell as XML: what it holds, and how a new value is written.

Format: ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.40 (f), 18.18.11 (ST_CellType). Text is written as an inline
string, so that no other part need change; Excel moves it to the shared strings when it next saves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from eitherway.books.package.markup import ATTRIBUTES, PREFIX, text_of
from eitherway.books.sheet import areas
from eitherway.books.sheet.cell_values import Moment, as_formula, serial, shown, writable
from eitherway.books.sheet.shared_strings import SharedStrings, joined_text, unescaped
from eitherway.model.linked import same_formula
from eitherway.model.records import CellValue, Formula, Link

_HALF_A_MILLISECOND = 0.0005 / 86_400

_TYPE = re.compile(rb' t="(\w+)"')
_PLAIN = re.compile(rb'(?: t="(\w+)")?><' + PREFIX + rb"v>([^<&]*)</[^<>]*></[^<>]*>")
_INLINE = re.compile(rb' t="inlineStr"><is><t>([^<&_]+)</t></is></c>')
_CHILD = re.compile(
    rb"<(" + PREFIX + rb")(f|v|is)(" + ATTRIBUTES + rb")(?:(?<=/)>|>(.*?)</\1\2\s*>)", re.DOTALL
)
_CLOSING = re.compile(rb"</[^<>]*>")
_REFERENCE = re.compile(rb"""\sref\s*=\s*["']([^"']*)["']""")
_GROUP = re.compile(rb"""\ssi\s*=\s*["'](\d+)["']""")
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_WORD = r"[^\s&<>_\x00-\x1f\ud800-\udfff\ufffe\uffff]++"
_SIMPLE = re.compile(rf"{_WORD}(?: {_WORD})*+")
_EDGES = re.compile(r"^\s|\s$|[\n\t]|  ")


class Held(NamedTuple):
    """What a cell holds. A formula cell's `value` is its cached one; `spread` is the range that its formula
    fills besides (a shared, array or data table formula), "" where it has none; `group` is the number by
    which the cells of that range share a formula, "" where it is no shared one. Of a cell that `is_unread` it
    is not known what it holds.
    """

    value: str | float | bool | None = None
    formula: str | None = None
    spread: str = ""
    is_error: bool = False
    group: str = ""
    is_unread: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether the cell shows nothing and works out nothing, as far as it can be read."""
        return self.formula is None and self.value in (None, "") and not self.is_unread


BLANK = Held()


class Change(NamedTuple):
    """A cell that gets another value; of a formula, what it shows."""

    row: int
    column: int
    before: Held
    value: CellValue


def held(rest: bytes, strings: SharedStrings) -> Held:
    """What a cell element holds; `rest` is its type and content, as `Cell.rest` gives it."""
    if inline := _INLINE.fullmatch(rest):
        return Held(inline[1].decode())
    if plain := _PLAIN.fullmatch(rest):
        kind = plain[1] or b"n"
        value = _value(kind, {b"v": plain[2]}, strings)
        return Held(value, is_error=kind == b"e", is_unread=value == "" and plain[2] != b"")
    children = {child[1]: (child[2], child[3]) for child in _CHILD.findall(rest)}
    named = _TYPE.match(rest)
    kind = named[1] if named else b"n"
    value = _value(kind, {name: inside for name, (_, inside) in children.items()}, strings)
    if b"f" not in children:
        # An error without a word, or what a program that we do not know has put in.
        unread = not value and (kind == b"e" or b"<" in _CLOSING.sub(b"", _CHILD.sub(b"", rest)))
        return Held(value, is_error=kind == b"e", is_unread=unread)
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


_RECURRING = frozenset((str, date, Link))


class CellWriter:
    """Writes cells with one prefix and one date system."""

    def __init__(self, prefix: str, date_1904: bool) -> None:
        """`prefix` is that of the cells with its colon, mostly ""."""
        self._prefix = prefix
        self._date_1904 = date_1904
        self._heads: dict[int, bytes] = {}
        self._known: dict[CellValue, tuple[CellValue, bytes]] = {}

    def head(self, row: int, column: int) -> bytes:
        """The beginning of a cell element, with its address."""
        head = self._heads.get(column)
        if head is None:
            head = self._heads[column] = f'<{self._prefix}c r="{areas.letters(column)}%d"'.encode()
        return head % row

    def content(self, value: CellValue) -> tuple[CellValue, bytes]:
        """The value as a cell can hold it, and the rest of the element, after address and style.

        Raises ValueError for a number or a formula that no cell can hold, TypeError for what is no value.
        """
        kind = type(value)
        if (type(value.shows) if isinstance(value, Formula) else kind) not in _RECURRING:
            value = writable(value)
            return value, self._rest(value).encode()
        # A few words and days fill whole columns, and a link stands in two tables; among these types equal
        # values are the same value.
        known = self._known.get(value)
        if known is None:
            plain = value if kind is date else writable(value)
            known = self._known[value] = plain, self._rest(plain).encode()
        return known

    def holds(self, old: Held, value: CellValue) -> bool:
        """Whether a cell holds this value, as `content` gives it, already, however it is spelled."""
        if type(value) is str:
            return old.value == value and old.formula is None and not old.is_error
        if old is BLANK:
            return value is None
        if isinstance(value, Link | Formula):
            formula = as_formula(value)
            return (
                same_formula(old.formula, formula.text) and not old.spread and self._same(old, formula.shows)
            )
        if old.formula is not None or old.is_error:
            return False
        return old.is_blank if value is None else self._same(old, value)

    def shows(self, old: Held, value: CellValue) -> bool:
        """Whether a cell shows this value, of its very type; a formula may stand behind it."""
        value = shown(value)
        if isinstance(value, Link):
            return (old.formula, old.value) == (value.formula, value.text)
        return old.value in (None, "") if value in (None, "") else self._same(old, value)

    def _same(self, old: Held, value: str | float | bool | Moment | None) -> bool:
        if isinstance(value, Moment) and isinstance(old.value, float):
            # As read back from a cell, a moment has lost what is below a millisecond.
            days = self._counted(value)
            return isinstance(days, int | float) and abs(days - old.value) < _HALF_A_MILLISECOND
        value = self._counted(value)
        if value in ("", None):
            return old.value in ("", None)
        return isinstance(old.value, bool) == isinstance(value, bool) and old.value == value

    def _rest(self, value: CellValue) -> str:
        p = self._prefix
        if isinstance(value, Link | Formula):
            formula = as_formula(value)
            kind, element = self._shown(self._counted(formula.shows))
            return f"{kind}><{p}f>{escaped(formula.text)}</{p}f>{element}</{p}c>"
        value = self._counted(value)
        if value is None:
            return "/>"
        if isinstance(value, str):
            if _SIMPLE.fullmatch(value):
                return f' t="inlineStr"><{p}is><{p}t>{value}</{p}t></{p}is></{p}c>'
            space = ' xml:space="preserve"' if _EDGES.search(value) else ""
            return f' t="inlineStr"><{p}is><{p}t{space}>{escaped(value)}</{p}t></{p}is></{p}c>'
        kind, element = self._shown(value)
        return f"{kind}>{element}</{p}c>"

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

    def _counted(self, value: str | float | bool | Moment | None) -> str | float | bool | None:
        return serial(value, self._date_1904) if isinstance(value, Moment) else value


def escaped(text: str) -> str:
    """The text as XML character data, with what XML cannot hold as Excel's `_xHHHH_`."""
    if _SIMPLE.fullmatch(text):
        return text
    if _UNSAFE.search(text):
        text = _UNSAFE.sub(lambda character: f"_x{ord(character[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

"""The workbook's shared strings: what a cell of type "s" holds is a number into this list.

Format: ECMA-376 part 1, 18.4.8 (si), 18.4.12 (t), 18.4.6 (rPh: a reading aid, no part of the text), and
22.9.2.19 (ST_Xstring: `_xHHHH_` stands for a character that XML cannot hold).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from functools import cached_property

from eitherway.books.package.markup import ATTRIBUTES, PREFIX, masked, text_of

_ITEM = re.compile(
    rb"<" + PREFIX + rb"si(?=[\s/>])" + ATTRIBUTES + rb"(?:(?<=/)>|>(.*?)</" + PREFIX + rb"si\s*>)", re.S
)
_READING_AID = re.compile(rb"<(" + PREFIX + rb")rPh[\s>].*?</\1rPh\s*>", re.DOTALL)
_TEXT = re.compile(rb"<" + PREFIX + rb"t(?:\s" + ATTRIBUTES + rb")?(?<!/)>(.*?)</" + PREFIX + rb"t\s*>", re.S)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class SharedStrings:
    """The texts by number; the part is unpacked when the first one is asked for."""

    def __init__(self, load: Callable[[], bytes]) -> None:
        """`load` gives the part's XML, or nothing where the workbook has none."""
        self._load = load

    def __getitem__(self, number: int) -> str:
        data, places = self._items
        if not 0 <= 2 * number < len(places):
            return ""
        return joined_text(data[places[2 * number] : places[2 * number + 1]])

    @cached_property
    def _items(self) -> tuple[bytes, array[int]]:
        """The part, and where each text's inside begins and ends: a workbook may hold a million texts."""
        data, places = self._load(), array("q")
        for item in _ITEM.finditer(masked(data)):
            places.extend(item.span(1))
        return data, places


def joined_text(item: bytes) -> str:
    """The text of an `si` or `is` element: its plain text or its rich-text runs joined."""
    if b"rPh" in item:
        item = _READING_AID.sub(b"", item)
    return unescaped("".join(text_of(text) for text in _TEXT.findall(item)))


def unescaped(text: str) -> str:
    """The text with Excel's `_xHHHH_` resolved."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), text)

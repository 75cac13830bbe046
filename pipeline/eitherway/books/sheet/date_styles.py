"""Number formats: whether a cell's style shows a number as a day or a time, and styles that do.

Format: ECMA-376 part 1, 18.8.10 (cellXfs), 18.8.45 (xf), 18.8.30 (numFmt, and the formats without a code).
A date in a cell of another format would show as a number such as 46342. So the cell then gets a copy of its
style that differs in the format alone; this is the one case in which the styles part changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Flag, auto
from functools import cached_property
from typing import NamedTuple

from eitherway.books.package.markup import (
    attribute,
    end_tag,
    is_empty_element,
    masked,
    number,
    spliced,
    start_tag,
    with_attribute,
)
from eitherway.books.sheet.new_styles import prefix_of_root, with_cell_styles
from eitherway.words.number_formats import BUILT_IN

DAY, DAY_AND_TIME, TIME, ELAPSED = 14, 22, 21, 46
"""The formats of a day and of a day with its time, in the form that the user's system prefers, of a time of
day, and of a length of time.
"""


class Shows(Flag):
    """What can be read off a number format."""

    DAYS = auto()
    TIMES = auto()
    ELAPSED = auto()


_NOTHING = Shows(0)
_WITHOUT_CODE = {
    **dict.fromkeys((*range(14, 18), 22), Shows.DAYS),
    **dict.fromkeys((*range(18, 22), 45, 47), Shows.TIMES),
    46: Shows.ELAPSED,
    # Days and times in the languages of East Asia, each its own.
    **dict.fromkeys((*range(27, 37), *range(50, 59)), Shows.DAYS | Shows.TIMES),
}
_NOT_DATES = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|General', re.IGNORECASE)
_DAYS = re.compile("[dy]|mmm", re.IGNORECASE)
_TIMES = re.compile("[hs]", re.IGNORECASE)


class _Style(NamedTuple):
    """An xf element: where it stands, its start tag, and its number format."""

    start: int
    end: int
    tag: bytes
    format: int


class DateStyles:
    """The cell styles of a workbook, and those that one change adds to them."""

    def __init__(self, load: Callable[[], bytes]) -> None:
        """`load` gives the styles part in UTF-8, or nothing where the workbook has none."""
        self._load = load
        self._added: dict[bytes, int] = {}

    @property
    def added(self) -> int:
        """How many styles were added."""
        return len(self._added)

    def shows(self, style: bytes) -> Shows:
        """What the style that a style attribute (` s="5"`, or nothing) stands for shows."""
        at = _index(style)
        return self._formats.get(self._styles[at].format, _NOTHING) if at < len(self._styles) else _NOTHING

    def code(self, style: bytes) -> str:
        """The number format's code of a style attribute, "" where it has none of its own."""
        at = _index(style)
        number_format = self._styles[at].format if at < len(self._styles) else 0
        return self._codes.get(number_format) or BUILT_IN.get(number_format, "")

    def showing(self, style: bytes, number_format: int) -> bytes:
        """A style attribute like this one, but for its number format.

        The very same where there is no such style among others, so that nothing can be copied.
        """
        at = _index(style)
        if at >= len(self._styles) > 0:
            return style
        base = self._styles[at] if self._styles else self._plain
        tag = with_attribute(base.tag, "numFmtId", str(number_format))
        xml = (
            with_attribute(tag, "applyNumberFormat", "1") + self._data[base.start + len(base.tag) : base.end]
        )
        for at, known in enumerate(self._styles):
            if known.format == number_format and self._data[known.start : known.end] == xml:
                return b' s="%d"' % at
        first = max(len(self._styles), 1)
        return b' s="%d"' % self._added.setdefault(xml, first + len(self._added))

    def changed(self) -> bytes:
        """The styles part with the styles that were added; the very same where there were none."""
        if not self._added:
            return self._data
        scan, added = masked(self._data), b"".join(self._added)
        if not self._styles:
            return with_cell_styles(self._data, scan, [self._plain.tag, *self._added])
        tag, close = next(start_tag("cellXfs").finditer(scan)), next(end_tag("cellXfs").finditer(scan))
        count = with_attribute(tag[0], "count", str(len(self._styles) + len(self._added)))
        return spliced(self._data, [(*tag.span(), count), (close.start(), close.start(), added)])

    @property
    def _plain(self) -> _Style:
        """The style of cells in a workbook without any: Excel's own."""
        end = len(self._data)
        return _Style(end, end, f"<{prefix_of_root(self._data)}xf/>".encode(), 0)

    @cached_property
    def _data(self) -> bytes:
        return self._load()

    @cached_property
    def _styles(self) -> list[_Style]:
        scan = masked(self._data)
        start, end = start_tag("cellXfs").search(scan), end_tag("cellXfs").search(scan)
        if start is None or end is None:
            return []
        styles = []
        for tag in start_tag("xf").finditer(scan, start.end(), end.start()):
            close = None if is_empty_element(tag[0]) else end_tag("xf").search(scan, tag.end())
            styles.append(_Style(tag.start(), (close or tag).end(), tag[0], number(tag[0], "numFmtId")))
        return styles

    @cached_property
    def _formats(self) -> dict[int, Shows]:
        return _WITHOUT_CODE | {each: shown_by(code) for each, code in self._codes.items()}

    @cached_property
    def _codes(self) -> dict[int, str]:
        tags = [tag[0] for tag in start_tag("numFmt").finditer(masked(self._data))]
        return {number(tag, "numFmtId"): attribute(tag, "formatCode") or "" for tag in tags}


def shown_by(code: str) -> Shows:
    """What a number format's code shows: "yyyy-mm-dd" days, "h:mm" times, "[h]:mm" a length of time."""
    bare = _NOT_DATES.sub("", code)
    if "[" in bare:
        return Shows.ELAPSED
    found = Shows.DAYS if _DAYS.search(bare) else _NOTHING
    if _TIMES.search(bare):
        return found | Shows.TIMES
    return found or (Shows.DAYS if "m" in bare.lower() else _NOTHING)


def _index(style: bytes) -> int:
    return int(re.sub(rb"\D", b"", style) or 0)

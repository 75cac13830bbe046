"""Number formats: whether a cell's style shows a number as a date, and styles that do.

Format: ECMA-376 part 1, 18.8.10 (cellXfs), 18.8.45 (xf), 18.8.30 (numFmt, and the formats without a code).
A date in a cell of another format would show as a number such as 46342. So the cell then gets a copy of its
style that differs in the format alone; this is the one case in which the styles part changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
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

DATE, MOMENT = 14, 22
"""The formats of a date, and of a date with its time, in the form that the user's system prefers."""

# 27 to 36 and 50 to 58 are dates in the languages of East Asia.
_WITHOUT_CODE = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_NOT_DATES = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|General', re.IGNORECASE)


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

    def shows_dates(self, style: bytes) -> bool:
        """Whether a style attribute (` s="5"`, or nothing) stands for one that shows dates as such.

        True also for a style that is not there: nothing is to be copied then.
        """
        at = _index(style)
        return at >= len(self._styles) or self._styles[at].format in self._date_formats

    def showing_dates(self, style: bytes, number_format: int) -> bytes:
        """A style attribute like this one, but for its number format."""
        base = self._styles[_index(style)]
        tag = with_attribute(base.tag, "numFmtId", str(number_format))
        xml = (
            with_attribute(tag, "applyNumberFormat", "1") + self._data[base.start + len(base.tag) : base.end]
        )
        for at, known in enumerate(self._styles):
            if known.format == number_format and self._data[known.start : known.end] == xml:
                return b' s="%d"' % at
        return b' s="%d"' % self._added.setdefault(xml, len(self._styles) + len(self._added))

    def changed(self) -> bytes:
        """The styles part with the styles that were added; the very same where there were none."""
        if not self._added:
            return self._data
        scan = masked(self._data)
        tag = start_tag("cellXfs").search(scan)
        close = end_tag("cellXfs").search(scan)
        if tag is None or close is None:
            return self._data
        count = with_attribute(tag[0], "count", str(len(self._styles) + len(self._added)))
        return spliced(
            self._data, [(*tag.span(), count), (close.start(), close.start(), b"".join(self._added))]
        )

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
    def _date_formats(self) -> set[int]:
        own = {}
        for tag in start_tag("numFmt").finditer(masked(self._data)):
            own[number(tag[0], "numFmtId")] = attribute(tag[0], "formatCode") or ""
        return {each for each, code in own.items() if is_date_code(code)} | (_WITHOUT_CODE - own.keys())


def is_date_code(code: str) -> bool:
    """Whether a number format's code ("yyyy-mm-dd", "[h]:mm") shows days or times."""
    return bool(re.search("[dmyhs]", _NOT_DATES.sub("", code), re.IGNORECASE))


def _index(style: bytes) -> int:
    return int(re.sub(rb"\D", b"", style) or 0)

"""The row elements of a sheet, by Excel's row numbers.

A sheet has up to 1,048,576 of them, so that what is kept of each is a few numbers in arrays, no object.
"""

from __future__ import annotations

import bisect
import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from eitherway.books.package.markup import (
    ATTRIBUTES,
    PREFIX,
    end_tag,
    is_empty_element,
    start_tag,
    with_attribute,
)

_NUMBER = re.compile(rb"""\sr\s*=\s*["']\s*(\d{1,7})\s*["']""")
_SPANS = re.compile(rb"""\sspans\s*=\s*["'](\d+):(\d+)["']""")
_BEFORE_ROWS = ("cols", "sheetFormatPr", "sheetViews", "dimension", "sheetPr", "worksheet")


class Element(NamedTuple):
    """Offsets of an element: its start, the end of its start tag, its end tag, its end.

    The last three are one where the element closes itself. A row's `number` is Excel's.
    """

    number: int
    start: int
    inner: int
    close: int
    end: int


class Rows:
    """The row elements in the order of their numbers; one number may be there more than once."""

    def __init__(self, flat: array[int]) -> None:
        """The fields of all elements one after another, in the order in which they stand in the part."""
        self._numbers = flat[::5]
        if any(later < earlier for earlier, later in pairwise(self._numbers)):
            rows = sorted(zip(*[iter(flat)] * 5, strict=True), key=itemgetter(0))
            flat = array("q", (offset for row in rows for offset in row))
            self._numbers = flat[::5]
        self._flat = flat

    def at(self, number: int) -> list[Element]:
        """The elements of this number in the order of the part: mostly one, or none."""
        at, elements = bisect.bisect_left(self._numbers, number), []
        while at < len(self._numbers) and self._numbers[at] == number:
            elements.append(self._element(at))
            at += 1
        return elements

    def between(self, first: int, last: int) -> Iterator[Element]:
        """The elements of these numbers and those between them."""
        found = bisect.bisect_left(self._numbers, first), bisect.bisect_right(self._numbers, last)
        return map(self._element, range(*found))

    def after(self, number: int) -> Element | None:
        """The first element of a larger number."""
        at = bisect.bisect_right(self._numbers, number)
        return self._element(at) if at < len(self._numbers) else None

    def __iter__(self) -> Iterator[Element]:
        return map(self._element, range(len(self._numbers)))

    def _element(self, at: int) -> Element:
        return Element(*self._flat[5 * at : 5 * at + 5])

    @property
    def last(self) -> int:
        """The largest number, 0 where there is none."""
        return self._numbers[-1] if self._numbers else 0


def rows_in(scan: bytes, region: tuple[int, int], prefix: str | None) -> Rows:
    """The row elements in this region of a well-formed, `masked` part.

    Raises ValueError where one stands within another.
    """
    flat = array("q")
    for element in _elements(scan, region, prefix):
        flat.extend(element)
    return Rows(flat)


def _elements(scan: bytes, region: tuple[int, int], prefix: str | None) -> Iterator[Element]:
    ends = end_tag("row", prefix).finditer(scan, *region)
    number = last = 0
    for tag in _row_tag(prefix).finditer(scan, *region):
        start, inner = tag.span()
        if start < last:
            raise ValueError("rows within rows")
        row, cell = tag.groups()
        number = int(cell or row or _number(tag[0]) or number + 1)
        if scan[inner - 2] == ord("/"):
            yield Element(number, start, inner, inner, inner)
            continue
        close, last = next(ends).span()
        yield Element(number, start, inner, close, last)


def _number(tag: bytes) -> bytes | None:
    found = _NUMBER.search(tag)
    return found[1] if found else None


@cache
def _row_tag(prefix: str | None) -> re.Pattern[bytes]:
    """A row's start tag; group 1 is its number where it stands first, group 2 that of its first cell."""
    p = PREFIX if prefix is None else re.escape(prefix.encode())
    cell = rb"(?=(?:\s*<" + p + rb'c r="[A-Z]{1,3}(\d{1,7})")?)'
    return re.compile(rb"<" + p + rb'row(?=[\s/>])(?: r="(\d{1,7})")?' + ATTRIBUTES + rb">" + cell)


def spanning(tag: bytes, first: int, last: int) -> bytes:
    """The row's start tag, its `spans` (a hint of the columns in use) widened to hold these columns."""
    spans = _SPANS.search(tag)
    if spans is None:
        return tag
    return with_attribute(tag, "spans", f"{min(int(spans[1]), first)}:{max(int(spans[2]), last)}")


def whole_row(tag: bytes, prefix: str, cells: Sequence[tuple[int, bytes]]) -> bytes:
    """The row element of this start tag; `cells` are its cells in their order, each after its column."""
    return tag + b"".join(xml for _, xml in cells) + f"</{prefix}row>".encode()


def with_place_for_rows(data: bytes, scan: bytes) -> bytes:
    """The sheet with an open `sheetData`, where it has an empty one or none; `scan` is the part `masked`."""
    found = start_tag("sheetData").search(scan)
    if found and not is_empty_element(found[0]):
        return data
    if found:
        start, end = found.span()
        opened = found[0].removesuffix(b"/>") + b"></" + found[1] + b"sheetData>"
        return data[:start] + opened + data[end:]
    for before in _BEFORE_ROWS:
        if (tag := start_tag(before).search(scan)) and not (
            is_empty_element(tag[0]) and before == "worksheet"
        ):
            at = tag.end()
            if before != "worksheet" and not is_empty_element(tag[0]):
                close = end_tag(before, tag[1].decode()).search(scan, at)
                at = close.end() if close else at
            return data[:at] + b"<" + tag[1] + b"sheetData></" + tag[1] + b"sheetData>" + data[at:]
    return data

"""One cell element in pieces, and patterns that find cells by their column.

Format: ECMA-376 part 1, 18.3.1.4 (c).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from eitherway.books.package.markup import is_empty_element, without_attributes
from eitherway.books.sheet import areas

_TYPE = re.compile(rb"""\st\s*=\s*["'](\w+)["']""")
STYLE = re.compile(rb"""\ss\s*=\s*["'](\d+)["']""")
"""A style attribute with the space before it; group 1 is its number."""


class Cell(NamedTuple):
    """A cell element: its start and end, and what it is made of.

    `head` is its start tag with its address and whatever else is to stay, `style` its style attribute
    (` s="5"`), `rest` its type and content (` t="s"><v>0</v></c>`): head + style + rest is the element again,
    or the same in another order of attributes. Where it is the very same, the rest begins at `at_rest`.
    """

    start: int
    end: int
    head: bytes
    style: bytes
    rest: bytes
    at_rest: int = 0

    @property
    def prefix(self) -> str:
        """The prefix of the cell's elements with its colon, mostly ""."""
        return self.head.split(maxsplit=1)[0][1:-1].decode()


class UnusualCells(Exception):
    """Cells are not spelled or not ordered as most programs do, and have to be looked for row by row."""


def cell_of(start: re.Match[bytes], content: bytes, end: int) -> Cell:
    """The cell element of this start tag, content and end, however it is spelled."""
    tag = start[0]
    kind, style = _TYPE.search(tag), STYLE.search(tag)
    # What cm and vm point at belongs to the old value (ECMA-376 part 1, 18.9.3 and 18.9.17).
    head = without_attributes(tag, b"s", b"t", b"cm", b"vm").removesuffix(b">").removesuffix(b"/").rstrip()
    rest = b' t="%s"' % kind[1] if kind else b""
    closing = b"/>" if is_empty_element(tag) else b">" + content + b"</" + start[1] + b"c>"
    return Cell(start.start(), end, head, style[0] if style else b"", rest + closing)


_PLAIN_UNCALCULATED = re.compile(
    rb'(<c r="([A-Z]{1,2})(\d++)")( s="\d++")?+(?! t="str")((?: t="\w++")?+><f>[^<]*+</f>(?:<v></v>)?+</c>)'
)


def plain_uncalculated(data: bytes, start: int, close: int) -> Iterator[tuple[int, int, Cell]]:
    """Row, column and element of the cells that hold a formula and no value, among rows that are plain.

    See `plain_rows`. A text without characters (t="str") is a value.
    """
    for found in _PLAIN_UNCALCULATED.finditer(data, start, close):
        head, letters, row, style, rest = found.groups()
        at, end = found.span()
        cell = Cell(at, end, head, style or b"", rest, end - len(rest))
        yield int(row), areas.column(letters.decode()), cell


_REST = rb'((?: t="\w+")?(?:/>|>[^<]*+(?:<(?!/%(p)sc[\s>])[^<]*+)*+</%(p)sc\s*>))'
USUAL_REST = re.compile(rb'(?: s="\d+")?' + _REST % {b"p": b""})
"""What follows a usual cell's address, without a prefix: its style, and its type and content (group 1)."""


@cache
def addressed(prefix: str) -> re.Pattern[bytes]:
    """Matches the start of a cell that is spelled with its address first; group 1 is its column."""
    return re.compile(rb"<" + re.escape(prefix.encode()) + rb'c r="([A-Z]{1,3})\d')


def found_in(
    data: bytes, masked: bytes, region: tuple[int, int], prefix: str, wanted: Mapping[int, Collection[int]]
) -> Iterator[tuple[int, dict[int, Cell]]]:
    """The wanted cells row by row, as long as all of their columns are spelled as most programs do.

    They are looked for in the region of `masked`, which is `data`, or as long as that and without comments.
    Raises UnusualCells at the first that is spelled otherwise, or that belongs to a row above.
    """
    columns = tuple(sorted({column for columns in wanted.values() for column in columns}))
    pattern, numbers = _usual_cells(prefix, columns)
    is_masked = masked is not data
    cells: dict[int, Cell] = {}
    number, last, here = 0, b"", wanted.get(0, ())
    for found in pattern.finditer(masked, *region):
        head, name, row, style, rest = found.groups()
        if row != last:
            if cells:
                yield number, cells
            cells, last, above = {}, row, number
            if (number := int(row)) <= above:
                raise UnusualCells
            here = wanted.get(number, ())
        if rest is None:
            raise UnusualCells
        if (column := numbers[name]) in here:
            start, end = found.span()
            at_rest = end - len(rest)
            inside = data[at_rest:end] if is_masked else rest
            cells[column] = Cell(start, end, head, style or b"", inside, at_rest)
    if cells:
        yield number, cells


@cache
def _usual_cells(prefix: str, columns: tuple[int, ...]) -> tuple[re.Pattern[bytes], dict[bytes, int]]:
    """Matches the cells of these columns: head (group 1), column (2), row (3), style (4) and rest (5).

    A cell that is spelled otherwise has no rest.
    """
    numbers = {areas.letters(column).encode(): column for column in columns}
    spelled = rb'(<%(p)sc r="(%(names)s)(\d{1,7})")(?:( s="\d+")?' + _REST + rb"|)"
    return re.compile(spelled % {b"p": re.escape(prefix.encode()), b"names": b"|".join(numbers)}), numbers

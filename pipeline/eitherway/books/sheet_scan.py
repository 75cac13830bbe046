"""A sheet part as bytes: where its rows and cells are.

Format: ECMA-376 part 1, 18.3.1.99 (worksheet), 18.3.1.73 (row), 18.3.1.4 (c). A row or cell without `r`
follows the one before it; blank rows and cells may be missing altogether.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from eitherway.books import areas
from eitherway.books.areas import Area
from eitherway.books.markup import PREFIX, attribute, end_tag, is_empty_element, masked, start_tag
from eitherway.problems import CannotAct

_ROW_NUMBER = re.compile(rb"""\sr\s*=\s*["'](\d+)["']""")
_CELL_COLUMN = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})\d+["']""")
_STYLE = re.compile(rb"""\ss\s*=\s*["'](\d+)["']""")
_ERROR = re.compile(rb"""t=["']e["'][^<>]*>""")
_VALUE = re.compile(rb"<" + PREFIX + rb"v>([^<]*)<")
_NAMESPACE = re.compile(rb"<[^<>]*\sxmlns")


class UneditableSheet(CannotAct):
    """The sheet's XML is spelled in a way that cannot be changed safely; `why` is a clause that says how."""

    def __init__(self, sheet: str, why: str) -> None:
        super().__init__(
            f"The sheet {sheet} cannot be changed safely: {why}.",
            "Open the workbook in Excel or LibreOffice, save it there, and try again. Nothing was written.",
        )


class Element(NamedTuple):
    """Offsets of an element: its start, the end of its start tag, its end tag, its end.

    The last three are one where the element closes itself. A row's `number` is Excel's.
    """

    number: int
    start: int
    inner: int
    close: int
    end: int


class Cell(NamedTuple):
    """A cell element: its start and end, its style attribute as written (` s="5"`), whether it is empty."""

    start: int
    end: int
    style: bytes
    blank: bool


class SheetScan:
    """The places of a sheet's rows and cells. Raises UneditableSheet."""

    def __init__(self, name: str, data: bytes) -> None:
        """`data` is the part in UTF-8; `name` is the sheet's, for messages."""
        self.name = name
        self.data, self._masked = data, masked(data)
        found = start_tag("sheetData").search(self._masked)
        if found is None:
            raise UneditableSheet(self.name, "it holds no cells of its own")
        self.prefix = found[0][1:].partition(b"sheetData")[0].decode()
        if is_empty_element(found[0]):
            self.data = _opened(data, found.span(), self.prefix)
            self._masked = masked(self.data)
        self.sheet_data = self._sheet_data()
        self._cell = start_tag("c", self.prefix)
        self._cell_end = end_tag("c", self.prefix)
        self._last: tuple[int, dict[int, Cell]] = (0, {})

    @cached_property
    def rows(self) -> dict[int, Element]:
        """The row elements by Excel's row number."""
        rows: dict[int, Element] = {}
        for row in self._elements("row"):
            if rows.setdefault(row.number, row) is not row:
                raise UneditableSheet(self.name, f"its row {row.number} stands there twice")
        return rows

    def find(self, number: int, columns: tuple[int, ...]) -> dict[int, Cell]:
        """The cell elements of the row, at least those in these columns, as far as there are any."""
        row = self.rows.get(number)
        if row is None or row.inner == row.end:
            return {}
        # Nearly all writers spell the address first, then the style: such cells are found by one search.
        pattern, numbers = _usual_cells(self.prefix, columns)
        cells = {}
        for usual in pattern.finditer(self._masked, row.inner, row.close):
            name, style, inside = usual.groups()
            cells[numbers[name]] = Cell(usual.start(), usual.end(), style or b"", not inside)
        return cells if len(cells) == len(columns) else self.cells(row)

    def cells(self, row: Element) -> dict[int, Cell]:
        """All cell elements of the row by their column."""
        if self._last[0] != row.start:
            self._last = row.start, dict(self._cells(row))
        return self._last[1]

    def place_for_row(self, number: int) -> int:
        """The offset at which a new row belongs."""
        at = bisect.bisect(self._numbers, number)
        return self.rows[self._numbers[at]].start if at < len(self._numbers) else self.sheet_data.close

    def place_for_cell(self, row: Element, column: int) -> int:
        """The offset at which a new cell belongs."""
        return next((cell.start for other, cell in self.cells(row).items() if other > column), row.close)

    @cached_property
    def merged(self) -> list[Area]:
        """The merged ranges."""
        tags = start_tag("mergeCell").finditer(self._masked, self.sheet_data.end)
        return [*filter(None, (areas.known_area(attribute(tag[0], "ref")) for tag in tags))]

    @cached_property
    def filled(self) -> list[Area]:
        """The ranges that one formula fills: array formulas and data tables."""
        region = self.sheet_data.inner, self.sheet_data.close
        if not any(self._masked.find(word, *region) >= 0 for word in (b"array", b"dataTable")):
            return []
        tags = (tag[0] for tag in start_tag("f", self.prefix).finditer(self._masked, *region))
        spread = (attribute(tag, "ref") for tag in tags if attribute(tag, "t") in ("array", "dataTable"))
        return [*filter(None, map(areas.known_area, spread))]

    def errors(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and text ("#REF!") of the cells that hold an error."""
        if b't="e"' not in self._masked and b"t='e'" not in self._masked:
            return
        for row in self.rows.values():
            for column, cell in self.cells(row).items():
                value = _VALUE.search(self.data, cell.start, cell.end)
                if value and _ERROR.search(self._masked, cell.start, cell.end):
                    yield row.number, column, value[1].decode()

    @cached_property
    def dimension(self) -> re.Match[bytes] | None:
        """The tag that names the used range, if there is one."""
        return start_tag("dimension").search(self._masked, 0, self.sheet_data.start)

    def column_style(self, column: int) -> bytes:
        """The style number that the column gives its new cells; empty where it names none."""
        return next((style for first, last, style in self._columns if first <= column <= last), b"")

    @cached_property
    def _columns(self) -> list[tuple[int, int, bytes]]:
        tags = [tag[0] for tag in start_tag("col").finditer(self._masked, 0, self.sheet_data.start)]
        return [
            (int(attribute(tag, "min") or 0), int(attribute(tag, "max") or 0), style.encode())
            for tag in tags
            if (style := attribute(tag, "style"))
        ]

    @cached_property
    def _numbers(self) -> list[int]:
        return sorted(self.rows)

    def _sheet_data(self) -> Element:
        start = start_tag("sheetData", self.prefix).search(self._masked)
        close = end_tag("sheetData", self.prefix).search(self._masked, start.end()) if start else None
        if start is None or close is None:
            raise UneditableSheet(self.name, "its XML is cut off")
        region = start.end(), close.start()
        if self._masked.find(b"xmlns", *region) >= 0 and _NAMESPACE.search(self._masked, *region):
            raise UneditableSheet(self.name, "its rows declare namespaces of their own")
        return Element(0, start.start(), *region, close.end())

    def _elements(self, name: str) -> Iterator[Element]:
        start_of, end_of = start_tag(name, self.prefix), end_tag(name, self.prefix)
        number, at, last = 0, self.sheet_data.inner, self.sheet_data.close
        while start := start_of.search(self._masked, at, last):
            named = _ROW_NUMBER.search(start[0])
            number = int(named[1]) if named else number + 1
            inner = start.end()
            if is_empty_element(start[0]):
                yield Element(number, start.start(), inner, inner, inner)
                at = inner
                continue
            end = end_of.search(self._masked, inner, last)
            if end is None:
                raise UneditableSheet(self.name, "its XML is cut off")
            yield Element(number, start.start(), inner, end.start(), end.end())
            at = end.end()

    def _cells(self, row: Element) -> Iterator[tuple[int, Cell]]:
        column, at = 0, row.inner
        while start := self._cell.search(self._masked, at, row.close):
            named, style = _CELL_COLUMN.search(start[0]), _STYLE.search(start[0])
            column = areas.column(named[1].decode()) if named else column + 1
            inner = at = start.end()
            if not is_empty_element(start[0]):
                end = self._cell_end.search(self._masked, inner, row.close)
                if end is None:
                    raise UneditableSheet(self.name, "its XML is cut off")
                inner, at = end.start(), end.end()
            yield column, Cell(start.start(), at, style[0] if style else b"", inner == start.end())


@cache
def _usual_cells(prefix: str, columns: tuple[int, ...]) -> tuple[re.Pattern[bytes], dict[bytes, int]]:
    """Matches cells of these columns (group 1) with style (2) and content (3), as most writers spell them."""
    numbers = {areas.letters(column).encode(): column for column in columns}
    spelled = (
        rb'<%(p)sc r="(%(names)s)\d+"( s="\d+")?(?: t="\w+")?'
        rb"(?:/>|>([^<]*+(?:<(?!/%(p)sc[\s>])[^<]*+)*+)</%(p)sc\s*>)"
    )
    return re.compile(spelled % {b"p": re.escape(prefix.encode()), b"names": b"|".join(numbers)}), numbers


def _opened(data: bytes, span: tuple[int, int], prefix: str) -> bytes:
    """A sheet without rows, "<sheetData/>", spelled so that rows have a place to go."""
    start, end = span
    tag = data[start:end].removesuffix(b"/>") + f"></{prefix}sheetData>".encode()
    return data[:start] + tag + data[end:]

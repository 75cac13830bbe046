"""A sheet part as bytes: where its rows and cells are.

Format: ECMA-376 part 1, 18.3.1.99 (worksheet), 18.3.1.73 (row), 18.3.1.4 (c). A row or cell without `r`
follows the one before it; blank rows and cells may be missing altogether. A cell's own address counts, not
the number of the row that it stands in. Of two cells with one address the last one counts, as for all readers
that we know.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from itertools import takewhile

from eitherway.books.package.markup import (
    PREFIX,
    SMALL,
    attribute,
    end_tag,
    is_empty_element,
    masked,
    number,
    start_tag,
    trouble_in,
)
from eitherway.books.sheet import areas
from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.cell_scan import (
    STYLE,
    Cell,
    UnusualCells,
    addressed,
    cell_of,
    found_in,
    plain_uncalculated,
)
from eitherway.books.sheet.plain_rows import plain_rows
from eitherway.books.sheet.rows import Element, Rows, rows_in, with_place_for_rows
from eitherway.model.problems import CannotAct

_ADDRESS = re.compile(rb"""\sr\s*=\s*["']\s*\$?([A-Za-z]{1,3})\$?(\d{1,7})\s*["']""")
_ERROR = re.compile(rb"""t=["']e["'][^<>]*>""")
_UNCALCULATED = re.compile(
    rb"(?:</%(p)sf\s*>|<%(p)sf(?=[\s/])[^<>]*/>)\s*(?:<%(p)sv\s*/>|<%(p)sv\s*>\s*</%(p)sv\s*>)?\s*</%(p)sc\s*>"
    % {b"p": PREFIX}
)
_VALUE = re.compile(rb"<" + PREFIX + rb"v>([^<]*)<")
_NAMESPACES = (b"/spreadsheetml/2006/main", b"/ooxml/spreadsheetml/main")


class UneditableSheet(CannotAct):
    """The sheet's XML is spelled in a way that cannot be changed safely; `why` is a clause that says how."""

    def __init__(self, sheet: str, why: str) -> None:
        super().__init__(
            f"The sheet {sheet} cannot be changed safely: {why}.",
            "Open the workbook in Excel or LibreOffice, save it there, and try again. Nothing was written.",
        )
        self.sheet, self.why = sheet, why


class SheetScan:
    """The places of a sheet's rows and cells. Raises UneditableSheet."""

    def __init__(self, name: str, data: bytes) -> None:
        """`data` is the part in UTF-8; `name` is the sheet's, for messages."""
        self.name = name
        self._plain = plain = plain_rows(data)
        if trouble := trouble_in(plain.around if plain else data, watched=len(data) <= SMALL):
            raise UneditableSheet(name, f"its part {trouble}")
        self.data = self._masked = data
        if not plain:
            self.data = with_place_for_rows(data, masked(data))
            self._masked = masked(self.data)
        self.sheet_data, self.prefix = self._sheet_data()
        # Where elements are spelled with several prefixes, any of them will do.
        self._prefix = None if self._has_more_prefixes() else self.prefix
        self._cell = start_tag("c", self._prefix)
        self._cell_end = end_tag("c", self._prefix)
        self._last: tuple[int, dict[int, Cell]] = (0, {})

    @cached_property
    def rows(self) -> Rows:
        """The row elements by Excel's row number."""
        if self._plain:
            return self._plain.rows
        try:
            return rows_in(self._masked, self._region, self._prefix)
        except ValueError:
            raise UneditableSheet(self.name, "its rows stand within one another") from None

    def find(self, row: int, columns: Collection[int]) -> dict[int, Cell]:
        """The cell elements of the row in these columns, and maybe others, as far as there are any."""
        cells: dict[int, Cell] = {}
        for element in self.rows.at(row):
            try:
                cells |= dict(self._usual({row: columns}, (element.inner, element.close))).get(row, {})
            except UnusualCells:
                cells |= self.cells(element)
        return cells

    def find_at_once(self, wanted: Mapping[int, Collection[int]]) -> Iterator[tuple[int, dict[int, Cell]]]:
        """The wanted rows in order, with the cells that `find` gives. Raises UnusualCells on its way."""
        rows = iter(sorted(wanted))
        for found, cells in self._usual(wanted, self._region):
            yield from ((row, {}) for row in takewhile(found.__ne__, rows))
            yield found, cells
        yield from ((row, {}) for row in rows)

    def cells(self, row: Element) -> dict[int, Cell]:
        """All cell elements of the row by their column."""
        if self._last[0] != row.start:
            self._last = row.start, dict(self._cells(row))
        return self._last[1]

    def within(self, area: Area) -> Iterator[tuple[int, int, Cell]]:
        """Row, column and element of each cell in the area, row by row."""
        for row in self.rows.between(area.top, area.bottom):
            for column, cell in self.cells(row).items():
                if area.left <= column <= area.right:
                    yield row.number, column, cell

    def is_block(self, most: int) -> bool:
        """Whether each cell begins with its address, and all lie in a block from A1 of at most so many."""
        if self._plain and self._plain.width * self.rows.last <= most:
            return True
        if not self._is_usual:
            return False
        width, bottom = 26, 99_999
        for cell in self._addresses(rb'(?![A-Z]\d{1,5}")([A-Z]{1,3}(?=\d))?(\d{1,7}(?="))?'):
            if not (cell[1] and cell[2]):
                return False
            width, bottom = max(width, areas.column(cell[1].decode())), max(bottom, int(cell[2]))
        if width * bottom <= most:
            return True
        rows = (int(cell[1]) for cell in self._addresses(rb"[A-Z]{1,3}(\d+)"))
        return width * max(rows, default=0) <= most

    def _addresses(self, spelled: bytes) -> Iterator[re.Match[bytes]]:
        """The beginnings of the cells whose addresses match."""
        start = rb"<" + re.escape(self.prefix.encode()) + rb'c r="'
        return re.compile(start + spelled).finditer(self._masked, *self._region)

    def prefix_of(self, row: Element) -> str:
        """The prefix of the row's elements with its colon, mostly ""."""
        return self.data[row.start + 1 : row.inner].partition(b"row")[0].decode()

    @property
    def has_more_prefixes(self) -> bool:
        """Whether elements are spelled with several prefixes: each cell is then asked for its own."""
        return self._prefix is None

    def prefix_for_cell(self, row: int) -> str:
        """The prefix of a new cell in the row of this number."""
        rows = self.rows.at(row)
        return self.prefix_of(rows[-1]) if rows else self.prefix

    def place_for_row(self, row: int) -> int:
        """The offset at which a new row belongs."""
        later = self.rows.after(row)
        return later.start if later else self.sheet_data.close

    def place_for_cell(self, row: Element, column: int) -> int:
        """The offset at which a new cell belongs."""
        if not self._is_usual:
            return next((cell.start for at, cell in self.cells(row).items() if at > column), row.close)
        starts = addressed(self.prefix).finditer(self._masked, row.inner, row.close)
        return next((cell.start() for cell in starts if areas.column(cell[1].decode()) > column), row.close)

    @cached_property
    def merged(self) -> list[Area]:
        """The merged ranges."""
        tags = start_tag("mergeCell").finditer(self._masked, self.sheet_data.end)
        return [*filter(None, (areas.known_area(attribute(tag[0], "ref")) for tag in tags))]

    @cached_property
    def filled(self) -> list[Area]:
        """The ranges of several cells that one formula fills: array formulas and data tables."""
        spread = (attribute(tag, "ref") for tag in self._formulas(b"array", b"dataTable"))
        found = filter(None, map(areas.known_area, spread))
        return [area for area in found if (area.top, area.left) != (area.bottom, area.right)]

    @property
    def is_protected(self) -> bool:
        """Whether Excel keeps people from changing the sheet's locked cells."""
        tag = start_tag("sheetProtection").search(self._masked, self.sheet_data.end)
        return tag is not None and attribute(tag[0], "sheet") in ("1", "true")

    def errors(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and text ("#REF!") of the cells that hold an error."""
        if b't="e"' not in self._masked and (self._plain or b"t='e'" not in self._masked):
            return
        for row in self.rows:
            if _ERROR.search(self._masked, row.inner, row.close):
                for column, cell in self.cells(row).items():
                    value = _VALUE.search(self.data, cell.start, cell.end)
                    if value and _ERROR.search(self._masked, cell.start, cell.end):
                        yield row.number, column, value[1].decode()

    def uncalculated(self) -> Iterator[tuple[int, int, Cell]]:
        """Row, column and element of the cells that hold a formula and no value, or an empty one."""
        if self._plain:
            yield from plain_uncalculated(self.data, *self._region)
            return
        if not _UNCALCULATED.search(self._masked, *self._region):
            return
        for row in self.rows:
            if _UNCALCULATED.search(self._masked, row.inner, row.close):
                for column, cell in self.cells(row).items():
                    if _UNCALCULATED.search(self._masked, cell.start, cell.end):
                        yield row.number, column, cell

    @cached_property
    def dimension(self) -> re.Match[bytes] | None:
        """The tag that names the used range, if there is one."""
        return start_tag("dimension").search(self._masked, 0, self.sheet_data.start)

    def style_of_new(self, row: int, column: int) -> bytes:
        """The style attribute that a new cell takes from its row, else from its column."""
        for element in self.rows.at(row):
            tag = self.data[element.start : element.inner]
            if b"customFormat" in tag and attribute(tag, "customFormat") in ("1", "true"):
                style = STYLE.search(tag)
                return style[0] if style else b""
        return next((style for first, last, style in self._columns if first <= column <= last), b"")

    @cached_property
    def _columns(self) -> list[tuple[int, int, bytes]]:
        tags = [tag[0] for tag in start_tag("col").finditer(self._masked, 0, self.sheet_data.start)]
        return [
            (number(tag, "min"), number(tag, "max"), f' s="{style}"'.encode())
            for tag in tags
            if (style := attribute(tag, "style"))
        ]

    def _sheet_data(self) -> tuple[Element, str]:
        if self._plain:
            return self._plain.sheet_data, ""
        start = start_tag("sheetData").search(self._masked)
        if start is None:
            raise UneditableSheet(self.name, "it holds no cells of its own")
        prefix = start[1].decode()
        close = end_tag("sheetData", prefix).search(self._masked, start.end())
        if close is None:
            raise UneditableSheet(self.name, "its rows have no end")
        return Element(0, start.start(), start.end(), close.start(), close.end()), prefix

    def _has_more_prefixes(self) -> bool:
        namespaces = sum(self._masked.count(name, 0, self.sheet_data.inner) for name in _NAMESPACES)
        return namespaces > 1 or (not self._plain and self._masked.find(b"xmlns", *self._region) >= 0)

    @property
    def _region(self) -> tuple[int, int]:
        return self.sheet_data.inner, self.sheet_data.close

    @cached_property
    def _is_usual(self) -> bool:
        """Whether every cell is spelled with its address first, as nearly all programs do."""
        if self._plain or self._prefix is None:
            return self._prefix is not None
        start = f"<{self.prefix}c".encode()
        return self._masked.count(start, *self._region) == self._masked.count(start + b' r="', *self._region)

    def _usual(
        self, wanted: Mapping[int, Collection[int]], region: tuple[int, int]
    ) -> Iterator[tuple[int, dict[int, Cell]]]:
        """The wanted cells row by row. Raises UnusualCells at the first row that is not spelled as usual."""
        if not self._is_usual:
            raise UnusualCells
        return found_in(self.data, self._masked, region, self.prefix, wanted)

    def _cells(self, row: Element) -> Iterator[tuple[int, Cell]]:
        column, at = 0, row.inner
        while start := self._cell.search(self._masked, at, row.close):
            named, inner, close, at = _ADDRESS.search(start[0]), start.end(), start.end(), start.end()
            column = areas.column(named[1].decode().upper()) if named else column + 1
            if not is_empty_element(start[0]):
                end = self._cell_end.search(self._masked, inner, row.close)
                if end is None:
                    raise UneditableSheet(self.name, "its cells stand within one another")
                close, at = end.start(), end.end()
            if named is None or int(named[2]) == row.number:
                yield column, cell_of(start, self.data[inner:close], at)

    def _formulas(self, *kinds: bytes) -> Iterator[bytes]:
        """The start tags of the formulas of these kinds."""
        # Words that hardly any sheet holds, and plain rows never: looking for them saves looking at formulas.
        if not self._plain and any(self._masked.find(kind, *self._region) >= 0 for kind in kinds):
            tags = start_tag("f", self._prefix).finditer(self._masked, *self._region)
            yield from (tag[0] for tag in tags if (attribute(tag[0], "t") or "").encode() in kinds)

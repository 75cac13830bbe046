"""A sheet part as bytes: where its rows and cells are.

Format: ECMA-376 part 1, 18.3.1.99 (worksheet), 18.3.1.73 (row), 18.3.1.4 (c). A row or cell without `r`
follows the one before it; blank rows and cells may be missing altogether. A cell's own address counts, not
the number of the row that it stands in. Of two cells with one address the last one counts, as for all readers
that we know.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from eitherway.books import areas
from eitherway.books.areas import Area
from eitherway.books.cell_scan import STYLE, Cell, addressed, cell_of, usual_cells
from eitherway.books.markup import (
    PREFIX,
    attribute,
    end_tag,
    is_empty_element,
    masked,
    number,
    start_tag,
    trouble_in,
)
from eitherway.books.rows import Element, Rows, row_elements, with_place_for_rows
from eitherway.problems import CannotAct

_ADDRESS = re.compile(rb"""\sr\s*=\s*["']\s*\$?([A-Za-z]{1,3})\$?(\d{1,7})\s*["']""")
_ERROR = re.compile(rb"""t=["']e["'][^<>]*>""")
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
        if trouble := trouble_in(data):
            raise UneditableSheet(name, f"its part {trouble}")
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
        try:
            return Rows(row_elements(self._masked, self._region, self._prefix))
        except ValueError:
            raise UneditableSheet(self.name, "its rows stand within one another") from None

    def find(self, row: int, columns: Collection[int]) -> dict[int, Cell]:
        """The cell elements of the row in these columns, and maybe others, as far as there are any."""
        cells: dict[int, Cell] = {}
        columns = tuple(sorted(columns))
        for element in self.rows.at(row):
            region = element.inner, element.close
            if self._is_usual and self._is_in_order(columns, region):
                usual = self._usual(columns, region)
                cells |= {column: cell for number, column, cell in usual if number == row}
            else:
                cells |= self.cells(element)
        return cells

    def find_all(self, wanted: Mapping[int, Collection[int]]) -> Iterator[tuple[int, dict[int, Cell]]]:
        """The wanted rows in their order, each with its cells as `find` gives them."""
        columns = tuple(sorted({column for columns in wanted.values() for column in columns}))
        if len(wanted) > 16 and self._is_usual and self._is_in_order(columns):
            yield from self._in_order(sorted(wanted), columns)
        else:
            for row in sorted(wanted):
                yield row, self.find(row, wanted[row])

    def cells(self, row: Element) -> dict[int, Cell]:
        """All cell elements of the row by their column."""
        if self._last[0] != row.start:
            self._last = row.start, dict(self._cells(row))
        return self._last[1]

    def within(self, area: Area) -> Iterator[tuple[int, int, Cell]]:
        """Row, column and element of each cell in the area, row by row."""
        for row in self.rows:
            if area.top <= row.number <= area.bottom:
                for column, cell in self.cells(row).items():
                    if area.left <= column <= area.right:
                        yield row.number, column, cell

    def is_block(self, most: int) -> bool:
        """Whether each cell begins with its address, and all lie in a block from A1 of at most so many."""
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

    def sharing(self, group: str) -> int:
        """How many cells share the formula of this number."""
        return sum(attribute(tag, "si") == group for tag in self._formulas(b"shared"))

    @property
    def is_protected(self) -> bool:
        """Whether Excel keeps people from changing the sheet's locked cells."""
        tag = start_tag("sheetProtection").search(self._masked, self.sheet_data.end)
        return tag is not None and attribute(tag[0], "sheet") in ("1", "true")

    def errors(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and text ("#REF!") of the cells that hold an error."""
        if b't="e"' not in self._masked and b"t='e'" not in self._masked:
            return
        for row in self.rows:
            if _ERROR.search(self._masked, row.inner, row.close):
                for column, cell in self.cells(row).items():
                    value = _VALUE.search(self.data, cell.start, cell.end)
                    if value and _ERROR.search(self._masked, cell.start, cell.end):
                        yield row.number, column, value[1].decode()

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
        return namespaces > 1 or self._masked.find(b"xmlns", *self._region) >= 0

    @property
    def _region(self) -> tuple[int, int]:
        return self.sheet_data.inner, self.sheet_data.close

    @cached_property
    def _is_usual(self) -> bool:
        """Whether every cell is spelled with its address first, as nearly all programs do."""
        if self._prefix is None:
            return False
        start = f"<{self.prefix}c".encode()
        return self._masked.count(start, *self._region) == self._masked.count(start + b' r="', *self._region)

    def _is_in_order(self, columns: tuple[int, ...], region: tuple[int, int] | None = None) -> bool:
        """Whether all cells of these columns are spelled as most programs do, row after row."""
        last = 0
        pattern, _ = usual_cells(self.prefix, columns)
        for cell in pattern.finditer(self._masked, *(region or self._region)):
            row, rest = cell.group(3, 5)
            if rest is None or int(row) < last:
                return False
            last = int(row)
        return True

    def _in_order(
        self, rows: Sequence[int], columns: tuple[int, ...]
    ) -> Iterator[tuple[int, dict[int, Cell]]]:
        """The same as `find_all`, in one go through the sheet."""
        found = self._usual(columns, self._region)
        ahead = next(found, None)
        for row in rows:
            cells: dict[int, Cell] = {}
            while ahead and ahead[0] <= row:
                if ahead[0] == row:
                    cells[ahead[1]] = ahead[2]
                ahead = next(found, None)
            yield row, cells

    def _usual(self, columns: tuple[int, ...], region: tuple[int, int]) -> Iterator[tuple[int, int, Cell]]:
        """Row, column and pieces of the cells of these columns, all of them spelled as most programs do."""
        pattern, numbers = usual_cells(self.prefix, columns)
        is_masked = self._masked is not self.data
        for cell in pattern.finditer(self._masked, *region):
            head, name, row, style, rest = cell.groups()
            if is_masked:
                rest = self.data[slice(*cell.span(5))]
            made = Cell(*cell.span(), head, style or b"", rest, cell.start(5))
            yield int(row), numbers[name], made

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
        # Words that hardly any sheet holds: looking for them first saves looking at every formula.
        if any(self._masked.find(kind, *self._region) >= 0 for kind in kinds):
            names = [kind.decode() for kind in kinds]
            tags = start_tag("f", self._prefix).finditer(self._masked, *self._region)
            yield from (tag[0] for tag in tags if attribute(tag[0], "t") in names)

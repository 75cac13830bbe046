"""One sheet: what its cells hold, and new values put in without touching a byte of any other cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from eitherway.books import areas, cell_xml
from eitherway.books.areas import Area
from eitherway.books.cell_xml import BLANK, CellWriter, Held
from eitherway.books.markup import Splice, attribute, spliced, with_attribute
from eitherway.books.shared_strings import SharedStrings
from eitherway.books.sheet_scan import Cell, Element, SheetScan
from eitherway.problems import CannotAct
from eitherway.records import CellValue

Values = Mapping[int, Mapping[int, CellValue]]
"""What cells are to hold, by row and column."""

_SPANS = re.compile(rb"""\sspans\s*=\s*["'](\d+):(\d+)["']""")


class Change(NamedTuple):
    """A cell that gets another value."""

    row: int
    column: int
    before: Held
    value: CellValue


_New = tuple[int, Cell | None, bytes]
"""A changed cell: its column, its element if there is one, and the new element."""


class SheetXml:
    """A sheet's XML, with what it takes to tell what its cells hold."""

    def __init__(self, name: str, data: bytes, strings: SharedStrings, *, date_1904: bool = False) -> None:
        """`data` is the part in UTF-8; `name` is the sheet's, for messages. Raises UneditableSheet."""
        self._scan = SheetScan(name, data)
        self._strings = strings
        self._writer = CellWriter(self._scan.prefix, date_1904)

    @property
    def merged(self) -> Sequence[Area]:
        """The merged ranges."""
        return self._scan.merged

    def held(self, row: int, column: int) -> Held:
        """What a cell holds."""
        return self._held(self._scan.find(row, (column,)).get(column))

    def errors(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and text ("#REF!") of the cells that hold an error."""
        return self._scan.errors()

    def changed(self, values: Values, tables: Sequence[Area] = ()) -> tuple[bytes, list[Change]]:
        """The sheet with these values set, and the cells that then differ, row by row.

        A cell keeps its style. A new one takes the style of the nearest cell above it in the table that it
        lies in (`tables`: the data rows of each), else its column's. Raises CannotAct for cells that share
        a formula or are merged, ValueError for a number that no cell can hold.
        """
        splices: list[Splice] = []
        changes: list[Change] = []
        styles = _Styles(self._scan, tables)
        for row in sorted(values):
            if new := self._differing(row, values[row], styles, changes):
                splices += self._row_splices(row, new)
        if not changes:
            return self._scan.data, []
        self._refuse_shared(changes)
        splices += self._dimension(changes)
        return spliced(self._scan.data, splices), changes

    def _held(self, cell: Cell | None) -> Held:
        if cell is None or cell.blank:
            return BLANK
        return cell_xml.held(self._scan.data[cell.start : cell.end], self._strings)

    def _differing(
        self, row: int, values: Mapping[int, CellValue], styles: _Styles, changes: list[Change]
    ) -> list[_New]:
        columns = tuple(sorted(values))
        cells = self._scan.find(row, columns)
        writer, data = self._writer, self._scan.data
        new = []
        for column in columns:
            value, rest = writer.content(values[column])
            cell = cells.get(column)
            if cell is None and value is None:
                continue
            style = cell.style if cell else styles.above(row, column)
            xml = writer.start(row, column) + style + rest
            if cell and data[cell.start : cell.end] == xml:
                continue
            before = self._held(cell)
            if not writer.holds(before, value):
                changes.append(Change(row, column, before, value))
                new.append((column, cell, xml))
        return new

    def _row_splices(self, number: int, new: Sequence[_New]) -> Iterator[Splice]:
        row = self._scan.rows.get(number)
        if row is None:
            at = self._scan.place_for_row(number)
            yield at, at, self._whole_row(f'<{self._scan.prefix}row r="{number}">'.encode(), new)
        elif row.inner == row.end:
            yield row.start, row.end, self._whole_row(self._spanning(row, new)[:-2].rstrip() + b">", new)
        else:
            if any(cell is None for _, cell, _ in new):
                yield row.start, row.inner, self._spanning(row, new)
            for column, cell, xml in new:
                at = cell.start if cell else self._scan.place_for_cell(row, column)
                yield at, cell.end if cell else at, xml

    def _whole_row(self, tag: bytes, new: Sequence[_New]) -> bytes:
        return tag + b"".join(xml for _, _, xml in new) + f"</{self._scan.prefix}row>".encode()

    def _spanning(self, row: Element, new: Sequence[_New]) -> bytes:
        """The row's start tag, its `spans` (a hint of the columns in use) widened to hold the new cells."""
        tag = self._scan.data[row.start : row.inner]
        spans = _SPANS.search(tag)
        if spans is None:
            return tag
        first, last = min(int(spans[1]), new[0][0]), max(int(spans[2]), new[-1][0])
        return with_attribute(tag, "spans", f"{first}:{last}")

    def _dimension(self, changes: Sequence[Change]) -> Iterator[Splice]:
        """The tag that names the used range, widened to hold the cells."""
        tag = self._scan.dimension
        used = areas.known_area(attribute(tag[0], "ref")) if tag else None
        if tag and used and (wide := used.joined(_extent(changes))) != used:
            yield *tag.span(), with_attribute(tag[0], "ref", str(wide))

    def _refuse_shared(self, changes: Sequence[Change]) -> None:
        for row, column, before, _ in changes:
            if before.spread and before.spread != (here := areas.address(row, column)):
                raise self._refusal(here, f"holds a formula that {before.spread} share", "Clear that formula")
        if merged := _first_hit(self._scan.merged, changes):
            raise self._refusal(str(merged), "is merged", "Unmerge it")
        if filled := _first_hit(self._scan.filled, changes):
            raise self._refusal(str(filled), "is filled by one formula", "Clear that formula")

    def _refusal(self, cells: str, why: str, fix: str) -> CannotAct:
        return CannotAct(
            f"{self._scan.name}!{cells} {why}, and Either Way has to write a single cell there.",
            f"{fix} in Excel, save the workbook, and try again. Nothing was written.",
        )


def _extent(changes: Sequence[Change]) -> Area:
    """The smallest area that holds all changes, which are in the order of their rows."""
    columns = {change.column for change in changes}
    return Area(changes[0].row, min(columns), changes[-1].row, max(columns))


def _first_hit(ranges: Sequence[Area], changes: Sequence[Change]) -> Area | None:
    """The first of the ranges in which a cell changes."""
    extent = _extent(changes)
    near = (area for area in ranges if area.overlaps(extent))
    hit = (area for area in near if any(area.holds(change.row, change.column) for change in changes))
    return next(hit, None)


class _Styles:
    """The styles of new cells: as the cell above."""

    def __init__(self, scan: SheetScan, tables: Sequence[Area]) -> None:
        self._scan = scan
        self._tables = tables
        self._given: dict[tuple[int, int], bytes] = {}

    def above(self, row: int, column: int) -> bytes:
        """The style attribute of the nearest cell above within the table, else the column's."""
        style = self._given[row, column] = self._above(row, column)
        return style

    def _above(self, row: int, column: int) -> bytes:
        top = next((table.top for table in self._tables if table.holds(row, column)), row)
        for above in range(row - 1, top - 1, -1):
            if (above, column) in self._given:
                return self._given[above, column]
            if cell := self._scan.find(above, (column,)).get(column):
                return cell.style
        style = self._scan.column_style(column)
        return b' s="' + style + b'"' if style else b""

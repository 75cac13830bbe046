"""One sheet: what its cells hold, and new values put in without touching a byte of any other cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from eitherway.books.package.markup import Splice, attribute, spliced, with_attribute
from eitherway.books.sheet import areas, cell_xml
from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.cell_scan import Cell, UnusualCells
from eitherway.books.sheet.cell_styles import UNDATED, CellStyles
from eitherway.books.sheet.cell_values import shown
from eitherway.books.sheet.cell_xml import BLANK, CellWriter, Change, Held, escaped
from eitherway.books.sheet.date_styles import DateStyles
from eitherway.books.sheet.rows import Element, spanning, whole_row
from eitherway.books.sheet.shared_formulas import holding, moved, shared_with
from eitherway.books.sheet.shared_strings import SharedStrings
from eitherway.books.sheet.sheet_scan import SheetScan
from eitherway.books.sheet.taken import Taken, filled, first_taken, merged
from eitherway.model.problems import CannotAct
from eitherway.model.records import CellValue

Values = Mapping[int, Mapping[int, CellValue]]
"""What cells are to hold, by row and column."""

_FEW_ROWS = 16
"""So many rows are sooner found each by itself than in one go through the sheet."""


class SheetXml:
    """A sheet's XML, with what it takes to tell what its cells hold."""

    def __init__(self, name: str, data: bytes, strings: SharedStrings, *, date_1904: bool = False) -> None:
        """`data` is the part in UTF-8; `name` is the sheet's, for messages. Raises UneditableSheet."""
        self._scan = SheetScan(name, data)
        self._strings = strings
        self._date_1904 = date_1904
        self._writers: dict[str, CellWriter] = {}
        self._known: dict[bytes, Held] = {b"/>": BLANK}

    @property
    def data(self) -> bytes:
        """The part in UTF-8, with a place for rows."""
        return self._scan.data

    @property
    def merged(self) -> Sequence[Area]:
        """The merged ranges."""
        return self._scan.merged

    def held(self, row: int, column: int) -> Held:
        """What a cell holds."""
        return self._held(self._scan.find(row, (column,)).get(column))

    def held_in(self, area: Area) -> Iterator[tuple[int, int, Held, bytes]]:
        """Row, column, content and style attribute of each cell element in the area, row by row."""
        for row, column, cell in self._scan.within(area):
            yield row, column, self._held(cell), cell.style

    def filled(self, area: Area) -> Iterator[tuple[int, int, Held]]:
        """Row, column and content of each cell in the area that holds anything, row by row."""
        return ((row, column, held) for row, column, held, _ in self.held_in(area) if not held.is_blank)

    def block(self, most: int) -> bytes | None:
        """The part in UTF-8, if its cells are spelled as usual and lie in so many from A1 on; else None."""
        return self._scan.data if self._scan.is_block(most) else None

    @property
    def is_protected(self) -> bool:
        """Whether Excel keeps people from changing the sheet's locked cells."""
        return self._scan.is_protected

    def errors(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and text ("#REF!") of the cells that hold an error."""
        return self._scan.errors()

    def uncalculated(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and formula of the cells that hold a formula whose value is not stored."""
        for row, column, cell in self._scan.uncalculated():
            held = self._held(cell)
            if held.formula is not None and held.value is None:
                yield row, column, held.formula

    def changed(
        self,
        values: Values,
        tables: Sequence[Area] = (),
        *,
        taken: Sequence[Taken] = (),
        styles: DateStyles | None = None,
    ) -> tuple[bytes, list[Change]]:
        """The sheet with these values set, and the cells that then differ, row by row; see `edited`."""
        splices, changes = self.edited(values, tables, taken=taken, styles=styles)
        return spliced(self.data, splices), changes

    def edited(
        self,
        values: Values,
        tables: Sequence[Area] = (),
        *,
        taken: Sequence[Taken] = (),
        styles: DateStyles | None = None,
    ) -> tuple[list[Splice], list[Change]]:
        """What to exchange in `data` to set these values, and the cells that then differ, row by row.

        A cell keeps its style, but for a date where `styles` says that it would not show as one. A new cell
        takes the style of the nearest cell above it in the table that it lies in (`tables`: the data rows of
        each), else its row's, else its column's. Raises CannotAct for cells that are `taken`, merged, or
        filled by a formula, ValueError and TypeError for what no cell can hold.
        """
        try:
            if len(values) <= _FEW_ROWS:
                raise UnusualCells
            splices, changes = self._edits(values, self._scan.find_at_once(values), tables, styles)
        except UnusualCells:
            one_by_one = ((row, self._scan.find(row, values[row])) for row in sorted(values))
            splices, changes = self._edits(values, one_by_one, tables, styles)
        if changes:
            self._refuse(changes, taken)
            splices += [*self._dimension(changes), *self._moved_formulas(changes)]
        return splices, changes

    def first_unlike(self, changes: Sequence[Change]) -> str:
        """The address of the first cell that does not hold what a change says it is set to; "" if all do."""
        by_row: dict[int, dict[int, CellValue]] = defaultdict(dict)
        for change in changes:
            by_row[change.row][change.column] = change.value
        for row, cells in self._rows_of(by_row):
            for column, value in by_row[row].items():
                cell = cells.get(column)
                if not self._writer("").shows(self._held(cell), value):
                    return areas.address(row, column)
        return ""

    def _rows_of(self, wanted: Mapping[int, Mapping[int, object]]) -> list[tuple[int, Mapping[int, Cell]]]:
        """The wanted rows in order, with their cells."""
        try:
            if len(wanted) > _FEW_ROWS:
                return [*self._scan.find_at_once(wanted)]
        except UnusualCells:
            pass
        return [(row, self._scan.find(row, wanted[row])) for row in sorted(wanted)]

    def _edits(
        self,
        values: Values,
        rows: Iterable[tuple[int, Mapping[int, Cell]]],
        tables: Sequence[Area],
        styles: DateStyles | None,
    ) -> tuple[list[Splice], list[Change]]:
        splices: list[Splice] = []
        changes: list[Change] = []
        looks = CellStyles(self._scan, tables, styles)
        for row, cells in rows:
            set_anew, added = self._differing(row, values[row], cells, looks, changes)
            # New cells first: one may stand at the very offset of the cell behind it.
            if added:
                splices += self._adding(row, added)
            splices += set_anew
        return splices, changes

    def _held(self, cell: Cell | None) -> Held:
        if cell is None:
            return BLANK
        # The same few words stand in many cells.
        held = self._known.get(cell.rest)
        if held is None:
            held = self._known[cell.rest] = cell_xml.held(cell.rest, self._strings)
        return held

    def _writer(self, prefix: str) -> CellWriter:
        if prefix not in self._writers:
            self._writers[prefix] = CellWriter(prefix, self._date_1904)
        return self._writers[prefix]

    def _differing(
        self,
        row: int,
        values: Mapping[int, CellValue],
        cells: Mapping[int, Cell],
        looks: CellStyles,
        changes: list[Change],
    ) -> tuple[list[Splice], list[tuple[int, bytes]]]:
        """The cells of a row that get another content, and those that are new, by their column."""
        splices: list[Splice] = []
        added: list[tuple[int, bytes]] = []
        usual = None if self._scan.has_more_prefixes else self._writer(self._scan.prefix)
        for column in sorted(values):
            cell = cells.get(column)
            writer = usual or self._writer(cell.prefix if cell else self._scan.prefix_for_cell(row))
            value, rest = writer.content(values[column])
            if cell is None:
                if value is not None:
                    changes.append(Change(row, column, BLANK, shown(value)))
                    style = looks.of_new(row, column, value)
                    added.append((column, writer.head(row, column) + style + rest))
                continue
            style = cell.style if type(value) in UNDATED else looks.of(cell.style, value)
            if cell.rest == rest and cell.style == style:
                continue
            before = self._held(cell)
            if cell.style != style:
                splices.append((cell.start, cell.end, cell.head + style + rest))
            elif writer.holds(before, value):
                continue
            elif cell.at_rest:
                splices.append((cell.at_rest, cell.end, rest))
            else:
                splices.append((cell.start, cell.end, cell.head + style + rest))
            changes.append(Change(row, column, before, shown(value)))
        return splices, added

    def _adding(self, number: int, added: Sequence[tuple[int, bytes]]) -> Iterator[Splice]:
        rows = self._scan.rows.at(number)
        if not rows:
            at, prefix = self._scan.place_for_row(number), self._scan.prefix
            yield at, at, whole_row(f'<{prefix}row r="{number}">'.encode(), prefix, added)
        elif (row := rows[-1]).inner == row.end:
            tag = self._start_tag(row, added)[:-2].rstrip() + b">"
            yield row.start, row.end, whole_row(tag, self._scan.prefix_of(row), added)
        else:
            yield row.start, row.inner, self._start_tag(row, added)
            for column, xml in added:
                at = self._scan.place_for_cell(row, column)
                yield at, at, xml

    def _start_tag(self, row: Element, new: Sequence[tuple[int, bytes]]) -> bytes:
        return spanning(self.data[row.start : row.inner], new[0][0], new[-1][0])

    def _dimension(self, changes: Sequence[Change]) -> Iterator[Splice]:
        """The tag that names the used range, widened to hold the cells."""
        tag = self._scan.dimension
        used = areas.known_area(attribute(tag[0], "ref")) if tag else None
        extent = _extent([(change.row, change.column) for change in changes])
        if tag and used and (wide := used.joined(extent)) != used:
            yield *tag.span(), with_attribute(tag[0], "ref", str(wide))

    def _refuse(self, changes: Sequence[Change], taken: Sequence[Taken]) -> None:
        for row, column, before, _ in changes:
            if not before.spread or before.group:
                continue
            here = areas.address(row, column)
            if areas.known_area(before.spread) != areas.area(here):
                why = f"holds a formula that {areas.known_area(before.spread) or before.spread} share, "
                raise self._refusal(
                    here, f"{why}and a single cell has to be written there", "Clear that formula"
                )
        every = (*taken, *map(filled, self._scan.filled), *map(merged, self._scan.merged))
        if hit := first_taken(every, [(change.row, change.column) for change in changes]):
            here, cells = hit
            raise self._refusal(here, cells.why, cells.fix)

    def _moved_formulas(self, changes: Sequence[Change]) -> Iterator[Splice]:
        """Where a cell that is set held a formula for others, the next one of them holds it from now on."""
        holders = [change for change in changes if change.before.spread and change.before.group]
        if not holders:
            return
        set_anew = {(change.row, change.column) for change in changes}
        cells = [
            (row, column, cell, self._held(cell)) for row, column, cell in self._scan.within(areas.SHEET)
        ]
        for row, column, before, _ in holders:
            sharing = [*shared_with(row, column, before.group, cells)]
            left = [each for each in sharing if each[:2] not in set_anew]
            if not left:
                continue
            extent = _extent([(row, column) for row, column, *_ in left])
            try:
                formula = moved(before.formula or "", left[0][0] - row, left[0][1] - column)
                yield holding(self.data, left[0][2], str(extent), escaped(formula).encode())
            except ValueError:
                why = f"holds a formula for {before.spread} that cannot be handed on"
                raise self._refusal(areas.address(row, column), why, "Clear that formula") from None

    def _refusal(self, cell: str, why: str, fix: str) -> CannotAct:
        return CannotAct(
            f"{self._scan.name}!{cell} {why}.",
            f"{fix} in Excel, save the workbook, and try again. Nothing was written.",
        )


def _extent(cells: Sequence[tuple[int, int]]) -> Area:
    """The smallest area that holds all cells, given by row and column, in the order of their rows."""
    columns = {column for _, column in cells}
    return Area(cells[0][0], min(columns), cells[-1][0], max(columns))

"""What a run writes, laid out: from table rows and column names to cells, and how far each table reaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from eitherway.books.editor.new_columns import WIDEST, NewColumns
from eitherway.books.editor.places import SheetPart, TableAt
from eitherway.books.sheet import areas
from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.cell_xml import Held
from eitherway.model import schema
from eitherway.model.columns import Table
from eitherway.model.problems import CannotAct, CellsInTheWay
from eitherway.model.records import Append, CellChange, CellValue, Edits, Growth, Rewrite, Widening
from eitherway.words.comparison import find

SheetValues = dict[int, dict[int, CellValue]]


class Layout(NamedTuple):
    """The cells to set, by sheet, row and column; by part the last data row of each table written to, and the
    columns that one gets besides.
    """

    values: Mapping[SheetPart, SheetValues]
    bottoms: Mapping[str, int]
    columns: Mapping[str, NewColumns]


class Cells(Protocol):
    """A sheet, as far as laying out asks for it."""

    @property
    def merged(self) -> Sequence[Area]:
        """The merged ranges."""

    def held(self, row: int, column: int) -> Held:
        """What a cell holds."""

    def filled(self, area: Area) -> Iterator[tuple[int, int, Held]]:
        """Row, column and content of each cell in the area that holds anything, row by row."""


class Workbook(Protocol):
    """A workbook, closed or open, as far as laying out asks for it."""

    @property
    def tables(self) -> Sequence[TableAt]:
        """All tables, in the order of the sheets."""

    def sheet(self, sheet: SheetPart) -> Cells:
        """The sheet's cells."""


def lay_out(edits: Edits, workbook: Workbook) -> Layout:
    """Where in the workbook the edits go.

    A rewritten table gets as many rows as there are, but at least one, and never ends above a row in which a
    column of the user's own holds anything. Appended rows go below the last row in use. Raises CannotAct for
    an unknown table, column or row, and CellsInTheWay where a table would grow over other cells.
    """
    layout = _Layout(workbook)
    for growth in edits.growths:
        layout.grow(growth)
    for widening in edits.widenings:
        layout.widen(widening)
    layout.set_cells(edits.cells)
    for rewrite in edits.rewrites:
        layout.rewrite(rewrite)
    for append in edits.appends:
        if append.rows:
            layout.append(append)
    return Layout(layout.values, layout.bottoms, layout.columns)


class _Layout:
    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self.values: dict[SheetPart, SheetValues] = defaultdict(lambda: defaultdict(dict))
        self.bottoms: dict[str, int] = {}
        self.columns: dict[str, NewColumns] = {}
        self._grown: dict[str, TableAt] = {}

    def widen(self, widening: Widening) -> None:
        """Give the table the columns that it lacks, at its right end, where nothing stands."""
        table = self._table(widening.table)
        xml, area = table.xml, table.xml.area
        new = {name: like for name, like in widening.columns.items() if find(name, xml.columns) is None}
        right = area.right + len(new)
        if found := self._in_the_way(table, area._replace(left=area.right + 1, right=right)):
            raise CellsInTheWay(
                f"The table {xml.name} cannot get its new columns: {found}.",
                f"Move what stands to the right of {xml.name} elsewhere, save the workbook, and try again; "
                "an import can do without, with --keep notes. Nothing was written.",
            )
        if not xml.header_rows or right > WIDEST:
            raise CannotAct(f"The table {xml.name} cannot get another column.", "Nothing was written.")
        looks = [_column(table, like) for like in new.values()]
        self.columns[xml.part] = NewColumns([*new], area.top, area.right + 1, looks)
        for column, name in enumerate(new, start=area.right + 1):
            self.values[table.sheet][area.top][column] = name
        wider = xml._replace(area=area._replace(right=right), columns=(*xml.columns, *new))
        self._grown[xml.name] = table._replace(xml=wider)

    def grow(self, growth: Growth) -> None:
        """Let the table take in the rows under it: all else in the way but their own cells is refused."""
        table = self._table(growth.table)
        xml, body = table.xml, table.xml.body
        bottom = body.bottom + growth.rows
        found = self._fixed_in(table, body._replace(top=body.bottom + 1, bottom=bottom))
        if xml.total_rows or found:
            raise CellsInTheWay(
                f"The table {xml.name} cannot take in the rows under it: {found or 'it has a total row'}.",
                "Move them into the table yourself. Nothing was written.",
            )
        self.bottoms[xml.part] = bottom
        self._grown[xml.name] = table._replace(xml=xml._replace(area=xml.area._replace(bottom=bottom)))

    def set_cells(self, cells: Iterable[CellChange]) -> None:
        places: dict[tuple[str, str], tuple[SheetValues, int, Area]] = {}
        for cell in cells:
            place = places.get((cell.table, cell.column))
            if place is None:
                place = places[cell.table, cell.column] = self._place(cell.table, cell.column)
            values, column, body = place
            if not body.top <= cell.row <= body.bottom:
                raise CannotAct(
                    f"Row {cell.row} is no row of the table {cell.table}.", "Nothing was written."
                )
            values[cell.row][column] = cell.value

    def rewrite(self, rewrite: Rewrite) -> None:
        table = self._table(rewrite.table)
        body = table.xml.body
        known = schema.BY_NAME.get(rewrite.table)
        given = (name for row in (*rewrite.rows, rewrite.blank) for name in row)
        usual = (column.name for column in (known.columns if known else ()) if not column.later)
        names = dict.fromkeys([*usual, *given])
        ours = {name: _column(table, name) for name in names}
        theirs = [*({*range(body.left, body.right + 1)} - {*ours.values()})]
        kept = body.bottom if table.xml.total_rows else self._last_row_in_use(table, theirs)
        bottom = max(body.top + max(len(rewrite.rows), 1) - 1, kept)
        self._end_at(table, bottom, rewrite.rows)
        for row in range(body.top, max(bottom, body.bottom) + 1):
            new = rewrite.blank if row <= bottom else {}
            if row - body.top < len(rewrite.rows):
                new = rewrite.rows[row - body.top]
            self.values[table.sheet][row] |= {column: new.get(name) for name, column in ours.items()}

    def append(self, append: Append) -> None:
        table = self._table(append.table)
        body = table.xml.body
        links = {*_links(table, schema.BY_NAME.get(append.table))}
        top = self._last_row_in_use(table, {*range(body.left, body.right + 1)} - links) + 1
        self._end_at(table, max(body.bottom, top + len(append.rows) - 1), append.rows)
        columns = {name: _column(table, name) for name in {name for row in append.rows for name in row}}
        for number, row in enumerate(append.rows, start=top):
            self.values[table.sheet][number] |= {columns[name]: value for name, value in row.items()}

    def _place(self, table_name: str, column_name: str) -> tuple[SheetValues, int, Area]:
        table = self._table(table_name)
        return self.values[table.sheet], _column(table, column_name), table.xml.body

    def _table(self, name: str) -> TableAt:
        tables = {table.xml.name: table for table in self._workbook.tables}
        found = find(name, tables)
        if found is None:
            raise CannotAct(
                f"The workbook has no table named {name}.",
                "Give it back its name (Table Design, Table Name), and try again. Nothing was written.",
            )
        return self._grown.get(found, tables[found])

    def _last_row_in_use(self, table: TableAt, columns: Iterable[int]) -> int:
        """The last data row in which one of the columns holds anything; the header's row where none does."""
        body, sheet = table.xml.body, self._workbook.sheet(table.sheet)
        columns = [*columns]
        for row in range(body.bottom, body.top - 1, -1) if columns else ():
            if not all(sheet.held(row, column).is_blank for column in columns):
                return row
        return body.top - 1

    def _end_at(self, table: TableAt, bottom: int, rows: Sequence[object]) -> None:
        """Let the table's data end at this row; grown, it must cover nothing that is the user's."""
        body = table.xml.body
        if not table.xml.total_rows and (rows or bottom != body.bottom):
            self.bottoms[table.xml.part] = bottom
        if bottom <= body.bottom:
            return
        if table.xml.total_rows:
            raise CellsInTheWay(
                f"The table {table.xml.name} has a total row, and needs {bottom - body.bottom} more rows.",
                f"Turn off the total row of {table.xml.name} (Table Design, Total Row), save the workbook, "
                "and try again. Nothing was written.",
            )
        grown = body._replace(top=body.bottom + 1, bottom=bottom)
        if found := self._in_the_way(table, grown):
            raise CellsInTheWay(
                f"The table {table.xml.name} has to grow to row {bottom}, but {found}.",
                f"Move what stands below {table.xml.name} to another sheet or further to the right, save the "
                "workbook, and try again. Nothing was written.",
            )

    def _in_the_way(self, table: TableAt, grown: Area) -> str:
        if found := self._fixed_in(table, grown):
            return found
        for row, column, held in self._workbook.sheet(table.sheet).filled(grown):
            return f"{table.sheet.name}!{areas.address(row, column)} holds {_quoted(held)}"
        return ""

    def _fixed_in(self, table: TableAt, grown: Area) -> str:
        sheet = self._workbook.sheet(table.sheet)
        for other in self._workbook.tables:
            if (
                other.xml.part != table.xml.part
                and other.sheet == table.sheet
                and other.xml.area.overlaps(grown)
            ):
                return f"the table {other.xml.name} stands at {table.sheet.name}!{other.xml.area}"
        for merged in sheet.merged:
            if merged.overlaps(grown):
                return f"the merged cells {table.sheet.name}!{merged} stand there"
        return ""


def _quoted(held: Held) -> str:
    if held.formula is not None:
        return f"the formula ={held.formula}"
    return f'"{held.value}"' if isinstance(held.value, str) else f"{held.value:g}"


def _links(table: TableAt, known: Table | None) -> Iterator[int]:
    """The columns that hold a formula in every row, in use or not."""
    for column in known.drawn if known else ():
        if column.link is not None and find(column.name, table.xml.columns) is not None:
            yield _column(table, column.name)


def _column(table: TableAt, name: str) -> int:
    found = find(name, table.xml.columns)
    if found is None:
        raise CannotAct(
            f"The table {table.xml.name} has no column {name}.",
            f"Add the column {name} to it, save the workbook, and try again. Nothing was written.",
        )
    return table.xml.area.left + table.xml.columns.index(found)

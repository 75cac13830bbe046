"""What a click writes, given to Excel piece by piece such that each reaches the cells that it is meant for.

Excel's ways, as public threads tell of them: a formula that is written into a column of a table fills the
column (xlwings 2113; office-js 2093, "by design"), which is why all rows of a column of ours have the same.
A block that is written over hidden rows goes astray (xlwings 679, 747, 2619; office-js 224), a single row
does not (NetOffice 2). Therefore tables get their new ends first, hidden rows are written one by one, and all
is read once more when it is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from eitherway.books.editor.places import SheetPart, TableAt
from eitherway.books.excel import live_cells
from eitherway.books.excel.blocks import Cell, bridged, rectangles
from eitherway.books.excel.busy import is_busy, is_refusal
from eitherway.books.excel.calls import Writing
from eitherway.books.excel.click_record import Resized
from eitherway.books.excel.grid import LAST_ROW, Cells, Grid, range_of
from eitherway.books.excel.live_cells import Typed
from eitherway.books.excel.native import are_rows_hidden
from eitherway.books.sheet import areas
from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.cell_xml import Held
from eitherway.model import schema
from eitherway.model.columns import Kind
from eitherway.model.problems import CannotAct, CellsInTheWay
from eitherway.model.records import CellValue
from eitherway.words.comparison import find

_DATES = (Kind.DATE, Kind.MOMENT)


class Wanted(NamedTuple):
    """What a cell is to hold: as Excel is given it, and as it is read back."""

    typed: Typed
    held: Held

    @classmethod
    def of(cls, value: CellValue) -> Wanted:
        """A value of the pipeline's. Raises ValueError for a number that no cell can hold."""
        return cls(live_cells.typed(value), live_cells.to_hold(value))

    @classmethod
    def back(cls, held: Held) -> Wanted:
        """What a cell held before; a link of its own comes back as text: it would fill the whole column."""
        held = live_cells.unlinked(held)
        return cls(live_cells.typed_back(held), held)


Sheets = Mapping[SheetPart, Mapping[Cell, Wanted]]


def write(grid: Grid, sheets: Sheets, resized: Sequence[Resized], writing: Writing) -> None:
    """Give the tables their new ends, then the cells what they are to hold. Raises CellsInTheWay."""
    for each in resized:
        _resize(grid, each, writing)
    for sheet, cells in sheets.items():
        bodies = [*_bodies(grid, sheet, resized)]
        inside = {cell: wanted for cell, wanted in cells.items() if any(body.holds(*cell) for body in bodies)}
        # What a table has left behind is no part of a block that reaches into the table.
        for part in (inside, {cell: wanted for cell, wanted in cells.items() if cell not in inside}):
            _write_cells(grid.sheet(sheet), part, _our_areas(grid, sheet, resized), writing)


def correct(
    grid: Grid, now: Grid, sheets: Sheets, wrong: Mapping[SheetPart, Sequence[Cell]], writing: Writing
) -> None:
    """Write these cells once more, each by itself."""
    for sheet, cells in wrong.items():
        for cell in cells:
            area = Area(*cell, *cell)
            wanted = sheets[sheet].get(cell) or Wanted.back(grid.sheet(sheet).held(*cell))
            was = Wanted.back(now.sheet(sheet).held(*cell))
            writing.do(
                partial(_set, grid.sheet(sheet), area, [[wanted.typed]]),
                back=partial(_set, grid.sheet(sheet), area, [[was.typed]]),
            )


def not_kept(
    grid: Grid, now: Grid, sheets: Sheets, resized: Sequence[Resized]
) -> dict[SheetPart, Sequence[Cell]]:
    """The cells that do not hold what they should: those that were written, and all others of our columns."""
    wrong = {
        sheet: [
            cell
            for cell in {*wanted, *(cell for area in _our_areas(grid, sheet, resized) for cell in _in(area))}
            if not live_cells.same(
                wanted[cell].held if cell in wanted else grid.sheet(sheet).held(*cell),
                now.sheet(sheet).held(*cell),
            )
        ]
        for sheet, wanted in sheets.items()
    }
    return {sheet: sorted(cells) for sheet, cells in wrong.items() if cells}


def refused(wrong: Mapping[SheetPart, Sequence[Cell]]) -> CannotAct:
    """What to say where Excel does not keep what is written."""
    sheet, cells = next(iter(wrong.items()))
    more = sum(map(len, wrong.values())) - 1
    others = f" and {more} more cell{'' if more == 1 else 's'}" if more else ""
    return CannotAct(
        f"Excel does not keep what is written to {sheet.name}!{areas.address(*cells[0])}{others}.",
        "Clear the filters of that sheet and give its cells the format General (Home, Number), then click "
        "again. All of it was taken back.",
    )


def our_columns(table: TableAt, *kinds: Kind) -> list[int]:
    """The columns of the sheet that the pipeline writes in this table, of these kinds or of any."""
    name = find(table.xml.name, schema.BY_NAME)
    columns = schema.BY_NAME[name].drawn if name else ()
    headers = [
        find(column.name, table.xml.columns)
        for column in columns
        if column.ours and (not kinds or column.kind in kinds)
    ]
    return [table.xml.body.left + table.xml.columns.index(header) for header in headers if header is not None]


def _write_cells(cells: Cells, wanted: Mapping[Cell, Wanted], ours: Iterable[Area], writing: Writing) -> None:
    bridge = bridged(wanted, ours, lambda row, column: Wanted.back(cells.held(row, column)))
    filled = {cell: each for cell, each in bridge.items() if cell in wanted or each.held == cells.held(*cell)}
    for area in rectangles(filled):
        old = {cell: Wanted.back(cells.held(*cell)) for cell in _in(area)}
        writing.do(
            partial(_set, cells, area, _rows(area, filled)), back=partial(_set, cells, area, _rows(area, old))
        )


def _set(cells: Cells, area: Area, rows: Sequence[Sequence[Typed]]) -> None:
    for part in _parts(cells, area):
        range_of(cells.sheet, part).value = rows[part.top - area.top : part.bottom - area.top + 1]


def _parts(cells: Cells, area: Area) -> Iterator[Area]:
    """The area in pieces of shown rows, and of one hidden row each."""
    hidden = area.top < area.bottom and are_rows_hidden(range_of(cells.sheet, area))
    if hidden is False:
        yield area
        return
    middle = (area.top + area.bottom) // 2
    yield from _parts(cells, area._replace(bottom=middle))
    yield from _parts(cells, area._replace(top=middle + 1))


def _resize(grid: Grid, resized: Resized, writing: Writing) -> None:
    table = next(table for table in grid.tables if table.xml.name == resized.table)
    cells = grid.sheet(table.sheet)

    def end_at(bottom: int) -> None:
        whole = table.xml.area._replace(bottom=bottom + table.xml.total_rows)
        try:
            grid.in_excel[resized.table].resize(range_of(cells.sheet, whole))
        except Exception as trouble:  # whatever Excel raises
            if is_busy(trouble) or not is_refusal(trouble):
                raise
            raise CellsInTheWay(
                f"The table {resized.table} has to end at row {bottom}, and Excel does not let it.",
                f"Move what stands below {resized.table} to another sheet, or unmerge its cells, then click "
                "again. Nothing was written.",
            ) from trouble

    joined = _behind(table, resized.before, resized.after)
    before = {cell: Wanted.back(cells.held(*cell)) for cell in _in(joined)}

    def back() -> None:
        """Excel has filled formulas into rows that joined the table."""
        end_at(resized.before)
        if before:
            _set(cells, joined, _rows(joined, before))

    def clear(rows: Area) -> None:
        _set(cells, rows, [[None] * (rows.right - rows.left + 1)] * (rows.bottom - rows.top + 1))

    writing.do(partial(end_at, resized.after), back=back)
    left = [*_in(_behind(table, resized.after, resized.before))]
    theirs = [cell for cell in left if cell[1] not in our_columns(table)]
    typed = {row for row, column in theirs if _is_typed(cells.held(row, column))}
    for row, column in theirs:
        # A row that somebody typed had joined as it was; in others there is only what Excel filled in.
        if row not in typed and cells.held(row, column).formula:
            was = Wanted.back(cells.held(row, column))
            one = Area(row, column, row, column)
            writing.do(partial(clear, one), back=partial(_set, cells, one, [[was.typed]]))
    for column in our_columns(table, *_DATES) if resized.after > resized.before else ():
        above = range_of(cells.sheet, Area(table.xml.body.top, column, table.xml.body.top, column))
        below = range_of(cells.sheet, Area(resized.before + 1, column, resized.after, column))
        # Excel would show a new row's days in its own form. There is no need of a way back: no row, no day.
        below.number_format = above.number_format


def _is_typed(held: Held) -> bool:
    return not held.is_blank and not held.formula


def _behind(table: TableAt, end: int, last: int) -> Area:
    """The rows from after one end of the table to the other, as wide as the table."""
    return table.xml.body._replace(top=end + 1, bottom=last)


def _in(area: Area) -> Iterator[Cell]:
    for row in range(area.top, area.bottom + 1):
        for column in range(area.left, area.right + 1):
            yield row, column


def _rows(area: Area, content: Mapping[Cell, Wanted]) -> list[list[Typed]]:
    columns = range(area.left, area.right + 1)
    return [[content[row, column].typed for column in columns] for row in range(area.top, area.bottom + 1)]


def _bodies(grid: Grid, sheet: SheetPart, resized: Sequence[Resized]) -> Iterator[Area]:
    """The tables' rows of data, once they have their new ends."""
    ends = {each.table: each.after for each in resized}
    for table in grid.tables:
        if table.sheet == sheet:
            body = table.xml.body
            yield body._replace(bottom=ends.get(table.xml.name, body.bottom))


def _our_areas(grid: Grid, sheet: SheetPart, resized: Sequence[Resized]) -> list[Area]:
    """Each run of neighbouring columns that only the pipeline writes, down to the table's lower end."""
    ends = {each.table: max(each.before, each.after) for each in resized}
    return [
        Area(body.top, left, ends.get(table.xml.name, body.bottom), right)
        for table in grid.tables
        if table.sheet == sheet
        for body in [table.xml.body]
        for left, right in _runs(sorted(our_columns(table)))
    ]


def _runs(columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    for left in columns:
        if left - 1 not in columns:
            yield left, next(column for column in range(left, LAST_ROW) if column + 1 not in columns)

"""A workbook that is open in Excel: read and changed through xlwings, a block of cells at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import xlwings

from eitherway.books.book import real_file
from eitherway.books.editor.shown import Shown
from eitherway.books.editor.table_edits import lay_out
from eitherway.books.editor.workbook import Changes, TableAt
from eitherway.books.editor.workbook_xml import SheetPart
from eitherway.books.excel import click_record, live_cells
from eitherway.books.excel.blocks import Cell, bridged, rectangles
from eitherway.books.excel.busy import Wait, patiently
from eitherway.books.excel.calls import Writing, all_or_nothing
from eitherway.books.excel.click_record import Record, Resized, Written
from eitherway.books.excel.grid import LAST_ROW, Cells, Grid, range_of
from eitherway.books.excel.live_cells import Typed
from eitherway.books.excel.native import is_protected, opened_read_only
from eitherway.books.keeping import lock
from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.cell_xml import CellWriter, Held
from eitherway.books.sheet.sheet_xml import Change
from eitherway.model import schema
from eitherway.model.problems import CannotAct, ChangedWorkbook, LockedWorkbook
from eitherway.model.records import CellEdit, CellValue, Edits
from eitherway.model.tables import RawTable
from eitherway.words.comparison import find

_DATES = (schema.Kind.DATE, schema.Kind.MOMENT)


class OpenBook:
    """The workbook that the user has open in Excel. Implements `Book`.

    Cells that are the user's are never written, unless an edit names them. What `apply` writes rests on what
    the last `read` saw; if the workbook's tables hold something else by then, it is refused.
    """

    def __init__(self, book: xlwings.Book, *, wait: Wait = time.sleep) -> None:
        """Nothing is read yet. `wait` sleeps for so many seconds while Excel is busy."""
        self._book = book
        self._wait = wait
        self._seen: Grid | None = None

    @property
    def path(self) -> Path:
        """The workbook's file. Raises CannotAct where it has none yet, or none on this computer."""
        try:
            path = Path(patiently(lambda: self._book.fullname, self._wait))
        except xlwings.XlwingsError as trouble:
            raise CannotAct(
                f"{self._book.name} is open from the web, and its folder on this computer is not known.",
                "Open it from the folder that OneDrive keeps on this computer, then click again.",
            ) from trouble
        if not path.is_absolute():
            raise CannotAct(
                f"{path.name} has never been saved.", "Save the workbook first, then click again."
            )
        return real_file(path)

    def read(self) -> Mapping[str, RawTable]:
        """Every Excel table by name, in the order of the sheets. Raises LockedWorkbook."""
        self._seen = self._now()
        return self._seen.raw_tables()

    def check_writable(self) -> None:
        """Raise LockedWorkbook if `apply` could not write or the user not save: read-only, protected."""
        name = self.path.name
        if patiently(lambda: opened_read_only(self._book), self._wait):
            raise LockedWorkbook(
                f"{name} is open read-only, so that nothing written to it could be saved.",
                "Save it under another name, or close it wherever else it is open; then click again.",
            )
        grid = self._seen or self._now()
        for sheet in dict.fromkeys(table.sheet for table in grid.tables if _our_columns(table)):
            _refuse_protected(grid.sheet(sheet))

    def prepare(self, edits: Edits) -> PreparedCells:
        """The change as the workbook stands now. Raises CannotAct, CellsInTheWay, LockedWorkbook."""
        plan = patiently(lambda: _planned(edits, self._now()), self._wait)
        return PreparedCells(Shown(plan.grid.tables, plan.changes), partial(self.apply, edits))

    def apply(self, edits: Edits, now: datetime) -> Sequence[CellEdit]:
        """Change the cells, all or none; where nothing would change, Excel is given nothing.

        Raises LockedWorkbook, ChangedWorkbook, CellsInTheWay, CannotAct.
        """
        plan = patiently(lambda: _planned(edits, self._unchanged()), self._wait)
        if plan.changes or plan.resized:
            record = Record(now.isoformat(" ", "seconds"), [*_written(plan.changes)], plan.resized)
            values = {
                sheet: {(change.row, change.column): live_cells.typed(change.value) for change in changes}
                for sheet, changes in plan.changes.items()
            }
            self._write(plan.grid, values, plan.resized, record)
        return Shown(plan.grid.tables, plan.changes)

    def undo(self) -> click_record.TakenBack:
        """Take back the last write, cell by cell, wherever a cell still holds it; say what was taken back.

        Raises CannotAct where there is nothing to take back, LockedWorkbook.
        """
        record = click_record.load(self.path)
        if record is None:
            raise CannotAct(
                "There is nothing to undo: Either Way has written nothing here since the last Undo.",
                "Nothing was changed.",
            )
        self.check_writable()
        grid = self._now()
        back = patiently(lambda: click_record.take_back(record, partial(_held, grid)), self._wait)
        values: dict[SheetPart, dict[Cell, Typed]] = {}
        for cell in back.cells:
            part = SheetPart(cell.sheet, "", cell.sheet)
            values.setdefault(part, {})[cell.row, cell.column] = live_cells.typed_back(cell.before)
        self._write(grid, values, [*_set_back(back.tables, grid)], None)
        return back

    def _now(self) -> Grid:
        return patiently(lambda: Grid(self._book), self._wait)

    def _unchanged(self) -> Grid:
        """The workbook now. Raises ChangedWorkbook: on macOS the user can type while a click is at work."""
        grid = Grid(self._book)
        if self._seen is not None and grid.raw_tables() != self._seen.raw_tables():
            raise ChangedWorkbook(
                "The workbook was changed while Either Way was at work.", "Click again. Nothing was written."
            )
        return grid

    def _write(
        self,
        grid: Grid,
        values: Mapping[SheetPart, Mapping[Cell, Typed]],
        resized: Sequence[Resized],
        record: Record | None,
    ) -> None:
        for sheet in dict.fromkeys([*values, *(SheetPart(each.sheet, "", each.sheet) for each in resized)]):
            _refuse_protected(grid.sheet(sheet))
        with self._book.app.properties(screen_updating=False), all_or_nothing(self._wait) as writing:
            self._keep(record, writing)
            for each in resized:
                if each.after > each.before:
                    _resize(grid, each, writing)
            for sheet, cells in values.items():
                _write_cells(grid.sheet(sheet), cells, _our_areas(grid, sheet, resized), writing)
            for each in resized:
                if each.after < each.before:
                    _resize(grid, each, writing)
        self._seen = None

    def _keep(self, record: Record | None, writing: Writing) -> None:
        path = self.path
        earlier = click_record.load(path)
        try:
            writing.do(lambda: click_record.save(path, record), back=lambda: click_record.save(path, earlier))
        except OSError as trouble:
            raise lock.unwritable(path, trouble) from trouble


class PreparedCells(NamedTuple):
    """The cells that a change means, and how to write it. Implements `Prepared`.

    The user may type meanwhile: what is written is laid out anew, on the workbook as it then stands.
    """

    cells: Sequence[CellEdit]
    write: Callable[[datetime], Sequence[CellEdit]]


class _Plan(NamedTuple):
    grid: Grid
    changes: Changes
    resized: Sequence[Resized]


def _planned(edits: Edits, grid: Grid) -> _Plan:
    layout = lay_out(edits, grid)
    changes = {sheet: [*_differing(grid.sheet(sheet), rows)] for sheet, rows in layout.values.items()}
    resized = [
        Resized(table.xml.name, table.sheet.name, table.xml.body.bottom, layout.bottoms[table.xml.part])
        for table in grid.tables
        if layout.bottoms.get(table.xml.part, table.xml.body.bottom) != table.xml.body.bottom
    ]
    return _Plan(grid, {sheet: cells for sheet, cells in changes.items() if cells}, resized)


def _differing(cells: Cells, rows: Mapping[int, Mapping[int, CellValue]]) -> Iterator[Change]:
    compare = CellWriter("", date_1904=False)
    for row, values in sorted(rows.items()):
        for column, value in sorted(values.items()):
            plain, _ = compare.content(value)
            before = cells.held(row, column)
            if not compare.holds(before, plain):
                yield Change(row, column, before, plain)


def _written(changes: Changes) -> Iterator[Written]:
    for sheet, cells in changes.items():
        for cell in cells:
            yield Written(sheet.name, cell.row, cell.column, cell.before, live_cells.to_hold(cell.value))


def _write_cells(cells: Cells, values: Mapping[Cell, Typed], ours: Iterable[Area], writing: Writing) -> None:
    def now(row: int, column: int) -> Typed:
        return live_cells.typed_back(cells.held(row, column))

    filled = bridged(values, ours, now)
    for area in rectangles(filled):
        old = {cell: now(*cell) for cell in _in(area)}
        writing.do(
            partial(_set, cells, area, _rows(area, filled)), back=partial(_set, cells, area, _rows(area, old))
        )


def _set(cells: Cells, area: Area, rows: Sequence[Sequence[Typed]]) -> None:
    range_of(cells.sheet, area).value = rows


def _in(area: Area) -> Iterator[Cell]:
    for row in range(area.top, area.bottom + 1):
        for column in range(area.left, area.right + 1):
            yield row, column


def _rows(area: Area, content: Mapping[Cell, Typed]) -> list[list[Typed]]:
    columns = range(area.left, area.right + 1)
    return [[content[row, column] for column in columns] for row in range(area.top, area.bottom + 1)]


def _resize(grid: Grid, resized: Resized, writing: Writing) -> None:
    table = next(table for table in grid.tables if table.xml.name == resized.table)
    cells = grid.sheet(table.sheet)

    def end_at(bottom: int) -> None:
        whole = table.xml.area._replace(bottom=bottom + table.xml.total_rows)
        grid.in_excel[resized.table].resize(range_of(cells.sheet, whole))

    writing.do(partial(end_at, resized.after), back=partial(end_at, resized.before))
    for column in _our_columns(table, *_DATES) if resized.after > resized.before else ():
        above = range_of(cells.sheet, Area(table.xml.body.top, column, table.xml.body.top, column))
        below = range_of(cells.sheet, Area(resized.before + 1, column, resized.after, column))
        # Excel would show a new row's days in its own form. There is no need of a way back: no row, no day.
        below.number_format = above.number_format


def _set_back(tables: Sequence[Resized], grid: Grid) -> Iterator[Resized]:
    """The tables that still end where the write left them, with both ends changed about."""
    bottoms = {table.xml.name: (table.sheet.name, table.xml.body.bottom) for table in grid.tables}
    for table in tables:
        if bottoms.get(table.table) == (table.sheet, table.after):
            yield table._replace(before=table.after, after=table.before)


def _held(grid: Grid, sheet: str, row: int, column: int) -> Held | None:
    cells = grid.named(sheet)
    return cells.held(row, column) if cells else None


def _refuse_protected(cells: Cells) -> None:
    if is_protected(cells.sheet):
        raise LockedWorkbook(
            f"The sheet {cells.sheet.name} is protected.",
            "Review > Unprotect Sheet, then click again. Nothing was written.",
        )


def _our_areas(grid: Grid, sheet: SheetPart, resized: Sequence[Resized]) -> Iterator[Area]:
    """Each run of neighbouring columns that only the pipeline writes, down to the table's lower end."""
    ends = {each.table: max(each.before, each.after) for each in resized}
    for table in grid.tables:
        columns = sorted(_our_columns(table)) if table.sheet == sheet else []
        for left in columns:
            if left - 1 not in columns:
                right = next(column for column in range(left, LAST_ROW) if column + 1 not in columns)
                body = table.xml.body
                yield Area(body.top, left, ends.get(table.xml.name, body.bottom), right)


def _our_columns(table: TableAt, *kinds: schema.Kind) -> list[int]:
    """The columns of the sheet that the pipeline writes in this table, of these kinds or of any."""
    name = find(table.xml.name, schema.BY_NAME)
    columns = schema.BY_NAME[name].columns if name else ()
    headers = [
        find(column.name, table.xml.columns)
        for column in columns
        if column.ours and (not kinds or column.kind in kinds)
    ]
    return [table.xml.body.left + table.xml.columns.index(header) for header in headers if header is not None]

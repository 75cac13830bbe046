"""A workbook that is open in Excel: read and changed through xlwings, a block of cells at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import xlwings

from eitherway.books.book import real_file
from eitherway.books.editor.places import Changes, SheetPart
from eitherway.books.editor.shown import Shown
from eitherway.books.editor.table_edits import lay_out
from eitherway.books.excel import click_record, live_cells
from eitherway.books.excel.blocks import Cell
from eitherway.books.excel.busy import Wait, patiently
from eitherway.books.excel.calls import Writing, all_or_nothing
from eitherway.books.excel.click_record import Record, Resized, TakenBack, Written
from eitherway.books.excel.grid import Cells, Grid
from eitherway.books.excel.native import is_protected, opened_read_only
from eitherway.books.excel.writing import Sheets, Wanted, correct, not_kept, our_columns, refused, write
from eitherway.books.sheet.cell_xml import CellWriter, Change, Held
from eitherway.model.linked import same_formula
from eitherway.model.problems import CannotAct, ChangedWorkbook, LockedWorkbook
from eitherway.model.records import CellEdit, CellValue, Edits, Formula
from eitherway.model.tables import RawTable


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
        return self._seen.raw_tables

    def check_writable(self) -> None:
        """Raise LockedWorkbook if `apply` could not write or the user not save: read-only, protected."""
        name = self.path.name
        if patiently(lambda: opened_read_only(self._book), self._wait):
            raise LockedWorkbook(
                f"{name} is open read-only, so that nothing written to it could be saved.",
                "Save it under another name, or close it wherever else it is open; then click again.",
            )
        grid = self._seen or self._now()
        for sheet in dict.fromkeys(table.sheet for table in grid.tables if our_columns(table)):
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
            cells = [*_written(plan.changes)]
            when = now.isoformat(" ", "seconds")
            record = Record(when, edits.purpose, "!".join(self.selected()), cells, plan.resized)
            wanted = {
                sheet: {(change.row, change.column): Wanted.of(change.value) for change in changes}
                for sheet, changes in plan.changes.items()
            }
            self._write(plan.grid, wanted, plan.resized, [*click_record.load(self.path), record])
        return Shown(plan.grid.tables, plan.changes)

    def last_click(self) -> Record | None:
        """The last write that is not undone."""
        return next(reversed(click_record.load(self.path)), None)

    def selected(self) -> tuple[str, str]:
        """The sheet and the address of what is selected in this workbook; nothing counts in another one."""
        chosen = patiently(lambda: self._book.selection, self._wait)
        if chosen is None or chosen.sheet.book != self._book:
            return "", ""
        return chosen.sheet.name, chosen.address

    def undo(self) -> TakenBack:
        """Take back the last write, cell by cell, wherever a cell still holds it; say what was taken back.

        Once more takes back the one before. Raises CannotAct where there is nothing left, LockedWorkbook.
        """
        records = click_record.load(self.path)
        if not records:
            raise CannotAct(
                "There is nothing to undo: Either Way has written nothing here since the last Undo.",
                "Nothing was changed.",
            )
        record = records.pop()
        self.check_writable()
        grid = self._now()
        back = patiently(lambda: click_record.take_back(record, partial(_held, grid)), self._wait)
        wanted: dict[SheetPart, dict[Cell, Wanted]] = {}
        for cell in back.cells:
            part = SheetPart(cell.sheet, "", cell.sheet)
            wanted.setdefault(part, {})[cell.row, cell.column] = Wanted.back(cell.before)
        self._write(grid, wanted, [*_set_back(back.tables, grid)], records)
        return back

    def _now(self) -> Grid:
        return patiently(lambda: Grid(self._book), self._wait)

    def _unchanged(self) -> Grid:
        """The workbook now. Raises ChangedWorkbook: on macOS the user can type while a click is at work."""
        grid = Grid(self._book)
        if self._seen is not None and grid.raw_tables != self._seen.raw_tables:
            raise ChangedWorkbook(
                "The workbook was changed while Either Way was at work.", "Click again. Nothing was written."
            )
        return grid

    def _write(
        self, grid: Grid, wanted: Sheets, resized: Sequence[Resized], records: Sequence[Record]
    ) -> None:
        for sheet in dict.fromkeys([*wanted, *(SheetPart(each.sheet, "", each.sheet) for each in resized)]):
            _refuse_protected(grid.sheet(sheet))
        # A macro of the user's own that runs at each change would change more than the click says.
        quiet = self._book.app.properties(screen_updating=False, enable_events=False)
        with quiet, all_or_nothing(self._wait) as writing:
            self._keep(records, writing)
            write(grid, wanted, resized, writing)
            now = self._checked(grid, wanted, resized, writing)
            if records and (held := _as_held(records[-1], now)) != records[-1]:
                self._keep([*records[:-1], held], writing)
        self._seen = None

    def _checked(self, grid: Grid, wanted: Sheets, resized: Sequence[Resized], writing: Writing) -> Grid:
        """The workbook, read once more. Raises CannotAct where it does not hold what was written."""
        now = self._now()
        if wrong := not_kept(grid, now, wanted, resized):
            correct(grid, now, wanted, wrong, writing)
            now = self._now()
            if wrong := not_kept(grid, now, wanted, resized):
                raise refused(wrong)
        return now

    def _keep(self, records: Sequence[Record], writing: Writing) -> None:
        path = self.path
        earlier = click_record.load(path)
        try:
            writing.do(
                lambda: click_record.save(path, records), back=lambda: click_record.save(path, earlier)
            )
        except OSError as trouble:
            from eitherway.books.keeping.lock import unwritable  # noqa: PLC0415 - only a disk that refuses needs it

            raise unwritable(path, trouble) from trouble


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
            if not compare.holds(before, plain) and not _works_out(before, plain):
                yield Change(row, column, before, live_cells.without_link(plain))


def _works_out(before: Held, value: CellValue) -> bool:
    """Whether the formula is there: what it shows is Excel's to work out."""
    return isinstance(value, Formula) and same_formula(before.formula, value.text)


def _written(changes: Changes) -> Iterator[Written]:
    for sheet, cells in changes.items():
        for cell in cells:
            yield Written(sheet.name, cell.row, cell.column, cell.before, live_cells.to_hold(cell.value))


def _as_held(record: Record, now: Grid) -> Record:
    """The record with what its cells truly hold."""
    sheets = {sheet: now.named(sheet) for sheet in {cell.sheet for cell in record.cells}}
    cells = [
        cell._replace(after=there.held(cell.row, cell.column)) if (there := sheets[cell.sheet]) else cell
        for cell in record.cells
    ]
    return record._replace(cells=cells)


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

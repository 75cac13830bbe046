"""Set single cells of a closed workbook, on any sheet: `set_cells(path, [CellSet("Sheet1", "B3", 12)], now)`.

This is the editor at its lowest sensible level: no table, no rule, no column name. All else in the file keeps
its bytes: every other part (but for the calculation chain, where a formula goes, and the styles, where a date
would show as a number), and in the sheet every other cell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from eitherway.books.closed import book
from eitherway.books.editor.places import Changes, SheetPart
from eitherway.books.editor.shown import Shown
from eitherway.books.editor.workbook import Workbook
from eitherway.books.keeping import unreadable
from eitherway.books.keeping.turn import Mention, in_silence
from eitherway.books.package.archive import DamagedPackage
from eitherway.books.sheet import areas
from eitherway.books.sheet.sheet_scan import UneditableSheet
from eitherway.machine.collector import collection_paused
from eitherway.model.problems import CannotAct
from eitherway.model.records import CellEdit, CellValue, Formula

__all__ = ["CellSet", "Formula", "UneditableSheet", "set_cells", "with_cells"]

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


class CellSet(NamedTuple):
    """Set the cell "B3" of a sheet to text, a number, True or False, a date, a `Formula` or None (empty)."""

    sheet: str
    cell: str
    value: CellValue


def set_cells(
    path: Path,
    cells: Iterable[CellSet],
    now: datetime,
    *,
    recalculate: bool = False,
    drop_signature: bool = False,
    mention: Mention = in_silence,
) -> Sequence[CellEdit]:
    """Set cells of the workbook in a file, all or none, and give those that did change; none writes no byte.

    The old version is kept as a backup named after `now`. Formulas over these cells show their old values
    until they are worked out; `recalculate` asks Excel to do so when it opens the workbook. `drop_signature`
    takes out a digital signature, which any change makes void. `mention` hears what a person should know.
    Raises UnreadableWorkbook, LockedWorkbook, ChangedWorkbook, and CannotAct where there is no such sheet or
    cell or it cannot be set by itself; ValueError for a number that no cell
    can hold, TypeError for what is no value of a cell.
    """
    workbook = book.opened(path)
    try:
        with collection_paused():
            content, changes = _changed(
                workbook, cells, recalculate=recalculate, drop_signature=drop_signature
            )
    except DamagedPackage as trouble:
        raise unreadable.refused(path, trouble) from trouble
    if content != workbook.data:
        _check(content, changes)
        what = f"{sum(map(len, changes.values()))} cells changed"
        book.replace_version(path, workbook.data, content, now, what, mention=mention)
        for note in workbook.notes(changes):
            mention(note)
    return Shown((), changes, date_1904=workbook.xml.date_1904)


def with_cells(
    data: bytes, cells: Iterable[CellSet], *, recalculate: bool = False, drop_signature: bool = False
) -> bytes:
    """The workbook's bytes with these cells set; the very same where nothing differs.

    As `set_cells`, without a file. Raises DamagedPackage, CannotAct, ValueError.
    """
    return _changed(Workbook(data), cells, recalculate=recalculate, drop_signature=drop_signature)[0]


def _check(content: bytes, changes: Changes) -> None:
    """Unpack what was changed, and read it; raises DamagedPackage where it is not what it should be."""
    book.check_read_back(Workbook(content), changes)


def _changed(
    workbook: Workbook, cells: Iterable[CellSet], *, recalculate: bool, drop_signature: bool
) -> tuple[bytes, Changes]:
    values: dict[SheetPart, dict[int, dict[int, CellValue]]] = defaultdict(lambda: defaultdict(dict))
    sheets: dict[str, SheetPart] = {}
    for cell in cells:
        if cell.sheet not in sheets:
            sheets[cell.sheet] = _sheet(workbook, cell.sheet)
        row, column = _place(cell)
        of_row = values[sheets[cell.sheet]][row]
        if of_row.setdefault(column, cell.value) is not cell.value:
            raise CannotAct(
                f"{cell.sheet}!{cell.cell} is to be set twice.", "Set it once. Nothing was written."
            )
    return workbook.changed(values, {}, recalculate=recalculate, drop_signature=drop_signature)


def _sheet(workbook: Workbook, name: str) -> SheetPart:
    """The sheet of this name; as in Excel, case does not count."""
    sheets = workbook.xml.sheets
    found = [sheet for sheet in sheets if sheet.name == name] or [
        sheet for sheet in sheets if sheet.name.casefold() == name.casefold()
    ]
    if not found:
        names = ", ".join(sheet.name for sheet in sheets) or "none"
        raise CannotAct(
            f'The workbook has no sheet with cells that is named "{name}".',
            f"Choose one of its sheets: {names}. Nothing was written.",
        )
    return found[0]


def _place(cell: CellSet) -> tuple[int, int]:
    try:
        row, column = areas.cell(cell.cell)
    except ValueError:
        row = column = 0
    if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
        raise CannotAct(
            f'A sheet has no cell "{cell.cell}".',
            "Give an address from A1 to XFD1048576. Nothing was written.",
        )
    return row, column

"""From what is selected in Excel to rows of Interviews, and to a letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from eitherway.books.excel.click_record import Record
from eitherway.books.excel.live_cells import unlinked
from eitherway.books.sheet.areas import Area, column
from eitherway.books.sheet.cell_xml import Held
from eitherway.model import report
from eitherway.model.problems import CannotAct
from eitherway.model.records import CellChange, Plan
from eitherway.model.report import Json
from eitherway.model.schema import FILE, INTERVIEWS, TODAY
from eitherway.model.tables import RawTable, Tables
from eitherway.words.comparison import find

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_SHOWN = {"Interviewer": "interviewer", "Company": "company", "Role": "role", "Step": "step", "Due": "due"}
_ADDRESS = re.compile(r"\$?([A-Z]*)\$?(\d*)")


class Selection(NamedTuple):
    """Rows of Today's list or of Interviews, as Excel numbers them; `table` is the name in the workbook."""

    table: str
    rows: tuple[int, ...]
    sheet: str


def in_tables(raw: Mapping[str, RawTable], sheet: str, address: str) -> Selection | None:
    """The rows of Today or Interviews that the selection ("$A$8:$B$9,$C$12" of a sheet) touches, if any."""
    areas = [*_areas(address)]
    for wanted in (TODAY, INTERVIEWS):
        name = find(wanted.name, raw)
        if name is not None and raw[name].sheet == sheet:
            rows = tuple(
                row for row in _rows(raw[name]) if any(_touches(each, row, raw[name]) for each in areas)
            )
            if rows:
                return Selection(name, rows, sheet)
    return None


def conversations(selection: Selection, raw: Mapping[str, RawTable], plan: Plan) -> list[int]:
    """The rows of Interviews that are meant: the selected ones, or those that Today's rows stand for.

    Raises CannotAct where a row of Today fits no conversation any more, or more than one.
    """
    table = raw[selection.table]
    if find(INTERVIEWS.name, [selection.table]):
        return list(selection.rows)
    return [_meant(table, row, plan) for row in selection.rows]


def owed(plan: Plan, rows: Sequence[int]) -> list[Json]:
    """The follow-ups of these rows of Interviews. Raises CannotAct where one of them has none."""
    by_row = {each["row"]: each for each in report.owed(plan)}
    idle = [row for row in rows if not by_row.get(row, {}).get("step")]
    if idle:
        name = by_row.get(idle[0], {}).get("interviewer") or "nobody yet"
        raise CannotAct(
            f"Row {idle[0]} of {INTERVIEWS.name} ({name}) has no follow-up that is owed now.",
            "Select rows that have a Step, then click again. Nothing was written.",
        )
    return [by_row[row] for row in rows]


class Meant:
    """The rows of Interviews that are meant, found before a run decides: those selected, else all (None)."""

    def __init__(self, raw: Mapping[str, RawTable], selection: Selection | None) -> None:
        self.raw, self.selection = raw, selection
        self.rows: frozenset[int] | None = None

    def find(self, plan: Plan, _: Tables) -> Sequence[CellChange]:
        """A mark that marks nothing. Raises CannotAct where a selected row is owed nothing."""
        if self.selection:
            chosen = conversations(self.selection, self.raw, plan)
            self.rows = frozenset(each["row"] for each in owed(plan, chosen))
        return ()


def has_moved(selection: Selection, raw: Mapping[str, RawTable], last: Record | None, selected: str) -> bool:
    """Whether the last click has put another row under a selection that has stood ever since."""
    if last is None or last.selected != selected:
        return False
    table = raw[selection.table]
    shown = [
        table.first_column + table.columns.index(header)
        for name in _SHOWN
        if (header := find(name, table.columns)) is not None
    ]
    return any(
        cell.sheet == table.sheet
        and cell.row in selection.rows
        and cell.column in shown
        and cell.before.value
        for cell in last.cells
    )


def letter_path(table: RawTable, row: int, formula: Callable[[int], str]) -> str:
    """The path of the row's letter as the table has it, "" where there is none.

    A workbook of an earlier version has it in Letter's `formula`, by the number of its column, if anywhere.
    """
    for name in (FILE.name, "Letter"):
        header = find(name, table.columns)
        if header is not None:
            at = table.columns.index(header)
            held = Held(str(table.rows[row - table.header_row - 1][at]))
            if name != FILE.name:
                held = unlinked(held._replace(formula=formula(table.first_column + at).removeprefix("=")))
            return str(held.value)
    raise CannotAct(f"The table {table.name} has no column File.", "Add it, then click Flag overdue.")


def letter(target: str, folder: Path) -> Path:
    """The letter at this path from the workbook's folder. Raises CannotAct where there is none on disk."""
    if not target:
        raise CannotAct(
            "This row has no letter.",
            "Click Write letters first. A letter that waits for something is named on the Problems sheet.",
        )
    if re.match(r"[/\\]|[A-Za-z]:", target) or ".." in re.split(r"[/\\]", target):
        raise CannotAct(
            "This row's letter does not stand beside the workbook.", "Click Write letters to write it anew."
        )
    path = folder / target
    if path.suffix.lower() != ".docx" or not path.is_file():
        raise CannotAct(
            f"The letter {path.name} is not there any more.", "Click Write letters to write it anew."
        )
    return path


def _meant(today: RawTable, row: int, plan: Plan) -> int:
    shown = {field: _cell(today, row, name) for name, field in _SHOWN.items()}
    fitting = [
        int(each["row"])
        for each in report.owed(plan)
        if all((each[field] or "") == text for field, text in shown.items())
    ]
    if len(fitting) == 1:
        return fitting[0]
    who = shown["interviewer"] or f"row {row}"
    if not fitting:
        raise CannotAct(
            f"Today's line for {who} no longer fits Interviews.",
            "Click Flag overdue to make the list anew, then select the row again.",
        )
    raise CannotAct(
        f"Today's line for {who} fits {len(fitting)} rows of Interviews.",
        "Select the row that you mean in Interviews, then click again.",
    )


def _cell(table: RawTable, row: int, name: str) -> str:
    header = find(name, table.columns)
    value = table.rows[row - table.header_row - 1][table.columns.index(header)] if header else ""
    return value.isoformat()[:10] if isinstance(value, date) else str(value)


def _rows(table: RawTable) -> Iterator[int]:
    """The rows that hold anything: an empty table has one blank row."""
    for number, cells in enumerate(table.rows, table.header_row + 1):
        if any(cell != "" for cell in cells):
            yield number


def _touches(area: Area, row: int, table: RawTable) -> bool:
    last = table.first_column + len(table.columns) - 1
    return area.overlaps(Area(row, table.first_column, row, last))


def _areas(address: str) -> Iterator[Area]:
    """The areas of an address; whole rows and whole columns too."""
    for part in filter(None, address.split(",")):
        first, _, last = part.partition(":")
        top, left = _corner(first, 1, 1)
        bottom, right = _corner(last or first, LAST_ROW, LAST_COLUMN)
        yield Area(top, left, bottom, right)


def _corner(reference: str, row: int, at_column: int) -> Sequence[int]:
    found = _ADDRESS.fullmatch(reference)
    name, number = found.groups() if found else ("", "")
    return int(number) if number else row, column(name) if name else at_column

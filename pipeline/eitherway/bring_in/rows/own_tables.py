"""Our own tables in a file: an exported CSV, or another workbook of Either Way. Nothing of them has to
be guessed.

What the pipeline writes by itself is left out: the next run writes it anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from eitherway.bring_in.brought import Application, Brought, Cells, Contact, Meeting
from eitherway.bring_in.cells.dates import Order, read
from eitherway.bring_in.cells.values import as_typed
from eitherway.bring_in.files.grids import Grid
from eitherway.bring_in.mapping.layout import Row, Sheet, sheet_of
from eitherway.model.columns import Kind, Table
from eitherway.model.schema import APPLICATIONS, INTERVIEWERS, INTERVIEWS, TABLES
from eitherway.read.text import as_lines, as_text
from eitherway.words.comparison import find

NOTES = "Notes"
NEARLY_ALL = 0.8
BROUGHT_IN = (APPLICATIONS, INTERVIEWERS, INTERVIEWS)
_FEWEST_SHEETS = 3


def own_table(headers: Sequence[str]) -> Table | None:
    """The table of ours that has these headers: nearly all of its columns, since those of another
    version differ.
    """
    tables = (table for table in TABLES if _share(table, headers) >= NEARLY_ALL)
    return max(tables, key=lambda table: len(table.columns), default=None)


def tables_alone(grids: Sequence[Grid]) -> Sequence[Grid]:
    """The sheets of a file; of a workbook of Either Way its tables: all others only show what they hold."""
    if len(grids) < _FEWEST_SHEETS:
        return grids
    sheets = [(grid, sheet_of(grid)) for grid in grids]
    tables = [(grid, own_table(sheet.headers) if sheet else None) for grid, sheet in sheets]
    if {APPLICATIONS, INTERVIEWS} <= {table for _, table in tables if table}:
        return [grid for grid, table in tables if table in BROUGHT_IN]
    return grids


def not_brought_in(sheet: str, table: Table) -> str:
    """A line for a table of ours that holds nothing of a search for work."""
    return f"The sheet {sheet} is the table {table.name}, of which nothing is brought in."


def _share(table: Table, headers: Sequence[str]) -> float:
    return sum(find(name, headers) is not None for name in table.names) / len(table.names)


def take_own(sheet: Sheet, table: Table, order: Order, as_of: date, brought: Brought) -> None:
    """Add the rows of Applications, Interviewers or Interviews; those of other tables are told."""
    if table not in BROUGHT_IN:
        brought.said.append(not_brought_in(sheet.grid.name, table))
        return
    for row in sheet.rows:
        where = f"{sheet.grid.name}, row {row.number}"
        cells, own, notes = _cells(sheet, table, row, order, as_of)
        if not cells:
            continue
        if table is APPLICATIONS:
            brought.applications.append(Application(where, cells, own, notes))
        elif table is INTERVIEWERS and cells.get("Interviewer"):
            brought.contacts.append(Contact(where, cells, notes))
        elif table is INTERVIEWS:
            label = str(cells.pop("Application", ""))
            meetings = [Meeting(cells, notes)]
            brought.applications.append(
                Application(where, {"Application": label}, meetings=meetings, is_short=True)
            )


def _cells(sheet: Sheet, table: Table, row: Row, order: Order, as_of: date) -> tuple[Cells, Cells, list[str]]:
    """The row's values in our columns, those in columns of the user's own, and its notes."""
    cells: Cells = {}
    own: Cells = {}
    notes: list[str] = []
    for header, cell in zip(sheet.headers, row.cells, strict=True):
        name = find(header, table.by_name)
        column = table.by_name[name] if name else None
        if cell == "" or not header or (column and column.ours):
            continue
        text = as_lines(cell) if isinstance(cell, str) else as_text(cell)
        if column is None:
            own[header] = as_typed(cell)
        elif column.name == NOTES:
            notes.append(text)
        else:
            found = read(cell, order, as_of) if column.kind is Kind.DATE else None
            cells[column.name] = found.day if found else text
    return cells, own, notes

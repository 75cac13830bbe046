"""Where each table and each of its columns stands, and what is missing: all of it said at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from eitherway.model.codes import Code, Severity
from eitherway.model.problems import IncompleteWorkbook, Location, Problem, errors
from eitherway.model.schema import (
    CADENCE,
    INTERVIEWS,
    SENT,
    STEPS,
    TABLES,
    Column,
    Kind,
    Role,
    Table,
    sent_column,
)
from eitherway.model.tables import Place, RawTable, column_letter
from eitherway.read.text import as_text
from eitherway.words.comparison import A_HEADER, find, loose, nearest, quote

RENAME_TABLE = "(click into it, then Table Design > Table Name)"


class Found(NamedTuple):
    """A table of the schema in the workbook: `columns` are those to read, `indexes` where their cells are.

    A column that the table does not have is in `columns` alone, and reads as empty.
    """

    table: Table
    raw: RawTable
    columns: Sequence[Column]
    indexes: Mapping[str, int]

    def place(self, rows: Mapping[str, int] | None = None) -> Place:
        """The table's place; `rows` are those of the settings."""
        letters = {name: column_letter(self.raw.first_column + i) for name, i in self.indexes.items()}
        return Place(self.table.name, self.raw.sheet, self.raw.header_row, letters, rows or {})


def find_tables(raw: Mapping[str, RawTable]) -> tuple[dict[str, Found], list[Problem]]:
    """Every table of the schema that there is, and a warning for each column that it can do without.

    Names are matched exactly, then without case, spaces and hyphens. Interviews has a date column "S sent"
    for every step S of the cadence. Raises IncompleteWorkbook with all tables and columns that are missing.
    """
    matches = {table.name: find(table.name, raw) for table in TABLES}
    if not any(matches.values()):
        raise IncompleteWorkbook([_none_at_all()])
    others = {name: raw[name] for name in raw if name not in matches.values()}
    steps = _steps(raw)
    found, problems = {}, []
    for table in TABLES:
        name = matches[table.name]
        if name is not None and not _is_anothers(table, raw[name]):
            found[table.name], said = _find_columns(table, raw[name], steps)
            problems += said
        elif not table.optional:
            problems.append(_missing_table(table, others))
    if errors(problems):
        raise IncompleteWorkbook(errors(problems))
    return found, problems


def left_outside(found: Found) -> list[Problem]:
    """Rows typed right under a table of the user's, which a program other than Excel did not take into it."""
    table, raw = found.table, found.raw
    if table.role is not Role.INPUT or not raw.below:
        return []
    first = raw.header_row + len(raw.rows) + 1
    rows = f"Row {first} stands" if raw.below == 1 else f"Rows {first} to {first + raw.below - 1} stand"
    where = Location(raw.sheet, first, column_letter(raw.first_column))
    message = f"{rows} under the table {table.name}, not in it, so nothing there is followed up."
    fix = (
        "Drag the table's lower right corner down over them (in LibreOffice: Data > Define Range), or leave "
        "an empty row between, if they do not belong to it."
    )
    return [Problem(Code.ROWS_BELOW_TABLE, Severity.ERROR, where, message, fix)]


def step_name(step: str) -> str:
    """A step's name as the rules spell it ("thank you" is "Thank-you"); a step of the user's own as typed."""
    return find(step, STEPS) or step


def _is_anothers(table: Table, raw: RawTable) -> bool:
    """Whether a table only happens to have the name of one that a workbook need not have."""
    needed = [column.name for column in table.columns if column.needed]
    return table.optional and not all(find(name, raw.columns) for name in needed)


def _steps(raw: Mapping[str, RawTable]) -> list[str]:
    name = find(CADENCE.name, raw)
    header = find("Step", raw[name].columns) if name else None
    if name is None or header is None:
        return []
    index = raw[name].columns.index(header)
    typed = [as_text(row[index]) for row in raw[name].rows]
    return list(dict.fromkeys(step_name(step) for step in typed if step))


def _find_columns(table: Table, raw: RawTable, steps: Sequence[str]) -> tuple[Found, list[Problem]]:
    columns = [*table.columns, *(_sent(step) for step in steps if table is INTERVIEWS and step not in STEPS)]
    indexes = _match(columns, raw.columns)
    unknown = [header for i, header in enumerate(raw.columns) if i not in indexes.values()]
    unused = {sent_column(step) for step in STEPS if step not in steps}
    absent = [column for column in columns if column.name not in indexes and column.name not in unused]
    problems = [_missing_column(table, raw, column, unknown) for column in absent]
    return Found(table, raw, columns, indexes), problems


def _sent(step: str) -> Column:
    return Column(sent_column(step), Kind.DATE, 13, f'The day your "{step}" went out.')


def _match(columns: Sequence[Column], headers: Sequence[str]) -> dict[str, int]:
    exact = {column.name: headers.index(column.name) for column in columns if column.name in headers}
    free: dict[str, int] = {}
    for i, header in enumerate(headers):
        if header not in exact:
            free.setdefault(loose(header), i)
    places = {column.name: exact.get(column.name, free.get(loose(column.name))) for column in columns}
    return {name: i for name, i in places.items() if i is not None}


def _none_at_all() -> Problem:
    names = ", ".join(table.name for table in TABLES if not table.optional)
    return Problem(
        Code.MISSING_TABLE,
        Severity.ERROR,
        Location("Workbook"),
        f"None of Either Way's tables is here ({names}).",
        "Open the workbook that `eitherway new` made, or make one with `eitherway new`.",
    )


def _missing_table(table: Table, others: Mapping[str, RawTable]) -> Problem:
    """The table that stands on its sheet is meant, else one whose name is near."""
    by_sheet = {other.sheet: name for name, other in others.items()}
    on_sheet = find(table.sheet, by_sheet) or ""
    meant = by_sheet.get(on_sheet) or nearest(table.name, others, A_HEADER)
    name = table.excel_name
    fix = (
        f"Did you mean {quote(meant)} on sheet {others[meant].sheet}? Rename it to {name} {RENAME_TABLE}."
        if meant
        else f"Bring back its sheet, or the table's name {name} if it was renamed {RENAME_TABLE}; "
        "`eitherway new` makes an empty workbook to compare with."
    )
    where = Location(others[meant].sheet if meant else table.sheet, table=table.name)
    return Problem(Code.MISSING_TABLE, Severity.ERROR, where, f"There is no table named {name}.", fix)


def _missing_column(table: Table, raw: RawTable, column: Column, unknown: Sequence[str]) -> Problem:
    meant = nearest(column.name, unknown, A_HEADER)
    if meant:
        return _misspelt_column(table, raw, column, meant)
    severity = Severity.ERROR if column.needed else Severity.WARNING
    where = Location(raw.sheet, column=column.name, table=table.name)
    message = f"The table {table.name} has no column {quote(column.name)}."
    fix = "Add a column with this name."
    if table is INTERVIEWS and column.name.endswith(SENT):
        fix = "Add a column with this name, or take its step out of Cadence."
    elif not column.needed:
        fix = "Add a column with this name to use it; until then it counts as empty."
    return Problem(Code.MISSING_COLUMN, severity, where, message, fix)


def _misspelt_column(table: Table, raw: RawTable, column: Column, header: str) -> Problem:
    letter = column_letter(raw.first_column + raw.columns.index(header))
    return Problem(
        Code.UNKNOWN_COLUMN,
        Severity.ERROR,
        Location(raw.sheet, raw.header_row, letter, header, table.name),
        f"The table {table.name} has no column {quote(column.name)}, but it has {quote(header)}.",
        f"Did you mean {quote(column.name)}? Rename the column.",
    )

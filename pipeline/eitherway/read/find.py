"""Where each table and each of its columns stands, and what is missing: all of it said at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from eitherway.model.codes import Code, Severity
from eitherway.model.columns import Column, Kind, Role, Table
from eitherway.model.problems import IncompleteWorkbook, Location, Problem, errors
from eitherway.model.schema import CADENCE, DAYS_OFF, INTERVIEWS, TABLES
from eitherway.model.steps import NAMED, SENT, STEPS, sent_column
from eitherway.model.tables import Place, RawTable, column_letter
from eitherway.read.dates import readings
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
    return found, [*problems, *_earlier_version(found)]


def left_outside(found: Found) -> list[Problem]:
    """Rows typed under a table of the user's, which a program other than Excel did not take into it; and
    those further down, which it could not take in as something else stands between.
    """
    near, further = _outside(found)
    said = [_told(found, near, _UNDER, _take_in(near))] if near else []
    return [*said, _told(found, further, _FURTHER, _move(further))] if further else said


def taken_in(found: Found) -> RawTable:
    """The table with the rows under it that belong to it, and the blank ones between."""
    near, _ = _outside(found)
    height, under = max(near, default=0), found.raw.under
    return replace(found.raw, rows=[*found.raw.rows, *under[:height]], under=under[height:])


_UNDER = "under the table {}, not in it"
_FURTHER = "further down under the table {}, with something else between"


def _told(found: Found, under: Sequence[int], where: str, fix: str) -> Problem:
    """What is said of rows under a table, which are counted from its end."""
    raw = found.raw
    above = raw.header_row + len(raw.rows) + raw.total_rows
    first, last = above + min(under), above + max(under)
    rows = f"Row {first} stands" if first == last else f"Rows {first} to {last} stand"
    if len(under) < last - first + 1:
        rows = f"{len(under)} rows, the last of them in row {last}, stand"
    message = f"{rows} {where.format(found.table.name)}, so nothing there is followed up."
    at = Location(raw.sheet, first, column_letter(raw.first_column))
    return Problem(Code.ROWS_BELOW_TABLE, Severity.ERROR, at, message, fix)


def _take_in(under: Sequence[int]) -> str:
    them = "it" if len(under) == 1 else "them"
    return (
        f"`eitherway run BOOK --take-in` takes {them} in, and the button Flag overdue offers to; or drag the "
        f"table's lower right corner down over {them} (in LibreOffice: Data > Define Range). What does not "
        "belong to the table should stand elsewhere."
    )


def _move(under: Sequence[int]) -> str:
    them, they_are = ("it", "it is") if len(under) == 1 else ("them", "they are")
    return f"Move {them} up into the table, or to another sheet if {they_are} none of it."


def _outside(found: Found) -> tuple[Sequence[int], Sequence[int]]:
    """Which rows under a table of the user's belong to it, counted from its end: those that it may take in,
    and those further down.

    Those that follow it at once, and those below a blank row that look like rows of it. What stands below
    something else, or below a total row, has to look like one all the more.
    """
    near: list[int] = []
    further: list[int] = []
    gap, between = False, found.raw.total_rows > 0
    for at, row in enumerate(found.raw.under if found.table.role is Role.INPUT else (), start=1):
        if not any(as_text(cell) for cell in row):
            gap = True
        elif (gap or between) and not _looks_alike(found, row):
            between = True
        elif not between:
            near.append(at)
            gap = False
        elif _is_wide(found):
            further.append(at)
    return near, further


def _is_wide(found: Found) -> bool:
    """Whether a row of the table is hard to mistake: of a list of single words anything might be one."""
    return sum(column.required for column in found.columns) > 1


def _looks_alike(found: Found, row: Sequence[object]) -> bool:
    """Whether a row has what a row of the table must have, or most of it, and something besides."""
    kinds = {column.name: column.kind for column in found.columns}
    filled = {name for name, at in found.indexes.items() if _may_be(row[at], kinds[name])}
    required = {column.name for column in found.columns if column.required}
    theirs = {column.name for column in found.columns if not column.ours}
    least = 1 if theirs == required or found.table is DAYS_OFF else 2
    return len(filled & required) >= min(2, len(required)) and len(filled & theirs) >= least


def _may_be(cell: object, kind: Kind) -> bool:
    if kind is Kind.DATE and isinstance(cell, str):
        return any(readings(cell))
    return bool(as_text(cell))


def step_name(step: str) -> str:
    """A step's name as the rules spell it ("thank you" is "Thank-you"); a step of the user's own as typed."""
    return find(step, NAMED) or step


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
    columns = [*table.columns, *(_sent(step) for step in steps if table is INTERVIEWS and step not in NAMED)]
    indexes = _match(columns, raw.columns)
    unknown = [header for i, header in enumerate(raw.columns) if i not in indexes.values()]
    unused = {sent_column(step) for step in STEPS if step not in steps}
    absent = [column for column in columns if column.name not in indexes and column.name not in unused]
    needed = [column for column in absent if not column.later or nearest(column.name, unknown, A_HEADER)]
    problems = [_missing_column(table, raw, column, unknown) for column in needed]
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


def _earlier_version(found: Mapping[str, Found]) -> list[Problem]:
    """The columns that came with a later version are offered, all in one."""
    absent = [
        f"{column.name} in {table.table.name}"
        for table in found.values()
        for column in table.columns
        if column.later and column.name not in table.indexes
    ]
    if not absent:
        return []
    them = "a column" if len(absent) == 1 else f"{len(absent)} columns"
    message = (
        f"This workbook was made by an earlier version, without {them} of this one: {', '.join(absent)}."
    )
    adds, until = ("it", "it counts") if len(absent) == 1 else ("them", "they count")
    fix = f"`eitherway new --upgrade BOOK` adds {adds} and changes nothing else; until then {until} as empty."
    return [Problem(Code.EARLIER_VERSION, Severity.WARNING, Location("Workbook"), message, fix)]


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

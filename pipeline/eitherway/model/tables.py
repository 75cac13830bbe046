"""The workbook's tables: raw, as a Book hands them over, and typed, as the stages work with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from eitherway.model.problems import Location
from eitherway.words.comparison import find

if TYPE_CHECKING:
    import pandas as pd

    from eitherway.model.records import CellChange, Settings


class Uncalculated(str):
    """A formula that is stored without its value, with its equals sign: what it shows is not known."""

    __slots__ = ()


Formats = Callable[[int], Mapping[int, str]]


def _none(column: int) -> Mapping[int, str]:
    """Where no number format is known."""
    return {}


@dataclass(frozen=True, slots=True)
class RawTable:
    """One Excel table as it stands: where it is and what its cells hold.

    `columns` are the headers as typed; `rows` holds one list per data row, as long as `columns`, of str, int,
    float, bool, datetime.date, datetime.datetime, datetime.time, datetime.timedelta, or "" for an empty cell.
    A formula gives its stored value, or `Uncalculated` where none is stored; an error its text ("#REF!").
    `header_row` and `first_column` count from 1, as Excel does. A number in place of a date counts days from
    1904 if `date_1904`, else from 1900 (ECMA-376 part 1, 18.17.4.1). `under` are the rows right under the
    table, not in it, as wide as it, down to the last that holds something before another table begins (as far
    as the book looks); its `total_rows` stand between. `formats` gives the number formats of a column,
    counted from 0, by row.
    """

    name: str
    sheet: str
    header_row: int
    first_column: int
    columns: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    date_1904: bool = False
    under: Sequence[Sequence[object]] = ()
    total_rows: int = 0
    formats: Formats = field(default=_none, compare=False, repr=False)


class Place(NamedTuple):
    """Where a typed table stands: its sheet, its header row and the letter of each schema column.

    `rows` gives the Excel row of each setting that stands in Settings; other tables have none.
    """

    table: str
    sheet: str
    header_row: int
    letters: Mapping[str, str]
    rows: Mapping[str, int] = MappingProxyType[str, int]({})

    def at(self, row: int, column: str) -> Location:
        """The location of the cell in `column` of Excel row `row`."""
        return Location(self.sheet, row, self.letters.get(column, ""), column, self.table)


class Tables(NamedTuple):
    """The user's tables, typed. Each frame has the schema's columns by name, plus `row`, Excel's row number.

    Text is str, "" when empty, trimmed and in Unicode NFC; dates are datetime64[s], NaT when empty; whole
    numbers are Int64, <NA> when empty. Rows that are wholly empty in the user's columns are left out.
    Interviews has one date column per step of the cadence besides the schema's, "<Step> sent". `words` are
    the user's own for proofreading; `accepted` holds the fingerprints of the findings that the user accepted.
    """

    applications: pd.DataFrame
    interviewers: pd.DataFrame
    interviews: pd.DataFrame
    cadence: pd.DataFrame
    days_off: pd.DataFrame
    settings: Settings
    places: Mapping[str, Place]
    words: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()


def setting_at(tables: Tables, name: str) -> Location:
    """The Value cell of a setting; without a cell where Settings has no such row."""
    place = tables.places["Settings"]
    return place.at(place.rows.get(name, 0), "Value")


def with_changes(raw: Mapping[str, RawTable], changes: Sequence[CellChange]) -> dict[str, RawTable]:
    """The raw tables as they would be after `changes`; the workbook itself is not touched."""
    changed = dict(raw)
    for change in changes:
        name = find(change.table, changed)
        if name is not None:
            changed[name] = _with_change(changed[name], change)
    return changed


def cells_of(raw: Mapping[str, RawTable], table: str, columns: Sequence[str]) -> Iterator[dict[str, object]]:
    """Those of a table's cells, row by row, that stand in `columns`; none where there is no such table."""
    name = find(table, raw)
    if name is None:
        return
    headers = {column: find(column, raw[name].columns) for column in columns}
    at = {column: raw[name].columns.index(header) for column, header in headers.items() if header is not None}
    for row in raw[name].rows:
        yield {column: row[i] for column, i in at.items()}


def without_blank_end(rows: Sequence[Sequence[object]]) -> Sequence[Sequence[object]]:
    """The rows down to the last one that holds something."""
    filled = [i for i, row in enumerate(rows) if any(cell != "" for cell in row)]
    return rows[: filled[-1] + 1] if filled else ()


def _with_change(table: RawTable, change: CellChange) -> RawTable:
    header = find(change.column, table.columns)
    if header is None:
        return table
    at = change.row - table.header_row - 1
    row = list(table.rows[at])
    row[table.columns.index(header)] = change.value
    return replace(table, rows=[*table.rows[:at], row, *table.rows[at + 1 :]])


def column_letter(number: int) -> str:
    """Excel's letters for a column counted from 1: 1 is "A", 27 is "AA"."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

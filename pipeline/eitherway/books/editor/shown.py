"""Cell changes in words for people: each value roughly as its cell shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from typing import overload

from eitherway.books.editor.places import Changes, SheetPart, TableAt
from eitherway.books.sheet import areas
from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.cell_values import day_0
from eitherway.books.sheet.cell_xml import Change
from eitherway.model import schema
from eitherway.model.columns import Kind
from eitherway.model.records import CellEdit, CellValue, Formula, Link
from eitherway.words.comparison import find

_DATES = (Kind.DATE, Kind.MOMENT)


class Shown(Sequence[CellEdit]):
    """Each change with its cell's address and its text before and after, put into words when looked at."""

    def __init__(self, tables: Sequence[TableAt], changes: Changes, *, date_1904: bool = False) -> None:
        """`tables` are those before the changes."""
        self._by_sheet = changes
        self._tables = tables
        self._date_1904 = date_1904

    def __len__(self) -> int:
        return sum(map(len, self._by_sheet.values()))

    @overload
    def __getitem__(self, index: int) -> CellEdit: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[CellEdit]: ...

    def __getitem__(self, index: int | slice) -> CellEdit | Sequence[CellEdit]:
        if isinstance(index, slice):
            return [self._edit(*change) for change in self._changes[index]]
        return self._edit(*self._changes[index])

    @cached_property
    def _changes(self) -> Sequence[tuple[SheetPart, Change]]:
        return [(sheet, change) for sheet, cells in self._by_sheet.items() for change in cells]

    @cached_property
    def _dates(self) -> Mapping[SheetPart, list[Area]]:
        return _date_areas(self._tables)

    def _edit(self, sheet: SheetPart, change: Change) -> CellEdit:
        row, column, before, value = change
        old: CellValue = before.value
        if isinstance(old, float) and any(dates.holds(row, column) for dates in self._dates.get(sheet, ())):
            old = _moment(old, self._date_1904)
        return CellEdit(sheet.name, areas.address(row, column), _text(old), _text(value))


def _date_areas(tables: Iterable[TableAt]) -> Mapping[SheetPart, list[Area]]:
    found: dict[SheetPart, list[Area]] = defaultdict(list)
    for table in tables:
        found[table.sheet] += _date_columns(table)
    return found


def _date_columns(table: TableAt) -> Iterator[Area]:
    known = find(table.xml.name, schema.BY_NAME)
    for column in schema.BY_NAME[known].columns if known else ():
        header = find(column.name, table.xml.columns) if column.kind in _DATES else None
        if header is not None:
            left = table.xml.body.left + table.xml.columns.index(header)
            yield table.xml.body._replace(left=left, right=left)


def _moment(days: float, date_1904: bool) -> datetime | float:
    try:
        return day_0(date_1904) + timedelta(days=days)
    except OverflowError:
        return days


def _text(value: CellValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes").removesuffix(" 00:00")
    if isinstance(value, Link):
        return value.text
    if isinstance(value, Formula):
        return _text(value.shows)
    return f"{value:g}" if isinstance(value, float) else str(value)

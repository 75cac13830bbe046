"""The rows of a foreign sheet as applications with their interviews, and the people that they name.

Every cell that holds anything ends somewhere: in a column of ours, in one of the user's own, or as a line of
Notes that begins with its header.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from eitherway.bring_in.brought import Brought, Ways
from eitherway.bring_in.cells import values as cell_
from eitherway.bring_in.cells.dates import Order, order_of
from eitherway.bring_in.cells.meetings import steps_in
from eitherway.bring_in.cells.people import is_family_first
from eitherway.bring_in.mapping.columns import recur
from eitherway.bring_in.mapping.headers import meaning_of
from eitherway.bring_in.mapping.layout import Row, Sheet
from eitherway.bring_in.meanings import (
    ABOUT_PEOPLE,
    AMONG_WORDS,
    DATED,
    PEOPLE,
    Column,
    Meaning,
)
from eitherway.bring_in.rows.row_reader import RowReader, Taker, taker_of
from eitherway.bring_in.vocabulary import bare
from eitherway.read.text import as_text
from eitherway.words.comparison import quote

_M = Meaning
_SOME = 1_000
_NAMING = (_M.COMPANY, _M.ROLE, _M.ROLE_AT_COMPANY)
_SEVERAL = re.compile(
    r"interviewers|people|panel|members|entrevistadores|intervieweurs|interlocuteurs|personen"
)


def take_rows(
    sheet: Sheet, columns: Sequence[Column], ways: Ways, orders: Mapping[int, Order], brought: Brought
) -> None:
    """Add the sheet's rows to what was brought; `orders` are those of the columns' dates, by their places."""
    reader = _Reader(sheet, columns, ways, orders, brought)
    for row in continued(sheet, columns):
        reader.take(row)
    if reader.empty:
        words = ", ".join(f"{quote(text)} ({number})" for text, number in reader.empty.most_common())
        brought.said.append(f"Cells that say only this count as empty: {words}.")


def continued(sheet: Sheet, columns: Sequence[Column]) -> Iterator[Row]:
    """The rows; one that names no application, but an interview, is about that of the row above it."""
    named = [column.place for column in columns if column.meaning in _NAMING]
    met = [column.place for column in columns if column.meaning in (_M.INTERVIEW, _M.INTERVIEWER, _M.DATE)]
    above: Sequence[object] = ()
    for row in sheet.rows:
        if any(row.cells[i] != "" for i in named):
            above = row.cells
        elif above and any(row.cells[i] != "" for i in met):
            cells = [*row.cells]
            for i in named:
                cells[i] = above[i]
            yield row._replace(cells=cells)
            continue
        yield row


def orders_of(sheet: Sheet, columns: Sequence[Column], as_of: date) -> dict[int, Order]:
    """The order of day and month of each column whose own dates tell."""
    found = {}
    for column in columns:
        if column.meaning in DATED or column.meaning is Meaning.OWN:
            latest = as_of if column.meaning is _M.APPLIED_ON else None
            cells = dated_cells(sheet, column)
            order = order_of(cells, latest=latest, within=column.meaning in AMONG_WORDS)
            if order:
                found[column.place] = order
    return found


def dated_cells(sheet: Sheet, column: Column) -> Iterator[object]:
    """The column's cells; of notes only what dates a step of hiring."""
    cells = (row.cells[column.place] for row in sheet.rows)
    if column.meaning is not _M.NOTES_AND_INTERVIEWS:
        return cells
    return (piece for cell in cells if isinstance(cell, str) for piece in steps_in(cell))


def settled_orders(
    columns: Sequence[Column], own: Mapping[int, Order], file_order: Order
) -> dict[int, Order]:
    """The order of each column: its own if its dates prove it, else the file's if others prove that,
    else the likely.
    """
    return {
        column.place: one
        if (one := own.get(column.place)) and (one.is_sure or not file_order.is_sure)
        else file_order
        for column in columns
    }


class _Reader:
    """Reads one sheet, row by row."""

    def __init__(
        self,
        sheet: Sheet,
        columns: Sequence[Column],
        ways: Ways,
        orders: Mapping[int, Order],
        brought: Brought,
    ) -> None:
        self._sheet, self._ways, self._brought = sheet, ways, brought
        self.empty: Counter[str] = Counter()
        self._columns = [column for column in columns if column.meaning is not _M.LEAVE_OUT]
        notes = next((each.place for each in columns if _is_notes(each)), -1)
        self._plan = [
            (column, column.place, orders[column.place], *_taker(column, notes)) for column in self._columns
        ]
        people = [column for column in columns if column.meaning in PEOPLE]
        cells = (row.cells[column.place] for column in people for row in sheet.rows)
        self._family_first = is_family_first(
            as_text(cell) for cell in islice(filter(None, cells), _SOME)
        ) and not any(_SEVERAL.search(bare(column.header)) for column in people)
        named = {column.meaning for column in columns}
        self._is_people = bool(named & {*PEOPLE, *ABOUT_PEOPLE, _M.LAST_NAME}) and not named & {
            *(_M.ROLE, _M.STATUS, _M.OUTCOME, _M.APPLIED_ON, _M.INTERVIEW, _M.DATE, _M.REACHED)
        }
        self._are_interviews = _M.INTERVIEW in named and recur(sheet, columns)
        self._is_annotated = bool(sheet.grid.links or sheet.grid.comments)
        self._is_short = not named & {_M.STATUS, _M.OUTCOME, _M.APPLIED_ON, _M.REACHED, _M.SOURCE} and (
            _M.INTERVIEW in named or _M.DATE in named
        )

    def take(self, row: Row) -> None:
        """Add what the row holds."""
        where = f"{self._sheet.grid.name}, row {row.number}"
        one = RowReader(where, self._ways, self._brought.statuses, self._family_first)
        cells = row.cells
        for column, place, order, take, takes_blanks in self._plan:
            cell = cells[place]
            if cell == "":
                if column.meaning is _M.REACHED:
                    take(one, column, False, order)
            elif isinstance(cell, str) and cell[0] == "#" and cell_.ERROR.fullmatch(cell.strip()):
                self._tell_error(one, column, cell.strip())
            elif takes_blanks or not cell_.is_blank(cell):
                take(one, column, cell, order)
            else:
                self.empty[as_text(cell)] += 1
        if self._is_annotated:
            self._take_notes(one, row)
        if self._is_short or self._are_interviews:
            one.is_interview(with_own=self._is_short)
        one.finish()
        if not self._is_people:
            one.application.is_short = self._is_short
            self._brought.applications.append(one.application)
        self._brought.contacts += one.contacts(are_all=self._is_people)

    def _take_notes(self, one: RowReader, row: Row) -> None:
        """What stands behind the row's cells and on them."""
        grid = self._sheet.grid
        for column in self._columns:
            place = (row.number - 1, column.place)
            if comment := grid.comments.get(place):
                one.application.notes.append(f"Comment on {column.header}: {comment}")
            if link := grid.links.get(place):
                one.link(column, row.cells[column.place], link)

    def _tell_error(self, one: RowReader, column: Column, error: str) -> None:
        self._brought.said.append(
            f"{one.application.where}: {column.header} holds the error {error}; "
            "mend it in the file, or type what it should say."
        )
        one.application.notes.append(f"{column.header}: {error}")


def _taker(column: Column, notes: int) -> tuple[Taker, bool]:
    """What takes the column's cells, and whether it takes those that say nothing ("-") as well."""
    if column.meaning is _M.NOTES and not column.group:
        return RowReader.note_plainly if column.place == notes else RowReader.note, True
    return taker_of(column.meaning), column.meaning in (_M.OWN, _M.NOTES_AND_INTERVIEWS)


def _is_notes(column: Column) -> bool:
    """Whether the column is the file's own notes, by its name: its text needs no header before it."""
    if column.meaning is _M.NOTES_AND_INTERVIEWS:
        return True
    named = meaning_of(column.header)
    return column.meaning is _M.NOTES and not column.group and named is not None and named[0] is _M.NOTES

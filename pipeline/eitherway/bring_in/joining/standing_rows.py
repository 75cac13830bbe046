"""The rows that stand in the workbook, found by what a person would know them by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from difflib import SequenceMatcher

from eitherway.books.sheet.cell_values import day_0
from eitherway.bring_in.brought import Application, Cells
from eitherway.bring_in.cells.dates import Order, read
from eitherway.bring_in.joining.gathering import SAME_DAYS, keys_of
from eitherway.bring_in.joining.keys import company_key, link_key, person_key, role_key
from eitherway.model.columns import Kind, Table
from eitherway.model.problems import Location
from eitherway.model.records import CellValue
from eitherway.model.schema import APPLICATIONS, INTERVIEWERS
from eitherway.model.tables import RawTable, column_letter
from eitherway.read.text import as_lines, as_text
from eitherway.words.comparison import find
from eitherway.words.names import folded

NEAR = 0.85
_LATEST = 100_000
_NO_LETTERS = re.compile(r"[\W_]+")
_SAME_BEGINNING = 3


class StandingRow:
    """A row of the workbook's, by its number; what is filled now is remembered."""

    def __init__(self, number: int, cells: dict[str, CellValue]) -> None:
        """`cells` are the values by the schema's names, "" where empty; dates are dates."""
        self.number = number
        self._cells = cells

    def get(self, name: str) -> CellValue:
        """What stands in a column."""
        return self._cells.get(name, "")

    def fill(self, name: str, value: CellValue) -> None:
        """Remember that the cell gets a value."""
        self._cells[name] = value

    @property
    def label(self) -> str:
        """The application's label; where it is empty, company and role."""
        typed = str(self.get("Application"))
        return typed or " - ".join(filter(None, (str(self.get("Company")), str(self.get("Role")))))


class Standing:
    """The rows of one table."""

    def __init__(self, table: Table, raw: Mapping[str, RawTable]) -> None:
        """Index the table's rows; there are none where the workbook has no such table."""
        self.table = table
        name = find(table.name, raw)
        self._raw = raw[name] if name else None
        self.columns = self._raw.columns if self._raw else ()
        self.rows = [*_rows(table, self._raw)] if self._raw else []
        self._taken: set[int] = set()
        self._index()

    def at(self, row: int, column: str) -> Location:
        """The location of a cell."""
        header = find(column, self.columns)
        if self._raw is None or header is None:
            return Location(self.table.sheet, row, "", column, self.table.name)
        letter = column_letter(self._raw.first_column + self.columns.index(header))
        return Location(self._raw.sheet, row, letter, header, self.table.name)

    def application(self, brought: Application, said: int | None, *, exactly: bool) -> StandingRow | None:
        """The row of Applications that this one is; each stands for one only. `exactly`: of the very
        same day.
        """
        if not self.rows:
            return None
        if said is not None:
            return next((row for row in self.rows if row.number == said), None)
        company, role = keys_of(brought)
        if not company and brought.is_short:
            return self.labelled(str(brought.cells["Application"]))
        if not role and brought.is_short:
            some = self._by_company[company]
        else:
            some = self._by_key[company, role] or self._by_link[link_key(str(brought.cells.get("Link", "")))]
        some = [row for row in some if row.number not in self._taken or brought.is_short]
        day = brought.cells.get("Applied on")
        chosen = _by_day(
            some, day if isinstance(day, date) else None, str(brought.cells.get("Application")), exactly
        )
        if chosen:
            self._taken.add(chosen.number)
        return chosen

    def near(self, brought: Application) -> StandingRow | None:
        """A row that may be the same application: the same role at a company of nearly the same name."""
        company, role = keys_of(brought)
        for row in self._by_beginning[company[:_SAME_BEGINNING]] if company else ():
            other = company_key(str(row.get("Company")))
            same_role = role_key(str(row.get("Role"))) == role or not role
            if row.number in self._taken or not same_role or other == company:
                continue
            if other.startswith(company) or company.startswith(other) or _ratio(other, company) >= NEAR:
                return row
        return None

    def free_label(self, label: str) -> str:
        """The label, numbered where it stands already."""
        free, number = label, 1
        while folded(free) in self._labels:
            number += 1
            free = f"{label} ({number})"
        self._labels[folded(free)] = None
        return free

    def person(self, cells: Cells) -> StandingRow | None:
        """The row of Interviewers for this person: the same name, and no other company."""
        company = company_key(str(cells.get("Company", "")))
        name = self.full_name(str(cells["Interviewer"]), str(cells.get("Company", "")))
        for row in self._by_person[person_key(name)]:
            other = company_key(str(row.get("Company")))
            if not company or not other or company == other:
                return row
        return None

    def full_name(self, name: str, company: str) -> str:
        """The name as it stands in full at this company, where only one person there is so called."""
        key, at = person_key(name), company_key(company)
        if not key or " " in key or key in self._by_person:
            return name
        whole = {str(row.get("Interviewer")) for row in self._by_first_name[at, key]}
        return whole.pop() if len(whole) == 1 else name

    def meeting(self, label: str, day: CellValue, person: str) -> StandingRow | None:
        """The row of Interviews for this person on this day, or one of that day that still names nobody."""
        some = [row for row in self._by_meeting[folded(label), day] if row.number not in self._taken]
        named = [row for row in some if person_key(str(row.get("Interviewer"))) == person]
        free = [row for row in some if not row.get("Interviewer") or not person]
        chosen = next(iter([*named, *free]), None)
        if chosen:
            self._taken.add(chosen.number)
        return chosen

    def names(self, cells: Cells, applications: Standing) -> bool:
        """Whether a row of Interviews names this person, for an application to no other company."""
        key, company = person_key(str(cells["Interviewer"])), company_key(str(cells.get("Company", "")))
        for row in self._by_person[key]:
            at = applications.labelled(str(row.get("Application")))
            other = company_key(str(at.get("Company"))) if at else ""
            if not company or not other or other == company:
                return True
        return False

    def labelled(self, label: str) -> StandingRow | None:
        """The row of Applications of this label."""
        return self._labels.get(folded(label))

    def _index(self) -> None:
        self._by_key: dict[tuple[str, str], list[StandingRow]] = defaultdict(list)
        self._by_company: dict[str, list[StandingRow]] = defaultdict(list)
        self._by_beginning: dict[str, list[StandingRow]] = defaultdict(list)
        self._by_link: dict[str, list[StandingRow]] = defaultdict(list)
        self._by_person: dict[str, list[StandingRow]] = defaultdict(list)
        self._by_first_name: dict[tuple[str, str], list[StandingRow]] = defaultdict(list)
        self._by_meeting: dict[tuple[str, CellValue], list[StandingRow]] = defaultdict(list)
        self._labels: dict[str, StandingRow | None] = {}
        for row in self.rows:
            if self.table is APPLICATIONS:
                self._index_application(row)
            elif self.table is INTERVIEWERS:
                self._index_person(row)
            else:
                self._by_meeting[folded(str(row.get("Application"))), row.get("Date")].append(row)
                self._by_person[person_key(str(row.get("Interviewer")))].append(row)

    def _index_application(self, row: StandingRow) -> None:
        company, role = company_key(str(row.get("Company"))), role_key(str(row.get("Role")))
        self._by_key[company, role].append(row)
        self._by_company[company].append(row)
        self._by_beginning[company[:_SAME_BEGINNING]].append(row)
        self._labels.setdefault(folded(row.label), row)
        if link := link_key(str(row.get("Link"))):
            self._by_link[link].append(row)

    def _index_person(self, row: StandingRow) -> None:
        key = person_key(str(row.get("Interviewer")))
        self._by_person[key].append(row)
        for word in {*key.split()[:1], *key.split()[-1:]}:
            self._by_first_name[company_key(str(row.get("Company"))), word].append(row)


def alike(name: str, stands: CellValue, value: CellValue) -> bool:
    """Whether a cell says what the file says, however it is typed."""
    if name == "Company":
        return company_key(str(stands)) == company_key(str(value))
    if name == "Role":
        return role_key(str(stands)) == role_key(str(value))
    if name == "Address":
        return _NO_LETTERS.sub(" ", _typed(stands)) == _NO_LETTERS.sub(" ", _typed(value))
    if name == "Link":
        return link_key(str(stands)) == link_key(str(value)) or str(stands) == str(value)
    if isinstance(value, date) and isinstance(stands, str):
        found = read(stands, Order(day_first=True, is_sure=False, why=""), value)
        return found is not None and found.day == value
    return _typed(stands) == _typed(value)


def _typed(value: CellValue) -> str:
    return " ".join(as_text(value).split()).casefold()


def _rows(table: Table, raw: RawTable) -> list[StandingRow]:
    names = {header: column for column in table.drawn if (header := find(column.name, raw.columns))}
    found = []
    for number, cells in enumerate(raw.rows, start=raw.header_row + 1):
        values: dict[str, CellValue] = {}
        for header, cell in zip(raw.columns, cells, strict=True):
            column = names.get(header)
            if column is None or not column.ours:
                values[column.name if column else header] = _value(
                    cell, raw, is_date=bool(column and column.kind is Kind.DATE)
                )
        if any(value != "" for value in values.values()):
            found.append(StandingRow(number, values))
    return found


def _value(cell: object, raw: RawTable, *, is_date: bool) -> CellValue:
    match cell:
        case datetime():
            return cell.date() if is_date else cell
        case date() | bool():
            return cell
        case int() | float():
            is_day = is_date and 0 < cell < _LATEST
            return (day_0(raw.date_1904) + timedelta(days=int(cell))).date() if is_day else cell
        case str():
            return as_lines(cell)
    return as_text(cell)


def _by_day(some: list[StandingRow], day: date | None, label: str, exactly: bool) -> StandingRow | None:
    """Of several applications for one role the one of that day, of that label, or near it."""
    exact = [row for row in some if row.get("Applied on") == (day or "")]
    if exact or exactly:
        return next((row for row in exact if folded(row.label) == folded(label)), next(iter(exact), None))
    undated = [row for row in some if not isinstance(row.get("Applied on"), date)]
    if day is None or undated:
        return next(iter([*undated, *some]), None)
    near = [
        row
        for row in some
        if isinstance(at := row.get("Applied on"), date) and abs((at - day).days) <= SAME_DAYS
    ]
    return near[0] if len(near) == 1 else None


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()

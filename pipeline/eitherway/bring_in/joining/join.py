"""What a file brings, beside what the workbook holds: rows to add, empty cells to fill, cells that differ.

A cell of the user's is never replaced unless they say so; a row that is there already is not added again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from eitherway.bring_in.brought import Application, Brought, Cells, Contact, Meeting
from eitherway.bring_in.cells.values import line
from eitherway.bring_in.joining.keys import person_key
from eitherway.bring_in.joining.standing_rows import Standing, StandingRow, alike
from eitherway.model.columns import Table
from eitherway.model.problems import Location
from eitherway.model.records import Append, CellChange, CellValue, Edits, Growth, Widening
from eitherway.model.schema import APPLICATIONS, INTERVIEWERS, INTERVIEWS
from eitherway.model.tables import RawTable
from eitherway.words.comparison import find, loose

NOTES = "Notes"
LIKE = "Source"
"""The column of Applications whose look a column of the user's own gets."""
_NOT_COMPARED = ("Application", "Round", "Format", "Interviewer", "Contact")
_LONGEST_CELL = 32_767


class Difference(NamedTuple):
    """A cell of the user's for which the file says something else."""

    where: Location
    stands: str
    file: str
    change: CellChange


class Doubt(NamedTuple):
    """An application that may be one that stands in the workbook already, `row` of Applications."""

    where: str
    label: str
    row: int
    stands: str


@dataclass(slots=True)
class Joined:
    """What an import would write. `added` are the new rows of each table, `filled` the empty cells it fills.

    `left` are the people of an address book who are not in the workbook; `growths` are the rows that stood
    under the workbook's tables, and are taken in first.
    """

    added: dict[str, list[Cells]] = field(default_factory=dict)
    filled: list[CellChange] = field(default_factory=list)
    differing: list[Difference] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    growths: Sequence[Growth] = ()
    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    known: int = 0
    left: int = 0

    @property
    def own_columns(self) -> list[str]:
        """The names of the columns that the tables get besides ours."""
        return [name for columns in self.columns.values() for name in columns]

    def edits(self, purpose: str, *, update: bool = False) -> Edits:
        """All of it as one write; with `update` what differs is replaced."""
        changes = [*self.filled, *([each.change for each in self.differing] if update else [])]
        appends = [Append(table, rows) for table, rows in self.added.items() if rows]
        widenings = [Widening(table, columns) for table, columns in self.columns.items()]
        return Edits(changes, (), appends, self.growths, widenings, purpose)


def join(
    brought: Brought,
    raw: Mapping[str, RawTable],
    growths: Sequence[Growth] = (),
    *,
    own_columns: bool = True,
    all_people: bool = False,
    same: Mapping[str, int] | None = None,
) -> Joined:
    """Lay what was brought beside the workbook's tables, which hold already what `growths` take in.

    `own_columns`: what means nothing to us becomes columns of the user's own, else lines of Notes.
    `all_people`:
    people of an address book who are not in the workbook are added too. `same` gives rows of the file
    the row of Applications that they are, 0 for none, where the user was asked.
    """
    joining = _Joining(raw, own_columns, same or {})
    joining.joined.growths = growths
    standing = joining.find(brought.applications)
    for application, row in zip(brought.applications, standing, strict=True):
        joining.take(application, row)
    for contact in brought.contacts:
        joining.meet(contact, add=True)
    for contact in brought.address_book:
        joining.meet(contact, add=all_people or joining.has_met(contact))
    return joining.joined


class _Joining:
    def __init__(self, raw: Mapping[str, RawTable], own_columns: bool, same: Mapping[str, int]) -> None:
        self.joined = Joined(added={table.name: [] for table in (APPLICATIONS, INTERVIEWERS, INTERVIEWS)})
        self._rows = {table.name: Standing(table, raw) for table in (APPLICATIONS, INTERVIEWERS, INTERVIEWS)}
        self._own_columns = own_columns
        self._same = same
        self._own: dict[str, str] = {}
        self._there: dict[tuple[str, str], bool] = {}

    def find(self, applications: Sequence[Application]) -> list[StandingRow | None]:
        """The rows that they are: first those of the very same day, so that none takes the row of another."""
        standing = self._rows[APPLICATIONS.name]
        said = [self._same.get(each.where) for each in applications]
        found = [standing.application(*each, exactly=True) for each in zip(applications, said, strict=True)]
        return [
            row or standing.application(each, number, exactly=False)
            for each, number, row in zip(applications, said, found, strict=True)
        ]

    def take(self, application: Application, row: StandingRow | None) -> None:
        """Add the application, or what it says besides; then its interviews."""
        standing = self._rows[APPLICATIONS.name]
        if row is None:
            if application.where not in self._same and (near := standing.near(application)):
                label = str(application.cells["Application"])
                self.joined.doubts.append(Doubt(application.where, label, near.number, near.label))
            label = standing.free_label(str(application.cells["Application"]))
            cells = {**application.cells, "Application": label}
            self._add(APPLICATIONS, cells, application.own, application.notes)
        else:
            self.joined.known += 1
            label = row.label
            told = {
                name: value for name, value in application.cells.items() if name not in application.guessed
            }
            self._compare(APPLICATIONS, row, told, application.own, application.notes)
        for meeting in application.meetings:
            self._take_meeting(label, application, meeting, is_new=row is None)

    def meet(self, contact: Contact, *, add: bool) -> None:
        """Add the person, or what is new about them."""
        row = self._rows[INTERVIEWERS.name].person(contact.cells)
        if row is not None:
            self._compare(INTERVIEWERS, row, contact.cells, {}, contact.notes)
        elif add:
            self._add(INTERVIEWERS, contact.cells, {}, contact.notes)
        else:
            self.joined.left += 1

    def has_met(self, contact: Contact) -> bool:
        """Whether Interviews names the person, at no other company."""
        return self._rows[INTERVIEWS.name].names(contact.cells, self._rows[APPLICATIONS.name])

    def _take_meeting(self, label: str, application: Application, meeting: Meeting, *, is_new: bool) -> None:
        name = str(meeting.cells.get("Interviewer", ""))
        full = self._rows[INTERVIEWERS.name].full_name(name, str(application.cells.get("Company", "")))
        cells = {"Application": label, **meeting.cells, **({"Interviewer": full} if name else {})}
        row = (
            None
            if is_new
            else self._rows[INTERVIEWS.name].meeting(label, cells.get("Date"), person_key(full))
        )
        if row is None:
            self._add(INTERVIEWS, cells, {}, meeting.notes)
        else:
            self._compare(INTERVIEWS, row, cells, {}, meeting.notes)

    def _add(self, table: Table, cells: Cells, own: Cells, notes: Sequence[str]) -> None:
        kept, more = self._placed(table, cells, own)
        if text := "\n".join([*notes, *more]):
            kept[NOTES] = self._short(text, str(cells.get("Application") or cells.get("Interviewer")))
        self.joined.added[table.name].append(kept)

    def _short(self, text: str, where: str) -> str:
        if len(text) <= _LONGEST_CELL:
            return text
        self.joined.said.append(
            f"{where}: its notes are longer than a cell of Excel's can be; the end was cut off."
        )
        return text[: _LONGEST_CELL - 3] + "..."

    def _placed(self, table: Table, cells: Cells, own: Cells) -> tuple[Cells, list[str]]:
        """The values whose columns there are, and the others as lines of Notes."""
        kept: Cells = {}
        lines = []
        for name, value in cells.items():
            if value in (None, ""):
                continue
            if not self._has(table, name):
                lines.append(line(name, value))
            else:
                kept[name] = value
        for header, value in own.items():
            if value in (None, ""):
                continue
            if name := self._own_name(table, header):
                kept[name] = value
            else:
                lines.append(line(header, value))
        return kept, lines

    def _has(self, table: Table, name: str) -> bool:
        key = (table.name, name)
        if key not in self._there:
            self._there[key] = find(name, self._rows[table.name].columns) is not None
        return self._there[key]

    def _own_name(self, table: Table, header: str) -> str:
        """The column of the user's own for this header, made where there is none; "" where it goes to
        Notes.
        """
        if header in self._own:
            return self._own[header]
        columns = self._rows[table.name].columns
        name = " ".join(header.split())[:200]
        if any(loose(name) == loose(each.name) for each in table.drawn):
            name = f"{name} (brought in)"
        there = find(name, columns)
        if there is None and not self._own_columns:
            name = ""
        elif there is None:
            taken = [loose(each) for each in self.joined.own_columns]
            name = f"{name} ({len(taken)})" if loose(name) in taken else name
            self.joined.columns.setdefault(table.name, {})[name] = LIKE
        self._own[header] = there or name
        return self._own[header]

    def _compare(
        self, table: Table, row: StandingRow, cells: Cells, own: Cells, notes: Sequence[str]
    ) -> None:
        kept, more = self._placed(table, cells, own)
        place = self._rows[table.name]
        for name, value in kept.items():
            stands = row.get(name)
            if stands in ("", None):
                self.joined.filled.append(CellChange(table.name, row.number, name, value))
                row.fill(name, value)
            elif name not in _NOT_COMPARED and not alike(name, stands, value):
                self._differ(place, row, name, stands, value)
        self._compare_notes(table, row, [*notes, *more])

    def _compare_notes(self, table: Table, row: StandingRow, lines: Sequence[str]) -> None:
        stands = str(row.get(NOTES) or "")
        there = {" ".join(each.split()) for each in stands.splitlines()}
        new = [
            each
            for each in lines
            if not {" ".join(part.split()) for part in each.splitlines()} <= there | {""}
        ]
        if not new:
            return
        text = self._short("\n".join(filter(None, [stands, *new])), row.label)
        if not stands:
            self.joined.filled.append(CellChange(table.name, row.number, NOTES, text))
            row.fill(NOTES, text)
        else:
            self._differ(self._rows[table.name], row, NOTES, "\n".join(new), text, is_more=True)

    def _differ(
        self,
        place: Standing,
        row: StandingRow,
        name: str,
        stands: CellValue,
        value: CellValue,
        *,
        is_more: bool = False,
    ) -> None:
        where = place.at(row.number, name)
        shown = (f"... {stands}" if is_more else str(value), "" if is_more else str(stands))
        change = CellChange(place.table.name, row.number, name, value)
        self.joined.differing.append(Difference(where, shown[1], shown[0], change))

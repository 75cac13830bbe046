"""The rows of a foreign sheet as applications with their interviews, and the people that they name.

Every cell that holds anything ends somewhere: in a column of ours, in one of the user's own, or as a line of
Notes that begins with its header.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import islice

from eitherway.bring_in import cells as cell_
from eitherway.bring_in.brought import Application, Brought, Contact, Ways
from eitherway.bring_in.columns import recur
from eitherway.bring_in.dates import Order, dated, dates_in, order_of, read
from eitherway.bring_in.headers import meaning_of
from eitherway.bring_in.interviews import Talks
from eitherway.bring_in.layout import Row, Sheet
from eitherway.bring_in.meanings import (
    ABOUT_PEOPLE,
    APPLICATION_DATES,
    APPLICATION_TEXTS,
    DATED,
    INTERVIEW_DATES,
    PEOPLE,
    Column,
    Meaning,
    Sureness,
)
from eitherway.bring_in.people import Person, is_family_first, people_in
from eitherway.bring_in.stages import stage_in
from eitherway.bring_in.statuses import DECIDED, Standing, standing_of
from eitherway.bring_in.vocabulary import bare
from eitherway.read.text import as_lines, as_text
from eitherway.words.salutations.title_words import words

_M = Meaning
_FURTHEST = (
    *DECIDED[::-1],
    Standing.OFFER,
    Standing.INTERVIEWING,
    Standing.APPLIED,
    Standing.OPEN,
    Standing.NOT_YET,
)


def take_rows(
    sheet: Sheet, columns: Sequence[Column], ways: Ways, file_order: Order, brought: Brought
) -> None:
    """Add the sheet's rows to what was brought; `file_order` is for columns whose own dates do not tell."""
    reader = _Reader(sheet, columns, ways, file_order, brought)
    for row in sheet.rows:
        reader.take(row)


def orders_of(sheet: Sheet, columns: Sequence[Column], as_of: date) -> dict[int, Order]:
    """The order of day and month of each column whose own dates tell."""
    found = {}
    for column in columns:
        if column.meaning in DATED or column.meaning is Meaning.OWN:
            latest = as_of if column.meaning is _M.APPLIED_ON else None
            order = order_of((row.cells[column.place] for row in sheet.rows), latest=latest)
            if order:
                found[column.place] = order
    return found


def settled_orders(
    sheet: Sheet, columns: Sequence[Column], as_of: date, file_order: Order
) -> dict[int, Order]:
    """The order of each column: its own if its dates prove it, else the file's if others prove that, else the likely."""
    own = orders_of(sheet, columns, as_of)
    return {
        column.place: one
        if (one := own.get(column.place)) and (one.is_sure or not file_order.is_sure)
        else file_order
        for column in columns
    }


class _Reader:
    """Reads one sheet, row by row."""

    def __init__(
        self, sheet: Sheet, columns: Sequence[Column], ways: Ways, file_order: Order, brought: Brought
    ) -> None:
        self._sheet, self._ways, self._brought = sheet, ways, brought
        self._columns = [column for column in columns if column.meaning is not _M.LEAVE_OUT]
        self._orders = settled_orders(sheet, columns, ways.as_of, file_order)
        self._notes = next((each.place for each in columns if _is_notes(each)), -1)
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
        one = _RowReader(where, self._ways, self._brought.statuses, self._family_first)
        if self._is_annotated:
            self._take_notes(one, row)
        for column in self._columns:
            cell = row.cells[column.place]
            if cell != "":
                self._take_cell(one, column, cell)
        if self._is_short or self._are_interviews:
            one.is_interview(with_own=self._is_short)
        one.finish()
        if not self._is_people:
            one.application.is_short = self._is_short
            self._brought.applications.append(one.application)
        self._brought.contacts += one.contacts(self._is_people)

    def _take_notes(self, one: _RowReader, row: Row) -> None:
        """What stands behind the row's cells and on them."""
        grid = self._sheet.grid
        for column in self._columns:
            place = (row.number - 1, column.place)
            if comment := grid.comments.get(place):
                one.application.notes.append(f"Comment on {column.header}: {comment}")
            if link := grid.links.get(place):
                one.link(column, row.cells[column.place], link)

    def _take_cell(self, one: _RowReader, column: Column, cell: object) -> None:
        if isinstance(cell, str) and cell.startswith("#") and cell_.ERROR.fullmatch(cell.strip()):
            self._brought.said.append(
                f"{one.application.where}: {column.header} holds the error {cell.strip()}; mend it in the file, or type "
                "what it should say."
            )
            one.application.notes.append(f"{column.header}: {cell.strip()}")
        elif column.meaning is _M.NOTES and not column.group:
            one.note(column, cell, plainly=column.place == self._notes)
        else:
            one.take(column, cell, self._orders[column.place])


class _RowReader:
    """Reads one row; the application grows as its cells are taken."""

    def __init__(self, where: str, ways: Ways, statuses: dict[str, int], family_first: bool) -> None:
        self.application = Application(where)
        self._ways = ways
        self._unknown = statuses
        self._family_first = family_first
        self._people: list[tuple[Column, Person]] = []
        self._about: list[tuple[Column, str]] = []
        self._addresses: dict[int, str] = {}
        self._names = {_M.FIRST_NAME: "", _M.LAST_NAME: ""}
        self._standings: list[Standing] = []
        self._status = ""
        self._dates: list[tuple[Column, object, Order]] = []
        self._talks = Talks(self.application, ways.as_of)

    def take(self, column: Column, cell: object, order: Order) -> None:
        """Put the cell where it belongs."""
        if column.meaning is _M.OWN:
            self.application.own[column.header] = cell_.as_typed(cell)
        elif not cell_.is_blank(cell):
            _TAKERS.get(column.meaning, _RowReader._detail)(self, column, cell, order)

    def note(self, column: Column, cell: object, *, plainly: bool) -> None:
        """Keep the cell in Notes, under its header unless it stands in the file's own notes."""
        text = as_lines(cell) if isinstance(cell, str) else as_text(cell)
        if plainly:
            self.application.notes.insert(0, text)
        else:
            self.application.notes.append(cell_.line(column.header, cell))

    def link(self, column: Column, cell: object, link: str) -> None:
        """Keep the address behind a cell."""
        if column.meaning in _OF_PEOPLE or link.startswith("mailto:"):
            if link.removeprefix("mailto:") not in as_text(cell):
                meaning = _M.EMAIL if link.startswith("mailto:") else _M.PROFILE
                self._about.append(
                    (column._replace(meaning=meaning, group=str(column.place)), link.removeprefix("mailto:"))
                )
        elif "Link" not in self.application.cells and column.meaning in (
            _M.LINK,
            _M.COMPANY,
            _M.ROLE,
            _M.SOURCE,
            _M.REFERENCE,
        ):
            self.application.cells["Link"] = link
            if (
                column.meaning is _M.LINK
                and as_text(cell) not in ("", link)
                and bare(as_text(cell)) not in _SAYS_LINK
            ):
                self.application.notes.append(cell_.line(column.header, cell))
        elif link not in as_text(cell) and link != self.application.cells.get("Link"):
            self.application.notes.append(f"{column.header}: {link}")

    def is_interview(self, *, with_own: bool) -> None:
        """The row is an interview: its notes, and its columns of the user's own, are about that."""
        if not any(column.meaning is _M.INTERVIEW for column, _, _ in self._dates):
            return
        self._talks.notes += self.application.notes
        self.application.notes = []
        if with_own:
            self._talks.notes += [cell_.line(*each) for each in self.application.own.items()]
            self.application.own = {}

    def finish(self) -> None:
        """Put together what several cells of the row say."""
        name = " ".join(filter(None, self._names.values()))
        if name:
            self._people.append((Column(-1, "Name", _M.CONTACT, Sureness.SURE), Person(name)))
        self._join_about()
        self._settle_dates()
        self._talks.settle([(column, person) for column, person in self._people if person.name])
        self._settle_status()
        contacts = [
            person.name
            for column, person in self._people
            if person.name and column.meaning is not _M.INTERVIEWER
        ]
        if contacts:
            self.application.cells["Contact"] = contacts[0]

    def contacts(self, are_all: bool) -> list[Contact]:
        """The people whom the row names, as rows of Interviewers."""
        company = self.application.cells.get("Company")
        found = []
        for at, (column, person) in enumerate(self._people):
            if not person.name:
                continue
            title = person.title or (
                column.meaning.value if column.meaning in (_M.RECRUITER, _M.HIRING_MANAGER) else ""
            )
            values = {"Interviewer": person.name, "Title": title, "Company": company, "Email": person.email}
            contact = Contact(self.application.where, {key: value for key, value in values.items() if value})
            contact.notes += [f"Phone: {person.phone}"] if person.phone else []
            contact.notes += [f"Profile: {person.profile}"] if person.profile else []
            if at in self._addresses:
                contact.cells["Address"] = self._addresses[at]
            found.append(contact)
        for person in self._talks.people:
            values = {
                "Interviewer": person.name,
                "Title": person.title,
                "Company": company,
                "Email": person.email,
            }
            found.append(
                Contact(self.application.where, {key: value for key, value in values.items() if value})
            )
        if are_all and found:
            found[0].notes += [
                *self.application.notes,
                *(cell_.line(*each) for each in self.application.own.items()),
            ]
        return found

    def _detail(self, column: Column, cell: object, order: Order) -> None:
        self._talks.detail(column, cell)

    def _later(self, column: Column, cell: object, order: Order) -> None:
        self._dates.append((column, cell, order))

    def _name(self, column: Column, cell: object, order: Order) -> None:
        self._names[column.meaning] = as_text(cell)

    def _take_about(self, column: Column, cell: object, order: Order) -> None:
        self._about.append((column, as_lines(cell) if isinstance(cell, str) else as_text(cell)))

    def _text(self, column: Column, cell: object, order: Order) -> None:
        text, name = as_text(cell), column.meaning.value
        if name == "Link" and self.application.cells.get("Link"):
            return
        if name in self.application.cells:
            self.application.notes.append(cell_.line(column.header, cell))
        else:
            self.application.cells[name] = text

    def _date(self, column: Column, cell: object, order: Order) -> None:
        found = read(cell, order, self._ways.as_of)
        if found:
            self.application.cells[column.meaning.value] = found.day
        elif column.meaning is _M.APPLIED_ON and cell_.is_yes(cell) is not None:
            self._standings += [Standing.APPLIED] if cell_.is_yes(cell) else []
        else:
            self.application.notes.append(cell_.line(column.header, cell))

    def _take_people(self, column: Column, cell: object, order: Order) -> None:
        text = as_lines(cell) if isinstance(cell, str) else as_text(cell)
        people, left = people_in(text, family_first=self._family_first)
        self._people += ((column, person) for person in people)
        if left:
            self.application.notes.append(f"{column.header}: {left}")

    def _join_about(self) -> None:
        """Give the e-mail addresses, numbers and titles to the people that they belong to."""
        for column, text in self._about:
            owner = self._at(column)
            if column.meaning is _M.ADDRESS and owner is not None:
                self._addresses[owner] = text
                continue
            for i, part in enumerate(_divided(text)):
                at = self._at(column, i)
                if at is None or not self._give(at, column.meaning, part):
                    self.application.notes.append(f"{column.header}: {part}")
        loose = [(column, person) for column, person in self._people if not person.name]
        for column, person in loose:
            for value in filter(None, person[2:]):
                self.application.notes.append(f"{column.header}: {value}")

    def _at(self, column: Column, number: int = 0) -> int | None:
        """The place of the person that a column is about, -1 for a name put together from two columns."""
        named = [i for i, (_, person) in enumerate(self._people) if person.name]
        own = [
            i
            for i in named
            if str(self._people[i][0].place) == column.group or self._people[i][0].place == -1
        ]
        some = own or (named if number == 0 else [])
        return some[number] if number < len(some) else None

    def _give(self, at: int, meaning: Meaning, text: str) -> bool:
        column, person = self._people[at]
        field = {_M.EMAIL: "email", _M.PHONE: "phone", _M.TITLE: "title", _M.PROFILE: "profile"}.get(meaning)
        if field is None or getattr(person, field) not in ("", text):
            return False
        self._people[at] = (column, person._replace(**{field: text}))
        return True

    def _take_outcome(self, column: Column, cell: object, order: Order) -> None:
        if read(cell, order, self._ways.as_of):
            self._later(column._replace(meaning=_M.REPLIED), cell, order)
        else:
            self._take_status(column, cell, order)

    def _take_status(self, column: Column, cell: object, order: Order) -> None:
        text = as_text(cell)
        said = self._ways.statuses.get(bare(text))
        reading = standing_of(text)
        if said:
            self._standings.append(Standing(said))
        elif reading:
            self._standings.append(reading.standing)
        else:
            self._unknown[text] = self._unknown.get(text, 0) + 1
        dates = [dated(each, order, self._ways.as_of) for each in dates_in(text)]
        if reading and reading.standing in (*DECIDED, Standing.OFFER) and len(dates) == 1 and dates[0]:
            self.application.cells.setdefault("Decided on", dates[0].day)
        if not (reading and reading.whole) or dates:
            self.application.notes.append(f"{column.header}: {text}")
        self._status = self._status or text

    def _take_reached(self, column: Column, cell: object, order: Order) -> None:
        yes = cell_.is_yes(cell)
        standing = standing_of(column.header)
        if yes and standing:
            self._standings.append(standing.standing)
        elif yes is None:
            self.application.notes.append(cell_.line(column.header, cell))

    def _settle_dates(self) -> None:
        applied = self.application.cells.get("Applied on")
        for column, cell, order in self._dates:
            if column.meaning is _M.DATE:
                self._event(column, cell, order)
            elif column.meaning is _M.INTERVIEW:
                self._talks.take(column, cell, order, applied if isinstance(applied, date) else None)
            else:
                self._talks.mark(column, cell, order)

    def _event(self, column: Column, cell: object, order: Order) -> None:
        """A row's date, where rows are events: what it dates, the status says."""
        stage = stage_in(self._status)
        furthest = min(self._standings, key=_FURTHEST.index, default=Standing.APPLIED)
        if stage or furthest is Standing.INTERVIEWING:
            own = column._replace(meaning=_M.INTERVIEW, stage=stage or column.stage)
            self._talks.take(own, cell, order, None)
            notes = self.application.notes
            self._talks.notes, notes[:] = (
                [each for each in notes if not each.endswith(f": {self._status}")],
                [],
            )
        elif furthest in (*DECIDED, Standing.OFFER):
            self._date(column._replace(meaning=_M.DECIDED_ON), cell, order)
        elif furthest is Standing.APPLIED:
            self._date(column._replace(meaning=_M.APPLIED_ON), cell, order)
        else:
            self.application.notes.append(cell_.line(column.header, cell))

    def _settle_status(self) -> None:
        known = [each for each in self._standings if each not in (Standing.OPEN, Standing.NOT_YET)]
        has_met = bool(self.application.meetings)
        if known:
            self.application.cells["Status"] = min(known, key=_FURTHEST.index).value
        elif (
            Standing.NOT_YET in self._standings and not has_met and "Applied on" not in self.application.cells
        ):
            return
        else:
            self.application.guessed.add("Status")
            self.application.cells["Status"] = (Standing.INTERVIEWING if has_met else Standing.APPLIED).value


def _is_notes(column: Column) -> bool:
    """Whether the column is the file's own notes, by its name: its text needs no header before it."""
    named = meaning_of(column.header)
    return column.meaning is _M.NOTES and not column.group and named is not None and named[0] is _M.NOTES


def _divided(text: str) -> list[str]:
    """Several addresses of one cell, each by itself."""
    parts = [
        part.strip() for part in text.replace("\n", ";").replace(",", ";" if "@" in text else ",").split(";")
    ]
    return [part for part in parts if part]


_TAKERS: Mapping[Meaning, Callable[[_RowReader, Column, object, Order], None]] = {
    **dict.fromkeys(APPLICATION_TEXTS, _RowReader._text),
    **dict.fromkeys(APPLICATION_DATES, _RowReader._date),
    **dict.fromkeys((_M.DATE, _M.INTERVIEW, *INTERVIEW_DATES), _RowReader._later),
    **dict.fromkeys(PEOPLE, _RowReader._take_people),
    **dict.fromkeys(ABOUT_PEOPLE, _RowReader._take_about),
    **dict.fromkeys((_M.FIRST_NAME, _M.LAST_NAME), _RowReader._name),
    _M.STATUS: _RowReader._take_status,
    _M.OUTCOME: _RowReader._take_outcome,
    _M.REACHED: _RowReader._take_reached,
}
_OF_PEOPLE = (*ABOUT_PEOPLE, *PEOPLE)
_SOME = 1_000
_SEVERAL = re.compile(
    r"interviewers|people|panel|members|entrevistadores|intervieweurs|interlocuteurs|personen"
)
_SAYS_LINK = words(
    """
    link url here posting job view open apply hier lien anzeige annonce ver enlace website
    """
)

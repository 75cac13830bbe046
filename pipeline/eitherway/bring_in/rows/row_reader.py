"""One row of a foreign sheet as an application with its interviews, and the people that it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from eitherway.bring_in.brought import Application, Contact, Ways
from eitherway.bring_in.cells import values as cell_
from eitherway.bring_in.cells.cards import card_in
from eitherway.bring_in.cells.dates import Order, dated, dates_in, read
from eitherway.bring_in.cells.stages import stage_in
from eitherway.bring_in.cells.statuses import DECIDED, Reading, Standing, standing_of, wholly
from eitherway.bring_in.meanings import (
    ABOUT_PEOPLE,
    APPLICATION_DATES,
    APPLICATION_TEXTS,
    INTERVIEW_DATES,
    PEOPLE,
    Column,
    Meaning,
)
from eitherway.bring_in.rows.interviews import Talks
from eitherway.bring_in.rows.row_people import RowPeople
from eitherway.bring_in.rows.row_status import FURTHEST, TICKED, status_of
from eitherway.bring_in.vocabulary import bare
from eitherway.read.text import as_lines, as_text
from eitherway.words.salutations.title_words import words

_M = Meaning
_S = Standing
_ANSWERS = re.compile(r"repl(?:y|ied)|respon|heard|antwort|ruckmeldung|reponse|respuesta")
"""Where yes and no say only whether there was an answer."""
_LINKED_TEXT = re.compile(r"(\S.*?)\s*\((https?://\S+)\)")


class RowReader:
    """Reads one row; the application grows as its cells are taken."""

    def __init__(self, where: str, ways: Ways, statuses: dict[str, int], family_first: bool) -> None:
        self.application = Application(where)
        self._ways = ways
        self._unknown = statuses
        self._people = RowPeople(self.application, family_first=family_first)
        self._readings: list[Reading] = []
        self._status = ""
        self._dates: list[tuple[Column, object, Order]] = []
        self._talks = Talks(self.application, ways.as_of)

    def own(self, column: Column, cell: object, order: Order) -> None:
        """Keep the cell as it is, for a column of the user's own."""
        self.application.own[column.header] = cell_.as_typed(cell)

    def note(self, column: Column, cell: object, order: Order) -> None:
        """Keep the cell in Notes, under its header."""
        self.application.notes.append(cell_.line(column.header, cell))

    def note_plainly(self, column: Column, cell: object, order: Order) -> None:
        """Keep the cell in Notes as it is: it stands in the file's own notes."""
        self.application.notes.insert(0, as_lines(cell) if isinstance(cell, str) else as_text(cell))

    def note_and_read(self, column: Column, cell: object, order: Order) -> None:
        """Keep the cell in Notes, and look later for the interviews that it names."""
        self.note_plainly(column, cell, order)
        self._later(column, cell, order)

    def link(self, column: Column, cell: object, link: str) -> None:
        """Keep the address behind a cell; the cell itself was taken before."""
        cells, text = self.application.cells, as_text(cell)
        if link.startswith("mailto:"):
            self._link_of_person(column, text, link.removeprefix("mailto:"), _M.EMAIL)
        elif column.meaning in _OF_PEOPLE:
            self._link_of_person(column, text, link, _M.PROFILE)
        elif column.meaning is _M.LINK:
            cells["Link"] = link
            if text not in ("", link) and bare(text) not in _SAYS_LINK:
                self.application.notes.append(cell_.line(column.header, cell))
        elif "Link" not in cells and column.meaning in _LINKED:
            cells["Link"] = link
        elif link not in (text, cells.get("Link")):
            self.application.notes.append(f"{column.header}: {link}")

    def _link_of_person(self, column: Column, text: str, link: str, meaning: Meaning) -> None:
        if link not in text:
            self._people.take_about(column._replace(meaning=meaning, group=str(column.place)), link)

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
        self._people.join()
        self._settle_dates()
        self._settle_events()
        self._talks.settle(self._people.named, stage_in(self._status))
        self._settle_status()
        contacts = (
            person.name for column, person in self._people.named if column.meaning is not _M.INTERVIEWER
        )
        if contact := next(contacts, ""):
            self.application.cells["Contact"] = contact

    def contacts(self, *, are_all: bool) -> list[Contact]:
        """The people whom the row names; the first has its notes, where they are all that the row is
        about.
        """
        found = [*self._people.contacts(self._talks.people)]
        if are_all and found:
            own = (cell_.line(*each) for each in self.application.own.items())
            found[0].notes += [*self.application.notes, *own]
        return found

    def _detail(self, column: Column, cell: object, order: Order) -> None:
        self._talks.detail(column, cell)

    def _later(self, column: Column, cell: object, order: Order) -> None:
        self._dates.append((column, cell, order))

    def _name(self, column: Column, cell: object, order: Order) -> None:
        self._people.take_part(column, cell)

    def _take_about(self, column: Column, cell: object, order: Order) -> None:
        self._people.take_about(column, cell)

    def _text(self, column: Column, cell: object, order: Order) -> None:
        text, name = as_text(cell), str(column.meaning)
        if text.endswith(")") and (
            linked := _LINKED_TEXT.fullmatch(text)
        ):  # as Notion writes a link to another of its pages
            text = linked[1]
            self.application.notes.append(f"{column.header}: {linked[2]}")
        if name in self.application.cells:
            self.application.notes.append(cell_.line(column.header, cell))
        else:
            self.application.cells[name] = text

    def _take_both(self, column: Column, cell: object, order: Order) -> None:
        card = card_in(as_lines(cell) if isinstance(cell, str) else as_text(cell))
        named = {"Role": card.role, "Company": card.company} if card.role else {"Role": card.company}
        self.application.cells |= named
        self.application.notes += [card.more] if card.more else []

    def _date(self, column: Column, cell: object, order: Order) -> None:
        found = read(cell, order, self._ways.as_of)
        if found:
            self._put_day(column, found.day)
            if column.meaning is _M.DECIDED_ON and (reading := standing_of(column.header)):
                self._readings.append(reading)
        elif column.meaning is _M.APPLIED_ON and (yes := cell_.is_yes(cell)) is not None:
            self._readings.append(TICKED if yes else wholly(_S.NOT_YET))
        else:
            self.application.notes.append(cell_.line(column.header, cell))

    def _put_day(self, column: Column, day: date) -> None:
        """The day in its column; of two that end an application the later, and the other is noted."""
        cells, name = self.application.cells, str(column.meaning)
        known = cells.get(name)
        if isinstance(known, date) and known != day:
            self.application.notes.append(f"{column.header}: {min(known, day)}")
            day = max(known, day)
        cells[name] = day

    def _take_people(self, column: Column, cell: object, order: Order) -> None:
        self._people.take(column, cell)

    def _take_outcome(self, column: Column, cell: object, order: Order) -> None:
        if read(cell, order, self._ways.as_of):
            self._later(column._replace(meaning=_M.REPLIED), cell, order)
        elif (yes := cell_.is_yes(cell)) is not None:
            if yes or _ANSWERS.search(bare(column.header)):
                self.application.notes.append(cell_.line(column.header, cell))
            if not _ANSWERS.search(bare(column.header)):
                self._readings.append(wholly(_S.OFFER if yes else _S.REJECTED))
        else:
            self._take_status(column, cell, order)

    def _take_status(self, column: Column, cell: object, order: Order) -> None:
        text = as_text(cell)
        said = self._ways.statuses.get(bare(text))
        reading = standing_of(text)
        if said:
            self._readings.append(wholly(Standing(said)))
        elif reading:
            self._readings.append(reading)
        else:
            self._unknown[text] = self._unknown.get(text, 0) + 1
        dates = dates_in(text)
        if len(dates) > 1 or (dates and stage_in(text)):  # a history, or "Phone screen on 12 Nov with Priya"
            self._later(column._replace(meaning=_M.INTERVIEW), cell, order)
        elif dates and reading and reading.standing in (_S.APPLIED, _S.OFFER, *DECIDED):
            name = "Applied on" if reading.standing is _S.APPLIED else "Decided on"
            if found := dated(dates[0], order, self._ways.as_of):
                self.application.cells.setdefault(name, found.day)
        if not (reading and reading.whole) or dates:
            self.application.notes.append(f"{column.header}: {text}")
        self._status = self._status or text

    def _take_reached(self, column: Column, cell: object, order: Order) -> None:
        yes = cell_.is_yes(cell)
        standing = standing_of(column.header)
        if yes and standing:
            self._readings.append(TICKED if standing.standing is _S.APPLIED else standing)
        elif yes is False and standing and standing.standing is _S.APPLIED:
            self._readings.append(wholly(_S.NOT_YET))
        elif yes is None:
            self.application.notes.append(cell_.line(column.header, cell))

    def _settle_dates(self) -> None:
        on = self.application.cells.get("Applied on")
        applied = on if isinstance(on, date) else None
        # What is only noted counts where nothing else tells.
        for column, cell, order in sorted(
            self._dates, key=lambda each: each[0].meaning is _M.NOTES_AND_INTERVIEWS
        ):
            if column.meaning is _M.DATE:
                self._event(column, cell, order)
            elif column.meaning is _M.INTERVIEW:
                self._talks.take(column, cell, order, applied)
            elif column.meaning is _M.NOTES_AND_INTERVIEWS:
                events = self._talks.note(column, as_lines(str(cell)), order, applied)
                self._talks.events += [] if self._readings else events
            else:
                self._talks.mark(column, cell, order)

    def _event(self, column: Column, cell: object, order: Order) -> None:
        """A row's date, where rows are events: what it dates, the status says."""
        stage = stage_in(self._status)
        furthest = min((each.standing for each in self._readings), key=FURTHEST.index, default=_S.APPLIED)
        if stage or furthest is _S.INTERVIEWING:
            own = column._replace(meaning=_M.INTERVIEW, stage=stage or column.stage)
            self._talks.take(own, cell, order, None)
            notes = self.application.notes
            self._talks.notes, notes[:] = (
                [each for each in notes if not each.endswith(f": {self._status}")],
                [],
            )
        elif furthest in (*DECIDED, _S.OFFER):
            self._date(column._replace(meaning=_M.DECIDED_ON), cell, order)
        elif furthest is _S.APPLIED:
            self._date(column._replace(meaning=_M.APPLIED_ON), cell, order)
        else:
            self.application.notes.append(cell_.line(column.header, cell))

    def _settle_events(self) -> None:
        """What a history tells besides interviews: when the application was sent, and how it ended."""
        for event in self._talks.events:
            self._readings.append(wholly(event.standing))
            name = "Applied on" if event.standing is _S.APPLIED else "Decided on"
            reading = standing_of(event.text)
            if event.day and name not in self.application.cells:
                self.application.cells[name] = event.day
            if (event.day and self.application.cells[name] != event.day) or not (reading and reading.whole):
                self.application.notes.append(event.text)

    def _settle_status(self) -> None:
        cells, has_met = self.application.cells, bool(self.application.meetings)
        found = status_of(self._readings, has_met=has_met, is_sent="Applied on" in cells)
        if found:
            cells["Status"] = found.text
            self.application.guessed |= {"Status"} if found.is_guessed else set()


Taker = Callable[[RowReader, Column, object, Order], None]


def taker_of(meaning: Meaning) -> Taker:
    """What puts a cell of this meaning where it belongs."""
    return _TAKERS.get(meaning, RowReader._detail)


_TAKERS: Mapping[Meaning, Taker] = {
    _M.OWN: RowReader.own,
    **dict.fromkeys(APPLICATION_TEXTS, RowReader._text),
    **dict.fromkeys(APPLICATION_DATES, RowReader._date),
    **dict.fromkeys((_M.DATE, _M.INTERVIEW, *INTERVIEW_DATES), RowReader._later),
    **dict.fromkeys(PEOPLE, RowReader._take_people),
    **dict.fromkeys(ABOUT_PEOPLE, RowReader._take_about),
    **dict.fromkeys((_M.FIRST_NAME, _M.LAST_NAME), RowReader._name),
    _M.ROLE_AT_COMPANY: RowReader._take_both,
    _M.NOTES_AND_INTERVIEWS: RowReader.note_and_read,
    _M.STATUS: RowReader._take_status,
    _M.OUTCOME: RowReader._take_outcome,
    _M.REACHED: RowReader._take_reached,
}
_OF_PEOPLE = (*ABOUT_PEOPLE, *PEOPLE)
_LINKED = (_M.COMPANY, _M.ROLE, _M.SOURCE, _M.REFERENCE)
_SAYS_LINK = words(
    """
    link url here posting job view open apply hier lien anzeige annonce ver enlace website
    """
)

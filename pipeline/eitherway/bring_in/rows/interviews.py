"""The interviews of one row: dates, rounds, formats and people brought together, a row for each person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from eitherway.bring_in.brought import Application, Cells, Meeting
from eitherway.bring_in.cells import values as cell_
from eitherway.bring_in.cells.dates import Order, read
from eitherway.bring_in.cells.meetings import Event, meetings_in, noted_in, with_people
from eitherway.bring_in.cells.people import Person
from eitherway.bring_in.cells.stages import format_in, stage_in
from eitherway.bring_in.meanings import Column, Meaning, Stage
from eitherway.bring_in.vocabulary import bare
from eitherway.read.text import as_lines, as_text

_M = Meaning
PHONE = "Phone"
_PROGRAM = re.compile(r"zoom|teams|meet|skype|webex|facetime")
"""What says more than "Video"."""
_EACH = (_M.FORMAT, _M.ROUND, _M.TIME, _M.POINT)
_SEVERAL = re.compile(r"\s*[/,;|\n]\s*")
_OF_HR = re.compile(r"\bhr\b|recruit|talent|\brh\b|rrhh|personal")
_OF_MANAGER = re.compile(r"\bhm\b|manager|vorgesetzt|fach|responsable|jefe")


@dataclass(slots=True)
class Talk:
    """One interview, before it is divided among the people who were met."""

    day: date
    at: time | None
    stage: Stage
    group: str
    people: list[Person]
    notes: list[str] = field(default_factory=list)
    cells: Cells = field(default_factory=dict)


class Talks:
    """The interviews of a row, as its cells are taken; `settle` writes them into the application."""

    def __init__(self, application: Application, as_of: date) -> None:
        self._application = application
        self._as_of = as_of
        self._talks: list[Talk] = []
        self._marks: list[tuple[Column, date]] = []
        self._details: list[tuple[Column, object]] = []
        self.people: list[Person] = []
        self.notes: list[str] = []
        self.events: list[Event] = []

    def take(self, column: Column, cell: object, order: Order, applied: date | None) -> None:
        """The interviews that a cell names."""
        told = meetings_in(cell, order, self._as_of, applied)
        self.events += told.events
        for each in told.meetings:
            stage = each.stage if each.stage != Stage() else column.stage
            stage = stage._replace(
                format=stage.format or column.stage.format, number=stage.number or column.stage.number
            )
            talk = Talk(each.day, each.at, stage, column.group, [*each.people])
            talk.notes += [each.left] if each.left else []
            self._talks.append(talk)
            self.people += each.people
        if not (told.meetings or told.events) and cell_.is_yes(cell) is None:
            self._application.notes.append(cell_.line(column.header, cell))
        elif told.left:
            self._application.notes.append(f"{column.header}: {told.left}")

    def note(self, column: Column, text: str, order: Order, applied: date | None) -> list[Event]:
        """The interviews that a note names, of days that no other cell tells of; and what else came about."""
        told = noted_in(text, order, self._as_of, applied)
        known = {talk.day for talk in self._talks}
        for each in told.meetings:
            if each.day not in known:
                self._talks.append(Talk(each.day, each.at, each.stage, column.group, [*each.people]))
                self.people += each.people
        return told.events

    def mark(self, column: Column, cell: object, order: Order) -> None:
        """A date that belongs to one of the interviews: something was sent, received, or is to be done."""
        found = read(cell, order, self._as_of)
        if found:
            self._marks.append((column, found.day))
        else:
            self._application.notes.append(cell_.line(column.header, cell))

    def detail(self, column: Column, cell: object) -> None:
        """The round, format, time, topics or notes of an interview."""
        self._details.append((column, cell))

    def settle(self, people: Sequence[tuple[Column, Person]], status: Stage | None) -> None:
        """Write the interviews into the application, the earliest first, a row for each person.

        `status` is the stage that the row's status names: the only interview's, if nothing else says it.
        """
        if not (self._talks or self._details or self._marks or people):
            self._application.notes += self.notes
            return
        self._talks.sort(key=lambda talk: (talk.day, talk.at or time.min))
        for column, cell in self._details:
            self._put_detail(column, cell)
        for column, day in self._marks:
            self._put_mark(column, day)
        self._put_people(people)
        if len(self._talks) == 1 and status and self._talks[0].stage == Stage():
            self._talks[0].stage = Stage(format=status.format)
        met = [person.name for column, person in people if column.meaning is _M.INTERVIEWER]
        if met and not self._talks:
            self._application.notes.append(f"Interviewers: {', '.join(dict.fromkeys(met))}")
        if self._talks:
            self._put_notes(self._talks[-1])
        else:
            self._application.notes += self.notes
        rounds = _rounds(self._talks)
        for talk, number in zip(self._talks, rounds, strict=True):
            self._application.meetings += _meetings(talk, number)

    def _of(self, column: Column) -> list[Talk]:
        """The interviews that a column is about: those of its group, all where it names none."""
        own = [talk for talk in self._talks if talk.group == column.group]
        return own if column.group else (own or self._talks)

    def _put_detail(self, column: Column, cell: object) -> None:
        talks = self._of(column)
        if not talks:
            self._application.notes.append(cell_.line(column.header, cell))
            return
        text = as_lines(cell) if isinstance(cell, str) else as_text(cell)
        parts = _SEVERAL.split(text)
        if column.meaning in _EACH and len(parts) == len(talks) > 1:
            for talk, part in zip(talks, parts, strict=True):
                self._put_in(column, [talk], part)
        else:
            self._put_in(column, talks if column.meaning in (_M.FORMAT, _M.ROUND) else talks[-1:], text)

    def _put_in(self, column: Column, talks: Sequence[Talk], text: str) -> None:
        for talk in talks:
            if column.meaning is _M.ROUND:
                stage = stage_in(text) or Stage()
                talk.cells["Round"] = text
                talk.stage = talk.stage._replace(format=talk.stage.format or stage.format or format_in(text))
            elif column.meaning is _M.FORMAT:
                talk.cells["Format"] = format_in(text) or text
                if format_in(text) and (len(text.split()) > 2 or _PROGRAM.search(bare(text))):
                    talk.notes.append(f"{column.header}: {text}")
            elif column.meaning is _M.TIME:
                talk.cells["Time"] = text
            elif column.meaning is _M.POINT and column.meaning.value not in talk.cells:
                talk.cells[_M.POINT.value] = text
            else:
                talk.notes.append(text if column.meaning is _M.NOTES else f"{column.header}: {text}")

    def _put_mark(self, column: Column, day: date) -> None:
        """What was sent, received or is to be done belongs to the last interview before it."""
        name = column.meaning.value
        earlier = [talk for talk in self._of(column) if talk.day <= day]
        if not earlier or name in earlier[-1].cells:
            self._application.notes.append(f"{column.header}: {day}")
        else:
            earlier[-1].cells[name] = day

    def _put_people(self, people: Sequence[tuple[Column, Person]]) -> None:
        met = [(column, person) for column, person in people if column.meaning is _M.INTERVIEWER]
        for group in dict.fromkeys(column.group for column, _ in met if column.group):
            own = [person for column, person in met if column.group == group]
            talks = [talk for talk in self._talks if talk.group == group]
            for talk in talks[-1:]:
                talk.people += [
                    person for person in own if person.name not in {each.name for each in talk.people}
                ]
            if not talks and self._talks:
                header = next(column.header for column, _ in met if column.group == group)
                self._application.notes.append(f"{header}: {', '.join(person.name for person in own)}")
        self._share([person for column, person in met if not column.group])
        for meaning in (_M.RECRUITER, _M.HIRING_MANAGER, _M.CONTACT):
            found = [person for column, person in people if column.meaning is meaning]
            for talk in self._talks if found else ():
                if not talk.people and _fits(meaning, talk, self._talks):
                    talk.people = found[:1]

    def _put_notes(self, talk: Talk) -> None:
        """What is noted of the row belongs to its last interview; "with Ana & Li" says whom it was with."""
        for note in self.notes:
            met = () if talk.people else with_people(note)
            talk.people += met
            self.people += met
            talk.notes += [] if met else [note]

    def _share(self, met: list[Person]) -> None:
        """People of whom only the row is known: one for each interview where there are as many, else the
        last's.
        """
        free = [talk for talk in self._talks if not talk.people]
        if not met or not free:
            return
        free = [talk for talk in free if talk.day <= self._as_of] or free
        if len(free) > 1 and len(met) == len(free):
            for talk, person in zip(free, met, strict=True):
                talk.people = [person]
        else:
            free[-1].people = met


def _fits(meaning: Meaning, talk: Talk, talks: Sequence[Talk]) -> bool:
    """A recruiter is met on the telephone or first, a hiring manager later; a mere contact where one is
    met or first.
    """
    is_first = talk is talks[0] or talk.day == talks[0].day
    named = bare(f"{talk.group} {talk.stage.name}")
    if _OF_HR.search(named) or _OF_MANAGER.search(named):
        return bool((_OF_HR if meaning is _M.RECRUITER else _OF_MANAGER).search(named))
    if meaning is _M.RECRUITER:
        return talk.stage.format == PHONE or is_first
    if meaning is _M.HIRING_MANAGER:
        return talk.stage.format != PHONE
    return is_first


def _rounds(talks: Iterable[Talk]) -> list[str]:
    """The number of each interview: as named, else by the order of the days."""
    found, number, last = [], 0, None
    for talk in talks:
        if (talk.day, talk.group) != last:
            number = talk.stage.number or number + 1
            last = (talk.day, talk.group)
        found.append(talk.stage.round or str(number))
    return found


def _meetings(talk: Talk, number: str) -> list[Meeting]:
    """A row for each person; one without a name where nobody is named."""
    notes = [*([talk.stage.name] if talk.stage.name else []), *talk.notes]
    found = []
    for person in talk.people or [Person("")]:
        cells: Cells = {
            "Round": number,
            "Format": talk.stage.format,
            "Date": talk.day,
            "Interviewer": person.name,
        }
        if talk.at:
            cells["Time"] = talk.at.isoformat("minutes")
        cells |= talk.cells
        found.append(Meeting({key: value for key, value in cells.items() if value}, [*notes]))
    return found

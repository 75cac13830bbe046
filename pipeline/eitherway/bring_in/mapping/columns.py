"""What each column of a sheet means: by its name, by its cells, and by what the others are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from eitherway.bring_in.cells.cards import are_cards
from eitherway.bring_in.cells.kinds import MOST_LOOKED_AT, Kind, profile
from eitherway.bring_in.cells.meetings import steps_in
from eitherway.bring_in.cells.stages import format_in
from eitherway.bring_in.cells.statuses import Standing, standing_of
from eitherway.bring_in.mapping.evidence import MOST, refined, without_name
from eitherway.bring_in.mapping.groups import OF_INTERVIEWS, grouped
from eitherway.bring_in.mapping.headers import AMBIGUOUS, meaning_of, stage_of
from eitherway.bring_in.mapping.layout import Sheet
from eitherway.bring_in.meanings import (
    ABOUT_PEOPLE,
    MANY_ALLOWED,
    PEOPLE,
    Column,
    Meaning,
    Sureness,
)
from eitherway.bring_in.vocabulary import bare, words_of
from eitherway.read.text import as_text
from eitherway.words.salutations.title_words import words

_BEST_FIRST = (Sureness.SAID, Sureness.SURE, Sureness.LIKELY, Sureness.UNSURE)
_SAMPLES = 3
_FEW = 0.8
_NAMING = (Meaning.COMPANY, Meaning.ROLE, Meaning.ROLE_AT_COMPANY)
_OF_A_SEARCH = (
    *(Meaning.STATUS, Meaning.OUTCOME, Meaning.APPLIED_ON, Meaning.INTERVIEW, Meaning.DATE, Meaning.REACHED),
    *(Meaning.ROLE, Meaning.LINK),
)
_WHERE = {"where", "wo", "ou", "donde"}
_HOW = words("type format how medium mode method art tipo via typ modalidad")


def columns_of(sheet: Sheet, said: Mapping[str, Meaning]) -> list[Column]:
    """The columns that hold anything, each with its meaning; `said` is what the user gave some headers."""
    draft = _Draft(sheet)
    known = {bare(header.strip()): meaning for header, meaning in said.items()}
    for index, header in enumerate(sheet.headers):
        draft.add(index, header, known.get(bare(header.strip())))
    draft.settle_names()
    draft.settle_list_of_people()
    draft.settle_dates()
    draft.settle_formats()
    draft.settle_repeated()
    draft.settle_notes()
    draft.find_company()
    if not any(sheet.headers):
        draft.find_without_header()
    return grouped([*draft.columns.values()])


@dataclass
class _Draft:
    """The guesses so far, by the column's place; later steps look at all of them."""

    sheet: Sheet
    columns: dict[int, Column] = field(default_factory=dict)
    kinds: dict[int, Mapping[Kind, float]] = field(default_factory=dict)

    def add(self, index: int, header: str, said: Meaning | None) -> None:
        cells = [row.cells[index] for row in self.sheet.rows]
        samples = _samples(cells)
        if not samples:
            return
        guess = meaning_of(header)
        links = self.sheet.grid.links if guess and guess[0] is Meaning.LINK else {}
        shown = (links.get((row.number - 1, index), row.cells[index]) for row in self.sheet.rows)
        kinds = self.kinds[index] = profile(shown if links else cells)
        column = Column(
            index, header.strip() or f"Column {index + 1}", Meaning.OWN, Sureness.UNSURE, samples=samples
        )
        stage = stage_of(header)
        if said is not None:
            column = column._replace(meaning=said, sureness=Sureness.SAID, why="as you said", stage=stage)
        elif guess:
            column = refined(column._replace(stage=stage), guess, kinds)
        else:
            column = without_name(column._replace(stage=stage), kinds)
        self.columns[index] = column

    def settle_names(self) -> None:
        """What is called "Name" and "Title": the company, the role or a person, whichever is missing."""
        if not self._has(Meaning.COMPANY) and (both := self._both()) is not None:
            self._set(both, Meaning.ROLE_AT_COMPANY, "its cells")
        for index, column in self.columns.items():
            if column.sureness is Sureness.SAID or frozenset(words_of(column.header)) not in AMBIGUOUS:
                continue
            if self.kinds[index].get(Kind.STATUS, 0) > MOST and not self._has(Meaning.STATUS, but=index):
                self._set(index, Meaning.STATUS, "its cells")
                continue
            people = self._has(*PEOPLE) or self._has(*ABOUT_PEOPLE)
            is_title = words_of(column.header)[0].startswith(("tit", "typ", "wh", "was", "quoi"))
            if people and not self._has(*_OF_A_SEARCH):
                self._set(
                    index, Meaning.TITLE if is_title else Meaning.CONTACT, "the sheet is a list of people"
                )
                continue
            names = self.kinds[index].get(Kind.PERSON, 0) > 0.6
            wanted = [Meaning.ROLE, Meaning.COMPANY] if is_title else [Meaning.COMPANY, Meaning.ROLE]
            missing = [meaning for meaning in wanted if not self._has(meaning)]
            if is_title and not missing and people:
                self._set(index, Meaning.TITLE, "the role stands in another column")
            elif names and self._has(Meaning.COMPANY) and not self._has(*PEOPLE):
                self._set(index, Meaning.CONTACT, "it holds names of people")
            elif missing:
                self._set(index, missing[0], "no other column is that")

    def settle_list_of_people(self) -> None:
        """In a list of people a job title is theirs."""
        of_a_search = set(_OF_A_SEARCH) - {Meaning.ROLE}
        roles = [column for column in self.columns.values() if column.meaning is Meaning.ROLE]
        if roles and self._is_list_of_people() and not self._has(*of_a_search):
            for column in self.columns.values():
                if frozenset(words_of(column.header)) in AMBIGUOUS and column.meaning is not Meaning.TITLE:
                    self._set(column.place, Meaning.CONTACT, "the sheet is a list of people")
            self._set(roles[0].place, Meaning.TITLE, "the sheet is a list of people")

    def _is_list_of_people(self) -> bool:
        """Whether a column is called by a mere "Name" and holds names, and others hold addresses or
        numbers.
        """
        names = [
            index
            for index, column in self.columns.items()
            if frozenset(words_of(column.header)) in AMBIGUOUS
            and self.kinds[index].get(Kind.PERSON, 0) > MOST
        ]
        return bool(names) and self._has(Meaning.EMAIL, Meaning.PHONE, Meaning.PROFILE)

    def settle_dates(self) -> None:
        """A mere "Date": of the application, or of the interview where a row is one."""
        plain = [column for column in self.columns.values() if column.meaning is Meaning.DATE]
        if not plain or any(column.sureness is Sureness.SAID for column in plain):
            return
        first = plain[0]
        if self._are_interviews():
            self._set(first.place, Meaning.INTERVIEW, "the row is an interview")
            for place in self._places(Meaning.STATUS):
                self._set(place, Meaning.ROUND, "the row is an interview")
        elif not self._are_events():
            self._settle_date(first.place)

    def _settle_date(self, first: int) -> None:
        """The first mere date, where a row is a whole application; others are the user's own."""
        if self._has(*OF_INTERVIEWS) and not self._has(Meaning.INTERVIEW):
            if self._has(Meaning.APPLIED_ON) or not self._has(Meaning.STATUS):
                self._set(first, Meaning.INTERVIEW, "the row is an interview")
        elif not self._has(Meaning.APPLIED_ON):
            self._set(first, Meaning.APPLIED_ON, "the only date of the row")
        for place in self._places(Meaning.DATE):
            if place != first or self._has(Meaning.APPLIED_ON):
                self._set(place, Meaning.OWN, "another column is the date")

    def _are_interviews(self) -> bool:
        """Whether each row is an interview: other columns are about it, and no stage is anything else."""
        about = {column.meaning for column in self.columns.values()} & {*OF_INTERVIEWS}
        if len(about) < 2 or self._has(Meaning.APPLIED_ON, Meaning.INTERVIEW, Meaning.OUTCOME):
            return False
        stages = self._places(Meaning.STATUS)
        cells = {as_text(row.cells[i]) for i in stages for row in self.sheet.rows}
        readings = [standing_of(cell) for cell in cells - {""}]
        return all(each is None or each.standing is Standing.INTERVIEWING for each in readings)

    def _are_events(self) -> bool:
        """Whether a row is a step of an application and not the whole: companies recur, and so do their
        stages.
        """
        named = {column.meaning: column.place for column in self.columns.values()}
        has_company = bool({Meaning.COMPANY, Meaning.ROLE_AT_COMPANY} & named.keys())
        if Meaning.STATUS not in named or not has_company or Meaning.APPLIED_ON in named:
            return False
        stages = {bare(as_text(row.cells[named[Meaning.STATUS]])) for row in self.sheet.rows}
        return recur(self.sheet, [*self.columns.values()]) and len(stages) > 1

    def settle_formats(self) -> None:
        """A mere "Type" of interviews: whether they were on the telephone, by video or on site."""
        for index, column in self.columns.items():
            if (
                column.meaning is Meaning.OWN
                and _HOW & {*words_of(column.header)}
                and self._has(Meaning.INTERVIEW)
            ):
                met = [each.place for each in self.columns.values() if each.meaning is Meaning.INTERVIEW]
                rows = [row.cells for row in self.sheet.rows if row.cells[index] != ""]
                fit = [format_in(as_text(row[index])) and any(row[i] != "" for i in met) for row in rows]
                if sum(map(bool, fit)) > _FEW * len(rows):
                    self._set(index, Meaning.FORMAT, "its cells")

    def settle_repeated(self) -> None:
        """Of several columns that mean one thing the surest counts; the others are kept as they are."""
        for meaning in Meaning:
            same = [column for column in self.columns.values() if column.meaning is meaning]
            if len(same) < 2 or meaning in MANY_ALLOWED or meaning in ABOUT_PEOPLE:
                continue
            same.sort(key=lambda column: (_BEST_FIRST.index(column.sureness), column.place))
            for column in same[1:]:
                self._set(column.place, *self._instead(column, meaning, same[0]))

    def settle_notes(self) -> None:
        """Where no column is an interview, notes may name some: "phone screen 3/4 with Jane"."""
        if self._has(Meaning.INTERVIEW, Meaning.DATE) or not self._has(
            Meaning.COMPANY, Meaning.ROLE_AT_COMPANY
        ):
            return
        for place in self._places(Meaning.NOTES):
            cells = (row.cells[place] for row in self.sheet.rows)
            if any(isinstance(cell, str) and steps_in(cell) for cell in cells):
                self._set(place, Meaning.NOTES_AND_INTERVIEWS, "its cells")

    def find_company(self) -> None:
        """Where no column is the company, the first one of texts that is nothing else."""
        if self._has(Meaning.ROLE_AT_COMPANY):
            return
        if not self._has(Meaning.ROLE) and (index := self._both()) is not None:
            self._set(index, Meaning.ROLE_AT_COMPANY, "its cells")
            return
        if self._has(Meaning.COMPANY):
            return
        if where := [each for each in self.columns.values() if {*words_of(each.header)} <= _WHERE]:
            self._set(where[0].place, Meaning.COMPANY, "no other column is that")
            return
        texts = (Kind.TEXT, Kind.PERSON)
        for index, column in self.columns.items():
            is_free = column.meaning is Meaning.OWN and column.sureness is not Sureness.SURE
            if is_free and sum(self.kinds[index].get(kind, 0) for kind in texts) > 0.6:
                self._set(index, Meaning.COMPANY, "no other column can be it", Sureness.UNSURE)
                return

    def _both(self) -> int | None:
        """The column whose cells name both, "Analyst at Acme" or "Acme - Analyst"."""
        for index, column in self.columns.items():
            filled = (row.cells[index] for row in self.sheet.rows if row.cells[index] != "")
            cells = [as_text(cell) for cell in islice(filled, MOST_LOOKED_AT)]
            is_where = {*words_of(column.header)} <= _WHERE
            is_role = column.meaning is Meaning.ROLE
            may_be = is_where or is_role or column.meaning in (Meaning.OWN, Meaning.COMPANY)
            if may_be and are_cards(cells, said_at=is_role):
                return index
        return None

    def find_without_header(self) -> None:
        """Without a header: the role is the next column of texts, and the first one of dates is of the
        application.
        """
        for meaning, kinds in ((Meaning.ROLE, (Kind.TEXT, Kind.PERSON)), (Meaning.APPLIED_ON, (Kind.DATE,))):
            for index, column in self.columns.items():
                is_free = column.meaning is Meaning.OWN and not self._has(meaning)
                if is_free and sum(self.kinds[index].get(kind, 0) for kind in kinds) > 0.6:
                    self._set(index, meaning, "no header says what it is", Sureness.UNSURE)

    def _instead(self, column: Column, meaning: Meaning, kept: Column) -> tuple[Meaning, str]:
        if (
            meaning is Meaning.ROLE
            and (self._has(*PEOPLE) or self._has(*ABOUT_PEOPLE))
            and column.place > kept.place + 1
        ):
            return Meaning.TITLE, "the role stands in another column"
        if meaning is Meaning.STATUS:
            return Meaning.OUTCOME, "the status stands in another column"
        return Meaning.OWN, f"another column is the {meaning.value}"

    def _places(self, meaning: Meaning) -> list[int]:
        return [column.place for column in self.columns.values() if column.meaning is meaning]

    def _has(self, *meanings: Meaning, but: int = -1) -> bool:
        return any(each.meaning in meanings and each.place != but for each in self.columns.values())

    def _set(self, index: int, meaning: Meaning, why: str, sureness: Sureness = Sureness.LIKELY) -> None:
        column = self.columns[index]
        if column.sureness is not Sureness.SAID:
            self.columns[index] = column._replace(meaning=meaning, why=why, sureness=sureness)


def recur(sheet: Sheet, columns: Sequence[Column]) -> bool:
    """Whether a good part of the rows is about an application that another row is about as well."""
    at = [column.place for column in columns if column.meaning in _NAMING]
    keys = [tuple(bare(as_text(row.cells[i])) for i in at) for row in sheet.rows]
    return bool(at) and len(set(keys)) < _FEW * len(keys)


def _samples(cells: Sequence[object]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for cell in cells:
        if cell != "" and (text := as_text(cell)):
            found[text] = None
            if len(found) == _SAMPLES:
                break
    return tuple(found)

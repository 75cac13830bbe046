"""The people whom one row names, in cells of their own or beside others: addresses, numbers and titles
joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eitherway.bring_in.brought import Application, Contact
from eitherway.bring_in.cells.people import Person, people_in
from eitherway.bring_in.mapping.groups import PERHAPS
from eitherway.bring_in.meanings import Column, Meaning, Sureness
from eitherway.read.text import as_lines, as_text

_M = Meaning
_FIELDS = {_M.EMAIL: "email", _M.PHONE: "phone", _M.TITLE: "title", _M.PROFILE: "profile"}
_OF_TWO_COLUMNS = Column(-1, "Name", _M.CONTACT, Sureness.SURE)
"""A name put together from a first and a last name."""


class RowPeople:
    """Collects the people of a row; what belongs to nobody becomes a line of the application's Notes."""

    def __init__(self, application: Application, *, family_first: bool) -> None:
        self._application = application
        self._family_first = family_first
        self._people: list[tuple[Column, Person]] = []
        self._about: list[tuple[Column, str]] = []
        self._addresses: dict[int, str] = {}
        self._names = {_M.FIRST_NAME: "", _M.LAST_NAME: ""}

    def take(self, column: Column, cell: object) -> None:
        """A cell that names people."""
        text = as_lines(cell) if isinstance(cell, str) else as_text(cell)
        people, left = people_in(text, family_first=self._family_first)
        self._people += ((column, person) for person in people)
        if left:
            self._application.notes.append(f"{column.header}: {left}")

    def take_part(self, column: Column, cell: object) -> None:
        """A first or a last name."""
        self._names[column.meaning] = as_text(cell)

    def take_about(self, column: Column, cell: object) -> None:
        """What is said of a person named in another cell, or of the one of this cell (its link)."""
        self._about.append((column, as_lines(cell) if isinstance(cell, str) else as_text(cell)))

    def join(self) -> None:
        """Give the addresses, numbers and titles to the people that they belong to."""
        name = " ".join(filter(None, self._names.values()))
        if name:
            self._people.append((_OF_TWO_COLUMNS, Person(name)))
        for column, text in self._about:
            owner = self._at(column)
            if column.meaning is _M.ADDRESS and owner is not None:
                self._addresses[owner] = text
                continue
            for i, part in enumerate(_divided(text)):
                at = self._at(column, i)
                if at is None or not self._give(at, column.meaning, part):
                    self._application.notes.append(f"{column.header}: {part}")
        for column, person in self._people:
            for value in () if person.name else filter(None, person[2:]):
                self._application.notes.append(f"{column.header}: {value}")

    @property
    def named(self) -> list[tuple[Column, Person]]:
        """Those who have a name, each with the column that names them."""
        return [(column, person) for column, person in self._people if person.name]

    def contacts(self, met: list[Person]) -> Iterator[Contact]:
        """They, and those `met` in interviews, as rows of Interviewers."""
        for at, (column, person) in enumerate(self._people):
            if person.name:
                is_named = column.meaning in (_M.RECRUITER, _M.HIRING_MANAGER)
                title = person.title or (column.meaning.value if is_named else "")
                yield self._contact(person._replace(title=title), self._addresses.get(at, ""))
        for person in met:
            yield self._contact(person, "")

    def _contact(self, person: Person, address: str) -> Contact:
        company = str(self._application.cells.get("Company", ""))
        cells = {
            "Interviewer": person.name,
            "Title": person.title,
            "Company": company,
            "Email": person.email,
            "Address": address,
        }
        notes = {"Phone": person.phone, "Profile": person.profile}
        return Contact(
            self._application.where,
            {name: value for name, value in cells.items() if value},
            [f"{name}: {value}" for name, value in notes.items() if value],
        )

    def _at(self, column: Column, number: int = 0) -> int | None:
        """The place among the people of the one that a column is about."""
        named = [i for i, (_, person) in enumerate(self._people) if person.name]
        places = (column.group.removesuffix(PERHAPS), str(_OF_TWO_COLUMNS.place))
        own = [i for i in named if str(self._people[i][0].place) in places]
        is_said = column.group and not column.group.endswith(PERHAPS)
        some = own or (named if number == 0 and not is_said else [])
        return some[number] if number < len(some) else None

    def _give(self, at: int, meaning: Meaning, text: str) -> bool:
        column, person = self._people[at]
        field = _FIELDS.get(meaning)
        if field is None or getattr(person, field) not in ("", text):
            return False
        self._people[at] = (column, person._replace(**{field: text}))
        return True


def _divided(text: str) -> list[str]:
    """Several addresses of one cell, each by itself."""
    signs = r"[\n;,|]" if "@" in text else r"[\n;]"
    return [part.strip() for part in re.split(signs, text) if part.strip()]

"""What the workbook names: its people, companies and roles, in the forms in which a letter may name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from eitherway.names import folded
from eitherway.proof.manuscript import Known, Manuscript, Person
from eitherway.proof.passages import words
from eitherway.salutations.parts import parts

FEW_WORKBOOKS = 4


class Kind(Enum):
    """What a name is the name of."""

    PERSON = "the name"
    COMPANY = "the company"
    ROLE = "the role"


class Named(NamedTuple):
    """A name as it must be written, and what of; `whole` is the full name that it is a form of."""

    text: str
    kind: Kind
    whole: str


class Place(NamedTuple):
    """Where a name stands in a text, exactly as written in the workbook."""

    named: Named
    start: int
    end: int


Index = Mapping[str, Sequence[Named]]
"""Names by their first word, the longest first."""


def bare(full: str) -> str:
    """A full name without what stands before and after it: "Dr. Ngozi Okafor, PhD" is "Ngozi Okafor"."""
    return parts(full).full or full.strip()


def family(person: Person) -> str:
    """What follows an honorific: the family name as known, else as the name suggests."""
    return person.family or parts(person.full).family


def given(person: Person) -> str:
    """The name without its family name; of "Deng Xiaoping" this is "Xiaoping"."""
    rest = bare(person.full)
    known = family(person)
    if folded(rest).endswith(" " + folded(known)):
        return rest[: -len(known)].strip()
    if folded(rest).startswith(folded(known) + " "):
        return rest[len(known) :].strip()
    return ""


def own_people(manuscript: Manuscript) -> list[Person]:
    """Who may stand in the letter: the recipient, the sender, and those who are rightly mentioned."""
    people = [manuscript.to, *(Person(name) for name in (manuscript.sender, *manuscript.others))]
    return [person for person in people if person.full.strip()]


def person_forms(person: Person) -> Iterator[Named]:
    """The full name, the family name, the given names together and the first of them."""
    rest = given(person)
    forms = (person.full.strip(), bare(person.full), family(person), rest, rest.split(" ")[0])
    yield from (Named(form, Kind.PERSON, bare(person.full)) for form in dict.fromkeys(forms) if form)


def company_forms(company: str) -> Iterator[Named]:
    """The whole name, and its beginnings ("Kestrel" for "Kestrel Robotics")."""
    parts = company.split()
    for count in range(len(parts), 0, -1):
        short = " ".join(parts[:count]).rstrip(",&")
        if count == len(parts) or (len(short) > 3 and folded(short) not in _NO_BEGINNING):
            yield Named(short, Kind.COMPANY, company.strip())


def own_names(manuscript: Manuscript) -> tuple[Named, ...]:
    """Every form of every name that belongs into this letter."""
    people = [named for person in own_people(manuscript) for named in person_forms(person)]
    role = (
        [Named(manuscript.role.strip(), Kind.ROLE, manuscript.role.strip())]
        if manuscript.role.strip()
        else []
    )
    return tuple(dict.fromkeys([*people, *company_forms(manuscript.company), *role]))


@lru_cache(maxsize=FEW_WORKBOOKS)
def workbook_index(known: Known) -> Index:
    """The full names of the whole workbook; built once for each workbook."""
    return index(workbook_names(known))


def workbook_names(known: Known) -> list[Named]:
    """The full names of everybody and everything in the workbook, as typed."""
    people = (Named(name.strip(), Kind.PERSON, name.strip()) for name in known.people)
    companies = (Named(name.strip(), Kind.COMPANY, name.strip()) for name in known.companies)
    roles = (Named(name.strip(), Kind.ROLE, name.strip()) for name in known.roles)
    return [*people, *companies, *roles]


def index(names: Iterable[Named]) -> Index:
    """The names by their first words, to find them in one walk through a text."""
    found: dict[str, list[Named]] = defaultdict(list)
    for named in dict.fromkeys(names):
        first = next(iter(words(named.text)), None)
        if first:
            found[first.text].append(named)
    return {first: sorted(several, key=lambda named: -len(named.text)) for first, several in found.items()}


def places(text: str, names: Index) -> Iterator[Place]:
    """Where the names stand as written, at each word the longest; "Vilsack's" holds "Vilsack"."""
    for word in words(text):
        for first in dict.fromkeys((word.text, _without_possessive(word.text))):
            named = next(
                (each for each in names.get(first, ()) if _stands(text, each.text, word.start)), None
            )
            if named:
                yield Place(named, word.start, word.start + len(named.text))
                break


def _stands(text: str, name: str, start: int) -> bool:
    after = text[start + len(name) : start + len(name) + 2]
    return text.startswith(name, start) and not (
        after[:1].isalnum() or (after[:1] == "-" and after[1:].isalnum())
    )


def _without_possessive(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word


_NO_BEGINNING = frozenset(
    ("the", "first", "second", "third", "city of", "bank of", "university", "university of")
)

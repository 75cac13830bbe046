"""What the workbook names: its people, companies and roles, in the forms in which a letter may name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from eitherway.proof.prose.manuscript import Known, Manuscript, Person, Span
from eitherway.proof.prose.passages import FEW, MANY, blocks, words_in, words_of
from eitherway.words.names import folded
from eitherway.words.salutations.parts import parts

FEW_WORKBOOKS = 4


class Kind(StrEnum):
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


class Index(NamedTuple):
    """Names by their text, and by their first words how long they are, the longest first.

    Looking one up takes as long among ten thousand names as among ten.
    """

    names: Mapping[str, Named]
    lengths: Mapping[str, Sequence[int]]


def bare(person: Person) -> str:
    """A name without what stands before and after it: as known, else as the name suggests."""
    return person.bare or parts(person.full).full or person.full.strip()


def family(person: Person) -> str:
    """What follows an honorific: the family name as known, else as the name suggests."""
    return person.family or parts(person.full).family


def given(person: Person) -> str:
    """The name without its family name; of "Deng Xiaoping" this is "Xiaoping"."""
    rest = bare(person)
    known = family(person)
    if folded(rest).endswith(" " + folded(known)):
        return rest[: -len(known)].strip()
    if folded(rest).startswith(folded(known) + " "):
        return rest[len(known) :].strip()
    return ""


def own_people(manuscript: Manuscript) -> list[Person]:
    """Who may stand in the letter: the recipient, the sender, and those who are rightly mentioned."""
    people = [manuscript.to, Person(manuscript.sender), *manuscript.others]
    return [person for person in people if person.full.strip()]


@lru_cache(maxsize=MANY)
def person_forms(person: Person) -> tuple[Named, ...]:
    """The full name, the family name, the given names together and the first of them."""
    rest = given(person)
    forms = (person.full.strip(), bare(person), family(person), rest, rest.split(" ")[0])
    return tuple(Named(form, Kind.PERSON, bare(person)) for form in dict.fromkeys(forms) if form)


def company_forms(company: str) -> Iterator[Named]:
    """The whole name, and its beginnings ("Kestrel" for "Kestrel Robotics")."""
    parts = company.split()
    for count in range(len(parts), 0, -1):
        short = " ".join(parts[:count]).rstrip(",&")
        if count == len(parts) or (len(short) > 3 and folded(short) not in _NO_BEGINNING):
            yield Named(short, Kind.COMPANY, company.strip())


@lru_cache(maxsize=FEW)
def own_index(manuscript: Manuscript) -> Index:
    """Every form of every name that belongs into this letter, to find them in it."""
    return index(own_names(manuscript))


@lru_cache(maxsize=FEW)
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


@lru_cache(maxsize=FEW_WORKBOOKS)
def accepted(known: Known) -> frozenset[str]:
    """The user's own words, folded."""
    return frozenset(folded(word) for word in known.words)


def own_words(text: str, known: Known) -> list[Span]:
    """Where the user's own words stand."""
    if not known.words:
        return []
    return [(at + start, at + end) for at, block in blocks(text) for start, end in _own_words(block, known)]


@lru_cache(maxsize=MANY)
def _own_words(block: str, known: Known) -> tuple[Span, ...]:
    own = accepted(known)
    return tuple((word.start, word.end) for word in words_in(block) if folded(word.text) in own)


def index(names: Iterable[Named]) -> Index:
    """The names, to find them in one walk through a text; of those written alike the first."""
    found: dict[str, Named] = {}
    lengths: dict[str, set[int]] = defaultdict(set)
    for named in names:
        for first in words_of(named.text)[:1]:
            found.setdefault(named.text, named)
            lengths[first].add(len(named.text))
    return Index(found, {first: sorted(several, reverse=True) for first, several in lengths.items()})


@lru_cache(maxsize=FEW)
def own_places(manuscript: Manuscript) -> tuple[Place, ...]:
    """Where the names stand that belong into this letter."""
    names = own_index(manuscript)
    return tuple(
        Place(named, at + start, at + end)
        for at, block in blocks(manuscript.text)
        if not names.lengths.keys().isdisjoint(_openings(block))
        for named, start, end in places(block, names)
    )


@lru_cache(maxsize=FEW)
def workbook_places(text: str, known: Known) -> tuple[Place, ...]:
    """Where the full names of the whole workbook stand."""
    return tuple(
        Place(named, at + start, at + end)
        for at, block in blocks(text)
        for named, start, end in _workbook_places(block, known)
    )


@lru_cache(maxsize=MANY)
def _workbook_places(block: str, known: Known) -> tuple[Place, ...]:
    return tuple(places(block, workbook_index(known)))


@lru_cache(maxsize=MANY)
def _openings(block: str) -> frozenset[str]:
    """The words with which a name may begin."""
    said = [word.text for word in words_in(block)]
    return frozenset((*said, *map(_without_possessive, said)))


def places(block: str, names: Index) -> Iterator[Place]:
    """Where the names stand as written, at each word the longest; "Vilsack's" holds "Vilsack"."""
    for word in words_in(block):
        lengths = names.lengths.get(word.text, ())
        if (plain := _without_possessive(word.text)) is not word.text:
            lengths = (*lengths, *names.lengths.get(plain, ()))
        for length in lengths:
            if _stands(block, word.start, end := word.start + length, names):
                yield Place(names.names[block[word.start : end]], word.start, end)
                break


def _stands(text: str, start: int, end: int, names: Index) -> bool:
    after = text[end : end + 2]
    return (
        end <= len(text)
        and text[start:end] in names.names
        and not (after[:1].isalnum() or (after[:1] == "-" and after[1:].isalnum()))
    )


def _without_possessive(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word


_NO_BEGINNING = frozenset(
    ("the", "first", "second", "third", "city of", "bank of", "university", "university of")
)

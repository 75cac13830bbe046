"""What is proofread: a letter's text, and what the workbook knows about it and around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Dialect(StrEnum):
    """The English that a letter is written in."""

    US = "US"
    UK = "UK"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a letter is to or about: `full` as typed, and what is known of its parts.

    `bare` is the name without what stands before and after it: of "Dr. Ngozi Okafor, PhD" "Ngozi Okafor".
    """

    full: str
    honorific: str = ""
    family: str = ""
    email: str = ""
    bare: str = ""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One letter to proofread: `text` runs from the salutation to the signature, paragraphs apart by an empty
    line.

    `kind` is the letter's kind: thank-you, check-in, last-note, after-no, note-card. `greeting` is exactly
    what must follow "Dear"; None allows each form of the recipient's name. `others` are people who may
    rightly stand in it, as the rest of the panel. Once `decided`, a gift or an invitation is no finding.
    `written` is the letter's own day, where it is known.
    """

    text: str
    to: Person
    sender: str = ""
    company: str = ""
    role: str = ""
    others: tuple[Person, ...] = ()
    dialect: Dialect = Dialect.US
    kind: str = "thank-you"
    greeting: str | None = None
    decided: bool = False
    written: date | None = None


@dataclass(frozen=True)
class Known:
    """What the whole workbook names: everybody in it, every company and role, and the user's own words.

    `places` is the first row of each name, as "Interviews!7", where there is a workbook.
    What is made of ten thousand names is looked up several times a letter, so that its hash is kept.
    """

    people: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    places: Mapping[str, str] = field(default_factory=dict, compare=False)
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        made_of = (self.people, self.companies, self.roles, self.words)
        object.__setattr__(self, "_hash", hash(made_of))

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> tuple[type[Known], tuple[object, ...]]:
        """Made anew in another process, where the hashes of texts are others."""
        return Known, (self.people, self.companies, self.roles, self.words, self.places)


Span = tuple[int, int]
"""Code points of a text, from and up to but not including."""

"""Short texts made into letters to read, and findings shown as what a person would see."""

from __future__ import annotations

from collections.abc import Iterable

from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Dialect, Manuscript, Person, Span
from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.engines.harper import lints_of
from eitherway.proof.text.language.reading.reading import Reading
from eitherway.proof.text.language.reading.tags import tags_of

RECIPIENT = Person("Ms. Noor Haddad", family="Haddad")


def manuscript(text: str, dialect: Dialect = Dialect.US, company: str = "", role: str = "") -> Manuscript:
    return Manuscript(text, RECIPIENT, sender="Tunde Bello", company=company, role=role, dialect=dialect)


def reading(text: str, dialect: Dialect = Dialect.US, names: Iterable[str] = (), role: str = "") -> Reading:
    """A letter in which each of those names is masked where it first stands."""
    masks: list[Span] = [(text.index(name), text.index(name) + len(name)) for name in names]
    return Reading(manuscript(text, dialect, role=role), masks)


def tagged(text: str, engines: Engines) -> Reading:
    """The same with the parts of speech told, and no name masked."""
    letter = manuscript(text)
    return Reading(letter, (), tags_of(lints_of(letter, engines)))


def shown(text: str, findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Each finding as the words found and what is suggested for them."""
    return [(text[f.start : f.end], f.suggestions[0] if f.suggestions else "") for f in findings]

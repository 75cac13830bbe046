"""The recipient's e-mail address against the name: a letter to Ms. Chen goes to her own box."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import WHOLE_LETTER, finding
from eitherway.proof.prose.likeness import distance, key, slips
from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway.words.comparison import quote

SHORTEST, TELLING = 3, 5
"""Letters that make a word of an address, and a name whose misspelling is hardly another name."""

_BETWEEN = re.compile(r"[._\-+\d]+")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_OFFICES = frozenset(
    """
    admin administrator admissions applications apply careers contact desk employment enquiries
    frontdesk hello help hire hiring hr human info inquiries interview interviews job jobs mail
    mailbox manager me office people personnel post reception recruit recruiter recruiting
    recruitment resources school secretary staff support talent team vacancies work
    """.split()  # noqa: SIM905 - words are easier to read than fifty quoted strings
)


def email_names(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """An address of two names, neither of them the recipient's, or of a name that is nearly theirs.

    Initials, nicknames, a married name beside the first name and offices' addresses are as good as the name.
    """
    address = manuscript.to.email.strip()
    if address and _disagrees(address.rpartition("@")[0], manuscript.to):
        start = manuscript.text.find(address)
        yield finding(
            FindingCode.EMAIL_NAME,
            Severity.WARNING,
            f"{quote(address)} does not look like the address of {quote(manuscript.to.full)}. Compare them.",
            (start, start + len(address)) if start >= 0 else WHOLE_LETTER,
        )


def _disagrees(local: str, person: Person) -> bool:
    parts = [letters for part in _BETWEEN.split(local) if (letters := key(part))]
    names = _names(person)
    whole = "".join(parts)
    if not parts or not names or not {whole, *parts}.isdisjoint(_OFFICES):
        return False
    missing = [spellings for spellings in names if not any(name in whole for name in spellings)]
    if any(_misspelt(part, name) for part in parts for spellings in missing for name in spellings):
        return True
    if len(missing) < len(names):
        return False
    initials = {name[0] for spellings in names for name in spellings}
    return len(parts) > 1 and all(len(part) >= SHORTEST and part[0] not in initials for part in parts)


def _names(person: Person) -> list[frozenset[str]]:
    """The words of the name, each as addresses may spell it: Müller is muller or mueller."""
    ways: tuple[dict[int, str], ...] = ({}, _GERMAN)
    words = [frozenset(key(word.casefold().translate(way)) for way in ways) for word in person.full.split()]
    return [spellings for spellings in words if all(len(name) >= SHORTEST for name in spellings)]


def _misspelt(part: str, name: str) -> bool:
    """Whether it is nearly the name, perhaps after an initial; what is only cut short is right."""
    if len(name) < TELLING:
        return False
    tried = (part, part[1:])
    return all(not name.startswith(each) for each in tried) and any(
        len(each) >= TELLING - 1
        and each[0] == name[0]
        and distance(each, name, slips(len(name))) <= slips(len(name))
        for each in tried
    )

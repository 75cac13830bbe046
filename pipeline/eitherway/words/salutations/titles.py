"""Tell a title ("Hiring Manager", "Dean of Students") from a name ("Ms. Dean", "Chef Ramsay").

A name is not recognised, since anything may be one; a title is, by the words of which titles are made.
"""

from __future__ import annotations

import re
from itertools import pairwise

from eitherway.words.salutations.title_words import (
    ADDRESS,
    BORNE,
    CIVIL,
    HEADING,
    LINKS,
    OF,
    OFFICES,
    OPENERS,
    PLAIN,
    RANKS,
    ROLES,
    TRADES,
)

KNOWN = PLAIN | OFFICES | TRADES | LINKS
TELLING = PLAIN | OFFICES
SURNAMES = OFFICES | TRADES
JOINED = TELLING | LINKS
ADDRESSES = ADDRESS | LINKS

_WORD = re.compile(r"[^\s,;:/|+&()\[\]\"“”]+")
_ASIDE = re.compile(r"\([^()]*\)")
_APART = re.compile(r",|\s[-–—@]\s")


def is_title(text: str) -> bool:
    """Whether the text names an office, a group or nobody at all instead of a person.

    A title first is one, whatever follows ("Director, Widgets", "Recruiter - Northwind"), unless it is a
    surname as well ("Judge, Aaron"); a name first is a name ("Ana Silva, Recruiter").
    """
    first, *rest = [part for part in _APART.split(_ASIDE.sub(" ", text)) if part.strip(" .")] or [text]
    may_be_surname = first.strip().casefold() in OFFICES
    return _is_title(first) and (not may_be_surname or all(map(_is_title, rest)))


def begins_with_office(text: str) -> bool:
    """Whether it begins like "Head of ..." or "Assistant to ...": an office, whatever it is of."""
    return _begins_with_office(_words(text))


def _is_title(text: str) -> bool:
    words = _words(text)
    if len(words) > 1 and words[0] in CIVIL and all(word in BORNE for word in words[1:]):
        return False
    named = _without_address(words)
    if not named or "whom" in words or _begins_with_office(words):
        return True
    if _in(named[-1], ROLES) or words[0] in RANKS:
        return True
    if len(named) == 1:
        return named == words and _in(words[0], TELLING)
    telling = any(_in(word, PLAIN) for word in words)
    if all(_in(word, KNOWN) for word in words):
        return telling or _in(words[0], HEADING if _in(words[-1], TRADES) else OFFICES)
    return telling and _in(words[-1], SURNAMES)


def _begins_with_office(words: list[str]) -> bool:
    for word, after in pairwise(words):
        if not _in(word, KNOWN):
            return False
        if after in OF and word not in LINKS:
            return True
    return False


def _words(text: str) -> list[str]:
    """The words without case, points, numbers and a salutation before them; "Vice-President" is two."""
    found = [word.replace(".", "").replace("’", "'").strip("-") for word in _WORD.findall(text.casefold())]
    words = [part for word in found for part in _parts(word) if any(sign.isalpha() for sign in part)]
    while len(words) > 1 and words[0] in OPENERS:
        words = words[1:]
    return words


def _parts(word: str) -> list[str]:
    if "-" not in word:
        return [word]
    parts = word.split("-")
    return parts if all(_in(part, JOINED) for part in parts) else [word]


def _without_address(words: list[str]) -> list[str]:
    """What is left after "Ms.", "Sir or Madam", "Judge"."""
    start = next((i for i, word in enumerate(words) if word not in ADDRESSES), len(words))
    return words[start:] if start and words[0] in ADDRESS else words


def _in(word: str, kind: frozenset[str]) -> bool:
    return word in kind or word.removesuffix("s") in kind

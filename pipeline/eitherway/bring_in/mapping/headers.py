"""What a header says by itself, before its column's cells are looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache, lru_cache

from eitherway.bring_in.cells.stages import stage_in
from eitherway.bring_in.meanings import Meaning, Stage
from eitherway.bring_in.vocabulary import bare, known, words_of
from eitherway.words.salutations.title_words import words

Guess = tuple[Meaning, str]
"""A meaning, and how it was found: "name" (as people call it), "stage", "part" (of the name) or "near"."""

AMBIGUOUS = {
    *map(
        frozenset,
        map(words_of, ("name", "title", "titel", "titre", "nom", "nombre", "titulo", "bezeichnung")),
    ),
    *map(frozenset, map(words_of, ("item", "task name", "type of work", "what", "was", "quoi"))),
}
"""Names that may be the company, the role or a person: the other columns decide."""

_OF_A_STAGE = (
    (Meaning.NOTES, r"\bnotes?\b|notiz|remarques?|notas?\b|comment|feedback"),
    (Meaning.INTERVIEWER, r"\bwith\b|\bwho\b|\bmit\b|\bavec\b|\bcon\b|\bby\b|interviewers?\b|"
                          r"\bpanel members\b|"
                          r"\bpeople\b|teilnehm|participant|asistent|attende|"
                          r"\bnames?\b|intervieweur|entrevistador|gesprachspartner|interlocuteur|\bcontact\b"),
    (Meaning.TIME, r"\btime\b|uhrzeit|\bheure\b|\bhora\b"),
    (Meaning.FORMAT, r"\bformat\b|\btype\b|\bart\b|\bmode\b|\btipo\b|modalidad|\bmedium\b"),
    (Meaning.POINT, r"topics?|discussed|talked|themen|besprochen|\bsujets?\b|\btemas\b"),
    (Meaning.OUTCOME, r"\boutcome\b|\bresult\b|ergebnis|resultat"),
    (Meaning.THANKED, r"thank"),
)  # fmt: skip
_NEAR, _VERY_NEAR = 0.85, 0.92
_WEAK = words(
    """
    mode type art time start who with mit avec con met when where via date day tour stand ad post
    site no nr id name tag contact field state job phase number datum fecha format medium method
    link level fit size team year month week
    """
)
"""Words that alone are a header, and beside others say too little."""
_SHORTEST_NEAR = 5
_OF = re.compile(r"\s(?:of|for|to|de|du|der|des|zu|für|pour|para)\s", re.IGNORECASE)
"""What stands before it is what the header is about: "Position of interest"."""


@lru_cache(maxsize=4096)
def meaning_of(header: str) -> Guess | None:
    """The meaning that a header's words give; None where they give none, or several.

    >>> meaning_of("Date applied"), meaning_of("Onsite - interviewers")[0].value
    ((<Meaning.APPLIED_ON: 'Applied on'>, 'name'), 'Interviewer')
    """
    every = frozenset(words_of(header))
    if not every or every in AMBIGUOUS:
        return None
    return named(header) or _near(every)


@lru_cache(maxsize=4096)
def named(header: str) -> Guess | None:
    """The meaning of a header that is spelled as people spell it."""
    every = frozenset(words_of(header))
    if not every or every in AMBIGUOUS:
        return None
    if meaning := known().get(every) or _singular().get(_without_s(every)):
        return meaning, "name"
    for part in re.split(r"[/|]|\bor\b", header):
        if (some := known().get(frozenset(words_of(part)))) and part != header:
            return some, "name"
    if stage_in(header):
        plain = bare(header)
        found = (meaning for meaning, pattern in _OF_A_STAGE if re.search(pattern, plain))
        return next(found, Meaning.INTERVIEW), "stage"
    if meaning := _singular().get(_without_s(word for word in every if not word.isdigit())):
        return meaning, "name"
    before = _OF.split(header, maxsplit=1)[0]
    if before != header and (meaning := known().get(frozenset(words_of(before)))):
        return meaning, "part"
    return _part(header)


def stage_of(header: str) -> Stage:
    """The step of hiring that a header names."""
    return stage_in(header) or Stage()


def _part(header: str) -> Guess | None:
    """The longest known name whose words all stand in the header; of two as long, the one with its last
    word.
    """
    words_ = words_of(header)
    every = frozenset(words_)
    inside = [(name, meaning) for name, meaning in known().items() if name < every and not name <= _WEAK]
    longest = max((len(name) for name, _ in inside), default=0)
    best = [(name, meaning) for name, meaning in inside if len(name) == longest]
    if len({meaning for _, meaning in best}) > 1:
        best = [(name, meaning) for name, meaning in best if words_[-1] in name]
    if longest * 2 < len(every) or len({meaning for _, meaning in best}) != 1:
        return None
    return best[0][1], "part"


def _near(every: frozenset[str]) -> Guess | None:
    text = " ".join(sorted(every))
    if len(text) < _SHORTEST_NEAR:
        return None
    cutoff = _NEAR if len(every) == 1 else _VERY_NEAR
    few = int(len(text) * (1 - cutoff) / cutoff) + 1  # no text of another length is as near as that
    some = [
        each for size in range(len(text) - few, len(text) + few + 1) for each in _by_length().get(size, ())
    ]
    close = get_close_matches(text, some, n=1, cutoff=cutoff)
    return (_spelled()[close[0]], "near") if close else None


@cache
def _singular() -> dict[frozenset[str], Meaning]:
    found: dict[frozenset[str], Meaning] = {}
    for name, meaning in known().items():
        found.setdefault(_without_s(name), meaning)
    return found


def _without_s(every: Iterable[str]) -> frozenset[str]:
    """The words as the plural of one language or another would have them."""
    return frozenset(word.removesuffix("s") for word in every)


@cache
def _by_length() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for text in _spelled():
        found.setdefault(len(text), []).append(text)
    return found


@cache
def _spelled() -> dict[str, Meaning]:
    return {" ".join(sorted(words)): meaning for words, meaning in known().items()}

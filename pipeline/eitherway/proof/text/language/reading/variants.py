"""American and British spellings of the same words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from eitherway.proof.text.language.reading import lexicon


@cache
def to_american() -> dict[str, str]:
    """The American spelling of each word that only Britain writes so."""
    only = dict(line.split() for line in lexicon.lines("british.txt"))
    return dict(_ise()) | only | dict(_pairs())


@cache
def to_british() -> dict[str, str]:
    """The British spelling of each word that only America writes so."""
    return {american: british for british, american in _pairs()} | _AMERICAN_ONLY


def spellings(word: str) -> frozenset[str]:
    """The same lower-case word as the other side writes it; empty when there is no difference."""
    return frozenset(meant for table in (to_american(), to_british()) if (meant := table.get(word)))


def _ise() -> Iterator[tuple[str, str]]:
    """Verbs in -ise: wrong in America only, for -ize is right on both sides."""
    for stem in " ".join(lexicon.lines("ise.txt")).split():
        for ending in ("ise", "ises", "ised", "ising", "iser", "isers", "isation", "isations", "isational"):
            yield stem + ending, stem + ending.replace("is", "iz", 1)


def _pairs() -> Iterator[tuple[str, str]]:
    """British and American forms of every pair, with the endings that its line asks for."""
    for line in lexicon.lines("dialect.txt"):
        british, american, *endings = line.split()
        yield british, american
        for ending in endings:
            yield _joined(british, ending), _joined(american, ending)


def _joined(word: str, ending: str) -> str:
    return (word[:-1] if word.endswith("e") and ending[0] in "eia" else word) + ending


_AMERICAN_ONLY = {"gotten": "got", "practice": "practise"}

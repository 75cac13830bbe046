"""Some 700 verbs of business letters by what else their base form can be; verbs.txt holds them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

VOWELS = "aeiou"


class Verbs(NamedTuple):
    """Base forms; one that can be two things stands in two sets."""

    every: frozenset[str]
    nouns_too: frozenset[str]
    """Work, interview."""
    adjectives_too: frozenset[str]
    """Clear, own."""

    @property
    def only(self) -> frozenset[str]:
        """Those that are hardly ever anything else: accept, know."""
        return self.every - self.nouns_too - self.adjectives_too


@cache
def verbs() -> Verbs:
    """The verbs, read once."""
    text = files(__package__).joinpath("verbs.txt").read_text(encoding="utf-8")
    parts = {part.partition("]")[0]: part.partition("]")[2].split() for part in text.split("\n[")[1:]}
    nouns, adjectives = frozenset(parts["noun"]), frozenset(parts["adjective"])
    return Verbs(frozenset(parts["verb"]) | nouns | adjectives, nouns, adjectives)


def with_s(base: str) -> str:
    """The form with he, she or it.

    >>> with_s("carry"), with_s("go"), with_s("have")
    ('carries', 'goes', 'has')
    """
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")

"""How surely a sentence asks for the job, and to hear either way: both told by the words in it.

People ask in a thousand ways ("Put me on the rota", "I await judgment, for or against"), so no list of
patterns holds them. Weights of single words, and of two and three in a row, were learned from sentences that
people wrote and marked; `docs/make_said.py` made `said.txt` of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from eitherway.proof.prose.passages import MANY
from eitherway.proof.prose.phrases import in_full


class Said(NamedTuple):
    """How surely a sentence asks for the job, and for an answer either way: log odds, 0 is even."""

    asks: float
    asks_either_way: float


@lru_cache(maxsize=MANY)
def said(sentence: str) -> Said:
    """What a sentence says, in which the letter's own role and company stand as THEROLE and THEFIRM."""
    weights = _weights()
    known = [weights[run] for run in {*runs(sentence), ""} if run in weights]
    return Said(sum(asks for asks, _ in known), sum(either for _, either in known))


def runs(sentence: str) -> Iterator[str]:
    """Its words, two and three in a row, and two with any one between them; "^" and "$" are its ends."""
    words = ["^", *map(_word, _WORD.findall(in_full(" ".join(sentence.split())))), "$"]
    yield from words
    yield from (f"{one} {other}" for one, other in pairwise(words))
    for one, between, other in zip(words, words[1:], words[2:], strict=False):
        yield f"{one} {between} {other}"
        yield f"{one} _ {other}"


@cache
def _weights() -> Mapping[str, Said]:
    """The weights by run of words, in hundredths in the file; those of "" are what every sentence has."""
    text = files(__package__).joinpath("said.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {run: Said(int(asks) / 100, int(either) / 100) for asks, either, run in rows}


def _word(match: tuple[str, str]) -> str:
    """In small letters with a straight apostrophe; a number is "#", a name within a sentence "~"."""
    name, word = match
    if name:
        return "~"
    return "#" if word.isdigit() else word.lower().replace("’", "'")


_WORD = re.compile(
    r"(?<=[a-z,'’] )(?!I\b|THEROLE|THEFIRM)([A-Z][\w'’-]*)"
    r"|((?:THEROLE|THEFIRM|[^\W\d_]+)(?:['’][a-z]+)?|\d+|[.?!,;:])"
)

"""How surely a sentence asks for the job, and to hear either way: both told by the words in it.

People ask in a thousand ways ("Put me on the rota", "I await judgment, for or against"), so no list of
patterns holds them. Weights of single words, and of two and three in a row, were learned from sentences that
people wrote and marked; `docs/make_said.py` made `said.txt` of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
    found = [weights[run] for run in weights.keys() & runs(sentence)]
    return Said(sum(asks for asks, _ in found) / 100, sum(either for _, either in found) / 100)


def runs(sentence: str) -> set[str]:
    """Its words, two and three in a row, and two with any one between them, in small letters.

    "^" and "$" are its ends, "~" is a name within it, "#" a number; "" is in every sentence.
    """
    plain = _NUMBER.sub("#", _NAME.sub("~", in_full(" ".join(sentence.split())))).lower()
    words = ["^", *_WORD.findall(plain.replace("’", "'")), "$"]
    next_but_one = [f"{one} _ {other}" for one, other in zip(words, words[2:], strict=False)]
    threes = zip(words, words[1:], words[2:], strict=False)
    return {"", *words, *map(" ".join, pairwise(words)), *map(" ".join, threes), *next_but_one}


@cache
def _weights() -> Mapping[str, tuple[int, int]]:
    """The weights by run of words, in hundredths."""
    text = files(__package__).joinpath("said.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {run: (int(asks), int(either)) for asks, either, run in rows}


_NAME = re.compile(r"(?<=[a-z,'’] )(?!I\b|THEROLE|THEFIRM)[A-Z][\w'’-]*")
_NUMBER = re.compile(r"(?<!\w)\d+")
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?|[.?!,;:~#]")

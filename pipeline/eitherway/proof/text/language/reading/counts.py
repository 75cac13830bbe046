"""How likely a word is between its neighbours, from counts of words and of pairs of words.

The counts are those of SymSpell ("Frequency dictionary", https://github.com/wolfgarbe/SymSpell, MIT), taken
from a very large body of English, in the order of 10**12 words; `docs/make_word_counts.py` reduced them.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from math import log

TOTAL = 1e12
"""About how many words of English the counts were taken from."""

LEAST_PAIR = 6.4e6
"""The table of pairs leaves out those that are rarer than this."""


@dataclass(frozen=True, eq=False)
class Counts:
    """Counts by lower-case word, and by one word those of the words after it."""

    words: Mapping[str, int]
    following: Mapping[str, Mapping[str, int]]

    def has(self, first: str, second: str) -> bool:
        """Whether the pair is in common use."""
        return second in self.following.get(first, _NOTHING)

    def pair(self, first: str, second: str) -> int:
        """How often the second follows the first; 0 for what is rarer than the table's least."""
        return self.following.get(first, _NOTHING).get(second, 0)

    def follows(self, first: str, second: str) -> float:
        """How often `second` follows `first`, by how often `first` occurs at all.

        The two tables were not counted in one body of text, so that this is no share: it may exceed 1.
        """
        return self.pair(first, second) / max(self.words.get(first, 0), 1)

    def before(self, word: str, neighbours: Iterable[str]) -> float:
        """How often one of those stands before the word, by how often the word occurs; no share either."""
        found = sum(self.pair(neighbour, word) for neighbour in neighbours)
        return found / max(self.words.get(word, 0), 1)

    def fit(self, before: str, words: str, after: str) -> float:
        """The logarithm of the likelihood that `words` stand between the two; "" is an unknown neighbour.

        A pair that is not in the table counts as what chance gives, but never more than the table's least.
        """
        chain = [word for word in (before, *words.split(), after) if word]
        first = 0.0 if before else log(self._word(chain[0]) / TOTAL)
        return first + sum(log(self._pair(one, two) / self._word(one)) for one, two in pairwise(chain))

    def _word(self, word: str) -> float:
        return max(self.words.get(word, 0), _LEAST_WORD)

    def _pair(self, first: str, second: str) -> float:
        found = self.pair(first, second)
        if found:
            return float(found)
        by_chance = self._word(first) * self._word(second) / TOTAL
        return min(max(by_chance / 2, _LEAST_PAIR_GUESS), LEAST_PAIR / 2)


_LEAST_WORD = 1e5
_LEAST_PAIR_GUESS = 2e3
_NOTHING: Mapping[str, int] = {}


def read_counts() -> Counts:
    """The table beside this module; a quarter of a second."""
    packed = files(__package__).joinpath("data", "counts.txt.gz").read_bytes()
    words: dict[str, int] = {}
    following: dict[str, dict[str, int]] = {}
    for line in gzip.decompress(packed).decode().split("\n"):
        word, count, *pairs = line.split(" ")
        words[word] = int(count) * 1000
        if pairs:
            counts = map(_THOUSANDS, map(int, pairs[1::2]))
            following[word] = dict(zip(pairs[::2], counts, strict=True))
    return Counts(words, following)


_THOUSANDS = (1000).__mul__

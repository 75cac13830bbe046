"""How likely a word is between its neighbours, from counts of words and of pairs of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log

TOTAL = 1e12
"""About how many words of English the counts were taken from."""

LEAST_PAIR = 6.4e6
"""The table of pairs leaves out those that are rarer than this."""


@dataclass(frozen=True)
class Counts:
    """Counts by lower-case word, and by two words with a blank between them."""

    words: Mapping[str, int]
    pairs: Mapping[str, int]

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def has(self, first: str, second: str) -> bool:
        """Whether the pair is in common use."""
        return f"{first} {second}" in self.pairs

    def follows(self, first: str, second: str) -> float:
        """How often `second` follows `first`, by how often `first` occurs at all.

        The two tables were not counted in one body of text, so that this is no share: it may exceed 1.
        """
        return self.pairs.get(f"{first} {second}", 0) / max(self.words.get(first, 0), 1)

    def before(self, word: str, neighbours: Iterable[str]) -> float:
        """How often one of those stands before the word, by how often the word occurs; no share either."""
        found = sum(self.pairs.get(f"{neighbour} {word}", 0) for neighbour in neighbours)
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
        found = self.pairs.get(f"{first} {second}")
        if found:
            return float(found)
        by_chance = self._word(first) * self._word(second) / TOTAL
        return min(max(by_chance / 2, _LEAST_PAIR_GUESS), LEAST_PAIR / 2)


_LEAST_WORD = 1e5
_LEAST_PAIR_GUESS = 2e3

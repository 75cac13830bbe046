"""How likely words are after the two before them: a trigram model of English that backs off to shorter ones.

The model is that of CMU's PocketSphinx (BSD-2-Clause), made for its recogniser from English as it is spoken
and written; `docs/make_ngrams.py` reduced it to the 20,000 commonest words. It knows small letters and no
marks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

NOBODY = -1
"""The number of a word that the model does not know, and of a place beyond a name or a number."""

Array = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Ngrams:
    """Words by number, and the natural logarithms of what follows what, of backing off as well.

    `pairs` holds first * words + second, in order; `triples` the place of a pair * words + third.
    """

    numbers: Mapping[str, int]
    single: Array
    pairs: Array
    pair: Array
    pair_backoff: Array
    triples: Array
    triple: Array
    backoff: Array

    def number(self, word: str) -> int:
        """The word's number, or NOBODY's."""
        return self.numbers.get(word, NOBODY)

    @cached_property
    def beginning(self) -> int:
        """The number of what stands before a sentence's first word."""
        return self.numbers["<s>"]

    @cached_property
    def edges(self) -> tuple[int, int]:
        """The numbers of what stands before a sentence's first word and after its last."""
        return self.beginning, self.numbers["</s>"]

    def logarithms(self, before: Array, between: Array, last: Array) -> Array:
        """Of the likelihood of the last words after the others; 0 for a word that it knows nothing of.

        A word before which stands an unknown one is as likely as it is anywhere.
        """
        count = len(self.single)
        is_open = (before >= 0) & (between >= 0) & (between != self.beginning)
        history = _found(self.pairs, np.where(is_open, before * count + between, -1))
        ending = _found(self.pairs, np.where((between >= 0) & (last >= 0), between * count + last, -1))
        whole = _found(self.triples, np.where((history >= 0) & (last >= 0), history * count + last, -1))
        alone = np.where(between < 0, 0, self.backoff[between]) + self.single[last]
        shorter = np.where(ending < 0, alone, self.pair[ending])
        backed = shorter + np.where(history < 0, 0, self.pair_backoff[history])
        told = np.where(whole < 0, backed, self.triple[whole])
        return np.where((last < 0) | (last == self.beginning), 0.0, told).astype(np.float64)

    def are_pairs(self, first: Array, second: Array) -> Array:
        """Whether each of the first is in common use before the second."""
        keys = np.where((first < 0) | (second < 0), -1, first * len(self.single) + second)
        known: Array = _found(self.pairs, keys) >= 0
        return known

    def after_all(self, word: int) -> Array:
        """The logarithms of the word's likelihood after each word, by pairs alone."""
        found: Array = self.backoff + self.single[word]
        pairs = np.flatnonzero(self._seconds == word)
        found[self.pairs[pairs] // len(self.single)] = self.pair[pairs]
        return found

    def before_all(self, word: int) -> Array:
        """The logarithms of each word's likelihood after the word, by pairs alone."""
        count = len(self.single)
        found: Array = self.single + self.backoff[word]
        start, end = np.searchsorted(self.pairs, [word * count, (word + 1) * count])
        found[self.pairs[start:end] % count] = self.pair[start:end]
        return found

    @cached_property
    def _seconds(self) -> Array:
        seconds: Array = self.pairs % len(self.single)
        return seconds


def read_ngrams() -> Ngrams:
    """The table beside this module; a tenth of a second, and 20 MB."""
    with as_file(files(__package__).joinpath("data", "ngrams.npz")) as path, np.load(path) as table:
        words = table["words"].tobytes().decode().split(" ")
        logarithms = {name: table[name] * np.float32(-1 / _STEPS) for name in _LOGARITHMS}
        keys = {name: np.cumsum(table[name], dtype=np.int64) for name in ("pairs", "triples")}
    return Ngrams({word: number for number, word in enumerate(words)}, **logarithms, **keys)


def _found(keys: Array, wanted: Array) -> Array:
    """The place of each among the keys, which are in order; -1 where it is none."""
    places = np.searchsorted(keys, wanted).clip(max=len(keys) - 1)
    found: Array = np.where(keys[places] == wanted, places, -1)
    return found


_STEPS = 12
_LOGARITHMS = ("single", "backoff", "pair", "pair_backoff", "triple")

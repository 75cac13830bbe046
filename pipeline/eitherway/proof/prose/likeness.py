"""How near two words are: the edit distance of Damerau and Levenshtein, scaled to the length."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from eitherway.words.names import plain

_WHOLE_LETTERS = str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that Unicode does not divide into a letter and its accent."""

LONG, VERY_LONG = 4, 9
"""From these lengths on one slip, then two, may separate a word from what was meant."""


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """The letters and digits of a word without accents or case: of "O’Brien" "obrien", of "&" "and"."""
    return "".join(
        sign for sign in plain(word.replace("&", "and")).translate(_WHOLE_LETTERS) if sign.isalnum()
    )


def slips(length: int) -> int:
    """How many slips a word of that length may hold and still be recognised."""
    return 0 if length < LONG else 1 if length < VERY_LONG else 2


def is_slip(written: str, right: str, most: int) -> bool:
    """Whether one key is the other with at most so many slips, as they look or as they sound."""
    return distance(written, right, most) <= most or distance(_sound(written), _sound(right), most) <= most


def same_letters(one: str, other: str) -> bool:
    """Whether two words hold the same letters in another order."""
    return LONG <= len(one) == len(other) and sorted(one) == sorted(other)


def distance(one: str, other: str, most: int) -> int:
    """The number of slips between two words, or `most` + 1 if there are more.

    Restricted Damerau-Levenshtein distance (optimal string alignment: Damerau, CACM 7 (1964), 171-176).
    """
    return OSA.distance(one, other, score_cutoff=most)


def begin_alike(one: str, other: str) -> bool:
    """Whether two words begin with the same letter, or with two that are taken for one another."""
    first, second = one[:1], other[:1]
    return first == second or any(first in group and second in group for group in _TAKEN_FOR_EACH_OTHER)


_TAKEN_FOR_EACH_OTHER = ("aeiouyj", "ckq", "sz", "vwf", "pf")


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    for letters, sound in (("ph", "f"), ("ck", "k"), ("x", "ks"), ("cs", "ks"), ("oo", "u"), ("ou", "u")):
        word = word.replace(letters, sound)
    return word

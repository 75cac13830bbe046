"""Words one slip of the finger away: a letter left out, put in, mistaken or swapped with the next."""

from __future__ import annotations

from collections.abc import Iterator

_LONGEST = 30
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def one_edit(word: str) -> Iterator[str]:
    """All strings one edit from a lower-case word; most are no words, and a few come twice.

    Nothing for what is too long to be a word.
    """
    if len(word) > _LONGEST:
        return
    halves = [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
    for left, right in halves:
        if right:
            yield left + right[1:]
        if len(right) > 1 and right[0] != right[1]:
            yield left + right[1] + right[0] + right[2:]
        for letter in _LETTERS:
            if right and letter != right[0]:
                yield left + letter + right[1:]
            yield left + letter + right

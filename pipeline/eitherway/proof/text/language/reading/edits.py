"""Words one slip of the finger away: a letter left out, put in, mistaken or swapped with the next."""

from __future__ import annotations

_LONGEST = 30
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def one_edit(word: str) -> list[str]:
    """All strings one edit from a lower-case word; most are no words, and a few come twice.

    Nothing for what is too long to be a word.
    """
    if len(word) > _LONGEST:
        return []
    halves = [(word[:cut], word[cut:], word[cut + 1 :]) for cut in range(len(word) + 1)]
    swapped = [
        left + right[1] + right[0] + right[2:]
        for left, right, _ in halves
        if len(right) > 1 and right[0] != right[1]
    ]
    return [
        *swapped,
        *(left + rest for left, right, rest in halves if right),
        *[
            left + letter + rest
            for left, right, rest in halves
            if right
            for letter in _LETTERS
            if letter != right[0]
        ],
        *[left + letter + right for left, right, _ in halves for letter in _LETTERS],
    ]

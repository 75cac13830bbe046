"""Names as they are looked for in a letter: by all their letters, and by each of their words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from eitherway.proof.prose.likeness import key
from eitherway.proof.prose.manuscript import Known
from eitherway.proof.prose.named import FEW_WORKBOOKS, Named, workbook_names
from eitherway.proof.prose.passages import words_of

COMMON = 50
"""A word in more names of the workbook than these ("Analyst") does not lead to any of them."""

FIRST = 3
"""Letters that are looked at to see that a word begins no name."""


class Parted(NamedTuple):
    """A name with its words and their keys."""

    named: Named
    words: Sequence[str]
    keys: tuple[str, ...]


class Names(NamedTuple):
    """Names by all their letters, in order too, and by each of their words with its place.

    `starts` are their first letters, up to three: what begins with none of them is in no name.
    """

    whole: Mapping[str, Parted]
    by_word: Mapping[str, Sequence[tuple[int, Parted]]]
    in_order: Sequence[str]
    starts: frozenset[str]

    def begins(self, letters: str) -> bool:
        """Whether a name begins with these letters."""
        at = bisect_left(self.in_order, letters)
        return at < len(self.in_order) and self.in_order[at].startswith(letters)


def parted_names(names: Iterable[Named]) -> Names:
    """The names, to be found by their letters; those of one letter are left out."""
    whole: dict[str, Parted] = {}
    by_word: dict[str, list[tuple[int, Parted]]] = defaultdict(list)
    for named in names:
        parts = words_of(named.text)
        keys = tuple(map(key, parts))
        if len("".join(keys)) < 2:
            continue
        parted = Parted(named, parts, keys)
        whole.setdefault("".join(keys), parted)
        if len(keys) > 1:
            for place, letters in enumerate(keys):
                by_word[letters].append((place, parted))
    rare = {letters: places for letters, places in by_word.items() if len(places) <= COMMON}
    starts = {form[:count] for name in whole for form in (name, f"{name}s") for count in (1, 2, FIRST)}
    return Names(whole, rare, sorted(whole), frozenset(starts))


@lru_cache(maxsize=FEW_WORKBOOKS)
def workbook_names_parted(known: Known) -> Names:
    """Likewise, all names of the workbook."""
    return parted_names(workbook_names(known))

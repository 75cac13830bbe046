"""What people type, beside what was expected: compared loosely, guessed at, and quoted back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from unicodedata import normalize

from eitherway.words.names import folded

A_HEADER, A_VALUE = 0.8, 0.7
"""How alike two words must be (difflib's ratio) for a guess that stops the run, and for one that helps."""

COMPARISONS = 5000  # a tenth of a second
QUOTED = 60

_BETWEEN_WORDS = re.compile(r"[\s_\-\u00ad\u2010-\u2015\u2212]+")


def loose(text: str) -> str:
    """Headers, choices and settings are compared in this form: no case, spaces, hyphens or dashes.

    >>> loose("Thank–You Sent") == loose("thank you sent")
    True
    """
    return _BETWEEN_WORDS.sub("", normalize("NFKC", text).casefold())


def find(wanted: str, names: Collection[str]) -> str | None:
    """The one of `names` that is `wanted`: the same word if it is there, else the first loosely the same."""
    if wanted in names:
        return wanted
    key = loose(wanted)
    return next((name for name in names if loose(name) == key), None)


def nearest(text: str, candidates: Iterable[str], likeness: float = A_VALUE) -> str:
    """The candidate that was probably meant, "" if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - most workbooks need no guess

    by_key = {folded(candidate): candidate for candidate in candidates}
    close = get_close_matches(folded(text), by_key, n=1, cutoff=likeness)
    return by_key[close[0]] if close else ""


def did_you_mean(text: str, candidates: Iterable[str]) -> str:
    """`Did you mean "Email"? ` with its space after, or "": to stand before what to do."""
    guess = nearest(text, candidates)
    return f"Did you mean {quote(guess)}? " if guess else ""


def guesses(words: Iterable[str], candidates: Collection[str]) -> Mapping[str, str]:
    """`did_you_mean` for each distinct word, the first ones only where there are very many to compare."""
    distinct = list(dict.fromkeys(words))
    some = distinct[: COMPARISONS // max(len(candidates), 1)]
    return dict.fromkeys(distinct, "") | {word: did_you_mean(word, candidates) for word in some}


def quote(text: str) -> str:
    """What the user typed, in quotes, on one line and not too long."""
    line = " / ".join(text.splitlines())
    return f'"{line}"' if len(line) <= QUOTED else f'"{line[: QUOTED - 3].rstrip()}..."'

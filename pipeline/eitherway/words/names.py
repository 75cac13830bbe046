"""When two names are the same name: however they were typed."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize

_MANY = 2**16
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "ø": "oe", "å": "aa"})


@lru_cache(maxsize=_MANY)  # labels and names recur in very many rows
def folded(name: str) -> str:
    """The form in which names, labels and keys are compared: Unicode NFC, no case, single spaces.

    >>> folded("  María   GARCÍA ") == folded("maría garcía")
    True
    """
    return " ".join(normalize("NFC", name).casefold().split())


def spelled_out(name: str) -> str:
    """The folded name with two letters for each that is written so where a keyboard lacks it.

    >>> spelled_out("Müller") == spelled_out("mueller")
    True
    """
    return folded(name).translate(_TWO_LETTERS)


def plain(name: str) -> str:
    """The folded name without its accents, as somebody types it who lacks the keys.

    >>> plain("Nguyễn") == plain("nguyen")
    True
    """
    return "".join(sign for sign in normalize("NFD", folded(name)) if not combining(sign)).replace("đ", "d")

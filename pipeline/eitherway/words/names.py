"""When two names are the same name: however they were typed."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize

_MANY = 2**16


@lru_cache(maxsize=_MANY)  # labels and names recur in very many rows
def folded(name: str) -> str:
    """The form in which names, labels and keys are compared: Unicode NFC, no case, single spaces.

    >>> folded("  María   GARCÍA ") == folded("maría garcía")
    True
    """
    return " ".join(normalize("NFC", name).casefold().split())


def plain(name: str) -> str:
    """The folded name without its accents, as somebody types it who lacks the keys.

    >>> plain("Nguyễn") == plain("nguyen")
    True
    """
    return "".join(sign for sign in normalize("NFD", folded(name)) if not combining(sign)).replace("đ", "d")

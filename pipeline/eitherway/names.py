"""When two names are the same name: however they were typed."""

from __future__ import annotations

from unicodedata import normalize


def folded(name: str) -> str:
    """The form in which names, labels and keys are compared: Unicode NFC, no case, single spaces.

    >>> folded("  María   GARCÍA ") == folded("maría garcía")
    True
    """
    return " ".join(normalize("NFC", name).casefold().split())

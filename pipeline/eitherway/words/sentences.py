"""The end of a sentence that ends on what somebody typed."""

from __future__ import annotations


def ended(words: str) -> str:
    """With a full stop, unless the last word brings its own.

    >>> ended("You met Acme Inc."), ended("You met Mei Chen")
    ('You met Acme Inc.', 'You met Mei Chen.')
    """
    return words if words.endswith(".") else f"{words}."

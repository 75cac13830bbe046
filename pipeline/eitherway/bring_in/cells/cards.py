"""A job and a company in one text, as people write them on a card: "Analyst @ Acme", "Acme - Analyst"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from eitherway.words.salutations.titles import is_title

_AT = re.compile(r"\s+(?:@|at|bei|chez)\s+|\s*@\s*")
_BETWEEN = re.compile(r"\s+[-–—|/·:]\s+|:\s+")
_IN_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")
_FEW = 0.8
_SOME = 0.5


class Card(NamedTuple):
    """What a card says: the job ("" where it names only the company), the company, and the lines below."""

    role: str
    company: str
    more: str = ""


def card_in(text: str) -> Card:
    """The card's job and company; a text that is not divided is a company.

    >>> card_in("Analyst @ Acme"), card_in("Acme - Data Analyst")[:2], card_in("Acme")[:2]
    (Card(role='Analyst', company='Acme', more=''), ('Data Analyst', 'Acme'), ('', 'Acme'))
    """
    first, _, more = text.strip().partition("\n")
    first, more = first.strip(), more.strip()
    if len(pair := _AT.split(first, maxsplit=1)) == 2 and all(pair):
        return Card(pair[0], pair[1], more)
    if len(pair := _BETWEEN.split(first, maxsplit=1)) == 2 and all(pair):
        return _placed(pair[0], pair[1], more)
    if found := _IN_BRACKETS.fullmatch(first):
        return _placed(found[1], found[2], more)
    return Card("", first, more)


def are_cards(texts: Sequence[str], *, said_at: bool = False) -> bool:
    """Whether nearly all of the texts name a job and a company, in one order or the other.

    With `said_at` only "Analyst @ Acme" counts: behind a dash a job's name may have its place.
    """
    cards = [card_in(text) for text in texts]
    named = [card for card in cards if card.role]
    at = sum(bool(_AT.search(text)) for text in texts)
    jobs = sum(is_title(card.role) for card in named)
    return (
        bool(texts)
        and len(named) >= _FEW * len(texts)
        and max(at, 0 if said_at else jobs) >= _SOME * len(texts)
    )


def _placed(one: str, other: str, more: str) -> Card:
    """Companies come first, unless only the first part is a job."""
    if is_title(one) and not is_title(other):
        return Card(one, other, more)
    return Card(other, one, more)

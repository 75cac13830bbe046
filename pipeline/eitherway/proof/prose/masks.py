"""The spans of a letter that spelling and grammar leave alone: names, addresses and the user's own words.

Names are masked where they stand, and no dictionary learns them: a name that is one slip away from another
word of the letter would otherwise hide that slip everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from eitherway.proof.prose.manuscript import Known, Manuscript, Span
from eitherway.proof.prose.named import own_places, own_words, workbook_places
from eitherway.proof.prose.passages import FEW, MANY, blocks

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)*+")
_WEB = re.compile(
    r"(?<!\w)(?:https?://|www\.)[^\s<>\"”]++"
    r"|(?<![\w.@-])[\w-]++(?:\.[\w-]++)*?\.(?:com|org|net|edu|gov|io|co\.uk|ac\.uk|example)\b(?:/[^\s<>\"”]*+)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=FEW)
def masks(manuscript: Manuscript, known: Known) -> tuple[Span, ...]:
    """Names, companies, roles, e-mail and web addresses and the user's words, in order and apart.

    A possessive belongs to its name.
    """
    text = manuscript.text
    names = (*own_places(manuscript), *workbook_places(text, known))
    spans = [(place.start, _with_possessive(text, place.end)) for place in names]
    return _joined([*spans, *addresses(text), *own_words(text, known)])


def addresses(text: str) -> Iterator[Span]:
    """E-mail and web addresses."""
    for at, block in blocks(text):
        yield from ((at + start, at + end) for start, end in _addresses(block))


@lru_cache(maxsize=MANY)
def _addresses(block: str) -> tuple[Span, ...]:
    return tuple(match.span() for pattern in (_EMAIL, _WEB) for match in pattern.finditer(block))


def _with_possessive(text: str, end: int) -> int:
    return end + 2 if text[end : end + 2] in ("'s", "’s") else end


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans that overlap made one, in order."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)

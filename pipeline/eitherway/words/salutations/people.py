"""How many people a name cell names."""

from __future__ import annotations

import re

from eitherway.words.salutations.beside import AFTER_A_NAME, ASIDE
from eitherway.words.salutations.titles import begins_with_office, is_title

PARENTAGE = re.compile(r"\b([asdw])/([opl])\b", re.IGNORECASE)
"""Son of, daughter of in Malaysian and Singaporean names: Muthu a/l Samy, Devi d/o Rajan."""

BETWEEN = re.compile(r"\s*[;/|+\n]\s*|\s+(?:and|And|AND|or)\s+|(?<!\b\w)&(?!\w\b)")
"""What stands between two names; "or" only in lower case, since Or is a name, and not the & of R&D."""


def people(text: str) -> list[str]:
    """The text divided into the people it names; one whole where it names one.

    "Okafor, Ngozi" and "Dr. Ngozi Okafor, PhD" are one person, as is "Head of Learning and Growth".
    """
    plain = PARENTAGE.sub(r"\1\2", ASIDE.sub(" ", text))
    parts = [part for part in BETWEEN.split(plain) if part.strip()]
    if len(parts) > 1 and begins_with_office(plain):
        return [text]
    return [name for part in parts for name in _by_commas(part)] or [text]


def _by_commas(text: str) -> list[str]:
    """Three names with commas between, or two that are both full, are so many people; else it is one."""
    if "," not in text:
        return [text]
    pieces = [piece.strip() for piece in text.split(",") if not _beside_a_name(piece)]
    if len(pieces) > 2 or (len(pieces) == 2 and all(map(_is_full, pieces))):
        return pieces
    return [text]


def _beside_a_name(piece: str) -> bool:
    plain = piece.replace(".", "").strip().casefold()
    return not plain or plain in AFTER_A_NAME or is_title(piece)


def _is_full(piece: str) -> bool:
    """Whether it has two words besides the small ones of a surname ("van der Berg")."""
    return sum(not word[0].islower() for word in piece.split()) > 1

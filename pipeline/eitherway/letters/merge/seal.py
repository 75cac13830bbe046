"""The digest that each letter carries, by which a later run knows whether anyone has touched it.

It stands in docProps/core.xml as dc:identifier (ISO/IEC 29500-2, core properties), over every member of the
file as packed, with the identifier itself left out. Word and LibreOffice pack a letter anew whenever they
save it, so one that was opened and saved no longer matches its own digest. Beside it stands the digest of
what the letter was made of, so that a later run need not merge it again to know that it is current.

The part with the digest is the file's first and is not deflated: what was written only in part, because the
program was killed or the disk was full, begins as only our letters do. The zip's own directory is not sealed:
no program changes that alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from html import unescape
from typing import NamedTuple

from eitherway.letters.merge.packing import Member, ended, packed, places, stored

CORE = "docProps/core.xml"

UNSEALED = "eitherway:sha256:"
"""The identifier of a letter before it is sealed."""

_FIELD = f"<dc:identifier>{UNSEALED}".encode()
_SEAL = re.compile(re.escape(_FIELD) + rb"(?P<digest>[0-9a-f]{64}):(?P<inputs>[0-9a-f]*)(?=</dc:identifier>)")
_AUTHOR = re.compile(rb"<dc:creator>([^<]*)</dc:creator>")
_BARE = stored(CORE, b"").local
_UP_TO_TIME, _NAME_AT = 14, len(_BARE) - len(CORE)


class Seal(NamedTuple):
    """What an untouched letter says of itself: the digest of its content, that of what it was made of, and
    whose letter it is.
    """

    digest: str
    inputs: str
    author: str

    def same_as(self, other: Seal | None) -> bool:
        """Whether the two say the same, whatever they were made of."""
        return other is not None and self.digest == other.digest


def sealed(core: bytes, parts: Sequence[Member], inputs: str = "") -> tuple[bytes, ...]:
    """The pieces of a letter's file, from its core properties, still unsealed, and its other parts."""
    digest = _digest(core, [part.digest for part in parts])
    filled = core.replace(_FIELD, _FIELD + f"{digest}:{inputs}".encode(), 1)
    return packed((stored(CORE, filled), *parts))


class Seals:
    """Reads the seals of many letters: a part that stands alike in one after the other is hashed once."""

    def __init__(self) -> None:
        self._last: dict[int, tuple[bytes, bytes]] = {}

    def of(self, docx: bytes) -> Seal | None:
        """The seal of a letter that is as it was written; None if it was changed or never sealed."""
        members = places(docx) if _is_core(docx) else None
        if not members or members[0][0]:
            return None
        core = docx[len(_BARE) : members[0][1]]
        found = _SEAL.search(core)
        if found is None:
            return None
        unsealed = core[: found.start()] + _FIELD + core[found.end() :]
        author = _AUTHOR.search(core)
        named = unescape(author[1].decode()) if author else ""
        said = Seal(found["digest"].decode(), found["inputs"].decode(), named)
        others = [self._part(docx, number, *place) for number, place in enumerate(members[1:])]
        return said if said.digest == _digest(unsealed, others) else None

    def _part(self, docx: bytes, number: int, start: int, end: int) -> bytes:
        """The digest of a part; the last letter's, if that had the very same one in this place."""
        part, digest = self._last.get(number, (b"", b""))
        if not digest or len(part) != end - start or not docx.startswith(part, start):
            part = docx[start:end]
            digest = sha256(part).digest()
            self._last[number] = part, digest
        return digest


def seal(docx: bytes) -> Seal | None:
    """The seal of a single letter: see `Seals.of`."""
    return Seals().of(docx)


def torn(docx: bytes) -> bool:
    """Whether it holds nothing, or is the beginning of a letter of ours that was never written to its end."""
    return not docx.strip(b"\0") or (_is_core(docx) and not ended(docx))


def _is_core(begin: bytes) -> bool:
    """Whether it begins, as far as it goes, as a letter does: with its core properties, packed by us."""
    name = begin[_NAME_AT : len(_BARE)]
    return _BARE.startswith(begin[:_UP_TO_TIME]) and CORE.encode().startswith(name)


def _digest(core: bytes, others: Sequence[bytes]) -> str:
    return sha256(b"".join((sha256(core).digest(), *others))).hexdigest()

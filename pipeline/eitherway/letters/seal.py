"""The digest that each letter carries, by which a later run knows whether anyone has touched it.

It stands in docProps/core.xml as dc:identifier (ISO/IEC 29500-2, core properties), over all parts of the file
with the digest itself left empty. Word and LibreOffice change parts whenever they save, so a letter that was
opened and saved no longer matches its own digest. How the zip packs the parts does not count.
"""

from __future__ import annotations

import re
import zipfile
from hashlib import sha256
from io import BytesIO

UNSEALED = "eitherway:sha256:"
"""The identifier of a letter before it is sealed."""

_SEAL = re.compile(rb"(<dc:identifier>eitherway:sha256:)([0-9a-f]*)(?=</dc:identifier>)")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold


def sealed(docx: bytes) -> bytes:
    """The same document with its digest filled in, packed so that equal parts give equal bytes."""
    parts = _parts(docx)
    digest = _digest(parts).encode()
    filled = {name: _SEAL.sub(rb"\g<1>" + digest, part) for name, part in parts.items()}
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in filled.items():
            archive.writestr(_member(name), part)
    return packed.getvalue()


def seal(docx: bytes) -> str | None:
    """The digest of a document that is as it was written; None if it was changed or never sealed."""
    try:
        parts = _parts(docx)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        return None  # what zipfile raises for a file that is no zip, damaged or encrypted
    found = next((match[2].decode() for part in parts.values() if (match := _SEAL.search(part))), None)
    return found if found and found == _digest(parts) else None


def _parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _digest(parts: dict[str, bytes]) -> str:
    running = sha256()
    for name, part in sorted(parts.items()):
        unsealed = _SEAL.sub(rb"\g<1>", part)
        running.update(f"{name}\0{len(unsealed)}\0".encode())
        running.update(unsealed)
    return running.hexdigest()


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _EPOCH)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 0  # the same on every system
    return member

"""Zip files of which most members never change: those are packed once and copied as they are.

Record layouts: PKWARE's APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

try:
    from isal import igzip_lib
except ImportError:  # it is not built for every machine
    igzip_lib = None  # type: ignore[assignment]  # a module has no other name for its absence

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_ENTRY = struct.Struct("<28x3H8xI")  # of the same, what says where a member stands and how long the entry is
_END = struct.Struct("<4s4H2IH")
_END_MARK = b"PK\x05\x06"
_VERSION, _UTF8 = 20, 1 << 11
_MIDNIGHT, _EARLIEST = 0, (1 << 5) | 1  # 1 January 1980, the earliest day that a zip can hold


class Member(NamedTuple):
    """One packed part: its local header with the data behind it, its entry in the central directory without
    the offset that ends it, its name, and the SHA-256 of `local`.
    """

    local: bytes
    entry: bytes
    name: bytes
    digest: bytes


def member(name: str, content: bytes) -> Member:
    """A part, deflated quickly; its date is the earliest one, so that equal parts give equal bytes."""
    return _member(name, zlib.crc32(content), len(content), ZIP_DEFLATED, deflated(content))


def stored(name: str, content: bytes) -> Member:
    """A part that stands in the file as it is."""
    return _member(name, zlib.crc32(content), len(content), ZIP_STORED, content)


def copied(archive: bytes, part: ZipInfo) -> Member:
    """A part of another zip file, deflated or stored, as it is packed there."""
    *_, name, extra = _LOCAL.unpack_from(archive, part.header_offset)
    start = part.header_offset + _LOCAL.size + name + extra
    data = archive[start : start + part.compress_size]
    return _member(part.filename, part.CRC, part.file_size, part.compress_type, data)


def deflated(content: bytes) -> bytes:
    """The content as raw deflate data (RFC 1951), made as quickly as can be.

    ISA-L's level 0 takes a third of the time of zlib's level 1, and a fifth more space.
    """
    if igzip_lib:
        return igzip_lib.compress(content, level=0)
    return zlib.compress(content, 1, -zlib.MAX_WBITS)


def packed(members: Iterable[Member]) -> tuple[bytes, ...]:
    """The zip file of the members, in their order and in pieces: what files share is in memory once."""
    locals_: list[bytes] = []
    entries: list[bytes] = []
    at = 0
    for local, entry, name, _ in members:
        locals_.append(local)
        entries += (entry, at.to_bytes(4, "little"), name)
        at += len(local)
    directory, count = b"".join(entries), len(locals_)
    end = _END.pack(_END_MARK, 0, 0, count, count, len(directory), at, 0)
    return (*locals_, directory, end)


def places(archive: bytes) -> list[tuple[int, int]] | None:
    """Where each member's `local` begins and ends, of a file as `packed` makes it; None of any other."""
    at = len(archive) - _END.size
    if at < 0:
        return None
    mark, *_, count, size, start, comment = _END.unpack_from(archive, at)
    if mark != _END_MARK or comment or start + size != at:
        return None
    return list(pairwise((*_starts(archive, start, count), start)))


def ended(archive: bytes) -> bool:
    """Whether the record that ends every zip file stands in it, whoever packed it."""
    at = archive.rfind(_END_MARK)
    return 0 <= at <= len(archive) - _END.size


def _starts(archive: bytes, at: int, count: int) -> Iterator[int]:
    for _ in range(count):
        if at + _CENTRAL.size > len(archive):
            return
        name, extra, comment, start = _ENTRY.unpack_from(archive, at)
        yield start
        at += _CENTRAL.size + name + extra + comment


def _member(name: str, crc: int, size: int, method: int, data: bytes) -> Member:
    label = name.encode()
    about = (_UTF8, method, _MIDNIGHT, _EARLIEST, crc, len(data), size, len(label))
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, *about, 0) + label + data
    entry = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *about, 0, 0, 0, 0, 0, 0)
    return Member(local, entry[:-4], label, sha256(local).digest())

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

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_END_MARK = b"PK\x05\x06"
_VERSION, _UTF8, _STORED, _DEFLATED = 20, 1 << 11, 0, 8
_MIDNIGHT, _EARLIEST = 0, (1 << 5) | 1  # 1 January 1980, the earliest day that a zip can hold


class Member(NamedTuple):
    """One packed part: its local header with the data behind it, its entry in the central directory without
    the offset that ends it, its name, and the SHA-256 of `local`.
    """

    local: bytes
    entry: bytes
    name: bytes
    digest: bytes


def member(name: str, content: bytes, level: int = 6) -> Member:
    """A part, deflated; its time is the earliest one, so that equal parts give equal bytes."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return _member(name, content, _DEFLATED, packer.compress(content) + packer.flush())


def stored(name: str, content: bytes) -> Member:
    """A part that stands in the file as it is."""
    return _member(name, content, _STORED, content)


def packed(members: Iterable[Member]) -> bytes:
    """The zip file of the members, in their order."""
    locals_: list[bytes] = []
    entries: list[bytes] = []
    at = 0
    for local, entry, name, _ in members:
        locals_.append(local)
        entries += (entry, at.to_bytes(4, "little"), name)
        at += len(local)
    directory, count = b"".join(entries), len(locals_)
    end = _END.pack(_END_MARK, 0, 0, count, count, len(directory), at, 0)
    return b"".join((*locals_, directory, end))


def unpacked(archive: bytes) -> list[bytes] | None:
    """Each member's `local`, in order, of a file as `packed` makes it; None of any other or torn one."""
    at = len(archive) - _END.size
    if at < 0:
        return None
    mark, *_, count, size, start, comment = _END.unpack_from(archive, at)
    if mark != _END_MARK or comment or start + size != at:
        return None
    starts = _starts(archive, start, count)
    return [archive[one:other] for one, other in pairwise((*starts, start))]


def ended(archive: bytes) -> bool:
    """Whether the record that ends every zip file stands in it, whoever packed it."""
    at = archive.rfind(_END_MARK)
    return 0 <= at <= len(archive) - _END.size


def _starts(archive: bytes, at: int, count: int) -> Iterator[int]:
    for _ in range(count):
        if at + _CENTRAL.size > len(archive):
            return
        *_, name, extra, comment, _, _, _, start = _CENTRAL.unpack_from(archive, at)
        yield start
        at += _CENTRAL.size + name + extra + comment


def _member(name: str, content: bytes, method: int, data: bytes) -> Member:
    label = name.encode()
    about = (_UTF8, method, _MIDNIGHT, _EARLIEST, zlib.crc32(content), len(data), len(content), len(label))
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, *about, 0) + label + data
    entry = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *about, 0, 0, 0, 0, 0, 0)
    return Member(local, entry[:-4], label, sha256(local).digest())

"""The zip package: read members, and write some anew while the others keep their very bytes.

Format: PKWARE APPNOTE.TXT 4.3 (local file header 4.3.7, central directory 4.3.12, end record 4.3.16).
Python's zipfile cannot copy a member without inflating it, nor keep its header. Here a member that stays is
one slice of the old file, from its local header up to where the next begins: header, data and any data
descriptor are in it, whatever they look like.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _UTF8 = 0x1, 0x800
_ZIP64_COUNT, _ZIP64_SIZE = 0xFFFF, 0xFFFFFFFF
# Level 4 deflates a sheet three times as fast as zlib's own choice, 6, and a seventh larger.
_LEVEL = 4


class DamagedPackage(Exception):
    """The bytes are not a zip file that can be read and written back whole; the text says why."""


class Member(NamedTuple):
    """A member of the zip: where its slice of the file is, and its record in the central directory."""

    name: str
    start: int
    end: int
    entry: bytes

    @property
    def fields(self) -> tuple[int, ...]:
        """Flags, method, time, date, CRC, compressed size and size, as in the central directory."""
        return _ENTRY.unpack_from(self.entry)[3:10]


class Package:
    """A zip file in memory. Names are looked up exactly, then whatever their case and slashes."""

    def __init__(self, data: bytes) -> None:
        """Read the central directory. Raises DamagedPackage."""
        self.data = data
        self._end = _end_record(data)
        self.members = _members(data, self._end)
        self._by_name = {_key(member.name): member for member in self.members}
        self._by_name |= {member.name: member for member in self.members}

    def find(self, name: str) -> str | None:
        """The member's name as the zip spells it; None where there is no such member."""
        member = self._by_name.get(name) or self._by_name.get(_key(name))
        return member.name if member else None

    def read(self, name: str) -> bytes:
        """A member's content. Raises DamagedPackage where it is missing or does not fit its checksum."""
        member = self._by_name.get(name)
        if member is None:
            raise DamagedPackage(f"it has no part {name}")
        return _inflated(self.data, member)

    def changed(self, parts: Mapping[str, bytes | None]) -> bytes:
        """The whole file with these members' contents exchanged, or left out where None is given."""
        keys = [_key(member.name) for member in self.members]
        for name in parts:
            if keys.count(_key(name)) != 1:
                raise DamagedPackage(f"it holds its part {name} twice, or not at all")
        return b"".join(self._pieces(parts))

    def _pieces(self, parts: Mapping[str, bytes | None]) -> Iterator[bytes]:
        in_file_order = sorted(self.members, key=lambda member: member.start)
        at = in_file_order[0].start
        yield self.data[:at]
        entries = {}
        for member in in_file_order:
            if member.name not in parts:
                head, body, entry = b"", self.data[member.start : member.end], member.entry
            elif (content := parts[member.name]) is not None:
                head, body, entry = _packed(member.entry, content)
            else:
                continue
            entries[member.start] = _moved(entry, at)
            at += len(head) + len(body)
            yield head
            yield body
        directory = b"".join(entries[member.start] for member in self.members if member.start in entries)
        yield directory
        yield self.data[self._end.directory + self._end.size : self._end.at]
        yield self._end.record(self.data, len(entries), len(directory), at)


class _End(NamedTuple):
    """The end record: where it stands, how many members there are, and where their directory is."""

    at: int
    members: int
    size: int
    directory: int

    def record(self, data: bytes, count: int, size: int, directory: int) -> bytes:
        comment = data[self.at + _END.size - 2 :]
        return _END.pack(b"PK\5\6", 0, 0, count, count, size, directory, 0)[:-2] + comment


def _end_record(data: bytes) -> _End:
    at = data.rfind(b"PK\5\6", -_END.size - 0xFFFF)
    if at < 0 or at + _END.size > len(data):
        raise DamagedPackage("its end is missing")
    _, disk, first_disk, _, count, size, directory, _ = _END.unpack_from(data, at)
    if count == _ZIP64_COUNT or _ZIP64_SIZE in (size, directory) or data[at - 20 : at - 16] == b"PK\6\7":
        raise DamagedPackage("it is written as a zip64 file")
    if disk or first_disk or directory + size > at:
        raise DamagedPackage("its list of parts is cut off")
    return _End(at, count, size, directory)


def _members(data: bytes, end: _End) -> list[Member]:
    found = list(_entries(data, end))
    if not found:
        raise DamagedPackage("it holds no parts")
    starts = sorted({start for _, start, _ in found})
    if len(starts) < len(found):
        raise DamagedPackage("two of its parts lie over each other")
    next_start = dict(zip(starts, [*starts[1:], end.directory], strict=True))
    return [Member(name, start, next_start[start], entry) for name, start, entry in found]


def _entries(data: bytes, end: _End) -> Iterator[tuple[str, int, bytes]]:
    at = end.directory
    for _ in range(end.members):
        try:
            fields = _ENTRY.unpack_from(data, at)
        except struct.error:
            raise DamagedPackage("its list of parts is cut off") from None
        flags, compressed, size, start = fields[3], fields[8], fields[9], fields[16]
        length = _ENTRY.size + sum(fields[10:13])
        if fields[0] != b"PK\1\2" or data[start : start + 4] != b"PK\3\4" or at + length > end.at:
            raise DamagedPackage("its list of parts does not fit its content")
        if _ZIP64_SIZE in (compressed, size, start):
            raise DamagedPackage("it is written as a zip64 file")
        name = data[at + _ENTRY.size : at + _ENTRY.size + fields[10]]
        yield _name(name, flags), start, data[at : at + length]
        at += length


def _key(name: str) -> str:
    return name.replace("\\", "/").casefold()


def _name(name: bytes, flags: int) -> str:
    try:
        return name.decode("utf-8" if flags & _UTF8 else "cp437")
    except UnicodeDecodeError:
        raise DamagedPackage("a part's name cannot be read") from None


def _inflated(data: bytes, member: Member) -> bytes:
    flags, method, _, _, crc, length, size = member.fields
    if flags & _ENCRYPTED:
        raise DamagedPackage(f"its part {member.name} is encrypted")
    *_, name_length, extra_length = _LOCAL.unpack_from(data, member.start)
    start = member.start + _LOCAL.size + name_length + extra_length
    packed = memoryview(data)[start : start + length]
    try:
        content = bytes(packed) if method == _STORED else zlib.decompress(packed, -zlib.MAX_WBITS, size or 1)
    except zlib.error:
        raise DamagedPackage(f"its part {member.name} cannot be unpacked") from None
    if method not in (_STORED, _DEFLATED) or start + length > member.end or zlib.crc32(content) != crc:
        raise DamagedPackage(f"its part {member.name} does not fit its checksum")
    return content


def _packed(entry: bytes, content: bytes) -> tuple[bytes, bytes, bytes]:
    """A new local header, data and directory entry; name, time and attributes stay those of the old entry."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = packer.compress(content) + packer.flush()
    fields = list(_ENTRY.unpack_from(entry))
    fields[3] &= _UTF8
    fields[4] = _DEFLATED
    fields[7:10] = zlib.crc32(content), len(body), len(content)
    name = entry[_ENTRY.size : _ENTRY.size + fields[10]]
    comment = entry[_ENTRY.size + fields[10] + fields[11] :]
    fields[11] = 0
    head = _LOCAL.pack(b"PK\3\4", *fields[2:10], len(name), 0) + name
    return head, body, _ENTRY.pack(*fields) + name + comment


def _moved(entry: bytes, start: int) -> bytes:
    return entry[: _ENTRY.size - 4] + struct.pack("<L", start) + entry[_ENTRY.size :]

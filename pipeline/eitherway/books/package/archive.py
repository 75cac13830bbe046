"""The zip package: read members, and write some anew while the others keep their very bytes.

Format: PKWARE APPNOTE.TXT 4.3.7 (local file header), 4.3.12 (central directory); see `zip_directory`.
Python's zipfile cannot copy a member without inflating it, nor keep its header. Here a member that stays is
one slice of the old file, from its local header up to where the next begins: header, data and any data
descriptor are in it, whatever they look like. Of its record in the central directory only the offset changes.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Iterator, Mapping

from eitherway.books.package import limits
from eitherway.books.package.deflate import packer
from eitherway.books.package.zip_directory import (
    ENTRY,
    LOCAL,
    PLACE,
    UTF8,
    DamagedPackage,
    Member,
    OverLimit,
    check,
    content_start,
    end_record,
    members_of,
)

__all__ = ["Content", "DamagedPackage", "Member", "OverLimit", "Package"]

_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1
_BLOCK = 2**16

Content = bytes | Iterable[bytes]
"""A member's content, whole or block by block."""


class Package:
    """A zip file in memory. Names are looked up exactly, then whatever their case and slashes."""

    def __init__(self, data: bytes) -> None:
        """Read the central directory. Raises DamagedPackage."""
        self.data = data
        self._end = end_record(data)
        self.members = members_of(data, self._end)
        # Of two members with one name the last one counts, as for all readers that we know.
        self._by_name = {_key(member.name): member for member in self.members}
        self._by_name |= {member.name: member for member in self.members}
        self._unpacked: set[str] = set()
        self._total = 0

    def find(self, name: str) -> str | None:
        """The member's name as the zip spells it; None where there is no such member."""
        member = self._by_name.get(name) or self._by_name.get(_key(name))
        return member.name if member else None

    def read(self, name: str, *, tags: int = limits.TAGS) -> bytes:
        """A member's content. Raises DamagedPackage where it is missing or does not fit its checksum.

        Raises OverLimit where it is too large, alone or with all others that were read, or holds more than so
        many XML tags.
        """
        member = self._by_name.get(name)
        if member is None:
            raise DamagedPackage(f"it has no part {name}")
        self._admit(member)
        content = _inflated(self.data, member)
        check(limits.trouble_with_tags(name, content.count(b"<"), tags))
        return content

    def verify(self, name: str) -> None:
        """Unpack a member, without keeping it. Raises what `read` would raise: it can be read again."""
        member = self._by_name[name]
        self._admit(member)
        size = crc = tags = 0
        for block in _blocks(self.data, member):
            size, crc, tags = size + len(block), zlib.crc32(block, crc), tags + bytes(block).count(b"<")
        if (size, crc) != (member.size, member.fields[4]):
            raise DamagedPackage(f"its part {name} does not fit its checksum")
        check(limits.trouble_with_tags(name, tags, limits.TAGS))

    def _admit(self, member: Member) -> None:
        check(limits.trouble_with_part(member.name, member.size, member.packed))
        if member.name not in self._unpacked:
            check(limits.trouble_with_total(self._total + member.size))
            self._unpacked.add(member.name)
            self._total += member.size

    def head(self, name: str, size: int) -> bytes:
        """The first bytes of a member, so many at most. Raises DamagedPackage."""
        member = self._by_name[name]
        start, method = content_start(self.data, member), member.fields[1]
        packed = self.data[start : start + min(member.packed, size + _BLOCK)]
        if method != _DEFLATED or member.fields[0] & _ENCRYPTED:
            return packed[:size]
        try:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size)
        except zlib.error:
            raise DamagedPackage(f"its part {name} cannot be unpacked") from None

    def changed(self, parts: Mapping[str, Content | None], added: Mapping[str, bytes] | None = None) -> bytes:
        """The whole file with these members' contents exchanged, or left out where None is given, and others
        `added` behind them.

        Members of one name, whatever its case, are exchanged alike: one program reads the first of them, the
        next one the last. Raises DamagedPackage where their contents differ, or where there is none.
        """
        new = {_key(name): content for name, content in parts.items()}
        for name, content in parts.items():
            alike = [member for member in self.members if _key(member.name) == _key(name)]
            if not alike:
                raise DamagedPackage(f"it has no part {name}")
            if len(alike) > 1:
                if len({_inflated(self.data, member) for member in alike}) > 1:
                    raise DamagedPackage(f"it holds its part {name} twice, each time with another content")
                if content is not None:
                    new[_key(name)] = content if isinstance(content, bytes) else b"".join(content)
        return b"".join(self._pieces(new, added or {}))

    def _pieces(self, parts: Mapping[str, Content | None], added: Mapping[str, bytes]) -> Iterator[bytes]:
        """The file piece by piece; the parts that change are given by their `_key`."""
        in_file_order = sorted(self.members, key=lambda member: member.start)
        at = in_file_order[0].start
        yield self.data[:at]
        entries = {}
        for member in in_file_order:
            key = _key(member.name)
            if key not in parts:
                pieces = [self.data[member.start : member.end]]
                entry, place = member.entry, member.place
            elif (content := parts[key]) is not None:
                *pieces, entry = _packed(member.entry, content)
                place = PLACE
            else:
                continue
            offset = (at - self._end.shift).to_bytes(place.stop - place.start, "little")
            entries[member.start] = entry[: place.start] + offset + entry[place.stop :]
            at += sum(map(len, pieces))
            yield from pieces
        listed = [entries[member.start] for member in self.members if member.start in entries]
        for name, content in added.items():
            *pieces, entry = _packed(_entry_like(self.members[0].entry, name), content)
            listed.append(
                entry[: PLACE.start] + (at - self._end.shift).to_bytes(4, "little") + entry[PLACE.stop :]
            )
            at += sum(map(len, pieces))
            yield from pieces
        directory = b"".join(listed)
        yield directory
        yield self._end.records(self.data, len(listed), len(directory), at)


def _key(name: str) -> str:
    return name.replace("\\", "/").casefold()


def _inflated(data: bytes, member: Member) -> bytes:
    check(limits.trouble_with_part(member.name, member.size, member.packed))
    content = io.BytesIO()
    for block in _blocks(data, member):
        content.write(block)
    whole = content.getvalue()
    if len(whole) != member.size or zlib.crc32(whole) != member.fields[4]:
        raise DamagedPackage(f"its part {member.name} does not fit its checksum")
    return whole


def _blocks(data: bytes, member: Member) -> Iterator[bytes | memoryview]:
    """The content, no further than a block beyond the size that the directory promises."""
    flags, method, *_ = member.fields
    if flags & _ENCRYPTED:
        raise DamagedPackage(f"its part {member.name} is encrypted")
    if method not in (_STORED, _DEFLATED):
        raise DamagedPackage(f"its part {member.name} is packed in a way that workbooks are not")
    start = content_start(data, member)
    packed = memoryview(data)[start : start + member.packed]
    if method == _STORED:
        yield packed
        return
    unpacker, size = zlib.decompressobj(-zlib.MAX_WBITS), 0
    try:
        for at in range(0, len(packed), _BLOCK):
            yield (block := unpacker.decompress(packed[at : at + _BLOCK]))
            if (size := size + len(block)) > member.size:
                return
        yield unpacker.flush()
    except zlib.error:
        raise DamagedPackage(f"its part {member.name} cannot be unpacked") from None
    if not unpacker.eof:
        raise DamagedPackage(f"its part {member.name} cannot be unpacked: its end is missing")


def _entry_like(entry: bytes, name: str) -> bytes:
    """A directory entry for a new member, with the time and the attributes of another one."""
    fields = list(ENTRY.unpack_from(entry))
    fields[3], fields[10], fields[11], fields[12] = UTF8, len(name.encode()), 0, 0
    return ENTRY.pack(*fields) + name.encode()


def _packed(entry: bytes, content: Content) -> tuple[bytes, bytes, bytes]:
    """A new local header, data and directory entry; name, time and attributes stay those of the old entry."""
    deflate = packer()
    packed, crc, size = [], 0, 0
    for block in [content] if isinstance(content, bytes) else content:
        packed.append(deflate.compress(block))
        crc, size = zlib.crc32(block, crc), size + len(block)
    body = b"".join([*packed, deflate.flush()])
    fields = list(ENTRY.unpack_from(entry))
    fields[3] &= UTF8
    fields[4] = _DEFLATED
    fields[7:10] = crc, len(body), size
    name = entry[ENTRY.size : ENTRY.size + fields[10]]
    comment = entry[ENTRY.size + fields[10] + fields[11] :]
    fields[11] = 0
    head = LOCAL.pack(b"PK\3\4", *fields[2:10], len(name), 0) + name
    return head, body, ENTRY.pack(*fields) + name + comment

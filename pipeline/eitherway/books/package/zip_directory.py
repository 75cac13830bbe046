"""The directory of a zip file: what members there are, and the records at the end of the file.

Format: PKWARE APPNOTE.TXT 4.3 (local file header 4.3.7, central directory 4.3.12, zip64 end record 4.3.14 and
its locator 4.3.15, end record 4.3.16) and 4.5.3 (zip64 extra field).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from eitherway.books.package import limits

LOCAL = struct.Struct("<4s5H3L2H")
ENTRY = struct.Struct("<4s6H3L5H2L")
PLACE = slice(ENTRY.size - 4, ENTRY.size)
"""Where in a directory record the offset of its member stands, if it fits there."""

UTF8 = 0x800
_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_FIELD = struct.Struct("<2H")
_ZIP64, _IN_ZIP64_COUNT, _IN_ZIP64 = 0x0001, 0xFFFF, 0xFFFFFFFF


class DamagedPackage(Exception):
    """The bytes are not a zip file that can be read and written back whole; the text says why."""


class OverLimit(DamagedPackage):
    """The file asks for more of the computer than a workbook needs; nothing of it need be damaged."""


class Member(NamedTuple):
    """A member of the zip: where its slice of the file is, and its record in the central directory.

    `packed` and `size` are its lengths in the file and unpacked; `place` is where in the record its offset
    stands, 4 bytes or, in a zip64 extra field, 8.
    """

    name: str
    start: int
    end: int
    entry: bytes
    packed: int
    size: int
    place: slice

    @property
    def fields(self) -> tuple[int, ...]:
        """Flags, method, time, date, CRC, compressed size and size, as in the central directory."""
        return ENTRY.unpack_from(self.entry)[3:10]


class End(NamedTuple):
    """The end of the file: its end record, its zip64 end record (-1: none), and the directory before them.

    Offsets within the zip count from `shift`: some files have something else before their first member.
    """

    at: int
    at_64: int
    directory: int
    size: int
    shift: int

    def records(self, data: bytes, count: int, size: int, directory: int) -> bytes:
        """All that follows a directory of this size at this place in the file."""
        end = self.directory + self.size
        between = bytearray(data[end : self.at])
        directory -= self.shift
        if self.at_64 >= 0:
            moved = self.at_64 - end
            struct.pack_into("<4Q", between, moved + _END_64.size - 32, count, count, size, directory)
            struct.pack_into("<Q", between, len(between) - _LOCATOR.size + 8, directory + size + moved)
        *_, old_count, old_size, old_directory, _ = _END.unpack_from(data, self.at)
        count = _IN_ZIP64_COUNT if old_count == _IN_ZIP64_COUNT else count
        size = _IN_ZIP64 if old_size == _IN_ZIP64 else size
        directory = _IN_ZIP64 if old_directory == _IN_ZIP64 else directory
        end_record = _END.pack(b"PK\5\6", 0, 0, count, count, size, directory, 0)[:-2]
        return bytes(between) + end_record + data[self.at + _END.size - 2 :]


def end_record(data: bytes) -> End:
    """The end of the file. Raises DamagedPackage."""
    at = data.rfind(b"PK\5\6", max(len(data) - _END.size - 0xFFFF, 0))
    if at < 0 or at + _END.size > len(data):
        raise DamagedPackage("its end is missing")
    _, disk, first_disk, _, count, size, directory, _ = _END.unpack_from(data, at)
    end, at_64 = at, -1
    if at >= _LOCATOR.size and data.startswith(b"PK\6\7", at - _LOCATOR.size):
        end = at_64 = _LOCATOR.unpack_from(data, at - _LOCATOR.size)[2]
        if not data.startswith(b"PK\6\6", at_64) or at_64 + _END_64.size > at:
            raise DamagedPackage("its end is missing")
        *_, count, size, directory = _END_64.unpack_from(data, at_64)
    if not count:
        raise DamagedPackage("it holds no parts")
    found = directory if data.startswith(b"PK\1\2", directory) else end - size
    if disk or first_disk or found < directory or found + size > end:
        raise DamagedPackage("its list of parts is cut off")
    return End(at, at_64, found, size, found - directory)


def check(trouble: str) -> None:
    """Raise OverLimit where there is trouble."""
    if trouble:
        raise OverLimit(trouble)


def members_of(data: bytes, end: End) -> list[Member]:
    """The members in the order of the directory. Raises DamagedPackage, OverLimit."""
    found = list(islice(_entries(data, end), limits.MEMBERS + 1))
    check(limits.trouble_with_members(len(found)))
    if not found:
        raise DamagedPackage("it holds no parts")
    starts = sorted({member.start for member in found})
    if len(starts) < len(found):
        raise DamagedPackage("two of its parts lie over each other")
    next_start = dict(zip(starts, [*starts[1:], end.directory], strict=True))
    members = [member._replace(end=next_start[member.start]) for member in found]
    if any(content_start(data, member) + member.packed > member.end for member in members):
        raise DamagedPackage("two of its parts lie over each other")
    return members


def content_start(data: bytes, member: Member) -> int:
    """Where the packed content of a member begins: its local header has lengths of its own."""
    *_, name_length, extra_length = LOCAL.unpack_from(data, member.start)
    return member.start + LOCAL.size + int(name_length) + int(extra_length)


def _entries(data: bytes, end: End) -> Iterator[Member]:
    at, last = end.directory, end.directory + end.size
    while at < last:
        if at + ENTRY.size > last:
            raise DamagedPackage("its list of parts is cut off")
        fields = ENTRY.unpack_from(data, at)
        length = ENTRY.size + sum(fields[10:13])
        if fields[0] != b"PK\1\2" or at + length > last:
            raise DamagedPackage("its list of parts does not fit its content")
        member = _member(data[at : at + length], end.shift)
        if not data.startswith(b"PK\3\4", member.start) or member.start + LOCAL.size > end.directory:
            raise DamagedPackage("its list of parts does not fit its content")
        yield member
        at += length


def _member(entry: bytes, shift: int) -> Member:
    fields = ENTRY.unpack_from(entry)
    name_end = ENTRY.size + fields[10]
    name = _name(entry[ENTRY.size : name_end], fields[3])
    wide = _wide_numbers(entry, name_end, name_end + fields[11])
    # Those of the three that do not fit their own place stand in the extra field, in this order.
    numbers = [fields[9], fields[8], fields[16]]
    place = PLACE
    for which, number in enumerate(numbers):
        if number == _IN_ZIP64 and (at := next(wide, 0)):
            numbers[which] = int.from_bytes(entry[at : at + 8], "little")
            place = slice(at, at + 8) if which == 2 else place
    size, packed, start = numbers
    return Member(name, start + shift, 0, entry, packed, size, place)


def _wide_numbers(entry: bytes, at: int, end: int) -> Iterator[int]:
    """Where in the record the numbers of its zip64 extra field stand."""
    while at + _FIELD.size <= end:
        kind, length = _FIELD.unpack_from(entry, at)
        at += _FIELD.size
        if kind == _ZIP64:
            yield from range(at, min(at + length, end) - 7, 8)
        at += length


def _name(name: bytes, flags: int) -> str:
    try:
        return name.decode("utf-8" if flags & UTF8 else "cp437")
    except UnicodeDecodeError:
        return name.decode("cp437")

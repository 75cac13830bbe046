"""Workbooks broken at random, each the same for its seed: in the zip's bytes, its members, or their XML."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Callable
from random import Random

Parts = list[tuple[str, bytes]]

_TOKEN = re.compile(rb"<[^<>]*>")
_VALUE = re.compile(rb'"[^"<>]*"|>[^<>]+<')
_NASTY = (
    b"", b"0", b"-1", b"1e309", b"NaN", b"99999999999999999999", b"4294967296", b"A0", b"A1:XFD1048576",
    b"XFD1048576", b"ZZZZ9", b"B3", b"A1:A1", b"../../../../etc/passwd", b"http://a.example/", b"&#0;",
    b"&#xD800;", b"&lol;", b"_x0000_", b"\xff\xfe", b"\xed\xa0\x80", b"shared", b"array", b"inlineStr", b"s",
    b"e", b"d", b"UTF-16", b"rId1", b"sheet1.xml", b"\x00", b"a" * 70_000,
)  # fmt: skip
_NESTED = (b"<c>", b"<row>", b"<sheetData>", b"<r><r><r>", b"<!--", b"<![CDATA[", b"<?x", b"<!DOCTYPE a>")


def mutated(data: bytes, random: Random) -> bytes:
    """The workbook with one to three things broken."""
    for _ in range(random.randint(1, 3)):
        data = random.choice((_bytes, _cut, _members, _xml, _xml, _xml))(data, random)
    return data


def _bytes(data: bytes, random: Random) -> bytes:
    """A few bytes exchanged, now and then in the last hundred, where the zip's end record is."""
    flipped = bytearray(data)
    for _ in range(random.randint(1, 8)):
        start = max(len(flipped) - 100, 0) if random.random() < 0.3 else 0
        if flipped:
            flipped[random.randrange(start, len(flipped))] = random.randrange(256)
    return bytes(flipped)


def _cut(data: bytes, random: Random) -> bytes:
    """A piece taken out, at the end or within, or put in twice."""
    start, end = sorted(random.randrange(len(data) + 1) for _ in range(2))
    return random.choice((data[:start], data[start:], data[:start] + data[end:], data[:end] + data[start:]))


def _members(data: bytes, random: Random) -> bytes:
    """Members dropped, doubled, renamed, or with each other's content."""

    def changed(parts: Parts) -> Parts:
        at, other = random.randrange(len(parts)), random.randrange(len(parts))
        (name, content), (other_name, other_content) = parts[at], parts[other]
        return random.choice(
            (
                [*parts[:at], *parts[at + 1 :]],
                [*parts, (name, other_content)],
                [*parts, (name.upper(), content)],
                [*parts[:at], (name, other_content), *parts[at + 1 :]],
                [*parts[:at], (f"../{other_name}", content), *parts[at + 1 :]],
                [*parts[:at], (name, b""), *parts[at + 1 :]],
            )
        )

    return _rezipped(data, changed)


def _xml(data: bytes, random: Random) -> bytes:
    """One part with a tag or a value exchanged, dropped, doubled or moved."""

    def changed(parts: Parts) -> Parts:
        xml = [at for at, (name, _) in enumerate(parts) if name.lower().endswith((".xml", ".rels"))]
        if not xml:
            return parts
        at = random.choice(xml)
        return [*parts[:at], (parts[at][0], _token(parts[at][1], random)), *parts[at + 1 :]]

    return _rezipped(data, changed)


def _token(content: bytes, random: Random) -> bytes:
    tokens = [*(_VALUE if random.random() < 0.6 else _TOKEN).finditer(content)]
    if not tokens:
        return content
    one, other = random.choice(tokens), random.choice(tokens)
    if one.re is _VALUE:
        new = one[0][:1] + random.choice((*_NASTY, other[0][1:-1])) + one[0][-1:]
    else:
        new = random.choice((b"", one[0] * 2, one[0] * 2_000, other[0], one[0] + random.choice(_NESTED)))
    return content[: one.start()] + new + content[one.end() :]


def _rezipped(data: bytes, change: Callable[[Parts], Parts]) -> bytes:
    """The same bytes where they are no zip any more."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [(each.filename, package.read(each)) for each in package.infolist()]
    except Exception:  # zipfile fails in many ways on what was broken before
        return data
    if not parts:
        return data
    new = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in change(parts):
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return new.getvalue()

"""XML as bytes: find tags and change single attributes, so that all that is not meant stays as it is.

Parsing and writing a part anew would lose its prefixes, its quotes and its order of namespaces, which other
programs depend on (`mc:Ignorable` names prefixes). So parts are parsed only to be read; what is written is
the old bytes with small pieces exchanged. A prefix never matters here: names are local names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from operator import itemgetter

ATTRIBUTES = rb"""[^<>"']*+(?:"[^"]*+"[^<>"']*+|'[^']*+'[^<>"']*+)*+"""
"""The rest of a start tag up to its ">": an attribute's value may hold ">" too."""

PREFIX = rb"(?:[\w.-]+:)?"

_ATTRIBUTE = re.compile(rb"""\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SILENT = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_CDATA = re.compile(rb"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_ENTITY = re.compile(r"&(#x[0-9A-Fa-f]+|#[0-9]+|lt|gt|amp|quot|apos);")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}

Splice = tuple[int, int, bytes]
"""Put these bytes in place of those from the first offset up to the second."""


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """`data` with pieces exchanged; pieces put in at one offset keep the order in which they are given."""
    pieces: list[bytes] = []
    at = 0
    for start, end, new in sorted(splices, key=itemgetter(0)):
        pieces += data[at:start], new
        at = end
    pieces.append(data[at:])
    return b"".join(pieces)


def masked(data: bytes) -> bytes:
    """`data` with comments, CDATA and processing instructions blanked out, every offset kept.

    What is left holds "<" only where a tag begins, so tags can be looked for without parsing.
    """
    # Looking for one byte is ten times as fast as looking for two; the declaration has two "?".
    if (b"!" not in data or b"<!" not in data) and (data.count(b"?") <= 2 or data.find(b"<?", 5) < 0):
        return data
    return _SILENT.sub(lambda silent: b" " * len(silent[0]), data)


@cache
def start_tag(name: str, prefix: str | None = None) -> re.Pattern[bytes]:
    """A start tag or an empty element of this local name; group 1 is its prefix, any unless one is given."""
    return re.compile(rb"<(" + _prefix(prefix) + rb")" + name.encode() + rb"(?=[\s/>])" + ATTRIBUTES + rb">")


@cache
def end_tag(name: str, prefix: str | None = None) -> re.Pattern[bytes]:
    """An end tag of this local name; whatever its prefix, unless one is given."""
    return re.compile(rb"</" + _prefix(prefix) + name.encode() + rb"\s*>")


def _prefix(prefix: str | None) -> bytes:
    # A fixed beginning lets the search skip from one "<row" to the next, three times as fast.
    return PREFIX if prefix is None else re.escape(prefix.encode())


def is_empty_element(tag: bytes) -> bool:
    """Whether the tag closes itself: "<row/>"."""
    return tag.endswith(b"/>")


def attribute(tag: bytes, name: str) -> str | None:
    """The value of an attribute of a start tag; None where it has none."""
    found = _find_attribute(tag, name)
    return None if found is None else text_of(tag[found[0] : found[1]])


def with_attribute(tag: bytes, name: str, value: str) -> bytes:
    """The start tag with this attribute set; the others stay byte for byte. `value` needs no escaping."""
    found = _find_attribute(tag, name)
    if found is not None:
        return tag[: found[0]] + value.encode() + tag[found[1] :]
    end = len(tag) - (2 if is_empty_element(tag) else 1)
    end = len(tag[:end].rstrip())
    return tag[:end] + f' {name}="{value}"'.encode() + tag[end:]


def _find_attribute(tag: bytes, name: str) -> tuple[int, int] | None:
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] == name.encode():
            return found.span(2 if found[2] is not None else 3)
    return None


def text_of(data: bytes) -> str:
    """The text that UTF-8 XML character data stands for: entities and CDATA resolved."""
    if b"&" not in data and b"<" not in data:
        return data.decode()
    pieces = _CDATA.split(data)
    pieces[1::2] = [piece.replace(b"&", b"&amp;") for piece in pieces[1::2]]
    return _ENTITY.sub(_character, b"".join(pieces).decode())


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    if name in _NAMED:
        return _NAMED[name]
    return chr(int(name[2:], 16) if name.startswith("#x") else int(name[1:]))

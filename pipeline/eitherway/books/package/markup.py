"""XML as bytes: find tags and change single attributes, so that all that is not meant stays as it is.

Parsing and writing a part anew would lose its prefixes, its quotes and its order of namespaces, which other
programs depend on (`mc:Ignorable` names prefixes). So parts are parsed only to be read; what is written is
the old bytes with small pieces exchanged. A prefix never matters here: names are local names.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from functools import cache
from operator import itemgetter
from xml.parsers import expat

from eitherway.books.package.limits import ExcessiveXml, Watch

ATTRIBUTES = rb"""[^<>"']*+(?:"[^"]*+"[^<>"']*+|'[^']*+'[^<>"']*+)*+"""
"""The rest of a start tag up to its ">": an attribute's value may hold ">" too."""

PREFIX = rb"(?:[\w.-]+:)?"

_ATTRIBUTE = re.compile(rb"""\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SILENT = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_CDATA = re.compile(rb"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_ENTITY = re.compile(r"&(#x[0-9A-Fa-f]+|#[0-9]+|lt|gt|amp|quot|apos);")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}

DOCTYPE = b"<!DOCTYPE"
HAS_DOCTYPE = "declares a document type, which workbooks never do"

SMALL = 256_000
"""Parts of at most so many bytes are watched for depth and attributes."""
_BLOCK = 2**18

Splice = tuple[int, int, bytes]
"""Put these bytes in place of those from the first offset up to the second."""


def trouble_in(data: bytes, *, watched: bool | None = None) -> str:
    """Why this UTF-8 XML is none that a workbook may hold, as a clause; "" where it is well-formed.

    All that follows in this layer looks for tags with patterns, which only holds for well-formed XML. A
    document type is refused before anything is parsed: it is how entities are declared, and no program
    writes one into a workbook. Depth and attributes are `watched` in parts that are small or become a tree;
    in a large sheet it would take four times as long, and nothing that reads sheets minds their depth.
    """
    if DOCTYPE in data:
        return HAS_DOCTYPE
    parser = expat.ParserCreate("utf-8", " ")
    if len(data) <= SMALL if watched is None else watched:
        watch = Watch()
        parser.ordered_attributes = True
        parser.StartElementHandler, parser.EndElementHandler = watch.start, watch.end
    try:
        parser.Parse(data, True)
    except expat.ExpatError as trouble:
        return f"is broken XML ({trouble})"
    except ExcessiveXml as trouble:
        return str(trouble)
    return ""


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """`data` with pieces exchanged; pieces put in at one offset keep the order in which they are given."""
    return b"".join(blocks(data, splices))


def blocks(data: bytes, splices: Iterable[Splice]) -> Iterator[bytes]:
    """The same, block by block: a large sheet need not be there twice."""
    old, block, at = memoryview(data), io.BytesIO(), 0
    for start, end, piece in sorted(splices, key=itemgetter(0)):
        block.write(old[at:start])
        block.write(piece)
        at = end
        if block.tell() > _BLOCK:
            yield block.getvalue()
            block = io.BytesIO()
    yield block.getvalue()
    yield from (bytes(old[start : start + _BLOCK]) for start in range(at, len(data), _BLOCK))


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


def number(tag: bytes, name: str) -> int:
    """The value of an attribute that is a whole number; 0 where it has none or another."""
    value = attribute(tag, name) or ""
    return int(value) if value.isdecimal() and len(value) < 10 else 0


def with_attribute(tag: bytes, name: str, value: str) -> bytes:
    """The start tag with this attribute set; the others stay byte for byte. `value` needs no escaping."""
    found = _find_attribute(tag, name)
    if found is not None:
        return tag[: found[0]] + value.encode() + tag[found[1] :]
    end = len(tag) - (2 if is_empty_element(tag) else 1)
    end = len(tag[:end].rstrip())
    return tag[:end] + f' {name}="{value}"'.encode() + tag[end:]


def without_attributes(tag: bytes, *names: bytes) -> bytes:
    """The start tag without these attributes, each with the space before it."""
    return _ATTRIBUTE.sub(lambda found: b"" if found[1] in names else found[0], tag)


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

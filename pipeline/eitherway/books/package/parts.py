"""Parts and relationships: which part of the package is what, never told by its file name.

Format: ECMA-376 part 2 (Open Packaging Conventions), 6.5 relationships, 7.2.3 content types. Strict files
use other namespaces and other relationship types; both end in the same word.
"""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

from eitherway.books.package.archive import DamagedPackage, Package
from eitherway.books.package.limits import TREE_TAGS
from eitherway.books.package.markup import (
    DOCTYPE,
    HAS_DOCTYPE,
    attribute,
    end_tag,
    masked,
    spliced,
    start_tag,
    trouble_in,
)

CONTENT_TYPES = "[Content_Types].xml"

_XML = (".xml", ".rels", ".vml")
_PROLOG = 16_384
"""Bytes of a part in which its first element begins; nobody writes longer comments before it."""
_DECLARED = re.compile(rb"""^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)""")


class Relationship(NamedTuple):
    """A link from one part to another: its id, the last word of its type, and the part it leads to."""

    id: str
    kind: str
    part: str


def relationships(package: Package, part: str) -> list[Relationship]:
    """The parts that `part` points to ("" is the package itself); links to the outside are left out."""
    own = package.find(relationships_part(part))
    if own is None:
        return []
    found = (
        Relationship(
            element.get("Id", ""),
            element.get("Type", "").rpartition("/")[2],
            resolved(package, part, element.get("Target", "")),
        )
        for element in parsed(package, own)
        if element.get("TargetMode") != "External"
    )
    return [link for link in found if link.part]


def relationships_part(part: str) -> str:
    """The name of the part that holds the relationships of `part`."""
    folder, name = posixpath.split(_slashed(part))
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolved(package: Package, source: str, target: str) -> str:
    """The part that a target means, seen from the part `source`; "" where there is no such part."""
    folder = posixpath.dirname(_slashed(source))
    for spelled in (target, unquote(target)):
        path = posixpath.normpath(posixpath.join("/", folder, _slashed(spelled)))
        if found := package.find(path.lstrip("/")):
            return found
    return ""


def content_type(package: Package, part: str) -> str:
    """The type that the content types give to a part, "" where they give it none. Raises DamagedPackage."""
    types = list(parsed(package, package.find(CONTENT_TYPES) or CONTENT_TYPES))
    name, ending = f"/{_slashed(part)}".casefold(), part.rpartition(".")[2].casefold()
    of_parts = {each.get("PartName", "").casefold(): each.get("ContentType", "") for each in types}
    endings = {each.get("Extension", "").casefold(): each.get("ContentType", "") for each in types}
    return of_parts.get(name) or endings.get(ending, "")


def _slashed(name: str) -> str:
    # Some programs name members as Windows names files.
    return name.replace("\\", "/")


def parsed(package: Package, part: str) -> ElementTree.Element:
    """The part's XML, to be read only. Raises DamagedPackage; a part that declares entities is not parsed."""
    data = as_utf8(package.read(part, tags=TREE_TAGS))[0]
    if trouble := trouble_in(data, watched=True):
        raise DamagedPackage(f"its part {part} {trouble}")
    return ElementTree.fromstring(data.decode().removeprefix("\ufeff"))


def local_name(element: ElementTree.Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def namespaced(element: ElementTree.Element, name: str) -> str:
    """The value of an attribute that has a namespace, whichever it is: "r:id"."""
    return next((value for key, value in element.items() if key.endswith("}" + name)), "")


def as_utf8(data: bytes) -> tuple[bytes, str]:
    """The part in UTF-8, and the encoding that `encoded` turns it back to. Raises DamagedPackage.

    Only the bytes are recoded, the XML declaration stays, so that the way back gives the same bytes.
    """
    encoding = _encoding(data)
    if encoding in ("utf-8", "utf8", "us-ascii", "ascii"):
        return data, "utf-8"
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError):
        raise DamagedPackage(f"a part of it is not written in {encoding}, as it says") from None
    return text.encode(), encoding


def encoded(data: bytes, encoding: str) -> bytes:
    """The UTF-8 bytes in another encoding; characters that it lacks become character references."""
    return data if encoding == "utf-8" else data.decode().encode(encoding, "xmlcharrefreplace")


def _encoding(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"<\0"):
        return "utf-16-le"
    if data[:2] in (b"\xfe\xff", b"\0<"):
        return "utf-16-be"
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    name = declared[1].decode().lower() if declared else "utf-8"
    # Text that was made in memory often says so, and is then written in UTF-8 all the same.
    return "utf-8" if name.startswith(("utf-16", "utf16", "ucs-2", "utf-32")) else name


def with_relationship(data: bytes, kind: str, target: str) -> bytes:
    """A relationships part with one more link, of a type like the others but for its last word."""
    scan = masked(data)
    last = [*start_tag("Relationship").finditer(scan)][-1]
    taken = {attribute(tag[0], "Id") for tag in start_tag("Relationship").finditer(scan)}
    name = next(each for each in map("rId{}".format, range(1, len(taken) + 2)) if each not in taken)
    base = (attribute(last[0], "Type") or "").rpartition("/")[0]
    new = f'<{last[1].decode()}Relationship Id="{name}" Type="{base}/{kind}" Target="{target}"/>'
    return data[: last.start()] + new.encode() + data[last.start() :]


def with_content_type(data: bytes, part: str, kind: str) -> bytes:
    """The content types with an entry for one more part."""
    close = end_tag("Types").search(masked(data))
    if close is None:
        raise DamagedPackage("its content types have no end")
    prefix = close[0][2:].partition(b"Types")[0]
    new = b'<%sOverride PartName="/%s" ContentType="%s"/>' % (prefix, part.encode(), kind.encode())
    return data[: close.start()] + new + data[close.start() :]


def check_prologs(package: Package) -> None:
    """Raise DamagedPackage for a part of XML that declares a document type, whether it is ever read or not.

    It stands before the first element, so that not much of a part need be unpacked.
    """
    for name in dict.fromkeys(member.name for member in package.members):
        # Without the zeros of UTF-16 all of this is ASCII in any encoding.
        if name.lower().endswith(_XML) and DOCTYPE in package.head(name, _PROLOG).replace(b"\0", b""):
            raise DamagedPackage(f"its part {name} {HAS_DOCTYPE}")


def without_relationship(data: bytes, target: str) -> bytes:
    """A relationships part without the links that lead to a part of this file name."""
    return _without(data, "Relationship", "Target", target)


def without_content_type(data: bytes, part: str) -> bytes:
    """The content types without the entry of this part."""
    return _without(data, "Override", "PartName", part)


def _without(data: bytes, element: str, name: str, value: str) -> bytes:
    def leads_there(tag: bytes) -> bool:
        return f"/{attribute(tag, name)}".casefold().endswith(f"/{value}".casefold())

    tags = start_tag(element).finditer(masked(data))
    return spliced(data, [(*tag.span(), b"") for tag in tags if leads_there(tag[0])])

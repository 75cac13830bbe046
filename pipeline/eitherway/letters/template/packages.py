"""A template's package as python-docx can take it, whatever program wrote it.

Newer LibreOffice and others write relationship types with "officedocument/2006", or in the strict form, which
the standard spells otherwise (ECMA-376 part 1, 15.2; part 2, 11; part 4): python-docx then finds no styles or
core properties and adds others. It also stops at a relationship whose part is missing, which Word bears.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from io import BytesIO
from typing import Any

from docx.oxml import parse_xml
from lxml import etree

_ANY = re.compile(
    r"http://(?:schemas\.openxmlformats\.org/officeDocument/2006|purl\.oclc\.org/ooxml/officeDocument)"
    r"/relationships/(.+)",
    re.IGNORECASE,
)
_STRICT = {"extendedProperties": "extended-properties", "customProperties": "custom-properties"}
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/"
_OF_PACKAGE = ("metadata/core-properties", "metadata/thumbnail")


def standard(docx: bytes) -> bytes:
    """The same document with relationships of the standard's types, each to a part that is there."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        names = {name.casefold() for name in archive.namelist()}
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith(".rels")}
        mended = {name: _mended(name, content, names) for name, content in parts.items()}
        if mended == parts:
            return docx
        new = BytesIO()
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as copy:
            for member in archive.infolist():
                copy.writestr(member, mended.get(member.filename) or archive.read(member))
    return new.getvalue()


def _mended(name: str, content: bytes, names: set[str]) -> bytes:
    root = parse_xml(content)
    is_same = True
    for link in list(root):
        kind = link.get("Type", "")
        if (standard_kind := _kind(kind)) != kind:
            link.set("Type", standard_kind)
            is_same = False
        if link.get("TargetMode") != "External" and _part(name, link) not in names:
            root.remove(link)
            is_same = False
    return (
        content if is_same else etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    )


def _kind(typed: str) -> str:
    """The type as the transitional form of the standard spells it."""
    found = _ANY.fullmatch(typed)
    if not found:
        return typed
    kind = _STRICT.get(found[1], found[1])
    return (_PACKAGE if kind in _OF_PACKAGE else _OFFICE) + kind


def _part(name: str, link: Any) -> str:
    folder = posixpath.dirname(posixpath.dirname(name))
    path = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "").partition("#")[0]))
    return path.lstrip("/").casefold()

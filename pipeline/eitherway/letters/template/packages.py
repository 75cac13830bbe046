"""A template's package as python-docx can take it, whatever program wrote it.

Newer LibreOffice and others write relationship types with "officedocument/2006", which the standard spells
otherwise (ECMA-376 part 1, 15.2; part 2, 11): python-docx then finds no core properties and adds others. It
also stops at a relationship whose part is missing, which Word bears.
"""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import Any

from docx.oxml import parse_xml
from lxml import etree

_OTHERS = "http://schemas.openxmlformats.org/officedocument/2006/relationships/"
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
    links = list(root)
    for link in links:
        kind = link.get("Type", "")
        if kind.startswith(_OTHERS):
            kind = kind.removeprefix(_OTHERS)
            link.set("Type", (_PACKAGE if kind in _OF_PACKAGE else _OFFICE) + kind)
        if link.get("TargetMode") != "External" and _part(name, link) not in names:
            root.remove(link)
    is_same = len(root) == len(links) and _OTHERS.encode() not in content
    return (
        content if is_same else etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    )


def _part(name: str, link: Any) -> str:
    folder = posixpath.dirname(posixpath.dirname(name))
    path = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "").partition("#")[0]))
    return path.lstrip("/").casefold()

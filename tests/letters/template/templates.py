"""Templates for tests: as Word saves them, and as nobody should make them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from docx import Document

from eitherway.letters.template.faults import Fault
from eitherway.templates.linter import read_template

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(*paragraphs: str) -> bytes:
    """A .docx with these paragraphs."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: object) -> bytes:
    content = BytesIO()
    document.save(content)  # type: ignore[attr-defined]  # python-docx ships no types
    return content.getvalue()


def with_parts(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The same document with some of its parts other, or more of them."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return packed.getvalue()


def changed(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The same document with some bytes of a part replaced; they must stand there."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        before = archive.read(part)
    assert old in before
    return with_parts(content, {part: before.replace(old, new)})


def related(content: bytes, kind: str, target: str, part: str = "document", mode: str = "External") -> bytes:
    """The same document with one more relationship from its main part, or from its settings."""
    name = f"word/_rels/{part}.xml.rels"
    one = f'<Relationship Id="rId99" Type="{RELATIONSHIPS}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    with zipfile.ZipFile(BytesIO(content)) as archive:
        none = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        before = archive.read(name) if name in archive.namelist() else none
    return with_parts(
        content, {name: before.replace(b"</Relationships>", one.encode() + b"</Relationships>")}
    )


def faults(content: bytes) -> tuple[Fault, ...]:
    return read_template("warm/thank-you.docx", content).faults


def said(content: bytes) -> list[tuple[str, int, str]]:
    """Each fault as (code, paragraph, field)."""
    return [(str(fault.code), fault.paragraph, fault.field) for fault in faults(content)]

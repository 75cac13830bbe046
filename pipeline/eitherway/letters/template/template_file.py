"""What a template's file must be before anything in it is read as a template.

A template may come from anywhere, and its parts go into every letter: it may hold no macro and nothing that
Word would fetch from elsewhere, and it may not be so large that merging it takes long.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from docx.oxml import parse_xml
from lxml import etree

from eitherway.letters.template.word_fields import Kind, WordField, instead, word_fields

MOST_BYTES = 64 * 2**20
"""What a template's parts may come to when unpacked: letterheads with photographs stay below."""

MOST_XML = 2**20
"""What each of its XML parts may come to, in bytes; letters take a tenth."""

MOST_PARTS = 1000

ATTACHED_TEMPLATE = "attachedTemplate"

OF_A_MERGE_LIST = ("mailMergeSource", "mailMergeHeaderSource", "recipientData")
"""The last words of relationship types that lead to the list of Word's mail merge."""

# [MS-CFB] 2.2 and 2.6.1: the file's first bytes, and names of streams in its directory.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_STRICT = b"http://purl.oclc.org/ooxml/"  # ISO/IEC 29500-1 strict; python-docx reads the transitional form
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# The last words of relationship types that bring something that runs, or another document's content.
_ACTIVE = ("vbaProject", "wordVbaData", "control", "activeXControlBinary", "oleObject", "aFChunk")
_LINKS = re.compile(r"(https?|mailto|tel):|#", re.IGNORECASE)
_MARKUP = re.compile(rb"<[^>]*>")
_TAG = re.compile(rb"\{[{%]")
_DRAWN = re.compile(r"^word/(charts|diagrams)/[^/]+\.xml$")
_TELLS_APART = re.compile(rb"\{[{%][^{}]*\b(?:pick|panel)\b")
_FIELD_TARGET = re.compile(r'HYPERLINK\s+"?([^"\s]+)', re.IGNORECASE)


class Unfit(NamedTuple):
    """Why a file cannot be a template: `reason` as the end of a sentence, `fix` as a whole one."""

    code: str
    reason: str
    fix: str


def read_template(path: Path) -> bytes:
    """The file's bytes, or as many of them as show that it is too large. Raises OSError."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def unfit(docx: bytes) -> list[Unfit]:
    """Everything for which the file cannot be a template; where it cannot be read, that alone."""
    try:
        if unreadable := _unreadable(docx):
            return [unreadable]
        with zipfile.ZipFile(BytesIO(docx)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist() if _is_xml(name)}
        roots = {name: parse_xml(part) for name, part in parts.items()}
        return list(dict.fromkeys(_in_parts(roots, parts)))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError):
        return [_NOT_WORD]  # what zipfile raises for a file that is no zip, or a damaged one
    except (etree.XMLSyntaxError, ValueError, KeyError):
        return [_NOT_WORD]  # a part is missing, or is not XML


def unfit_field(field: WordField) -> Unfit | None:
    """Why a field of Word cannot stay in a template, None if it can."""
    target = _FIELD_TARGET.match(field.said)
    if field.kind is Kind.OUTSIDE:
        return _outside(f"the Word field {field.said[:40]}")
    if field.kind is Kind.UNKNOWN:
        reason = f'it has the field "{field.said[:40]}", which is none that we know of Word'
        return Unfit("word-field", reason, "Delete it in Word, or type what it shows.")
    if field.kind is not Kind.ITSELF:
        reason, fix = instead(field)
        return Unfit("word-field", reason, f"{fix} {_CONVERT}" if field.kind is Kind.MERGE else fix)
    leads_away = target and not target[1].startswith(("\\", "{")) and not _LINKS.match(target[1])
    return _outside(target[1]) if target and leads_away else None


def has_one_wording(docx: bytes) -> bool:
    """Whether a template that has been merged says the same to each of a panel: no tag of it asks for `panel`
    or begins a `pick`.
    """
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if _is_xml(name)]
    return all(_TELLS_APART.search(_MARKUP.sub(b"", part)) is None for part in parts)


def names_field(docx: bytes, field: str) -> bool:
    """Whether a tag of a template that has been merged names the field."""
    named = re.compile(rb"\{[{%][^{}]*\b" + re.escape(field.encode()) + rb"\b")
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if _is_xml(name)]
    return any(named.search(_MARKUP.sub(b"", part)) for part in parts)


def attached_template(docx: bytes) -> str:
    """The Word template that the document is attached to, "" if to none; Word sets that by itself.

    It is left out of letters, where it would tell of the writer's own folders (ECMA-376 part 1, 17.15.1.6).
    """
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith(".rels")}
    found = (each for part in parts.values() for each in parse_xml(part).iter(_RELATIONSHIP))
    return next((each.get("Target", "") for each in found if _kind(each) == ATTACHED_TEMPLATE), "")


_SAVE_AS = "Open it in Word and save it as a Word Document (.docx)."
_CONVERT = "For a whole letter of Word's mail merge: eitherway templates convert"
_NOT_WORD = Unfit("not-a-docx", "it is not a Word document (.docx)", _SAVE_AS)


def _unreadable(docx: bytes) -> Unfit | None:
    if len(docx) > MOST_BYTES:
        return _too_large()
    if docx.startswith(_OLE):
        return _locked() if _ENCRYPTED in docx else _old()
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        members = archive.infolist()
        if any(member.flag_bits & 1 for member in members):
            return _locked()
        if sum(member.file_size for member in members) > MOST_BYTES or len(members) > MOST_PARTS:
            return _too_large()
        for member in members:
            if _is_xml(member.filename) and member.file_size > MOST_XML:
                return _too_large(f" ({member.filename} takes {member.file_size // 1024:,} kB)")
        if _STRICT in archive.read("_rels/.rels"):
            fix = "Save it in Word as a Word Document (.docx), not as a Strict Open XML Document."
            return Unfit("not-a-docx", "it is a Strict Open XML document", fix)
    return None


def _in_parts(roots: Mapping[str, Any], parts: Mapping[str, bytes]) -> Iterator[Unfit]:
    kind = _main_type(roots)
    if "macroEnabled" in kind:
        yield _macro("it is a document with macros (.docm)")
    elif kind == _TEMPLATE:
        fix = "Open it in Word and save it as a Word Document (.docx), which is what Either Way fills in."
        yield Unfit("not-a-docx", "it is a Word Template (.dotx)", fix)
    elif kind != _DOCUMENT:
        yield _NOT_WORD
    if any(b"<!DOCTYPE" in part for part in parts.values()):
        yield _NOT_WORD  # ISO/IEC 29500-2, 8.3.5: no part has one
    if any(_DRAWN.search(name) and _TAG.search(_MARKUP.sub(b"", part)) for name, part in parts.items()):
        fix = "Type it in the letter's text or in a text box; those are filled in."
        yield Unfit("not-filled-in", "it has a tag in a chart or in SmartArt, which is not filled in", fix)
    for name, root in roots.items():
        yield from _relations(root) if name.endswith(".rels") else _fields(root)


def _main_type(roots: Mapping[str, Any]) -> str:
    """The content type of the part that the package's own relationships name as its document."""
    targets = (each for each in roots["_rels/.rels"] if _kind(each) == "officeDocument")
    main = "/" + next((each.get("Target", "") for each in targets), "").lstrip("/")
    types = {
        (each.get("PartName") or f".{each.get('Extension')}").casefold(): each.get("ContentType", "")
        for each in roots["[Content_Types].xml"]
    }
    return str(types.get(main.casefold()) or types.get(Path(main).suffix.casefold()) or "")


def _relations(root: Any) -> Iterator[Unfit]:
    for each in root.iter(_RELATIONSHIP):
        kind, target = _kind(each), each.get("Target", "")
        if kind in _ACTIVE:
            yield _macro(f"it holds something that can run or bring in another file ({kind})")
        elif kind in OF_A_MERGE_LIST:
            fix = f"In Word: Mailings, Start Mail Merge, Normal Word Document. {_CONVERT}"
            yield Unfit("word-field", "it is tied to a list of addresses of Word's mail merge", fix)
        elif each.get("TargetMode") == "External" and not _may_lead_outside(kind, target):
            yield _no_address(target) if kind == "hyperlink" and "{{" in target else _outside(target)


def _fields(root: Any) -> Iterator[Unfit]:
    yield from filter(None, map(unfit_field, word_fields(root)))
    for image in root.iter("{urn:schemas-microsoft-com:vml}imagedata"):
        if image.get("src"):
            yield _outside(image.get("src"))


def _may_lead_outside(kind: str, target: str) -> bool:
    return kind == ATTACHED_TEMPLATE or (kind == "hyperlink" and bool(_LINKS.match(target)))


def _kind(relationship: Any) -> str:
    return str(relationship.get("Type", "")).rpartition("/")[2]


def _is_xml(name: str) -> bool:
    return name.casefold().endswith((".xml", ".rels"))


def _locked() -> Unfit:
    fix = "Take the password off in Word (File, Info, Protect Document), and save it."
    return Unfit("password", "it has a password", fix)


def _old() -> Unfit:
    return Unfit("not-a-docx", "it is an old Word document (.doc)", _SAVE_AS)


def _too_large(why: str = "") -> Unfit:
    fix = "A letter is one page: make its pictures smaller, and take out what does not belong to it."
    return Unfit("too-large", f"it is too large{why}", fix)


def _macro(reason: str) -> Unfit:
    fix = "Save it in Word as a Word Document (.docx) without macros, controls and embedded objects."
    return Unfit("macro", reason, fix)


def _no_address(target: str) -> Unfit:
    fix = "Put mailto: before an e-mail address, and https:// before one of the web."
    return Unfit("outside", f"it has a link whose address says not where it leads ({target[:80]})", fix)


def _outside(target: str) -> Unfit:
    fix = "Put the thing itself in: a picture with Insert, Pictures, not as a link; and take the link away."
    return Unfit("outside", f"it brings in something from outside the document ({target[:80]})", fix)

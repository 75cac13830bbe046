"""The text of a letter, from its salutation on: of one just merged, edited in Word or LibreOffice, or typed.

What a reader of the letter sees is its text (ISO/IEC 29500-1, 17.3.3 and 17.13.5): what a tracked change
deleted is not, what one inserted is; hidden text, a field's code and the second copy of a text box are not.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from posixpath import join, normpath
from typing import NamedTuple
from unicodedata import normalize

from lxml import etree

MOST_BYTES = 64 * 2**20
"""What one part of a letter may come to when unpacked."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: an old .doc, or a .docx with a password
_OFFICE_DOCUMENT = "/officeDocument"
_STYLES = "/styles"
_SALUTATION = re.compile(
    r"(dear|hello|hi|to whom|good (morning|afternoon|evening)|greetings)\b", re.IGNORECASE
)
_UNSEEN = ("del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "rt", "sectPr")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NO_BREAK = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2011": "-"})
_NOTHING = dict.fromkeys([*map(ord, "\u00ad\u200b\u2060\ufeff"), *range(9), 11, 12, *range(14, 32)])
_PARTS = 64  # of documents, remembered: many letters of one template have the same styles
_OFF = ("0", "false", "off")


class UnreadableLetter(Exception):
    """The file is no letter that can be read; the text says why, as the end of a sentence."""


class Paragraph(NamedTuple):
    """Where a paragraph stands in the text, in code points; the salutation is `number` 1."""

    number: int
    start: int
    end: int


class DocumentText(NamedTuple):
    """A letter as it reads: `head` is what stands above the salutation, `text` all from it on.

    Paragraphs stand apart by an empty line; a line break within one is a line feed. Without a salutation all
    of it is `text`.
    """

    text: str
    head: str
    paragraphs: tuple[Paragraph, ...]

    def paragraph_at(self, place: int) -> Paragraph | None:
        """The paragraph that holds a code point of `text`."""
        return next((each for each in self.paragraphs if each.start <= place <= each.end), None)


class _Line(NamedTuple):
    text: str
    is_salutation: bool


def text_of(docx: bytes) -> DocumentText:
    """The text of a .docx. Raises UnreadableLetter: a letter may come from anywhere."""
    if docx.startswith(_OLE):
        raise UnreadableLetter(
            "it is an old .doc file or has a password; save it as .docx, without a password"
        )
    try:
        with zipfile.ZipFile(BytesIO(docx)) as archive:
            main = _target(archive, "", _OFFICE_DOCUMENT) or "word/document.xml"
            body = _parsed(_content(archive, main))
            names = _style_names(archive, main)
    except UnreadableLetter:
        raise
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        EOFError,
        KeyError,
    ) as wrong:
        # what zipfile raises for a file that is no zip, damaged or encrypted, or lacks a part
        raise UnreadableLetter("it is not a Word document (.docx)") from wrong
    return _document(_lines(body, names))


def text_of_plain(text: str) -> DocumentText:
    """The text of a letter without any formatting: an empty line ends a paragraph."""
    blocks = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _document(_Line(block, is_salutation=False) for block in blocks)


def as_shown(text: str) -> str:
    """Text as `DocumentText` holds it: composed (NFC), plain spaces and hyphens, nothing that is not seen."""
    if text.isascii() and text.isprintable():
        return text
    return normalize("NFC", text.translate(_NOTHING).translate(_NO_BREAK))


def _document(lines: Iterable[_Line]) -> DocumentText:
    shown = [_Line(as_shown(line.text).strip(), line.is_salutation) for line in lines]
    shown = [line for line in shown if line.text]
    first = _salutation(shown)
    paragraphs, place = [], 0
    for number, line in enumerate(shown[first:], start=1):
        paragraphs.append(Paragraph(number, place, place + len(line.text)))
        place += len(line.text) + 2
    return DocumentText(_joined(shown[first:]), _joined(shown[:first]), tuple(paragraphs))


def _salutation(lines: list[_Line]) -> int:
    """The index of the salutation, by its style, else by its words; 0 where there is none."""
    styled = (i for i, line in enumerate(lines) if line.is_salutation)
    worded = (i for i, line in enumerate(lines) if _SALUTATION.match(line.text))
    return next(styled, next(worded, 0))


def _joined(lines: Iterable[_Line]) -> str:
    return "\n\n".join(line.text for line in lines)


def _lines(body: etree._Element, style_names: Mapping[str, str]) -> Iterator[_Line]:
    """The paragraphs in their order; one whose end was deleted runs on into the next."""
    before = ""
    for paragraph in _paragraphs(body):
        text = before + "".join(_seen(paragraph))
        if _end_is_deleted(paragraph):
            before = text
            continue
        before = ""
        yield _Line(text, _style(paragraph, style_names) == "salutation")
    if before:
        yield _Line(before, is_salutation=False)


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """Every paragraph that is seen: in tables and content controls too, a text box after its anchor."""
    for child in element:
        if _name(child) in _UNSEEN:
            continue
        if _name(child) == "p":
            yield child
        yield from _paragraphs(child)


def _seen(element: etree._Element) -> Iterator[str]:
    """The text of a paragraph or of a part of it; a text box has paragraphs of its own."""
    for child in element:
        name = _name(child)
        if name in _UNSEEN or name in ("p", "txbxContent") or (name == "r" and _hidden(child)):
            continue
        if name == "t":
            yield _typed(child)
        elif name in _SIGNS:
            yield _SIGNS[name]
        else:
            yield from _seen(child)


def _typed(text: etree._Element) -> str:
    """Word drops spaces at the ends unless they are marked to be kept; a line end in the XML is a space."""
    words = re.sub(r"[\r\n\t]", " ", text.text or "")
    return words if text.get(_SPACE) == "preserve" else words.strip(" ")


def _hidden(run: etree._Element) -> bool:
    return any(_is_on(mark) for mark in _within(run, "rPr", "vanish"))


def _end_is_deleted(paragraph: etree._Element) -> bool:
    return any(True for _ in _within(paragraph, "pPr", "rPr", "del"))


def _style(paragraph: etree._Element, names: Mapping[str, str]) -> str:
    found = next(_within(paragraph, "pPr", "pStyle"), None)
    style = _value(found) if found is not None else ""
    return names.get(style, style).casefold()


def _style_names(archive: zipfile.ZipFile, main: str) -> Mapping[str, str]:
    """The name of each style by its id, which a Word in another language translates."""
    part = _target(archive, main, _STYLES)
    return _named_in(_content(archive, part)) if part else {}


@lru_cache(maxsize=_PARTS)
def _named_in(styles: bytes) -> Mapping[str, str]:
    every = (each for each in _parsed(styles) if _name(each) == "style")
    return {_attribute(each, "styleId"): _value(name) for each in every for name in _within(each, "name")}


def _target(archive: zipfile.ZipFile, source: str, kind: str) -> str:
    """The part that `source` relates to in this way (ISO/IEC 29500-2, 8.3); "" where there is none."""
    folder, _, name = source.rpartition("/")
    relations = join(folder, "_rels", f"{name}.rels")
    if relations not in archive.namelist():
        return ""
    for found, target in _related_in(_content(archive, relations)):
        if found.endswith(kind):
            return normpath(join("/", folder, target)).lstrip("/")
    return ""


@lru_cache(maxsize=_PARTS)
def _related_in(relations: bytes) -> Sequence[tuple[str, str]]:
    """Type and target of each relation to another part."""
    every = [each for each in _parsed(relations) if each.get("TargetMode") != "External"]
    return [(each.get("Type", ""), each.get("Target", "")) for each in every]


def _content(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        content = part.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UnreadableLetter("it is too large")
    return content


def _parsed(content: bytes) -> etree._Element:
    """A part's XML. No office program writes a document type, so one is refused with all that it could do."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as wrong:
        raise UnreadableLetter("it is damaged") from wrong
    if root.getroottree().docinfo.doctype:
        raise UnreadableLetter("it holds a document type, which no letter needs")
    return root


def _within(element: etree._Element, *path: str) -> Iterator[etree._Element]:
    for child in element:
        if _name(child) == path[0]:
            if len(path) == 1:
                yield child
            else:
                yield from _within(child, *path[1:])


def _name(element: etree._Element) -> str:
    return _local(element.tag)


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _attribute(element: etree._Element, name: str) -> str:
    return element.get(_W + name) or element.get(_STRICT + name) or ""


def _value(element: etree._Element) -> str:
    return _attribute(element, "val")


def _is_on(mark: etree._Element) -> bool:
    return _value(mark) not in _OFF

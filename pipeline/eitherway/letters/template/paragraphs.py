"""A template's paragraphs, as they can be pointed at: which part, the how manieth, and its first words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATIONSHIP
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from eitherway.letters.template.word_fields import WordField, places

FIRST_WORDS = 40

_PARAGRAPH, _RUN, _FORMAT = qn("w:p"), qn("w:r"), qn("w:rPr")
_TEXT = {qn("w:t"): None, qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# What a tag must not begin in and end outside of: docxtpl joins runs, not these (ECMA-376 part 1, 17.16.22,
# 17.13.5, 17.5.2).
_HOLDERS = frozenset(map(qn, ("w:hyperlink", "w:ins", "w:sdt", "w:fldSimple")))
# Word marks these while one types; nobody sees them.
_UNSEEN = frozenset(map(qn, ("w:lang", "w:noProof", "w:webHidden")))
_SKIPPED = frozenset(map(qn, ("w:p", "w:del", "w:pPr"))) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a text box once more
}
_NOTES = {CONTENT_TYPE.WML_FOOTNOTES: "footnotes", CONTENT_TYPE.WML_ENDNOTES: "endnotes"}
_KINDS = {RELATIONSHIP.HEADER: "header", RELATIONSHIP.FOOTER: "footer"}


class Piece(NamedTuple):
    """Text of one run: where in its paragraph it starts, how it looks, and which holder it stands in."""

    start: int
    text: str
    look: bytes
    holder: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body (`part` is "") or of a "header", "footer", "footnotes", "endnotes"; from 1 on.

    `holder` is the path of the element that it stands in; only tags in the same one can make a pair. `fields`
    are those of Word that begin in it.
    """

    part: str
    number: int
    text: str
    style: str
    pieces: tuple[Piece, ...]
    holder: str
    fields: tuple[WordField, ...] = ()

    def __str__(self) -> str:
        place = f"{self.part} paragraph {self.number}" if self.part else f"paragraph {self.number}"
        return f'{place} ("{self.first_words}")' if self.first_words else place

    @property
    def first_words(self) -> str:
        """What it begins with, on one line."""
        line = " ".join(self.text.split())
        return line if len(line) <= FIRST_WORDS else f"{line[: FIRST_WORDS - 3].rstrip()}..."

    @property
    def in_table(self) -> bool:
        """Whether it stands in a table's cell."""
        return "/w:tc" in self.holder

    def changes_look(self, start: int, end: int) -> bool:
        """Whether the formatting changes between two places of the text."""
        looks = [piece.look for piece in self._between(start, end)]
        return any(one != other for one, other in pairwise(looks))

    def crosses(self, start: int, end: int) -> bool:
        """Whether a link, a tracked change or the like begins or ends between two places of the text."""
        return len({piece.holder for piece in self._between(start, end)}) > 1

    def _between(self, start: int, end: int) -> list[Piece]:
        return [each for each in self.pieces if each.start < end and start < each.start + len(each.text)]


def paragraphs(document: Document) -> list[Paragraph]:
    """Every paragraph of the parts that are merged, text boxes and table cells included."""
    names = {style.style_id: style.name for style in document.styles}
    parts: Counter[str] = Counter()
    found: list[Paragraph] = []
    for part, root in merged_parts(document):
        parts[part] += 1
        name = f"{part} {parts[part]}" if parts[part] > 1 else part
        found += _paragraphs(name, root, names)
    return found


def merged_parts(document: Document) -> Iterator[tuple[str, Any]]:
    """What is filled in, with each part's name for people: the body, headers, footers, notes."""
    yield "", document.element.body
    for relationship in document.part.rels.values():
        if relationship.reltype in _KINDS and not relationship.is_external:
            yield _KINDS[relationship.reltype], parse_xml(relationship.target_part.blob)
    for part in document.part.package.parts:
        if part.content_type in _NOTES:
            yield _NOTES[part.content_type], parse_xml(part.blob)


def _paragraphs(part: str, root: Any, names: Mapping[str, str]) -> Iterator[Paragraph]:
    path = root.getroottree().getpath
    fields: dict[Any, list[WordField]] = defaultdict(list)
    for place in places(root):
        fields[next(place.pieces[0].iterancestors(_PARAGRAPH), None)].append(place.field)
    found = (each for each in root.iter(_PARAGRAPH) if not _stands_twice(each))
    for number, element in enumerate(found, 1):
        pieces = tuple(_pieces(element))
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        yield Paragraph(
            part=part,
            number=number,
            text="".join(piece.text for piece in pieces),
            style=names.get(style.get(qn("w:val")), "") if style is not None else "",
            pieces=pieces,
            holder=path(element.getparent()),
            fields=tuple(fields[element]),
        )


def _stands_twice(element: Any) -> bool:
    return any(each.tag in _SKIPPED - {_PARAGRAPH} for each in element.iterancestors())


def _pieces(paragraph: Any) -> Iterator[Piece]:
    start, numbers = 0, {None: 0}
    for element in _within(paragraph):
        if element.tag not in _TEXT:
            continue
        text = _TEXT[element.tag] or element.text or ""
        run = next(element.iterancestors(_RUN), None)
        holder = next((each for each in element.iterancestors() if each.tag in _HOLDERS), None)
        number = numbers.setdefault(holder, len(numbers))
        yield Piece(start, text, _look(run), number)
        start += len(text)


def _within(element: Any) -> Iterator[Any]:
    """What stands in a paragraph, without the paragraphs of a text box in it."""
    for child in element:
        if child.tag not in _SKIPPED:
            yield child
            yield from _within(child)


def _look(run: Any) -> bytes:
    format_ = run.find(_FORMAT) if run is not None else None
    if format_ is None:
        return b""
    return b"".join(sorted(etree.tostring(each) for each in format_ if each.tag not in _UNSEEN))

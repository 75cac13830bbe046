"""The faults in a template's form: its file, each of its paragraphs, and the tags that belong together."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby
from urllib.parse import unquote

from docx import Document
from docx.document import Document as WordDocument

from eitherway.letters.template.faults import Fault, FaultCode, error, warning
from eitherway.letters.template.links import tagged_links
from eitherway.letters.template.packages import standard
from eitherway.letters.template.pairs import Placed, pairs
from eitherway.letters.template.paragraphs import Paragraph, paragraphs
from eitherway.letters.template.prepare import gluing, prepare
from eitherway.letters.template.said import Reader, own_names
from eitherway.letters.template.tags import LONGEST_TAG, MOST_TAGS, Tag, tags
from eitherway.letters.template.template_file import Unfit, attached_template, unfit, unfit_field
from eitherway.model.codes import Severity

_SINGLE = re.compile(r"(?<![{])\{\s*([A-Za-z_.]+)\s*\}(?!\})|(?:<<|«)\s*([A-Za-z_. ]+?)\s*(?:>>|»)")
_REVIEW = {
    "comments": re.compile(rb"<w:commentReference\b"),
    "tracked changes": re.compile(rb"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b"),
}
_BOUND = re.compile(rb"<[\w.-]+:dataBinding\b")
_PROPERTY = re.compile(rb"<([\w:]+)[^<>]*>([^<>]*(?:\{\{|\{%)[^<>]*)</")
_BESIDE_THE_TEXT = (FaultCode.MACRO, FaultCode.OUTSIDE, FaultCode.WORD_FIELD, FaultCode.NOT_FILLED)
_OWN_PROPERTIES = ("title", "subject", "creator", "description", "identifier")
_LETTER_ITSELF = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")


@dataclass(frozen=True, slots=True)
class Form:
    """A template taken apart: its faults, its paragraphs (none if it cannot be read), its `broken` tags."""

    faults: tuple[Fault, ...]
    paragraphs: tuple[Paragraph, ...] = ()
    broken: Collection[Placed] = ()

    @property
    def can_be_merged(self) -> bool:
        """Whether nothing is known that keeps letters from being written."""
        return all(fault.severity is not Severity.ERROR for fault in self.faults)


def form(docx: bytes, fields: Mapping[str, object]) -> Form:
    """Take a template apart; `fields` are those of any letter. Whatever the file, there is an answer."""
    of_file = list(map(_fault, unfit(docx)))
    try:
        found = paragraphs(_opened(docx)) if _is_readable(of_file) else []
    except Exception:  # python-docx and lxml have many errors of their own for a file that is damaged
        return Form(tuple(of_file) or (_damaged(),))
    if not found and not _is_readable(of_file):
        return Form(tuple(of_file))
    if not any(each.text.strip() for each in found):
        return Form((*of_file, _no_text()), tuple(found))
    of_fields = [*_of_fields(found), *_of_links(docx, fields)]
    told = {fault.message for fault in of_fields}
    elsewhere = [fault for fault in of_file if fault.message not in told]
    return _of_paragraphs([*elsewhere, *of_fields, *_of_parts(docx)], found, fields)


def _opened(docx: bytes) -> WordDocument:
    """The template as it is merged."""
    document = Document(BytesIO(standard(docx)))
    prepare(document)
    return document


def _is_readable(of_file: Sequence[Fault]) -> bool:
    return all(fault.code in _BESIDE_THE_TEXT for fault in of_file)


def _fault(unfit: Unfit) -> Fault:
    return error(FaultCode(unfit.code), f"{_sentence(unfit.reason)}.", unfit.fix)


def _of_fields(found: Sequence[Paragraph]) -> Iterator[Fault]:
    """The fields of Word that cannot stay, each at its paragraph."""
    for paragraph in found:
        for each in dict.fromkeys(filter(None, map(unfit_field, paragraph.fields))):
            yield at(_fault(each), paragraph)


def _of_links(docx: bytes, fields: Mapping[str, object]) -> Iterator[Fault]:
    """What is wrong in tags that stand in the addresses of links."""
    reader = Reader(fields, frozenset())
    for link in tagged_links(Document(BytesIO(standard(docx)))):
        for tag in tags(unquote(link.target_ref)):
            for fault in reader.faults(tag) if tag.closed else [_open_address(tag)]:
                yield replace(fault, where="the address of a link")


def _open_address(tag: Tag) -> Fault:
    return error(FaultCode.OPEN_TAG, f"The tag {tag.text} does not end.", "Put }} at its end.", tag.text)


def _of_paragraphs(before: Sequence[Fault], found: Sequence[Paragraph], fields: Mapping[str, object]) -> Form:
    placed = [Placed(tag, each) for each in found for tag in tags(each.text)]
    if len(placed) > MOST_TAGS:
        return Form((*before, _too_many()), tuple(found))
    reader = Reader(fields, own_names(each.tag for each in placed))
    of_tags = [(each, fault) for each in placed for fault in _tag_faults(each, reader)]
    together = [pairs(list(few)) for _, few in groupby(filter(_is_statement, placed), _part)]
    of_pairs = [each for part in together for each in part.faults]
    faults = [at(fault, each.paragraph) for each, fault in (*of_tags, *of_pairs)]
    faults += [at(_glues(tag), found[number]) for number, tag in gluing([each.text for each in found])]
    faults += [at(fault, each) for each in found for fault in _single_braces(each, reader)]
    broken = {each for each, fault in of_tags if fault.severity is Severity.ERROR}
    for part in together:
        broken.update(part.alone)
        broken.update(each for group in part.groups if broken & {*group} for each in group)
    return Form((*before, *sorted(faults, key=_place(found))), tuple(found), frozenset(broken))


def _is_statement(placed: Placed) -> bool:
    return placed.tag.closed and placed.tag.is_statement


def _part(placed: Placed) -> str:
    return placed.paragraph.part


def at(fault: Fault, paragraph: Paragraph) -> Fault:
    """The fault, with where it is."""
    return replace(fault, where=str(paragraph), paragraph=paragraph.number)


def _place(found: Sequence[Paragraph]) -> Callable[[Fault], int]:
    places = {str(paragraph): number for number, paragraph in enumerate(found, 1)}
    return lambda fault: places.get(fault.where, 0)


def _tag_faults(placed: Placed, reader: Reader) -> Iterator[Fault]:
    tag, paragraph = placed
    if not tag.closed:
        yield _open(placed)
    elif len(tag.text) > LONGEST_TAG:
        shown = f"{tag.text[:40]}..."
        message = f"The tag {shown} is longer than {LONGEST_TAG} characters."
        yield error(FaultCode.SYNTAX, message, "Say it in several tags.", shown)
    else:
        yield from reader.faults(tag)
        yield from _around(placed)
        yield from _split(tag, paragraph)


def _open(placed: Placed) -> Fault:
    tag, paragraph = placed
    if not tag.opening:
        message = f"{tag.text} ends a tag that does not begin in this paragraph."
        begins = {"}}": "{{", "%}": "{%", "#}": "{#"}[tag.text]
        return error(FaultCode.OPEN_TAG, message, f"Put {begins} before it, or take it away.", tag.text)
    shown = tag.text if len(tag.text) <= 40 else f"{tag.text[:37]}..."
    ends = {"{{": "}}", "{%": "%}", "{#": "#}"}[tag.opening]
    last = tag.end == len(paragraph.text)
    message = f"The tag {shown.strip()} does not end{' in its paragraph' if last else ''}."
    fix = f"Put {ends} at its end; a tag stands in one paragraph, with no line end in it."
    return error(FaultCode.OPEN_TAG, message, fix, shown.strip())


def _around(placed: Placed) -> Iterator[Fault]:
    """`{{p` and `{{r` show nothing; `{%p` takes all of its paragraph away, `{%tr` its row of a table."""
    tag, paragraph = placed
    if not tag.around:
        return
    if tag.is_statement and any(sign in tag.text[2:-2] for sign in "%}"):
        message = f"{tag.text} holds a % or a }}, at which a tag that begins with {{%{tag.around} is cut off."
        fix = 'Compare a part of the text, such as "50" in role, or write {% without the letter behind it.'
        yield error(FaultCode.SYNTAX, message, fix, tag.text)
    if not tag.is_statement:
        message = f"{{{{{tag.around} puts its text where Word does not show it."
        yield error(FaultCode.WHOLE_PARAGRAPH, message, "Write {{ instead.", tag.text)
    elif tag.around in ("tr", "tc") and not paragraph.in_table:
        message = f"{tag.text} takes away a part of a table, but stands in none."
        yield error(FaultCode.WHOLE_PARAGRAPH, message, "Write {%p instead.", tag.text)
    elif tag.around == "p" and paragraph.text.strip() != tag.text:
        message = f"{tag.text} takes its whole paragraph away, so what stands beside it is lost."
        fix = "Give it a paragraph of its own; within a paragraph, write {% without the p."
        yield error(FaultCode.WHOLE_PARAGRAPH, message, fix, tag.text)


def _glues(tag: Tag) -> Fault:
    message = f"The dash in {tag.text} glues its paragraph to another one, without a space between them."
    fix = f"Write {{%p {tag.words} %}} in a paragraph of its own, which is then gone in the letter."
    return error(FaultCode.WHOLE_PARAGRAPH, message, fix, tag.text)


def _split(tag: Tag, paragraph: Paragraph) -> Iterator[Fault]:
    if paragraph.crosses(tag.start, tag.end):
        message = f"{tag.text} begins and ends on different sides of a link or of a tracked change."
        fix = (
            "Take the link away (right click, Remove Hyperlink) or accept the change, and type the tag anew."
        )
        yield error(FaultCode.SPLIT_TAG, message, fix, tag.text)
    elif paragraph.changes_look(tag.start, tag.end):
        message = f"The formatting changes within {tag.text}; the letter takes that of its first letters."
        fix = "Select the whole tag with its braces and format it as one."
        yield warning(FaultCode.SPLIT_TAG, message, fix, tag.text)


def _single_braces(paragraph: Paragraph, reader: Reader) -> Iterator[Fault]:
    for match in _SINGLE.finditer(paragraph.text):
        name = (match[1] or match[2]).strip()
        known = reader.knows(name)
        if match[2] or known:
            message = f"{match[0]} is not filled in: it stands in the letter as it is typed."
            meant = name if known else "company"
            fix = f"Write {{{{ {meant} }}}}, or whichever field of docs/templates.md is meant."
            yield error(FaultCode.SINGLE_BRACES, message, fix, match[0])


def _of_parts(docx: bytes) -> Iterator[Fault]:
    """What Word keeps beside the text and would come along in every letter."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        content = b"".join(
            archive.read(name) for name in archive.namelist() if _LETTER_ITSELF.fullmatch(name)
        )
    for what, mark in _REVIEW.items():
        if mark.search(content):
            fix = "In Word, under Review, accept or reject every change and delete every comment."
            yield warning(FaultCode.REVIEW_MARKS, f"It has {what}, which every letter would have.", fix)
    yield from _of_properties(docx)
    if attached := attached_template(docx):
        message = f"It is attached to the Word template {attached}; letters are written without that."
        fix = "Nothing needs doing. To be rid of this line: Developer, Document Template, Normal."
        yield warning(FaultCode.ATTACHED, message, fix)


def _of_properties(docx: bytes) -> Iterator[Fault]:
    """What stands in the document's properties (File, Info) instead of in its text."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        content = {name: archive.read(name) for name in archive.namelist() if name.endswith(".xml")}
    if any(_BOUND.search(part) for name, part in content.items() if _LETTER_ITSELF.fullmatch(name)):
        message = "It has content controls that show a property of the document, one for all letters."
        fix = "Letters show what is typed in them. To be rid of this line, type the text without a control."
        yield warning(FaultCode.DATA_BOUND, message, fix)
    for name in ("docProps/app.xml", "docProps/core.xml", "docProps/custom.xml"):
        for match in _PROPERTY.finditer(content.get(name, b"")):
            tag = match[2].decode().strip()
            which = match[1].decode().rpartition(":")[2]
            if which in _OWN_PROPERTIES:
                continue
            message = f"{tag} in the document's properties ({which}) is not filled in."
            yield warning(FaultCode.NOT_FILLED, message, "Clear it in Word, under File, Info.", tag)


def _damaged() -> Fault:
    message, fix = (
        "It cannot be read as a Word document.",
        "Open it in Word, let Word repair it, and save it.",
    )
    return error(FaultCode.NOT_A_DOCX, message, fix)


def _no_text() -> Fault:
    message, fix = "It holds no text.", "Write the letter in it; docs/templates.md shows how."
    return error(FaultCode.NO_TEXT, message, fix)


def _too_many() -> Fault:
    message = f"It holds more than {MOST_TAGS} tags."
    return error(FaultCode.TOO_LARGE, message, "A letter is one page: take out what does not belong to it.")


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:]

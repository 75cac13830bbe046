"""A template compiled once for many letters: docxtpl prepares it, then only what changes is rendered.

docxtpl parses, patches and compiles its template anew for each letter. Where nothing in a template needs the
XML tree after the merge, its result depends on the letter only through the text that Jinja renders, and that
is all that is done here. Any other template is docxtpl's own to merge; `Slow` says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import ZipFile

from docx.opc.constants import CONTENT_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Template
from jinja2.runtime import Context
from lxml import etree

from eitherway.letters.merge.dressing import Dress, dressed
from eitherway.letters.merge.packing import Member, copied, member
from eitherway.letters.merge.seal import CORE, sealed
from eitherway.letters.template.environment import LetterEnvironment, shown
from eitherway.letters.template.links import tagged_links
from eitherway.letters.template.skeleton import Slow, check_body, check_part, has_braces, has_tags

MOST_TEXT = 2**20
"""Characters of a part's XML that are merged here; more is docxtpl's, which parses it and has its limits."""

AT_ONCE = 200
"""Pieces of text that are joined before it is asked how long they are: most parts have fewer."""

_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_BODY = "eitherway-body"
_TITLE, _AUTHOR = "eitherway-title", "eitherway-author"
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
_ESCAPED = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_BREAKS = "\n\t\a\f"
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A part with fields: what stands before and behind that which Jinja renders.

    `braces` says whether the template has any that are no tag's; a field's are character references.
    """

    name: str
    template: Template
    braces: bool
    before: str = ""
    behind: str = ""

    def content(self, fields: dict[str, object]) -> bytes:
        """The part in one letter, as docxtpl makes it out of the rendered text. Raises Slow for very much.

        `fields` hold Jinja's globals, too: put together once, not for each part.
        """
        context = Context(self.template.environment, fields, None, {})
        text = _joined(self.template.root_render_func(context))
        for typed, meant in _ESCAPED if self.braces else ():
            text = text.replace(typed, meant)
        if any(map(text.__contains__, _BREAKS)):
            text = _PARAGRAPH.sub(_with_breaks, text)
        return f"{self.before}{text}{self.behind}".encode()


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template ready for many letters.

    `globals` are the names that every template knows; `rendered` are the parts with fields, in docxtpl's
    order; `core` is the text of the core properties, cut at the letter's title and author; `parts` are all
    others in the order of the package: packed already, or the name of one that is rendered.
    """

    globals: Mapping[str, object]
    rendered: tuple[Rendered, ...]
    core: tuple[str, ...]
    parts: tuple[Member | str, ...]

    def letter(self, fields: Mapping[str, object], title: str, author: str, inputs: str) -> tuple[bytes, ...]:
        """One letter's .docx, sealed, in pieces. Raises Slow, and whatever Jinja raises."""
        known = {**self.globals, **fields}
        made = {part.name: member(part.name, part.content(known)) for part in self.rendered}
        own = {_TITLE: escape(title, quote=False), _AUTHOR: escape(author, quote=False)}
        core = "".join(own.get(piece, piece) for piece in self.core).encode()
        parts = [made[each] if isinstance(each, str) else each for each in self.parts]
        return sealed(core, parts, inputs)


def compiled(word: DocxTemplate, environment: LetterEnvironment, dress: Dress) -> Compiled:
    """`word`, opened and not yet merged, made ready. Raises Slow, and what Jinja raises for a broken tag."""
    word.render_init()
    if next(tagged_links(word.docx), None):
        raise Slow("the address of a link holds a field")
    environment = environment.overlay(autoescape=False, finalize=shown)  # text is escaped once
    _settle_properties(word, environment, dress)
    found = [_body(word, environment), *_around(word, environment)]
    rendered = {part.name: part for part in found}
    if len(rendered) < len(found):
        raise Slow("a header or a footer is used twice")
    saved = BytesIO()
    word.docx.save(saved)
    with ZipFile(saved) as archive:
        core = re.split(f"({_TITLE}|{_AUTHOR})", archive.read(CORE).decode())
        others = {part.filename: part for part in archive.infolist() if part.filename != CORE}
    docx = saved.getvalue()
    parts = [name if name in rendered else copied(docx, part) for name, part in others.items()]
    return Compiled(environment.globals, tuple(found), tuple(core), tuple(parts))


def _settle_properties(word: DocxTemplate, environment: LetterEnvironment, dress: Dress) -> None:
    if any("{" in getattr(word.docx.core_properties, name) for name in _PROPERTIES):
        raise Slow("there is a tag in its properties (File, Info)")
    word.render_properties({}, environment)
    dressed(word.docx, dress, _TITLE, _AUTHOR)


def _body(word: DocxTemplate, environment: LetterEnvironment) -> Rendered:
    xml = word.patch_xml(word.get_xml())
    tree = check_body(xml, environment, word)
    root = parse_xml(etree.tostring(word.docx._element))  # a copy, whose body a marker takes the place of
    root.replace(root.find(qn("w:body")), etree.Element(_BODY))
    before, behind = etree.tostring(root, encoding="unicode").split(f"<{_BODY}/>")
    template = environment.from_string(xml)
    return Rendered(_name(word.docx.part), template, has_braces(tree), _HEAD + before, behind)


def _around(word: DocxTemplate, environment: LetterEnvironment) -> Iterator[Rendered]:
    for uri in (word.HEADER_URI, word.FOOTER_URI):
        for _, part in word.get_headers_footers(uri):
            xml = word.patch_xml(word.get_part_xml(part))
            tree = check_part(xml, environment)
            yield Rendered(_name(part), environment.from_string(xml), has_braces(tree), _HEAD)
    for part in word.docx.part.package.parts:
        if part.content_type in (CONTENT_TYPE.WML_FOOTNOTES, CONTENT_TYPE.WML_ENDNOTES):
            xml = word.patch_xml(part.blob.decode())
            tree = check_part(xml, environment)
            if len(word.docx.sections) != 1 and (has_tags(tree) or has_braces(tree)):
                raise Slow("it has footnotes with tags, and several sections")
            yield Rendered(_name(part), environment.from_string(xml), has_braces(tree))


def _name(part: Any) -> str:
    return str(part.partname).lstrip("/")


def _joined(pieces: Iterator[str]) -> str:
    """All of the text. Raises Slow as soon as it is very long: loops can make more than a machine holds."""
    taken: list[str] = []
    size = 0
    while some := list(islice(pieces, AT_ONCE)):
        taken.append("".join(some))
        size += len(taken[-1])
        if size > MOST_TEXT:
            raise Slow("the letter is very long")
    return "".join(taken)


def _with_breaks(paragraph: re.Match[str]) -> str:
    whole = paragraph[0]
    if any(each in whole for each in _BREAKS):
        return str(DocxTemplate.resolve_listing(None, whole))
    return whole

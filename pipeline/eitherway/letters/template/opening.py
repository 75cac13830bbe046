"""A template opened for merging; what could harm a letter or its reader is refused here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml.etree import XMLSyntaxError

from eitherway.letters.template.links import merged_address, tagged_links
from eitherway.letters.template.packages import standard
from eitherway.letters.template.paragraphs import merged_parts
from eitherway.letters.template.prepare import gluing, prepare
from eitherway.letters.template.tags import LONGEST_TAG, MOST_TAGS, tags
from eitherway.letters.template.template_file import ATTACHED_TEMPLATE, unfit

OUTSIDE_TEXT = "//w:body/text() | //w:p/text() | //w:r/text()"
"""XPath: what Word would not show."""

_MARKUP = re.compile("<[^>]*>")
_OF_DOCXTPL = frozenset(("colspan", "cellbg", "vm", "hm"))


class BrokenTemplate(Exception):
    """A template that cannot be merged; the text says why, as the end of a sentence."""


class Word(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """docxtpl's template, strict about where text may stand."""

    def fix_tables(self, xml: str) -> Any:
        """The base class parses with `recover`, which would quietly drop text where tags do not nest.

        Text straight in the body, a paragraph or a run comes from `{{p ...}}` or `{{r ...}}`, which docxtpl
        keeps for parts that letters do not have; Word would not show it.
        """
        if any(text.strip() for text in parse_xml(xml).xpath(OUTSIDE_TEXT)):
            raise ValueError(
                "tags with {{p or {{r put their text where Word does not show it; write {{ instead"
            )
        return super().fix_tables(xml)

    def render_footnotes(self, context: Any, jinja_env: Any = None) -> None:
        """Endnotes too."""
        super().render_footnotes(context, jinja_env)
        for part in self.docx.part.package.parts:
            if part.content_type == CONTENT_TYPE.WML_ENDNOTES:
                xml = self.patch_xml(part.blob.decode())
                part._blob = self.render_xml_part(xml, part, context, jinja_env).encode()

    def render(self, context: Any, jinja_env: Any = None, autoescape: bool = False) -> None:
        """The addresses of links too."""
        super().render(context, jinja_env, autoescape)
        for link in tagged_links(self.docx):
            link._target = merged_address(link.target_ref, context, jinja_env)


def opened(template: bytes) -> Word:
    """The template, not merged yet. Raises BrokenTemplate."""
    if faults := unfit(template):
        raise BrokenTemplate(f"{faults[0].reason}. {faults[0].fix}".rstrip("."))
    try:
        word = Word(BytesIO(standard(template)))
        word.init_docx()
        prepare(word.docx)
    except Exception as error:  # zipfile, lxml and python-docx each have errors of their own for a bad file
        raise BrokenTemplate("it is not a Word document (.docx)") from error
    _check_tags(word.docx)
    _detach(word.docx)
    return word


def broken(error: Exception) -> BrokenTemplate:
    """What an error in the merge says of the template."""
    if isinstance(error, XMLSyntaxError):
        return BrokenTemplate(
            "a tag begins in one paragraph and ends in another; tags around whole paragraphs start with {%p"
        )
    text = str(getattr(error, "message", None) or error).rstrip(".") or type(error).__name__
    near = _near(error) if isinstance(error, TemplateError) else ""
    return BrokenTemplate(f'{text}, near "{near}"' if near else text)


def _check_tags(document: Document) -> None:
    """Raise BrokenTemplate for tags over which docxtpl's expressions would take minutes or years."""
    roots = [root for _, root in merged_parts(document)]
    texts = [*_paragraphs(roots), *_attributes(roots)]
    found = ((tag, text) for text in texts for tag in tags(text))
    for number, (tag, text) in enumerate(found, 1):
        if number > MOST_TAGS:
            raise BrokenTemplate(f"it holds more than {MOST_TAGS} tags")
        if tag.opening and not tag.closed:
            raise BrokenTemplate(f'a tag is not closed, near "{_short(text)}"')
        if len(tag.text) > LONGEST_TAG:
            raise BrokenTemplate(f'a tag is longer than {LONGEST_TAG} characters: "{_short(tag.text)}"')
        if tag.verb in _OF_DOCXTPL:
            raise BrokenTemplate(f"letters have no use for {tag.verb}")
    for _, tag in gluing(texts):
        raise BrokenTemplate(f"the dash in {_short(tag.text)} glues its paragraph to another one")


def _paragraphs(roots: Sequence[Any]) -> Iterable[str]:
    """The text of each paragraph, without that of a text box in it, which has paragraphs of its own."""
    texts: dict[Any, str] = defaultdict(str)
    for text in (each for root in roots for each in root.iter(qn("w:t"))):
        texts[next(text.iterancestors(qn("w:p")), text)] += text.text or ""
    return texts.values()


def _attributes(roots: Sequence[Any]) -> Iterator[str]:
    """A picture's description may hold a field too."""
    elements = (each for root in roots for each in root.iter())
    return (value for each in elements for value in each.attrib.values() if "{" in value or "}" in value)


def _detach(document: Document) -> None:
    """Leave out the Word template that it is attached to: its path tells of the writer's folders."""
    for related in list(document.part.rels.values()):
        if related.reltype == RELATIONSHIP_TYPE.SETTINGS:
            settings = related.target_part
            for attached in list(settings.element.iter(qn("w:attachedTemplate"))):
                settings.element.remove(attached)
            for name, each in list(settings.rels.items()):
                if each.reltype.endswith(f"/{ATTACHED_TEMPLATE}"):
                    del settings.rels[name]


def _near(error: TemplateError) -> str:
    """The paragraph of a syntax error: docxtpl gives the lines around it, at most three before."""
    lines = [_MARKUP.sub("", line).strip() for line in getattr(error, "docx_context", ())]
    line = min(getattr(error, "lineno", 0) - 1, 3)
    text = lines[line] if 0 <= line < len(lines) else ""
    return _short(text)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}..."

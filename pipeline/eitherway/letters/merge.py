"""One letter out of one template: docxtpl merges, then the page, the language and the properties are set."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.opc.coreprops import CoreProperties
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Twips
from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateError

from eitherway.letters.fields import A4, LETTER
from eitherway.letters.seal import UNSEALED, sealed

MOST_BYTES = 64 * 2**20
"""What a template's parts may come to when unpacked."""

PAPERS = {A4: (Twips(11906), Twips(16838)), LETTER: (Twips(12240), Twips(15840))}
_CLOSE = Twips(60)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: old .doc files, and .docx files with a password
_NOT_IN_XML = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = re.compile("<[^>]*>")
_LONGEST_PROPERTY = 255
_OUTSIDE_TEXT = "//w:body/text() | //w:p/text() | //w:r/text()"


class BrokenTemplate(Exception):
    """A template that cannot be merged; the text says why, as the end of a sentence."""


def merge(
    template: bytes,
    fields: Mapping[str, object],
    environment: Environment,
    *,
    title: str,
    author: str,
    as_of: date,
) -> bytes:
    """The merged and sealed .docx: the same arguments give the same bytes. Raises BrokenTemplate."""
    word, merged = _opened(template), BytesIO()
    try:
        word.render(dict(fields), environment, autoescape=True)
        _set_paper(word.docx, str(fields["paper"]))
        _set_language(word.docx, str(fields["language"]))
        _set_properties(word.docx.core_properties, title, author, as_of)
        word.save(merged)
    except Exception as error:  # a template can raise anything: whatever it is, the template is broken
        raise BrokenTemplate(_reason(error)) from error
    return sealed(merged.getvalue())


class _Word(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    def fix_tables(self, xml: str) -> Any:
        """The base class parses with `recover`, which would quietly drop text where tags do not nest.

        Text straight in the body, a paragraph or a run comes from `{{p ...}}` or `{{r ...}}`, which docxtpl
        keeps for parts that letters do not have; Word would not show it.
        """
        if any(text.strip() for text in parse_xml(xml).xpath(_OUTSIDE_TEXT)):
            raise ValueError(
                "tags with {{p or {{r put their text where Word does not show it; write {{ instead"
            )
        return super().fix_tables(xml)


def _opened(template: bytes) -> _Word:
    if template.startswith(_OLE):
        raise BrokenTemplate("it is an old .doc file or has a password; save it as .docx, without a password")
    try:
        with zipfile.ZipFile(BytesIO(template)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_BYTES:
                raise BrokenTemplate("it is too large")
        word = _Word(BytesIO(template))
        word.init_docx()
    except BrokenTemplate:
        raise
    except Exception as error:  # zipfile, lxml and python-docx each have errors of their own for a bad file
        raise BrokenTemplate("it is not a Word document (.docx)") from error
    return word


def _reason(error: Exception) -> str:
    if isinstance(error, SyntaxError):
        return (
            "a tag begins in one paragraph and ends in another; tags around whole paragraphs start with {%p"
        )
    text = str(getattr(error, "message", None) or error).rstrip(".") or type(error).__name__
    near = _near(error) if isinstance(error, TemplateError) else ""
    return f'{text}, near "{near}"' if near else text


def _near(error: TemplateError) -> str:
    """The paragraph of a syntax error: docxtpl gives the lines around it, at most three before."""
    lines = [_MARKUP.sub("", line).strip() for line in getattr(error, "docx_context", ())]
    line = min(getattr(error, "lineno", 0) - 1, 3)
    text = lines[line] if 0 <= line < len(lines) else ""
    return text if len(text) <= 60 else f"{text[:57]}..."


def _set_paper(document: Document, paper: str) -> None:
    """A4 and Letter pages become what the country uses; any other size is the template's own choice."""
    width, height = PAPERS[paper]
    for section in document.sections:
        if any(
            _near_size(section.page_width, w) and _near_size(section.page_height, h)
            for w, h in PAPERS.values()
        ):
            section.page_width, section.page_height = width, height


def _near_size(length: int | None, wanted: int) -> bool:
    return length is not None and abs(length - wanted) <= _CLOSE


def _set_language(document: Document, language: str) -> None:
    """English styles get the workbook's English; other languages are the template's own choice."""
    for lang in document.styles.element.iter(qn("w:lang")):
        if lang.get(qn("w:val"), "").startswith("en"):
            lang.set(qn("w:val"), language)


def _set_properties(properties: CoreProperties, title: str, author: str, as_of: date) -> None:
    moment = datetime.combine(as_of, time())
    properties.title = _property(title)
    properties.author = properties.last_modified_by = _property(author)
    properties.created = properties.modified = moment
    properties.revision = 1
    properties.identifier = UNSEALED


def _property(text: str) -> str:
    return _NOT_IN_XML.sub("", " ".join(text.split()))[:_LONGEST_PROPERTY]

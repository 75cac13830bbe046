"""What a letter gets beside its text: the page, the language and the properties."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import NamedTuple

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Twips

from eitherway.letters.merge.seal import UNSEALED
from eitherway.letters.owed.papers import A4, LETTER

PAPERS = {A4: (Twips(11906), Twips(16838)), LETTER: (Twips(12240), Twips(15840))}
_CLOSE = Twips(60)


class Dress(NamedTuple):
    """The paper, "A4" or "Letter"; the language, "en-US"; the day that the file says it was made on."""

    paper: str
    language: str
    as_of: date


def dressed(document: Document, dress: Dress, title: str, author: str) -> None:
    """Set all of it in the document."""
    _set_paper(document, dress.paper)
    properties = document.core_properties
    properties.language = _set_language(document, dress.language)
    properties.title = title
    properties.author = properties.last_modified_by = author
    properties.created = properties.modified = datetime.combine(dress.as_of, time())
    properties.revision = 1
    properties.identifier = UNSEALED


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


def _set_language(document: Document, language: str) -> str:
    """English styles get the workbook's English; other languages are the template's own choice.

    Gives the letter's language: that of the styles' defaults, which come first in their part.
    """
    first = ""
    for lang in document.styles.element.iter(qn("w:lang")):
        if lang.get(qn("w:val"), "").startswith("en"):
            lang.set(qn("w:val"), language)
        first = first or lang.get(qn("w:val"), "")
    return first or language

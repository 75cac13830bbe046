"""A template read as a whole: the faults of its form, then whether its letters can be merged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from eitherway.letters.merge.compiler import Press, merge
from eitherway.letters.template.environment import LetterEnvironment
from eitherway.letters.template.faults import Fault, FaultCode, error
from eitherway.letters.template.form import form
from eitherway.letters.template.opening import BrokenTemplate
from eitherway.model.codes import Severity
from eitherway.templates.samples import AS_OF, PANEL, Sample, pages, sample, samples
from eitherway.templates.wordings import Wording, Wordings, alternatives, wordings

_BODY = "word/document.xml"
_ENDNOTE = re.compile(rb"<w:endnoteReference\b[^>]*/>")


@dataclass(frozen=True, slots=True)
class Read:
    """What reading a template brought up: its faults, and the letters that it makes, as far as it makes any.

    Where the letters are `whole`, nothing was left out of them. As many members of a panel as there are
    `turns` get letters that may differ.
    """

    name: str
    docx: bytes
    faults: tuple[Fault, ...]
    turns: int
    whole: bool
    letters: tuple[tuple[Sample, Wording], ...]

    def pages(self) -> list[bytes]:
        """The longest letters, merged: what must fit one page each, on each paper.

        Without their endnotes: LibreOffice, which counts, gives those a page of their own, and Word does not.
        """
        letters = (merged(self.docx, each) for each in pages(self.turns)) if self.whole else ()
        return list(map(_without_endnotes, letters))


def read_template(name: str, docx: bytes) -> Read:
    """Everything that is wrong in a template's form, and its letters for those who judge what they say."""
    found = form(docx, sample("longest").fields)
    turns = max(PANEL, alternatives(found))
    faults = found.faults
    if found.can_be_merged:
        faults = (*faults, *_unmerged(docx, turns))
    made = wordings(found) if found.paragraphs else None
    letters = tuple(_letters(made, turns)) if made else ()
    named = tuple(replace(fault, template=name) for fault in faults)
    whole = found.can_be_merged and faults == found.faults
    if whole:
        named = (*named, *_slow(docx, name))
    return Read(name, docx, named, turns, whole, letters)


def _without_endnotes(docx: bytes) -> bytes:
    with ZipFile(BytesIO(docx)) as archive:
        body = archive.read(_BODY)
        if not _ENDNOTE.search(body):
            return docx
        new = BytesIO()
        with ZipFile(new, "w", ZIP_DEFLATED) as copy:
            for name in archive.namelist():
                copy.writestr(name, _ENDNOTE.sub(b"", body) if name == _BODY else archive.read(name))
    return new.getvalue()


def _letters(made: Wordings, turns: int) -> Iterator[tuple[Sample, Wording]]:
    for each in samples(turns):
        if wording := made.wording(each.fields):
            yield each, wording


def _unmerged(docx: bytes, turns: int) -> list[Fault]:
    """What only a merge shows, each once: the least and the most that a letter can hold, for each turn."""
    said: dict[str, Fault] = {}
    for turn in range(1, turns + 1):
        for size in ("short", "longest"):
            try:
                merged(docx, sample(size, turn=turn))
            except BrokenTemplate as broken:
                message = f"Its letters cannot be merged: {broken}."
                said.setdefault(message, error(FaultCode.CANNOT_MERGE, message, "Mend it in Word."))
    return list(said.values())


def _slow(docx: bytes, name: str) -> Iterator[Fault]:
    """Said so that somebody with thousands of letters can mend it; a few letters take no longer for it."""
    if why := Press(AS_OF).why_slow(docx, sample("longest").fields):
        message = f"Its letters take longer to merge than others, because {why}."
        yield Fault(FaultCode.SLOW, Severity.INFO, message, "You can leave it as it is.", template=name)


def merged(docx: bytes, each: Sample) -> bytes:
    """One letter, as a run would merge it. Raises BrokenTemplate."""
    return merge(docx, each.fields, LetterEnvironment(), title="", author="", as_of=AS_OF)

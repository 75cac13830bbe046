"""A panel's letters are read one by one, and then laid side by side, as their readers may."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from eitherway.letters.text import DocumentText, UnreadableLetter, text_of
from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Known, Manuscript


class Unread(NamedTuple):
    """A letter as it lies there: the pieces of its document, and what is known of it; `about` lacks its text.

    So little is done with very many letters before they are shared out among processes.
    """

    pieces: Sequence[bytes]
    about: Manuscript


class Read(NamedTuple):
    """A letter's text, and what is found in it; `why_unread` says why one has none."""

    document: DocumentText
    findings: Sequence[Finding] = ()
    why_unread: str = ""


Panel = Sequence[Unread]
"""The letters of one panel; mostly one."""

Readers = Callable[[Sequence[Panel], Known], list[list[Read]]]
"""What reads panels: each letter of each, in their order."""

Copies = Callable[[Sequence[Manuscript]], list[list[Finding]]]
"""What finds letters that are too much alike: `eitherway.proof.text.copies.near_copies`."""

NO_TEXT = DocumentText("", "", ())


class Reader(Protocol):
    """What reads one letter: `eitherway.proof.text.Proofreader`."""

    def read(self, manuscript: Manuscript, known: Known) -> list[Finding]:
        """The findings, in the order of the text."""


def read_panels(panels: Sequence[Panel], known: Known, reader: Reader, copies: Copies) -> list[list[Read]]:
    """What is found in each letter; what makes it a near-copy of another of its panel comes last."""
    return [_read(panel, known, reader, copies) for panel in panels]


def _read(panel: Panel, known: Known, reader: Reader, copies: Copies) -> list[Read]:
    opened = [_opened(letter) for letter in panel]
    readable = [place for place, letter in enumerate(opened) if not letter.why_unread]
    letters = [replace(panel[place].about, text=opened[place].document.text) for place in readable]
    found = [reader.read(letter, known) for letter in letters]
    if len(letters) > 1:
        found = [[*alone, *beside] for alone, beside in zip(found, copies(letters), strict=True)]
    for place, findings in zip(readable, found, strict=True):
        opened[place] = opened[place]._replace(findings=findings)
    return opened


def _opened(letter: Unread) -> Read:
    try:
        return Read(text_of(b"".join(letter.pieces)))
    except UnreadableLetter as unreadable:
        return Read(NO_TEXT, why_unread=str(unreadable))

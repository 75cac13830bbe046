"""A panel's letters are read, and then laid side by side, as their readers may."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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

TOGETHER = 32
"""Panels whose letters are read together; `FEW` of `prose.passages` letters are remembered."""

NO_TEXT = DocumentText("", "", ())


class Reader(Protocol):
    """What reads letters: `eitherway.proof.text.Proofreader`."""

    def read(self, manuscript: Manuscript, known: Known) -> list[Finding]:
        """The findings, in the order of the text."""

    def read_all(self, manuscripts: Sequence[Manuscript], known: Known) -> list[list[Finding]]:
        """Those of each letter."""


def read_panels(panels: Sequence[Panel], known: Known, reader: Reader, copies: Copies) -> list[list[Read]]:
    """What is found in each letter; what makes it a near-copy of another of its panel comes last."""
    groups = (panels[start : start + TOGETHER] for start in range(0, len(panels), TOGETHER))
    return [read for group in groups for read in _read(group, known, reader, copies)]


def _read(panels: Sequence[Panel], known: Known, reader: Reader, copies: Copies) -> Iterator[list[Read]]:
    opened = [[_opened(letter) for letter in panel] for panel in panels]
    letters = [
        [replace(letter.about, text=read.document.text) for letter, read in _readable(*each)]
        for each in zip(panels, opened, strict=True)
    ]
    found = iter(reader.read_all([letter for panel in letters for letter in panel], known))
    for panel, of_panel in zip(letters, opened, strict=True):
        alike = iter(copies(panel) if len(panel) > 1 else [[]])
        yield [
            read if read.why_unread else read._replace(findings=[*next(found), *next(alike)])
            for read in of_panel
        ]


def _readable(panel: Panel, opened: Sequence[Read]) -> Iterator[tuple[Unread, Read]]:
    return (each for each in zip(panel, opened, strict=True) if not each[1].why_unread)


def _opened(letter: Unread) -> Read:
    try:
        return Read(text_of(b"".join(letter.pieces)))
    except UnreadableLetter as unreadable:
        return Read(NO_TEXT, why_unread=str(unreadable))

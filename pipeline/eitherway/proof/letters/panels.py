"""A panel's letters are read one by one, and then laid side by side, as their readers may."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Known, Manuscript

Panel = Sequence[Manuscript]
"""The letters of one panel; mostly one."""

Copies = Callable[[Panel], list[list[Finding]]]
"""What finds letters that are too much alike: `eitherway.proof.text.copies.near_copies`."""


class Reader(Protocol):
    """What reads one letter: `eitherway.proof.text.Proofreader`."""

    def read(self, manuscript: Manuscript, known: Known) -> list[Finding]:
        """The findings, in the order of the text."""


def read_panel(panel: Panel, known: Known, reader: Reader, copies: Copies) -> list[list[Finding]]:
    """What is found in each letter; what makes it a near-copy of another comes last."""
    found = [reader.read(manuscript, known) for manuscript in panel]
    if len(panel) < 2:
        return found
    return [[*alone, *beside] for alone, beside in zip(found, copies(panel), strict=True)]

"""A letter in blocks, which an empty line parts: paragraphs, the salutation, the lines of a signature.

No rule of language looks beyond its block.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from eitherway.proof.prose import passages
from eitherway.proof.prose.manuscript import Dialect, Manuscript, Person, Span


class Block(NamedTuple):
    """A stretch of a letter, and all that its language is judged by.

    `masks` begin with the block; `role` is the letter's, where it stands in the block, else empty.
    """

    text: str
    masks: tuple[Span, ...]
    dialect: Dialect
    role: str

    def manuscript(self) -> Manuscript:
        """The block as a letter of its own."""
        return Manuscript(self.text, Person(""), role=self.role, dialect=self.dialect)


def blocks(manuscript: Manuscript, masks: Sequence[Span]) -> Iterator[tuple[int, Block]]:
    """Where each block begins, and the block; `masks` are in order and apart."""
    for start, text in passages.blocks(manuscript.text):
        end = start + len(text)
        first, last = bisect_right(masks, start, key=itemgetter(1)), bisect_left(masks, (end, end))
        within = tuple((max(at, start) - start, min(to, end) - start) for at, to in masks[first:last])
        role = manuscript.role if manuscript.role in text else ""
        yield start, Block(text, within, manuscript.dialect, role)

"""The language of a letter: mechanics, capitals, punctuation, spelling, grammar, words mistaken, dialect.

A letter is read block by block, which is a paragraph, and a block that was read before is not read again: the
letters of a run share most of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Known, Manuscript, Span
from eitherway.proof.prose.passages import MANY
from eitherway.proof.text.language.engines import harper
from eitherway.proof.text.language.grammar import (
    agreement,
    confusions,
    infinitives,
    likelier,
    missing,
    verbforms,
)
from eitherway.proof.text.language.orthography import (
    capitals,
    dialects,
    marks,
    mechanics,
    punctuation,
    spelling,
)
from eitherway.proof.text.language.reading.blocks import Block, blocks
from eitherway.proof.text.language.reading.reading import Reading
from eitherway.proof.text.language.reading.stand_ins import unnamed
from eitherway.proof.text.language.reading.tags import tags_of

if TYPE_CHECKING:
    from eitherway.proof.text.language.engines.engines import Engines


def language_findings(
    manuscript: Manuscript, known: Known, masks: Sequence[Span], engines: Engines
) -> list[Finding]:
    """All findings on the language, in the order of the checks (docs/design.md, section 5).

    `masks` are the spans that are names, companies, roles and addresses, which spelling and grammar leave
    alone. Fingerprints and sources are left empty.
    """
    return list(_findings(manuscript, known, masks, engines))


def _findings(
    manuscript: Manuscript, known: Known, masks: Sequence[Span], engines: Engines
) -> Iterator[Finding]:
    yield from capitals.names(Reading(manuscript, masks), known)
    for start, block in blocks(manuscript, masks):
        for each in _read(block, engines):
            yield replace(each, start=each.start + start, end=each.end + start)


def _read(block: Block, engines: Engines) -> tuple[Finding, ...]:
    """What is found in a block; one whose like was read, and nothing found, is not read itself."""
    like = unnamed(block, engines.counts)
    return read_block(block, engines) if like is block or read_block(like, engines) else ()


@lru_cache(maxsize=MANY)
def read_block(block: Block, engines: Engines) -> tuple[Finding, ...]:
    """All findings on the language of a block, which depend on nothing else; spans begin with the block."""
    manuscript, masks = block.manuscript(), block.masks
    lints = harper.lints_of(manuscript, engines, masks)
    return tuple(_within(Reading(manuscript, masks, tags_of(lints)), engines, lints))


def _within(reading: Reading, engines: Engines, lints: harper.Lints) -> Iterator[Finding]:
    yield from mechanics.doubled_words(reading)
    yield from mechanics.spacing(reading)
    yield from mechanics.articles(reading)
    yield from capitals.capitals(reading)
    yield from marks.marks(reading)
    yield from punctuation.punctuation(reading)
    if engines.has_harper:
        yield from harper.harper(reading, engines, lints)
    elif engines.speller:
        yield from spelling.spelling(reading, engines, engines.speller)
    yield from agreement.agreement(reading)
    yield from verbforms.verb_forms(reading)
    yield from infinitives.infinitives(reading)
    yield from missing.missing_words(reading, engines.counts)
    yield from confusions.confused_words(reading, engines.counts)
    yield from likelier.likelier_words(reading, engines.ngrams)
    yield from dialects.dialect(reading)

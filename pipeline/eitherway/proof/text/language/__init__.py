"""The language of a letter: mechanics, capitals, punctuation, spelling, grammar, words mistaken, dialect.

A letter is read block by block, which is a paragraph, and a block that was read before is not read again: the
letters of a run share most of theirs. Many letters are read check by check, so that what a check goes by
stays at hand in the processor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Known, Manuscript, Span
from eitherway.proof.prose.passages import MANY
from eitherway.proof.text.language.engines import harper
from eitherway.proof.text.language.grammar import (
    agreement,
    confusions,
    gaps,
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
from eitherway.proof.text.language.reading.flow import together
from eitherway.proof.text.language.reading.reading import Reading
from eitherway.proof.text.language.reading.stand_ins import unnamed
from eitherway.proof.text.language.reading.tags import tags_of

if TYPE_CHECKING:
    from eitherway.proof.text.language.engines.engines import Engines

Check = Callable[[Reading, "Engines", harper.Lints], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    lambda reading, engines, lints: mechanics.doubled_words(reading),
    lambda reading, engines, lints: mechanics.spacing(reading),
    lambda reading, engines, lints: mechanics.articles(reading),
    lambda reading, engines, lints: capitals.capitals(reading),
    lambda reading, engines, lints: marks.marks(reading),
    lambda reading, engines, lints: punctuation.punctuation(reading),
    harper.harper,
    lambda reading, engines, lints: _without_harper(reading, engines),
    lambda reading, engines, lints: agreement.agreement(reading),
    lambda reading, engines, lints: verbforms.verb_forms(reading),
    lambda reading, engines, lints: infinitives.infinitives(reading),
    lambda reading, engines, lints: missing.missing_words(reading, engines.counts),
    lambda reading, engines, lints: confusions.confused_words(reading, engines.counts),
    lambda reading, engines, lints: dialects.dialect(reading),
)
"""In the order in which their findings are told (docs/design.md, section 5); then what is likelier."""


@dataclass(eq=False, slots=True)
class Page:
    """A block, and what is found in it once it has been read; spans begin with the block."""

    block: Block
    findings: Sequence[Finding] | None = None


def language_findings(
    manuscript: Manuscript, known: Known, masks: Sequence[Span], engines: Engines
) -> list[Finding]:
    """All findings on the language of a letter, as in `languages`."""
    return languages([(manuscript, masks)], known, engines)[0]


def languages(
    letters: Sequence[tuple[Manuscript, Sequence[Span]]], known: Known, engines: Engines
) -> list[list[Finding]]:
    """All findings on the language of each letter, in the order of the checks.

    With each come its masks, the spans that are names, companies, roles and addresses, which spelling and
    grammar leave alone. Fingerprints and sources are left empty. A block whose like was read under other
    names, and nothing found, is not read itself.
    """
    placed = [[*blocks(*letter)] for letter in letters]
    alike = [[page(unnamed(block, engines.counts), engines) for _, block in each] for each in placed]
    _read((like for each in alike for like in each), engines)
    pages = [
        [page(block, engines) if like.findings else like for (_, block), like in zip(*each, strict=True)]
        for each in zip(placed, alike, strict=True)
    ]
    _read((own for each in pages for own in each), engines)
    return [
        [*capitals.names(Reading(*letter), known), *_at_their_places(starts, own)]
        for letter, starts, own in zip(letters, placed, pages, strict=True)
    ]


@lru_cache(maxsize=MANY)
def page(block: Block, engines: Engines) -> Page:
    """The block's page, as it was left: what is found depends on nothing else."""
    return Page(block)


def read_blocks(some: Sequence[Block], engines: Engines) -> list[list[Finding]]:
    """All findings on the language of each block."""
    manuscripts = [block.manuscript() for block in some]
    pairs = [*zip(manuscripts, (block.masks for block in some), strict=True)]
    lints = [harper.lints_of(manuscript, engines, masks) for manuscript, masks in pairs]
    readings = [Reading(*pair, tags_of(found)) for pair, found in zip(pairs, lints, strict=True)]
    told: list[list[Finding]] = [[] for _ in some]
    for check in CHECKS:
        for reading, found, findings in zip(readings, lints, told, strict=True):
            findings.extend(check(reading, engines, found))
    text = together(readings, engines.ngrams)
    likely, missed = likelier.likelier_words(text, engines.ngrams), gaps.left_out(text, engines)
    for findings, words, small in zip(told, likely, missed, strict=True):
        findings.extend((*words, *small))
    return told


def _read(pages: Iterable[Page], engines: Engines) -> None:
    """Read what has not been read."""
    unread = [*dict.fromkeys(each for each in pages if each.findings is None)]
    found = read_blocks([each.block for each in unread], engines)
    for each, findings in zip(unread, found, strict=True):
        each.findings = findings


def _at_their_places(placed: Iterable[tuple[int, Block]], pages: Iterable[Page]) -> Iterator[Finding]:
    """What is found on each page, where it stands in the letter."""
    for (start, _), own in zip(placed, pages, strict=True):
        for each in own.findings or ():
            yield replace(each, start=each.start + start, end=each.end + start)


def _without_harper(reading: Reading, engines: Engines) -> Iterable[Finding]:
    """Misspelt words where Harper is missing."""
    if engines.has_harper or engines.speller is None:
        return ()
    return spelling.spelling(reading, engines, engines.speller)

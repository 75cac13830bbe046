"""The language of a letter: mechanics, capitals, punctuation, spelling, grammar, words mistaken, dialect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Known, Manuscript, Span
from eitherway.proof.text.language import (
    agreement,
    capitals,
    confusions,
    dialects,
    harper,
    marks,
    mechanics,
    missing,
    punctuation,
    spelling,
    verbforms,
)
from eitherway.proof.text.language.reading import Reading
from eitherway.proof.text.language.tags import tags_of

if TYPE_CHECKING:
    from eitherway.proof.text.language.engines import Engines


def language_findings(
    manuscript: Manuscript, known: Known, masks: Sequence[Span], engines: Engines
) -> list[Finding]:
    """All findings on the language, in the order of the checks (docs/design.md, section 5).

    `masks` are the spans that are names, companies, roles and addresses, which spelling and grammar leave
    alone. Fingerprints and sources are left empty.
    """
    lints = harper.lints_of(manuscript, engines, masks)
    return list(_findings(Reading(manuscript, masks, tags_of(lints)), known, engines, lints))


def _findings(reading: Reading, known: Known, engines: Engines, lints: harper.Lints) -> Iterator[Finding]:
    yield from mechanics.doubled_words(reading)
    yield from mechanics.spacing(reading)
    yield from mechanics.articles(reading)
    yield from capitals.capitals(reading, known)
    yield from marks.marks(reading)
    yield from punctuation.punctuation(reading)
    if engines.has_harper:
        yield from harper.harper(reading, engines, lints)
    elif engines.speller:
        yield from spelling.spelling(reading, engines, engines.speller)
    yield from agreement.agreement(reading)
    yield from verbforms.verb_forms(reading)
    yield from missing.missing_words(reading, engines.counts)
    yield from confusions.confused_words(reading, engines.counts)
    yield from dialects.dialect(reading)

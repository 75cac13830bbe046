"""What makes a finding the same one in a later run, so that accepting it is remembered."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Manuscript
from eitherway.proof.prose.passages import sentence_around
from eitherway.words.names import folded

LENGTH = 12
"""Hexadecimal digits: 48 bits, among the few hundred findings of a workbook."""

OF_THE_LETTER = frozenset(
    (
        FindingCode.NO_ASK,
        FindingCode.NO_EITHER_WAY,
        FindingCode.TOO_LONG,
        FindingCode.EMAIL_NAME,
        FindingCode.NEAR_COPY,
    )
)
"""About a letter as a whole: the same as long as it goes to the same person as the same kind."""

OF_THE_SENTENCE = frozenset(
    (
        FindingCode.DOUBLED_WORD,
        FindingCode.SPACING,
        FindingCode.A_AN,
        FindingCode.CAPITALS,
        FindingCode.PUNCTUATION,
        FindingCode.GRAMMAR,
        FindingCode.CONFUSED_WORD,
    )
)
"""Right or wrong by the sentence around the words: the same only there."""


def fingerprinted(finding: Finding, manuscript: Manuscript) -> Finding:
    """The finding with its fingerprint: a short hash of its code, its words, and where these count."""
    words = manuscript.text[finding.start : finding.end]
    parts = [finding.code.value, *_what(finding, manuscript, words)]
    digest = sha256("\0".join(map(folded, parts)).encode(errors="replace"))
    return replace(finding, fingerprint=digest.hexdigest()[:LENGTH])


def _what(finding: Finding, manuscript: Manuscript, words: str) -> list[str]:
    if finding.code in OF_THE_LETTER:
        return [manuscript.to.full, manuscript.kind]
    if finding.code in OF_THE_SENTENCE:
        start, end = sentence_around(manuscript.text, finding.start)
        return [words, manuscript.text[start:end]]
    return [words]

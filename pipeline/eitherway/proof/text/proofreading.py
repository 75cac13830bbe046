"""The one list of what a letter is read for, in order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.fingerprints import fingerprinted
from eitherway.proof.prose.manuscript import Known, Manuscript
from eitherway.proof.prose.masks import masks
from eitherway.proof.prose.passages import sentences
from eitherway.proof.text.asking import asks, either_way
from eitherway.proof.text.emails import email_names
from eitherway.proof.text.gifts import gifts, social_invitations
from eitherway.proof.text.greetings import greeting, title_addressed
from eitherway.proof.text.language import languages
from eitherway.proof.text.leftovers import leftovers
from eitherway.proof.text.length import length
from eitherway.proof.text.near_misses import near_misses
from eitherway.proof.text.rows import wrong_rows
from eitherway.proof.text.tone import tone
from eitherway.proof.text.weekdays import weekdays

if TYPE_CHECKING:
    from eitherway.proof.text.language.engines.engines import Engines

Check = Callable[[Manuscript, Known], Iterator[Finding]]

BEFORE_LANGUAGE: tuple[Check, ...] = (
    leftovers,
    weekdays,
    title_addressed,
    greeting,
    near_misses,
    wrong_rows,
    asks,
    either_way,
    gifts,
    social_invitations,
    length,
)
AFTER_LANGUAGE: tuple[Check, ...] = (tone, email_names)

MOST_LANGUAGE = 6000
"""Code points of a letter whose language is read, five long letters; Harper's time grows with the square.

What comes after the last whole sentence of them is left unread: a sentence cut short is the program's slip.
"""

_ORDER = {code: place for place, code in enumerate(FindingCode)}
_LOUDNESS = {severity: place for place, severity in enumerate(Severity)}
_HALF_A_SIGN = re.compile("[\ud800-\udfff]")


class Proofreader:
    """Reads letters; the dictionaries load with the first, and stay.

    An instance belongs to one thread; near-copies within a panel are found by `copies.near_copies`.
    """

    def __init__(self, engines: Engines | None = None) -> None:
        self._engines = engines

    def read(self, manuscript: Manuscript, known: Known) -> list[Finding]:
        """What to look at again in a letter, in the order of the text, each with its fingerprint.

        Where findings overlap, the most telling one is left: that of the earlier check, then the loudest.
        """
        return self.read_all([manuscript], known)[0]

    def read_all(self, manuscripts: Sequence[Manuscript], known: Known) -> list[list[Finding]]:
        """Likewise of each letter; read check by check, so many letters take a quarter less time."""
        letters = [replace(each, text=_HALF_A_SIGN.sub("\ufffd", each.text)) for each in manuscripts]
        starts = [replace(letter, text=_beginning(letter.text)) for letter in letters]
        found: list[list[Finding]] = [[] for _ in letters]
        for check in BEFORE_LANGUAGE:
            for letter, findings in zip(letters, found, strict=True):
                findings.extend(check(letter, known))
        with_masks = [(start, masks(start, known)) for start in starts]
        for of_language, findings in zip(languages(with_masks, known, self._loaded()), found, strict=True):
            findings.extend(of_language)
        for check in AFTER_LANGUAGE:
            for start, findings in zip(starts, found, strict=True):
                findings.extend(check(start, known))
        return [
            [fingerprinted(finding, letter) for finding in sorted(most_telling(findings), key=_place)]
            for letter, findings in zip(letters, found, strict=True)
        ]

    def _loaded(self) -> Engines:
        if self._engines is None:
            from eitherway.proof.text.language.engines.engines import Engines  # noqa: PLC0415 - loads when used

            self._engines = Engines()
        return self._engines


def most_telling(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for each stretch of text; those about the letter as a whole all stay."""
    kept: list[Finding] = []
    starts: list[int] = []
    ends: list[int] = []
    for finding in sorted(findings, key=_telling):
        at = bisect_right(ends, finding.start)
        if finding.start == finding.end or at == len(starts) or finding.end <= starts[at]:
            kept.append(finding)
            if finding.start < finding.end:
                starts.insert(at, finding.start)
                ends.insert(at, finding.end)
    return kept


def _beginning(text: str) -> str:
    """The whole text, or of a long one the whole sentences."""
    if len(text) <= MOST_LANGUAGE:
        return text
    return text[: max((end for _, end in sentences(text) if end <= MOST_LANGUAGE), default=0)]


def _telling(finding: Finding) -> tuple[int, int, int]:
    """The earlier check knows more of the letter: a name that is off is no misspelt word."""
    return _ORDER[finding.code], _LOUDNESS[finding.severity], finding.start - finding.end


def _place(finding: Finding) -> tuple[int, int, int]:
    return finding.start, finding.end, _ORDER[finding.code]

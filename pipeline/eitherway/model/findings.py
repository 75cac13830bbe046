"""What proofreading says of a letter: findings, and their stable codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from eitherway.model.codes import Severity


class FindingCode(StrEnum):
    """The kinds of finding (design.md section 5), in the order in which a letter is read for them."""

    LEFTOVER = "leftover"
    TITLE_ADDRESSED = "title-addressed"
    GREETING = "greeting"
    NAME_NEAR_MISS = "name-near-miss"
    WRONG_ROW = "wrong-row"
    NO_ASK = "no-ask"
    NO_EITHER_WAY = "no-either-way"
    GIFT = "gift"
    SOCIAL_INVITATION = "social-invitation"
    TOO_LONG = "too-long"
    DOUBLED_WORD = "doubled-word"
    SPACING = "spacing"
    A_AN = "a-an"
    CAPITALS = "capitals"
    PUNCTUATION = "punctuation"
    SPELLING = "spelling"
    GRAMMAR = "grammar"
    CONFUSED_WORD = "confused-word"
    TONE = "tone"
    DIALECT = "dialect"
    EMAIL_NAME = "email-name"
    NEAR_COPY = "near-copy"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a letter to look at again; nothing is ever corrected by itself.

    `start` and `end` count code points of the text that was read. `message` says what is wrong as a whole
    sentence and quotes the words; `suggestions` are replacements for exactly that span. `source` names the
    cell or the template's paragraph that the words came from, where it is known. `fingerprint` is the same
    for the same finding in a later run; accepting a finding remembers it.
    """

    code: FindingCode
    severity: Severity
    message: str
    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    source: str = ""
    fingerprint: str = ""

    def as_json(self) -> dict[str, object]:
        """The finding as `eitherway proof` prints it."""
        return {
            "code": self.code.value,
            "severity": self.severity.value.lower(),
            "message": self.message,
            "start": self.start,
            "end": self.end,
            "suggestions": list(self.suggestions),
            "source": self.source,
            "fingerprint": self.fingerprint,
        }

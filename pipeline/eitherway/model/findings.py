"""What proofreading says of a letter: findings, and their stable codes."""

from __future__ import annotations

from dataclasses import dataclass

from eitherway.model.codes import FindingCode, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a letter to look at again; nothing is ever corrected by itself.

    `start` and `end` count code points of the text that was read, and are the same for what is said of the
    letter as a whole, which has no place in it (null in JSON). `message` says what is wrong as a whole
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
            "start": self.start if self.start < self.end else None,
            "end": self.end if self.start < self.end else None,
            "suggestions": list(self.suggestions),
            "source": self.source,
            "fingerprint": self.fingerprint,
        }

"""How every check of the language words what it found."""

from __future__ import annotations

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Span
from eitherway.proof.text.language.reading.reading import Reading


def remark(
    reading: Reading,
    code: FindingCode,
    span: Span,
    meant: str | None,
    why: str,
    *,
    severity: Severity = Severity.WARNING,
) -> Finding:
    """A finding over that span of the letter; `why` is a whole sentence, before which the words are quoted.

    `meant` is what should stand there instead; None where only the writer can tell.
    """
    start, end = span
    found = reading.text[start:end]
    message = f"“{_shown(found)}”: {why}"
    if meant is None:
        return Finding(code, severity, message, start, end)
    advice = f"Write “{_shown(meant)}”." if meant.strip() else "Leave it out."
    return Finding(code, severity, f"{message} {advice}", start, end, (meant,))


def like(found: str, meant: str) -> str:
    """`meant`, beginning with a capital where `found` does."""
    return meant[:1].upper() + meant[1:] if found[:1].isupper() else meant


def _shown(words: str) -> str:
    return " ".join(words.split())

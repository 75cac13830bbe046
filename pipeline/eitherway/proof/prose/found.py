"""How findings are worded and made."""

from __future__ import annotations

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Span
from eitherway.words.comparison import quote

WHOLE_LETTER: Span = (0, 0)
"""Where a finding stands that is about the letter and none of its words."""


def finding(
    code: FindingCode, severity: Severity, message: str, span: Span = WHOLE_LETTER, *suggestions: str
) -> Finding:
    """A finding over a span; source and fingerprint are filled in by those who know them."""
    return Finding(code, severity, message, *span, suggestions)


def quoted(text: str, span: Span) -> str:
    """The words of a span as a message quotes them."""
    return quote(text[span[0] : span[1]])

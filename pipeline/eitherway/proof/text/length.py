"""The other rule for every letter (docs/design.md, section 1): to be short."""

from __future__ import annotations

from collections.abc import Iterator

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import finding
from eitherway.proof.prose.manuscript import Known, Manuscript
from eitherway.proof.prose.passages import body

LONGEST = 180
"""Words between salutation and close (docs/design.md, section 4)."""

FAR_TOO_LONG = 300
"""From more words than these on no friendly reader would let it pass: nobody reads it to the end."""


def length(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """At most 180 words between salutation and close; above 300 the letter waits until it is shorter."""
    start, end = body(manuscript.text)
    count = len(manuscript.text[start:end].split())
    if count > LONGEST:
        yield finding(
            FindingCode.TOO_LONG,
            Severity.ERROR if count > FAR_TOO_LONG else Severity.WARNING,
            f"The letter has {count} words. Shorten it to {LONGEST}, which are read to the end.",
        )

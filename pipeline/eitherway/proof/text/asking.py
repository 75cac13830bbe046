"""The first rules for a letter (docs/design.md, section 1): it asks for the job, and to hear either way.

What counts as asking: a wish or a request whose object is the job itself: to be offered, given or hired for
it, to join, to do this work for the reader. Interest ("I am very interested in the role") is no request, nor
is a wish to help, to talk or to hear. What counts as "either way": to be told whatever the answer is ("yes or
no", "even if it is no", "whatever you decide"). `said` tells both; where it is unsure the letter is not held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import finding
from eitherway.proof.prose.manuscript import Known, Manuscript
from eitherway.proof.prose.named import company_forms
from eitherway.proof.prose.passages import FEW, sentences
from eitherway.proof.text.said import said

ASK = (
    "The letter never asks for the job. Add a sentence that does, such as "
    '"I hope that you will offer me the job."'
)
NO_PLAIN_ASK = (
    'No sentence asks for the job outright. Say it plainly, such as "I hope that you will offer me the job."'
)
EITHER_WAY = 'The letter never asks to hear back whatever the answer is. Add "Please let me know either way."'
NO_PLAIN_EITHER_WAY = (
    "No sentence says plainly that you want to hear back whatever the answer is. "
    'Say it so: "Please let me know either way."'
)

PLAIN = 0.8
"""From here on a sentence asks."""
NEVER_ASKS, NEVER_EITHER_WAY = -0.5, -1.0
"""Below these it is told that no sentence does; in between it is only advised to say it plainly."""

ASKING = frozenset(("thank-you", "check-in", "last-note"))
"""The kinds of letter that ask for the job and for an answer."""


def asks(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """Every thank-you, check-in and last note asks for the job."""
    surely = max((said(sentence).asks for sentence in sentences_of(manuscript)), default=PLAIN)
    if manuscript.kind in ASKING and surely < NEVER_ASKS:
        yield finding(FindingCode.NO_ASK, Severity.ERROR, ASK)
    elif manuscript.kind in ASKING and surely < PLAIN:
        yield finding(FindingCode.NO_ASK, Severity.INFO, NO_PLAIN_ASK)


def either_way(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """Every thank-you, check-in and last note asks to hear either way."""
    surely = max((said(sentence).asks_either_way for sentence in sentences_of(manuscript)), default=PLAIN)
    if manuscript.kind in ASKING and surely < NEVER_EITHER_WAY:
        yield finding(FindingCode.NO_EITHER_WAY, Severity.ERROR, EITHER_WAY)
    elif manuscript.kind in ASKING and surely < PLAIN:
        yield finding(FindingCode.NO_EITHER_WAY, Severity.INFO, NO_PLAIN_EITHER_WAY)


@lru_cache(maxsize=FEW)
def sentences_of(manuscript: Manuscript) -> tuple[str, ...]:
    """The sentences of a letter, with stand-ins for its role and company."""
    text = _with_stand_ins(manuscript)
    return tuple(text[start:end] for start, end in sentences(text))


def _with_stand_ins(manuscript: Manuscript) -> str:
    """The letter with its role and company replaced; "open" is not the Open of "Open Door Housing"."""
    text = manuscript.text
    firms = ((named.text, "THEFIRM", re.NOFLAG) for named in company_forms(manuscript.company))
    for name, stand_in, flag in ((manuscript.role, "THEROLE", re.IGNORECASE), *firms):
        if name.strip() and (flag or name.strip() in text):  # to make a pattern takes longer than to look
            text = re.sub(rf"(?<!\w){re.escape(name.strip())}(?!\w)", stand_in, text, flags=flag)
    return text

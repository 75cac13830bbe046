"""The product's first rule for a letter (docs/design.md, section 1): it asks for the job.

What counts as asking: a first-person wish or request ("I would like", "I hope", "please") whose object is the
job itself: to be offered, given or hired for it, to become or serve as what the role is called, to join or to
work for the company; or to do some work for, with or beside the reader ("I'd love to bake for you"). Interest
("I am very interested in the role") is no request, nor is a wish to help, to talk or to hear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import finding
from eitherway.proof.prose.manuscript import Known, Manuscript
from eitherway.proof.prose.named import company_forms
from eitherway.proof.prose.passages import sentences
from eitherway.proof.prose.phrases import in_full
from eitherway.proof.text.ask_lines import ASKS, NO_WISH, OF_SOMETHING_ELSE, WISHES

ASK = (
    "The letter never asks for the job. Add a sentence that does, such as "
    '"I hope that you will offer me the job."'
)

NO_PLAIN_ASK = (
    'No sentence asks for the job outright. Say it plainly, such as "I hope that you will offer me the job."'
)
"""What is said of a letter that wishes for something at work, which may be an ask in words of its own."""

_STRONGLY = re.compile(
    r"\b(?:dearly|really|truly|sincerely|genuinely|absolutely|certainly|very much|ever so) ", re.IGNORECASE
)

ASKING = frozenset(("thank-you", "check-in", "last-note"))
"""The kinds of letter that ask for the job and for an answer."""


def asks(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """Every thank-you, check-in and last note asks for the job; a wish for some work is none for sure."""
    if manuscript.kind not in ASKING or not manuscript.text.strip():
        return
    said = _sentences(manuscript)
    if not any(map(ASKS.search, said)):
        wishes = any(WISHES.search(each) and not OF_SOMETHING_ELSE.search(each) for each in said)
        yield finding(
            FindingCode.NO_ASK,
            Severity.WARNING if wishes else Severity.ERROR,
            NO_PLAIN_ASK if wishes else ASK,
        )


def asks_for_the_job(manuscript: Manuscript) -> bool:
    """Whether a sentence of the letter asks for the job, by the patterns of `ask_lines`."""
    return any(map(ASKS.search, _sentences(manuscript)))


def _sentences(manuscript: Manuscript) -> list[str]:
    """The sentences with contractions in full, stand-ins for role and company, and no conditions.

    The last come first, since most letters ask at their end.
    """
    text = _with_stand_ins(manuscript)
    said = (" ".join(text[start:end].split()) for start, end in sentences(text))
    return [_STRONGLY.sub("", NO_WISH.sub(" ", in_full(sentence))) for sentence in said][::-1]


def _with_stand_ins(manuscript: Manuscript) -> str:
    """The letter with its role and company replaced; "open" is not the Open of "Open Door Housing"."""
    text = manuscript.text
    firms = ((named.text, "THEFIRM", re.NOFLAG) for named in company_forms(manuscript.company))
    for name, stand_in, flag in ((manuscript.role, "THEROLE", re.IGNORECASE), *firms):
        if name.strip():
            text = re.sub(rf"(?<!\w){re.escape(name.strip())}(?!\w)", stand_in, text, flags=flag)
    return text

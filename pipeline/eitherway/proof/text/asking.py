"""The product's first rule for a letter (docs/design.md, section 1): it asks for the job.

What counts as asking: a first-person wish or request ("I would like", "I hope", "please") whose object is the
job itself: to be offered, given or hired for it, to become or serve as what the role is called, to join or to
work for the company; or to do some work for, with or beside the reader ("I'd love to bake for you"). Interest
("I am very interested in the role") is no request, nor is a wish to help, to talk or to hear.
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
from eitherway.proof.prose.passages import MANY, sentences
from eitherway.proof.prose.phrases import in_full
from eitherway.proof.text.ask_lines import ASKS, NO_WISH, OF_SOMETHING_ELSE, WISHES

ASK = (
    "The letter never asks for the job. Add a sentence that does, such as "
    '"I hope that you will offer me the job."'
)

NO_PLAIN_ASK = (
    'No sentence asks for the job outright. Say it plainly, such as "I hope that you will offer me the job."'
)
"""What is told, as advice, of a letter that wishes for some work: most such wishes ask in their own words."""

_STRONGLY = re.compile(
    r"\b(?:dearly|really|truly|sincerely|genuinely|absolutely|certainly|very much|ever so) ", re.IGNORECASE
)

ASKING = frozenset(("thank-you", "check-in", "last-note"))
"""The kinds of letter that ask for the job and for an answer."""


def asks(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """Every thank-you, check-in and last note asks for the job; a wish for some work may do."""
    if manuscript.kind in ASKING and manuscript.text.strip() and not asks_for_the_job(manuscript):
        wishes = any(map(_wishes, _sentences(manuscript)))
        yield finding(
            FindingCode.NO_ASK,
            Severity.INFO if wishes else Severity.ERROR,
            NO_PLAIN_ASK if wishes else ASK,
        )


def asks_for_the_job(manuscript: Manuscript) -> bool:
    """Whether a sentence of the letter asks for the job, by the patterns of `ask_lines`."""
    return any(map(_asks, _sentences(manuscript)))


def _sentences(manuscript: Manuscript) -> Iterator[str]:
    """The sentences, with stand-ins for role and company; the last first, for most letters ask there."""
    text = _with_stand_ins(manuscript)
    return (text[start:end] for start, end in reversed(sentences(text)))


@lru_cache(maxsize=MANY)
def _asks(sentence: str) -> bool:
    return bool(ASKS.search(_plainly(sentence)))


def _wishes(sentence: str) -> bool:
    said = _plainly(sentence)
    return bool(WISHES.search(said) and not OF_SOMETHING_ELSE.search(said))


def _plainly(sentence: str) -> str:
    """Contractions in full, without conditions and without words that only make it stronger."""
    return _STRONGLY.sub("", NO_WISH.sub(" ", in_full(" ".join(sentence.split()))))


def _with_stand_ins(manuscript: Manuscript) -> str:
    """The letter with its role and company replaced; "open" is not the Open of "Open Door Housing"."""
    text = manuscript.text
    firms = ((named.text, "THEFIRM", re.NOFLAG) for named in company_forms(manuscript.company))
    for name, stand_in, flag in ((manuscript.role, "THEROLE", re.IGNORECASE), *firms):
        if name.strip():
            text = re.sub(rf"(?<!\w){re.escape(name.strip())}(?!\w)", stand_in, text, flags=flag)
    return text

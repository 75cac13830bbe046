"""The other rules for every letter (docs/design.md, section 1): to hear either way, and to be short.

What counts as "either way": to be told ("let me know", "I hope to hear") whatever the answer is ("either
way", "whatever you decide", "yes or no", "even if it is no"), within one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import finding
from eitherway.proof.prose.manuscript import Known, Manuscript
from eitherway.proof.prose.passages import MANY, body, sentences
from eitherway.proof.prose.phrases import one_of, pattern
from eitherway.proof.text.asking import ASKING

EITHER_WAY = 'The letter never asks to hear back whatever the answer is. Add "Please let me know either way."'

LONGEST = 180
"""Words between salutation and close (docs/design.md, section 4)."""

FAR_TOO_LONG = 300
"""From more words than these on no friendly reader would let it pass: nobody reads it to the end."""

_TOLD = pattern(
    r"\b<told>\b",
    {
        "told": one_of(
            r"""
            let (?:me|us) (?:know|hear), keep me (?:posted|informed|updated|in the loop), leave me a,
            hear, hearing, (?:give|send|drop|write|tell|inform|advise|update|notify) (?:to )?me,
            (?:e-?mail|call|phone|telephone|ring|text|contact|ping) me, reply, respond, response, answer,
            (?:sooner|rather|like|want|wish|love|glad|good|grateful) (?:to )?know,
            (?:a|one) (?:\w+ )?(?:word|line|note|message), news, be told, told, be in touch, get in touch,
            get back, to know, (?:give|drop|let) us
            """
        )
    },
)
_WHATEVER = pattern(
    r"\b<whatever>\b",
    {
        "whatever": one_of(
            r"""
            either way, either answer, any answer, whichever, one way or (?:the other|another),
            whatever (?:you|the|your|it|way|happens|answer|decision|news|they), yes or no, yes or a no,
            no or (?:a )?yes, good news or bad, good or bad, positive or negative, favou?rable or not,
            whether or not, whether (?:it|the (?:answer|news|outcome|decision)) (?:is|be|turns out),
            whether (?:that is|I am|I have|I['’]ve|I got), even if, no matter, regardless, in either case,
            in any case, bad news, yes or otherwise, successful or not, for better or worse, both ways,
            a no is, a no would, even a no
            """
        )
    },
)
_EITHER_WAY = pattern(
    r"""
    (?=.*\b<told>\b).*\b<either way>\b
    (?=.*\b<say>\b).*\b<if no>\b
    .*\bsay so\b.*\bif you (?:can['’]t|cannot|can not|don['’]t|won['’]t)\b
    """,
    {
        "told": one_of(
            r"""
            kind, grateful, welcome, glad, appreciate\w*, call, ring, bell, shout, line, message, reply,
            answer, text, write, phone, ping, word, say, tell,
            tells, told, know, hear, give me, drop me, send me
            """
        ),
        "say": one_of(
            r"""
            let me know, tell me, say so, rather know, rather hear, sooner know, write, ring, call, text,
            reply
            """
        ),
        "if no": one_of(
            r"""
            if (?:it|they|that|the <thing>) (?:is|has|was)(?:n['’]t| not| no| a no| gone| bad),
            if (?:it|that|the <thing>)['’]s (?:a )?(?:no|gone|not|bad),




            if (?:you|they) (?:can['’]t|cannot|decide against|choose (?:some|an)\w*),
            if (?:you|they) (?:have )?(?:chosen|picked|hired|found) (?:some|an)\w*,
            if (?:you|they)['’]ve (?:chosen|picked|hired|found) (?:some|an)\w*
            """
        ),
        "thing": "(?:answer|news|job|post|place)",
        "either way": one_of(
            r"""
            either way, one way or (?:the other|another), yes or (?:a )?no, aye or no, yea or nay,
            no or (?:a )?yes, which way, whichever way, in either case
            """
        ),
    },
    re.IGNORECASE | re.DOTALL,
)
"""Where the answer is named both ways, any word for telling will do: "A call either way would be kind."."""


def either_way(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """Every thank-you, check-in and last note asks to hear either way."""
    if manuscript.kind in ASKING and manuscript.text.strip() and not asks_either_way(manuscript.text):
        yield finding(
            FindingCode.NO_EITHER_WAY,
            Severity.ERROR,
            EITHER_WAY,
        )


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


def asks_either_way(text: str) -> bool:
    """Whether a sentence asks to be told whatever the answer is."""
    return any(_asks(text[start:end]) for start, end in sentences(text))


@lru_cache(maxsize=MANY)
def _asks(sentence: str) -> bool:
    return bool((_TOLD.search(sentence) and _WHATEVER.search(sentence)) or _EITHER_WAY.match(sentence))

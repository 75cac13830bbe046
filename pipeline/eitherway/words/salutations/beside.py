"""What stands beside a name in its cell, and is no part of it: asides, pronouns, a job, letters after it."""

from __future__ import annotations

import re
from itertools import takewhile

from eitherway.words.salutations.honorifics import bare, divided
from eitherway.words.salutations.title_words import words
from eitherway.words.salutations.titles import is_title

_OPENER = r"^(?:dear|hello|hi|attn|attention)\b[.:,]?\s"
_PRONOUNS = r"\b(?:she|he|they|ze|xe)/(?:her|hers|him|his|them|theirs|they|she|he|zir|xem)(?:/\w+)?\b"
_SYMBOLS = "[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+"
_BRACKETS = r"\([^()]*\)|\[[^\[\]]*\]"
_BEHIND = r"\s(?:n[ée]e|[-–—])\s.*"
PICTURES = re.compile(_SYMBOLS)
ASIDE = re.compile(rf"{_OPENER}|{_BRACKETS}|{_PRONOUNS}|{_SYMBOLS}|{_BEHIND}", re.IGNORECASE)
"""A salutation, anything in brackets, pronouns, emoji, all after a dash between spaces, a maiden name."""

AFTER_A_NAME = words(
    """
    jr sr esq esquire phd dphil edd psyd pharmd md dds dvm mba msc bsc ma ba ms bs meng llb llm jd rn cpa cfa
    pmp shrm-cp shrm-scp sphr phr gphr ii iii iv obe mbe cbe kc qc ret
    """
)

_SIGN = re.compile(r'[,;:/|{}<>"“”„«»]')


def stands_alone(name: str) -> bool:
    """Whether the cell holds a name and nothing else, to be used as it is; quick, and when in doubt no."""
    honorific, rest = divided(name)
    if honorific or not rest or _SIGN.search(name) or ASIDE.search(name):
        return False
    last = rest.rpartition(" ")[2]
    is_shouted = len(last) > 1 and last.isupper() and not name.isupper()
    return not is_shouted and bare(last) not in AFTER_A_NAME


def alone(name: str) -> str:
    """The name without what stands beside it; honorifics, letters after it and commas stay.

    >>> alone("Priya (HR)"), alone("Okafor, Ngozi, PhD, recruiter")
    ('Priya', 'Okafor, Ngozi, PhD')
    """
    first, *more = ASIDE.sub(" ", name).split(",")
    kept = takewhile(lambda piece: not is_title(piece), more)
    text = ", ".join(" ".join(piece.split()) for piece in (first, *kept))
    return text if text.strip(" ,") else name

"""Orders, as people give them to themselves: "ask Ben", "see cover letter", "call her back"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eitherway.words.forms.lexicon import ADJECTIVES, DETERMINERS, JOINING
from eitherway.words.forms.verb_words import (
    AFTER_AN_ORDER,
    IMPERATIVES,
    IMPERATIVES_TOO,
    ONLY_IMPERATIVES,
    SELDOM_NOUNS,
    VERBS_ALONE,
    listed,
)
from eitherway.words.forms.word_classes import word_classes
from eitherway.words.verbs import verbs

ORDERED = AFTER_AN_ORDER | DETERMINERS
_ORDERED_TOO = AFTER_AN_ORDER - {"for", "with", "on", "in", "by"}
_NO_ORDER = JOINING | {"", "of", "for"}
_BEGINS_WHAT_IS_DONE = listed("the my a an your his her our their it this these him them us me")
_NO_VERB_FIRST = VERBS_ALONE | listed("like past worth half near save")
_WHEN_TO = listed("first again later soon asap tomorrow tonight today next beforehand afterwards myself")
_SOME = listed("new more extra another some better")
_PARTICLES = listed("up down out off away")
_WITH_A_PARTICLE = listed(
    "start back follow set make sign check drop warm log build lock roll buy lay line top round run"
)
"""Verbs that are things with their particle, with or without a hyphen: start up costs."""
_CHASING = listed("chase ping nudge hassle google ring pester")
_USING = listed("use reuse see check copy read ask try take paste")
_AT_A_DAY = re.compile(
    r"(?:on|by|before|after|at) (?:the )?(?:\d|\^?(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b)"
)
_ANY_VERB = verbs().every | _CHASING
_VERB_FIRST = (verbs().every | word_classes().only_verbs | word_classes().verbs_too) - _NO_VERB_FIRST
_ADJECTIVES = verbs().adjectives_too | ADJECTIVES
_SELDOM_NOUNS = SELDOM_NOUNS | {"please"}
_NO_OBJECT = _NO_ORDER | {"vs", "versus"}


def is_order(words: Sequence[str]) -> bool:
    """Whether it tells somebody to do something, as people do who write for themselves: "ask Ben"."""
    first, second = words[0], words[1] if len(words) > 1 else ""
    if len(words) == 1:
        return first in SELDOM_NOUNS
    if words[1:] in (["this"], ["it"]) or (first in _USING and second[0] == "^" and second.endswith("'s")):
        return True
    if first in ONLY_IMPERATIVES:
        return second not in _NO_ORDER
    if (first in _ANY_VERB and _AT_A_DAY.match(" ".join(words[1:4]))) or _is_done_to(words):
        return True
    if first in _SELDOM_NOUNS:
        return second not in _NO_OBJECT and not second.startswith("^")
    if first in IMPERATIVES:
        return second in ORDERED or second.startswith("^")
    follows = second in ("on", "with") and first in ("follow", "check")
    return first in IMPERATIVES_TOO and (second in _ORDERED_TOO or follows)


def _is_done_to(words: Sequence[str]) -> bool:
    """As in "practice the pitch", "buy new shoes", "brush up resume", "call HR first"."""
    first, second = words[0], words[1]
    if first not in _VERB_FIRST:
        return False
    particle = second in _PARTICLES and first not in _WITH_A_PARTICLE and len(words) > 2
    some = second in _SOME and first not in _ADJECTIVES
    return second in _BEGINS_WHAT_IS_DONE or words[-1] in _WHEN_TO or some or particle

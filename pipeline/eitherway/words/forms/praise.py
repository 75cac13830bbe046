"""Praise that says nothing of what was talked about: "very interesting", "very nice person"."""

from __future__ import annotations

from collections.abc import Sequence

from eitherway.words.forms.lexicon import ADVERBS, ARTICLES, JOINING
from eitherway.words.forms.verb_words import listed

_OF_ANYTHING = listed(
    """
    interesting exciting great good nice cool awesome amazing excellent fantastic perfect fun lovely
    pleasant fine okay ok informative insightful engaging relaxed casual brief wonderful terrific
    impressive long short easy hard
    """
)
_OF_PEOPLE = listed(
    """
    interesting great good nice cool awesome amazing excellent fantastic lovely pleasant fine wonderful
    terrific impressive inspiring friendly helpful supportive kind smart clever bright
    brilliant sweet warm welcoming charming genuine humble approachable personable likeable likable
    knowledgeable intelligent easygoing easy-going down-to-earth open-minded warm-hearted outgoing polite
    funny super honest
    """
)
"""What one says of somebody to others, and not to them."""
_PRAISED = listed(
    """
    person people guy guys lady ladies woman women man men chap bloke fellow gentleman human soul girl folk
    folks interviewer interviewers manager boss recruiter leader listener host panel team engineer being
    """
)
"""Who is praised so."""
_TO_TALK_TO = ("to talk to", "to talk with", "to speak to", "to speak with", "to chat to", "to chat with")
_AROUND = ADVERBS | JOINING | ARTICLES | {"such", "one"}


def is_praise(words: Sequence[str]) -> bool:
    """Whether it praises without saying what: "very interesting"."""
    return all(word in _OF_ANYTHING or word in ADVERBS or word in JOINING for word in words)


def is_praise_of_somebody(words: Sequence[str]) -> bool:
    """Whether it praises somebody as one does to others: "very nice person"."""
    if words[0] in _OF_PEOPLE | {"easy"} and " ".join(words[1:]) in _TO_TALK_TO:
        return True
    told = [word for word in words if word not in _AROUND]
    praises = any(word in _OF_PEOPLE for word in told) and any(word in _PRAISED for word in told)
    return praises and all(word in _OF_PEOPLE or word in _PRAISED for word in told)

"""The article that notes leave out: "GDPR question" is the GDPR question."""

from __future__ import annotations

import re

from eitherway.words.forms.lexicon import (
    ADJECTIVES,
    DETERMINERS,
    JOINING,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    WH,
)
from eitherway.words.forms.praise import STATES
from eitherway.words.forms.said import said
from eitherway.words.forms.verb_words import is_past, listed

_PART_OF = re.compile(r"[,:;(]\s|\s[-–—(]")
_COUNTED = listed(
    """
    lab roof office job building house opportunity project question meeting garden boat dog cat car book
    website app database report team merger kitchen canteen terrace
    """
)
"""Things of which one word alone, without "the", reads as a note."""
NOT_COUNTED = listed(
    """
    work life time food music water power energy health safety security privacy money pay trust faith hope
    love art law history science research hardware code data news advice help aid support homework
    feedback progress growth weather coffee tea wine beer ale cider bread milk cheese meat fish rice sugar
    salt chocolate cake fruit football rugby cricket tennis golf chess hockey basketball baseball soccer
    volleyball netball poker yoga travel traffic transport equipment machinery steel iron aluminium
    aluminum wood timber glass concrete plastic paper leather wool cotton gold silver oil gas coal
    electricity heat light noise sound space land soil sand snow rain ice air smoke fire dust litter
    rubbish waste grammar vocabulary poetry fiction literature drama theatre theater dance film jazz rock
    opera blues folk sport exercise sleep stress burnout pain grief joy fun laughter humour humor patience
    courage pride luck respect kindness culture morale etiquette behaviour behavior manner conduct
    practice theory policy strategy finance insurance tax debt credit trade commerce business retail staff
    personnel equity justice crime fraud evidence probate triage surgery medicine midwifery dementia
    autism adhd cancer asthma covid flu sepsis hygiene discipline metalwork carpentry masonry service
    brunch lunch dinner breakfast supper produce seafood pastry dough agile scrum devops uptime downtime
    bandwidth memory cloud review response control experience success design balance change pressure
    source test trial church school college university prison hospital camp home bed nature society
    humanity childhood youth age death birth marriage religion philosophy politics democracy freedom peace
    war victory failure truth beauty mercy charity turnover revenue profit loss cost demand supply stock
    wear cold play comedy tragedy satire animation photography geography chemistry biology psychology
    economics astronomy anatomy agriculture architecture furniture infrastructure jewellery jewelry
    stationery pottery archery bureaucracy accuracy literacy numeracy redundancy pregnancy infancy latency
    delivery recovery discovery robotry inquiry entry access content context contact labour labor effort
    attention concern interest doubt speech language english french german spanish polish welsh arabic
    mandarin latin maths math algebra calculus outreach pro vide fatigue status consensus campus focus
    counsel early late handover paint technique mode shade parity vs versus aloud abroad online offline
    ahead together right
    """
)
"""Things that need no word before them."""
_NOT_COUNTED_ENDINGS = (
    "tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ism", "logy", "ics", "ing", "hood", "dom",
    "ware", "care", "cy", "graphy", "age", "work", "th", "ure",
)  # fmt: skip
_MANY = listed("people children men women staff police data media criteria fish sheep cattle alumni")
_NEEDS_NONE = (
    DETERMINERS
    | WH
    | listed(
        """
    one two three four five six seven eight nine ten both half several many much more most few less enough
    what which whose next last mine
    """
    )
)
_ENDS_A_HEAD = DETERMINERS | PREPOSITIONS | WH | SUBORDINATORS | SUBJECTS | {"to", "of", "than"}
_NO_THING = NOT_COUNTED | _MANY | _NEEDS_NONE | ADJECTIVES | STATES


def with_article(words: str) -> str:
    """The words with "the" where a thing that can be counted stands without a word before it.

    >>> with_article("new roof project"), with_article("remote work"), with_article("your office")
    ('the new roof project', 'remote work', 'your office')
    """
    spoken = said(_PART_OF.split(words)[0])
    if {"vs", "versus"} & {*spoken} or spoken[0] in _NEEDS_NONE or spoken[0][:1].isdigit():
        return words
    head = _head(spoken)
    return (
        f"the {words}"
        if spoken[0] == "same" or head in _COUNTED or (head != spoken[0] and is_counted(head))
        else words
    )


def _head(spoken: list[str]) -> str:
    """The noun that the others belong to; "" where it belongs to somebody or stands beside another."""
    end = next((place for place, word in enumerate(spoken) if place and _ends(word)), len(spoken))
    before = spoken[:end]
    is_anybodys = any(word.endswith(("'s", "s'")) for word in before)
    return "" if is_anybodys or JOINING & {*spoken[end : end + 1]} else before[-1]


def is_counted(noun: str) -> bool:
    """Whether it is one thing of which there are more: an ordinary word that is no plural and no mass."""
    return (
        noun.isascii()
        and noun.isalpha()
        and len(noun) > 2
        and not noun.endswith(_NOT_COUNTED_ENDINGS)
        and (noun.endswith(("ss", "us")) or not noun.endswith("s"))
        and noun not in _NO_THING
    )


def _ends(word: str) -> bool:
    return word in _ENDS_A_HEAD or is_past(word) or word in JOINING

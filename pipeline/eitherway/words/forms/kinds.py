"""Which form a few words have: the first rule that answers decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from eitherway.words.forms.clauses import (
    goes_on_without_subject,
    has_own_verb,
    is_inverted,
    lacks_subject,
    starts_with_subject,
)
from eitherway.words.forms.form import Form
from eitherway.words.forms.lexicon import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    JOINING,
    PREPOSITIONS,
    SUBORDINATORS,
    WH,
    is_adverb,
    is_gerund,
)
from eitherway.words.forms.praise import STATES
from eitherway.words.forms.said import said
from eitherway.words.forms.verb_words import (
    AFTER_AN_ORDER,
    IMPERATIVES,
    IMPERATIVES_TOO,
    NOT_AFTER_THOSE,
    ONLY_IMPERATIVES,
    SELDOM_NOUNS,
    VERBS_ALONE,
    is_past,
    listed,
)
from eitherway.words.verbs import verbs

_PART_OF = re.compile(r"[,:;]\s|\n|\s[-–—]\s|\s\(")
_SEEKING = re.compile(
    r"(?:looking for|seeking|needing|searching for) "
    r"(?:some(?:one|body)|an? (?:person|candidate)|people|candidates)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_AT_A_DAY = re.compile(
    r"(?:on|by|before|after|at) (?:the )?(?:\d|\^?(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b)"
)
_DONE_TO = DETERMINERS | listed("things people stuff me him them us up how what")
"""What a word with -ing is done to: "building things", which "building permits" are not."""
_CHASING = listed("chase ping nudge hassle google ring pester")
_ORDERED = AFTER_AN_ORDER | DETERMINERS
_ORDERED_TOO = AFTER_AN_ORDER - {"for", "with", "on", "in", "by"}
_NO_ORDER = JOINING | {"", "of", "for"}
_BEGINS_WHAT_IS_DONE = listed("the my a an your his her our their it this these him them us me")
_NO_VERB_FIRST = VERBS_ALONE | listed("like past worth half")
_ASIDE = PREPOSITIONS - {"about"}
_MAY_STAND_FIRST = listed("near like past off in on over up")
_HANGING = (SUBORDINATORS | JOINING | (PREPOSITIONS - _MAY_STAND_FIRST)) - {"once", "that"}
_NOT_ALONE = NOT_AFTER_THOSE | JOINING | {""}
_ASKS = BE | {"do", "does", "did", "can", "could", "would", "will"}
_ASKED = listed("you there i we")
_MID = JOINING | PREPOSITIONS
_BEFORE_BE = JOINING | WH
_ENDS_A_REMARK = listed(
    "needed required pending essential negotiable optional ever yet though tho either anyway lol tbh apparently maybe probably atm"
)
_OF_DEGREE = listed("all both very so too")
_COMPARED = listed(
    """
    closer nearer better easier cheaper safer quicker faster simpler further farther kinder healthier
    shorter smaller bigger larger calmer quieter steadier warmer greener
    """
)
"""Adjectives of more than something else: "closer to home"."""
_FIT_FOR = listed("close near ideal perfect important good great") | _COMPARED
_OPENS_A_REMARK = listed(
    """
    mostly mainly basically actually honestly hopefully probably apparently maybe perhaps supposedly
    fortunately unfortunately sadly luckily overall anyway possibly definitely
    """
)
"""Words with which one says something of a talk, and names no thing."""
_DEGREE = listed("very really quite pretty so too rather extremely recently fairly somewhat")
_ONLY_SAID_OF = listed(
    """
    casual flexible tight low bad slow tiny huge loud noisy late early rude strict stressful boring messy dirty
    expensive unclear unknown tbc tbd okay ok fine great good nice amazing awesome long short small
    friendly awful terrible
    """
)
"""Adjectives that nobody puts behind a noun but in a note: "commute too long"."""
_OPEN = listed("something anything nothing everything things someone somebody all as how")
_MORE = listed("more less most")


class _Words(NamedTuple):
    """Words as typed, and one by one in small letters."""

    typed: str
    said: list[str]

    @property
    def first(self) -> str:
        return self.said[0]

    @property
    def second(self) -> str:
        return self.said[1] if len(self.said) > 1 else ""


def form_of(words: str) -> Form:
    """The form of words that are neither empty nor a note; NOUN where nothing says otherwise."""
    taken = _Words(words, said(words))
    return next((form for rule in _RULES if (form := rule(taken))), Form.NOUN)


def is_order(words: list[str]) -> bool:
    """Whether it tells somebody to do something, as people do who write for themselves: "ask Ben"."""
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in ONLY_IMPERATIVES:
        return second not in _NO_ORDER
    if first in verbs().every | _CHASING and _AT_A_DAY.match(" ".join(words[1:4])):
        return True
    if first in verbs().every - _NO_VERB_FIRST and second in _BEGINS_WHAT_IS_DONE:
        return True
    if first in SELDOM_NOUNS | {"please"}:
        return second not in _NO_ORDER | {"vs", "versus"} and not second.startswith("^")
    if first in IMPERATIVES:
        return second in _ORDERED or second.startswith("^")
    follows = second in ("on", "with") and first in ("follow", "check")
    return first in IMPERATIVES_TOO and (second in _ORDERED_TOO or follows)


def _question(words: _Words) -> Form | None:
    if words.typed.rstrip().endswith("?"):
        return Form.QUESTION
    return Form.QUESTION if words.first in _ASKS and words.second in _ASKED else None


def _wh(words: _Words) -> Form | None:
    if words.first not in WH and not (words.second in WH and words.first in _ASIDE):
        return None
    return Form.QUESTION if words.first != "whether" and is_inverted(words.said) else Form.WH


def _goes_on(words: _Words) -> Form | None:
    pieces = [said(piece) for piece in words.typed.split(", ")[1:]]
    hangs = any(goes_on_without_subject(piece) or _is_remark(piece) for piece in pieces)
    return Form.FRAGMENT if hangs or _SEEKING.fullmatch(words.typed) else None


def _is_remark(piece: list[str]) -> bool:
    """As in "his cousin, apparently", "odd accent, hard to follow"."""
    first, second = piece[0], piece[1] if len(piece) > 1 else ""
    alone = len(piece) < 3 and (is_past(first) or first == "no")
    wants = first in VERBS_ALONE and second in _ORDERED
    thinks = first == "i" and second in ("think", "guess", "believe", "suppose")
    is_state = second == "to" and first in STATES | ADJECTIVES
    return (
        alone
        or wants
        or thinks
        or is_order(piece)
        or is_state
        or first in _OPENS_A_REMARK | AUXILIARIES | {"kept"}
    )


def _remark(words: _Words) -> Form | None:
    """As in "married, two kids", "commute too long", "mostly small talk", "not sure I want it"."""
    *before, last = words.said
    if words.first in _OPENS_A_REMARK or (words.first == "bit" and _is_trait(words.second or "a")):
        return Form.FRAGMENT
    if words.first == "no" and len(before) == 1:
        return Form.FRAGMENT
    if words.first == "well" and len(before) == 1 and (is_past(last) or last == "run"):
        return Form.ADJECTIVE
    if words.first == "both" and words.second in PREPOSITIONS - {"of"}:
        return Form.FRAGMENT
    if words.first == "not" and not is_gerund(words.second):
        return Form.FRAGMENT
    if before and (last in _ENDS_A_REMARK or (before[-1], last) in (("so", "far"), ("for", "now"))):
        return Form.FRAGMENT
    if len(before) == 1 and words.first in _DEGREE and (last.endswith("ous") or not last.endswith("s")):
        return Form.ADJECTIVE
    predicate = last in _ONLY_SAID_OF and before and not words.typed[0].isupper() and _may_be_noun(before[-1])
    return Form.FRAGMENT if predicate and not is_gerund(words.first) else None


def _is_trait(word: str) -> bool:
    return word in STATES | ADJECTIVES | PREPOSITIONS or word.endswith("ed") or is_adverb(word)


def _may_be_noun(word: str) -> bool:
    return (
        word == "too"
        or word not in ADVERBS | ADJECTIVES | DETERMINERS | PREPOSITIONS | JOINING | BE | _OPEN | _MORE
    )


def _infinitive(words: _Words) -> Form | None:
    is_one = words.first == "to" and words.second and words.second not in DETERMINERS
    return Form.INFINITIVE if is_one else None


def _after_an_adverb(words: _Words) -> Form | None:
    """As in "Really liked the tour"."""
    rest = words.said[1:]
    if not rest or words.first not in ADVERBS or words.first in _OF_DEGREE:
        return None
    aside = rest[0] in _ASIDE and words.first != "only"
    return Form.FRAGMENT if aside or lacks_subject(rest) or rest[0] in VERBS_ALONE else None


def _with_subject(words: _Words) -> Form | None:
    """As in "We work in two shifts"; "you and your team" is none."""
    if not starts_with_subject(words.said):
        return None
    if has_own_verb(words.said):
        return Form.CLAUSE
    return Form.NOUN if words.second in _MID else Form.FRAGMENT


def _hangs(words: _Words) -> Form | None:
    """As in "For the remote work", "so I can move": a sentence would have to stand before it."""
    behind = words.first in PREPOSITIONS and (words.second in DETERMINERS or is_gerund(words.second))
    alone = words.first in VERBS_ALONE and words.second not in _NOT_ALONE
    that = words.first == "that" and _begins_a_clause(words.said[1:])
    hangs = words.first in _HANGING or that or behind or alone or lacks_subject(words.said)
    return Form.FRAGMENT if hangs else None


def _begins_a_clause(words: list[str]) -> bool:
    return not words or starts_with_subject(words) or words[0] in DETERMINERS or has_own_verb(words)


def _gerund(words: _Words) -> Form | None:
    does = words.first.endswith("ing") and words.second in _DONE_TO
    if not (does or is_gerund(words.first) or (words.first == "not" and is_gerund(words.second))):
        return None
    pairs = pairwise(words.said)
    has_be = any(word in BE and before not in _BEFORE_BE for before, word in pairs)
    return Form.CLAUSE if has_be and has_own_verb(words.said) else Form.GERUND


def _clause(words: _Words) -> Form | None:
    return Form.CLAUSE if has_own_verb(said(_PART_OF.split(words.typed)[0])) else None


def _adjective(words: _Words) -> Form | None:
    plain = [word for word in words.said if word not in ADVERBS | JOINING | _MORE]
    fits = len(words.said) > 2 and words.first in _FIT_FOR and words.second in ("to", "for")
    alone = plain and all(word in ADJECTIVES or word in _COMPARED for word in plain)
    return Form.ADJECTIVE if fits or alone or _is_compared(words.said) else None


def _is_compared(words: list[str]) -> bool:
    """As in "safer than my current job", "further from the city", "nearer my family"."""
    if words[0] in _MORE and "than" in words[2:4]:
        return words[1] in ADJECTIVES | STATES or words[1].endswith("ed") or is_adverb(words[1])
    if words[0] in ("near", "nearer"):
        return words[1:] == ["home"] or (len(words) > 2 and words[1] in DETERMINERS)
    behind = tuple(words[1:3])
    return (
        words[0] in _COMPARED
        and len(behind) > 1
        and (
            behind[0] == "from"
            or (behind[0] == "than" and behind[1] in DETERMINERS | {"mine", "where", "what"})
        )
    )


_RULES: tuple[Callable[[_Words], Form | None], ...] = (
    _question,
    _wh,
    _goes_on,
    _remark,
    _infinitive,
    _after_an_adverb,
    _with_subject,
    _hangs,
    _gerund,
    _clause,
    _adjective,
)

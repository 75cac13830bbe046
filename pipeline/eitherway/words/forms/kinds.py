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
    ANYBODY,
    ARTICLES,
    BE,
    COMPARED,
    DETERMINERS,
    FIT_FOR,
    JOINING,
    MORE,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    WH,
    is_adverb,
    is_gerund,
)
from eitherway.words.forms.praise import STATES
from eitherway.words.forms.remarks import is_remark, is_remark_beside, is_state
from eitherway.words.forms.said import said
from eitherway.words.forms.verb_words import (
    NOT_AFTER_THOSE,
    VERBS_ALONE,
    listed,
)

_PART_OF = re.compile(r"[,:;]\s|\n|\s[-–—]\s|\s\(")
_SEEKING = re.compile(
    r"(?:looking for|seeking|needing|searching for) "
    r"(?:some(?:one|body)|an? (?:person|candidate)|people|candidates)\b.*",
    re.IGNORECASE | re.DOTALL,
)

_DONE_TO = DETERMINERS | listed("things people stuff me him them us up how what")
"""What a word with -ing is done to: "building things", which "building permits" are not."""
_ASIDE = PREPOSITIONS - {"about"}
_MAY_STAND_FIRST = listed("near like past off in on over up")
_HANGING = ({"than"} | SUBORDINATORS | JOINING | (PREPOSITIONS - _MAY_STAND_FIRST)) - {"once", "that"}
_NOT_ALONE = NOT_AFTER_THOSE | JOINING | {""}
_NEVER_LAST = (
    ARTICLES
    | POSSESSIVES - {"his", "her", "its"}
    | listed("and but or nor of than because although which whose i we he she they")
)
_OF_THE = listed("most least same other very whole only")
_ASKS = BE | {"do", "does", "did", "can", "could", "would", "will"}
_ASKED = listed("you there i we")
_MID = JOINING | PREPOSITIONS
_BEFORE_BE = JOINING | WH
_OF_DEGREE = listed("all both very so too")
_BEFORE_SOMETHING = PREPOSITIONS - {"near"}
_SMALL = ADVERBS | JOINING | MORE
_SAID_OF = ADJECTIVES | STATES
_ONLY_ADJECTIVES = ADJECTIVES - listed(
    """
    fun creative professional ideal fine brief calm quiet cool good kind local hybrid intense hard long
    short cheap safe warm
    """
)
_BEHIND_AN_ADJECTIVE = listed("from for with to about")
_COMPARED_WITH = DETERMINERS | {"mine", "where", "what"}


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


def _question(words: _Words) -> Form | None:
    if words.typed.rstrip().endswith("?"):
        return Form.QUESTION
    return Form.QUESTION if words.first in _ASKS and words.second in _ASKED else None


def _wh(words: _Words) -> Form | None:
    if words.first not in WH and not (words.second in WH and words.first in _ASIDE):
        return None
    if not words.second or (words.first == "which" and words.second in DETERMINERS):
        return Form.FRAGMENT
    return Form.QUESTION if words.first != "whether" and is_inverted(words.said) else Form.WH


def _goes_on(words: _Words) -> Form | None:
    is_quoted = any(mark in words.typed for mark in '"“')
    pieces = [] if is_quoted else [said(piece) for piece in words.typed.split(", ")[1:]]
    hangs = any(goes_on_without_subject(piece) or is_remark_beside(piece) for piece in pieces)
    return Form.FRAGMENT if hangs or _SEEKING.fullmatch(words.typed) else None


def _remark(words: _Words) -> Form | None:
    if is_state(words.said):
        return Form.ADJECTIVE
    return Form.FRAGMENT if is_remark(words.said) else None


def _breaks_off(words: _Words) -> Form | None:
    """As in "the deli or", "scrubbing in, but"."""
    last = words.said[-1]
    hangs = (len(words.said) == 3 and words.first in DETERMINERS and last in ("that", "you")) or (
        len(words.said) == 2
        and ((words.first in WH and last in BE) or (words.first in ARTICLES and last in _OF_THE))
    )
    return Form.FRAGMENT if hangs or (words.second and last in _NEVER_LAST) else None


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
        return Form.FRAGMENT if words.second in ("being", "having") else Form.CLAUSE
    return (
        Form.NOUN
        if words.second in _MID or (words.second in _ASKED and words.first in ANYBODY)
        else Form.FRAGMENT
    )


def _hangs(words: _Words) -> Form | None:
    """As in "For the remote work", "so I can move": a sentence would have to stand before it."""
    behind = words.first in _BEFORE_SOMETHING and (words.second in DETERMINERS or is_gerund(words.second))
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
    plain = [word for word in words.said if word not in _SMALL]
    fits = len(words.said) > 2 and (
        (words.first in FIT_FOR and words.second in ("to", "for"))
        or (words.first in _ONLY_ADJECTIVES and words.second in _BEHIND_AN_ADJECTIVE)
    )
    if " ".join(words.said) in ("close by", "near by"):
        return Form.ADJECTIVE
    alone = plain and all(word in ADJECTIVES or word in COMPARED for word in plain)
    return Form.ADJECTIVE if fits or alone or _is_compared(words.said) else None


def _is_compared(words: list[str]) -> bool:
    """As in "safer than my current job", "further from the city", "nearer my family"."""
    if words[0] in MORE and "than" in words[2:4]:
        return words[1] in _SAID_OF or words[1].endswith("ed") or is_adverb(words[1])
    if words[0] in ("near", "nearer"):
        return words[1:] == ["home"] or (len(words) > 2 and words[1] in DETERMINERS)
    behind = tuple(words[1:3])
    return (
        words[0] in COMPARED
        and len(behind) > 1
        and (behind[0] == "from" or (behind[0] == "than" and behind[1] in _COMPARED_WITH))
    )


_RULES: tuple[Callable[[_Words], Form | None], ...] = (
    _question,
    _breaks_off,
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

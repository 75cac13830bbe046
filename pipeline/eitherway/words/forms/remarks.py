"""Remarks about a talk or about somebody that name no thing: "married, two kids", "commute too long"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eitherway.words.forms.lexicon import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    FIT_FOR,
    JOINING,
    MODALS_TOO,
    MORE,
    PREPOSITIONS,
    is_adverb,
    is_gerund,
)
from eitherway.words.forms.orders import ORDERED, is_order
from eitherway.words.forms.praise import OF_PEOPLE, STATES
from eitherway.words.forms.verb_words import VERBS_ALONE, is_past, listed

_OPENING = listed(
    """
    mostly mainly basically actually honestly hopefully probably apparently maybe perhaps supposedly
    fortunately unfortunately sadly luckily overall anyway possibly definitely
    """
)
"""Words with which one says something of a talk, and names no thing."""
_ENDING = listed(
    """
    needed required pending essential negotiable optional ever yet though tho either anyway lol tbh soon
    later tonight tomorrow apparently maybe probably atm
    """
)
_DEGREE = listed("very really quite pretty so too rather extremely recently fairly somewhat")
_ONLY_SAID_OF = listed(
    """
    casual flexible tight low bad slow tiny huge loud noisy late early rude strict stressful boring messy
    dirty expensive unclear unknown tbc tbd okay ok fine great good nice amazing awesome long short small
    friendly awful terrible
    """
)
"""Adjectives that nobody puts behind a noun but in a note: "commute too long"."""
_OPEN = listed("something anything nothing everything things someone somebody all as how")
_NO_NOUNS = ADVERBS | ADJECTIVES | DETERMINERS | PREPOSITIONS | JOINING | BE | _OPEN | MORE
_IS = DETERMINERS | ADVERBS - {"very", "most", "own"}
_OPENING_TOO = _OPENING | AUXILIARIES | {"kept"}
_SAID_OF = STATES | ADJECTIVES
_WAS = STATES - FIT_FOR
_BEHIND = PREPOSITIONS | {"that", "to"}
_ARE = AUXILIARIES | MODALS_TOO
_FROM = PREPOSITIONS - {"of"}
_TRAITS = STATES | ADJECTIVES | PREPOSITIONS


def is_remark(words: Sequence[str]) -> bool:
    """Whether the words say something of what is not named: "mostly small talk", "not sure I want it"."""
    return any(remark(words) for remark in _REMARKS)


def is_state(words: Sequence[str]) -> bool:
    """Whether they are an adjective of degree: "very religious", "well organised"."""
    first, last = words[0], words[-1]
    if len(words) != 2:
        return False
    of_degree = first in _DEGREE and (last.endswith("ous") or not last.endswith("s"))
    return of_degree or (first == "well" and (is_past(last) or last == "run"))


def is_remark_beside(piece: Sequence[str]) -> bool:
    """Whether it is one as people add it behind a comma: "odd accent, hard to follow"."""
    first, second = piece[0], piece[1] if len(piece) > 1 else ""
    return (
        first in _OPENING_TOO
        or (not second and is_adverb(first))
        or (len(piece) < 3 and (is_past(first) or first == "no"))
        or (first in VERBS_ALONE and second in ORDERED)
        or (first == "i" and second in ("think", "guess", "believe", "suppose"))
        or (second == "to" and first in _SAID_OF)
        or is_order(piece)
    )


def _opens(words: Sequence[str]) -> bool:
    if words[0] == "a" and _second(words) == "bit" and len(words) > 2:
        return _is_trait(words[2])
    return words[0] in _OPENING or (words[0] == "bit" and _is_trait(_second(words) or "a"))


def _was(words: Sequence[str]) -> bool:
    """As in "keen on rowing": somebody was."""
    state = words[1:] if is_adverb(words[0]) and len(words) > 1 else words
    return state[0] in _WAS and _second(state) in _BEHIND


def _mistaken(words: Sequence[str]) -> bool:
    """As in "its a good company", "there values match mine"."""
    second = _second(words)
    if words[0] == "there":
        return second not in _ARE and not is_adverb(second)
    if words[0] in ("its", "their", "your"):
        return second in _IS or (len(words) == 2 and second in ADJECTIVES)
    return False


def _small(words: Sequence[str]) -> bool:
    """As in "no overtime", "both from Ohio", "not my kind of team"."""
    first, second = words[0], _second(words)
    return (
        (first == "no" and (len(words) == 2 or (len(words) == 3 and not words[-1].endswith("s"))))
        or (len(words) == 3 and second in JOINING and words[2] in OF_PEOPLE and first not in DETERMINERS)
        or (first == "both" and second in _FROM)
        or (first == "not" and not is_gerund(second))
    )


def _ends(words: Sequence[str]) -> bool:
    *before, last = words
    return bool(before) and (last in _ENDING or (before[-1], last) in (("so", "far"), ("for", "now")))


def _predicate(words: Sequence[str]) -> bool:
    *before, last = words
    if not before or last not in _ONLY_SAID_OF or is_gerund(words[0]) or words[0].startswith("^"):
        return False
    return before[-1] == "too" or before[-1] not in _NO_NOUNS


def _is_trait(word: str) -> bool:
    return word in _TRAITS or word.endswith("ed") or is_adverb(word)


def _second(words: Sequence[str]) -> str:
    return words[1] if len(words) > 1 else ""


_REMARKS: tuple[Callable[[Sequence[str]], bool], ...] = (_opens, _was, _mistaken, _small, _ends, _predicate)

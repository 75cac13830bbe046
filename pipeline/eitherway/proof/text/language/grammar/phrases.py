"""Noun phrases read forwards, by the parts of speech: "each of the racks by the door", "a lot of them"."""

from __future__ import annotations

from typing import NamedTuple

from eitherway.proof.text.language.grammar.subjects import AMOUNTS, Number, noun_number
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Sentence, Token


class Phrase(NamedTuple):
    """What a noun phrase counts as, None where that cannot be told, and the place after it."""

    number: Number | None
    end: int


def noun_phrase(sentence: Sentence, start: int) -> Phrase | None:
    """The noun phrase that begins at that place, with what prepositions tie to it; None if none does."""
    phrase = _either_or(sentence, start) or _part(sentence, start) or _plain(sentence, start)
    if phrase is None:
        return None
    number, end = phrase
    while sentence[end].folded in TYING:
        inner = _pronoun(sentence, end + 1) or noun_phrase(sentence, end + 1)
        if inner is None:
            break
        end = inner.end
        if sentence[end].folded in {"and", "or"}:
            second = noun_phrase(sentence, end + 1)
            is_bare = sentence[end + 1].folded not in _DETERMINERS
            number = number if second and is_bare else None
            end = second.end if second else end
    return Phrase(number, end)


def part_of_many(sentence: Sentence, start: int) -> Phrase | None:
    """A part of several that begins at that place: "each of them", "not one of my passengers"."""
    return _part(sentence, start)


def _either_or(sentence: Sentence, start: int) -> Phrase | None:
    """As in "neither the roof nor the chimney", which goes by the second."""
    joint = {"neither": "nor", "either": "or"}.get(sentence[start].folded)
    first = noun_phrase(sentence, start + 1) if joint else None
    if first is None or sentence[first.end].folded != joint:
        return None
    return noun_phrase(sentence, first.end + 1)


def _part(sentence: Sentence, start: int) -> Phrase | None:
    for length in (2, 1):
        number = _PARTS.get(sentence.folded(start, length))
        if number and sentence[start + length].folded == "of":
            whole = _pronoun(sentence, start + length + 1) or _plain(sentence, start + length + 1)
            if whole is None:
                return None
            is_sure = number is Number.SINGULAR or whole.number is Number.PLURAL
            return Phrase(number if is_sure else None, whole.end)
    return None


def _pronoun(sentence: Sentence, place: int) -> Phrase | None:
    word = sentence[place].folded
    number = Number.PLURAL if word in {"them", "us", "you"} else Number.SINGULAR
    return Phrase(number, place + 1) if word in lexicon.OBJECTS | {"it", "you"} else None


def _plain(sentence: Sentence, start: int) -> Phrase | None:
    """A phrase of one noun, which is its last word: "the two new blades", "a few changes", "cuddles"."""
    opening = sentence[start].folded
    place = start + (opening in _DETERMINERS)
    while _is_within(sentence[place]):
        place += 1
    head = sentence[place - 1]
    if place == start or head.tag not in {"NOUN", ""} or head.folded in lexicon.CLOSED:
        return None
    return Phrase(_number(sentence, start, head), place)


def _is_within(token: Token) -> bool:
    if token.folded in lexicon.PLURAL_DETERMINERS | {"few"} or token.text[:1].isdigit():
        return True
    is_noun = token.tag in {"ADJ", "NUM", "NOUN"} or (not token.tag and not lexicon.forms(token.folded))
    return token.is_plain and is_noun and token.folded not in lexicon.CLOSED


def _number(sentence: Sentence, start: int, head: Token) -> Number | None:
    opening, second = sentence[start].folded, sentence[start + 1].folded
    number = noun_number(head)
    if opening not in _DETERMINERS and opening.endswith("ing"):
        return None
    if opening == "the" and head.folded in _ONE_OF_MANY:
        return Number.SINGULAR
    if number is Number.PLURAL:
        return None if head.folded in AMOUNTS else number
    is_one = opening in _ONE and second not in lexicon.PLURAL_DETERMINERS
    return number if is_one else None


TYING = words(
    """
    of in at on for with from to about by near behind under over across between off above beside inside
    outside around along
    """
)
"""Prepositions that tie a phrase to the noun before it."""

_ONE = lexicon.ARTICLES | lexicon.POSSESSIVES | words("this that each every another either neither")
_DETERMINERS = _ONE | lexicon.PLURAL_DETERMINERS | words("no any some most all both")
_ONE_OF_MANY = words("number range variety")
_PARTS = dict.fromkeys(("one", "each", "neither", "either", "not one", "every one"), Number.SINGULAR) | (
    dict.fromkeys(
        ("both", "many", "several", "few", "a few", "a lot", "lots", "most", "some", "all", "half",
         "a number", "a couple", "a handful", "two", "three", "four", "five", "hundreds", "dozens"),
        Number.PLURAL,
    )
)  # fmt: skip

"""The noun and what stands before it, read forwards: "the two new blades", "a few changes", "pens 4 to 9"."""

from __future__ import annotations

from typing import NamedTuple

from eitherway.proof.text.language.grammar.subjects import AMOUNTS, PERIODS, Number, noun_number
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Sentence, Token


class Phrase(NamedTuple):
    """What a noun phrase counts as, None where that cannot be told, and the place after it.

    `first` is the first of two that "and" joins, as "roots" in "roots and thatch".
    """

    number: Number | None
    end: int
    first: Number | None = None
    is_joined: bool = False


def plain_phrase(sentence: Sentence, start: int) -> Phrase | None:
    """A phrase of one noun, which is its last word: "the two new blades", "a few changes", "cuddles"."""
    opening = sentence[start].folded
    place = start + (opening in DETERMINERS)
    if opening in _NOMINAL and sentence[place].is_plain and sentence[place].folded not in lexicon.CLOSED:
        place += 1
    while (
        _is_within(sentence[place])
        or (place > start and is_name(sentence[place]))
        or _is_participle(sentence, place)
    ):
        place += 1
    if place - start > 1 and opening in _OF_COUNTS and sentence[place - 1].folded in _COUNTS:
        return Phrase(Number.PLURAL, place)
    last = place - 1
    while last > start and (sentence[last].tag == "NUM" or sentence[last].text[:1].isdigit()):
        last -= 1
    head = sentence[last]
    if place == start or not head.is_plain or head.folded in _NO_HEADS:
        return None
    if head.tag not in {"NOUN", "PROPN", ""} and not _is_noun(sentence, start, last):
        return None
    if sentence[place].folded == "to" and last < place - 1 and is_count(sentence[place + 1]):
        place += 2
    return Phrase(_number(sentence, start, head), place)


def _is_noun(sentence: Sentence, start: int, place: int) -> bool:
    """Whether what is a verb elsewhere must be a noun after "the" or "my": "My offer from", "the warps"."""
    after = sentence[place + 1]
    if sentence[start].folded not in _NOMINAL:
        return False
    is_plural = noun_number(sentence[place]) is Number.PLURAL
    is_first = place == start + 1 and (is_plural or after.folded in TYING or after.folded == "and")
    return is_first or after.tag == "AUX"


def plain_number(sentence: Sentence, start: int) -> Number | None:
    """What the noun of the phrase that begins at that place is by itself, whatever stands before it."""
    phrase = plain_phrase(sentence, start)
    return noun_number(sentence[phrase.end - 1]) if phrase else None


def name_phrase(sentence: Sentence, start: int) -> Phrase | None:
    end = start + (sentence[start].folded == "the")
    first = end
    while is_name(sentence[end]):
        end += 1
    return Phrase(None, end) if end > first else None


def pronoun_phrase(sentence: Sentence, place: int) -> Phrase | None:
    word = sentence[place].folded
    if word in {"mine", "yours", "ours", "theirs", "hers"}:
        return Phrase(None, place + 1)
    number = Number.PLURAL if word in {"them", "us", "you"} else Number.SINGULAR
    return Phrase(number, place + 1) if word in lexicon.OBJECTS | {"it", "you"} else None


def _is_participle(sentence: Sentence, place: int) -> bool:
    """Whether it tells of the noun after it, as in "packed lunches"."""
    token, after = sentence[place], sentence[place + 1]
    if token.tag == "VERB" and after.tag == "AUX" and sentence[place - 1].tag == "ADJ":
        return lexicon.could_be(token.folded, "base")
    if lexicon.is_adverb(token.folded) and after.tag == "ADJ":
        return sentence[place - 1].folded in DETERMINERS
    return token.tag == "VERB" and token.folded.endswith("ed") and token.is_plain and after.tag == "NOUN"


def _is_within(token: Token) -> bool:
    if token.folded in lexicon.PLURAL_DETERMINERS | {"few"} or token.text[:1].isdigit():
        return True
    if token.folded in {"only", "first", "ones"}:
        return True
    is_unknown = not token.tag and not lexicon.forms(token.folded)
    is_noun = is_unknown or token.tag in {"ADJ", "NUM", "NOUN", "PROPN"}
    return token.is_plain and is_noun and token.folded not in lexicon.CLOSED


def is_name(token: Token) -> bool:
    is_capital = token.text[:1].isupper() and token.tag in {"PROPN", "NOUN", ""}
    is_pronoun = token.folded.partition("'")[0] in lexicon.SUBJECTS
    return token.is_word and not is_pronoun and (token.masked or is_capital)


def is_count(token: Token) -> bool:
    """Whether it is a number from two up: "three", "twenty-two", "54"."""
    word = token.folded
    is_number = token.text.isdigit() and token.text != "1"
    is_numeral = token.tag == "NUM" and word.replace("-", "").isalpha() and word != "one"
    return is_number or is_numeral or word in _COUNTS


def _number(sentence: Sentence, start: int, head: Token) -> Number | None:
    opening, second = sentence[start].folded, sentence[start + 1].folded
    number = Number.PLURAL if head.folded == "ones" else noun_number(head)
    if opening not in DETERMINERS and opening.endswith("ing"):
        return None
    if opening == "the" and head.folded in _ONE_OF_MANY:
        return Number.SINGULAR if second == head.folded else None
    if (head.folded == "one" and opening in _ONE) or head.folded in NEVER_MANY:
        return Number.SINGULAR
    is_record = head.folded == second == "minutes" and opening in lexicon.ARTICLES | lexicon.POSSESSIVES
    if is_record and sentence[start + 2].folded == "of":
        return Number.PLURAL
    if number is Number.PLURAL:
        return None if head.folded in AMOUNTS else number
    if opening in {"every", "each"} and head.folded == second and second in PERIODS:
        return None
    is_one = opening in _ONE and second not in lexicon.PLURAL_DETERMINERS
    return number if is_one else None


NEVER_MANY = words("news mathematics maths physics")
"""Nouns that look like many and are one."""

TYING = words(
    """
    of in at on for with from to about by near behind under over across between off above beside inside
    outside around along
    """
)
"""Prepositions that tie a phrase to the noun before it."""

_ONE = (
    lexicon.ARTICLES
    | lexicon.POSSESSIVES
    | words("this that each every another either neither whose one any")
)
DETERMINERS = _ONE | lexicon.PLURAL_DETERMINERS | words("no any some most all both")
"""Words that open a noun phrase, this one among them."""

_ONE_OF_MANY = words("number range variety")
_COUNTS = lexicon.PLURAL_DETERMINERS - words("these those many few both several various")
_NOMINAL = lexicon.ARTICLES | lexicon.POSSESSIVES | words("these those whose")
_OF_COUNTS = lexicon.POSSESSIVES | words("the these those")
_NO_HEADS = lexicon.CLOSED - {"one"}

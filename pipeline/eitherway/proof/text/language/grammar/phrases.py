"""Noun phrases read forwards, by the parts of speech: "each of the racks by the door", "a lot of them"."""

from __future__ import annotations

from typing import NamedTuple

from eitherway.proof.text.language.grammar.subjects import AMOUNTS, Number, noun_number
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


def noun_phrase(sentence: Sentence, start: int) -> Phrase | None:
    """The noun phrase that begins at that place, with what prepositions tie to it; None if none does."""
    phrase = _simple(sentence, start)
    if phrase is None:
        return None
    number, end = phrase.number, phrase.end
    while _ties(sentence[end]):
        inner = _tied(sentence, end + 1)
        if inner is None:
            break
        end = inner.end
        if sentence[end].folded in {"and", "or"}:
            second = _plain(sentence, end + 1) or _tied(sentence, end + 1)
            is_bare = sentence[end + 1].folded not in _DETERMINERS
            number = number if second and is_bare else None
            end = second.end if second else end
    if end == phrase.end and sentence[end].folded in {"and", "&"}:
        return _joined(sentence, start, phrase) or phrase
    return Phrase(number, end)


def _simple(sentence: Sentence, start: int) -> Phrase | None:
    """A noun phrase without what prepositions tie to it, but for the whole that it is a part of."""
    return (
        _either_or(sentence, start)
        or _both(sentence, start)
        or part_of_many(sentence, start)
        or _somebody(sentence, start)
        or _plain(sentence, start)
    )


def _ties(token: Token) -> bool:
    return token.folded in TYING or (token.folded == "like" and token.tag == "ADP")


def _somebody(sentence: Sentence, start: int) -> Phrase | None:
    """As in "everybody", "nobody else", "somebody senior"."""
    if sentence[start].folded in {"many", "few", "both", "several"} and sentence[start + 1].tag == "AUX":
        return Phrase(Number.PLURAL, start + 1)
    if sentence[start].folded == "those" and sentence[start + 1].folded in TYING | {"who"}:
        return Phrase(Number.PLURAL, start + 1)
    if sentence[start].folded not in _SOMEBODY:
        return None
    after = sentence[start + 1]
    has_more = after.folded == "else" or (after.tag == "ADJ" and not lexicon.forms(after.folded))
    return Phrase(Number.SINGULAR, start + 1 + has_more)


def part_of_many(sentence: Sentence, start: int) -> Phrase | None:
    """A part of several that begins at that place: "each of them", "half the calls", "sixty of which"."""
    start += sentence[start].folded in _ABOUT
    number, place = _quantity(sentence, start)
    if number is None:
        return None
    if sentence[place].folded == "of":
        whole = _whole(sentence, place + 1)
    elif sentence[start].folded in {"half", "all"} and sentence[place].folded in _DETERMINERS:
        whole = _plain(sentence, place)
    else:
        return None
    if whole is None or (sentence[place + 1].folded == "which" and sentence[start].folded in _ANY_PART):
        return None
    is_sure = number is Number.SINGULAR or whole.number is Number.PLURAL
    return Phrase(number if is_sure else None, whole.end)


def _quantity(sentence: Sentence, start: int) -> tuple[Number | None, int]:
    """What "each", "a few", "twelve per cent" or "three out of ten" counts as, and the place after it."""
    for length in (3, 2, 1):
        number = _PARTS.get(sentence.folded(start, length))
        if number:
            return number, start + length
    if not is_count(sentence[start]):
        return None, start
    place = start + 1
    if sentence.folded(place, 2) in {"per cent", "out of"}:
        place += 2 + (sentence[place].folded == "out")
    elif sentence[place].folded in {"percent", "%"}:
        place += 1
    return Number.PLURAL, place


def _whole(sentence: Sentence, place: int) -> Phrase | None:
    """What the part is of: "them", "which", "the eleven", "the racks"; None if none of these stands there."""
    word = sentence[place].folded
    if word in {"which", "whom"} or (word in {"these", "those"} and sentence[place + 1].tag == "AUX"):
        return Phrase(Number.PLURAL, place + 1)
    return _pronoun(sentence, place) or _plain(sentence, place)


def _tied(sentence: Sentence, place: int) -> Phrase | None:
    """What a preposition ties: a pronoun, another phrase, a name or a number."""
    inner = _pronoun(sentence, place) or _simple(sentence, place) or _name(sentence, place)
    word = sentence[place]
    if inner is None and word.tag == "VERB" and word.is_plain and noun_number(word) is Number.PLURAL:
        return Phrase(Number.PLURAL, place + 1)
    if inner is None and (sentence[place].text[:1].isdigit() or sentence[place].tag == "NUM"):
        return Phrase(None, place + 1)
    return inner


def plain_number(sentence: Sentence, start: int) -> Number | None:
    """What the noun of the phrase that begins at that place is by itself, whatever is before or tied to it."""
    phrase = _plain(sentence, start)
    return noun_number(sentence[phrase.end - 1]) if phrase else None


def _joined(sentence: Sentence, start: int, phrase: Phrase) -> Phrase | None:
    """Two that "and" joins: "the punch and the die", "oak and ash"."""
    end, first = phrase.end, phrase.number
    second = _plain(sentence, end + 1)
    is_bare = sentence[start].folded not in _DETERMINERS
    if second is None or is_bare != (sentence[end + 1].folded not in _DETERMINERS):
        return None
    if lexicon.could_be(sentence[end - 1].folded, "base") and noun_number(sentence[end - 2]) is Number.PLURAL:
        return None
    if is_bare and second.end > end + 2:
        return Phrase(None, second.end, first, is_joined=True)
    pair = f"{sentence[end - 1].folded} {sentence[second.end - 1].folded}"
    is_one = pair in _ONE_TOGETHER or pair.endswith((" half", " quarter"))
    if is_one or sentence[start].folded in {"each", "every", "no"}:
        return Phrase(None, second.end, first, is_joined=True)
    return Phrase(Number.PLURAL, second.end, first, is_joined=True)


def _either_or(sentence: Sentence, start: int) -> Phrase | None:
    """As in "neither the roof nor the chimney", which goes by the second."""
    joint = {"neither": "nor", "either": "or"}.get(sentence[start].folded)
    first = _one_of_two(sentence, start + 1) if joint else None
    if first is None or sentence[first.end].folded != joint:
        return None
    second = _one_of_two(sentence, first.end + 1)
    if second is None:
        return None
    last = sentence[second.end - 1]
    is_one = _is_name(last) and not last.folded.endswith("s")
    return Phrase(second.number or (Number.SINGULAR if is_one else noun_number(last)), second.end)


def _both(sentence: Sentence, start: int) -> Phrase | None:
    """As in "both my brother and my sister"."""
    first = _one_of_two(sentence, start + 1) if sentence[start].folded == "both" else None
    second = _one_of_two(sentence, first.end + 1) if first and sentence[first.end].folded == "and" else None
    return Phrase(Number.PLURAL, second.end) if second else None


def _one_of_two(sentence: Sentence, place: int) -> Phrase | None:
    if sentence[place].folded in lexicon.SUBJECTS:
        return Phrase(None, place + 1)
    return _plain(sentence, place) or _name(sentence, place)


def _pronoun(sentence: Sentence, place: int) -> Phrase | None:
    word = sentence[place].folded
    if word in {"mine", "yours", "ours", "theirs", "hers"}:
        return Phrase(None, place + 1)
    number = Number.PLURAL if word in {"them", "us", "you"} else Number.SINGULAR
    return Phrase(number, place + 1) if word in lexicon.OBJECTS | {"it", "you"} else None


def _name(sentence: Sentence, start: int) -> Phrase | None:
    end = start + (sentence[start].folded == "the")
    first = end
    while _is_name(sentence[end]):
        end += 1
    return Phrase(None, end) if end > first else None


def _plain(sentence: Sentence, start: int) -> Phrase | None:
    """A phrase of one noun, which is its last word: "the two new blades", "a few changes", "cuddles"."""
    opening = sentence[start].folded
    place = start + (opening in _DETERMINERS)
    if opening in _NOMINAL and sentence[place].is_plain and sentence[place].folded not in lexicon.CLOSED:
        place += 1
    while (
        _is_within(sentence[place])
        or (place > start and _is_name(sentence[place]))
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
    is_sure_noun = (
        opening in _NOMINAL
        and (last == start + 1 or sentence[place].tag == "AUX")
        and (noun_number(head) is Number.PLURAL or sentence[place].folded in TYING | {"and"} or sentence[place].tag == "AUX")
    )
    if head.tag not in {"NOUN", "PROPN", ""} and not is_sure_noun:
        return None
    if sentence[place].folded == "to" and last < place - 1 and is_count(sentence[place + 1]):
        place += 2
    return Phrase(_number(sentence, start, head), place)


def _is_participle(sentence: Sentence, place: int) -> bool:
    """Whether it tells of the noun after it, as in "packed lunches"."""
    token, after = sentence[place], sentence[place + 1]
    if token.tag == "VERB" and after.tag == "AUX" and sentence[place - 1].tag == "ADJ":
        return lexicon.could_be(token.folded, "base")
    if lexicon.is_adverb(token.folded) and after.tag == "ADJ":
        return sentence[place - 1].folded in _DETERMINERS
    return token.tag == "VERB" and token.folded.endswith("ed") and token.is_plain and after.tag == "NOUN"


def _is_within(token: Token) -> bool:
    if token.folded in lexicon.PLURAL_DETERMINERS | {"few"} or token.text[:1].isdigit():
        return True
    is_noun = token.tag in {"ADJ", "NUM", "NOUN", "PROPN"} or (not token.tag and not lexicon.forms(token.folded))
    if token.folded in {"only", "first", "ones"}:
        return True
    return token.is_plain and is_noun and token.folded not in lexicon.CLOSED


def _is_name(token: Token) -> bool:
    is_capital = token.text[:1].isupper() and token.tag in {"PROPN", "NOUN", ""}
    is_pronoun = token.folded.partition("'")[0] in lexicon.SUBJECTS
    return token.is_word and not is_pronoun and (token.masked or is_capital)


def is_count(token: Token) -> bool:
    word = token.folded
    is_number = token.text.isdigit() and token.text != "1"
    is_numeral = token.tag == "NUM" and word.replace("-", "").isalpha() and word != "one"
    return is_number or is_numeral or word in _COUNTS


def _number(sentence: Sentence, start: int, head: Token) -> Number | None:
    opening, second = sentence[start].folded, sentence[start + 1].folded
    number = Number.PLURAL if head.folded == "ones" else noun_number(head)
    if opening not in _DETERMINERS and opening.endswith("ing"):
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

_ONE = lexicon.ARTICLES | lexicon.POSSESSIVES | words("this that each every another either neither whose one any")
_DETERMINERS = _ONE | lexicon.PLURAL_DETERMINERS | words("no any some most all both")
_ONE_OF_MANY = words("number range variety")
_ANY_PART = words("all any half most none some")
_COUNTS = lexicon.PLURAL_DETERMINERS - words("these those many few both several various")
_SOMEBODY = words(
    """
    everybody everyone everything nobody nothing somebody someone something anybody anyone anything whoever
    """
)
_NOMINAL = lexicon.ARTICLES | lexicon.POSSESSIVES | words("these those whose")
_OF_COUNTS = lexicon.POSSESSIVES | words("the these those")
_NO_HEADS = lexicon.CLOSED - {"one"}
_ABOUT = words("about almost barely not fully hardly just nearly only over roughly some")
_ONE_TOGETHER = frozenset(
    {
        "bread butter", "fish chips", "food drink", "gin tonic", "health safety", "law order", "peace quiet",
        "profit loss", "research development", "room board", "search rescue", "supply demand", "time effort",
        "time money", "trial error", "wear tear", "work life",
    }
)  # fmt: skip
"""Pairs that count as one thing."""

_PARTS = dict.fromkeys(
    ("one", "each", "neither", "either", "not one", "every one", "a single one", "every single one",
     "each one"),
    Number.SINGULAR,
) | (
    dict.fromkeys(
        ("both", "many", "several", "few", "a few", "a lot", "lots", "most", "some", "all", "half",
         "a number", "a couple", "a handful", "a dozen", "hundreds", "dozens", "thousands", "two thirds",
         "the majority", "the rest", "plenty", "more than half"),
        Number.PLURAL,
    )
)  # fmt: skip

"""Noun phrases read forwards, by the parts of speech: "each of the racks by the door", "a lot of them"."""

from __future__ import annotations

from eitherway.proof.text.language.grammar.agreeing.nouns import (
    DETERMINERS,
    TYING,
    Phrase,
    is_count,
    is_name,
    name_phrase,
    plain_phrase,
    pronoun_phrase,
)
from eitherway.proof.text.language.grammar.subjects import Number, noun_number
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Sentence, Token


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
            second = plain_phrase(sentence, end + 1) or _tied(sentence, end + 1)
            is_bare = sentence[end + 1].folded not in DETERMINERS
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
        or plain_phrase(sentence, start)
    )


def _ties(token: Token) -> bool:
    return token.folded in TYING or (token.folded == "like" and token.tag == "ADP")


def _somebody(sentence: Sentence, start: int) -> Phrase | None:
    """As in "everybody", "nobody else", "somebody senior"."""
    if sentence[start].folded in {"many", "few", "both", "several"} and sentence[start + 1].tag == "AUX":
        return Phrase(Number.PLURAL, start + 1)
    if sentence[start].folded == "those" and sentence[start + 1].folded in TYING | {"who"}:
        return Phrase(Number.PLURAL, start + 1)
    if sentence.folded(start, 2) == "no one":
        return Phrase(Number.SINGULAR, start + 2)
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
    elif sentence[start].folded in {"half", "all"} and sentence[place].folded in DETERMINERS:
        whole = plain_phrase(sentence, place)
    else:
        return None
    if whole is None or (sentence[place + 1].folded == "which" and sentence[start].folded in _ANY_PART):
        return None
    is_sure = number is Number.SINGULAR or whole.number is Number.PLURAL
    return Phrase(number if is_sure else None, whole.end)


def _quantity(sentence: Sentence, start: int) -> tuple[Number | None, int]:
    """What "each", "a few", "twelve per cent" or "three out of ten" counts as, and the place after it."""
    for length in (3, 2, 1) if sentence[start].folded in _FIRST_OF_PARTS else ():
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
    return pronoun_phrase(sentence, place) or plain_phrase(sentence, place)


def _tied(sentence: Sentence, place: int) -> Phrase | None:
    """What a preposition ties: a pronoun, another phrase, a name or a number."""
    inner = pronoun_phrase(sentence, place) or _simple(sentence, place) or name_phrase(sentence, place)
    word = sentence[place]
    if inner is None and word.tag == "VERB" and word.is_plain and noun_number(word) is Number.PLURAL:
        return Phrase(Number.PLURAL, place + 1)
    if inner is None and word.tag == "VERB" and word.folded.endswith("ing"):
        taken = pronoun_phrase(sentence, place + 1) or _simple(sentence, place + 1)
        return Phrase(None, taken.end) if taken else None
    if inner is None and (sentence[place].text[:1].isdigit() or sentence[place].tag == "NUM"):
        return Phrase(None, place + 1)
    return inner


def _joined(sentence: Sentence, start: int, phrase: Phrase) -> Phrase | None:
    """Two that "and" joins: "the punch and the die", "oak and ash"."""
    end, first = phrase.end, phrase.number
    second = plain_phrase(sentence, end + 1)
    is_bare = sentence[start].folded not in DETERMINERS
    if second is None or is_bare != (sentence[end + 1].folded not in DETERMINERS):
        return None
    if lexicon.could_be(sentence[end - 1].folded, "base") and noun_number(sentence[end - 2]) is Number.PLURAL:
        return None
    is_clause = any(lexicon.could_be(sentence[at].folded, "s") for at in range(start + 2, end))
    if is_clause or (is_bare and second.end > end + 2):
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
    is_one = is_name(last) and not last.folded.endswith("s")
    return Phrase(second.number or (Number.SINGULAR if is_one else noun_number(last)), second.end)


def _both(sentence: Sentence, start: int) -> Phrase | None:
    """As in "both my brother and my sister"."""
    first = _one_of_two(sentence, start + 1) if sentence[start].folded == "both" else None
    second = _one_of_two(sentence, first.end + 1) if first and sentence[first.end].folded == "and" else None
    return Phrase(Number.PLURAL, second.end) if second else None


def _one_of_two(sentence: Sentence, place: int) -> Phrase | None:
    if sentence[place].folded in lexicon.SUBJECTS:
        return Phrase(None, place + 1)
    return plain_phrase(sentence, place) or name_phrase(sentence, place)


SEVERAL = lexicon.PLURAL_DETERMINERS - words("these those both various hundred")
"""Words that count more than one."""

_ANY_PART = words("all any half most none some")
_SOMEBODY = words(
    """
    everybody everyone everything nobody nothing somebody someone something anybody anyone anything whoever
    """
)
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
_FIRST_OF_PARTS = frozenset(part.partition(" ")[0] for part in _PARTS)

"""Subjects that stand apart from their verb: "The people I met was", "My interest, as you know, have"."""

from __future__ import annotations

from eitherway.proof.text.language.grammar.agreeing.nouns import Phrase, is_name
from eitherway.proof.text.language.grammar.agreeing.openings import SAID, begins_clause, without_adverbs
from eitherway.proof.text.language.grammar.agreeing.phrases import SEVERAL, noun_phrase, part_of_many
from eitherway.proof.text.language.grammar.subjects import Number, in_small_letters, noun_number
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Sentence, Token


def distant_subject(sentence: Sentence, verb: int) -> Number | None:
    """The number of the phrase that opens the clause of "be", "have" or "do"; None where that is not sure."""
    sentence = in_small_letters(sentence)
    for start in range(verb - 1, max(verb - _FARTHEST, 0) - 1, -1):
        if begins_clause(sentence, start):
            phrase = (
                _what(sentence, start, verb)
                or _you_and(sentence, start)
                or _of_which(sentence, start)
                or noun_phrase(sentence, start)
            )
            is_near = phrase and sentence[start - 1].folded == "whose"
            if phrase and phrase.end < verb and not is_near and _reaches(sentence, start, phrase.end, verb):
                return phrase.number
            if phrase and phrase.end == verb and (phrase.number or not _may_point(sentence, start)):
                return phrase.number
    return None


def _may_point(sentence: Sentence, start: int) -> bool:
    """Whether "that" before it may belong to it: "the joints in that old gable are"."""
    return sentence[start - 1].folded == "that"


def quantified_subject(sentence: Sentence, verb: int) -> Number | None:
    """The number of "each of them", "both of the gutters", "You and the rest of the team" before any verb."""
    if sentence[verb].tag == "NOUN" and sentence[verb + 1].folded in _AUXILIARIES:
        return None
    last = without_adverbs(sentence, verb)
    before = Sentence(sentence.tokens[: last + 1])
    for start in range(max(last - _LONGEST_PART, 0), last - 1):
        if not begins_clause(sentence, start):
            continue
        phrase = part_of_many(before, start) or _you_and(before, start)
        if phrase and phrase.end == last + 1:
            return phrase.number
    return None


def _you_and(sentence: Sentence, start: int) -> Phrase | None:
    first = sentence[start]
    joined = (first.masked or first.folded in lexicon.SUBJECTS) and sentence[start + 1].folded == "and"
    second = noun_phrase(sentence, start + 2) or _pronoun_or_name(sentence, start + 2) if joined else None
    return Phrase(Number.PLURAL, second.end) if second else None


def _pronoun_or_name(sentence: Sentence, place: int) -> Phrase | None:
    token = sentence[place]
    return Phrase(None, place + 1) if is_name(token) or token.folded in lexicon.SUBJECTS else None


def _of_which(sentence: Sentence, start: int) -> Phrase | None:
    """As in "of which three fails"."""
    is_part = sentence.folded(start - 2, 2) in {"of which", "of whom"}
    return Phrase(Number.PLURAL, start + 1) if is_part and sentence[start].folded in SEVERAL else None


def _what(sentence: Sentence, start: int, verb: int) -> Phrase | None:
    """As in "What you told me", which counts as one unless many follow: "What I like are the hours"."""
    if start + 1 == verb:
        return None
    if sentence[start].folded == "whatever" and sentence[start + 1].tag in {"VERB", "AUX"}:
        return Phrase(Number.SINGULAR, start + 1)
    if sentence[start].folded != "what":
        return None
    place = verb + 1
    while sentence[place].folded == "not" or lexicon.is_adverb(sentence[place].folded):
        place += 1
    after = noun_phrase(sentence, place)
    if after is None:
        return Phrase(Number.SINGULAR if sentence[place].folded in _AFTER_WHAT else None, start + 1)
    is_many = noun_number(sentence[after.end - 1]) is Number.PLURAL or after.number is Number.PLURAL
    return Phrase(None if is_many else Number.SINGULAR, start + 1)


def _reaches(sentence: Sentence, start: int, end: int, verb: int) -> bool:
    """Whether nothing but an aside or a clause about the phrase lies between it and the verb."""
    last = without_adverbs(sentence, verb) + 1
    end += sentence[end].folded in {"there", "here"}
    if end == last:
        return True
    if sentence[last - 1].text == ",":
        return any(
            sentence[at].text == "," and _is_aside(sentence, at, last) and _reaches(sentence, start, end, at)
            for at in range(end, last - 1)
        )
    if sentence[end - 1].folded in _TIMES and not lexicon.forms(sentence[last - 1].folded):
        return False
    return _is_relative(sentence, end, last)


def _is_aside(sentence: Sentence, comma: int, last: int) -> bool:
    """Whether two commas hold all that lies between, and nothing in it adds another subject."""
    inside = sentence.tokens[comma + 1 : last - 1]
    if sentence[last - 1].text != "," or not inside or any(token.text == ";" for token in inside):
        return False
    first, second = inside[0].folded, inside[1].folded if len(inside) > 1 else ""
    if any(token.text == "," for token in inside):
        return first in {"with", "including"} and inside[-1].tag == "NOUN"
    if inside[-1].folded in {"included", "excepted"}:
        return True
    if first in lexicon.ARTICLES | lexicon.POSSESSIVES:
        phrase = noun_phrase(sentence, comma + 1)
        return phrase is not None and phrase.end == last - 1
    if first == "and":
        return second in lexicon.PREPOSITIONS | {"not", "especially"}
    return first in _ASIDES


def _is_relative(sentence: Sentence, start: int, last: int) -> bool:
    """Whether a clause about the noun fills it: "I met", "that your firm takes on", "who were there"."""
    place = start + (sentence[start].folded in _RELATIVES)
    subject = noun_phrase(sentence, place) if place > start else None
    pair = _you_and(sentence, place)
    if subject and _has_verb(sentence, subject.end, last):
        return True
    if pair:
        place = pair.end
    elif sentence[place].folded.partition("'")[0] in lexicon.SUBJECTS:
        place += "'" not in sentence[place].folded
    elif place == start and sentence[start - 1].folded not in {"what", "whatever"}:
        return False
    return _has_verb(sentence, place, last)


def _has_verb(sentence: Sentence, place: int, last: int) -> bool:
    """Whether a verb begins at that place, and nothing follows it but what belongs to it."""
    verbs = place
    while place < last and _is_verbal(sentence[place]):
        place += 1
    is_object = sentence[last - 1].folded in {"this", "that", "it", "these", "those"}
    if is_object and sentence[last - 2].folded in SAID:
        return False
    return place > verbs and all(_may_stand(sentence, at) for at in range(place, last))


def _may_stand(sentence: Sentence, place: int) -> bool:
    token = sentence[place]
    if token.tag == "VERB" and sentence[place - 1].folded in lexicon.ARTICLES | lexicon.POSSESSIVES:
        return True
    if token.folded == "that" or token.text.isdigit():
        return sentence[place - 1].folded in lexicon.PREPOSITIONS or token.text.isdigit()
    return may_follow(token)


def _is_verbal(token: Token) -> bool:
    word = token.folded
    is_form = token.tag in {"VERB", "AUX"} or bool(lexicon.forms(word))
    return word in _AUXILIARIES or lexicon.is_adverb(word) or is_form or "'" in word


def may_follow(token: Token) -> bool:
    """Whether it can stand after the verb of a clause about the noun, and opens no clause of its own."""
    return token.is_word and token.folded not in _NEVER_WITHIN and token.tag not in {"VERB", "AUX"}


_LONGEST_PART = 7
_RELATIVES = words("that which who whom where")
_ASIDES = lexicon.PREPOSITIONS | words(
    """
    who which you i we he she they it including especially however not together along according rather to
    """
)
_FARTHEST = 45
_AFTER_WHAT = words("that a an the another")
_TIMES = words("moment time day minute week year second instant hour morning night month evening afternoon")
_AUXILIARIES = lexicon.MODALS | lexicon.BE_FORMS | lexicon.HAVE_FORMS | lexicon.DO_FORMS | {"not"}
_NEVER_WITHIN = (
    lexicon.SUBJECTS | lexicon.CONJUNCTIONS | lexicon.RELATIVES | (_AUXILIARIES - {"not"}) | {"what"}
)

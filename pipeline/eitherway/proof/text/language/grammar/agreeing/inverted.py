"""Subjects that come after their verb: "Has your counselors tried", "so was her parents", "There is two"."""

from __future__ import annotations

from eitherway.proof.text.language.grammar.agreeing.distant import may_follow
from eitherway.proof.text.language.grammar.agreeing.nouns import plain_number
from eitherway.proof.text.language.grammar.agreeing.openings import JOINING, begins_clause
from eitherway.proof.text.language.grammar.agreeing.phrases import SEVERAL, noun_phrase
from eitherway.proof.text.language.grammar.subjects import Number, noun_number
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Sentence


def subject_after(sentence: Sentence, verb: int) -> Number | None:
    """The number of the subject of "be", "have" or "do" in a question, and after "so" and "neither"."""
    if verb == 0 and sentence[1].folded == "there":
        phrase = noun_phrase(sentence, 2)
        return phrase.number if phrase and not phrase.is_joined else None
    if sentence[verb].folded in lexicon.DO_FORMS:
        return _subject_of_do(sentence, verb)
    before, asks = sentence[verb - 1], sentence[len(sentence) - 1].text == "?"
    if before.folded in {"so", "neither", "nor"} and sentence[verb - 2].folded in JOINING:
        phrase = noun_phrase(sentence, verb + 1)
        ends = phrase and not sentence[phrase.end].is_word and sentence[phrase.end].text != ","
        return phrase.number if phrase and ends else None
    opens = verb == 0 or before.folded in _ASKING or (before.text == "," and sentence[0].folded in _IF)
    phrase = noun_phrase(sentence, verb + 1) if asks and opens else None
    if phrase is None or sentence[phrase.end].folded in {"and", "or", ","}:
        return None
    return phrase.number


def subject_of_there(sentence: Sentence, verb: int) -> Number | None:
    """The number of what follows "there is", "there has been", "there doesn't seem to be"; None if unsure."""
    if sentence[verb - 1].folded != "there" or not _is_existential(sentence, verb - 1):
        return None
    start = _after_being(sentence, verb)
    if start is None:
        return None
    opening = sentence[start].folded
    phrase = noun_phrase(sentence, start)
    if opening in SEVERAL and (phrase is None or phrase.number):
        return Number.PLURAL
    if phrase is None:
        return None
    if phrase.is_joined:
        return Number.PLURAL if phrase.first is Number.PLURAL else None
    if opening == "no":
        return phrase.number or plain_number(sentence, start)
    return None if phrase.number is Number.SINGULAR and opening not in {"a", "an"} else phrase.number


def _subject_of_do(sentence: Sentence, verb: int) -> Number | None:
    """As in "Does everyone go", "How many hours do the course take", where another verb must come."""
    opens = verb == 0 or sentence[verb - 1].folded in JOINING | _ASKING
    asks = sentence[len(sentence) - 1].text == "?"
    if not asks or not (opens or (verb < _LONGEST_QUESTION and sentence[0].folded in _ASKING)):
        return None
    phrase = noun_phrase(sentence, verb + 1)
    if phrase is None or phrase.is_joined or sentence[phrase.end].folded in {"and", "or", ","}:
        return None
    follows = lexicon.could_be(sentence[phrase.end].folded, "base")
    if follows or not lexicon.could_be(sentence[phrase.end - 1].folded, "base"):
        return phrase.number
    return Number.PLURAL if noun_number(sentence[phrase.end - 2]) is Number.PLURAL else None


def _after_being(sentence: Sentence, verb: int) -> int | None:
    """The place after "is", "has always been", "doesn't seem to be"; None where "be" is missing."""
    start = verb + 1
    if sentence[verb].folded in lexicon.DO_FORMS:
        if sentence.folded(start, 3) not in {"seem to be", "appear to be"}:
            return None
        start += 3
    if sentence[verb].folded in lexicon.HAVE_FORMS:
        while lexicon.is_adverb(sentence[start].folded):
            start += 1
        if sentence[start].folded != "been":
            return None
    while sentence[start].folded in _BEFORE_PHRASES:
        start += 1
    return start


def _is_existential(sentence: Sentence, there: int) -> bool:
    """Whether it opens a clause; "the people there" does not, "On my old crew there" does."""
    before = sentence.tokens[:there]
    after_place = sentence[0].folded in lexicon.PREPOSITIONS and all(map(may_follow, before))
    return after_place or begins_clause(sentence, there)


_IF = words("if when since as but and so after before once until")
_ASKING = words("how what why when where which and but so")
_LONGEST_QUESTION = 5
_BEFORE_PHRASES = lexicon.ADVERBS | words("hardly barely scarcely only about over nearly usually been")

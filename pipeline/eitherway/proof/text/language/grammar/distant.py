"""Subjects that stand apart from their verb: "The people I met was", "My interest, as you know, have".

Also those that come after it: "Has your counselors tried", "so was her parents", "There were always a man".
"""

from __future__ import annotations

from eitherway.proof.text.language.grammar.clauses import OPENERS, SAID
from eitherway.proof.text.language.grammar.phrases import Phrase, is_count, noun_phrase, part_of_many, plain_number
from eitherway.proof.text.language.grammar.subjects import Number, in_small_letters, noun_number, opens_second_clause, ties_nouns
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Sentence, Token


def distant_subject(sentence: Sentence, verb: int) -> Number | None:
    """The number of the phrase that opens the clause of "be", "have" or "do"; None where that is not sure."""
    sentence = in_small_letters(sentence)
    for start in range(verb - 1, max(verb - _FARTHEST, 0) - 1, -1):
        if _begins_clause(sentence, start):
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
    last = _without_adverbs(sentence, verb)
    before = Sentence(sentence.tokens[: last + 1])
    for start in range(max(last - _LONGEST_PART, 0), last - 1):
        if not _begins_clause(sentence, start):
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
    return Phrase(None, place + 1) if token.masked or token.folded in lexicon.SUBJECTS else None


def _of_which(sentence: Sentence, start: int) -> Phrase | None:
    """As in "of which three fails"."""
    is_part = sentence.folded(start - 2, 2) in {"of which", "of whom"}
    return Phrase(Number.PLURAL, start + 1) if is_part and sentence[start].folded in _SEVERAL else None


def subject_after(sentence: Sentence, verb: int) -> Number | None:
    """The number of the subject of "be", "have" or "do" in a question, and after "so" and "neither"."""
    if sentence[verb + 1].folded == "there" and sentence[verb].folded in lexicon.BE_FORMS:
        phrase = noun_phrase(sentence, verb + 2) if verb == 0 else None
        return phrase.number if phrase and not phrase.is_joined else None
    if sentence[verb].folded in lexicon.DO_FORMS:
        return _subject_of_do(sentence, verb)
    before, asks = sentence[verb - 1], sentence[len(sentence) - 1].text == "?"
    if before.folded in {"so", "neither", "nor"} and sentence[verb - 2].folded in _JOINING:
        phrase = noun_phrase(sentence, verb + 1)
        ends = phrase and not sentence[phrase.end].is_word and sentence[phrase.end].text != ","
        return phrase.number if phrase and ends else None
    opens = verb == 0 or before.folded in _ASKING_WORDS or (before.text == "," and sentence[0].folded in _IF)
    phrase = noun_phrase(sentence, verb + 1) if asks and opens else None
    if phrase is None or sentence[phrase.end].folded in {"and", "or", ","}:
        return None
    return phrase.number


def _subject_of_do(sentence: Sentence, verb: int) -> Number | None:
    """As in "Does everyone go", "How many hours do the course take", where another verb must come."""
    opens = verb == 0 or sentence[verb - 1].folded in _JOINING | _ASKING_WORDS
    asks = sentence[len(sentence) - 1].text == "?"
    if not asks or not (opens or (verb < _LONGEST_QUESTION and sentence[0].folded in _ASKING_WORDS)):
        return None
    phrase = noun_phrase(sentence, verb + 1)
    if phrase is None or phrase.is_joined or sentence[phrase.end].folded in {"and", "or", ","}:
        return None
    follows = lexicon.could_be(sentence[phrase.end].folded, "base")
    if follows or not lexicon.could_be(sentence[phrase.end - 1].folded, "base"):
        return phrase.number
    return Number.PLURAL if noun_number(sentence[phrase.end - 2]) is Number.PLURAL else None


def subject_of_there(sentence: Sentence, verb: int) -> Number | None:
    """The number of what follows "there is", "there has been", "there were always"; None if unsure."""
    if sentence[verb - 1].folded != "there" or not _is_existential(sentence, verb - 1):
        return None
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
        start += 1
    while sentence[start].folded in lexicon.ADVERBS | _FEWER:
        start += 1
    phrase = noun_phrase(sentence, start)
    if sentence[start].folded == "no" and phrase and phrase.number is None:
        return Number.SINGULAR if sentence[start + 1].folded == "news" else plain_number(sentence, start)
    if sentence[start].folded in _SEVERAL and (phrase is None or phrase.number is not None):
        return Number.PLURAL
    if phrase is None or phrase.is_joined:
        return Number.PLURAL if phrase and phrase.first is Number.PLURAL else None
    if phrase.number is Number.SINGULAR and sentence[start].folded not in {"a", "an", "no"}:
        return None
    return phrase.number


def _is_existential(sentence: Sentence, there: int) -> bool:
    """Whether it opens a clause; "the people there" does not, "On my old crew there" does."""
    before = sentence.tokens[:there]
    after_place = sentence[0].folded in lexicon.PREPOSITIONS and all(map(_may_follow, before))
    return after_place or _begins_clause(sentence, there)


def _what(sentence: Sentence, start: int, verb: int) -> Phrase | None:
    """As in "What you told me", which counts as one unless many follow: "What I like are the hours"."""
    if sentence[start].folded == "whatever" and sentence[start + 1].tag in {"VERB", "AUX"} and start + 1 < verb:
        return Phrase(Number.SINGULAR, start + 1)
    if sentence[start].folded != "what" or start + 1 == verb:
        return None
    place = verb + 1
    while sentence[place].folded == "not" or lexicon.is_adverb(sentence[place].folded):
        place += 1
    after = noun_phrase(sentence, place)
    if after is None:
        return Phrase(Number.SINGULAR if sentence[place].folded in _AFTER_WHAT else None, start + 1)
    is_many = noun_number(sentence[after.end - 1]) is Number.PLURAL or after.number is Number.PLURAL
    return Phrase(None if is_many else Number.SINGULAR, start + 1)


def _begins_clause(sentence: Sentence, start: int) -> bool:
    before = sentence[start - 1]
    if start == 0 or before.text in {";", ":"} or (start < _SHORT and not before.is_word):
        return True
    if sentence[start].folded in {"whoever", "whatever"} or (before.folded == "not" and start == 1):
        return True
    if sentence.folded(start - 1, 2) in {"which ones", "such a", "such an"}:
        return before.folded == "which" or _begins_clause(sentence, start - 1)
    if before.folded in OPENERS:
        return not ties_nouns(sentence, start - 1)
    if before.folded in {"that", "whose"}:
        return sentence[start].folded != "one" or sentence[start + 1].folded == "of"
    if sentence.folded(start - 2, 2) == "at least" or before.folded in {"only", "even", "just"}:
        return _begins_clause(sentence, start - 1 - (before.folded == "least"))
    if before.folded in _JOINING:
        is_part = sentence[start].folded in _PART_OPENERS
        return sentence[start - 2].text in {",", ";"} and (
            is_part or opens_second_clause(sentence, start - 2)
        )
    if before.folded in {"which", "whom"}:
        return sentence[start - 2].folded in lexicon.PREPOSITIONS or sentence[start].folded == "nobody"
    if before.folded in {"it", "them"} and sentence[start - 2].folded == "without":
        return _begins_clause(sentence, start - 2)
    if before.folded in {"them", "it", "us"} and sentence[start].folded in lexicon.ARTICLES:
        opening = sentence.tokens[: start - 1]
        return sentence[0].folded in {"in", "on", "at", "of", "for", "with"} and not any(
            token.tag in {"VERB", "AUX"} or token.text == "," for token in opening
        )
    if before.text == ",":
        is_part = sentence[start].folded in _PART_OPENERS or is_count(sentence[start])
        if sentence.folded(start + 1, 2) in {"of which", "of whom"}:
            return True
        if is_part and "of" in {sentence[start + 1].folded, sentence[start + 2].folded}:
            return True
        return sentence[0].folded in _INTRODUCING and not any(
            token.text == "," for token in sentence.tokens[: start - 1]
        )
    return _says(sentence, start - 1)


def _says(sentence: Sentence, place: int) -> bool:
    """Whether it is a verb after which a clause follows without "that": "I noticed", "I'm told"."""
    said, who = sentence[place].folded, sentence[_without_adverbs(sentence, place)].folded
    if said in lexicon.OBJECTS | {"you"} and who in {"told", "tell"}:
        return sentence[place + 1].folded in lexicon.ARTICLES | lexicon.POSSESSIVES | {"there"}
    if said == "told":
        return who in {"i'm", "we're", "am", "me", "us"}
    return said in SAID and (who in lexicon.SUBJECTS | _MAY_SAY or (who == "to" and said in {"say", "hear"}))


def _reaches(sentence: Sentence, start: int, end: int, verb: int) -> bool:
    """Whether nothing but an aside or a clause about the phrase lies between it and the verb."""
    last = _without_adverbs(sentence, verb) + 1
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
    return _may_follow(token)


def _is_verbal(token: Token) -> bool:
    word = token.folded
    is_form = token.tag in {"VERB", "AUX"} or bool(lexicon.forms(word))
    return word in _AUXILIARIES or lexicon.is_adverb(word) or is_form or "'" in word


def _may_follow(token: Token) -> bool:
    """Whether it can stand after the verb of a clause about the noun, and opens no clause of its own."""
    return token.is_word and token.folded not in _NEVER_WITHIN and token.tag not in {"VERB", "AUX"}


def _without_adverbs(sentence: Sentence, verb: int) -> int:
    last = verb - 1
    while last > 0 and lexicon.is_adverb(sentence[last].folded):
        last -= 1
    return last


_LONGEST_PART = 7
_RELATIVES = words("that which who whom where")
_JOINING = words("and but so")
_INTRODUCING = lexicon.PREPOSITIONS | OPENERS | words("then now today yesterday here still")
_IF = words("if when since as but and so after before once until")
_ASKING_WORDS = words("how what why when where which and but so")
_LONGEST_QUESTION = 5
_ASIDES = lexicon.PREPOSITIONS | words(
    """
    who which you i we he she they it including especially however not together along according rather to
    """
)
_FEWER = words("hardly barely scarcely only about over nearly usually been")
_MAY_SAY = lexicon.MODALS | words("dare don't didn't")
_PART_OPENERS = words("each every not neither none half")
_AFTER_WHAT = words("that a an the another")
_SHORT = 2
_FARTHEST = 45
_SEVERAL = lexicon.PLURAL_DETERMINERS - words("these those both various hundred")
_TIMES = words("moment time day minute week year second instant hour morning night month evening afternoon")
_AUXILIARIES = lexicon.MODALS | lexicon.BE_FORMS | lexicon.HAVE_FORMS | lexicon.DO_FORMS | {"not"}
_NEVER_WITHIN = (
    lexicon.SUBJECTS | lexicon.CONJUNCTIONS | lexicon.RELATIVES | (_AUXILIARIES - {"not"}) | {"what"}
)

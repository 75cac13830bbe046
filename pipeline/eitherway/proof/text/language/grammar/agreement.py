"""Verbs that do not go with their subject: "I has", "the meetings is", "a supplier who send", "there is two".

Only subjects that can be told for sure are looked at: a pronoun, or a noun phrase that begins its clause.
Where a noun may count as one or as many ("the team"), where a wish puts "were" for "was", and where the verb
could as well be a noun, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.text.language.grammar.agreeing.clauses import sure_subject, tagged_subject
from eitherway.proof.text.language.grammar.agreeing.distant import distant_subject, quantified_subject
from eitherway.proof.text.language.grammar.agreeing.excuses import (
    has_verb_after,
    is_asked_of,
    is_governed,
    is_inverted,
    is_noun_here,
    is_wish_or_demand,
)
from eitherway.proof.text.language.grammar.agreeing.inverted import subject_after, subject_of_there
from eitherway.proof.text.language.grammar.agreeing.openings import without_adverbs
from eitherway.proof.text.language.grammar.agreeing.phrases import noun_phrase
from eitherway.proof.text.language.grammar.agreeing.relatives import relative_subject
from eitherway.proof.text.language.grammar.subjects import Number, noun_number, pronoun_number, subject_number
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Reading, Sentence, Token
from eitherway.proof.text.language.reading.remarks import like, remark


def agreement(reading: Reading) -> Iterator[Finding]:
    """Each verb whose number is not its subject's."""
    for sentence in reading.prose:
        for place, token in enumerate(sentence.tokens):
            number = None if token.masked else _verb_number(token)
            if number is None:
                continue
            meant = _after_there(sentence, place) or _agreeing(sentence, place, number)
            if meant:
                why = "The verb does not go with its subject."
                yield remark(reading, FindingCode.GRAMMAR, token.span, like(token.text, meant), why)


def _agreeing(sentence: Sentence, place: int, number: Number) -> str:
    """The form that the verb at that place should have; empty where it is right, or no verb."""
    token = sentence[place]
    if is_inverted(sentence, place) or is_asked_of(sentence, place):
        return ""
    is_many = number is Number.PLURAL
    if (is_many and is_governed(sentence, place)) or is_noun_here(sentence, place):
        return ""
    subject = _subject(sentence, place, number)
    if token.folded == "run" and sentence[place + 1].folded == "by":
        return ""
    if subject is None or _goes_with(token.folded, number, subject):
        return ""
    if is_wish_or_demand(sentence, place, subject, is_many=is_many):
        return ""
    return _form_for(token.folded, subject)


def _subject(sentence: Sentence, place: int, number: Number) -> Number | None:
    """The number of the subject of the verb at that place; None where it cannot be told."""
    if sentence[place].tag == "ADP" or sentence.folded(place - 1, 2) == "just like":
        return None
    if sentence[place].folded in _NUMBERS:
        apart = subject_after(sentence, place) or subject_of_there(sentence, place)
        near = apart or _before(sentence, place, number)
        return near or distant_subject(sentence, place) or relative_subject(sentence, place)
    near = _before(sentence, place, number) or quantified_subject(sentence, place)
    if near is None and _is_sure_verb(sentence, place):
        near = distant_subject(sentence, place)
    relative = sentence[without_adverbs(sentence, place)].folded
    ends = relative == "that" and not sentence[place + 1].is_word
    is_verb = ends or sentence[place].tag == "VERB" or relative == "who"
    return near or (relative_subject(sentence, place) if is_verb else None)


def _before(sentence: Sentence, place: int, number: Number) -> Number | None:
    token = sentence[place]
    base = lexicon.base_of(token.folded, "base") or lexicon.base_of(token.folded, "s")
    takes_object = sentence[place + 1].folded in lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.OBJECTS
    if not takes_object and (lexicon.is_also_noun(base) or lexicon.is_also_adjective(base)):
        subject = pronoun_number(sentence, place) or sure_subject(sentence, place)
        if (
            subject is None
            and (token.tag == "VERB" or sentence[place + 1].folded in _AFTER_A_VERB)
            and noun_number(sentence[place - 1]) is not None
        ):
            is_plural = noun_number(sentence[place - 1]) is Number.PLURAL
            is_sure = number is Number.SINGULAR or is_plural or _can_be_no_noun(sentence, place)
            subject = tagged_subject(sentence, place) if is_sure else None
    elif token.tag == "NOUN" and number is Number.PLURAL and has_verb_after(sentence, place):
        subject = pronoun_number(sentence, place)
    else:
        subject = subject_number(sentence, place)
        if subject is None and token.tag in {"VERB", "AUX"}:
            subject = sure_subject(sentence, place) or tagged_subject(sentence, place)
    return subject


def _is_sure_verb(sentence: Sentence, place: int) -> bool:
    """Whether a word is a finite verb for sure, wherever its subject may stand."""
    verb, before, after = sentence[place], sentence[place - 1], sentence[place + 1].folded
    is_part = sentence.folded(place - 3, 2) in {"of which", "of whom"}
    if (before.folded in _NEVER_BEFORE and not is_part) or before.folded.endswith(("n't", "'d", "'ll")):
        return False
    if before.folded in {"say", "says", "said"}:
        return False
    if before.folded in _NEVER_OF_A_NOUN and not has_verb_after(sentence, place):
        return True
    base = lexicon.base_of(verb.folded, "base") or lexicon.base_of(verb.folded, "s")
    takes_object = after in lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.OBJECTS | {"it", "you"}
    if verb.tag != "VERB" and not (takes_object and not verb.tag):
        return False
    if lexicon.is_only_verb(base) or takes_object or before.text == "," or lexicon.is_adverb(before.folded):
        return True
    is_base = lexicon.could_be(verb.folded, "base")
    return not is_base or noun_number(before) is Number.PLURAL or _can_be_no_noun(sentence, place)


def _can_be_no_noun(sentence: Sentence, place: int) -> bool:
    """As in "the sap sit there", "the batting need to rest", "the owner of a shop buy from"."""
    after = sentence[place + 1].folded
    if sentence[place].tag == "VERB" and after in {"there", "here", "from"}:
        return True
    is_need = sentence[place].folded == "need" and (after == "to" or after.endswith("ing"))
    return is_need or after in lexicon.OBJECTS | {"it"}


def _verb_number(token: Token) -> Number | None:
    """Which subject a finite verb goes with; None for what is no verb of the present, or goes with any."""
    word = token.folded
    if word in _NUMBERS:
        return _NUMBERS[word]
    kinds = lexicon.kinds(word)
    if kinds == {"s"}:
        return Number.SINGULAR
    return Number.PLURAL if kinds == {"base"} or word in {"come", "become", "run"} else None


def _goes_with(verb: str, number: Number, subject: Number) -> bool:
    if subject is Number.FIRST:
        return verb in {"am", "was", "wasn't"} or (number is Number.PLURAL and verb not in _TO_BE)
    return number is subject


def _form_for(word: str, subject: Number) -> str:
    stem = word.removesuffix("n't")
    ending = word[len(stem) :]
    if stem in _TO_BE:
        past = stem.startswith("w")
        meant = _TO_BE_PAST[subject] if past else _TO_BE_PRESENT[subject]
        return meant + (" not" if meant == "am" and ending else ending)
    if subject is Number.SINGULAR:
        return lexicon.inflected(stem, "s") + ending
    return lexicon.base_of(stem, "s") + ending


def _after_there(sentence: Sentence, place: int) -> str:
    """As in "there is" before many, "there are" before one."""
    verb = sentence[place].folded
    if verb not in _TO_BE:
        return ""
    after = sentence[place + 1].folded
    if sentence[place - 1].folded == "here" and place == 1 and verb in {"is", "was"}:
        phrase = noun_phrase(sentence, place + 1)
        is_many = phrase and phrase.number is Number.PLURAL and not phrase.is_joined
        return ("are" if verb == "is" else "were") if is_many else ""
    if sentence[place - 1].folded != "there":
        return ""
    counted = sentence[place + 2].folded
    if verb in {"is", "was"} and after in _MANY and (counted.endswith("s") or counted in _OF_MANY):
        return "are" if verb == "is" else "were"
    if (
        verb in {"are", "were"}
        and after in {"a", "an", "another"}
        and sentence[place + 2].folded not in _A_LOT
        and not ((phrase := noun_phrase(sentence, place + 1)) and phrase.is_joined)
    ):
        return "is" if verb == "are" else "was"
    return ""


_NUMBERS = {
    "am": Number.FIRST, "is": Number.SINGULAR, "isn't": Number.SINGULAR, "has": Number.SINGULAR,
    "hasn't": Number.SINGULAR, "does": Number.SINGULAR, "doesn't": Number.SINGULAR, "are": Number.PLURAL,
    "aren't": Number.PLURAL, "have": Number.PLURAL, "haven't": Number.PLURAL, "do": Number.PLURAL,
    "don't": Number.PLURAL, "was": Number.SINGULAR, "wasn't": Number.SINGULAR, "were": Number.PLURAL,
    "weren't": Number.PLURAL,
}  # fmt: skip
_TO_BE = words("am is are was were isn't aren't wasn't weren't")
_TO_BE_PRESENT = {Number.FIRST: "am", Number.SINGULAR: "is", Number.PLURAL: "are"}
_TO_BE_PAST = {Number.FIRST: "was", Number.SINGULAR: "was", Number.PLURAL: "were"}
_NEVER_BEFORE = (
    lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.BE_FORMS | lexicon.HAVE_FORMS | lexicon.DO_FORMS
)
_NEVER_OF_A_NOUN = words("them us which whom else everybody everyone nobody somebody someone anyone anybody")
_AFTER_A_VERB = lexicon.OBJECTS | words("there here it you because when if before until")
_MANY = lexicon.PLURAL_DETERMINERS
_OF_MANY = lexicon.IRREGULAR_PLURALS | {"of"}
_A_LOT = words(
    """
    lot few number couple handful dozen hundred thousand million great good variety range
    """
)

"""Verbs that do not go with their subject: "I has", "the meetings is", "a supplier who send", "there is two".

Only subjects that can be told for sure are looked at: a pronoun, or a noun phrase that begins its clause.
Where a noun may count as one or as many ("the team"), where a wish puts "were" for "was", and where the verb
could as well be a noun, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.text.language.grammar.clauses import sure_subject, tagged_subject
from eitherway.proof.text.language.grammar.distant import (
    distant_subject,
    quantified_subject,
    subject_after,
    subject_of_there,
)
from eitherway.proof.text.language.grammar.subjects import Number, noun_number, pronoun_number, subject_number
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Reading, Sentence, Token
from eitherway.proof.text.language.reading.remarks import like, remark


def agreement(reading: Reading) -> Iterator[Finding]:
    """Each verb whose number is not its subject's."""
    for sentence in reading.prose:
        for place in range(len(sentence)):
            meant = _after_there(sentence, place) or _agreeing(sentence, place)
            if meant:
                token = sentence[place]
                why = "The verb does not go with its subject."
                yield remark(reading, FindingCode.GRAMMAR, token.span, like(token.text, meant), why)


def _agreeing(sentence: Sentence, place: int) -> str:
    """The form that the verb at that place should have; empty where it is right, or no verb."""
    token = sentence[place]
    number = _verb_number(token)
    if token.masked or number is None or _is_governed(sentence, place):
        return ""
    subject = _subject(sentence, place, number)
    if token.folded == "run" and sentence[place + 1].folded == "by":
        return ""
    if subject is None or _goes_with(token.folded, number, subject) or _is_excused(sentence, place, subject):
        return ""
    return _form_for(token.folded, subject)


def _subject(sentence: Sentence, place: int, number: Number) -> Number | None:
    """The number of the subject of the verb at that place; None where it cannot be told."""
    if sentence[place].tag == "ADP" or sentence.folded(place - 1, 2) == "just like":
        return None
    if sentence[place].folded in _NUMBERS:
        apart = subject_after(sentence, place) or subject_of_there(sentence, place)
        return apart or _before(sentence, place, number) or distant_subject(sentence, place)
    return _before(sentence, place, number) or quantified_subject(sentence, place)


def _before(sentence: Sentence, place: int, number: Number) -> Number | None:
    token = sentence[place]
    base = lexicon.base_of(token.folded, "base") or lexicon.base_of(token.folded, "s")
    takes_object = sentence[place + 1].folded in lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.OBJECTS
    if not takes_object and (lexicon.is_also_noun(base) or lexicon.is_also_adjective(base)):
        subject = pronoun_number(sentence, place) or sure_subject(sentence, place)
        if sentence[place - 1].folded == "that" and not sentence[place + 1].is_word:
            subject = subject or subject_number(sentence, place)
        if (
            subject is None
            and (token.tag == "VERB" or sentence[place + 1].folded in _AFTER_A_VERB)
            and noun_number(sentence[place - 1]) is not None
        ):
            is_plural = noun_number(sentence[place - 1]) is Number.PLURAL
            is_sure = number is Number.SINGULAR or is_plural or _can_be_no_noun(sentence, place)
            subject = tagged_subject(sentence, place) if is_sure else None
    elif token.tag == "NOUN" and number is Number.PLURAL and _has_verb_after(sentence, place):
        subject = pronoun_number(sentence, place)
    else:
        subject = subject_number(sentence, place)
        if subject is None and token.tag in {"VERB", "AUX"}:
            subject = sure_subject(sentence, place) or tagged_subject(sentence, place)
    return subject


def _is_governed(sentence: Sentence, place: int) -> bool:
    """Whether it is a base after "can" or "to": "what I may not have said"."""
    before = place - 1
    while before > 0 and (lexicon.is_adverb(sentence[before].folded) or sentence[before].folded == "not"):
        before -= 1
    return sentence[before].folded in lexicon.MODALS | {"to"} and _verb_number(sentence[place]) is (
        Number.PLURAL
    )


def _has_verb_after(sentence: Sentence, place: int) -> bool:
    """Whether another verb follows in the clause, so that this is a noun: "The zero offset is given"."""
    for token in sentence.tokens[place + 1 :]:
        if not token.is_word or token.folded in lexicon.CONJUNCTIONS | lexicon.RELATIVES:
            return False
        if token.tag in {"VERB", "AUX"}:
            return True
    return False


def _can_be_no_noun(sentence: Sentence, place: int) -> bool:
    """As in "the sap sit there", "the batting need to rest", "the owner of a shop buy from"."""
    after = sentence[place + 1].folded
    if sentence[place].tag == "VERB" and after in {"there", "here", "from"}:
        return True
    return after in lexicon.OBJECTS | {"it"} or (sentence[place].folded == "need" and after == "to")


def _verb_number(token: Token) -> Number | None:
    """Which subject a finite verb goes with; None for what is no verb of the present, or goes with any."""
    word = token.folded
    if word in _NUMBERS:
        return _NUMBERS[word]
    kinds = {form.kind for form in lexicon.forms(word)}
    if kinds == {"s"}:
        return Number.SINGULAR
    return Number.PLURAL if kinds == {"base"} or word in {"come", "become", "run"} else None


def _goes_with(verb: str, number: Number, subject: Number) -> bool:
    if subject is Number.FIRST:
        return verb in {"am", "was", "wasn't"} or (number is Number.PLURAL and verb not in _TO_BE)
    return number is subject


def _form_for(word: str, subject: Number) -> str:
    if word in _TO_BE:
        past = word.startswith("w")
        return _TO_BE_PAST[subject] if past else _TO_BE_PRESENT[subject]
    stem = word.removesuffix("n't")
    ending = word[len(stem) :]
    if subject is Number.SINGULAR:
        return lexicon.inflected(stem, "s") + ending
    return lexicon.base_of(stem, "s") + ending


def _is_excused(sentence: Sentence, place: int, subject: Number) -> bool:
    """Whether it is a wish or a demand, whose verbs have forms of their own."""
    before = {sentence[at].folded for at in range(place - 6, place)}
    word = sentence[place].folded
    if word in {"were", "weren't"} and before & _WISHING:
        return True
    if _verb_number(sentence[place]) is Number.PLURAL and subject is Number.SINGULAR:
        return any(form.base in _DEMANDING for token in before for form in lexicon.forms(token))
    return False


def _after_there(sentence: Sentence, place: int) -> str:
    """As in "there is" before many, "there are" before one."""
    verb, after = sentence[place].folded, sentence[place + 1].folded
    if sentence[place - 1].folded == "here" and place == 1 and verb in {"is", "was"}:
        is_many = (
            after in lexicon.ARTICLES | lexicon.POSSESSIVES and noun_number(sentence[3]) is Number.PLURAL
        )
        return ("are" if verb == "is" else "were") if is_many and sentence[4].tag != "NOUN" else ""
    if sentence[place - 1].folded != "there" or sentence[place].masked:
        return ""
    counted = sentence[place + 2].folded
    if verb in {"is", "was"} and after in _MANY and (counted.endswith("s") or counted in _OF_MANY):
        return "are" if verb == "is" else "were"
    if (
        verb in {"are", "were"}
        and after in {"a", "an", "another"}
        and sentence[place + 2].folded not in _A_LOT
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
_WISHING = words("if though wish wished unless whether as suppose imagine")
_DEMANDING = words(
    """
    suggest recommend insist request require propose demand ask advise help let make see
    """
)
_AFTER_A_VERB = lexicon.OBJECTS | words("there here it you because when if before until")
_MANY = lexicon.PLURAL_DETERMINERS
_OF_MANY = lexicon.IRREGULAR_PLURALS | {"of"}
_A_LOT = words(
    """
    lot few number couple handful dozen hundred thousand million great good variety range
    """
)

"""Who or what a verb is about: the subject in front of it, and whether that is one or many."""

from __future__ import annotations

from enum import Enum

from eitherway.proof.language import lexicon
from eitherway.proof.language.reading import Sentence, Token


class Number(Enum):
    """What a subject is: the speaker, somebody or something, or several; "you" counts as several."""

    FIRST = "I"
    SINGULAR = "one"
    PLURAL = "many"


def subject_number(sentence: Sentence, verb: int) -> Number | None:
    """The number of the subject of the verb at that place; None where it cannot be told for sure."""
    last = _last_of_subject(sentence, verb)
    if sentence[last].folded in _PRONOUNS:
        return pronoun_number(sentence, verb)
    if sentence[last].folded in lexicon.RELATIVES and last > 0:
        return _antecedent(sentence, last)
    return _noun_phrase(sentence, last)


def pronoun_number(sentence: Sentence, verb: int) -> Number | None:
    """Likewise, where the subject is a pronoun or "who", after which a verb must come; None for any other."""
    last = _last_of_subject(sentence, verb)
    if sentence[last].folded == "who" and last > 0:
        return _antecedent(sentence, last)
    number = _PRONOUNS.get(sentence[last].folded)
    return number if number and _begins_clause(sentence, last) else None


def noun_number(token: Token) -> Number | None:
    """Whether a noun is one or many, by its ending; None where it can be both, or is no common noun."""
    word = token.folded
    if word in lexicon.EITHER_NUMBER or token.masked or not word.replace("-", "").isalpha():
        return None
    if token.text.isupper() and len(word) > 1:
        return Number.SINGULAR
    if not token.text.islower():
        return None
    if word in lexicon.IRREGULAR_PLURALS:
        return Number.PLURAL
    if word.endswith("s"):
        return None if word.endswith(("ss", "us", "is", "ics")) else Number.PLURAL
    return Number.SINGULAR


def _last_of_subject(sentence: Sentence, verb: int) -> int:
    last = verb - 1
    while lexicon.is_adverb(sentence[last].folded) and last > 0:
        last -= 1
    return last


def _begins_clause(sentence: Sentence, place: int) -> bool:
    """Whether the pronoun at that place is a subject, not an object: "I" always is.

    After "and", "he" or "she" may be the second half of a subject: "my manager and she have".
    """
    word, before = sentence[place].folded, sentence[place - 1].folded
    if word in {"he", "she"}:
        return before != "and"
    return word in {"i", "we", "they"} or before in _OPENING


def _antecedent(sentence: Sentence, relative: int) -> Number | None:
    """The number of the noun before "who", "which" or "that"."""
    noun = sentence[relative - 1]
    if noun.folded in _ONE:
        return Number.SINGULAR
    phrase = [token.folded for token in sentence.tokens[max(relative - 6, 0) : relative]]
    number = noun_number(noun)
    if number is Number.PLURAL:
        return None if "of" in phrase or "and" in phrase[-3:] else number
    if number is Number.SINGULAR and not {"of", "and"} & set(phrase):
        return number if set(phrase[-4:]) & _ONE_DETERMINED else None
    return None


def _noun_phrase(sentence: Sentence, last: int) -> Number | None:
    start = _clause_start(sentence, last)
    phrase = [sentence[place] for place in range(start, last + 1)]
    if not phrase or any(_is_no_noun(token) for token in phrase):
        return None
    if phrase[-1].folded in lexicon.ARTICLES | lexicon.POSSESSIVES | {"every", "no"}:
        return None
    opening = phrase[0].folded
    of = len(phrase) > 2 and phrase[1].folded == "of"
    if opening in _ONE and (len(phrase) == 1 or phrase[1].folded in lexicon.PREPOSITIONS):
        return Number.SINGULAR
    if opening == "both" and len(phrase) == 1:
        return Number.PLURAL
    if of and opening in _MANY_OF and noun_number(phrase[-1]) is Number.PLURAL:
        return Number.PLURAL
    if len(phrase) == 1 and opening.endswith(_MASS_ENDINGS):
        return Number.SINGULAR
    if opening not in lexicon.DETERMINERS and not _is_bare_plural(phrase):
        return None
    head = _head(phrase)
    if head is None or opening in _HALVES or lexicon.is_only(head.folded, "past", "participle"):
        return None
    number = noun_number(head)
    if opening in lexicon.PLURAL_DETERMINERS and (number is not Number.PLURAL or head.folded in _UNITS):
        return None
    if number is Number.SINGULAR and opening not in _ONE_DETERMINED:
        return None
    return None if number is Number.SINGULAR and _is_joined(sentence, start) else number


def _is_joined(sentence: Sentence, start: int) -> bool:
    """Whether the phrase is one of several that "and" joins; after a clause with a comma it is a clause's own."""
    if sentence[start - 1].folded not in _JOINING:
        return False
    return sentence[start - 2].text != "," or not any(
        token.folded in lexicon.SUBJECTS for token in sentence.tokens[:start]
    )


def _is_no_noun(token: Token) -> bool:
    if token.folded in {"them", "us"}:
        return False
    kinds = lexicon.forms(token.folded)
    pure = {"base", "s"} >= {form.kind for form in kinds} and bool(kinds)
    if token.masked or token.folded in _NO_NOUN_PHRASE or lexicon.is_only(token.folded, "past"):
        return True
    return pure and not any(lexicon.is_also_noun(form.base) or lexicon.is_also_adjective(form.base) for form in kinds)


def _clause_start(sentence: Sentence, last: int) -> int:
    start = last
    while start > 0 and not _is_boundary(sentence[start - 1]):
        start -= 1
    return start


def _is_boundary(token: Token) -> bool:
    return not token.text[0].isalnum() or token.folded in _BOUNDARIES


def _is_bare_plural(phrase: list[Token]) -> bool:
    return len(phrase) <= 2 and noun_number(phrase[-1]) is Number.PLURAL and phrase[0].folded not in lexicon.PREPOSITIONS


def _head(phrase: list[Token]) -> Token | None:
    """The last word before the first preposition, if all before it can be a noun phrase."""
    for place, token in enumerate(phrase[1:], 1):
        if token.folded in lexicon.PREPOSITIONS:
            rest = {word.folded for word in phrase[place + 1 :]}
            return phrase[place - 1] if place > 1 and not rest & {"and", "or"} else None
    return phrase[-1] if len(phrase) > 1 or phrase[0].is_plain else None


_PRONOUNS = {
    "i": Number.FIRST, "we": Number.PLURAL, "they": Number.PLURAL, "you": Number.PLURAL,
    "he": Number.SINGULAR, "she": Number.SINGULAR, "it": Number.SINGULAR,
}  # fmt: skip
_BOUNDARIES = lexicon.CONJUNCTIONS | {"who", "which", "what", "than", "how", "why"}
_OPENING = _BOUNDARIES | lexicon.SAYING | {"", ",", ";", ":", "—", "–", "(", "“", '"'}
_JOINING = frozenset({"and", "or", "nor"})
_ONE = frozenset(
    "one each nobody everybody somebody anybody everyone someone anyone nothing everything something anything"
    " neither either whoever".split()
)
_MANY_OF = frozenset("both many most several few some two three".split())
_MASS_ENDINGS = ("ness", "ment", "tion", "sion", "ity", "ship", "ance", "ence", "ism", "ency")
_ONE_DETERMINED = lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.SINGULAR_DETERMINERS
_HALVES = frozenset("half all some any none most no".split())
_UNITS = frozenset(
    "days weeks months years hours minutes miles dollars pounds euros percent thirds quarters times metres meters"
    " kilometres kilometers seconds cents pence points".split()
)
_NO_NOUN_PHRASE = (
    lexicon.MODALS
    | lexicon.BE_FORMS
    | lexicon.HAVE_FORMS
    | lexicon.DO_FORMS
    | lexicon.SUBJECTS
    | lexicon.OBJECTS
    | {"to", "there", "not", "myself", "yourself", "himself", "herself", "itself", "ourselves", "themselves"}
)

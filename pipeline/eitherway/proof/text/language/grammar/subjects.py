"""Who or what a verb is about: the subject in front of it, and whether that is one or many."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Sentence, Token


class Number(Enum):
    """What a subject is: the speaker, somebody or something, or several; "you" counts as several."""

    FIRST = "I"
    SINGULAR = "one"
    PLURAL = "many"


def subject_number(sentence: Sentence, verb: int) -> Number | None:
    """The number of the subject of the verb at that place; None where it cannot be told for sure."""
    last = _last_of_subject(sentence, verb)
    if sentence[last].folded in _PRONOUNS or (sentence[last].folded == "who" and last == verb - 1):
        return pronoun_number(sentence, verb)
    if sentence[last].folded in lexicon.RELATIVES and last > 0:
        return None
    return _noun_phrase(sentence, last)


def pronoun_number(sentence: Sentence, verb: int) -> Number | None:
    """Likewise, where the subject is a pronoun or "who", after which a verb must come; None for any other."""
    last = _last_of_subject(sentence, verb)
    if sentence[last].folded == "who":
        opens = last == 0 or sentence[last - 1].text in {":", "—", "“", '"'}
        return Number.SINGULAR if opens and _is_plain_verb(sentence[verb]) else None
    if sentence[last].folded == "i" and sentence[last - 1].folded in {"and", "&"}:
        return _with_me(sentence, last)
    if sentence[last].folded == "i" and sentence[last - 1].folded in _NUMBERED:
        return None
    number = _PRONOUNS.get(sentence[last].folded)
    return number if number and _begins_clause(sentence, last) else None


def _is_plain_verb(token: Token) -> bool:
    return token.folded not in lexicon.BE_FORMS | lexicon.HAVE_FORMS | lexicon.DO_FORMS


def in_small_letters(sentence: Sentence) -> Sentence:
    """The sentence without the capital that it begins with, which makes no name of a noun."""
    first = sentence[0]
    if first.masked or not first.text.istitle() or first.tag not in {"NOUN", "ADJ"}:
        return sentence
    return Sentence((replace(first, text=first.folded), *sentence.tokens[1:]))


def noun_number(token: Token) -> Number | None:
    """Whether a noun is one or many, by its ending; None where it can be both, or is no common noun."""
    word = token.folded
    if token.masked or word in _NO_HEADS or not word.replace("-", "").isalpha():
        return None
    if token.text.isupper() and len(word) > 1:
        return Number.SINGULAR
    if not token.text.islower():
        return None
    if word in lexicon.IRREGULAR_PLURALS or (word.endswith("men") and word not in _ONE_MEN):
        return Number.PLURAL
    if word.endswith("ed") and token.tag in {"VERB", "ADJ"}:
        return None
    if word.endswith("s"):
        return None if word.endswith(("ss", "us", "is", "ics")) else Number.PLURAL
    return Number.SINGULAR


def ties_nouns(sentence: Sentence, place: int) -> bool:
    """Whether "before", "as" and the like are but a preposition: "the letters before the cursor are"."""
    if sentence[place].folded == "so":
        return sentence[place + 1].folded in {"many", "much", "few", "little"}
    if sentence[place].folded == "as" and (
        sentence[place + 1].folded in {"a", "an"} or sentence[place - 1].folded == "such"
    ):
        return True
    if sentence[place].folded not in _ALSO_PREPOSITIONS or place == 0:
        return False
    if sentence[place - 1].folded.endswith("ing") and sentence[place - 1].tag == "VERB":
        return True
    return not any(token.tag in {"VERB", "AUX"} for token in sentence.tokens[:place])


def opens_second_clause(sentence: Sentence, comma: int) -> bool:
    """Whether a verb stands before the comma, so that no list goes on after it: "A, B, and the C were"."""
    since = max((at for at in range(comma) if sentence[at].text in {";", ":"}), default=-1)
    return any(
        token.tag in {"VERB", "AUX"} or token.folded.partition("'")[0] in lexicon.SUBJECTS
        for token in sentence.tokens[since + 1 : comma]
    )


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
    if word == "you" and (sentence.folded(place - 2, 2) == "to know" or before == "as"):
        return False
    if word in {"he", "she"}:
        return before != "and"
    return word in {"i", "we", "they"} or before in _OPENING


def _with_me(sentence: Sentence, place: int) -> Number | None:
    """Several, if somebody opens the clause before "and I": "My brother and I"; "I" alone after a clause.

    None where that cannot be told: "The mines were lined up and I was", "the value that my group and I use".
    """
    other = place - 2
    opening = other - 1 if sentence[other - 1].folded in lexicon.POSSESSIVES | {"the"} else other
    is_other = sentence[other].masked or sentence[other].tag in {"PROPN", "NOUN", "PRON"}
    before = sentence[opening - 1].folded
    if is_other and (opening == 0 or before in _BEFORE_TWO):
        return Number.PLURAL
    return Number.FIRST if sentence[other].text == "," and other > _SHORT else None


def _noun_phrase(sentence: Sentence, last: int) -> Number | None:
    """The number of the noun phrase that fills its clause from the start up to the verb."""
    start = _clause_start(sentence, last)
    phrase = [sentence[place] for place in range(start, last + 1)]
    if (
        not phrase
        or len(phrase) > _LONGEST
        or any(map(_is_no_noun, phrase))
        or phrase[-1].folded in _NEVER_LAST
    ):
        return None
    is_adverb = phrase[-1].tag == "ADV" and phrase[len(phrase) - 2].folded not in lexicon.DETERMINERS
    is_time = len(phrase) == _PAIR and phrase[0].folded in {"every", "each"} and phrase[1].folded in PERIODS
    if is_adverb or is_time or any(token.folded == "whose" for token in phrase):
        return None
    if _is_no_subject(sentence, start) or _is_joined(sentence, start):
        return None
    return _by_opening(phrase) or _by_head(phrase)


def _is_no_subject(sentence: Sentence, start: int) -> bool:
    """Whether what is before the phrase takes it: "what matters", "as values", "nobody but the nurses"."""
    first, before, second = (sentence[at].folded for at in (start, start - 1, start - 2))
    if before in {"who", "which"} or f"{second} {before}" in _ALL_THAT:
        return True
    if before == "as" and sentence[start - 2].tag == "NOUN":
        return True
    if before == "but" and second in _ONE | {"none", "all"}:
        return True
    if before in lexicon.RELATIVES and first in {"either", "neither"}:
        return True
    is_bare = first not in lexicon.DETERMINERS
    return is_bare and (before == "what" or (before == "that" and second not in lexicon.SAYING))


def _by_opening(phrase: list[Token]) -> Number | None:
    """Subjects that their first word settles: "everyone", "one of the ...", "both", "lameness"."""
    opening = phrase[0].folded
    alone = len(phrase) == 1
    if opening in _ONE and (alone or phrase[1].folded in lexicon.PREPOSITIONS):
        return Number.SINGULAR
    if alone and opening.endswith(_MASS_ENDINGS):
        return Number.SINGULAR
    of_many = not alone and phrase[1].folded == "of" and noun_number(phrase[-1]) is Number.PLURAL
    is_plural = (opening == "both" and alone) or (opening in _MANY_OF and of_many)
    return Number.PLURAL if is_plural else None


def _by_head(phrase: list[Token]) -> Number | None:
    opening, head = phrase[0].folded, _head(phrase)
    if head is None or opening in _HALVES or not (opening in lexicon.DETERMINERS or _is_bare_plural(phrase)):
        return None
    number = noun_number(head)
    if number is Number.SINGULAR:
        return number if opening in _ONE_DETERMINED else None
    if opening in {"this", "that", "a", "an"}:
        return None
    is_amount = head.folded in AMOUNTS and opening not in lexicon.ARTICLES | lexicon.POSSESSIVES
    return None if is_amount else number


def _head(phrase: list[Token]) -> Token | None:
    """The last word before the first preposition, if all before it can be a noun phrase."""
    head = phrase[-1]
    for place, token in enumerate(phrase[1:], 1):
        if token.folded in lexicon.PREPOSITIONS:
            if place == 1 or {"and", "or"} & {word.folded for word in phrase[place + 1 :]}:
                return None
            head = phrase[place - 1]
            break
        takes_object = place + 1 < len(phrase) and phrase[place + 1].folded in lexicon.DETERMINERS
        if takes_object and token.folded.endswith("ing") and phrase[place - 1].tag == "NOUN":
            return phrase[place - 1]
    is_verb = lexicon.is_only(head.folded, "past", "participle")
    return None if is_verb or (head.tag == "VERB" and head is not phrase[-1]) else head


def _is_bare_plural(phrase: list[Token]) -> bool:
    is_plural = len(phrase) <= 2 and noun_number(phrase[-1]) is Number.PLURAL
    opening = phrase[0].folded
    return is_plural and opening not in lexicon.PREPOSITIONS and not opening.endswith("ing")


def _is_no_noun(token: Token) -> bool:
    """Whether the word can be no part of a noun phrase: a name, a pronoun or nothing but a verb."""
    if token.masked or token.folded in _NO_NOUN_PHRASE or lexicon.is_only(token.folded, "past"):
        return True
    present = lexicon.is_only(token.folded, "base", "s")
    return present and all(lexicon.is_only_verb(form.base) for form in lexicon.forms(token.folded))


def _is_joined(sentence: Sentence, start: int) -> bool:
    """Whether "and" joins the phrase to another; after a clause and a comma it opens a clause of its own."""
    if sentence[start - 1].folded not in _JOINING:
        return False
    return sentence[start - 2].text != "," or not opens_second_clause(sentence, start - 2)


def _clause_start(sentence: Sentence, last: int) -> int:
    start = last
    while start > 0 and last - start < _LONGEST and not _is_boundary(sentence, start - 1):
        start -= 1
    return start


def _is_boundary(sentence: Sentence, place: int) -> bool:
    token = sentence[place]
    if not token.text[0].isalnum():
        return True
    return token.folded in _BOUNDARIES and not ties_nouns(sentence, place)


AMOUNTS = words(
    """
    days weeks months years hours minutes miles dollars pounds euros bucks quid percent thirds quarters times
    metres meters kilometres kilometers seconds cents pence points staff data media
    """
)
"""Plurals that may count as one amount: "two weeks is long", "ten bucks says"."""

PERIODS = words("day week month year morning evening night time")
"""What "every" and "each" make a time of, which is no subject: "Every day bring your badge"."""

_ALSO_PREPOSITIONS = words("before after until since as")
_PRONOUNS = {
    "i": Number.FIRST, "we": Number.PLURAL, "they": Number.PLURAL, "you": Number.PLURAL,
    "he": Number.SINGULAR, "she": Number.SINGULAR, "it": Number.SINGULAR,
}  # fmt: skip
_BOUNDARIES = lexicon.CONJUNCTIONS | {"who", "which", "what", "than", "how", "why"}
_OPENING = _BOUNDARIES | lexicon.SAYING | {"", ",", ";", ":", "—", "–", "(", "“", '"'}
_NEVER_LAST = (
    lexicon.ARTICLES
    | lexicon.POSSESSIVES
    | lexicon.PREPOSITIONS
    | lexicon.CONJUNCTIONS
    | words("every no this that these those")
)
_JOINING = frozenset({"and", "or", "nor"})
_ONE = words(
    """
    one each nobody everybody somebody anybody everyone someone anyone nothing everything something
    anything neither either whoever
    """
)
_ALL_THAT = frozenset({"all that", "everything that", "something that", "anything that", "nothing that"})
_NO_HEADS = lexicon.EITHER_NUMBER | lexicon.CLOSED | words("little latter former")
_ONE_MEN = words("specimen acumen regimen omen abdomen ramen stamen semen lumen albumen bitumen amen")
_NUMBERED = words("part annex phase type level section chapter appendix resolution stage class title figure")
_BEFORE_TWO = (
    (lexicon.CONJUNCTIONS - {"and", "or", "nor"}) | words("what which how why well") | {",", ";", ":"}
)
_SHORT = _PAIR = 2
_LONGEST = 40
_MANY_OF = words("both many most several few some two three")
_MASS_ENDINGS = ("ness", "ment", "tion", "sion", "ity", "ship", "ance", "ence", "ism", "ency")
_ONE_DETERMINED = lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.SINGULAR_DETERMINERS
_HALVES = words("half all some any none most no")
_NO_NOUN_PHRASE = (
    lexicon.MODALS | lexicon.BE_FORMS | lexicon.HAVE_FORMS | lexicon.DO_FORMS | lexicon.SUBJECTS
    | words("me him to there whom not myself yourself himself herself itself ourselves themselves")
)  # fmt: skip

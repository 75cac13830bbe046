"""Who or what a verb is about, by the parts of speech: "the oldest tickets is read", "3 of 96 clones was".

`subjects.py` knows only the subjects that open their clause and that it can tell without tags; this reads the
noun phrase before the verb from its head back to where its clause must begin.
"""

from __future__ import annotations

from eitherway.proof.text.language.grammar.agreeing.nouns import NEVER_MANY
from eitherway.proof.text.language.grammar.agreeing.openings import INTRODUCING, OPENERS, SAID
from eitherway.proof.text.language.grammar.agreeing.phrases import noun_phrase
from eitherway.proof.text.language.grammar.subjects import (
    AMOUNTS,
    PERIODS,
    Number,
    in_small_letters,
    noun_number,
    opens_second_clause,
    ties_nouns,
)
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Sentence, Token


def tagged_subject(sentence: Sentence, verb: int) -> Number | None:
    """The number of the subject of the verb at that place; None where it cannot be told, or without tags."""
    sentence = in_small_letters(sentence)
    last = verb - 1
    while last > 0 and (lexicon.is_adverb(sentence[last].folded) or sentence[last].folded == "not"):
        last -= 1
    pronoun = _pronoun(sentence, last, verb) or _named(sentence, last)
    if pronoun:
        return pronoun
    start = _phrase_start(sentence, last)
    if start > last or _is_action(sentence, start):
        return None
    head, outer = last, start
    while _is_attached(sentence, outer):
        end = outer - 2
        if _is_part(sentence[end]):
            outer = end
            break
        begin = _phrase_start(sentence, end)
        if begin > end:
            return None
        head, outer = end, begin
    if _is_second(sentence, outer):
        return Number.PLURAL
    if not _opens_clause(sentence, outer, verb):
        return None
    return _number(sentence, outer, head, last)


def sure_subject(sentence: Sentence, verb: int) -> Number | None:
    """Likewise, before a word that may as well be a noun: after these subjects nothing but a verb comes.

    As in "nobody plan", "when people picks", "one of the buses leak", "Bending the brims take".
    """
    last = verb - 1
    while last > 0 and lexicon.is_adverb(sentence[last].folded):
        last -= 1
    word = sentence[last].folded
    if word in NEVER_MANY and _opens(sentence, last - (sentence[last - 1].folded in _FIRST)):
        return Number.SINGULAR
    if word in _SURELY_ONE | {"people"} and _opens(sentence, last):
        return Number.PLURAL if word == "people" else Number.SINGULAR
    start = _phrase_start(sentence, last)
    if 0 < start <= last and _is_second(sentence, start):
        return Number.PLURAL
    for first in range(max(last - _LONGEST_PHRASE, 0), last):
        if sentence[first].folded in _ONE_OF and _is_one_of(sentence, first, last):
            return Number.SINGULAR
        if first in {0, 1} and _is_action_with_object(sentence, first, last):
            after = noun_phrase(sentence, verb + 1)
            return None if after and after.number is Number.PLURAL else Number.SINGULAR
    return None


def _opens(sentence: Sentence, place: int) -> bool:
    before = sentence[place - 1]
    if before.folded in OPENERS and ties_nouns(sentence, place - 1):
        return False
    return place == 0 or before.folded in OPENERS | {"that", "which", "what", ",", "but", "and"}


def _is_one_of(sentence: Sentence, first: int, last: int) -> bool:
    """Whether "one of the ..." fills its clause from there up to a noun in the plural."""
    if not _opens(sentence, first) or sentence[first + 1].folded != "of" or last < first + 3:
        return False
    between = sentence.tokens[first + 2 : last]
    return noun_number(sentence[last]) is Number.PLURAL and all(
        token.folded in _FIRST or (token.is_plain and token.tag in {"ADJ", "NUM", "NOUN"})
        for token in between
    )


def _is_action_with_object(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a form in -ing with an object of its own fills the clause: "Conserving it", "Bending the R"."""
    opening = sentence[first - 1].folded if first else ""
    if (
        sentence[last + 1].tag == "NOUN"
        or not lexicon.is_only(sentence[first].folded, "ing")
        or opening not in {"", "but", "and", "so"}
    ):
        return False
    rest = sentence.tokens[first + 1 : last + 1]
    is_have = sentence[last + 1].folded in {"have", "haven't", "don't"}
    opens = _FIRST | _PRONOUNS | (_TYING if is_have else frozenset())
    if not rest or rest[0].folded not in opens or rest[-1].folded in (_FIRST | _TYING) - _PRONOUNS:
        return False
    return all(
        token.folded in opens | {"of"} or (token.is_plain and token.tag not in _VERBAL) for token in rest
    ) and not any(token.folded in _NEVER_WITHIN for token in rest[1:])


def _is_action(sentence: Sentence, start: int) -> bool:
    """Whether the phrase begins with a form in -ing, which may be the subject: "Testing children takes"."""
    return lexicon.could_be(sentence[start].folded, "ing") or lexicon.could_be(
        sentence[start - 1].folded if start else "", "ing"
    )


def _pronoun(sentence: Sentence, last: int, verb: int) -> Number | None:
    """A pronoun that stands for one thing, before a verb that is sure to be its own."""
    word, before, after = sentence[last].folded, sentence[last - 1], sentence[verb + 1]
    if last != verb - 1 or sentence[verb].tag == "AUX":
        return None
    if word == "what" and after.folded in lexicon.OBJECTS | {"you", "most"}:
        return Number.SINGULAR
    if word in {"this", "that"} and after.folded in _AFTER_VERB:
        after_noun = word == "this" and sentence[0].folded in lexicon.PREPOSITIONS and last < _SHORT
        is_opened = before.text == "," and sentence[0].folded in INTRODUCING
        opens = is_opened or (not before.is_word and before.text != ",")
        is_clause = opens or before.folded in OPENERS or after_noun
        return Number.SINGULAR if is_clause or before.folded == "what" else None
    if word == "it" and before.folded in {"and", "but", "", "because", "that"}:
        return Number.SINGULAR if sentence[last - 2].text == "," or before.folded != "and" else None
    if word == "which" and before.text == "," and last > 1:
        before_it = sentence.tokens[max(last - 7, 0) : last - 1]
        is_list = any(token.folded in {"and", ","} for token in before_it)
        is_many = any(_is_many(token) or (token.masked and is_list) for token in before_it)
        return None if is_many else Number.SINGULAR
    return None


def _is_many(token: Token) -> bool:
    number = noun_number(token)
    return number is Number.PLURAL or (token.tag == "NOUN" and number is None)


def _named(sentence: Sentence, last: int) -> Number | None:
    """Two people joined by "and" are many ("You and Sam was"), a month is one ("July are")."""
    first = last - 2 if sentence[last - 1].text == "and" else last
    if first < 0 or not all(_is_name(sentence[place]) for place in (first, last)):
        return None
    if first > 0 and sentence[first - 1].folded not in OPENERS | {"that", ";", ":"}:
        return None
    if first < last:
        return Number.PLURAL
    return Number.SINGULAR if sentence[last].folded in _MONTHS else None


def _is_name(token: Token) -> bool:
    return token.masked or token.tag == "PROPN" or token.folded in lexicon.SUBJECTS | _MONTHS


def _phrase_start(sentence: Sentence, end: int) -> int:
    """Where the noun phrase begins that ends at that place; beyond it, if none does."""
    if end < 0 or not _is_noun(sentence[end]):
        return end + 1
    start = end
    while start > 0 and _may_precede(sentence[start - 1], sentence[start]):
        start -= 1
        if sentence[start].folded in _FIRST:
            break
    return start


def _is_noun(token: Token) -> bool:
    return token.is_plain and token.tag in {"NOUN", "PROPN"} and token.folded not in lexicon.CLOSED


def _may_precede(token: Token, after: Token) -> bool:
    """Whether the word can belong to the same noun phrase as the one after it."""
    if not token.is_word and not token.text[:1].isdigit():
        return False
    if token.folded in _FIRST or token.tag in {"ADJ", "NUM"} or token.text[:1].isdigit():
        return True
    return token.is_plain and token.tag == "NOUN" and noun_number(token) is not Number.PLURAL


def _is_attached(sentence: Sentence, start: int) -> bool:
    """Whether a preposition ties the phrase to a noun before it: "the number of tickets"."""
    preposition, noun = sentence[start - 1], sentence[start - 2]
    if start < 2 or preposition.folded not in _TYING:
        return False
    return _is_noun(noun) or (preposition.folded == "of" and _is_part(noun))


def _is_part(token: Token) -> bool:
    return token.folded in _PARTS or token.text[:1].isdigit()


def _opens_clause(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether nothing before the phrase could make it the object of something else."""
    before = sentence[start - 1]
    if start == 0:
        return True
    if before.folded in OPENERS:
        return not ties_nouns(sentence, start - 1)
    if before.folded in {"which", "whom"}:
        return sentence[start - 2].folded in lexicon.PREPOSITIONS
    if before.folded == "that":
        return lexicon.forms(sentence[start - 2].folded) != frozenset() or sentence[start - 2].text == ","
    if before.text == ",":
        return sentence[0].folded in INTRODUCING and not _commas(sentence, start - 1)
    if before.folded in {"and", "but", "so"}:
        return sentence[start - 2].text in {",", ";"} and opens_second_clause(sentence, start - 2)
    is_said = before.tag == "VERB" and sentence[verb].folded in lexicon.BE_FORMS | lexicon.HAVE_FORMS
    subject = sentence[start - 2].folded
    return is_said and (subject in lexicon.SUBJECTS or subject.endswith("n't")) and before.folded in SAID


def _is_second(sentence: Sentence, start: int) -> bool:
    """Whether "and" joins the phrase to another that opens the clause: "The crew and the foreman"."""
    if (
        sentence[start - 1].folded != "and"
        or sentence[start].folded not in lexicon.ARTICLES | lexicon.POSSESSIVES
    ):
        return False
    first = _phrase_start(sentence, start - 2)
    is_name = start == 2 and _is_name(sentence[0])
    begins = first <= start - 2 and sentence[first].folded in lexicon.ARTICLES | lexicon.POSSESSIVES
    if any(lexicon.could_be(sentence[at].folded, "s") for at in range(first + 2, start - 2)):
        return False
    return is_name or (begins and (first == 0 or sentence[first - 1].folded in OPENERS))


def _commas(sentence: Sentence, before: int) -> int:
    return sum(token.text == "," for token in sentence.tokens[:before])


def _number(sentence: Sentence, start: int, head: int, last: int) -> Number | None:
    opening, noun = sentence[start], sentence[head]
    if _is_part(sentence[start]) and sentence[start + 1].folded == "of":
        return Number.PLURAL if noun_number(noun) is Number.PLURAL else None
    if noun.folded == "number":
        if opening.folded == "a":
            return None if head == last else Number.PLURAL
        return (
            Number.SINGULAR if opening.folded == "the" or (opening.folded in _OWN and head == last) else None
        )
    number = noun_number(noun)
    if number is Number.PLURAL:
        return None if noun.folded in AMOUNTS else number
    if opening.folded in {"every", "each"} and noun.folded in PERIODS and head == last:
        return None
    if number is Number.SINGULAR and opening.folded in _ONE:
        return None if opening.folded == "no" else number
    return None


_FIRST = (
    lexicon.ARTICLES
    | lexicon.POSSESSIVES
    | words(
        """
        this that these those each every another either neither most many some few several which whose
        all both
        """
    )
)
_ONE = lexicon.ARTICLES | lexicon.POSSESSIVES | words("this that each every another either neither which")
_OWN = lexicon.POSSESSIVES | {"the"}
_TYING = words(
    """
    of in at on for with from to about by near behind under over across between off above beside inside
    outside
    """
)
_PARTS = words("half most some many all both two three four five six seven eight nine ten few several")
_AFTER_VERB = lexicon.OBJECTS | lexicon.DETERMINERS | lexicon.PREPOSITIONS | {"you", "it"}
_SHORT = 5
_LONGEST_PHRASE = 6
_SURELY_ONE = words("nobody everybody somebody everyone someone")
_ONE_OF = words("one each neither either")
_VERBAL = words("VERB AUX SCONJ CCONJ")
_PRONOUNS = lexicon.OBJECTS | {"it"}
_NEVER_WITHIN = lexicon.CONJUNCTIONS | lexicon.RELATIVES | lexicon.MODALS
_MONTHS = words("january february march april june july august september october november december")

"""Where a verb needs not go with the noun before it: after "can", in wishes, demands and questions.

"watched the procession pass", "if the mines were lined up and I were the one", "how many does it take".
"""

from __future__ import annotations

from collections.abc import Iterable

from eitherway.proof.text.language.grammar.subjects import Number
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Sentence


def is_governed(sentence: Sentence, place: int) -> bool:
    """Whether a base is ruled by a word before it: "what I may not have", "how can she expect"."""
    before = place - 1
    while before > 0 and (lexicon.is_adverb(sentence[before].folded) or sentence[before].folded == "not"):
        before -= 1
    if sentence[before].folded in _GOVERNING or sentence[before].folded.endswith(("'d", "'ll")):
        return True
    first = max(before - _LONGEST_SUBJECT, 0)
    return any(sentence[at].folded in _AUXILIARIES and _asks(sentence, at) for at in range(first, before))


def is_asked_of(sentence: Sentence, place: int) -> bool:
    """Whether a verb before the pronoun before it has that for its subject: "nor are they issues"."""
    is_verb = sentence[place - 2].folded in _INVERTED | _AUXILIARIES
    is_pronoun = sentence[place - 1].folded in lexicon.SUBJECTS
    return is_pronoun and is_verb and sentence[place - 3].folded in _BEFORE_INVERTED


def is_inverted(sentence: Sentence, place: int) -> bool:
    """Whether a pronoun after it is its subject: "How many does it take", "Neither do I", "nor was he"."""
    if sentence[place + 1].folded not in lexicon.SUBJECTS:
        return False
    is_echo = sentence[place - 1].folded in {"so", "neither", "nor"}
    return sentence[place].folded in lexicon.DO_FORMS or (is_echo and sentence[place].folded in _INVERTED)


def is_noun_here(sentence: Sentence, place: int) -> bool:
    """Whether a word that is a noun as well has a verb after it: "My root pass on the 6G was pretty"."""
    word, before = sentence[place].folded, sentence[place - 1]
    is_base = lexicon.could_be(word, "base")
    if before.tag not in {"NOUN", "ADJ"} or not (is_base or lexicon.is_also_noun(lexicon.base_of(word, "s"))):
        return False
    after = sentence[place + 1].folded
    if after in _FINITE or (after == "of" and is_base and sentence[place].tag == "NOUN"):
        return True
    return after in _AFTER_NOUNS and has_verb_after(sentence, place)


def has_verb_after(sentence: Sentence, place: int) -> bool:
    """Whether another verb follows in the clause, so that this is a noun: "The zero offset is given"."""
    for at in range(place + 1, len(sentence)):
        token = sentence[at]
        if not token.is_word or token.folded in _ENDING_CLAUSE:
            return False
        is_verb = token.tag in {"VERB", "AUX"} or token.folded in lexicon.BE_FORMS
        if is_verb and sentence[at - 1].folded != "to":
            return True
    return False


def is_wish_or_demand(sentence: Sentence, place: int, subject: Number, *, is_many: bool) -> bool:
    """Whether it stands in a wish, a demand or after a verb of seeing, which have forms of their own.

    `is_many` says that the verb is that of many; `subject`, what its subject is.
    """
    near = {sentence[at].folded for at in range(place - _NEAR, place)}
    word = sentence[place].folded
    if word in {"were", "weren't"}:
        clause = {token.folded for token in sentence.tokens[_after(",;:", sentence, place) : place]}
        if near & _WISHING or clause & _SURELY_WISHING:
            return True
    if is_many and subject is Number.SINGULAR:
        far = {sentence[at].folded for at in range(max(place - _FAR, _after(";:—", sentence, place)), place)}
        return bool(near & _VITAL) or _has_form_of(_DEMANDING, near) or _has_form_of(_SEEING, far)
    return False


def _has_form_of(bases: frozenset[str], found: Iterable[str]) -> bool:
    return any(form.base in bases for word in found for form in lexicon.forms(word))


def _asks(sentence: Sentence, place: int) -> bool:
    """Whether "did" or "can" stands before its subject at that place: "so little did she care"."""
    if sentence[place].masked:
        return False
    return sentence[place + 1].folded in lexicon.SUBJECTS or (
        place == 0 and sentence[len(sentence) - 1].text == "?"
    )


def _after(marks: str, sentence: Sentence, place: int) -> int:
    return max((at + 1 for at in range(place) if sentence[at].text in marks), default=0)


_LONGEST_SUBJECT = 4
_NEAR = 6
_FAR = 8
_AUXILIARIES = lexicon.MODALS | lexicon.DO_FORMS
_GOVERNING = lexicon.MODALS | words("to gonna wanna gotta ought")
_BEFORE_INVERTED = words("nor neither so only how where why when what") | {""}
_FINITE = words("is are was were isn't aren't wasn't weren't")
_INVERTED = lexicon.BE_FORMS | lexicon.HAVE_FORMS
_AFTER_NOUNS = words("of on in at by for with")
_ENDING_CLAUSE = lexicon.CONJUNCTIONS | lexicon.RELATIVES | lexicon.SUBJECTS
_WISHING = words("if though wish wished unless whether as suppose imagine lest")
_SURELY_WISHING = words("if wish wished unless suppose imagine lest")
_DEMANDING = words(
    """
    suggest recommend insist request require propose demand ask advise help prefer
    """
)
_VITAL = words("vital essential important crucial imperative necessary")
_SEEING = words("let make see watch hear feel listen")

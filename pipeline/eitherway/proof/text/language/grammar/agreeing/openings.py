"""Where a clause begins, so that a noun phrase there is its subject: "I noticed each of the shelves have"."""

from __future__ import annotations

from eitherway.proof.text.language.grammar.agreeing.nouns import is_count
from eitherway.proof.text.language.grammar.subjects import opens_second_clause, ties_nouns
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Sentence


def begins_clause(sentence: Sentence, start: int) -> bool:
    """Whether the noun phrase that begins at that place is a subject, and no object of what is before it."""
    first, before = sentence[start].folded, sentence[start - 1]
    if start == 0 or before.text in {";", ":"} or (start < _EARLY and not before.is_word):
        return True
    if first in {"whoever", "whatever"} or (before.folded == "not" and start == 1):
        return True
    if before.folded in OPENERS:
        return not ties_nouns(sentence, start - 1)
    if before.folded in {"that", "whose"}:
        return first != "one" or sentence[start + 1].folded == "of"
    if before.folded in {"which", "whom"}:
        return first in {"nobody", "ones"} or sentence[start - 2].folded in lexicon.PREPOSITIONS
    return (
        _after_adverb(sentence, start)
        or _after_joining(sentence, start)
        or _after_comma(sentence, start)
        or _after_opening(sentence, start)
        or _is_said(sentence, start - 1)
    )


def without_adverbs(sentence: Sentence, verb: int) -> int:
    """The last place before the verb that holds no adverb."""
    last = verb - 1
    while last > 0 and lexicon.is_adverb(sentence[last].folded):
        last -= 1
    return last


def _after_adverb(sentence: Sentence, start: int) -> bool:
    """As in "at least one answer", "even the dogs", "such a peak", before all of which the clause begins."""
    if sentence[start - 1].folded == "least" and sentence[start - 2].folded == "at":
        return begins_clause(sentence, start - 2)
    if sentence[start - 2].folded == "how" and sentence[start - 1].folded in {
        "much",
        "often",
        "well",
        "hard",
    }:
        return True
    return sentence[start - 1].folded in _BEFORE_PHRASES and begins_clause(sentence, start - 1)


def _after_joining(sentence: Sentence, start: int) -> bool:
    """As in "..., and each of them", "..., and the float on the core" after a clause that is whole."""
    if sentence[start - 1].folded not in JOINING or sentence[start - 2].text not in {",", ";"}:
        return False
    return sentence[start].folded in _PARTS or opens_second_clause(sentence, start - 2)


def _after_comma(sentence: Sentence, start: int) -> bool:
    """As in "..., sixty of which", "..., each of the racks", "When we hauled, the doors"."""
    if sentence[start - 1].text != ",":
        return False
    if sentence.folded(start + 1, 2) in {"of which", "of whom"}:
        return True
    is_part = sentence[start].folded in _PARTS or is_count(sentence[start])
    if is_part and "of" in {sentence[start + 1].folded, sentence[start + 2].folded}:
        return True
    is_first = not any(token.text == "," for token in sentence.tokens[: start - 1])
    return is_first and sentence[0].folded in INTRODUCING


def _after_opening(sentence: Sentence, start: int) -> bool:
    """As in "In most of them the clippers", "At night the foxes", "These days the roads"."""
    before, opening = sentence[start - 1], sentence.tokens[:start]
    if before.folded in {"them", "it", "us"} and sentence[start - 2].folded == "without":
        return begins_clause(sentence, start - 2)
    if sentence[start].folded not in lexicon.ARTICLES | lexicon.POSSESSIVES:
        return False
    if start == len(_TIME) and sentence[0].folded in _TIME[0]:
        return before.folded.removesuffix("s") in _TIME[1]
    is_phrase = before.tag == "NOUN" or before.folded in {"them", "it", "us"}
    return (
        is_phrase
        and sentence[0].folded in {"in", "on", "at", "of", "for", "with"}
        and not any(token.tag in {"VERB", "AUX"} or token.text == "," for token in opening)
    )


def _is_said(sentence: Sentence, place: int) -> bool:
    """Whether it is a verb after which a clause follows without "that": "I noticed", "I'm told"."""
    said, who = sentence[place].folded, sentence[without_adverbs(sentence, place)].folded
    if said in lexicon.OBJECTS or said == "you":
        return who in {"told", "tell"} and sentence[place + 1].folded in _AFTER_TOLD
    if said == "out" or said in {"is", "was"}:
        return who in (_FINDING if said == "out" else _THINKING)
    if said in _FEELING:
        return who in _FEELERS
    if said == "told":
        return who in {"i'm", "we're", "am", "me", "us"}
    return said in SAID and (who in _SAYERS or (who == "to" and said in {"say", "hear"}))


OPENERS = words(
    """
    because although though while whereas if unless when whenever since whether where before after until as
    how why than once so
    """
)
"""Words that open a clause."""

INTRODUCING = lexicon.PREPOSITIONS | OPENERS | words("then now today yesterday here still")
"""Words that open what may stand before a clause and a comma."""

JOINING = words("and but so")
"""Words that join a clause to the one before it."""

SAID = words(
    """
    say says said think thought believe believed know knew hope hoped feel felt see saw mean meant find found
    hear heard mentioned mention explained noticed notice pretend pretended told suspect understand understood
    realise realised realize realized gather trust guess suppose learned learnt wish
    """
)
"""Verbs after which a clause may follow without "that"."""

_BEFORE_PHRASES = words("only even just such")
_PARTS = words("each every not neither none half")
_AFTER_TOLD = lexicon.ARTICLES | lexicon.POSSESSIVES | {"there"}
_SAYERS = lexicon.SUBJECTS | lexicon.MODALS | words("dare don't didn't")
_FINDING = words("turned turns found find figured")
_THINKING = words("guess trouble problem hope worry fear truth fact thing")
_FEELING = words("sure glad sorry afraid happy pleased certain confident pity shame")
_FEELERS = words("i'm we're am was were so very a")
_TIME = (words("these this last some most"), words("day week month year winter summer spring morning"))
_EARLY = 2

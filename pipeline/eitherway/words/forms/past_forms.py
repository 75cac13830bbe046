"""Past forms behind a noun: verbs of it ("the boiler burst"), or participles ("the tools used for it")."""

from __future__ import annotations

from collections.abc import Sequence

from eitherway.words.forms.lexicon import (
    AGENTS,
    BEFORE_A_NOUN,
    DETERMINERS,
    JOINING,
    NEWS,
    OBJECTS,
    PREPOSITIONS,
    SUBORDINATORS,
    WH,
    at,
    is_adverb,
    is_plural,
)
from eitherway.words.forms.verb_words import INTRANSITIVE_PAST, TOLD, is_past, listed
from eitherway.words.forms.word_classes import is_past_without_object, is_verb_in_ed, word_classes

BEGINS_AN_OBJECT = listed("the my your our its their his her a an every these those")
BEFORE_AN_ADVERB = DETERMINERS | JOINING | PREPOSITIONS
SEEM_PLURAL = listed(
    """
    sports sales systems operations logistics news maths mathematics physics economics analytics graphics
    robotics arts careers benefits communications relations resources needs services mechanics logistics
    """
)
"""Plurals that stand before a noun: "the sales work"."""
_SIMPLE_OBJECT = DETERMINERS | OBJECTS | WH
_SAYING = listed("said says told asked thinks thought mentioned wants wanted seems seemed knows knew")
_DOERS = AGENTS | word_classes().doers
_FOLLOWS_WHAT_IS_DONE = (
    DETERMINERS
    | PREPOSITIONS
    | JOINING
    | SUBORDINATORS
    | WH
    | listed(
        """
    to than last next today yesterday tomorrow tonight again together away back there here even earlier
    later twice not out
    """
    )
)
"""What stands behind a verb without an object, or behind a participle."""
HOW_MANY = listed(
    """
    many several few two three four five six seven eight nine ten more most lots everyone everything nobody
    nothing people
    """
)
_OF_WHAT_IS_MADE = listed(
    """
    based led owned driven run funded oriented related focused focussed made centered centred built grown
    sized shaped backed sponsored certified trained approved called named titled dubbed fed managed facing
    paid fired
    """
)
"""Participles that stand between nouns: "the employee owned stores", "a project called Harbor"."""
_HOPED = listed("tried decided wanted refused managed failed hoped promised learned proposed threatened")
_PARTICLES = listed("out up off down away")
_DONE_LAST = listed(
    """
    used required needed involved learned learnt spent made done hired proposed discussed mentioned covered
    given offered taken shown built served left included concerned affected achieved gained raised described
    expected asked promised planned provided received sold bought found lost chosen written taught kept met
    seen said told heard paid owed owned behaved skilled gifted married retired disabled injured deceased
    poor wounded bereaved unemployed
    """
)
"""Participles that stand last, behind a noun: "the lessons learned"."""
_BEFORE_WHAT_IS_DONE = BEFORE_A_NOUN | listed("being been be get getting got one ones")
_FOLLOWS_A_PARTICLE = BEGINS_AN_OBJECT | listed("during before after mid mid-interview midway again twice on")


def is_last_of_a_thing(words: Sequence[str], place: int) -> bool:
    """Whether it is a regular past form with which words end that begin as a thing does."""
    last = place > 1 and place + 1 == len(words)
    return last and words[0] in DETERMINERS and is_verb_in_ed(words[place])


def is_done_last(words: Sequence[str], place: int) -> bool:
    """Whether such a form is the verb: "the printer jammed", but "the lessons learned"."""
    before = words[place - 1]
    return words[place] not in _DONE_LAST and before not in _BEFORE_WHAT_IS_DONE and not is_adverb(before)


def has_happened(words: Sequence[str], place: int) -> bool:
    """Whether it has no object, so that it is no participle: "the boiler vanished on Monday"."""
    word, before, after = words[place], words[place - 1], at(words, place + 1)
    if word == "turned" and after in ("up", "out"):
        return True
    if before in BEFORE_A_NOUN or not (word in INTRANSITIVE_PAST or is_past_without_object(word)):
        return False
    return not after or after in _FOLLOWS_WHAT_IS_DONE or is_adverb(after)


def has_object(words: Sequence[str], place: int) -> bool:
    """Whether it has an object that has no word before it: "the county closed two clinics"."""
    word, before, after = words[place], words[place - 1], at(words, place + 1)
    if not is_past(word) or word in _OF_WHAT_IS_MADE or is_adverb(before) or before in BEFORE_A_NOUN:
        return False
    if after in HOW_MANY or after[:1].isdigit():
        return True
    does = before in _DOERS or before.startswith("^") or is_plural(before)
    return does and before not in SEEM_PLURAL and bool(after) and not _goes_on(after)


def _goes_on(word: str) -> bool:
    return word in _FOLLOWS_WHAT_IS_DONE or is_adverb(word) or is_past(word)


def is_active(words: Sequence[str], place: int) -> bool:
    """Whether it does something; else it is a participle: "reports based on surveys"."""
    _word, before, after = words[place], words[place - 1], at(words, place + 1)
    if _says(words, place) or _goes_on_as_a_verb(words, place):
        return True
    if is_adverb(before) and place > 1 and words[place - 2] not in BEFORE_AN_ADVERB:
        return after in _SIMPLE_OBJECT
    if is_adverb(before) or before in BEFORE_A_NOUN or before.endswith("'s"):
        return False
    return (
        after in _SIMPLE_OBJECT
        or after in ("most", "lots", "nothing", "everything", "badly", "well", "that", "great")
        or (is_adverb(after) and after not in ("by",))
    )


def _goes_on_as_a_verb(words: Sequence[str], place: int) -> bool:
    """As in "tried to", "argued about", "filled out the"."""
    before, after = words[place - 1], at(words, place + 1)
    if after in _PARTICLES:
        return place + 2 == len(words) or words[place + 2] in _FOLLOWS_A_PARTICLE
    tried = words[place] in _HOPED and after == "to"
    return tried or (after == "about" and (before in _DOERS or before.removesuffix("s") in _DOERS))


def _says(words: Sequence[str], place: int) -> bool:
    """As in "Ben said I could start in May", "your manager told me"."""
    word, before, after = words[place], words[place - 1], at(words, place + 1)
    if place == 1 and before.startswith("^") and word in _SAYING and len(words) > 2:
        return True
    return (before in AGENTS or before.startswith("^")) and word in TOLD and after in NEWS

"""Whether a few words hold a verb of their own, and where: what tells a sentence from what stands in one.

Words that stand behind "that", "which", "how" and the like belong to what stands before them ("the map that
you drew"), and so do those behind a subject pronoun that follows a noun ("the map you drew").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eitherway.words.forms.lexicon import (
    ADJECTIVES,
    AGENTS,
    ANYBODY,
    AUXILIARIES,
    BEFORE_A_NOUN,
    DETERMINERS,
    JOINING,
    MODALS_TOO,
    OBJECTS,
    PEOPLE,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    WH,
    at,
    is_adverb,
    is_plural,
)
from eitherway.words.forms.past_forms import (
    BEFORE_AN_ADVERB,
    BEGINS_AN_OBJECT,
    HOW_MANY,
    SEEM_PLURAL,
    has_happened,
    has_object,
    is_active,
    is_done_last,
    is_last_of_a_thing,
)
from eitherway.words.forms.verb_words import (
    ALSO_PLURALS,
    ONLY_PAST,
    SELDOM_NOUNS,
    SELDOM_THEIRS,
    TOLD,
    VERBS_IN_BASE,
    VERBS_IN_S,
    is_past,
    listed,
)
from eitherway.words.forms.word_classes import (
    is_verb_in_s,
    word_classes,
)
from eitherway.words.verbs import verbs

_OF_AN_OBJECT = (
    DETERMINERS
    | OBJECTS
    | WH
    | listed("that about people things everyone somebody someone more fewer less two three")
)
_NOT_BEFORE_A_VERB = DETERMINERS - {"this", "that", "each", "all"} | PREPOSITIONS | JOINING | {"", "to", "of"}
_FOLLOWS_A_PAST = DETERMINERS | OBJECTS | WH | PREPOSITIONS | {"that", "very", "so"}
_FOLLOWS_A_VERB = _OF_AN_OBJECT | ADJECTIVES
_BEHIND_A_BASE = _FOLLOWS_A_VERB | {"first"}
_BEFORE_A_DETERMINER = (
    PREPOSITIONS
    | JOINING
    | WH
    | SUBORDINATORS
    | DETERMINERS
    | listed(
        """
    than like worth half including plus versus vs per such quite many not even only just times once twice
    outside minus today tomorrow yesterday monday tuesday wednesday thursday friday next last as e.g i.e
    """
    )
)
_ASKED = SUBJECTS | DETERMINERS
_CAN_BE_ASKED = AUXILIARIES | MODALS_TOO
_NO_VERB = (JOINING | PREPOSITIONS | WH | SUBORDINATORS | SUBJECTS) - {"like"}
_NOUN_FOLLOWS = PREPOSITIONS | JOINING
_SIMPLE_OBJECT = DETERMINERS | OBJECTS | WH
_TOLD_ABOUT = _SIMPLE_OBJECT | {"about"}
_NO_OBJECT_NEEDED = listed("fit align thrive listen resonate agree matter inspire excite")
"""Base forms that are hardly ever nouns behind a plural: "people matter"."""
_STANDS_ALONE = _NO_OBJECT_NEEDED | listed("work suit help stay live grow last start match pay")
_WANTING = listed("wants needs hopes tries likes loves plans seems agrees prefers expects gets")
_FITTING = listed("fits suits matches sounds looks seems feels pays")
_UNDERGONE = listed(
    """
    passed failed missed skirted dodged avoided overran blanked stumbled rescheduled shortlisted waitlisted
    postponed cancelled canceled interrupted reached mispronounced
    """
)
"""What somebody did, or what happened: past forms that hardly ever stand before a noun."""
_HOW_OR_WHERE = frozenset(("from", "remotely", "late", "early", "there", "here"))
_HOW = PREPOSITIONS - {"of"} | {"", "well", "here", "together"}
_ONLY_DONE = ONLY_PAST - {"saw", "rose"}
_PREPOSITIONS = PREPOSITIONS - {"of"}
_ANY_VERB = word_classes().only_verbs | word_classes().verbs_too
_VERBS = verbs().every | {"let"}
_WHOM = OBJECTS | PEOPLE


def has_own_verb(words: Sequence[str]) -> bool:
    """Whether the words, in lower case, are a clause: a subject, and behind it a verb."""
    return own_verb(words) > 0


def own_verb(words: Sequence[str]) -> int:
    """The place of the verb of the words' own clause, 0 where there is none."""
    if starts_with_subject(words):
        return _verb_after_pronoun(words)
    for place in range(1, len(words)):
        word = words[place]
        if _begins_what_belongs_before(words, place):
            return 0
        if _is_verb(words, place):
            return place
        if word in AUXILIARIES and place == 1 and words[0] in PREPOSITIONS:
            return 0
    return 0


def starts_with_subject(words: Sequence[str]) -> bool:
    """Whether it begins with I, we, you and the like, or with one of these and its verb drawn together."""
    first = words[0] if words else ""
    return first in SUBJECTS or (first.partition("'")[0] in SUBJECTS and "'" in first)


def lacks_subject(words: Sequence[str]) -> bool:
    """Whether it begins with a verb: "loved the problem", "fits my skills", "was shown around"."""
    first, second = words[0], at(words, 1)
    if (
        first in _ONLY_DONE
        or first in _UNDERGONE
        or (len(words) == 1 and is_past(first) and first not in ADJECTIVES)
    ):
        return True
    if first in ("kept", "pays", "beats") and (second[:1].isdigit() or second.endswith("ing")):
        return True
    if first == "will" and second.endswith("ing"):
        return False
    if first in TOLD or first in AUXILIARIES:
        return second not in ("of", "and", "in") or first in AUXILIARIES
    if is_past(first):
        return second in _FOLLOWS_A_PAST or is_adverb(second) or is_past(second)
    if (first in _WANTING and second == "to") or (first in _FITTING and second in _PREPOSITIONS):
        return True
    if first in VERBS_IN_S and (first not in ALSO_PLURALS or second in _HOW_OR_WHERE):
        return second not in JOINING
    return first in VERBS_IN_S and (second in _FOLLOWS_A_VERB or is_adverb(second))


def goes_on_without_subject(words: Sequence[str]) -> bool:
    """Whether what stands behind a comma is a sentence without its subject: "friendly, showed me the lab"."""
    return at(words, 0) in TOLD and at(words, 1) in _TOLD_ABOUT


def is_inverted(words: Sequence[str]) -> bool:
    """Whether a question is asked: "how do you plan", "what is your process"."""
    far = 2 if words[0] in ("why", "when", "where", "whose") else 4
    for place in range(1, min(len(words), far)):
        word, after = words[place], at(words, place + 1)
        if word in ("do", "does", "did", "don't", "doesn't", "didn't"):
            return after in _ASKED or place == 1
        if word in _CAN_BE_ASKED:
            return after in _ASKED
        if word in _ASKED:
            return False
    return False


def _verb_after_pronoun(words: Sequence[str]) -> int:
    if "'" in words[0]:
        return 1 if len(words) > 1 else 0
    if words[0] in ANYBODY and at(words, 1) in SUBJECTS:  # everyone I met had been there for years
        return next((place for place in range(3, len(words)) if words[place] in AUXILIARIES | VERBS_IN_S), 0)
    for place in range(1, len(words)):
        if not is_adverb(words[place]):
            word = words[place]
            return 0 if word in _NO_VERB else place
    return 0


def _begins_what_belongs_before(words: Sequence[str], place: int) -> bool:
    word, before = words[place], words[place - 1]
    if word in WH or (word in SUBORDINATORS and word not in ("since", "so", "as", "once", "until")):
        return True
    if word.partition("'")[0] in SUBJECTS and before not in JOINING and word != "there":
        return True
    if word in BEGINS_AN_OBJECT and before not in _BEFORE_A_DETERMINER and not is_adverb(before):
        return not before.endswith("ing")
    return word == "to" and place > 1 and before not in PREPOSITIONS


def _is_verb(words: Sequence[str], place: int) -> bool:
    word, before = words[place], words[place - 1]
    if before in _NOT_BEFORE_A_VERB and before != "that":
        return False
    if is_last_of_a_thing(words, place):
        return is_done_last(words, place)
    if word in AUXILIARIES or word in ONLY_PAST or any(rule(words, place) for rule in _SURE):
        return True
    return _is_verb_by_form(words, place)


def _is_verb_by_form(words: Sequence[str], place: int) -> bool:
    word, before, after = words[place], words[place - 1], at(words, place + 1)
    if word in MODALS_TOO:
        return bool(after) and after not in _NOUN_FOLLOWS and before != "free"
    if word in VERBS_IN_S:
        return _is_verb_in_s(word, before, after) or (word == "matters" and _matters(words, place))
    if is_past(word):
        return is_active(words, place)
    if after in BEGINS_AN_OBJECT and word not in _BEFORE_A_DETERMINER and not is_adverb(word):
        return not (word.endswith("ing") or (after in ("a", "an") and word.endswith("s")))
    if not is_plural(before) or before in SEEM_PLURAL:
        return False
    return _is_base(words, place) or (word in _ANY_VERB and after in WH)


def _does_to_somebody(words: Sequence[str], place: int) -> bool:
    """As in "amazes me", "mentor each other"."""
    word, after = words[place], words[place + 1 : place + 3]
    if after == ["each", "other"]:
        return is_past(word) or word in _ANY_VERB
    does = word in _VERBS or is_verb_in_s(word) or is_past(word)
    return does and after[:1] in (["me"], ["us"], ["him"], ["them"])


def _does_behind_an_adverb(words: Sequence[str], place: int) -> bool:
    """As in "the county still pays for it"."""
    behind = is_adverb(words[place - 1]) and at(words, place - 2) not in BEFORE_AN_ADVERB
    return behind and place > 1 and is_verb_in_s(words[place])


def _does_so_much(words: Sequence[str], place: int) -> bool:
    """As in "counts several prizes", "leaks badly"."""
    before, after = words[place - 1], at(words, place + 1)
    if is_plural(before) or before in BEFORE_A_NOUN or not is_verb_in_s(words[place]):
        return False
    return after in HOW_MANY or after[-2:] == "ly"


def _is_base(words: Sequence[str], place: int) -> bool:
    """Whether it is a base form that a plural before it may have: "the hours work for me"."""
    word, after = words[place], at(words, place + 1)
    objects = word in _NO_OBJECT_NEEDED or after in _BEHIND_A_BASE
    alone = word in _STANDS_ALONE and words[0] in DETERMINERS and after in _HOW
    return (word in SELDOM_NOUNS and bool(after)) or (word in VERBS_IN_BASE and (objects or alone))


def _to_whom(after: Sequence[str]) -> bool:
    return after[:1] in (["here"], ["most"]) or (after[:1] == ["to"] and after[-1] in _WHOM)


def _matters(words: Sequence[str], place: int) -> bool:
    """Whether "the work matters", "data matters to me": family matters and the legal matters are things."""
    before, after = words[place - 1], words[place + 1 : place + 3]
    if before in BEFORE_A_NOUN or before.endswith(("al", "ic")):
        return False
    return (place > 1 and words[0] in DETERMINERS and not after) or _to_whom(after)


def _is_verb_in_s(word: str, before: str, after: str) -> bool:
    if before in ("this", "that"):
        return True
    if before in BEFORE_A_NOUN or before.endswith("'s") or is_plural(before):
        return False
    if before.startswith("^") and after in ("there", "here", "with", "at"):
        return True
    if word in ALSO_PLURALS and (before not in AGENTS or word in SELDOM_THEIRS):
        return after in _OF_AN_OBJECT or is_adverb(after)
    return after not in JOINING


def _is_doing(words: Sequence[str], place: int) -> bool:
    """A verb that stands in no list, by what follows it: "the team laughs a lot"."""
    word, before, after = words[place], words[place - 1], words[place + 1 :]
    if words[0] not in DETERMINERS or not word.endswith("s") or is_plural(before) or before in BEFORE_A_NOUN:
        return False
    if word in ("smells", "stinks", "reeks", "tastes"):
        return after[:1] in (["of"], ["like"])
    return after in (["people"], ["everyone"], ["everybody"]) or after[:2] == ["a", "lot"] or after == ["too"]


_SURE: tuple[Callable[[Sequence[str], int], bool], ...] = (
    _does_to_somebody,
    _is_doing,
    has_happened,
    has_object,
    _does_behind_an_adverb,
    _does_so_much,
)

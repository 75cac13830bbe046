"""The reader of a letter, spoken of in it as he, she or they."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eitherway.words.forms.lexicon import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    HE_OR_SHE,
    JOINING,
    PEOPLE,
    PREPOSITIONS,
    SUBORDINATORS,
    THEY,
    WH,
    is_adverb,
)
from eitherway.words.forms.verb_words import listed

_SAYING = listed(
    """
    like love admire appreciate respect share want think believe know said told asked mentioned send sent give
    use uses does do did is are was were has have i'd i'll i'm we'd
    """
)
_NO_THINGS = DETERMINERS | PREPOSITIONS | WH | JOINING | SUBORDINATORS | ADVERBS | THEY | HE_OR_SHE | _SAYING
_NO_THINGS |= {"i", "we", "you", "not", "much", "many", "long", "often", "far"}
_YOURS = {
    "they": "you", "them": "you", "their": "your", "theirs": "yours", "themselves": "yourselves",
    "they're": "you're", "they've": "you've", "they'd": "you'd", "they'll": "you'll",
}  # fmt: skip
_ROLES = tuple(
    tuple(role.split())
    for role in ("interviewer", "interviewer's", "interviewers", "hiring manager", "hiring manager's")
)
_BEHIND_SOMEBODY = PREPOSITIONS | JOINING | AUXILIARIES | {"who"}
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def speak_of_the_reader(said: Sequence[str]) -> bool:
    """Whether he, she or they stand for the reader: nobody is named before whom they could mean."""
    return (
        _by_role(said)
        or speak_of_them(said)
        or any(
            word in HE_OR_SHE and not any(map(_may_be_meant, said[:place])) for place, word in enumerate(said)
        )
    )


def speak_of_them(said: Sequence[str]) -> bool:
    """Whether "they" stand for the reader, or for whom the reader works."""
    place = next((place for place, word in enumerate(said) if word in THEY), -1)
    return place >= 0 and not any(map(_is_a_thing, said[:place]))


def to_the_reader(words: str, said: Sequence[str]) -> str:
    """Turn "their mission" into "your mission"; "" where he or she stands for the reader."""
    if any(word in HE_OR_SHE for word in said):
        return ""
    return _WORD.sub(lambda found: _YOURS.get(found[0].lower().replace("’", "'"), found[0]), words)


def _by_role(said: Sequence[str]) -> bool:
    """As in "the interviewer's dog"; interviewer training is a thing."""
    named = said[1:] if said[0] in DETERMINERS else said
    role = next((role for role in _ROLES if tuple(named[: len(role)]) == role), ())
    alone = named[len(role) : len(role) + 1] in ([], *([word] for word in _BEHIND_SOMEBODY))
    return bool(role) and (role[-1].endswith("'s") or (alone and named is not said))


def _may_be_meant(word: str) -> bool:
    return word in PEOPLE or word[:1] == "^" or word.removesuffix("'s") in PEOPLE


def _is_a_thing(word: str) -> bool:
    return word not in _NO_THINGS and not is_adverb(word)

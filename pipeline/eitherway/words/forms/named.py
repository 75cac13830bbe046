"""Whether words call their reader by name, as one does who speaks of another: "Ana's garden", to Ana."""

from __future__ import annotations

import re

from eitherway.words.forms.lexicon import AUXILIARIES, JOINING, PREPOSITIONS
from eitherway.words.forms.verb_words import TOLD, VERBS_IN_S, listed
from eitherway.words.salutations.parts import parts

_BEHIND = AUXILIARIES | JOINING | PREPOSITIONS | TOLD | VERBS_IN_S | {""}
_WORD = re.compile(r"[^\W\d_]+")
_IN_TIME = listed("april may june august sunday friday summer")
"""Given names that are a day's or a month's as well."""


def reader_by_name(words: str, name: str) -> str:
    """The name by which the words call the person of that name; "" where they do not, or may mean another.

    A given name with another family name behind it, or before it another name, is somebody else's.

    >>> reader_by_name("Ana's garden", "Ana Ruiz"), reader_by_name("Ana Bell's garden", "Ana Ruiz")
    ('Ana', '')
    """
    if set(_WORD.findall(words.casefold())).isdisjoint(_WORD.findall(name.casefold())):
        return ""  # dividing a name takes longer
    known = parts(name)
    called = {known.full, known.given, f"{known.honorific} {known.family}" if known.honorific else ""} - {""}
    for each in sorted(called, key=len, reverse=True):
        for found in re.finditer(rf"(?<!\w){re.escape(each)}(?P<s>['’]s?)?(?!\w)", words):
            if _is_meant(words[: found.start()].split(), words[found.end() :].split(), found):
                return each
    return ""


def _is_meant(before: list[str], after: list[str], found: re.Match[str]) -> bool:
    name = found[0]
    if before and before[-1][:1].isupper() and before[-1][-1:] not in ".,;:":
        return False
    if found["s"]:
        return True
    following = re.sub(r"\W", "", after[0]).lower() if after and after[0][:1].isalpha() else ""
    is_another = bool(after) and after[0][:1].isupper()
    return not is_another and following in _BEHIND and name.lower() not in _IN_TIME

"""In which order a name of several words is to be read. It is a suggestion: only the person knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from eitherway.words.names import plain
from eitherway.words.salutations.name_words import (
    COMMONEST,
    EAST_ASIAN,
    GIVEN_NAMES_TOO,
    HUNGARIAN,
    HUNGARIAN_GIVEN,
    IBERIAN,
    JAPANESE,
    KOREAN_SYLLABLES,
)


class Order(Enum):
    """How the words of a name divide."""

    GIVEN_FIRST = auto()
    FAMILY_FIRST = auto()
    TWO_SURNAMES = auto()


GIVEN_NAMES_AT_MOST = 2
"""Spain's and Portugal's registers take two given names (Ley 20/2011, art. 51; Código do Registo Civil, art.
103): where there are more words, the further ones are family names.
"""


def order(words: Sequence[str]) -> Order:
    """The order of a name's words, without honorific, suffix and comma."""
    plainly = [plain(word) for word in words]
    if _is_family_first(plainly):
        return Order.FAMILY_FIRST
    return Order.TWO_SURNAMES if _has_two_surnames(words, plainly) else Order.GIVEN_FIRST


def _is_family_first(words: Sequence[str]) -> bool:
    if len(words) < 2:
        return False
    family, *given = words
    if family in EAST_ASIAN and len(given) == 3 and not _is_east_asian(given[2:], family):
        return all(_SYLLABLE.fullmatch(each) for each in given[:2]) and given[2] not in EAST_ASIAN
    if family in EAST_ASIAN:
        return _outranks(family, given[-1]) and _is_east_asian(given, family)
    if family in HUNGARIAN:
        return len(given) < 3 and all(each in HUNGARIAN_GIVEN for each in given)
    if len(given) > 1:
        return False
    return (
        _is_japanese_family(family)
        and not _is_japanese_family(given[0])
        and bool(_ROMAJI.fullmatch(given[0]))
    )


def _outranks(first: str, last: str) -> bool:
    return last not in EAST_ASIAN or (first in COMMONEST and last not in COMMONEST)


def _is_east_asian(given: Sequence[str], family: str) -> bool:
    """Whether each word is a syllable, or a name of two of them."""
    pieces = [piece for word in given for piece in re.split("[-‐’']", word)]
    if len(pieces) > 1:
        return len(pieces) <= 3 and all(_SYLLABLE.fullmatch(each) or _NAME.fullmatch(each) for each in pieces)
    if family in GIVEN_NAMES_TOO:
        return bool(_KOREAN.fullmatch(pieces[0]))
    return bool(_SYLLABLE.fullmatch(pieces[0]) or _NAME.fullmatch(pieces[0]))


def _is_japanese_family(word: str) -> bool:
    return word in JAPANESE or bool(_JAPANESE_END.search(word))


def _has_two_surnames(words: Sequence[str], plainly: Sequence[str]) -> bool:
    """Whether the last name, with the small words before it, has a family name before it."""
    before = next((i for i in range(len(words) - 2, -1, -1) if not words[i].islower()), 0)
    if before < 1 or not _is_iberian(plainly[-1]):
        return False
    return _is_iberian(plainly[before]) or before >= GIVEN_NAMES_AT_MOST


def _is_iberian(word: str) -> bool:
    return word in IBERIAN or (word.endswith(("az", "ez", "iz", "oz", "uz")) and word not in _GIVEN_IN_Z)


_GIVEN_IN_Z = frozenset(("aziz", "beatriz", "feliz", "inez", "liz", "luiz", "luz", "moaz", "shiraz", "thaiz"))
_PINYIN = (
    "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:ai?|ang?|ao|ei|eng?|er|e|iang?|iao|ia|ie|ing?|iong|iu|i|ong|ou|uai|uang?|ua|ue|ui|uo|un|u|(?<=[bpmfw])o)"
)
_KOREAN_SYLLABLE = f"(?:{'|'.join(sorted(KOREAN_SYLLABLES))})"
_NAME = re.compile(f"(?:{_PINYIN}){{2}}|{_KOREAN_SYLLABLE}{{2}}")
_KOREAN = re.compile(f"{_KOREAN_SYLLABLE}{{2}}")
_SYLLABLE = re.compile(
    "(?:ngh?|nh|ch|gh|gi|kh|ph|qu|sh|th|tr|ts|zh|hw|hy|ky|kw|gy|my|by|[bcdfghjklmnpqrstvwxyz])?"
    "[aeiouy]{1,3}(?:ch|ng|nh|[chklmnprtw])?"
)
_ROMAJI = re.compile("(?:(?:[kgnhbpmr]y|ch|sh|ts|[kgsztdnhbpmrwyjf])?[aeiou]|n(?![aeiou]))+")
_JAPANESE_END = re.compile(
    ".(?:yama|moto|mura|[kg]awa|[sz]aki|shita|guchi|[hb]ashi|hara|wara|naka|[sj]hima|jima|oka|[sz]awa|tani|mizu|matsu|uchi|[tz]suka)$"
)

"""Words as a sentence has them: no capital at their beginning, no shouting, no semicolons."""

from __future__ import annotations

import re

from eitherway.words.forms.articles import NOT_COUNTED, with_article
from eitherway.words.forms.lexicon import (
    COMMON,
    DETERMINERS,
    NAMES_IN_TION,
    ORDINARY,
    ORDINARY_ENDINGS,
    PREPOSITIONS,
    WH,
    is_adverb,
    is_gerund,
)
from eitherway.words.forms.said import said
from eitherway.words.verbs import verbs

_AFTER_A_GERUND = DETERMINERS | WH | PREPOSITIONS | {"to", "you", "people", "things"}
_SMALL = ORDINARY | DETERMINERS
_LEADING = DETERMINERS | WH
_PARTS = re.compile(r"\s*;\s*|\s\+\s")
_JOINED = re.compile(r"\b(?:and|or)\b")
SHOUTED = 9
"""Letters, all capitals, from which on it is no abbreviation."""
_NO_ITEM = _LEADING | PREPOSITIONS
_KNOWN = COMMON | NOT_COUNTED | verbs().every


def without_shouting(words: str) -> str:
    """KUBERNETES MIGRATION as Kubernetes migration."""
    if not words.isupper() or sum(map(str.isalpha, words)) < SHOUTED:
        return words
    return " ".join(_quiet(word) for word in words.split(" "))


def without_capital(words: str) -> str:
    """An ordinary first word in small letters, whoever began a cell with a capital."""
    first, space, rest = words.partition(" ")
    plain = first.strip("\"'“‘(,;:").casefold().replace("’", "'")
    is_title = rest[:1].isupper() and plain not in _LEADING
    written = first[:1].isupper() and (first[1:].islower() or first == "A")
    if not written or is_title or not _is_ordinary(plain, rest.partition(" ")[0].casefold()):
        return words
    return first[0].lower() + first[1:] + space + rest


def as_a_list(words: str) -> str:
    """Things one beside the other, as a sentence lists them: "migration to SAP; new team lead"."""
    if ("; " in words and "&" not in words) or " + " in words:
        return _listed([with_article(piece.strip()) for piece in _PARTS.split(words) if piece.strip()])
    pieces = [piece.strip() for piece in words.split(", ")]
    if len(pieces) > 1 and all(map(_is_short, pieces)) and not _JOINED.search(words):
        return _listed(pieces)
    return words


def _is_short(piece: str) -> bool:
    return 0 < len(piece.split()) <= 3 and said(piece)[0] not in _NO_ITEM


def _listed(pieces: list[str]) -> str:
    return " and ".join((", ".join(pieces[:-1]), pieces[-1])) if len(pieces) > 1 else "".join(pieces)


def _quiet(word: str) -> str:
    low = word.lower()
    plain = low.strip(".,;:()'\"")
    known = _KNOWN
    if plain in known or plain.removesuffix("s") in known or plain.endswith(ORDINARY_ENDINGS):
        return low
    return word if len(plain) <= 4 else word[0] + low[1:]


def _is_ordinary(word: str, second: str) -> bool:
    if word in NAMES_IN_TION:
        return False
    is_doing = is_gerund(word) and (second in _AFTER_A_GERUND or is_adverb(second))
    return word in _SMALL or word.endswith(ORDINARY_ENDINGS) or is_doing

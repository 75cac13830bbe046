"""The forms of some 4,300 verbs, for rules that are sure of a verb's place; most are nouns as well."""

from __future__ import annotations

import re
from functools import cache

from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.reading import Around, Token
from eitherway.words.forms.word_classes import word_classes
from eitherway.words.verbs import with_s


def kinds(word: str) -> frozenset[str]:
    """The kinds of verb form that the word can be; none of "be" and of what is no verb."""
    return frozenset(kind for _, kind in _by_form().get(word, ()))


def could_be(word: str, kind: str) -> bool:
    """Whether that kind of verb form is one of them."""
    return kind in kinds(word)


def is_only(word: str, *allowed: str) -> bool:
    """Whether the word may be a verb, in no other form than these."""
    found = kinds(word)
    return bool(found) and found.issubset(allowed)


def bare(word: str) -> str:
    """The base of a verb in whatever form; the word itself where it is none."""
    return min((base for base, _ in _by_form().get(word, ())), default=word)


def inflected(base: str, kind: str) -> str:
    """The verb's form of that kind; where two are right, the first."""
    return _paradigm(base)[kind][0]


@cache
def is_only_verb(base: str) -> bool:
    """Whether a verb's base form is neither a noun nor an adjective too."""
    return base in word_classes().only_verbs or (bool(lexicon.forms(base)) and lexicon.is_only_verb(base))


def is_nothing_else(base: str) -> bool:
    """Whether no dictionary has a noun or an adjective of that spelling: "arrive", but not "hurry"."""
    return base in word_classes().only_verbs


def is_base(token: Token) -> bool:
    """Whether it is the base form of a verb and no other, by itself or by its place in the sentence."""
    word = token.folded
    return token.is_plain and is_only(word, "base") and (token.tag == "VERB" or is_only_verb(word))


def has_object(verb: Around) -> bool:
    """Whether an object of the verb begins after it, as far as one word tells."""
    after = verb.token(1)
    return after.folded in OBJECTS or after.masked or after.text[:1].isdigit() or after.tag == "NUM"


OBJECTS = (
    lexicon.ARTICLES
    | lexicon.POSSESSIVES
    | lexicon.OBJECTS
    | {"it", "you", "this", "that", "these", "those", "something", "anything", "everything", "nothing"}
)


@cache
def _by_form() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    classes = word_classes()
    for base in (classes.only_verbs | classes.verbs_too | _irregular().keys() | lexicon.bases()) - {"be"}:
        for kind, words in _paradigm(base).items():
            for word in words:
                found.setdefault(word, []).append((base, kind))
    return {word: tuple(forms) for word, forms in found.items()}


def _paradigm(base: str) -> dict[str, list[str]]:
    if base in lexicon.bases():
        return lexicon.paradigm(base)
    stem = base + base[-1] if _DOUBLES.fullmatch(base) else base
    pasts = [lexicon.with_ed(stem)]
    past, participle = _irregular().get(base, (pasts, pasts))
    return {
        "base": [base],
        "s": [with_s(base)],
        "ing": [lexicon.with_ing(stem)],
        "past": past,
        "participle": participle,
    }


@cache
def _irregular() -> dict[str, tuple[list[str], list[str]]]:
    return lexicon.principal_parts("irregular_rare.txt")


_DOUBLES = re.compile(r"(?:[^aeiou]*|[^aeiou]*qu)[aeiou][bdgklmnprtvz]")
"""A word of one syllable whose last letter is doubled before an ending: spot, jam."""

"""Some 4,300 verbs and 3,600 words for whoever does something; word_classes.txt holds them, from WordNet."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple


class WordClasses(NamedTuple):
    """Verbs by their base form, and nouns."""

    only_verbs: frozenset[str]
    verbs_too: frozenset[str]
    """Verbs that are nouns or adjectives as well."""
    seldom_nouns: frozenset[str]
    """Of these, those that may be adjectives, and hardly ever nouns: add, complete."""
    without_object: frozenset[str]
    """Verbs, of both sets, that hardly ever have an object: vanish, complain."""
    doers: frozenset[str]
    """People and groups of them: plumber, county."""


@cache
def word_classes() -> WordClasses:
    """The classes, read once."""
    text = files(__package__).joinpath("word_classes.txt").read_text(encoding="utf-8")
    return WordClasses(*(frozenset(part.partition("]")[2].split()) for part in text.split("\n[")[1:]))


@lru_cache(maxsize=4096)
def is_verb_in_s(word: str) -> bool:
    """Whether it may be the form of a verb with he, she or it: "restores", "parks"."""
    classes = word_classes()
    return any(base in classes.only_verbs or base in classes.verbs_too for base in _without_s(word))


@lru_cache(maxsize=4096)
def is_past_without_object(word: str) -> bool:
    """Whether it is a regular past form of a verb that hardly ever has an object: "vanished"."""
    return any(base in word_classes().without_object for base in _without_ed(word))


@lru_cache(maxsize=4096)
def is_verb_in_ed(word: str) -> bool:
    """Whether it is a regular past form: "jammed"."""
    classes = word_classes()
    return any(base in classes.only_verbs or base in classes.verbs_too for base in _without_ed(word))


def _without_s(word: str) -> tuple[str, ...]:
    """What it may be the form of with an s: carries, of carry."""
    if not word.endswith("s") or word.endswith("ss"):
        return ()
    if word.endswith("ies"):
        return (word[:-3] + "y", word[:-1])
    return (word[:-1], word[:-2]) if word.endswith("es") else (word[:-1],)


def _without_ed(word: str) -> tuple[str, ...]:
    """What it may be the past form of: planned, of plan."""
    if not word.endswith("ed"):
        return ()
    if word.endswith("ied"):
        return (word[:-3] + "y",)
    doubled = word[-3:-2] == word[-4:-3]
    return (word[:-2], word[:-1], *([word[:-3]] if doubled else []))

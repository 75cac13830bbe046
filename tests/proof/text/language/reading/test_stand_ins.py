"""Letters to different people share one reading of a paragraph, and what is found in each stays the same."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway.proof.prose.masks import masks
from eitherway.proof.text import language
from eitherway.proof.text.language import language_findings, page, read_blocks
from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.orthography import capitals
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.blocks import blocks
from eitherway.proof.text.language.reading.reading import Reading
from eitherway.proof.text.language.reading.stand_ins import LENGTHS, is_word, unnamed
from tests.proof.text.language.readings import manuscript

NAMES = (
    "Mateus Okafor", "Grace Will", "Ling Fischer", "Ann Inc", "Rose May", "Phil Mus", "Jean-Luc Picard",
    "Nadia Okafor-Lindqvist", "Søren Ek", "Ji Wu", "Uwe Honest", "Elif Yilmaz", "Kestrel Robotics",
    "Walla Walla", "Bora Bora", "Tess Quigley", "Ilse Haddad", "Studio 54", "Company 77", "A 24 Films",
)  # fmt: skip
"""Names that are words, or begin and end as words do; those that are neither."""

PIECES = (
    "Dear {},", "I work {} now.", "It is a {} that I liked.", "We met an {} there", "I has met {} {} twice.",
    "{} were kind, and {} have two dog", "Thank you {}", "more then {} said", "four {} came",
    "{} {lower} showed me round.", "I would {} join", "to {} meeting you", "There is {} and {}.",
    "one of {} leak", "Their was {} , who told me", "{} and I looks forward", "in middle of {}",
    "as {} reads it, its a pleasure", "the {} the {} plan", "{}s team recieve it", "for the {}ing of it",
)  # fmt: skip
"""Blocks with a place for a name, most of them with a slip near it that a rule tells by its neighbours."""


def read(letter: Manuscript, known: Known, engines: Engines) -> list[object]:
    return sorted(language_findings(letter, known, masks(letter, known), engines), key=repr)


def read_as_it_is(letter: Manuscript, known: Known, engines: Engines) -> list[object]:
    """The same with every block read under its own names, and nothing remembered."""
    own = masks(letter, known)
    found = [
        replace(each, start=each.start + start, end=each.end + start)
        for start, block in blocks(letter, own)
        for each in read_blocks([block], engines)[0]
    ]
    return sorted((*found, *capitals.names(Reading(letter, own), known)), key=repr)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5), st.data())
def test_any_names_anywhere_say_the_same(engines: Engines, pieces: list[str], data: st.DataObject) -> None:
    name, other = (data.draw(st.sampled_from(NAMES)) for _ in range(2))
    shown = data.draw(st.sampled_from((name, name.split()[0], name.split()[-1])))
    text = "\n\n".join(pieces).replace("{lower}", shown.lower()).replace("{}", shown, 3).replace("{}", other)
    letter = replace(manuscript(text), to=Person(name, family=name.split()[-1]), others=(Person(other),))
    known = Known(people=(name, other))
    assert read(letter, known, engines) == read_as_it_is(letter, known, engines)


def test_one_reading_for_all_whose_names_are_no_words(engines: Engines) -> None:
    page.cache_clear()
    for name in ("Mateu Okafor", "Bjorn Rahimi", "Tomko Ibarra-Umarov"):
        letter = replace(manuscript(f"Dear {name},\n\nI met {name.split()[0]}."), to=Person(name))
        assert read(letter, Known(people=(name,)), engines) == []
    assert page.cache_info().misses == 3  # two blocks, and a greeting in two parts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dear Grace,", "Grace"),  # a word
        ("I met a Okafor.", "Okafor"),  # after an article
        ("Okafor okafor came.", "Okafor"),  # in another case besides
        ("I met O'Brien.", "O'Brien"),  # in parts
    ],
)
def test_a_name_that_may_mean_something_to_a_rule_stays(engines: Engines, text: str, name: str) -> None:
    letter = replace(manuscript(text), to=Person(name))
    for _, block in blocks(letter, masks(letter, Known())):
        assert unnamed(block, engines.counts) is block


def test_every_word_that_a_rule_knows_is_a_word(engines: Engines) -> None:
    unknown = {
        word
        for word in known_to_rules()
        if word.isascii() and word.isalpha() and word.islower() and len(word) in LENGTHS
        if not is_word(word, engines.counts)
    }
    assert unknown <= OF_NO_NAME


def known_to_rules() -> Iterator[str]:
    """Each word in a text of any module of rules, and in the lists of contexts."""
    for module in pkgutil.walk_packages(language.__path__, f"{language.__name__}."):
        if not module.ispkg and module.name.rpartition(".")[2] not in ABOUT_THEIR_OWN_WORD:
            source = inspect.getsource(import_module(module.name))
            constants = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
            yield from (word for value in constants if isinstance(value, str) for word in value.split())
    for file in ("contexts.txt", "gaps.txt"):
        for line in lexicon.lines(file):
            around = re.sub(r"\[.*?\]", " ", line)
            yield from re.split(r"[\s|!]+", around)


ABOUT_THEIR_OWN_WORD = frozenset({"dialects", "rules", "sounds", "spelling", "stand_ins", "tags", "variants"})
"""Modules that look at one word of the letter's own, or name what is no word."""

OF_NO_NAME = frozenset(
    """
    ance ee ence er ics ied ing ity ly ment oe ss tion ying
    chunspell linter linters misspelt plaintext backoff
    det sg pl
    longterm pago teacake teacakes walla
    """.split()  # noqa: SIM905 - words are easier to read than two dozen quoted strings
)
"""Endings, of which a stand-in keeps those that count; words of docstrings; words no name is made of."""

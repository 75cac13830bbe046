"""Slips that no rule names: what the words around them make far likelier."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from eitherway.model.findings import Finding
from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.grammar.likelier import forms_of, governor, likelier_words, margins
from eitherway.proof.text.language.reading.flow import together
from tests.proof.text.language.readings import reading, shown


def likely(text: str, engines: Engines, names: Sequence[str] = ()) -> list[Finding]:
    (found,) = likelier_words(together([reading(text, names=names)], engines.ngrams), engines.ngrams)
    return found


@pytest.mark.parametrize(
    ("wrong", "found", "meant"),
    [
        ("The whether was bad.", "whether", "weather"),
        ("It was nice to here from you again.", "here", "hear"),
        ("I no that you are busy.", "no", "know"),
        ("Their is a lot to do.", "Their", "There"),
        ("They were teach by the best.", "teach", "taught"),
        ("I am sure you will looking for somebody.", "looking", "look"),
        ("I would like to thanks you for your time.", "thanks", "thank"),
    ],
)
def test_what_would_be_far_likelier(wrong: str, found: str, meant: str, engines: Engines) -> None:
    assert (found, meant) in shown(wrong, likely(wrong, engines))


@pytest.mark.parametrize(
    "right",
    [
        "The weather was fine, and I wondered whether it would last.",
        "You asked hard questions. I appreciated that, and I am used to starting at two in the morning.",
        "The phones rang all day. The requests of readers decide what the bakery bakes.",
        "I have clean hands. We kept the torn sail, and its lining.",
        "Could you see your way to giving it to me? Everybody I talk to asks for them.",
        "- We went to the yard.\n- A yard a week, and I was there.",
        "",
    ],
)
def test_what_is_right_is_left_alone(right: str, engines: Engines) -> None:
    assert shown(right, likely(right, engines)) == []


def test_a_name_stands_for_no_other_word(engines: Engines) -> None:
    text = "I heard that Hole Foods is hiring, and that Will Weather runs it."
    assert shown(text, likely(text, engines, names=["Hole Foods", "Will Weather"])) == []


def test_a_verb_is_known_by_each_of_its_forms() -> None:
    assert [tuple(form) for form in forms_of("finished")] == [
        ("finished", "past+participle"),
        ("finish", "base"),
        ("finishes", "s"),
        ("finishing", "ing"),
    ]
    assert forms_of("were") == forms_of("table") == ()


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("should", "modal"),
        ("have never", "have+adv"),
        ("to", "to"),
        ("<s>", ""),
        ("quickly", ""),
    ],
)
def test_the_word_before_governs(before: str, named: str) -> None:
    words = ["", "<s>", *before.split(), "gone"]
    assert governor(words, len(words) - 1) == named


def test_each_margin_asks_for_evidence() -> None:
    table = margins()
    assert min(margin for meant in table.words.values() for margin in meant.values()) >= 2.5
    assert min(table.forms.values()) >= 2.5
    assert not {("base", "past", "pl"), ("past", "base", "pl")} & table.forms.keys()

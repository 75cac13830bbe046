"""The verbs and the people that the form of typed words shows by."""

from __future__ import annotations

import pytest

from eitherway.words.forms.form import NOMINAL, Form
from eitherway.words.forms.reading import read_point
from eitherway.words.forms.word_classes import (
    is_past_without_object,
    is_verb_in_ed,
    is_verb_in_s,
    word_classes,
)


def test_each_class_is_lowercase_words_and_verbs_are_of_one_class() -> None:
    classes = word_classes()
    assert all(word.isalpha() and word.islower() for each in classes for word in each)
    assert not classes.only_verbs & classes.verbs_too
    assert classes.seldom_nouns < classes.verbs_too
    assert classes.without_object < classes.only_verbs | classes.verbs_too


def test_forms_are_found_by_their_base() -> None:
    assert all(map(is_verb_in_s, ("restores", "carries", "passes", "parks")))
    assert not any(map(is_verb_in_s, ("glass", "kitchens", "boss")))
    assert all(map(is_verb_in_ed, ("jammed", "carried", "used", "wilted")))
    assert not any(map(is_verb_in_ed, ("misdeed", "red")))
    assert is_past_without_object("vanished")
    assert not is_past_without_object("repaired")


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("the boiler vanished on Monday", Form.CLAUSE),
        ("the county closed two clinics", Form.CLAUSE),
        ("the branch still submits new drivers", Form.CLAUSE),
        ("nurses mentor each other", Form.CLAUSE),
        ("the printer jammed", Form.CLAUSE),
        ("wield the torch slowly", Form.NOTE),
        ("brush up resume", Form.NOTE),
        ("the deli or", Form.FRAGMENT),
    ],
)
def test_verbs_of_no_list_of_ours_are_verbs(words: str, form: Form) -> None:
    assert read_point(words).form is form


@pytest.mark.parametrize(
    "words",
    [
        "the lessons learned",
        "wood fired ovens",
        "the employee owned stores",
        "a project called Harbor",
        "the tools used in the second shop",
        "parks and their benches",
        "start up costs",
        "the score needed to win a match",
    ],
)
def test_participles_and_nouns_remain_what_they_are(words: str) -> None:
    assert read_point(words).form in NOMINAL

from __future__ import annotations

import pytest

from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.grammar.confusions import confused_words
from tests.proof.text.language.readings import reading, shown


@pytest.mark.parametrize(
    ("wrong", "found", "meant"),
    [
        ("I would except an offer today.", "except", "accept"),
        ("Please let me know either weigh.", "weigh", "way"),
        ("I hove never missed a day.", "hove", "have"),
        ("It was a pleasure too speak with you.", "too", "to"),
        ("I would like to no more. Please let me no either way.", "no", "know"),
        ("It was slower then I liked.", "then", "than"),
        ("Is their anything else?", "their", "there"),
        ("I enjoyed hearing how you're team works.", "you're", "your"),
        ("One off the teachers asked me.", "off", "of"),
        ("I was there, an I saw it.", "an", "and"),
        ("My answer was to brief.", "to", "too"),
        ("I would be happy to come.\n\nYours sincerity,\n\nTunde", "sincerity", "sincerely"),
    ],
)
def test_a_word_that_stands_for_another(wrong: str, found: str, meant: str, engines: Engines) -> None:
    assert (found, meant) in shown(wrong, confused_words(reading(wrong), engines.counts))


@pytest.mark.parametrize(
    "right",
    [
        "I would rather ask than let it pass. Four people came, and two of them stayed.",
        "We wrote off a loss. I set off at noon.",
        "The weather was fine; I wondered whether it would last.",
        "Your team works hard, and you're right to be proud of it.",
        "There are two reasons, and their sum is too small to matter.",
        "I know no one there now. No, I knew it was new.",
    ],
)
def test_right_words(right: str, engines: Engines) -> None:
    assert not shown(right, confused_words(reading(right), engines.counts))


def test_names_are_left_alone(engines: Engines) -> None:
    assert not list(confused_words(reading("I met Fore, who sent it.", names=["Fore"]), engines.counts))

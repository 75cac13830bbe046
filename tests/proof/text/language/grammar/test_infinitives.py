from __future__ import annotations

import pytest

from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.grammar.infinitives import infinitives
from tests.proof.text.language.readings import shown, tagged


@pytest.mark.parametrize(
    ("wrong", "words", "meant"),
    [
        ("I enjoyed to talk with you.", "to talk", "talking"),
        ("One must avoid to block the gate.", "to block", "blocking"),
        ("I would recommend to map it first.", "to map", "mapping"),
        ("The door kept to drop out of its frame.", "to drop", "dropping"),
        ("You could save time just by to move a desk.", "to move", "moving"),
        ("Thank you for letting me to look around.", "to look", "look"),
        ("He made me to wire a socket.", "to wire", "wire"),
        ("I would rather to know.", "to know", "know"),
        ("You had better to wait.", "to wait", "wait"),
    ],
)
def test_a_to_too_many(wrong: str, words: str, meant: str, engines: Engines) -> None:
    assert shown(wrong, infinitives(tagged(wrong, engines))) == [(words, meant)]


@pytest.mark.parametrize(
    "right",
    [
        "I was made to wait, and it is suggested to be so. I kept to the left.",
        "I enjoyed it to the end. I recommend you to them. Something to look forward to.",
        "They let it to a baker. I stopped to think. I made up my mind to go.",
        "She is someone to speak of to others. I'd rather go to work.",
    ],
)
def test_what_is_right(right: str, engines: Engines) -> None:
    assert shown(right, infinitives(tagged(right, engines))) == []

"""Slang, shouting, emoji and exclamation marks."""

from __future__ import annotations

import pytest

from eitherway.model.codes import Severity
from eitherway.proof.text.tone import tone
from tests.proof.text.letters import KNOWN, found, letter


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("It was awesome.", "awesome"),
        ("Thanks a ton for it.", "Thanks a ton"),
        ("I'm gonna learn.", "gonna"),
        ("I totally enjoyed it.", "totally"),
        ("It was a super cool tour.", "super cool"),
        ("BTW, I can start.", "BTW"),
        ("I WANT THIS JOB now.", "I WANT THIS JOB"),
        ("It was good!!!", "good!!!"),
        ("It was good 😊.", "😊"),
        ("It was good :)", ":)"),
        ("Hope u are well.", "u"),
    ],
)
def test_too_casual_or_too_loud(said: str, wrong: str) -> None:
    manuscript = letter(said)
    assert wrong in found(tone(manuscript, KNOWN), manuscript)


@pytest.mark.parametrize(
    "said",
    [
        "I hold an A+ certificate and HVAC and EPA cards.",
        "I use SQL, R and C++, and I worked for NASA and the NHS.",
        "The second oven runs cool, and we pumped water.",
        "I really enjoyed the tour so much.",
        "The ratio is 3:1; we met at 8:30.",
        "We spoke of the second half (phase 8) and of points 7), 8) and 9).",
        "I should be so very happy, now and later.",
        "Only one of us was sick, and it was not I.",
        "A plain “nope” will do.",
    ],
)
def test_abbreviations_and_ordinary_words(said: str) -> None:
    assert list(tone(letter(said), KNOWN)) == []


def test_one_exclamation_mark_is_only_told() -> None:
    assert [finding.severity for finding in tone(letter("Thank you!"), KNOWN)] == [Severity.INFO]

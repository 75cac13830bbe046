from __future__ import annotations

import pytest

from eitherway.model.codes import Severity
from eitherway.proof.text.language.orthography.mechanics import articles, doubled_words, spacing
from tests.proof.text.language.readings import reading, shown


@pytest.mark.parametrize(
    ("text", "twice", "once"),
    [
        ("I read the the report twice.", "the the", "the"),
        ("I i would be pleased to come.", "I i", "I"),
        ("We met and\nand talked about it.", "and\nand", "and"),
        ("It was an hour hour-long call.", "hour hour-long", "hour"),
    ],
)
def test_a_word_that_stands_twice(text: str, twice: str, once: str) -> None:
    (finding,) = doubled_words(reading(text))
    assert shown(text, [finding]) == [(twice, once)]
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "I had had doubts, and I know that that was wrong.",
        "With best wishes,\n\nwishes are free.",
        "It is 20 20 times.",
        "She said no, no, no.",
    ],
)
def test_words_that_are_rightly_repeated(text: str) -> None:
    assert not list(doubled_words(reading(text)))


def test_a_name_that_is_one_word_twice_is_left_alone() -> None:
    text = "I drove through Walla Walla today."
    assert not list(doubled_words(reading(text, names=["Walla Walla"])))


@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("Thank you  for it.", "u  f", "u f"),
        ("Thank you\tfor it.", "u\tf", "u f"),
    ],
)
def test_blanks(text: str, found: str, meant: str) -> None:
    assert shown(text, spacing(reading(text))) == [(found, meant)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Thank you  for it.", "There are two blanks between “you” and “for”. Leave one blank."),
        ("Thank you\tfor it.", "There is a tab between “you” and “for”. Leave one blank."),
        ("Thank you     for it.", "There are 5 blanks between “you” and “for”. Leave one blank."),
    ],
)
def test_blanks_are_told_by_the_words_around_them(text: str, told: str) -> None:
    assert [finding.message for finding in spacing(reading(text))] == [told]


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("I waited a hour for it.", "an"),
        ("She has an university degree.", "a"),
        ("I hold a MBA from Leeds.", "an"),
        ("We keep a SQL database.", "an"),
        ("It is an one-day course.", "a"),
        ("I own a 8-seat van.", "an"),
        ("A honest answer helps.", "An"),
    ],
)
def test_a_and_an(wrong: str, meant: str) -> None:
    assert [words for _, words in shown(wrong, articles(reading(wrong)))] == [meant]


@pytest.mark.parametrize(
    "right",
    [
        "An hour, a unit, an FAQ, a URL, an EPA card, a UK firm, an 18-month plan, a European one.",
        "I took an A in maths and a NASA course.",
        "Plan A is better, and so is vitamin A everywhere.",
    ],
)
def test_right_articles(right: str) -> None:
    assert not list(articles(reading(right)))

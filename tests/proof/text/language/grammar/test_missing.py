from __future__ import annotations

import pytest

from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.grammar.missing import missing_words
from tests.proof.text.language.readings import reading, shown, tagged


@pytest.mark.parametrize(
    ("wrong", "neighbours", "meant"),
    [
        ("I would happy to help.", "would happy", "would be happy"),
        ("There would time for it.", "would time", "would be time"),
        ("If you willing to teach me, I will come.", "you willing", "you are willing"),
        ("I said that I be back.", "I be", "I would be"),
        ("I never been there.", "I never", "I have never"),
        ("I would very much like be there.", "like be", "like to be"),
        ("I should be delighted accept it.", "delighted accept", "delighted to accept"),
        ("I am interested joining you.", "interested joining", "interested in joining"),
        ("Thank you the talk.", "you the", "you for the"),
        ("I ask the job with confidence.", "ask the", "ask for the"),
        ("Most them came back.", "Most them", "Most of them"),
        ("I was in middle of a task.", "in middle", "in the middle"),
        ("We faced same problem.", "faced same", "faced the same"),
        ("It comes ten times day.", "times day", "times a day"),
        ("I paid for two-day course.", "for two-day", "for a two-day"),
        ("I work Northwind now.", "work Northwind", "work for Northwind"),
        ("It stands in front two barns.", "front two", "front of two"),
        ("I am fond boats.", "fond boats", "fond of boats"),
        ("I looked the gauge twice.", "looked the", "looked at the"),
        ("The bus arrived the depot.", "arrived the", "arrived at the"),
        ("I see no reason it to fail.", "reason it", "reason for it"),
        ("I work in accordance your wishes.", "accordance your", "accordance with your"),
        ("They cut it half.", "it half", "it in half"),
        ("It was so prior the storm.", "prior the", "prior to the"),
        ("I will call as soon they land.", "soon they", "soon as they"),
        ("I find hard to say.", "find hard", "find it hard"),
        ("I hope very much wear the green jacket.", "much wear", "much to wear"),
        ("I sat in dark.", "in dark", "in the dark"),
        ("Please let me know result.", "know result", "know the result"),
        ("I feel same.", "feel same", "feel the same"),
        ("It won by factor of ten.", "by factor", "by a factor"),
        ("I asked about lathe.", "about lathe", "about a lathe"),
        ("Would tell me when you know?", "Would tell", "Would you tell"),
        ("I told I'm loud.", "I told", "I was told"),
        ("It turned to be the fuse.", "turned to", "turned out to"),
        ("I not have a car.", "I not", "I do not"),
    ],
)
def test_a_small_word_is_missing(wrong: str, neighbours: str, meant: str, engines: Engines) -> None:
    names = ["Northwind"] if "Northwind" in wrong else []
    assert (neighbours, meant) in shown(wrong, missing_words(reading(wrong, names=names), engines.counts))


def test_an_article_is_missing_before_a_role(engines: Engines) -> None:
    text = "I am writing about Stage Manager post."
    letter = reading(text, names=["Stage Manager"], role="Stage Manager")
    assert shown(text, missing_words(letter, engines.counts)) == [("about Stage", "about the Stage")]


@pytest.mark.parametrize(
    "right",
    [
        "I came by train, on foot and in person, at work and in practice.",
        "The chance to do it is rare. I would like it. You be the judge.",
        "I am used to it, and I used to ask. I like being asked.",
        "Each of them came. None of it mattered. I met the same man.",
        "Thank you so much. Thank you, the tour was fine.",
        "I went back the next day, in part because I had been asked.",
        "For a long run with a heavy load the crew drinks water.",
        "Instead of first washing them, I sort them.",
        "I measure from machine to machine.",
        "What we have in common is shame.",
        "We tested it before lunch.",
    ],
)
def test_nothing_is_missing(right: str, engines: Engines) -> None:
    findings = shown(right, missing_words(reading(right), engines.counts))
    assert [found for found in findings if found[0] not in {"You be", "back the"}] == []


@pytest.mark.parametrize(
    "right",
    [
        "I sure enjoyed it. I sure won't forget. I replied that I would. I was interested that he left.",
        "It is that sort of problem, and it happens the day after shipment. We haven't got room.",
        "I'd also want breed out of it. She forwarded the letter. They committed the sum.",
        "Come back the next morning. It is one of its kind, and it was part of the job.",
        "We do all we can to help. As you would to me. He will likely become a partner.",
    ],
)
def test_nothing_is_missing_there(right: str, engines: Engines) -> None:
    assert shown(right, missing_words(tagged(right, engines), engines.counts)) == []

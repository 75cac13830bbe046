"""Small words that are missing, by all that stands around."""

from __future__ import annotations

import pytest

from eitherway.model.findings import Finding
from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.grammar.gaps import gaps_of, left_out
from eitherway.proof.text.language.grammar.weighing import SLOTS, Leads, Window, evidence, slots
from eitherway.proof.text.language.reading.classes import class_of
from eitherway.proof.text.language.reading.flow import flow_of, together
from eitherway.proof.text.language.reading.reading import Reading
from tests.proof.text.language.readings import reading, shown


def missed(readings: list[Reading], engines: Engines) -> list[list[Finding]]:
    return left_out(together(readings, engines.ngrams), engines)


@pytest.mark.parametrize(
    ("wrong", "neighbours", "meant"),
    [
        ("It was a lot fun to see the shop.", "lot fun", "lot of fun"),
        ("We need go back to the plan.", "need go", "need to go"),
        ("I look forward hearing from you.", "forward hearing", "forward to hearing"),
        ("It was pleasure to meet you on Monday.", "was pleasure", "was a pleasure"),
        ("Thank you for taking the time talk with me.", "time talk", "time to talk"),
        ("Most of time I was at the till.", "of time", "of the time"),
    ],
)
def test_a_small_word_is_missing(wrong: str, neighbours: str, meant: str, engines: Engines) -> None:
    assert (neighbours, meant) in shown(wrong, missed([reading(wrong)], engines)[0])


@pytest.mark.parametrize(
    "right",
    [
        "The phones rang all day, and I liked the work.",
        "Could you see your way to giving it to me? Everybody I talk to asks for them.",
        "- We went to the yard.\n- A yard a week, and I was there.",
        "Bread, butter and tea were on the table when we came in.",
        "",
    ],
)
def test_nothing_is_missing(right: str, engines: Engines) -> None:
    assert shown(right, missed([reading(right)], engines)[0]) == []


def test_letters_read_together_are_read_as_each_alone(engines: Engines) -> None:
    texts = ["We need go back.", "", "It was a lot fun to see. I look forward hearing from you."]
    together = missed([reading(text) for text in texts], engines)
    assert together == [missed([reading(text)], engines)[0] for text in texts]


def test_a_window_holds_what_stands_around(engines: Engines) -> None:
    flow = flow_of(reading("We need go back to the plan.").prose, engines.ngrams)
    windows = [gap.window for gap in gaps_of(flow, engines.ngrams)]
    assert Window("to", ("need", "we", "<s>"), ("go", "back")) in windows


def test_evidence_is_of_the_word_and_of_any_word(engines: Engines) -> None:
    window, leads = Window("to", ("need", "we", "<s>"), ("go", "back")), Leads(1.0, 2.0, -0.5)
    found = slots(window, leads, engines.counts)
    assert len(found) == len({*found}) <= 2 * len([*evidence(window, leads, engines.counts)])
    assert all(0 <= slot < SLOTS for slot in found)


@pytest.mark.parametrize(
    ("word", "named"),
    [("work", "NN+VB"), ("the", "the"), ("<n>", "<n>"), ("", ""), ("frobnicating", "?ing"), ("gizmox", "?")],
)
def test_a_word_has_a_class(word: str, named: str) -> None:
    assert class_of(word) == named

"""Subjects that stand apart from their verb, and right sentences that look like it."""

from __future__ import annotations

import pytest

from eitherway.proof.prose.manuscript import Known
from eitherway.proof.text.language import language_findings
from eitherway.proof.text.language.engines.engines import Engines
from tests.proof.text.language.readings import manuscript, shown


def told(text: str, engines: Engines) -> list[tuple[str, str]]:
    return shown(text, language_findings(manuscript(text), Known(), [], engines))


@pytest.mark.parametrize(
    ("wrong", "found", "meant"),
    [
        ("The people I met on Monday was kind.", "was", "were"),
        ("The range of projects that your firm takes on are wide.", "are", "is"),
        ("Most of the quarrels I've seen was about money.", "was", "were"),
        ("What you told me about the count were a surprise.", "were", "was"),
        ("My interest in the work, as you know, have grown.", "have", "has"),
        ("The secret of the stairs, you said, are silence.", "are", "is"),
        ("Not one of my passengers have complained.", "have", "has"),
        ("Neither the roof nor the chimney were mentioned.", "were", "was"),
        ("There were always a man at the door.", "were", "was"),
        ("There was three hundred rooms.", "was", "were"),
        ("There has been a few changes.", "has", "have"),
        ("On my old crew there were a rule.", "were", "was"),
        ("Has your drivers ever tried it?", "Has", "Have"),
        ("Why does the lamps keep failing?", "does", "do"),
        ("I was glad, and so was her parents.", "was", "were"),
        ("A lot of them asks for me.", "asks", "ask"),
        ("Both of the gutters leaks, and the water runs in.", "leaks", "leak"),
        ("You and the rest of the team makes people laugh.", "makes", "make"),
        ("In most of them the blades is old.", "is", "are"),
    ],
)
def test_the_subject_is_found_where_it_stands(wrong: str, found: str, meant: str, engines: Engines) -> None:
    assert (found, meant) in told(wrong, engines)


@pytest.mark.parametrize(
    "right",
    [
        "The people I met on Monday were kind.",
        "What I may not have said is how glad I was.",
        "The second thing I would do is learn their names.",
        "The day I visited the ovens were cold.",
        "The letters before the door are old.",
        "The ones listed here are those that we use.",
        "This mix of clay and ashes allows a hot fire.",
        "Using the original file you sent is slow.",
        "My wife works days and our daughter is at college.",
        "The lists that either have no number or no date are kept.",
        "The last one that matches is used.",
        "The following are for sale.",
        "As an example take the second batch.",
        "What I like most are the hours.",
        "Is the crew ready, and are the trucks?",
        "There is a table and two chairs.",
        "The people there were a great help.",
        "Neither of them is wrong, and each of us has a key.",
        "Everybody I talk to asks for them.",
    ],
)
def test_right_sentences_are_left_alone(right: str, engines: Engines) -> None:
    assert told(right, engines) == []

from __future__ import annotations

import pytest

from eitherway.proof.text.language.grammar.verbforms import verb_forms
from tests.proof.text.language.readings import reading, shown


@pytest.mark.parametrize(
    ("wrong", "verb", "meant"),
    [
        ("I drive for the airport since 2012.", "drive", "have driven"),
        ("I am working in shops since 2017.", "working", "have been working"),
        ("I was glad when you stop at my page.", "stop", "stopped"),
        ("When we meet on the fifth, you told me more.", "meet", "met"),
        ("I appreciate you meet with me.", "meet", "meeting"),
        ("I've examine titles for years.", "examine", "examined"),
        ("I can reading a bill.", "reading", "read"),
        ("It would gladly brought in readers.", "brought", "bring"),
        ("I forgot to mentioned it.", "mentioned", "mention"),
        ("I am happy to covering it.", "covering", "cover"),
        ("I have gave it thought.", "gave", "given"),
        ("I have never borrow a book.", "borrow", "borrowed"),
        ("It has meet its goals.", "meet", "met"),
        ("I am write to you today.", "write", "writing"),
        ("It was took from here.", "took", "taken"),
        ("I do not knows him.", "knows", "know"),
        ("Please does not worry.", "does", "do"),
        ("Yesterday I noticing the noise.", "noticing", "noticed"),
        ("Thank you for meet me.", "meet", "meeting"),
        ("I look forward to hear from you.", "hear", "hearing"),
        ("I am work at a bakery now.", "work", "working"),
        ("I have been look for a van.", "look", "looking"),
        ("I spent an hour talk to the crew.", "talk", "talking"),
        ("I want working for you.", "working", "to work"),
        ("We discuss the rota last Friday.", "discuss", "discussed"),
        ("I hope to be offer the bench.", "offer", "offered"),
    ],
)
def test_a_verb_in_the_wrong_form(wrong: str, verb: str, meant: str) -> None:
    assert shown(wrong, verb_forms(reading(wrong))) == [(verb, meant)]


@pytest.mark.parametrize(
    "right",
    [
        "I look forward to meeting you. I am used to working late, and committed to helping.",
        "The way your staff speaks to frightened animals is kind.",
        "I have work to do, and I have experience with cranes.",
        "I have cut, put, read and run it. I had let it go.",
        "What I do is ask. All you can do is wait.",
        "Are you coming? I saw you leaving. Thank you for taking me.",
        "Mark Will wrote it. The will left nothing.",
        "I had them made. It was set in stone. I was shown it.",
        "I am part of the crew. There will be work on Friday. I want working hours.",
        "I spent an hour at work. We discuss the rota on Fridays.",
        "I see the notes from last week. I know what we said yesterday.",
        "I have driven here since 2012, and I know the roads.",
        "I know how much has changed since 2012.",
    ],
)
def test_right_forms(right: str) -> None:
    names = ["Mark Will"] if "Mark Will" in right else []
    assert not shown(right, verb_forms(reading(right, names=names)))

"""For each code of the language: what it tells, and what is so near it that a rule might, but must not."""

from __future__ import annotations

import pytest

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Dialect, Known
from eitherway.proof.text.language import language_findings
from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.engines.rules import rule_codes
from tests.proof.text.language.readings import manuscript, shown

TABLE = [
    ("doubled-word", "I saw the the kiln.", "the the", "I had had it, and I know that that helps."),
    (
        "doubled-word",
        "It was an hour hour-long talk.",
        "hour hour-long",
        "It was an hour, an hour well spent.",
    ),
    ("spacing", "I saw the  kiln.", "e  k", "I saw the kiln."),
    ("spacing", "I saw the\tkiln.", "e\tk", "I saw it.\n\nThe kiln was hot."),
    ("a-an", "It was a hour.", "a", "It was a house."),
    ("a-an", "I use a S3 bucket.", "a", "I use a LAMP stack, an M3 bolt and a B2 pencil."),
    ("capitals", "It ended. then I left.", "then", "We know:\n\n- stage the pallets;\n- move the wrap;"),
    ("capitals", "Why not? you asked me that.", "you", 'I wrote it down. "Why not?" you asked me.'),
    ("capitals", "It was on monday.", "monday", "It was a march in may or so, not in May."),
    ("punctuation", "I left early,, and slept.", ",,", "I left early, and slept."),
    (
        "punctuation",
        "I would move the pallets to the other door;\n\nI left.",
        "door;",
        "I would do two things:\n\n- move the pallets to the other door by the gate;\n- sweep.",
    ),
    ("spelling", "I felt the diference.", "diference", "I felt the deburred edge of the collet."),
    ("spelling", "I recieved it.", "recieved", "It was force majeure, and pro bono at that."),
    ("spelling", "She was carefull.", "carefull", "She was at the drydock with her carabiners."),
    ("grammar", "The pumps was loud.", "was", "I helped those who were late."),
    ("grammar", "I know the man who want it.", "want", "It is for those who want it."),
    (
        "grammar",
        "We have a variety the crew likes.",
        "variety the",
        "Text the customer. I would pitch the story.",
    ),
    ("grammar", "I forgot to mentioned it.", "mentioned", "You see your way to giving it a try."),
    ("grammar", "I said that I be back.", "I be", "I suggest that he wait and that she be told."),
    ("confused-word", "They were slower then me.", "then", "I was slower then, and I am faster now."),
    ("confused-word", "The place were we met was cold.", "were", "The logins were exactly alike."),
    ("confused-word", "I know were it stands.", "were", "It stood; were it not for you, it would not."),
    ("confused-word", "I leaned a great deal.", "leaned", "I leaned into the wind, and on the rail."),
    ("confused-word", "I wood like to come.", "wood", "I like to hone my skills, and I wore the boots."),
    ("confused-word", "I like there new kiln.", "there", "I like it there, and both were there."),
    ("confused-word", "I decided no to go.", "no to", "I know when to say no to somebody."),
    ("confused-word", "The dog lost it's collar.", "it's", "I know it's harvest, and I think it's dust."),
    ("dialect", "I like the colour.", "colour", "I like the color of the contour."),
]
"""A code, a sentence with a slip, the words told, and a sentence in which that code tells nothing."""


def told(code: str, text: str, engines: Engines) -> list[Finding]:
    findings = language_findings(manuscript(text), Known(), [], engines)
    return [each for each in findings if each.code.value == code and each.severity is not Severity.INFO]


@pytest.mark.parametrize(("code", "wrong", "words"), [row[:3] for row in TABLE])
def test_it_is_told(code: str, wrong: str, words: str, engines: Engines) -> None:
    assert words in [found for found, _ in shown(wrong, told(code, wrong, engines))]


@pytest.mark.parametrize(("code", "near"), [(row[0], row[3]) for row in TABLE])
def test_what_is_near_it_is_not(code: str, near: str, engines: Engines) -> None:
    assert shown(near, told(code, near, engines)) == []


def test_each_code_of_the_language_stands_in_the_table() -> None:
    others = {FindingCode(row[0]) for row in TABLE}
    assert others >= set(rule_codes().values())


@pytest.mark.parametrize(
    ("word", "severity"),
    [
        ("diference", Severity.ERROR),
        ("perseverence", Severity.WARNING),
        ("zzyzxqua", Severity.INFO),
        ('"cas fortuit"', Severity.INFO),
    ],
)
def test_the_surer_the_slip_the_louder(word: str, severity: Severity, engines: Engines) -> None:
    findings = language_findings(manuscript(f"I wrote about the {word} twice."), Known(), [], engines)
    assert {finding.severity for finding in findings} == {severity}


def test_an_american_word_in_small_letters_is_told_from_a_british_one(engines: Engines) -> None:
    text = "The anodised part was blue."
    assert language_findings(manuscript(text, Dialect.US), Known(), [], engines)
    assert not language_findings(manuscript(text, Dialect.UK), Known(), [], engines)

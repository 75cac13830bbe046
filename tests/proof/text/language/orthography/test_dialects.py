from __future__ import annotations

import pytest

from eitherway.model.codes import Severity
from eitherway.proof.prose.manuscript import Dialect
from eitherway.proof.text.language.orthography.dialects import dialect
from eitherway.proof.text.language.reading.variants import spellings
from tests.proof.text.language.readings import reading, shown


@pytest.mark.parametrize(
    ("side", "text", "found"),
    [
        (Dialect.US, "I would be honoured to enrol.", [("honoured", "honored"), ("enrol", "enroll")]),
        (Dialect.US, "I organised a programme.", [("organised", "organized"), ("programme", "program")]),
        (Dialect.US, "Whilst there I taught maths.", [("Whilst", "While"), ("maths", "math")]),
        (
            Dialect.UK,
            "My favorite color is gray.",
            [("favorite", "favourite"), ("color", "colour"), ("gray", "grey")],
        ),
        (Dialect.UK, "I ran a program for the center.", [("program", "programme"), ("center", "centre")]),
        (Dialect.UK, "I hold a full driving license.", [("license", "licence")]),
        (Dialect.UK, "I want to practice law.", [("practice", "practise")]),
    ],
)
def test_the_other_side(side: Dialect, text: str, found: list[tuple[str, str]]) -> None:
    findings = list(dialect(reading(text, side)))
    assert shown(text, findings) == found
    assert {finding.severity for finding in findings} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("side", "text"),
    [
        (Dialect.UK, "I organize and realise; in practice I license a computer program."),
        (Dialect.UK, "We met at the Lincoln Center in New York."),
        (Dialect.US, "I practice law, check the story, and meet the committee."),
        (Dialect.US, "I visited the Labour Party offices."),
    ],
)
def test_words_that_both_allow(side: Dialect, text: str) -> None:
    assert not list(dialect(reading(text, side)))


def test_the_same_word_on_the_other_side() -> None:
    assert spellings("honour") == {"honor"}
    assert spellings("honor") == {"honour"}
    assert not spellings("letter")

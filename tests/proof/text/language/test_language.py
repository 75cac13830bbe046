"""All checks of the language together: clean letters, labelled ones, and whatever is typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.labelled import DATA, Line, load, meets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Dialect, Known, Manuscript, Person
from eitherway.proof.prose.masks import masks
from eitherway.proof.text.jsonl import known_from, manuscript_of
from eitherway.proof.text.language import language_findings
from eitherway.proof.text.language.engines.engines import Engines
from tests.proof.text.language.readings import manuscript

# Per cent of every other labelled error that must be found; `python -m benchmarks.proof` prints what is.
LEAST = {
    "misspell": 99, "a_an": 99, "doubled": 99, "spacing": 99, "caps": 95, "punct": 90, "dialect": 95,
    "confusion": 88, "verbform": 90, "sva": 75, "missing": 45,
}  # fmt: skip
LABELLED = load(DATA) if DATA.exists() else None


def clean_letters() -> Iterator[Manuscript]:
    _, *blocks = (Path(__file__).parent / "clean_letters.txt").read_text(encoding="utf-8").split("\n=== ")
    for block in blocks:
        head, _, text = block.partition("\n")
        dialect, kind, recipient, company, role, sender = (part.strip() for part in head.split("|"))
        to = Person(recipient)
        yield Manuscript(text.strip("\n"), to, sender, company, role, dialect=Dialect(dialect), kind=kind)


def read(letter: Manuscript, known: Known, engines: Engines) -> list[Finding]:
    return language_findings(letter, known, masks(letter, known), engines)


@pytest.mark.parametrize("letter", list(clean_letters()), ids=lambda letter: letter.sender)
def test_a_clean_letter_has_no_finding(letter: Manuscript, engines: Engines) -> None:
    assert read(letter, Known(), engines) == []


@pytest.mark.skipif(LABELLED is None, reason="the labelled letters lie beside the repository")
def test_labelled_clean_letters_have_no_finding(engines: Engines) -> None:
    assert LABELLED
    found = {
        line["id"]: read(manuscript_of(line), known_from([line]), engines) for line in LABELLED.clean.values()
    }
    assert {letter: findings for letter, findings in found.items() if findings} == {}


@pytest.mark.parametrize("kind", LEAST if LABELLED else ())
def test_labelled_errors_are_found(kind: str, engines: Engines) -> None:
    assert LABELLED
    lines = [line for line in LABELLED.broken if str(line["kind"]).split(".")[0] == kind][::2]
    known = known_from(LABELLED.clean.values())
    met = Counter(_is_found(line, known, engines) for line in lines)
    assert 100 * met[True] >= LEAST[kind] * len(lines)


def _is_found(line: Line, known: Known, engines: Engines) -> bool:
    assert LABELLED
    letter = manuscript_of(line, LABELLED.clean[str(line["letter"])])
    return any(meets(finding, line) for finding in read(letter, known, engines))


def test_every_finding_can_be_shown(engines: Engines) -> None:
    text = (
        "dear all, i whould of came on tuesday ,but there is two reason's. We was was late,and I growed "
        "a old beard in colour. I would happy to except it."
    )
    findings = language_findings(manuscript(text), Known(), [], engines)
    assert len({finding.code for finding in findings}) > 6
    for finding in findings:
        assert " ".join(text[finding.start : finding.end].split()) in finding.message
        assert finding.message[-1] in ".?”"
        assert text[finding.start : finding.end] not in finding.suggestions


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="aI the to be is an who you're .,!?\n\t\"(’ é😊\u202e\x01", max_size=150))
def test_whatever_is_typed_is_read(text: str, engines: Engines) -> None:
    for finding in language_findings(manuscript(text), Known(), [], engines):
        assert 0 <= finding.start < finding.end <= len(text)

"""The labelled letters beside the repository: what these checks must find, and what they must leave alone.

The language has its own tests; `python -m benchmarks.proof` measures both.
"""

from __future__ import annotations

import pytest
from benchmarks.labelled import DATA, Line, load, meets, read_lines

from eitherway.proof.prose.manuscript import Manuscript, Person
from eitherway.proof.prose.masks import masks
from eitherway.proof.text.copies import near_copies
from eitherway.proof.text.jsonl import known_from, manuscript_of
from eitherway.proof.text.proofreading import AFTER_LANGUAGE, BEFORE_LANGUAGE

LABELLED = load(DATA) if DATA.exists() else None
CLEAN = list(LABELLED.clean.values()) if LABELLED else []
KINDS = (
    "name",
    "placeholder",
    "wrong_company",
    "gift_social",
    "title_addr",
    "no_ask",
    "no_eitherway",
    "tone",
)
BROKEN = [line for line in LABELLED.broken if line["kind"] in KINDS] if LABELLED else []
PAIRS = read_lines(DATA / "panel_pairs.jsonl")
KNOWN = known_from(CLEAN)
CHECKS = (*BEFORE_LANGUAGE, *AFTER_LANGUAGE)


def named(line: Line) -> str:
    return str(line.get("id", line.get("kind")))


@pytest.mark.parametrize("line", CLEAN, ids=named)
def test_a_clean_letter_has_no_finding(line: Line) -> None:
    manuscript = manuscript_of(line)
    assert masks(manuscript, KNOWN)
    assert [finding for check in CHECKS for finding in check(manuscript, KNOWN)] == []


@pytest.mark.parametrize("line", BROKEN, ids=named)
def test_what_was_broken_is_found(line: Line) -> None:
    assert LABELLED
    manuscript = manuscript_of(line, LABELLED.clean[str(line["letter"])])
    found = [finding for check in CHECKS for finding in check(manuscript, KNOWN)]
    assert any(meets(finding, line) for finding in found)


@pytest.mark.parametrize("pair", PAIRS, ids=named)
def test_near_copies_are_told_and_distinct_letters_are_not(pair: Line) -> None:
    panel = [Manuscript(text=str(pair[side]), to=Person(side)) for side in ("a", "b")]
    told = any(near_copies(panel))
    assert told == (pair["label"] == "near-copy") or pair["label"] == "borderline"

"""Sixty letters without an error, written after the checks were tuned, hold false alarms down."""

from __future__ import annotations

from pathlib import Path

from benchmarks.proof import LOUD, read_lines

from eitherway.proof import Proofreader
from eitherway.proof.jsonl import known_from, manuscript_of

LETTERS = read_lines(Path(__file__).with_name("held_out.jsonl"))
AT_MOST = 3
"""Terms that no dictionary has: "garboards", "resubmittals", "centromere"."""


def test_clean_letters_have_no_error_and_hardly_a_warning() -> None:
    proofreader, everybody = Proofreader(), known_from(LETTERS)
    found = [
        f"{line['id']} {finding.severity.value} {finding.message}"
        for line in LETTERS
        for finding in proofreader.read(manuscript_of(line), everybody)
        if finding.severity in LOUD
    ]
    assert len(LETTERS) == 60
    assert not [each for each in found if " Error " in each]
    assert len(found) <= AT_MOST, found

from __future__ import annotations

from eitherway.model.codes import Code
from tests.check.said import found
from tests.read.raw import CADENCE

HEAD = "Step | Letter | Counts from | Business days\n"


def test_a_cadence_without_steps() -> None:
    assert found(Code.REQUIRED_EMPTY, Cadence=HEAD) == [
        "Error: Cadence: The cadence has no steps, so no follow-up is ever due. "
        "Add a row for each step: `eitherway new` makes a workbook that shows the usual three."
    ]


def test_the_first_step_has_no_previous_one() -> None:
    rows = "Thank-you | thank-you | Previous step | 1\nCheck-in | check-in | Previous step | 5"
    assert found(Code.UNKNOWN_VALUE, Cadence=HEAD + rows) == [
        "Error: Cadence!C2 (Counts from): The first step cannot count from Previous step: there is none. "
        "Pick Interview or Decision date."
    ]


def test_the_usual_cadence() -> None:
    assert found(*Code, Cadence=CADENCE) == []

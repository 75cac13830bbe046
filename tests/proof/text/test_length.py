"""The length of a letter."""

from __future__ import annotations

import pytest

from eitherway.model.codes import Severity
from eitherway.proof.text.length import FAR_TOO_LONG, LONGEST, length
from tests.proof.text.letters import KNOWN, letter


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (LONGEST, []),
        (LONGEST + 1, [Severity.WARNING]),
        (FAR_TOO_LONG, [Severity.WARNING]),
        (FAR_TOO_LONG + 1, [Severity.ERROR]),
    ],
)
def test_the_length_is_that_of_the_body(words: int, told: list[Severity]) -> None:
    manuscript = letter("word " * (words - 1) + "word.", asked="")
    assert [finding.severity for finding in length(manuscript, KNOWN)] == told

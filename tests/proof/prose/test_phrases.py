"""A pattern of lines finds what each line would, in their order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.proof.prose.phrases import one_of, pattern

LINES = (
    r"\ba<some> b\b", r"\bab?\b", r"\bb\b|, a\b", r"(?<=a )b", r"\b(?:a b|(?:b|a) a)\b", r"\ba|\bb b",
    "a", r"\bb a",
)  # fmt: skip
SOME = "(?: a| b)?"


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=6), st.text("ab ,A", max_size=14))
def test_edges_looked_for_once_find_the_same(lines: list[str], text: str) -> None:
    plain = re.compile("|".join(lines).replace("<some>", SOME), re.IGNORECASE)
    found = pattern("\n".join(lines), {"some": SOME})
    assert [match.span() for match in found.finditer(text)] == [
        match.span() for match in plain.finditer(text)
    ]


@pytest.mark.parametrize(
    ("said", "found"), [("I hoped", "hoped"), ("a hop", "hop"), ("hopping", ""), ("I ask", "ask")]
)
def test_one_of_several(said: str, found: str) -> None:
    match = re.search(rf"\b{one_of('hop, hoped, ask(?:ed)?')}\b", said)
    assert (match[0] if match else "") == found

"""The address and the name."""

from __future__ import annotations

import pytest

from eitherway.proof.prose.manuscript import Person
from eitherway.proof.text.emails import email_names
from tests.proof.text.letters import KNOWN, letter


def told(full: str, local: str) -> bool:
    return bool(list(email_names(letter(to=Person(full, email=f"{local}@post.example")), KNOWN)))


@pytest.mark.parametrize(
    ("full", "local"),
    [
        ("Annika Müller", "amueller"),
        ("Annika Müller", "amuller"),
        ("Lotte van der Berg", "lvanderberg"),
        ("Siobhán O'Brien", "s.obrien"),
        ("Łukasz Szymański", "lszymanski"),
        ("Grace Chen", "gc"),
        ("Grace Chen", "grace.oakes"),
        ("Grace Chen", "hr"),
        ("Grace Chen", "skipper"),
        ("Rebecca Stone", "becky.stone2"),
        ("Grace Chen", ""),
    ],
)
def test_it_may_be_theirs(full: str, local: str) -> None:
    assert not told(full, local)


@pytest.mark.parametrize(
    ("full", "local"),
    [("Rachel Vilsack", "rvilsak"), ("Rachel Vilsack", "amara.diallo"), ("Tom Reyes", "lena_fischer")],
)
def test_it_is_somebody_elses_or_misspelt(full: str, local: str) -> None:
    assert told(full, local)

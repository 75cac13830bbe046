"""Read on all cores, letters have the findings that they have when read one after the other."""

from __future__ import annotations

import pytest
from pebble import ProcessExpired

from eitherway.model.findings import Finding
from eitherway.proof.letters import cores
from eitherway.proof.prose.manuscript import Known, Manuscript, Person

KNOWN = Known(people=("Rachel Vilsack", "Mei Chen"), companies=("Northwind",), roles=("Analyst",))
POINTS = ("moving the the reports off paper", "a apple a day", "TODO", "the team's way of working")


def letters(count: int) -> list[Manuscript]:
    return [
        Manuscript(
            f"Dear Rachel,\n\nThank you for your time. I enjoyed talking about {POINTS[number % 4]} "
            f"and about the {number} plans.\n\nSincerely,\n\nDana Whitcombe",
            Person("Rachel Vilsack"),
            sender="Dana Whitcombe",
            company="Northwind",
        )
        for number in range(count)
    ]


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "cores", lambda: 2)
    monkeypatch.setattr(cores, "ENOUGH", 10)


def test_the_same_findings_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = cores.read_all(letters(37), KNOWN)
    monkeypatch.setattr(cores, "ENOUGH", 100)
    alone = cores.read_all(letters(37), KNOWN)
    assert shared == alone
    assert [len(found) > 0 for found in alone[:3]] == [True] * 3


def test_few_letters_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "pool", None)
    assert len(cores.read_all(letters(3), KNOWN)) == 3


def test_where_no_process_can_start_they_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> list[list[Finding]]:
        raise ProcessExpired("Abnormal termination")

    monkeypatch.setattr(cores, "shared", broken)
    assert len(cores.read_all(letters(12), KNOWN)) == 12

"""Read on all cores, letters have the findings that they have when read one after the other."""

from __future__ import annotations

import pytest
from pebble import ProcessExpired

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.letters import cores
from eitherway.proof.prose.manuscript import Known, Manuscript, Person

KNOWN = Known(people=("Rachel Vilsack", "Mei Chen"), companies=("Northwind",), roles=("Analyst",))
POINTS = ("moving the the reports off paper", "a apple a day", "TODO", "the team's way of working")


def panels(count: int) -> list[list[Manuscript]]:
    """So many letters, three to a panel."""
    letters = [
        Manuscript(
            f"Dear Rachel,\n\nThank you for your time. I enjoyed talking about {POINTS[number % 4]} "
            f"and about the {number} plans.\n\nSincerely,\n\nDana Whitcombe",
            Person("Rachel Vilsack"),
            sender="Dana Whitcombe",
            company="Northwind",
        )
        for number in range(count)
    ]
    return [letters[start : start + 3] for start in range(0, count, 3)]


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "cores", lambda: 2)
    monkeypatch.setattr(cores, "ENOUGH", 10)


def test_the_same_findings_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = cores.read_all(panels(37), KNOWN)
    monkeypatch.setattr(cores, "ENOUGH", 100)
    alone = cores.read_all(panels(37), KNOWN)
    assert shared == alone
    assert [[len(found) > 0 for found in panel] for panel in alone[:1]] == [[True] * 3]
    assert [found[-1].code for found in alone[0]] == [FindingCode.NEAR_COPY] * 3


def test_few_letters_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "pool", None)
    assert len(cores.read_all(panels(3), KNOWN)[0]) == 3


def test_where_no_process_can_start_they_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> list[list[list[Finding]]]:
        raise ProcessExpired("Abnormal termination")

    monkeypatch.setattr(cores, "shared", broken)
    assert len(cores.read_all(panels(12), KNOWN)) == 4

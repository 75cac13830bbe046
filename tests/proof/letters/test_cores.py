"""Read on all cores, letters have the findings that they have when read one after the other."""

from __future__ import annotations

import os
from multiprocessing import parent_process

import pytest

from eitherway.machine import processes
from eitherway.model.codes import FindingCode
from eitherway.proof.letters import cores
from eitherway.proof.letters.panels import Read, Unread
from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from tests.letters.template.templates import docx

KNOWN = Known(people=("Rachel Vilsack", "Mei Chen"), companies=("Northwind",), roles=("Analyst",))
POINTS = ("moving the the reports off paper", "a apple a day", "TODO", "the team's way of working")


def panels(count: int) -> list[list[Unread]]:
    """So many letters, three to a panel."""
    about = Manuscript("", Person("Rachel Vilsack"), sender="Dana Whitcombe", company="Northwind")
    letters = [
        Unread((docx(*letter(number)),), about) if number != 4 else Unread((b"no ", b"letter"), about)
        for number in range(count)
    ]
    return [letters[start : start + 3] for start in range(0, count, 3)]


def letter(number: int) -> tuple[str, ...]:
    point = f"{POINTS[number % 4]} and about the {number} plans"
    thanks = f"Thank you for your time. I enjoyed talking about {point}."
    return "Dear Rachel,", thanks, "Sincerely,", "Dana Whitcombe"


def read(count: int) -> list[list[Read]]:
    with cores.readers(count) as reading:
        return reading(panels(count), KNOWN)


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "cores", lambda: 2)
    monkeypatch.setattr(cores, "ENOUGH", 10)


def test_the_same_findings_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = read(37)
    monkeypatch.setattr(cores, "ENOUGH", 100)
    alone = read(37)
    assert shared == alone
    assert [each.document.text for each in alone[0]] == ["\n\n".join(letter(each)) for each in range(3)]
    assert [each.findings[-1].code for each in alone[0]] == [FindingCode.NEAR_COPY] * 3


def test_what_is_no_letter_is_said_and_the_rest_of_its_panel_compared() -> None:
    one, none, other = read(6)[1]
    assert (none.why_unread, none.findings) == ("it is not a Word document (.docx)", ())
    assert [each.findings[-1].code for each in (one, other)] == [FindingCode.NEAR_COPY] * 2


def test_few_letters_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "pool", None)
    assert len(read(3)[0]) == 3


def test_where_no_process_can_start_they_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "_load", cannot_load)
    assert len(read(12)) == 4


def test_where_the_processes_have_ended_they_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    started = processes.pool(2)
    monkeypatch.setattr(cores, "pool", lambda *_: started)
    with cores.readers(12) as reading:
        started.close()
        assert len(reading(panels(12), KNOWN)) == 4


def cannot_load() -> None:
    """What another process fails at."""
    if parent_process():
        os._exit(1)

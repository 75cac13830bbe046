"""The text: 80 columns, a mark before what was found, what to do below it, and the sum in the last line."""

from __future__ import annotations

import pytest

from eitherway.doctor import Finding, Level, Topic, examine
from eitherway.doctor.say import lines
from tests.doctor.machines import SYSTEMS
from tests.doctor.test_checks import TROUBLES

FINE = Finding(Topic.EXCEL, Level.OK, "Excel is there.")
KNOW = Finding(Topic.CLOUD, Level.WARNING, "It lies in the cloud.", "Move it.")
MEND = Finding(Topic.PATH, Level.ERROR, "There is a = in it.", "Rename it.")


def test_what_it_looks_like() -> None:
    assert lines([FINE, KNOW, MEND]) == [
        "ok       Excel is there.",
        "warning  It lies in the cloud.",
        "         -> Move it.",
        "error    There is a = in it.",
        "         -> Rename it.",
        "",
        "1 to mend, 1 to know. docs/excel.md says more by symptom.",
    ]


@pytest.mark.parametrize(
    ("findings", "said"),
    [([FINE], "Nothing to mend."), ([KNOW], "Nothing to mend, 1 to know."), ([MEND, MEND], "2 to mend.")],
)
def test_the_last_line_is_the_sum(findings: list[Finding], said: str) -> None:
    assert lines(findings)[-1].startswith(said)


@pytest.mark.parametrize("name", [*SYSTEMS, *TROUBLES])
def test_it_reads_in_80_columns_and_commands_and_paths_stay_whole(name: str) -> None:
    machine = SYSTEMS.get(name) or TROUBLES[name][0]
    findings = examine(machine)
    copied = [line for each in findings for text in (each.what, each.fix) for line in text.split("\n")[1:]]
    told = lines(findings)
    assert all(any(line.endswith(whole) for line in told) for whole in copied)
    assert all(len(line) <= 80 or line.strip() in copied for line in told)

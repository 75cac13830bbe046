"""What `eitherway import` asks on a terminal, and what becomes of the answers."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from eitherway.command_line.main import main

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind"
)

PATIENCE = 60
UNSURE = """Company,Role,Status,Applied on,Mood,Hat
Acme Works,Analyst,Lorem,2026-11-02,3 Nov 2026,red
Beta,Tester,Applied,2026-11-03,4 Nov 2026,blue
"""
Import = Callable[..., str]


@pytest.fixture
def imports(tmp_path: Path) -> Import:
    """Import tracker.csv on a terminal of its own, answering each question in turn; gives what was shown."""

    def run(text: str, answers: Sequence[str], *options: str) -> str:
        (tmp_path / "tracker.csv").write_text(text, encoding="utf-8")
        ours, theirs = os.openpty()
        command = [
            sys.executable,
            "-m",
            "eitherway",
            "import",
            "tracker.csv",
            "--as-of",
            "2026-11-28",
            *options,
        ]
        with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=tmp_path) as running:
            os.close(theirs)
            shown = _answered(ours, answers)
            assert running.wait(PATIENCE) == 0, shown
        os.close(ours)
        return shown

    return run


def _answered(terminal: int, answers: Sequence[str]) -> str:
    shown, left = "", [*answers]
    while select.select([terminal], [], [], PATIENCE)[0]:
        try:
            part = os.read(terminal, 4096).decode(errors="replace")
        except OSError:  # Linux says so where the other end is closed
            break
        if not part:
            break
        shown += part
        while left and shown.count("]: ") > len(answers) - len(left):
            os.write(terminal, f"{left.pop(0)}\n".encode())
    assert not left, shown
    return shown


def rows(folder: Path) -> list[dict[str, object]]:
    CliRunner().invoke(main, ["export", str(folder / "Job search.xlsx"), "--to", str(folder)])
    data = json.loads((folder / "Job search.json").read_text("utf-8"))
    found: list[dict[str, object]] = data["Applications"]
    return found


def test_what_is_unsure_is_asked_with_numbers(imports: Import, tmp_path: Path) -> None:
    shown = imports(UNSURE, ["3", "2"])
    assert 'What is the column "Mood" (3 Nov 2026, 4 Nov 2026)?' in shown
    assert "  3  Interview\r\n" in shown
    assert 'Which status is "Lorem"?' in shown
    assert "Mood                      Interview                   as you said  3 Nov 2026" in shown
    assert "2 interviews with nobody named" in shown
    assert [row["Status"] for row in rows(tmp_path)] == ["Interviewing", "Applied"]


def test_an_application_that_may_be_yours_is_asked_for(imports: Import, tmp_path: Path) -> None:
    header = "Company,Role,Status,Applied on\n"
    imports(f"{header}Acme Works,Analyst,Applied,2026-11-02\n", [])
    shown = imports(f"{header}Acme Wroks,Analyst,Offer,2026-11-02\n", ["y"])
    assert '"Acme Wroks - Analyst" (tracker, row 2) may be "Acme Works - Analyst", row 3' in shown
    assert [row["Company"] for row in rows(tmp_path)] == ["Acme Works"]
    imports(f"{header}Acme Wroks,Analyst,Offer,2026-11-02\n", ["n"])
    assert [row["Company"] for row in rows(tmp_path)] == ["Acme Works", "Acme Wroks"]

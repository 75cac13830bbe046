"""`eitherway batch` as its user meets it: folders in, words, JSON, a caseload and exit statuses out."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from eitherway.batch.alone import alone
from eitherway.cli import main
from tests.batch.clients import clients

DAY = "2026-11-20"
COMMAND = [sys.executable, "-m", "eitherway", "batch", "--as-of", DAY, "--no-proof"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two clients, one whose workbook is broken, and a workbook of another kind."""
    folder = tmp_path_factory.mktemp("clients") / "of Dana"
    clients(folder, "ana", "bao", "chidi")
    (folder / "chidi" / "job.xlsx").write_bytes(b"no workbook")
    openpyxl.Workbook().save(folder / "budget.xlsx")
    return folder


@pytest.fixture
def office(folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder, tmp_path / "of Dana"))


def batch(*arguments: object) -> Result:
    words = ["batch", "--as-of", DAY, "--no-proof", "--jobs", "2", *map(str, arguments)]
    return CliRunner().invoke(main, words)


def states(done: Result) -> dict[str, str]:
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {Path(line["path"]).parent.name: line["state"] for line in lines}


def test_every_workbook_is_told_of_and_the_caseload_lists_what_is_owed(office: Path) -> None:
    report = office / "caseload.xlsx"
    done = batch(office, "--report", report)
    assert done.exit_code == 1, done.output
    assert "4 workbooks: 2 done, 1 refused, 1 not ours." in done.stdout
    assert "Follow-ups: 2 overdue." in done.stdout
    assert "Letters: 2 written." in done.stdout
    assert "is not an Excel workbook" in done.stdout
    sheet = openpyxl.load_workbook(report)["Follow ups"]
    assert [[cell.value for cell in row][5] for row in sheet.iter_rows(min_row=2)] == ["Rachel Vilsack"] * 2
    again = batch(office, "--report", report, "--resume", "--json")
    assert states(again) == {"of Dana": "not ours", "ana": "done", "bao": "done", "chidi": "refused"}


def test_resume_passes_over_what_is_done(office: Path) -> None:
    first = batch(office, "--json")
    (office / "chidi" / "job.xlsx").unlink()
    shutil.copy(office / "ana" / "job.xlsx", office / "chidi")
    letter = next(office.glob("ana/Letters/*/*.docx"))
    letter.unlink()
    again = batch(office, "--json", "--resume")
    assert states(first) == states(again) | {"chidi": "refused"}
    assert states(again)["chidi"] == "done"
    assert again.exit_code == 0
    assert not letter.exists()
    assert batch(office, "--json").exit_code == 0
    assert letter.exists()


def test_a_folder_without_workbooks(tmp_path: Path) -> None:
    done = batch(tmp_path)
    assert done.exit_code == 3
    assert "There is no workbook there." in done.stderr


def test_a_caseload_that_is_open_is_told_after_the_work(office: Path) -> None:
    report = office / "caseload.xlsx"
    report.write_bytes(b"the caseload of yesterday")
    (office / "~$caseload.xlsx").touch()
    done = batch(office, "--report", report, "--json")
    assert done.exit_code == 1
    assert "is open in Excel" in done.stderr
    assert "--resume" in done.stderr
    assert report.read_bytes() == b"the caseload of yesterday"
    assert states(done)["ana"] == "done"
    assert not list(office.glob(".caseload*"))


def test_a_second_batch_on_the_folder_is_refused(office: Path) -> None:
    with alone(office / ".eitherway" / "batch.lock"):
        done = batch(office)
    assert done.exit_code == 3
    assert "Another batch is running" in done.stderr


def test_an_unknown_scheduler_is_refused_and_the_journal_stays(office: Path) -> None:
    batch(office, "--json")
    done = batch(office, "--scheduler", "tcp://127.0.0.1:1")
    assert done.exit_code == 3
    assert "No Dask scheduler answers at tcp://127.0.0.1:1" in done.stderr
    assert (office / ".eitherway" / "batch.jsonl").read_text()


@pytest.mark.skipif(os.name == "nt", reason="no process groups as terminals have them there")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_stopped_in_the_middle_and_gone_on(how: int, tmp_path: Path) -> None:
    names = [f"client {number:02}" for number in range(30)]
    paths = clients(tmp_path / "many", *names)
    before = paths[0].read_bytes()
    with started(tmp_path / "many") as running:
        assert running.stdout
        first = json.loads(running.stdout.readline())
        os.killpg(running.pid, how)  # as Ctrl+C does, or a crash
        began = time.monotonic()
        out, err = running.communicate(timeout=20)
    done = 1 + len(out.splitlines())
    assert first["state"] == "done"
    assert done < len(names)
    if how == signal.SIGINT:
        assert running.returncode == 1
        assert err.splitlines() == [
            f"Stopped: {done} of 30 workbooks are done. Give the same command with --resume to go on."
        ]
        assert time.monotonic() - began < 10
    assert {path.read_bytes() == before for path in paths} == {True, False}
    again = batch(tmp_path / "many", "--json", "--resume")
    assert list(states(again).values()) == ["done"] * len(names)
    assert len(list((tmp_path / "many").glob("*/Letters/*/*.docx"))) == len(names)
    assert not list((tmp_path / "many").rglob("*.tmp"))


def started(folder: Path) -> subprocess.Popen[str]:
    """The command in a process group of its own, as a terminal begins it."""
    return subprocess.Popen(
        [*COMMAND, "--jobs", "2", "--json", folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )

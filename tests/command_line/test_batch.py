"""`eitherway batch` as its user meets it: folders in, words, JSON, a caseload and exit statuses out."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from eitherway.batch.alone import alone
from eitherway.books.keeping.turn import turn
from eitherway.command_line.main import main
from eitherway.model.problems import LockedWorkbook
from eitherway_workbook.caseload.build import caseload
from tests.batch.clients import clients

pytestmark = pytest.mark.slow

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
    assert "Follow-ups: 2 overdue in 2 workbooks; 1 could not be read." in done.stdout
    assert "Letters: 2 written." in done.stdout
    assert "is not an Excel workbook" in done.stdout
    sheet = openpyxl.load_workbook(report)["Follow ups"]
    assert [[cell.value for cell in row][5] for row in sheet.iter_rows(min_row=2)] == ["Rachel Vilsack"] * 2
    again = batch(office, "--report", report, "--resume", "--json")
    assert states(again) == {"of Dana": "not ours", "ana": "done", "bao": "done", "chidi": "refused"}


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
def test_the_caseload_and_the_journal_are_no_more_readable_than_a_workbook(office: Path) -> None:
    (office / "ana" / "job.xlsx").chmod(0o600)
    report = office / "caseload.xlsx"
    batch(office, "--report", report)
    assert report.stat().st_mode & 0o777 == 0o600
    journals = [each for each in (office / ".eitherway").rglob("*") if each.is_file()]
    assert journals
    assert {each.stat().st_mode & 0o077 for each in journals if each.stat().st_size} == {0}


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


def test_a_batch_that_goes_on_tells_what_it_did_itself(office: Path) -> None:
    batch(office)
    report = office / "caseload.xlsx"
    again = batch(office, "--resume", "--report", report)
    assert "4 workbooks: 3 done before and passed over, 1 refused." in again.stdout
    assert "Letters: none." in again.stdout
    assert len(list(openpyxl.load_workbook(report)["Workbooks"].iter_rows(min_row=2))) == 4


def test_a_cluster_has_its_own_number_of_processes(office: Path) -> None:
    done = batch(office, "--scheduler", "tcp://127.0.0.1:1")
    assert done.exit_code == 2
    assert "--jobs is for this machine" in done.stderr


def test_a_folder_without_workbooks(tmp_path: Path) -> None:
    done = batch(tmp_path)
    assert done.exit_code == 3
    assert "There is no workbook there." in done.stderr


def test_a_caseload_that_is_open_is_told_after_the_work(office: Path) -> None:
    report = office / "caseload.xlsx"
    caseload(report, [], date(2026, 11, 19))
    before = report.read_bytes()
    (office / "~$caseload.xlsx").touch()
    done = batch(office, "--report", report, "--json")
    assert done.exit_code == 1
    assert "is open in Excel" in done.stderr
    assert "--resume" in done.stderr
    assert report.read_bytes() == before
    assert states(done)["ana"] == "done"
    assert not list(office.glob(".caseload*"))


def test_a_second_batch_on_the_folder_is_refused(office: Path) -> None:
    with alone(office / ".eitherway" / "batch.lock"):
        done = batch(office)
    assert done.exit_code == 3
    assert "Another batch is running" in done.stderr


def test_an_unknown_scheduler_is_refused_and_the_journal_stays(office: Path) -> None:
    batch(office, "--json")
    words = ["batch", "--as-of", DAY, "--no-proof", str(office), "--scheduler", "tcp://127.0.0.1:1"]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 3
    assert "No Dask scheduler answers at tcp://127.0.0.1:1" in done.stderr
    assert (office / ".eitherway" / "batch.jsonl").read_text()


@pytest.mark.parametrize("name", ["budget.xlsx", "ana/job.xlsx"])
def test_a_report_never_replaces_another_file(office: Path, name: str) -> None:
    before = (office / name).read_bytes()
    done = batch(office, "--report", office / name)
    assert done.exit_code == 3
    assert "is not a caseload, so nothing is written over it" in done.stderr
    assert (office / name).read_bytes() == before
    assert not list(office.rglob("*.docx"))


def test_a_caseload_is_a_workbook(office: Path) -> None:
    done = batch(office, "--report", office / "caseload.csv")
    assert done.exit_code == 2
    assert "caseload.xlsx" in done.stderr


def test_a_dry_run_writes_nothing(office: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in office.rglob("*")}
    done = batch(office, "--dry-run")
    assert {path: path.stat().st_mtime_ns for path in office.rglob("*")} == before
    assert done.stdout.splitlines()[0] == "Nothing was written. A run would end so:"
    assert "Letters: 2 written." in done.stdout
    lines = [json.loads(line) for line in batch(office, "--dry-run", "--json").stdout.splitlines()]
    assert [line["dry_run"] for line in lines] == [True] * 4
    assert batch(office, "--dry-run", "--report", office / "caseload.xlsx").exit_code == 2


def full(results: Iterable[object], *_: object, **__: object) -> Iterator[object]:
    """In place of the journal: the disk is full after one workbook."""
    yield next(iter(results))
    raise LockedWorkbook("The folder cannot be used (No space left on device).", "Free some space.")


def stopped(results: Iterable[object], *_: object, **__: object) -> Iterator[object]:
    """In place of the journal: Ctrl+C before the first workbook."""
    raise KeyboardInterrupt
    yield from results


def test_what_was_done_before_the_journal_failed_is_still_told(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eitherway.batch.journal.kept", full)
    (office / "chidi" / "job.xlsx").unlink()
    (office / "budget.xlsx").unlink()
    report = office / "caseload.xlsx"
    done = batch(office, "--report", report)
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0] == "eitherway: The folder cannot be used (No space left on device)."
    assert done.stdout.splitlines()[:2] == [
        "Stopped: 1 of 2 workbooks. 1 was not run; run it again with --resume.",
        "1 workbook: 1 done.",
    ]
    states = [row[1].value for row in openpyxl.load_workbook(report)["Workbooks"].iter_rows(min_row=2)]
    assert states == ["Not run", "Done"]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_batch_that_has_done_nothing_keeps_the_earlier_caseload(
    office: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    monkeypatch.setattr("eitherway.batch.journal.kept", stopped)
    report = office / "caseload.xlsx"
    if is_there:
        caseload(report, [], date(2026, 11, 19))
    before = report.read_bytes() if is_there else b""
    done = batch(office, "--report", report)
    assert done.exit_code == 130
    stands = "is as it was" if is_there else "was not written"
    assert f"No workbook was done, so the caseload {report} {stands}." in done.stderr
    assert report.exists() is is_there
    assert not is_there or report.read_bytes() == before
    assert done.stdout.splitlines()[1] == "No workbook was run."


@pytest.mark.skipif(os.name == "nt", reason="no process groups as terminals have them there")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_stopped_in_the_middle_and_gone_on(how: int, tmp_path: Path) -> None:
    names = [f"client {number:02}" for number in range(16)]
    paths = clients(tmp_path / "many", *names)
    before = paths[0].read_bytes()
    with held_up(paths[1:]), started(tmp_path / "many") as running:
        assert running.stdout
        first = json.loads(running.stdout.readline())
        if how == signal.SIGINT:
            os.killpg(running.pid, how)  # as Ctrl+C does
        else:
            running.send_signal(how)
        out, err = running.communicate(timeout=60)
    done = 1 + len(out.splitlines())
    assert first["state"] == "done"
    assert done < len(names)
    if how != signal.SIGKILL:
        assert running.returncode == 130
        assert err.splitlines() == [
            f"Stopped after {done} of {len(names)} workbooks. Give the same command with --resume to go on."
        ]
    assert all_end(running.pid)
    assert {path.read_bytes() == before for path in paths} == {True, False}
    again = batch(tmp_path / "many", "--json", "--resume")
    assert list(states(again).values()) == ["done"] * len(names)
    assert len(list((tmp_path / "many").glob("*/Letters/*/*.docx"))) == len(names)
    assert not list((tmp_path / "many").rglob("*.tmp"))


@contextmanager
def held_up(paths: Iterable[Path]) -> Iterator[None]:
    """None of the workbooks can be run meanwhile: each waits for its turn, and a batch is in the middle."""
    with ExitStack() as stack:
        for path in paths:
            stack.enter_context(turn(path))
        yield


def all_end(group: int) -> bool:
    """Whether every process of the group comes to its end within a minute."""
    for _ in range(600):
        told = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, text=True, check=True)
        known = [line.split() for line in told.stdout.splitlines()]
        if not any(int(each) == group and not state.startswith("Z") for each, state in known):
            return True
        time.sleep(0.1)
    return False


def started(folder: Path) -> subprocess.Popen[str]:
    """The command in a process group of its own, as a terminal begins it."""
    return subprocess.Popen(
        [*COMMAND, "--jobs", "2", "--json", folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )

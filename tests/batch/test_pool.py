"""A pool of processes survives its workbooks: each is accounted for, none harms another."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from multiprocessing import resource_tracker
from pathlib import Path
from types import ModuleType

import pytest

from eitherway.batch.pool import here
from eitherway.batch.results import Job, Result, State
from eitherway.model.problems import CannotAct
from tests.batch.clients import clients, jobs
from tests.batch.tasks import rough, tries

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")


def test_workbooks_are_run_apart(tmp_path: Path) -> None:
    paths = clients(tmp_path / "clients", "ana", "bao", "chidi", "dev")
    paths[1].write_bytes(b"no workbook")
    (paths[3].parent / "~$job.xlsx").touch()
    results = {result.path: result for result in here(jobs(paths), 2, 60)}
    states = [results[str(path)].state for path in paths]
    assert states == [State.DONE, State.REFUSED, State.DONE, State.REFUSED]
    assert results[str(paths[0])].flags == {"Overdue": 1}
    assert [each["interviewer"] for each in results[str(paths[0])].follow_ups] == ["Rachel Vilsack"]
    assert results[str(paths[0])].letters == {"written": 1}
    assert "is not an Excel workbook" in results[str(paths[1])].what
    assert "is open in Excel" in results[str(paths[3])].what
    assert [len(list(path.parent.glob("Letters/*/*.docx"))) for path in paths] == [1, 0, 1, 0]


@posix_only
def test_a_worker_that_dies_or_hangs_loses_nothing(tmp_path: Path) -> None:
    names = ["a", "b", "killer", "c", "killer-once", "d", "sleeper", "e", "f"]
    paths = [tmp_path / f"{name}.xlsx" for name in names]
    results = {Path(result.path).stem: result for result in here(jobs(paths), 2, 2, rough)}
    assert sorted(results) == sorted(names)
    assert {name for name in names if results[name].state is not State.DONE} == {"killer", "sleeper"}
    assert [tries(path) for path in paths] == [1, 1, 2, 1, 2, 1, 2, 1, 1]
    assert "ended the process" in results["killer"].what
    assert "longer than 2 seconds" in results["sleeper"].what


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to the limit")
def test_a_hostile_workbook_runs_out_of_memory_before_the_machine_does(tmp_path: Path) -> None:
    paths = [tmp_path / "a.xlsx", tmp_path / "glutton.xlsx", tmp_path / "b.xlsx"]
    results = {Path(result.path).stem: result.state for result in here(jobs(paths), 1, 60, rough)}
    assert results == {"a": State.DONE, "glutton": State.FAILED, "b": State.DONE}


def test_stopping_early_ends_the_pool(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.xlsx" for number in range(40)]
    results = here(jobs(paths), 2, 10, rough)
    next(results)
    results.close()
    assert len(list(tmp_path.glob("*.tries"))) < len(paths)
    assert multiprocessing.active_children() == []


@posix_only
def test_processes_that_are_killed_while_idle_are_replaced(tmp_path: Path) -> None:
    """Pebble gives up a pool whose worker dies without a task; another takes over."""
    paths = [tmp_path / f"{number}.xlsx" for number in range(30)]
    results = here(jobs(paths), 2, 10, rough)
    done = [next(results)]
    for process in multiprocessing.active_children():
        os.kill(process.pid or 0, signal.SIGKILL)
    done += list(results)
    assert sorted(result.path for result in done) == sorted(map(str, paths))
    assert {result.state for result in done} == {State.DONE}


def test_workbooks_that_end_their_process_quietly_never_end_the_batch(tmp_path: Path) -> None:
    """Pebble ends a process with the same exit status where its lock is lost, so the pool is replaced."""
    names = ["a", "quitter", "b", "quitter too", "quitter still", "c"]
    paths = [tmp_path / f"{name}.xlsx" for name in names]
    results = {Path(result.path).stem: result.state for result in here(jobs(paths), 2, 10, rough)}
    assert results == {name: State.FAILED if name.startswith("quitter") else State.DONE for name in names}


@posix_only
def test_processes_that_cannot_be_started_are_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource_tracker.ensure_running()  # else it would be the first that cannot be started
    monkeypatch.setattr("multiprocessing.spawn._python_exe", os.fsencode(tmp_path / "no python"))
    with pytest.raises(CannotAct, match="end before they have done anything"):
        list(here(jobs([tmp_path / "a.xlsx"]), 1, 60, rough))


def test_processes_that_end_before_they_begin_are_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def task(job: Job) -> Result:
        raise AssertionError

    task.__module__, task.__qualname__ = "only_here", "task"
    monkeypatch.setitem(sys.modules, "only_here", ModuleType("only_here"))
    monkeypatch.setattr("only_here.task", task, raising=False)  # which a new process cannot import
    with pytest.raises(CannotAct, match="end before they have done anything"):
        list(here(jobs([tmp_path / "a.xlsx"]), 1, 10, task))

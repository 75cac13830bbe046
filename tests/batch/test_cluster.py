"""The same task on a real Dask cluster on this machine: a scheduler and two workers."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from time import monotonic, sleep

import pytest
from distributed import Client

from eitherway.batch.cluster import _next, there
from eitherway.batch.results import Job, State
from eitherway.model.problems import CannotAct
from tests.batch.clients import clients, jobs
from tests.batch.tasks import rough, tries

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]  # so that the workers find the tasks of this folder


def scheduler_and_workers(folder: Path, *workers: str) -> Iterator[str]:
    """A scheduler and workers as docs/scale.md starts them, each with these options."""
    address = folder / "scheduler.json"
    common = ["--scheduler-file", str(address), "--local-directory", str(folder), "--no-dashboard"]
    with ExitStack() as stack:
        stack.enter_context(dask("scheduler", "--port", "0", "--host", "127.0.0.1", *common[:2], common[-1]))
        for options in workers:
            stack.enter_context(dask("worker", *common, *options.split()))
        while not address.exists():
            sleep(0.05)
        scheduler = json.loads(address.read_text())["address"]
        with Client(scheduler) as client:
            while len(client.nthreads()) < len(workers):
                sleep(0.05)
        yield scheduler


@contextmanager
def dask(*words: str) -> Iterator[None]:
    command = [sys.executable, "-m", "dask", *words]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, stdout=quiet, stderr=quiet) as running:
        try:
            yield
        finally:
            running.terminate()
            with suppress(subprocess.TimeoutExpired):
                running.wait(3)
            running.kill()


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    one = "--no-nanny --nthreads 1"
    yield from scheduler_and_workers(tmp_path_factory.mktemp("cluster"), one, one)


def test_workbooks_on_a_cluster(tmp_path: Path, scheduler: str) -> None:
    paths = clients(tmp_path / "clients", "ana", "bao", "chidi")
    paths[2].write_bytes(b"no workbook")
    results = {result.path: result for result in there(jobs(paths), scheduler, 60)}
    assert [results[str(path)].state for path in paths] == [State.DONE, State.DONE, State.REFUSED]
    assert results[str(paths[0])].letters == {"written": 1}


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_worker_that_dies_or_hangs_loses_nothing(tmp_path: Path, scheduler: str) -> None:
    names = ["a", "killer", "b", "killer-once", "c", "sleeper", "d"]
    results = {
        Path(result.path).stem: result for result in there(these(tmp_path, names), scheduler, 2, rough)
    }
    assert sorted(results) == sorted(names)
    assert {name for name in names if results[name].state is not State.DONE} == {"killer", "sleeper"}
    assert "ended the process" in results["killer"].what
    assert "longer than 2 seconds" in results["sleeper"].what
    assert [tries(tmp_path / f"{name}.xlsx") for name in names] == [1, 2, 1, 2, 1, 2, 1]


def these(folder: Path, names: list[str]) -> list[Job]:
    """Jobs for files that need not be workbooks."""
    paths = [folder / f"{name}.xlsx" for name in names]
    for path in paths:
        path.write_bytes(b"as every worker sees it")
    return jobs(paths)


def refusal(scheduler: str, job: Job) -> CannotAct:
    with pytest.raises(CannotAct) as told:
        next(there([job], scheduler, 2, rough))
    return told.value


def test_no_scheduler_is_told_at_once(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    began = monotonic()
    told = refusal(f"tcp://127.0.0.1:{port}", these(tmp_path, ["a"])[0])
    assert "No Dask scheduler answers" in told.what
    assert "refused" in told.what
    assert monotonic() - began < 5
    assert "No Dask scheduler" in refusal("there is none", these(tmp_path, ["a"])[0]).what


def test_what_is_no_scheduler_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eitherway.batch.cluster.CONNECT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        told = refusal(f"tcp://127.0.0.1:{silent.getsockname()[1]}", these(tmp_path, ["a"])[0])
    assert "No Dask scheduler answers" in told.what


def test_a_cluster_that_finishes_nothing_is_not_waited_for_without_end() -> None:
    with pytest.raises(CannotAct, match="For 0 seconds no worker of the cluster has finished"):
        _next(SimpleQueue(), 0.1)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGSTOP there")
def test_a_worker_that_stands_still_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eitherway.batch.cluster.ANSWER", 1)
    for address in scheduler_and_workers(tmp_path, "--no-nanny --nthreads 1"):
        with Client(address) as client:
            (pid,) = client.run(os.getpid).values()
        os.kill(pid, signal.SIGSTOP)
        assert "has not answered for 1 second" in refusal(address, these(tmp_path, ["a"])[0]).what
        os.kill(pid, signal.SIGCONT)


def test_a_worker_of_another_version_is_told(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eitherway.batch.cluster.__version__", "9.9")
    told = refusal(scheduler, these(tmp_path, ["a"])[0])
    assert "and this machine has 9.9" in told.what


@pytest.mark.parametrize(
    ("workers", "told"), [((), "has no workers"), (("--nanny --nthreads 1",), "has a nanny")]
)
def test_a_cluster_that_is_not_fit_is_told(tmp_path: Path, workers: tuple[str, ...], told: str) -> None:
    for address in scheduler_and_workers(tmp_path, *workers):
        assert told in refusal(address, these(tmp_path, ["a"])[0]).what


def test_a_folder_that_the_workers_do_not_see_is_told(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = these(tmp_path, ["a"])[0]
    monkeypatch.setattr("eitherway.batch.cluster.stamp", lambda path: (7, 7))
    assert "does not see" in refusal(scheduler, job).what

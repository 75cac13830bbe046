"""Many workbooks: two processes beside one, Dask's workers beside processes, proofreading on all cores.

Each workbook is the demo's (30 conversations, 12 letters), a fresh copy each turn; flagged, its letters
written, not proofread but where it is said. The processes and the cluster stand from the first turn, which
does not count. With `--soak 2000` it runs that many workbooks instead, ends a process now and then, and
watches memory and files.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from functools import partial
from io import BytesIO
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time, sleep

from distributed import Client
from docx import Document

from benchmarks import soak, table, timing
from benchmarks.rows import Row
from eitherway.batch.cluster import there
from eitherway.batch.pool import Crew
from eitherway.batch.results import Asked, Job, Result, State
from eitherway.batch.work import work
from eitherway.machine import threads
from eitherway.proof.letters import cores
from eitherway.proof.letters.panels import Panel, Unread
from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway_workbook import build, example

AS_OF = date(2026, 11, 20)
ASKED = Asked(AS_OF, proof=False)
NOW = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001 - a workbook holds no time zone
MOST_SECONDS = 120.0

WORKBOOKS, FEW_WORKBOOKS = 100, 24
LETTERS, FEW_LETTERS = 1000, 200
TURNS, FEW_TURNS = 5, 2
WARM, ALONE, FEW_ALONE = 3, 40, 8
"""Workbooks until all is loaded, and those that count."""
MOST_CORE_SECONDS = 0.15

NO_PROFILER = {"DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"}

ONE, TWO, DASK = "one process", "two processes", "Dask, two workers on loopback, its profiler off"
IN_ONE = "the same in one process"
WHAT = (
    f"Run workbooks, {TWO}",
    f"Run workbooks, {DASK}",
    "A workbook, its letters proofread: the processor's seconds",
    "Proofread letters, all cores, their start included",
)


def rows(quick: bool) -> Iterator[Row]:
    """Workbooks a second, and letters a second."""
    as_installed()
    turns = FEW_TURNS if quick else TURNS
    rates = workbooks_a_second(FEW_WORKBOOKS if quick else WORKBOOKS, turns)
    unit = "workbooks/s"
    yield Row(WHAT[0], rates[TWO], unit, ONE, rates[TWO] / rates[ONE], "at least 1.9")
    yield Row(WHAT[1], rates[DASK], unit, TWO, rates[DASK] / rates[TWO], "at least 0.9")
    alone = core_seconds(FEW_ALONE if quick else ALONE)
    most = f"{MOST_CORE_SECONDS} s"
    yield Row(WHAT[2], alone, "s", most, alone / MOST_CORE_SECONDS, "at most 1")
    yield proofreading(FEW_LETTERS if quick else LETTERS, FEW_TURNS)


def as_installed() -> None:
    """Bytecode kept, and one core for each process, as `eitherway batch` has it."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.update(timing.environment())
    threads.start_none()


def workbooks_a_second(number: int, turns: int) -> Mapping[str, float]:
    """How many of so many workbooks each way runs in a second."""
    with TemporaryDirectory() as scratch, ExitStack() as stack:
        folder = Path(scratch)
        clients(folder / "clients", number)
        crews = {name: stack.enter_context(crew(size)) for name, size in {ONE: 1, TWO: 2}.items()}
        scheduler = stack.enter_context(cluster(folder, workers=2))

        def way(run: Callable[[Sequence[Job]], Iterator[Result]]) -> timing.Way:
            return lambda: timed(run, folder)

        ways = {name: way(partial(each.results, most_seconds=MOST_SECONDS)) for name, each in crews.items()}
        ways[DASK] = way(partial(there, scheduler=scheduler, most_seconds=MOST_SECONDS))
        seconds = timing.alternating(ways, turns)
    return {name: number / spent for name, spent in seconds.items()}


def core_seconds(number: int) -> float:
    """What a workbook takes of the processor, in a process that has run some before."""
    spent: list[float] = []
    with TemporaryDirectory() as folder:
        for path in clients(Path(folder), WARM + number):
            start = process_time()
            result = work(Job(str(path), Asked(AS_OF), NOW))
            spent.append(process_time() - start)
            check(result)
    return median(spent[WARM:])


def clients(folder: Path, number: int) -> list[Path]:
    """So many clients, each with a folder and a workbook."""
    first = folder / "client 0000" / "job search.xlsx"
    first.parent.mkdir(parents=True)
    build(first, example(AS_OF))
    for each in range(1, number):
        shutil.copytree(first.parent, folder / f"client {each:04}")
    return sorted(folder.glob("*/*.xlsx"))


def timed(run: Callable[[Sequence[Job]], Iterator[Result]], folder: Path) -> float:
    """Seconds for fresh copies of all of them. Raises RuntimeError unless each is done."""
    copies = folder / "copies"
    shutil.copytree(folder / "clients", copies)
    try:
        jobs = [Job(str(path), ASKED, NOW) for path in sorted(copies.glob("*/*.xlsx"))]
        results: list[Result] = []
        seconds = timing.timed(lambda: results.extend(run(jobs)))
    finally:
        shutil.rmtree(copies)
    for result in results:
        check(result)
    if len(results) != len(jobs):
        raise RuntimeError(f"{len(results)} of {len(jobs)} workbooks were run.")
    return seconds


def check(result: Result) -> None:
    """Raise RuntimeError unless the workbook is done."""
    if result.state is not State.DONE:
        raise RuntimeError(f"{result}")


@contextmanager
def crew(size: int) -> Iterator[Crew]:
    """Processes of this machine."""
    started = Crew(size)
    try:
        yield started
    finally:
        started.leave()


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[str]:
    """A scheduler and workers on loopback, as docs/scale.md starts them, without Dask's profiler; gives its
    address.
    """
    where = folder / "scheduler.json"
    known = ["--scheduler-file", str(where), "--no-dashboard"]
    beside = ["--local-directory", str(folder), "--no-nanny", "--nthreads", "1"]
    with ExitStack() as stack:
        stack.enter_context(dask("scheduler", "--host", "127.0.0.1", "--port", "0", *known))
        for _ in range(workers):
            stack.enter_context(dask("worker", *known, *beside))
        while not where.exists():
            sleep(0.05)
        scheduler = str(json.loads(where.read_text())["address"])
        with Client(scheduler) as client:
            client.wait_for_workers(workers)
        yield scheduler


@contextmanager
def dask(*words: str) -> Iterator[None]:
    """A process of Dask's command line."""
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", "dask", *words]
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, env=os.environ | NO_PROFILER) as running:
        try:
            yield
        finally:
            running.kill()


def proofreading(number: int, turns: int) -> Row:
    """So many letters, read here and by processes that are started for them; in each turn others, as this
    process remembers what it has read.
    """
    numbers = count()

    def way(read: Callable[[Sequence[Panel]], object]) -> timing.Way:
        def turn() -> float:
            letters = [[letter(next(numbers))] for _ in range(number)]
            return timing.timed(lambda: read(letters))

        return turn

    def shared(letters: Sequence[Panel]) -> None:
        with cores.readers(number) as read:
            read(letters, Known())

    ways = {IN_ONE: way(lambda letters: cores.read(letters, Known())), TWO: way(shared)}
    seconds = timing.alternating(ways, turns)
    rate = number / seconds[TWO]
    return Row(WHAT[3], rate, "letters/s", IN_ONE, seconds[IN_ONE] / seconds[TWO])


def letter(number: int) -> Unread:
    """A thank-you; each has another point, as what is the same may be remembered."""
    text = (
        "Dear Ms. Vilsack,\n\nThank you for meeting with me on Monday about the Data Analyst position. "
        f"I enjoyed talking with you about moving the {number} monthly reports off paper, and about what "
        "your team has planned for the spring. I would like to do this work, and I would like to do it at "
        "Northwind.\n\nI hope you will offer me the position. Please let me know either way.\n\n"
        "Sincerely,\n\nDana Whitcombe"
    )
    document, packed = Document(), BytesIO()
    for paragraph in text.split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(packed)
    about = Manuscript("", Person("Rachel Vilsack"), sender="Dana Whitcombe", company="Northwind")
    return Unread((packed.getvalue(),), about)


def main() -> None:
    """Measure, or soak."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer turns, fewer workbooks")
    parser.add_argument("--soak", type=int, metavar="WORKBOOKS", help="run so many, and watch")
    given = parser.parse_args()
    if given.soak is None:
        table.show(rows(given.quick), "Many workbooks")
        return
    as_installed()
    with TemporaryDirectory() as folder:
        soak.show(soak.soak(clients(Path(folder), given.soak), ASKED, NOW))


if __name__ == "__main__":
    main()

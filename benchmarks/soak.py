"""Very many workbooks on two processes, some broken, a process killed now and then: what is left of it all?

What is watched is read from /proc, so this runs on Linux only.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from eitherway.batch.pool import here
from eitherway.batch.results import Asked, Job, State

PROCESSES = 2
BROKEN_EACH = 50
KILLS = 10
MOST_SECONDS = 120.0


class Look(NamedTuple):
    """How things stand after so many workbooks: megabytes and open files of this process, and of the largest
    of the others.
    """

    done: int
    seconds: float
    parent_megabytes: float
    child_megabytes: float
    parent_files: int
    child_files: int


class Soaked(NamedTuple):
    """All looks, what became of the workbooks, how many processes were killed, and what went wrong."""

    looks: Sequence[Look]
    states: Counter[State]
    killed: int
    wrong: Sequence[str]


def soak(paths: Sequence[Path], asked: Asked, now: datetime, kills: int = KILLS) -> Soaked:
    """Run all of them; each fiftieth is broken first, and so many processes are killed on the way."""
    broken = {str(path) for path in paths[::BROKEN_EACH]}
    for path in broken:
        Path(path).write_bytes(b"no workbook")
    chance, start, looks, killed = random.Random(1), perf_counter(), [], 0
    states: dict[str, State] = {}
    for number, result in enumerate(here(_jobs(paths, asked, now), PROCESSES, MOST_SECONDS), start=1):
        states[result.path] = result.state
        if number % (len(paths) // kills) == 0:
            looks.append(_look(number, perf_counter() - start))
            killed += _kill(chance)
    wrong = [f"{path} is missing" for path in map(str, paths) if path not in states]
    wrong += [
        f"{path}: {state}"
        for path, state in states.items()
        if state is not (State.REFUSED if path in broken else State.DONE)
    ]
    wrong += [f"process {left.pid} is left" for left in multiprocessing.active_children()]
    return Soaked(looks, Counter(states.values()), killed, wrong)


def _jobs(paths: Sequence[Path], asked: Asked, now: datetime) -> Iterator[Job]:
    return (Job(str(path), asked, now) for path in paths)


def _kill(chance: random.Random) -> bool:
    children = [child.pid for child in multiprocessing.active_children() if child.pid]
    if children:
        os.kill(chance.choice(children), signal.SIGKILL)
    return bool(children)


def _look(done: int, seconds: float) -> Look:
    children = [child.pid for child in multiprocessing.active_children() if child.pid]
    return Look(
        done,
        seconds,
        _megabytes(os.getpid()),
        max(map(_megabytes, children), default=0),
        _files(os.getpid()),
        max(map(_files, children), default=0),
    )


def _megabytes(process: int) -> float:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except FileNotFoundError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _files(process: int) -> int:
    try:
        return len(list(Path(f"/proc/{process}/fd").iterdir()))
    except FileNotFoundError:
        return 0


def show(soaked: Soaked) -> None:
    """Print what was seen."""
    shown = Table(title="Workbooks on two processes, one of which is killed after each line")
    for heading in ("Workbooks", "Seconds", "Parent MB", "Largest MB", "Parent files", "Most files"):
        shown.add_column(heading, justify="right")
    for look in soaked.looks:
        shown.add_row(*(f"{figure:,.0f}" for figure in look))
    console = Console(width=140)
    console.print(shown)
    said = ", ".join(f"{count} {state}" for state, count in soaked.states.items())
    console.print(f"{said}; {soaked.killed} processes killed.")
    console.print("\n".join(soaked.wrong) or "Every workbook is accounted for, and no process is left.")

"""Seconds and memory: turns that alternate, processes of their own, and how noisy the machine is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import gettempdir
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[1]

Way = Callable[[], float]
"""One turn: the seconds it took, by its own clock."""


def processors() -> float:
    """Seconds of the processors so far, those of processes that have ended included."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def alternating(ways: Mapping[str, Way], turns: int) -> dict[str, float]:
    """The median seconds of each way, taken in turns: first of all ways, second of all ways, ...

    A turn before the first does not count: it fills the caches of the disk and of Python's bytecode.
    """
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(turns + 1):
        print(f"  turn {turn} of {turns}", file=sys.stderr, flush=True)
        for name, way in ways.items():
            spent = way()
            seconds[name] += [spent] if turn else []
    return {name: median(times) for name, times in seconds.items()}


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes in this process."""
    start = perf_counter()
    work()
    return perf_counter() - start


class Process(NamedTuple):
    """Seconds from a process's start to its end, those of the processors (with those of processes that it
    waited for), the most memory that it held, and what it printed.
    """

    seconds: float
    processors: float
    megabytes: float
    said: str


LAUNCHER = """
import json, os, subprocess, sys, time
start = time.perf_counter()
running = subprocess.Popen([sys.executable, *sys.argv[1:]], stdout=subprocess.PIPE, text=True)
said = running.stdout.read()
_, status, used = os.wait4(running.pid, 0)
spent, busy = time.perf_counter() - start, used.ru_utime + used.ru_stime
print(json.dumps([spent, busy, used.ru_maxrss, said, os.waitstatus_to_exitcode(status)]))
"""
"""A small process between: one that we start ourselves counts our memory, too, as it begins as our copy."""


def process(arguments: Sequence[str | Path], allowed: Sequence[int] = (0,)) -> Process:
    """Run Python with these arguments and wait for it. Raises RuntimeError where its status is not `allowed`.

    The memory is the kernel's `ru_maxrss`: kilobytes on Linux, bytes on macOS (getrusage(2)). Windows has no
    such figure, and no `wait4`.
    """
    seconds, busy, most, said, status = json.loads(output(["-c", LAUNCHER, *arguments]))
    if status not in allowed:
        raise RuntimeError(f"python {' '.join(map(str, arguments))} ended with {status}.")
    return Process(seconds, busy, most / (2**20 if sys.platform == "darwin" else 2**10), said)


def python(*arguments: str | Path, allowed: Sequence[int] = (0,)) -> Way:
    """A way that is a whole process of Python, start and imports included."""
    return lambda: process(arguments, allowed).seconds


def output(arguments: Sequence[str | Path]) -> str:
    """What a process of Python prints. Raises RuntimeError where it fails."""
    done = subprocess.run(
        [sys.executable, *arguments], check=False, capture_output=True, text=True, cwd=ROOT, env=environment()
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def environment() -> dict[str, str]:
    """A process's environment, with bytecode kept from run to run, as it is for what is installed.

    Where PYTHONDONTWRITEBYTECODE is set and the package is a working copy, each start compiles it anew.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(Path(gettempdir(), "eitherway-benchmarks-bytecode"))}


def noise(turns: int = 40) -> float:
    """By how much of its median the same loop differs from turn to turn: the middle half's spread."""
    times = sorted(timed(_fixed_work) for _ in range(turns))
    return (times[-turns // 4] - times[turns // 4]) / median(times)


def _fixed_work() -> int:
    return sum(number * number % 7 for number in range(200_000))

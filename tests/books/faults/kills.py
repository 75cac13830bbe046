"""Kill a write at each of its system calls, and at random moments: `python -m tests.books.faults.kills 1000`.

Each kill ends a process of its own, forked from this one so that nothing is imported again. After each, the
workbook must be the old one or the new one, and the next run must work and clear up (`cases.check`).
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from unittest.mock import patch

from tests.books.faults.cases import CASES, Case, Prepared, Step, by_way_of, check, litter, prepared, trace

SEED = 5


def main(kills: int) -> None:
    """Print how many kills there were, and what they left."""
    start = perf_counter()
    with TemporaryDirectory(prefix="kills-") as name:
        with patch("os.fsync"):  # what a killed process wrote stays; only a power cut would take it
            cases = [_prepared(case, Path(name, str(number))) for number, case in enumerate(CASES.values())]
            at_calls = sum(kill_at_each_call(case, Path(name)) for case in cases)
        found = kill_at_random(cases, Path(name), kills)
    told = ", ".join(f"{number} {what}" for what, number in sorted(found.items()))
    print(f"{at_calls} kills at a system call and {kills} at random moments: {told}; nothing was lost.")
    print(f"{perf_counter() - start:.0f} seconds")


def kill_at_each_call(case: Prepared, folder: Path) -> int:
    """How many kills there were: one just before each call, and one in the middle of each write."""
    calls = trace(case, folder / "trace")
    shutil.rmtree(folder / "trace")
    steps = [*(_killed_before(number) for number in range(len(calls)))]
    steps += [_killed_within(number) for number, name in enumerate(calls) if name == "write"]
    for step in steps:
        path = case.fresh(folder / "try")
        ended = _end_of(_forked(case.act, path, step))
        assert ended == signal.SIGKILL, f"the write ended with {ended}"
        check(path, case)
        shutil.rmtree(folder / "try")
    return len(steps)


def kill_at_random(cases: list[Prepared], folder: Path, kills: int) -> Counter[str]:
    """What the kills left: how often the old workbook, the new one, and something to clear away.

    A write that came to its end before it was killed is none of them.
    """
    chance = random.Random(SEED)
    takes = {id(case): min(_seconds(case, folder) for _ in range(3)) for case in cases}
    found: Counter[str] = Counter()
    while found["old"] + found["new"] < kills:
        case = chance.choice(cases)
        path = case.fresh(folder / "try")
        child = _forked(case.act, path, _untouched)
        sleep(chance.uniform(0, takes[id(case)]))
        os.kill(child, signal.SIGKILL)
        if _end_of(child) == signal.SIGKILL:
            found["new" if path.read_bytes() == case.new else "old"] += 1
            found["left something to clear away"] += bool(litter(path))
        check(path, case)
        shutil.rmtree(folder / "try")
    return found


def _prepared(case: Case, folder: Path) -> Prepared:
    folder.mkdir()
    return prepared(case, folder)


def _forked(act: Callable[[Path], object], path: Path, step: Step) -> int:
    """A process that does it, by way of `step`, and ends."""
    child = os.fork()
    if child:
        return child
    try:
        with by_way_of(step):
            act(path)
    finally:
        os._exit(0)


def _end_of(child: int) -> int:
    """The signal that ended the process, 0 where it ended by itself."""
    return os.WTERMSIG(os.waitpid(child, 0)[1])


def _seconds(case: Prepared, folder: Path) -> float:
    path = case.fresh(folder / "try")
    start = perf_counter()
    _end_of(_forked(case.act, path, _untouched))
    shutil.rmtree(folder / "try")
    return perf_counter() - start


def _untouched(number: int, name: str, call: Callable[[], object]) -> object:
    return call()


def _killed_before(number: int) -> Step:
    def step(at: int, name: str, call: Callable[[], object]) -> object:
        if at == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return call()

    return step


def _killed_within(number: int) -> Step:
    """The write of this number puts half of its bytes into the file."""

    def step(at: int, name: str, call: Callable[[], object]) -> object:
        if at != number:
            return call()
        write = os.write

        def half(handle: int, content: memoryview) -> int:
            write(handle, content[: len(content) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
            return 0

        os.write = half  # type: ignore[assignment] # in a process that ends here
        return call()

    return step


if __name__ == "__main__":
    main(int(sys.argv[1]))

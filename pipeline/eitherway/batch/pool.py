"""The cores of this machine: a pool of processes that survives whatever a workbook does to one of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, NamedTuple

from pebble import ProcessExpired, ProcessPool

from eitherway.batch.results import ATTEMPTS, Job, Result, failed, in_words
from eitherway.batch.work import work
from eitherway.machine.processes import LOCK_SECONDS, interrupts_held, pool
from eitherway.model.problems import CannotAct

Task = Callable[[Job], Result]

AHEAD = 4
"""Jobs in hand for each process: enough to keep it busy, few enough to stop soon."""

WORKBOOKS_PER_PROCESS = 500
"""Then a fresh one takes its place, so that no leak in a library grows for ever."""

MEMORY = 4 * 2**30
"""Bytes that a process may take for its data."""

MARGIN = 6.0 * LOCK_SECONDS
"""Seconds beyond a workbook's time after which the pool itself must hang, and is replaced."""

MOST_BREAKDOWNS = 3


def here(
    jobs: Iterable[Job], processes: int, most_seconds: float, task: Task = work, *, memory: int = MEMORY
) -> Generator[Result, None, None]:
    """The results as they come. A workbook that takes longer, or ends its process, is tried once more.

    Raises CannotAct where the processes end before they begin.
    """
    crew = Crew(processes, memory)
    try:
        yield from crew.results(jobs, most_seconds, task)
    finally:
        crew.leave()


class _Attempt(NamedTuple):
    job: Job
    number: int = 1


_Running = dict[Future[Any], _Attempt]


class Crew:
    """Processes that stay between one list of jobs and the next; for one thread."""

    def __init__(self, processes: int, memory: int = MEMORY) -> None:
        self._processes = processes
        self._memory = memory
        self._pool = self._fresh()

    def results(self, jobs: Iterable[Job], most_seconds: float, task: Task = work) -> Iterator[Result]:
        """As `here`."""
        waiting = iter(jobs)
        todo = [_Attempt(job) for job in islice(waiting, self._processes * AHEAD)]
        running: _Running = {}
        breakdowns = 0
        while todo or running:
            for attempt in todo:
                running[self._begun(task, attempt.job, most_seconds)] = attempt
            todo = []
            ended = self._ended(running, most_seconds)
            breakdowns = 0 if ended else _one_more(breakdowns)
            for future, error in ended.items():
                job, number = running.pop(future)
                if error is not None and number < ATTEMPTS:
                    todo.append(_Attempt(job, number + 1))
                    continue
                todo += [_Attempt(fresh) for fresh in islice(waiting, 1)]
                yield failed(job, _reason(error, most_seconds)) if error else future.result()
            if not ended or any(map(_may_hang_the_pool, ended.values())):
                todo += self._replaced(running)

    def leave(self) -> None:
        """End the processes, whatever they are at."""
        self._pool.stop()
        self._pool.join()

    def _fresh(self) -> ProcessPool:
        return pool(self._processes, _limit_memory, [self._memory], max_tasks=WORKBOOKS_PER_PROCESS)

    def _begun(self, task: Task, job: Job, most_seconds: float) -> Future[Any]:
        try:
            with interrupts_held():  # the first task starts the processes
                return self._pool.schedule(task, args=[job], timeout=most_seconds)
        except (RuntimeError, OSError) as broken:  # it broke down meanwhile, or no process can be started
            future: Future[Any] = Future()
            future.set_exception(BrokenProcessPool(str(broken)))
            return future

    def _ended(self, running: _Running, most_seconds: float) -> dict[Future[Any], BaseException | None]:
        """Those that ended next, with what they raised; none where the whole pool broke down or hangs."""
        for _ in range(int(most_seconds + MARGIN)):
            done = wait(running, 1, return_when=FIRST_COMPLETED).done
            if done or not self._pool.active:  # pebble forgets tasks that it is given while it breaks down
                break
        errors = {future: future.exception() for future in done}
        return {future: error for future, error in errors.items() if not isinstance(error, BrokenProcessPool)}

    def _replaced(self, running: _Running) -> list[_Attempt]:
        """Another pool takes over; what the old one was at, through no fault of its own, is begun again."""
        self.leave()
        self._pool = self._fresh()
        unfinished = list(running.values())
        running.clear()
        return unfinished


def _one_more(breakdowns: int) -> int:
    """Count a breakdown that no workbook is to blame for. Raises CannotAct at the last."""
    if breakdowns + 1 == MOST_BREAKDOWNS:
        raise CannotAct(
            "The processes of this batch end before they have done anything.",
            "Free some memory, or ask for fewer of them: --jobs 1. Then go on with --resume.",
        )
    return breakdowns + 1


def _may_hang_the_pool(error: BaseException | None) -> bool:
    """Pebble ends a process in this way that cannot get the pool's lock; then no other will get it either."""
    return isinstance(error, ProcessExpired) and error.exitcode == 1


def _reason(error: BaseException, most_seconds: float) -> str:
    if isinstance(error, TimeoutError):
        return f"It took longer than {in_words(most_seconds)}, so it was stopped."
    if isinstance(error, ProcessExpired):
        return f"Reading or writing it ended the process that did it (exit status {error.exitcode})."
    return f"It could not be run: {error}."


def _limit_memory(most: int) -> None:
    """A hostile workbook runs out of memory by itself, before the machine does.

    Only Linux holds a process to it (getrlimit(2), RLIMIT_DATA, since 4.7 also for what is mapped); macOS
    takes the limit and does not apply it to mapped memory, and Windows has none.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_DATA, (most, most))

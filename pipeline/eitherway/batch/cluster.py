"""Beyond one machine: the same task through Dask's own Client, on a folder that all workers see.

A Dask worker does not run a workbook itself but hands it to a process beside it, as on one machine: where
workbooks end Dask's own workers, it blames innocent tasks and now and then fails to start a worker again.
"""

from __future__ import annotations

import logging
import socket
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from functools import cache
from itertools import islice
from multiprocessing import current_process
from queue import Empty, SimpleQueue
from threading import get_ident
from typing import NamedTuple

from distributed import Client, Future, wait
from distributed.comm.addressing import parse_address, parse_host_port
from distributed.versions import VersionMismatchWarning

from eitherway import __version__
from eitherway.batch.journal import stamp
from eitherway.batch.pool import MARGIN, Crew
from eitherway.batch.results import ATTEMPTS, Job, Result, failed, in_words
from eitherway.batch.work import work
from eitherway.model.problems import CannotAct

Task = Callable[[Job], Result]
_Future = Future[Result]

AHEAD = 3
"""Jobs in hand for each thread of the cluster: enough to keep it busy, few enough to stop soon."""

CONNECT = 5.0
"""Seconds in which the scheduler must answer."""

ANSWER = 30.0
"""Seconds in which each worker must answer; the first time it imports Either Way."""

HOW_TO_START = "dask worker tcp://HOST:8786 --no-nanny --nthreads N, with as many threads as it has cores."


def there(jobs: Sequence[Job], scheduler: str, most_seconds: float, task: Task = work) -> Iterator[Result]:
    """The results as they come; what a worker that died was at, Dask gives to another one.

    Raises CannotAct where there is no scheduler, no worker, or one that is not fit for the work.
    """
    with _connected(scheduler) as client:
        threads = _threads(client, jobs[0].path)
        waiting, running = iter(jobs), dict[_Future, Job]()
        ended = SimpleQueue[_Future]()

        def start(count: int) -> None:
            for job in islice(waiting, count):
                future = client.submit(on_worker, task, job, most_seconds, pure=False)
                running[future] = job
                future.add_done_callback(ended.put)

        start(threads * AHEAD)
        while running:
            future = _next(ended, ATTEMPTS * (most_seconds + MARGIN))
            start(1)
            yield _result(future, running.pop(future))


def _next(ended: SimpleQueue[_Future], patience: float) -> _Future:
    try:
        return ended.get(timeout=patience)
    except Empty:
        raise CannotAct(
            f"For {in_words(patience)} no worker of the cluster has finished a workbook.",
            "See that the scheduler and the workers are running, then go on with --resume.",
        ) from None


def on_worker(task: Task, job: Job, most_seconds: float) -> Result:
    """Run the task in the process beside this thread of a worker."""
    [result] = _crew(get_ident()).results([job], most_seconds, task)
    return result


@cache
def _crew(thread: int) -> Crew:
    """One process for each thread, which stays for the worker's life."""
    return Crew(1)


def _result(future: _Future, job: Job) -> Result:
    try:
        result: Result = future.result()
    except CancelledError:
        raise CannotAct(
            "The scheduler has gone away, and with it the workbooks that were under way.",
            "Start it again, then go on with --resume.",
        ) from None
    except Exception as error:  # workers that died one after the other, or whatever else Dask may say
        return failed(job, f"The cluster could not run it: {error}.")
    return result


class Seen(NamedTuple):
    """What a worker says of itself: its version of Either Way, how large the first workbook is to it, and
    whether it may start processes.
    """

    version: str
    size: int
    may_start: bool


def seen(path: str) -> Seen:
    """Asked of every worker before the first job."""
    return Seen(__version__, stamp(path)[0], not current_process().daemon)


def _threads(client: Client, path: str) -> int:
    """How many the cluster has. Raises CannotAct unless each worker is fit for the work."""
    threads: Mapping[str, int] = client.nthreads()
    if not threads:
        raise CannotAct("The cluster has no workers.", f"Start one on each machine: {HOW_TO_START}")
    asked = {client.submit(seen, path, workers=[each], pure=False): each for each in threads}
    with suppress(TimeoutError):
        wait(list(asked), timeout=ANSWER)
    for future, worker in asked.items():
        _check(worker, _answer(future), path)
    return sum(threads.values())


def _answer(future: Future[Seen]) -> Seen | BaseException:
    if not future.done():
        return TimeoutError(f"it has not answered for {in_words(ANSWER)}")
    return future.exception() or future.result()


def _check(worker: str, answer: Seen | BaseException, path: str) -> None:
    if isinstance(answer, TimeoutError):
        raise CannotAct(
            f"The worker {worker} is of no use now: {answer}.",
            "End it or start it anew, or wait until it has done what it is busy with.",
        )
    if not isinstance(answer, Seen):
        raise CannotAct(
            f"The worker {worker} cannot run Either Way ({answer}).",
            f'Install version {__version__} there, from a clone of it: pip install ".[cluster]"',
        )
    if answer.version != __version__:
        raise CannotAct(
            f"The worker {worker} has Either Way {answer.version}, and this machine has {__version__}.",
            "Install the same version on all machines.",
        )
    if not answer.may_start:
        raise CannotAct(
            f"The worker {worker} has a nanny, which does not let it start a process for a workbook.",
            f"Start the workers so: {HOW_TO_START}",
        )
    if answer.size != stamp(path)[0]:
        raise CannotAct(
            f"The worker {worker} does not see {path}, or another file in its place.",
            "Keep the workbooks in a folder that all machines share, mounted at the same place on each.",
        )


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    """A client that says nothing of its own. Raises CannotAct."""
    _silence()
    try:
        _greeted(scheduler)
        client = Client(scheduler, timeout=CONNECT)
    except Exception as error:  # what answers there may be no scheduler, and send anything
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotAct(
            f"No Dask scheduler answers at {scheduler} ({reason}).",
            "Start one with `dask scheduler` and give the address that it prints: tcp://HOST:8786",
        ) from error
    with client:
        yield client


def _greeted(scheduler: str) -> None:
    """Wait for the first byte of a scheduler, which speaks first: Dask itself would try, or wait, for ever.

    Raises OSError, ValueError.
    """
    with socket.create_connection(parse_host_port(parse_address(scheduler)[1]), CONNECT) as connection:
        if not scheduler.startswith("tls:"):  # there the client has to speak first
            connection.recv(1)


def _silence() -> None:
    """What matters of its log and of differing versions, `_check` and the results say."""
    warnings.simplefilter("ignore", VersionMismatchWarning)
    for name in ("distributed", "distributed.client", "tornado", "tornado.application", "asyncio"):
        log = logging.getLogger(name)
        log.handlers = [logging.NullHandler()]
        log.propagate = False

"""Processes to share work among: how many, and how they are begun.

They are pebble's (https://pebble.readthedocs.io): unlike the standard library's pool it ends a task that
takes too long, and where a process dies only the task that it was at is lost.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread

from pebble import CONSTS, ProcessPool

LOCK_SECONDS = 10
"""How long a process waits for the pool's lock, which one that was killed at a bad moment still holds.

The lock is taken only to hand over a task or a result; pebble itself would wait for a minute.
"""


def cores() -> int:
    """As many as this process may use, which in a container can be fewer than the machine has."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def pool(
    processes: int,
    begin: Callable[..., None] | None = None,
    given: Sequence[object] = (),
    *,
    max_tasks: int = 0,
) -> ProcessPool:
    """Processes that each call `begin` with what is `given` first, and are replaced after `max_tasks`.

    Give it its first task under `interrupts_held`.
    """
    spawned = get_context("spawn")  # a fork of a process with threads may hang
    return ProcessPool(
        processes, max_tasks=max_tasks, initializer=_begin, initargs=[begin, given], context=spawned
    )


def _begin(begin: Callable[..., None] | None, given: Sequence[object]) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    CONSTS.channel_lock_timeout = LOCK_SECONDS
    if begin:
        begin(*given)


def _end_with_parent() -> None:
    """One that hangs would otherwise stay for ever where the parent was killed and cannot end it."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """What starts meanwhile is deaf to Ctrl+C, which a terminal sends to every process: the one that hands
    out the work hears it and ends the others. On Windows a process is deaf only once it has begun.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def stopped_alike() -> Iterator[None]:
    """What asks a program to end, or takes its terminal away, interrupts it as Ctrl+C does."""
    known = [getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP")]
    ours = [each for each in known if each and signal.getsignal(each) is signal.SIG_DFL]  # nohup ignores one
    for each in ours:
        signal.signal(each, signal.default_int_handler)
    try:
        yield
    finally:
        for each in ours:
            signal.signal(each, signal.SIG_DFL)

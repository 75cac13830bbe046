"""Python's collector of reference cycles, paused: a run makes very many small values and hardly a cycle."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """No search for reference cycles meanwhile.

    Of 10,000 conversations it saves up to a third of the time (`python -m benchmarks.flag` measures both).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def collection_on() -> Iterator[None]:
    """The search goes on meanwhile, where very much is left behind in cycles: by docxtpl, 5 MB a letter.

    What was there before it is not searched: the first pass over all that was imported takes longer than a
    letter.
    """
    if gc.isenabled():
        yield
        return
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        gc.disable()
        gc.unfreeze()


@contextmanager
def collection_left_out() -> Iterator[None]:
    """The same for a process that lives for one command or one click, its imports included.

    What is left then goes with the process: to search it for cycles while it works and once more as it ends
    (the collector's pass at Python's exit, which passes over what is frozen) would be a quarter of the wait.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()

"""Very many letters are read on all cores, by processes that each load the engines for themselves."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from functools import cache, lru_cache
from math import ceil
from multiprocessing import parent_process

from pebble import ProcessExpired

from eitherway.machine.processes import cores, interrupts_held, pool
from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Known, Manuscript
from eitherway.proof.text import Proofreader

ENOUGH = 200
"""Letters from which on other processes, which load the engines anew, are the faster way.

On two idle cores 100 letters took 4.3 s instead of 3.7 s with two of them, 200 letters 4.3 s instead of 5.8 s
and 400 letters 6.3 s instead of 9.0 s (`python -m benchmarks.batch` shows what is gained with more).
"""

CHUNKS = 8
"""Parts for each process: few, as each carries the workbook's names; enough to end at much the same time."""


def read_all(manuscripts: Sequence[Manuscript], known: Known) -> list[list[Finding]]:
    """What is found in each letter, in their order.

    A process that itself shares some work with others, as in a batch, reads all of them alone.
    """
    processes = 1 if parent_process() else cores()
    if len(manuscripts) < ENOUGH or processes == 1:
        return read(manuscripts, known)
    try:
        return shared(manuscripts, known, processes)
    except (BrokenProcessPool, ProcessExpired):  # where processes cannot start, it takes longer
        return read(manuscripts, known)


def read(manuscripts: Sequence[Manuscript], known: Known) -> list[list[Finding]]:
    """The same, in this process."""
    reader, known = proofreader(), _kept(known)
    return [reader.read(manuscript, known) for manuscript in manuscripts]


@cache
def proofreader() -> Proofreader:
    """Its engines load with the first letter, and once."""
    return Proofreader()


def shared(manuscripts: Sequence[Manuscript], known: Known, processes: int) -> list[list[Finding]]:
    """The same, in so many other processes."""
    size = ceil(len(manuscripts) / (processes * CHUNKS))
    chunks = [manuscripts[start : start + size] for start in range(0, len(manuscripts), size)]
    readers = pool(processes)
    try:
        with interrupts_held():
            parts = [readers.schedule(read, args=[chunk, known]) for chunk in chunks]
        return [found for part in parts for found in part.result()]
    finally:
        readers.stop()
        readers.join()


@lru_cache(maxsize=1)
def _kept(known: Known) -> Known:
    """The workbook's names as the first part brought them: equal copies would be compared name by name, for
    each letter, before what was made of them is found.
    """
    return known

"""Very many letters are read on all cores, by processes that each load the engines for themselves."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache, partial
from math import ceil
from multiprocessing import parent_process
from threading import Thread

from pebble import ProcessExpired, ProcessPool

from eitherway.machine.collector import collection_paused
from eitherway.machine.processes import cores, interrupts_held, pool
from eitherway.proof.letters.panels import Panel, Read, Readers, read_panels
from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway.proof.text import Proofreader
from eitherway.proof.text.copies import near_copies
from eitherway.proof.text.language.engines.engines import load_dictionary

ENOUGH = 200
"""Letters from which on other processes, which load the engines anew, are the faster way.

On two idle cores 100 letters took 4.3 s instead of 3.7 s with two of them, 200 letters 4.3 s instead of 5.8 s
and 400 letters 6.3 s instead of 9.0 s (`python -m benchmarks.batch` shows what is gained with more).
"""

CHUNKS = 24
"""Parts for each process: each carries the workbook's names, and the last keeps one process busy alone."""


@contextmanager
def readers(letters: int) -> Iterator[Readers]:
    """What reads panels of so many letters, which loads beside whatever is done until then.

    Very many are read by other processes. One that itself shares some work with others, as in a batch, reads
    all of them alone.
    """
    processes = 1 if parent_process() else cores()
    if letters < ENOUGH or processes == 1:
        if letters:
            _loading()
        yield read
        return
    others = pool(processes, _load)
    try:
        with interrupts_held():
            others.schedule(_load)  # with the first task they start
        yield partial(_shared, others, processes * CHUNKS)
    finally:
        others.stop()
        others.join()


@cache
def _loading() -> None:
    Thread(target=load_dictionary).start()


@collection_paused()
def read(panels: Sequence[Panel], known: Known) -> list[list[Read]]:
    """What is found in each letter of each panel, in their order, in this process."""
    return read_panels(panels, _kept(known), proofreader(), near_copies)


@cache
def proofreader() -> Proofreader:
    """Its engines load with the first letter, and once."""
    return Proofreader()


@collection_paused()
def _load() -> None:
    """The engines, which stay for good and are searched for cycles never again."""
    proofreader().read(Manuscript("Dear all,", Person("")), Known())
    gc.freeze()


def _shared(others: ProcessPool, parts: int, panels: Sequence[Panel], known: Known) -> list[list[Read]]:
    size = max(ceil(len(panels) / parts), 1)
    chunks = [panels[start : start + size] for start in range(0, len(panels), size)]
    try:
        tasks = [others.schedule(read, args=[chunk, known]) for chunk in chunks]
        return [found for task in tasks for found in task.result()]
    except (RuntimeError, ProcessExpired):  # where processes cannot start, or end, it takes longer
        return read(panels, known)


@lru_cache(maxsize=1)
def _kept(known: Known) -> Known:
    """The workbook's names as the first part brought them: equal copies would be compared name by name, for
    each letter, before what was made of them is found.
    """
    return known

"""Very many letters are read on all cores, by processes that each load the engines for themselves."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from functools import cache, lru_cache
from math import ceil
from multiprocessing import parent_process
from threading import Thread

from pebble import ProcessExpired

from eitherway.machine.processes import cores, interrupts_held, pool
from eitherway.model.findings import Finding
from eitherway.proof.letters.panels import Panel, read_panel
from eitherway.proof.prose.manuscript import Known
from eitherway.proof.text import Proofreader
from eitherway.proof.text.copies import near_copies
from eitherway.proof.text.language.engines.engines import load_dictionary

ENOUGH = 200
"""Letters from which on other processes, which load the engines anew, are the faster way.

On two idle cores 100 letters took 4.3 s instead of 3.7 s with two of them, 200 letters 4.3 s instead of 5.8 s
and 400 letters 6.3 s instead of 9.0 s (`python -m benchmarks.batch` shows what is gained with more).
"""

CHUNKS = 8
"""Parts for each process: few, as each carries the workbook's names; enough to end at much the same time."""


def load_ahead(letters: int) -> None:
    """Begin to load what so many letters will be read with, beside whatever is done until then."""
    if 0 < letters < ENOUGH:  # more are read by other processes, each of which loads its own
        _loading()


@cache
def _loading() -> None:
    Thread(target=load_dictionary).start()


def read_all(panels: Sequence[Panel], known: Known) -> list[list[list[Finding]]]:
    """What is found in each letter of each panel, in their order; near-copies within a panel come last.

    A process that itself shares some work with others, as in a batch, reads all of them alone.
    """
    processes = 1 if parent_process() else cores()
    if sum(map(len, panels)) < ENOUGH or processes == 1:
        return read(panels, known)
    try:
        return shared(panels, known, processes)
    except (BrokenProcessPool, ProcessExpired):  # where processes cannot start, it takes longer
        return read(panels, known)


def read(panels: Sequence[Panel], known: Known) -> list[list[list[Finding]]]:
    """The same, in this process."""
    known = _kept(known)
    return [read_panel(panel, known, proofreader(), near_copies) for panel in panels]


@cache
def proofreader() -> Proofreader:
    """Its engines load with the first letter, and once."""
    return Proofreader()


def shared(panels: Sequence[Panel], known: Known, processes: int) -> list[list[list[Finding]]]:
    """The same, in so many other processes."""
    size = ceil(len(panels) / (processes * CHUNKS))
    chunks = [panels[start : start + size] for start in range(0, len(panels), size)]
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

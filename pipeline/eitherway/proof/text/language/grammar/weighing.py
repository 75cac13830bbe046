"""How surely a small word is missing, by what stands around the gap.

A logistic regression over the words beside it, what they can be, how much likelier the trigram model and the
counts of pairs make it; `docs/make_weights.py` learned its weights from right sentences and from the same
without one of their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import as_file, files
from itertools import starmap
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from eitherway.proof.text.language.reading import data
from eitherway.proof.text.language.reading.classes import class_of
from eitherway.proof.text.language.reading.counts import LEAST_PAIR, Counts

Array = NDArray[Any]

SLOTS = 1 << 17
"""Weights are kept by their names' hash: two that share a slot share the weight."""
STEPS = 32
"""A weight of 1 in the file."""


class Window(NamedTuple):
    """A small word that may be missing, and what stands around it, the nearest first.

    "" is beyond what is read, "<n>" a name, "<#>" a number, "<s>" and "</s>" the ends of a sentence.
    """

    word: str
    before: tuple[str, str, str]
    after: tuple[str, str]


class Leads(NamedTuple):
    """How much likelier the change makes the word itself and those after it, as natural logarithms."""

    first: float
    second: float
    third: float

    @property
    def whole(self) -> float:
        """How much likelier it makes the text."""
        return self.first + self.second + self.third


def surely(windows: Iterable[tuple[Window, Leads]], counts: Counts) -> list[float]:
    """How surely each word is missing, as log odds."""
    weights, base = _weights()
    return [base + float(weights[slots(window, leads, counts)].sum()) for window, leads in windows]


def slots(window: Window, leads: Leads, counts: Counts) -> list[int]:
    """The slots of its evidence, each once."""
    names = [*evidence(window, leads, counts)]
    own = [f"{window.word}|{name}" for name in names]
    return [*{crc32(name.encode()) % SLOTS for name in (*own, *names)}]


def evidence(window: Window, leads: Leads, counts: Counts) -> Iterator[str]:
    """The names of what speaks for the word or against it; some speak for any word."""
    word, (near, further, _), (after, _) = window
    (b1, b2, b3), (a1, a2) = map(class_of, window.before), map(class_of, window.after)
    whole, first, second, third = (_step(lead) for lead in (leads.whole, *leads))
    pairs = starmap(counts.pair, ((near, word), (word, after), (near, after)))
    left, right, now = (0 if pair < LEAST_PAIR else len(str(pair)) for pair in pairs)
    yield from ("", f"{whole}", f"1 {first}", f"2 {second}", f"3 {third}")
    yield from (f"{b1}_", f"_{a1}", f"{b1}_{a1}", f"{b2} {b1}_", f"{b2} {b1}_{a1}", f"{b3} {b2} {b1}_")
    yield from (f"_{a1} {a2}", f"{b1}_{a1} {a2}", f"{near}=", f"={after}", f"{further} {near}=")
    yield from (f"{near}= {whole // 2}", f"={after} {whole // 2}", f"{left} {right} {now}")


def _step(lead: float) -> int:
    """Whole steps, none beyond a certain one."""
    return int(min(max(lead, _LEAST), _MOST) // 1)


@cache
def _weights() -> tuple[Array, float]:
    with as_file(files(data).joinpath("weights.npz")) as path, np.load(path) as table:
        return table["weights"] / np.float32(STEPS), float(table["base"])


_LEAST, _MOST = -6, 14

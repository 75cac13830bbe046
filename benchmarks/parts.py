"""The benchmarks that `python -m benchmarks` runs, in the order of the page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from benchmarks.rows import Row

TITLES = {
    "merge": "Merging letters",
    "flag": "Reading and flagging",
    "letters": "Writing the letters of a whole workbook",
    "edit": "Changing a workbook",
    "bring_in": "Bringing another tracker in",
    "proof": "Proofreading",
    "click": "A click in Excel",
    "startup": "Starting",
    "batch": "Many workbooks",
    "growth": "Growth",
}
NAMES = tuple(name for name in TITLES if find_spec(f"benchmarks.{name}"))


class Part(NamedTuple):
    """One benchmark: what it measures in words, the rows that it gives at most, and how to get them."""

    name: str
    title: str
    about: str
    what: Sequence[str]
    rows: Callable[[bool], Iterable[Row]]


def found(only: Collection[str] = ()) -> list[Part]:
    """All parts, or those that are named."""
    return [_part(name) for name in NAMES if not only or name in only]


def _part(name: str) -> Part:
    module = import_module(f"benchmarks.{name}")
    return Part(name, TITLES[name], inspect.getdoc(module) or "", module.WHAT, module.rows)

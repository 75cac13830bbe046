"""The workbook on one day: what it holds, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from eitherway.model.problems import Problem
from eitherway.model.records import Accepted, Growth, Letter, Plan
from eitherway.model.tables import RawTable, Tables


class View(NamedTuple):
    """A workbook as read (`raw`), typed, checked and decided; `letters` are those that its plan asks for.

    `growths` are the rows that tables take in, which `raw` already has in them.
    """

    raw: Mapping[str, RawTable]
    tables: Tables
    plan: Plan
    letters: Sequence[Letter]
    problems: Sequence[Problem]
    accepted: Accepted
    growths: Sequence[Growth] = ()

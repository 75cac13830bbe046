"""What a foreign file holds, as applications, interviews and people: not yet beside what the workbook
holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from eitherway.bring_in.cells.dates import Order
from eitherway.bring_in.meanings import Column
from eitherway.model.records import CellValue

Cells = dict[str, CellValue]
"""Values by the names of our columns."""


@dataclass(slots=True)
class Meeting:
    """A row of Interviews to be: one person of one interview, "" where nobody is named."""

    cells: Cells
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Application:
    """A row of Applications to be, with its interviews. `own` are the values of columns of the user's own.

    `where` names the row that it came from. `is_short` where the row only refers to an application. `guessed`
    names the cells that no cell of the file says, but that a row has to have.
    """

    where: str
    cells: Cells = field(default_factory=dict)
    own: Cells = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    is_short: bool = False
    guessed: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Contact:
    """A row of Interviewers to be."""

    where: str
    cells: Cells
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Brought:
    """All of a file. `contacts` are the people whom a tracker names, `address_book` those of an address book.

    `statuses` counts the status words that nobody could tell, `said` is what to tell besides.
    """

    applications: list[Application] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    address_book: list[Contact] = field(default_factory=list)
    columns: dict[str, list[Column]] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)


class Ways(NamedTuple):
    """How a file is to be read: `day_first` where nothing in it tells, and why.

    `statuses` gives the user's own status words, loosely spelled, the status of ours that they mean.
    `as_of` is the day on which it is brought in.
    """

    as_of: date
    day_first: bool = True
    why_order: str = "this computer's language"
    statuses: Mapping[str, str] = MappingProxyType({})

"""The workbook's own tables, and rows that stand under them: an import takes them in first, as every run can.

Left outside they would be invisible to what is compared, so that a file that holds them too would double
them, and the new rows would have to go over them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from eitherway.model.problems import CannotAct
from eitherway.model.records import Growth
from eitherway.model.schema import APPLICATIONS, INTERVIEWERS, INTERVIEWS
from eitherway.model.tables import RawTable
from eitherway.read.text import as_text
from eitherway.words.comparison import find


class Taken(NamedTuple):
    """The tables with what stood under them, by how much each grows, and what is to be said of it."""

    raw: Mapping[str, RawTable]
    growths: Sequence[Growth]
    told: Sequence[str]


def check_ours(book: Path, raw: Mapping[str, RawTable]) -> None:
    """Raise CannotAct for a workbook that is somebody's tracker and not ours."""
    if not any(find(table.name, raw) for table in (APPLICATIONS, INTERVIEWERS, INTERVIEWS)):
        raise CannotAct(
            f"{book} holds none of Either Way's tables: nothing can be brought into it.",
            "Give --into a name that is free, and a workbook is made there; FILE is what is brought in.",
        )


def taken_in(raw: Mapping[str, RawTable]) -> Taken:
    """The tables that an import writes to, with the rows under them. Raises IncompleteWorkbook."""
    names = [find(table.name, raw) for table in (APPLICATIONS, INTERVIEWERS, INTERVIEWS)]
    if not any(as_text(cell) for name in names if name for row in raw[name].under for cell in row):
        return Taken(raw, (), ())
    from eitherway.read.find import find_tables, left_outside  # noqa: PLC0415 - loads pandas
    from eitherway.read.workbook import take_in  # noqa: PLC0415 - as above

    tables, _ = find_tables(raw)
    told = [problem.message for table in tables.values() for problem in left_outside(table)]
    grown, growths, *_ = take_in(raw)
    return Taken(grown, growths, told)

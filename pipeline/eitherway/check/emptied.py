"""If a table that had rows has none, stop and ask (docs/design.md, section 7)."""

from __future__ import annotations

from collections.abc import Mapping

from eitherway.model.problems import EmptiedWorkbook
from eitherway.model.records import Flag
from eitherway.model.schema import APPLICATIONS, COUNTS, INTERVIEWS, TODAY
from eitherway.model.tables import RawTable, Tables, cells_of

_MEMORY = {
    COUNTS.name: ("Overdue", "Due", "Soon", "Waiting"),
    TODAY.name: ("Flag",),
    APPLICATIONS.name: ("Flag",),
    INTERVIEWS.name: ("Flag",),
}
"""The cells of ours that tell of conversations."""


def stop_if_emptied(raw: Mapping[str, RawTable], tables: Tables) -> None:
    """Raise EmptiedWorkbook where Interviews or Applications has lost all the rows that it had."""
    emptied = ""
    if tables.interviews.empty and _remembered(raw):
        emptied = INTERVIEWS.name
    if tables.applications.empty and not tables.interviews.empty and _remembered(raw):
        emptied = APPLICATIONS.name
    if emptied:
        raise EmptiedWorkbook(
            f"{emptied} has no rows any more.",
            "If you emptied it on purpose, run this again with --allow-empty; if not, close without saving, "
            "or bring back an earlier version of the workbook.",
        )


def _remembered(raw: Mapping[str, RawTable]) -> bool:
    """Whether a cell of ours still tells of a conversation that was flagged.

    Log does not count, as it outlives a search that was ended on purpose; nor does Fix, which a row has from
    the first.
    """
    rows = (row for table, columns in _MEMORY.items() for row in cells_of(raw, table, columns))
    return any(cell and cell != Flag.FIX for row in rows for cell in row.values())

"""What is other than in the caseload before: each client's figures of then, read back from the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from eitherway.batch.results import Result, State, printable
from eitherway.words.counting import count
from eitherway_workbook.caseload.build import day_of
from eitherway_workbook.caseload.tables import WORKBOOKS

Figures = Mapping[str, int]

COMPARED = {
    "Overdue": "overdue",
    "Due": "due",
    "Interviews this week": "interviews this week",
    "Offers": "offers",
}
"""Columns of Workbooks, as a change names them."""


@dataclass(frozen=True, slots=True)
class Before:
    """The caseload of an earlier day: the figures of each workbook that was done then, by its file."""

    day: date | None = None
    figures: Mapping[str, Figures] = field(default_factory=dict)


def before(report: Path) -> Before:
    """The earlier caseload that stands there; nothing where there is none, or one that cannot be read."""
    day = day_of(report) if report.exists() else None
    if day is None:
        return Before()
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - only where there is an earlier one

    try:
        head, *rows = CalamineWorkbook.from_path(str(report)).get_sheet_by_name(WORKBOOKS.name).to_python()
    except (CalamineError, ValueError, OSError):
        return Before()
    named = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    done = [row for row in named if str(row.get("State", "")).casefold() == State.DONE.value]
    return Before(day, {str(row.get("File", "")): _figures(row) for row in done})


def change(result: Result, earlier: Before) -> str:
    """What is other for this client: "2 fewer overdue, 1 more offer"; "" without an earlier caseload."""
    if earlier.day is None or result.state is not State.DONE:
        return ""
    then = earlier.figures.get(printable(result.path))
    if then is None:
        return "New"
    now = figures_of(result)
    told = [_told(now[name] - then[name], COMPARED[name]) for name in COMPARED if name in then]
    return ", ".join(filter(None, told)).capitalize() or "None"


def figures_of(result: Result) -> Figures:
    """The figures of a result that are compared, by their columns."""
    flags = {name: result.flags.get(name, 0) for name in ("Overdue", "Due")}
    return {**flags, "Interviews this week": result.interviews_this_week, "Offers": result.offers}


def _told(difference: int, what: str) -> str:
    if not difference:
        return ""
    singular = what.replace("interviews", "interview").replace("offers", "offer")
    more = "more" if difference > 0 else "fewer"
    return count(abs(difference), f"{more} {singular}", f"{more} {what}")


def _figures(row: Mapping[str, object]) -> Figures:
    found = {name: row.get(name) for name in COMPARED}
    return {name: int(value) for name, value in found.items() if isinstance(value, int | float)}

"""The cadence must have a step, and its first one something to count from."""

from __future__ import annotations

from datetime import date

from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.schema import CADENCE
from eitherway.model.steps import DECISION_DATE, INTERVIEW, PREVIOUS_STEP
from eitherway.model.tables import Tables


def cadence_has_steps(tables: Tables, as_of: date) -> list[Problem]:
    """Without a step nothing is ever owed."""
    if not tables.cadence.empty:
        return []
    where = Location(tables.places[CADENCE.name].sheet, table=CADENCE.name)
    message = "The cadence has no steps, so no follow-up is ever due."
    fix = "Add a row for each step: `eitherway new` makes a workbook that shows the usual three."
    return [Problem(Code.REQUIRED_EMPTY, Severity.ERROR, where, message, fix)]


def first_step_counts(tables: Tables, as_of: date) -> list[Problem]:
    """The first step has no previous one to count from."""
    first = tables.cadence.head(1)
    return [
        Problem(
            Code.UNKNOWN_VALUE,
            Severity.ERROR,
            tables.places[CADENCE.name].at(row, "Counts from"),
            f"The first step cannot count from {PREVIOUS_STEP}: there is none.",
            f"Pick {INTERVIEW} or {DECISION_DATE}.",
        )
        for row in first.loc[first["Counts from"] == PREVIOUS_STEP, "row"]
    ]

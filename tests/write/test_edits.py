"""The plan as cell changes: only what differs, and the computed lists in their order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import pandas as pd

from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.records import Append, CellValue, Edits, Link, Plan
from eitherway.model.tables import RawTable
from eitherway.write import edits
from tests.grids import grid

AS_OF = date(2026, 11, 18)
DATES = ("Date", "Due", "Next due", "Last contact")


APPLICATIONS = "row | Application | Thanked | Next due | Flag | Last contact"
CONVERSATIONS = (
    "row | Application | Company | Role | Round | Date | Interviewer | "
    "Step | Due | Days overdue | Flag | Why | Channel"
)


def plan(conversations: str, applications: str = APPLICATIONS) -> Plan:
    """A plan drawn with bars; columns that are not drawn are empty."""
    rows = frame(conversations, CONVERSATIONS)
    return Plan(AS_OF, rows, frame(applications, APPLICATIONS), rows)


def frame(drawn: str, columns: str) -> pd.DataFrame:
    rows = grid(drawn)
    names = columns.split(" | ")
    data = pd.DataFrame({name: [row.get(name, "") for row in rows] for name in names}, dtype=object)
    for name in names:
        if name in DATES:
            data[name] = pd.to_datetime(data[name].replace("", None)).astype("datetime64[s]")
        elif name in ("row", "Days overdue"):
            data[name] = pd.to_numeric(data[name].replace("", None)).astype("Int64")
    return data


def raw(
    name: str, *rows: list[object], columns: str, sheet: str = "", header_row: int = 1
) -> Mapping[str, RawTable]:
    return {name: RawTable(name, sheet or name, header_row, 1, tuple(columns.split(" | ")), rows)}


def changes(made: Edits) -> dict[tuple[int, str], CellValue]:
    return {(cell.row, cell.column): cell.value for cell in made.cells}


def rewritten(made: Edits, table: str) -> list[Mapping[str, CellValue]]:
    return [row for rewrite in made.rewrites if rewrite.table == table for row in rewrite.rows]


INTERVIEWS = "Interviewer | Step | Due | Days overdue | Flag | Why | Letter"


def test_only_cells_that_differ_are_changed() -> None:
    workbook = raw(
        "interviews",
        ["Mei Chen", "Thank-you", date(2026, 11, 17), 1.0, "Overdue", "No thank-you yet.", ""],
        ["Ola Nordmann", "Check-in", datetime.fromisoformat("2026-11-17 00:00"), "", "Soon", "", ""],
        ["Ana Silva", "", "", "", "Fix", "", ""],
        header_row=4,
        columns=INTERVIEWS,
    )
    made = edits(
        workbook,
        plan("""
            row | Step      | Due        | Days overdue | Flag    | Why
            5   | Thank-you | 2026-11-17 | 1            | Overdue | No thank-you yet.
            6   | Check-in  | 2026-11-18 | 0            | Due     |
            7   |           |            |              | Fix     |
        """),
        [],
        {},
        [],
    )
    assert changes(made) == {(6, "Due"): AS_OF, (6, "Days overdue"): 0, (6, "Flag"): "Due"}
    assert {cell.table for cell in made.cells} == {"Interviews"}


def test_links_always_go_through_and_old_ones_are_cleared() -> None:
    workbook = raw(
        "Interviews",
        ["", "", "", "", "", "", "Open letter"],
        ["", "", "", "", "", "", "Open letter"],
        columns=INTERVIEWS,
    )
    link = Link("Letters/a.docx", "Open letter")
    made = edits(workbook, plan("row | Flag\n2 | \n3 | "), [], {2: link}, [])
    assert changes(made) == {(2, "Letter"): link, (3, "Letter"): None}


def test_a_row_that_the_user_emptied_loses_what_we_wrote() -> None:
    workbook = raw(
        "Interviews",
        ["", "Check-in", date(2026, 11, 17), 1.0, "Overdue", "Why", "Open letter"],
        ["", "", "", "", "", "", ""],
        columns=INTERVIEWS,
    )
    made = edits(workbook, plan("row | Flag"), [], {}, [])
    columns = ("Step", "Due", "Days overdue", "Flag", "Why", "Letter")
    assert changes(made) == {(2, column): None for column in columns}


def test_an_empty_wish_meets_an_error_value() -> None:
    workbook = raw("Interviews", ["", "#REF!", "", True, "", "", ""], columns=INTERVIEWS)
    made = edits(workbook, plan("row | Days overdue\n2 | 1"), [], {}, [])
    assert changes(made) == {(2, "Step"): None, (2, "Days overdue"): 1}


def test_applications() -> None:
    workbook = raw(
        "Applications",
        ["Northwind", "1 of 3", "", "Overdue", date(2026, 11, 2)],
        columns="Application | Thanked | Next due | Flag | Last contact",
    )
    made = edits(
        workbook,
        plan(
            "row | Flag",
            """
            row | Application | Thanked | Next due   | Flag    | Last contact
            2   | Northwind   | 2 of 3  | 2026-11-20 | Overdue |
            """,
        ),
        [],
        {},
        [],
    )
    assert changes(made) == {
        (2, "Thanked"): "2 of 3",
        (2, "Next due"): date(2026, 11, 20),
        (2, "Last contact"): None,
    }


FLAGS = """
row | Company   | Interviewer | Step      | Due        | Days overdue | Flag
2   | Northwind | Mei Chen    | Thank-you | 2026-11-17 | 1            | Overdue
3   | Acme      | Zoe Adams   | Check-in  | 2026-11-20 |              | Soon
4   | acme      | Adam Young  | Check-in  | 2026-11-20 |              | Soon
5   | Contoso   | Ola Nordby  | Check-in  | 2026-11-18 | 0            | Due
6   | Contoso   | Ana Silva   | Thank-you | 2026-11-12 | 4            | Overdue
7   | Contoso   | Bo Lind     | Last note | 2026-11-30 |              | Waiting
8   | Contoso   | Ida Berg    |           |            |              | Waiting
9   | Contoso   | Eli Katz    |           |            |              | Fix
10  | Contoso   | Ivo Novak   |           |            |              | Closed
"""


def test_todays_list_is_in_order_of_urgency() -> None:
    link = Link("Letters/b.docx", "Open letter")
    rows = rewritten(edits({}, plan(FLAGS), [], {5: link}, []), "Today")
    assert [row["Interviewer"] for row in rows] == [
        "Ana Silva",
        "Mei Chen",
        "Ola Nordby",
        "Adam Young",
        "Zoe Adams",
    ]
    assert rows[2] == {
        "Flag": "Due",
        "Due": AS_OF,
        "Days overdue": 0,
        "Step": "Check-in",
        "Interviewer": "Ola Nordby",
        "Company": "Contoso",
        "Role": None,
        "Channel": None,
        "Letter": link,
        "Why": None,
    }
    assert rows[3]["Days overdue"] is None


def test_counts() -> None:
    (row,) = rewritten(edits({}, plan(FLAGS), [], {}, []), "Counts")
    assert row == {"As of": AS_OF, "Overdue": 2, "Due": 1, "Soon": 2, "Waiting": 2, "To mend": 1}


def problem(severity: Severity, where: Location) -> Problem:
    return Problem(Code.TITLE_NOT_NAME, severity, where, "What.", "Fix.")


def test_problems_are_errors_first_then_in_the_workbooks_order() -> None:
    workbook = {
        **raw("Interviews", sheet="My talks", columns="Interviewer"),
        **raw("Applications", columns="Company"),
    }
    error, warning = Severity.ERROR, Severity.WARNING
    problems = [
        problem(warning, Location("My talks", 3, "B", "Date")),
        problem(error, Location("Elsewhere")),
        problem(error, Location("Applications", 2, "A", "Company")),
        problem(error, Location("My talks", 12, "AB", "Date")),
        problem(error, Location("My talks", 12, "F", "Interviewer")),
        problem(error, Location("My talks", 7, "F", "Interviewer")),
    ]
    rows = rewritten(edits(workbook, plan("row | Flag"), problems, {}, []), "Problems")
    where = [cell.text if isinstance(cell := row["Where"], Link) else cell for row in rows]
    assert where == [
        "My talks!F7 (Interviewer)",
        "My talks!F12 (Interviewer)",
        "My talks!AB12 (Date)",
        "Applications!A2 (Company)",
        "Elsewhere",
        "My talks!B3 (Date)",
    ]
    assert rows[0] == {
        "Severity": "Error",
        "Where": Link("#'My talks'!F7", "My talks!F7 (Interviewer)"),
        "What": "What.",
        "What to do": "Fix.",
    }


def test_quotes_in_a_sheets_name_are_doubled() -> None:
    where = Location("Mei's", 3, "B", "Date")
    (row,) = rewritten(edits({}, plan("row | Flag"), [problem(Severity.ERROR, where)], {}, []), "Problems")
    assert row["Where"] == Link("#'Mei''s'!B3", "Mei's!B3 (Date)")


def test_the_log_is_only_added_to() -> None:
    row: dict[str, CellValue] = {"When": datetime.fromisoformat("2026-11-18 09:30"), "What": "Letter written"}
    assert edits({}, plan("row | Flag"), [], {}, [row]).appends == [Append("Log", [row])]
    assert edits({}, plan("row | Flag"), [], {}, []).appends == []

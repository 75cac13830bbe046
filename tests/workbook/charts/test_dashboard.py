"""What the Dashboard stores beside its formulas, for viewers that do not calculate."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from eitherway_workbook import build

TUESDAY, WEDNESDAY, SUNDAY = date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 8)
FRIDAY, MONDAY = date(2026, 11, 13), date(2026, 11, 16)

APPLICATIONS: list[dict[str, object]] = [
    {"Application": "Northwind", "Status": "Interviewing"},
    {"Application": "Fernbank", "Status": "Interviewing"},
    {"Application": "Juniper", "Status": "Rejected"},
]
INTERVIEWS: list[dict[str, object]] = [
    {"Date": FRIDAY, "Flag": "Overdue"},
    {"Date": FRIDAY, "Flag": "Waiting", "Thank-you sent": MONDAY},
    {
        "Date": TUESDAY,
        "Flag": "Gone quiet",
        "Thank-you sent": WEDNESDAY,
        "Last note sent": MONDAY,
    },
    {
        "Date": TUESDAY,
        "Flag": "Answered",
        "Thank-you sent": SUNDAY,
        "Reply received": MONDAY,
    },
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dashboard") / "book.xlsx"
    build(path, {"Applications": APPLICATIONS, "Interviews": INTERVIEWS})
    return path


@pytest.fixture(scope="module")
def dashboard(built: Path) -> Worksheet:
    return sheet_of(built)


def sheet_of(path: Path) -> Worksheet:
    return openpyxl.load_workbook(path, data_only=True)["Dashboard"]


def block(sheet: Worksheet, head: str) -> dict[object, list[object]]:
    """The figures under a head, by their labels, as far as they are not nothing."""
    heads = sheet[40]
    first = next(cell.column for cell in heads if cell.value == head)
    width = next(n for n in range(1, 6) if sheet.cell(40, first + n).value is None)
    lines = [[sheet.cell(row, first + n).value for n in range(width)] for row in range(41, 53)]
    return {label: figures for label, *figures in lines if any(figures)}


def test_tiles(dashboard: Worksheet) -> None:
    tiles = {dashboard.cell(4, column).value: dashboard.cell(5, column).value for column in range(2, 14, 2)}
    assert tiles == {
        "Open applications": 2,
        "Conversations": 4,
        "To write": 1,
        "Letters sent": 4,
        "Gone quiet": 1,
        "Interview to offer": 26,
    }


def test_conversations_by_flag(dashboard: Worksheet) -> None:
    assert block(dashboard, "Flag") == {"Overdue": [1], "Waiting": [1], "Gone quiet": [1], "Answered": [1]}


def test_applications_by_status(dashboard: Worksheet) -> None:
    assert block(dashboard, "Status") == {"Interviewing": [2], "Rejected": [1]}


def test_how_far_conversations_have_come(dashboard: Worksheet) -> None:
    assert block(dashboard, "Stage") == {
        "Conversations": [4],
        "Thank-you sent": [3],
        "Last note sent": [1],
        "Answered": [1],
    }


def test_letters_by_week_start_on_mondays_and_end_with_the_latest(dashboard: Worksheet) -> None:
    weeks = block(dashboard, "Week of")
    assert {str(week)[:10]: figures for week, figures in weeks.items()} == {
        "2026-11-02": [2, 0, 0],
        "2026-11-16": [1, 0, 1],
    }
    last = dashboard.cell(48, 11).value
    assert str(last)[:10] == MONDAY.isoformat()


def test_every_chart_says_in_words_what_it_shows(built: Path) -> None:
    with ZipFile(built) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    told = re.findall('<xdr:cNvPr id="[0-9]+" name="Chart [0-9]+" descr="([^"]*)"', drawing)
    assert len(told) == 4
    assert told[0] == (
        "Chart: a bar for each flag, with its conversations. "
        "Its figures stand in the table Flag, Conversations below the charts."
    )


def test_with_nothing_sent_there_are_no_weeks(empty: Path) -> None:
    assert block(sheet_of(empty), "Week of") == {}

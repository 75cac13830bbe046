from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from eitherway.model.dashboard import DASHBOARD
from eitherway.model.problems import IncompleteWorkbook
from eitherway.model.schema import INTERVIEWS
from eitherway.model.tables import RawTable
from eitherway.read.find import find_tables
from eitherway.read.workbook import read_tables, take_in
from tests.read.raw import CADENCE, said, workbook


def missing(raw: dict[str, RawTable]) -> list[str]:
    with pytest.raises(IncompleteWorkbook) as raised:
        read_tables(raw)
    return said(raised.value.problems)


def renamed(table: RawTable, **headers: str) -> RawTable:
    return replace(table, columns=tuple(headers.get(header, header) for header in table.columns))


def without(table: RawTable, header: str) -> RawTable:
    i = table.columns.index(header)
    rows = [[*row[:i], *row[i + 1 :]] for row in table.rows]
    return replace(table, columns=(*table.columns[:i], *table.columns[i + 1 :]), rows=rows)


def test_tables_are_found_on_any_sheet_at_any_offset() -> None:
    raw = workbook(Interviewers="Interviewer | Company\nMei Chen | Northwind")
    raw["Interviewers"] = replace(raw["Interviewers"], sheet="People", header_row=7, first_column=27)
    tables, problems = read_tables(raw)
    assert problems == []
    assert tables.interviewers["row"].tolist() == [8]
    assert str(tables.places["Interviewers"].at(8, "Company")) == "People!AB8 (Company)"


def test_every_table_has_its_place() -> None:
    places = read_tables(workbook())[0].places
    assert list(places) == [
        *("Counts", "Today", "Applications", "Interviewers", "Interviews"),
        *("Cadence", "Settings", "Days off", "Words", "Problems", "Accepted", "Work search", "Log"),
        *(table.name for table in DASHBOARD),
        "Tones",
    ]
    assert places["Counts"].sheet == "Today"
    assert places["Log"].letters["File"] == "F"


@pytest.mark.parametrize("name", ["days off", "Days_off", "DaysOff", "DAYS-OFF"])
def test_tables_are_matched_without_case_spaces_and_underscores(name: str) -> None:
    raw = workbook(Days_off="Date | Why\n2026-12-24 | Christmas Eve")
    raw[name] = raw.pop("Days off")
    assert len(read_tables(raw)[0].days_off) == 1


@pytest.mark.parametrize(
    "header", ["thank you sent", "THANK-YOU SENT", "Thank\u2010you\u00a0sent", "ThankYouSent"]
)
def test_columns_are_matched_without_case_spaces_and_dashes(header: str) -> None:
    raw = workbook(Interviews="Thank-you sent | Date | Interviewer\n2026-11-17 | 2026-11-16 | Mei Chen")
    raw["Interviews"] = renamed(raw["Interviews"], **{"Thank-you sent": header})
    tables, _ = read_tables(raw)
    assert str(tables.interviews["Thank-you sent"][0]) == "2026-11-17 00:00:00"


def test_a_column_of_the_very_name_wins_over_one_that_is_loosely_the_same() -> None:
    raw = workbook(
        Interviewers="INTERVIEWER | Interviewer | EMAIL\nnot this | Mei Chen | mei@northwind.example"
    )
    raw["Interviewers"] = without(raw["Interviewers"], "Email")
    tables, _ = read_tables(raw)
    assert tables.interviewers["Interviewer"].tolist() == ["Mei Chen"]
    assert tables.interviewers["Email"].tolist() == ["mei@northwind.example"]


def test_columns_of_the_users_own_are_ignored_near_as_their_names_may_be() -> None:
    raw = workbook(Interviewers="Notes 2 | Interviewer | Companys\nx | Mei Chen | y")
    tables, problems = read_tables(raw)
    assert problems == []
    assert "Notes 2" not in tables.interviewers


def test_all_that_is_missing_is_said_at_once() -> None:
    raw = workbook()
    raw["Interviws"] = raw.pop("Interviews")
    raw["Table3"] = replace(raw.pop("Interviewers"), sheet="interviewers")
    del raw["Days off"]
    raw["Applications"] = without(renamed(raw["Applications"], Company="Companny"), "Status")
    assert missing(raw) == [
        "Error unknown-column: Applications!B1 (Companny): "
        'The table Applications has no column "Company", but it has "Companny". '
        'Did you mean "Company"? Rename the column.',
        'Error missing-column: Applications (Status): The table Applications has no column "Status". '
        "Add a column with this name.",
        "Error missing-table: interviewers: There is no table named Interviewers. "
        'Did you mean "Table3" on sheet interviewers? Rename it to Interviewers '
        "(click into it, then Table Design > Table Name).",
        "Error missing-table: Interviews: There is no table named Interviews. "
        'Did you mean "Interviws" on sheet Interviews? Rename it to Interviews '
        "(click into it, then Table Design > Table Name).",
        "Error missing-table: Days off: There is no table named Days_off. "
        "Bring back its sheet, or the table's name Days_off if it was renamed "
        "(click into it, then Table Design > Table Name); "
        "`eitherway new` makes an empty workbook to compare with.",
    ]


def test_a_workbook_of_something_else_gets_one_message() -> None:
    budget = RawTable("Budget", "Budget", 1, 1, ("Month", "Sum"), [])
    for raw in ({}, {"Budget": budget}):
        assert missing(raw) == [
            "Error missing-table: Workbook: None of Either Way's tables is here (Counts, Today, "
            "Applications, Interviewers, Interviews, Cadence, Settings, Days off, Problems, Log). "
            "Open the workbook that `eitherway new` made, or make one with `eitherway new`."
        ]


def test_a_column_that_the_rules_can_do_without_is_a_warning_and_reads_as_empty() -> None:
    raw = workbook(Interviewers="Interviewer\nMei Chen")
    raw["Interviewers"] = without(raw["Interviewers"], "Greet as")
    tables, problems = read_tables(raw)
    assert tables.interviewers["Greet as"].tolist() == [""]
    assert tables.places["Interviewers"].at(2, "Greet as").cell == ""
    assert said(problems) == [
        'Warning missing-column: Interviewers (Greet as): The table Interviewers has no column "Greet as". '
        "Add a column with this name to use it; until then it counts as empty."
    ]


def test_a_step_of_the_users_own_needs_its_column() -> None:
    raw = workbook(Cadence=CADENCE + "\nHoliday card | note-card | Previous step | 10 | ")
    assert missing(raw) == [
        "Error missing-column: Interviews (Holiday card sent): "
        'The table Interviews has no column "Holiday card sent". '
        "Add a column with this name, or take its step out of Cadence."
    ]


def test_a_step_of_the_users_own_is_read_from_its_column() -> None:
    raw = workbook(
        Cadence=CADENCE + "\nHoliday card | note-card | Previous step | 10 | ",
        Interviews="Interviewer | holiday-card sent | Date\nMei Chen | 2026-12-20 | 2026-11-16",
    )
    tables, _ = read_tables(raw)
    assert str(tables.interviews["Holiday card sent"][0].date()) == "2026-12-20"
    assert tables.places["Interviews"].letters["Holiday card sent"] == "B"


def test_the_column_of_a_step_that_left_the_cadence_may_leave_too() -> None:
    raw = workbook(
        Cadence="Step | Letter | Counts from | Business days\nthank you | thank-you | Interview | 1"
    )
    raw["Interviews"] = without(without(raw["Interviews"], "Check-in sent"), "Last note sent")
    tables, problems = read_tables(raw)
    assert problems == []
    assert tables.cadence["Step"].tolist() == ["Thank-you"]
    assert "Check-in sent" in tables.interviews


def test_the_usual_sent_column_is_needed_while_its_step_stands_in_the_cadence() -> None:
    raw = workbook()
    raw["Interviews"] = without(raw["Interviews"], "Last note sent")
    assert [problem.split(": ")[1] for problem in missing(raw)] == ["Interviews (Last note sent)"]


def test_a_missing_column_of_the_pipelines_own_is_structural() -> None:
    raw = workbook()
    for column in INTERVIEWS.columns:
        if column.ours:
            raw["Interviews"] = without(raw["Interviews"], column.name)
    assert [problem.split('"')[1] for problem in missing(raw)] == [
        *("Step", "Due", "Days overdue", "Flag", "Why", "Letter")
    ]


def test_rows_right_under_a_table_are_not_in_it_and_that_is_said() -> None:
    raw = workbook(Interviews="Interviewer | Date\nMei Chen | 2026-11-16")
    [row] = raw["Interviews"].rows
    for under, rows in (
        ([row], "Row 3 stands"),
        ([row, row], "Rows 3 to 4 stand"),
        ([blank(row), row, row], "Rows 4 to 5 stand"),
        ([row, blank(row), blank(row), row, note(row), row], "4 rows, the last of them in row 8, stand"),
        ([row, blank(row), note(row), note(row)], "Row 3 stands"),
    ):
        raw["Interviews"] = replace(raw["Interviews"], under=under)
        raw["Log"] = replace(raw["Log"], under=[["x"] * len(raw["Log"].columns)])
        first, them = 3 + (under[0] == blank(row)), "it" if rows.startswith("Row ") else "them"
        assert said(read_tables(raw)[1])[:1] == [
            f"Error rows-below-table: Interviews!A{first}: {rows} under the table Interviews, not in it, so "
            f"nothing there is followed up. `eitherway run BOOK --take-in` takes {them} in, and the button "
            f"Flag overdue offers to; or drag the table's lower right corner down over {them} (in "
            "LibreOffice: Data > Define Range). What does not belong to the table should stand elsewhere."
        ]
        assert not any("Log" in text for text in said(read_tables(raw)[1]))


@pytest.mark.parametrize("under", [["", "", "a note"], ["", "Total", "12"], ["Total: 12"], ["* rough dates"]])
def test_a_note_further_down_is_no_row_of_the_table(under: list[str]) -> None:
    raw = workbook(Interviews="Interviewer | Date | Application\nMei Chen | 2026-11-16 | A")
    [row] = raw["Interviews"].rows
    beneath: list[Sequence[object]] = [blank(row), [*under, *[""] * (len(row) - len(under))]]
    raw["Interviews"] = replace(raw["Interviews"], under=beneath)
    assert not any("rows-below-table" in text for text in said(read_tables(raw)[1]))


def test_rows_below_something_else_are_told_and_stay_where_they_are() -> None:
    raw = workbook(Interviews="Interviewer | Date | Application\nMei Chen | 2026-11-16 | A")
    [row] = raw["Interviews"].rows
    for totals, under, rows in (
        (0, [blank(row), note(row), row], "Row 5 stands"),
        (0, [note(row), row], ""),  # what follows at once is in the table's way, whatever it is
        (1, [row, blank(row), row], "2 rows, the last of them in row 6, stand"),
        (1, [note(row)], ""),
    ):
        raw["Interviews"] = replace(raw["Interviews"], under=under, total_rows=totals)
        told = [text for text in said(read_tables(raw)[1]) if "further down" in text]
        them, are = ("it", "it is") if rows.startswith("Row ") else ("them", "they are")
        assert [text.split(": ", 2)[2] for text in told] == [
            f"{each} further down under the table Interviews, with something else between, so nothing there "
            f"is followed up. Move {them} up into the table, or to another sheet if {are} none of it."
            for each in filter(None, [rows])
        ]
        grown, growths, _ = take_in(raw)
        assert len(grown["Interviews"].rows) == (3 if under == [note(row), row] else 1)
        assert bool(growths) == (under == [note(row), row])


def test_columns_of_a_later_version_are_offered_all_in_one() -> None:
    raw = workbook()
    raw["Applications"] = without(raw["Applications"], "Contact")
    raw["Interviews"] = without(raw["Interviews"], "Time")
    assert [text for text in said(find_tables(raw)[1]) if "earlier-version" in text] == [
        "Warning earlier-version: Workbook: This workbook was made by an earlier version, without 2 columns "
        "of this one: Contact in Applications, Time in Interviews. `eitherway new --upgrade BOOK` adds them "
        "and changes nothing else; until then they count as empty."
    ]


def blank(row: Sequence[object]) -> Sequence[object]:
    return [""] * len(row)


def note(row: Sequence[object]) -> list[object]:
    """A row that belongs to the block above it, whatever it holds."""
    return ["see above", *[""] * (len(row) - 1)]

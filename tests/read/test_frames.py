from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eitherway.model.columns import Kind
from eitherway.model.schema import BY_NAME
from eitherway.read.workbook import read_tables
from tests.read.raw import CADENCE, raw_table, said, tables, with_cells, workbook

APPLICATION = "Application | Company | Role | Status\nNorthwind | Northwind | Analyst | Interviewing\n"
INTERVIEW = "Application | Date | Interviewer | Follow up | Channel | Format | Round"


def problems(**grids: str) -> list[str]:
    return said(read_tables(workbook(**grids))[1])


@pytest.mark.parametrize("rows", ["", "Northwind | 2026-11-16 | Mei Chen | | | | "])
def test_columns_have_the_types_of_their_kinds_with_rows_and_without(rows: str) -> None:
    frames = tables(Interviews=f"{INTERVIEW}\n{rows}")
    types = {Kind.DATE: "datetime64[s]", Kind.NUMBER: "Int64"}
    for name, frame in [("Interviews", frames.interviews), ("Cadence", frames.cadence)]:
        columns = BY_NAME[name].columns
        assert list(frame.columns) == ["row", *(column.name for column in columns)]
        assert [str(frame[column.name].dtype) for column in columns] == [
            types.get(column.kind, "str") for column in columns
        ]
        assert str(frame["row"].dtype) == "int64"


def test_blank_rows_between_are_left_out_and_the_others_keep_their_row_numbers() -> None:
    raw = with_cells(
        workbook(),
        "Days off",
        [date(2026, 12, 24), ""],
        ["", ""],
        ["", " \u00a0"],
        [date(2026, 12, 31), ""],
    )
    frame = read_tables(raw)[0].days_off
    assert frame["row"].tolist() == [2, 5]


def test_a_row_that_holds_only_what_the_pipeline_wrote_is_blank() -> None:
    left_over = {"Flag": "Overdue", "Due": date(2026, 11, 16), "Why": "No thank-you yet.", "Days overdue": 3}
    raw = {**workbook(), "Interviews": raw_table("Interviews", [left_over])}
    frames, said_ = read_tables(raw)
    assert frames.interviews.empty
    assert said_ == []


def test_nonsense_in_the_pipelines_columns_is_no_problem() -> None:
    row = {"Application": "N", "Date": "2026-11-16", "Interviewer": "Mei Chen", "Due": "soon", "Flag": "Wow"}
    raw = {**workbook(), "Interviews": raw_table("Interviews", [{**row, "Days overdue": "many"}])}
    frames, said_ = read_tables(raw)
    assert said_ == []
    assert frames.interviews["Due"].isna().all()


def test_required_cells() -> None:
    assert problems(
        Applications="Application | Company | Role | Status\nNorthwind | | Analyst | Applied",
        Interviews=f"{INTERVIEW}\nNorthwind | | Mei Chen | | | | \n | 2026-11-16 | | | | | 2",
        Days_off="Why | Date\nDay in lieu | ",
    ) == [
        "Error required-empty: Applications!B2 (Company): Company is empty. "
        "Every row of Applications needs one: fill it in, or delete the row.",
        "Error required-empty: Interviews!B2 (Date): Date is empty. "
        "Every row of Interviews needs one: fill it in, or delete the row.",
        "Error required-empty: Interviews!A3 (Application): Application is empty. "
        "Every row of Interviews needs one: fill it in, or delete the row.",
        "Error required-empty: Interviews!C3 (Interviewer): Interviewer is empty. "
        "Every row of Interviews needs one: fill it in, or delete the row.",
        "Error required-empty: Days off!B2 (Date): Date is empty. "
        "Every row of Days off needs one: fill it in, or delete the row.",
    ]


def test_a_cell_that_cannot_be_read_is_not_called_empty_as_well() -> None:
    assert problems(
        Applications="Application | Company | Role | Status\nNorthwind | Northwind | Analyst | Intervewing",
        Interviews=f"{INTERVIEW}\nNorthwind | next week | Mei Chen | | | | ",
    ) == [
        'Error unknown-value: Applications!D2 (Status): "Intervewing" is not one of Applied, Interviewing, '
        'Offer, Accepted, Withdrawn, Rejected. Did you mean "Interviewing"? Pick it from the list.',
        'Error not-a-date: Interviews!B2 (Date): "next week" is not a date. '
        "Type year-month-day, for example 2026-11-16.",
    ]


def test_choices_are_matched_without_case_spaces_and_hyphens() -> None:
    read, wrong = read_tables(
        workbook(
            Applications=APPLICATION,
            Interviews="""
                Application | Date       | Interviewer | Follow up      | Channel | Format
                Northwind   | 2026-11-16 | Mei Chen    | thank you ONLY | e-mail  | ON-SITE
                Northwind   | 2026-11-16 | Ana Silva   | Nothing        | Post    | Over lunch
            """,
        )
    )
    assert wrong == []
    assert read.interviews["Follow up"].tolist() == ["Thank-you only", "Nothing"]
    assert read.interviews["Channel"].tolist() == ["Email", "Post"]
    assert read.interviews["Format"].tolist() == ["On site", "Over lunch"]


def test_an_unknown_choice_is_said_and_reads_as_empty() -> None:
    grid = """
        Application | Date       | Interviewer | Round | Channel
        Northwind   | 2026-11-16 | Mei Chen    | 1     | Emial
        Northwind   | 2026-11-16 | Ana Silva   | 1     | Fax
    """
    assert problems(Interviews=grid) == [
        'Error unknown-value: Interviews!E2 (Channel): "Emial" is not one of Email, Post, Both. '
        'Did you mean "Email"? Pick it from the list.',
        'Error unknown-value: Interviews!E3 (Channel): "Fax" is not one of Email, Post, Both. '
        "Pick it from the list.",
    ]
    assert tables(Interviews=grid).interviews["Channel"].tolist() == ["", ""]


def test_numbers() -> None:
    raw = with_cells(
        workbook(Cadence=CADENCE),
        "Cadence",
        ["Thank-you", "thank-you", "Interview", 1.0, "10"],
        ["Check-in", "check-in", "Interview", 2.5, -1],
        ["Last note", "last-note", "Interview", "five", 99999],
        ["Last note", "last-note", "Interview", 0, True],
    )
    read, wrong = read_tables(raw)
    assert read.cadence["Business days"].tolist()[::3] == [1, 0]
    assert read.cadence["Business days"].isna().tolist() == [False, True, True, False]
    assert read.cadence["Late after"].isna().tolist() == [False, True, True, True]
    assert [
        str(problem).removesuffix(" Type a whole number of business days, such as 5.") for problem in wrong
    ] == [
        'Cadence!D3 (Business days): "2.5" is not a whole number.',
        "Cadence!E3 (Late after): -1 is less than nothing.",
        'Cadence!D4 (Business days): "five" is not a whole number.',
        "Cadence!E4 (Late after): 99999 cannot be right.",
        'Cadence!E5 (Late after): "TRUE" is not a whole number.',
    ]


def test_true_is_not_one() -> None:
    raw = with_cells(workbook(), "Interviewers", [1.0], [True], [1])
    assert read_tables(raw)[0].interviewers["Interviewer"].tolist() == ["1", "TRUE", "1"]


def test_text_dates_follow_settings_language() -> None:
    days = "Date | Why\n11/12/2026 | A day off"
    american = tables(Days_off=days)
    british = tables(Days_off=days, Settings="Name | Value\nLanguage | en-gb")
    assert [str(each.days_off["Date"][0].date()) for each in (american, british)] == [
        "2026-11-12",
        "2026-12-11",
    ]


def test_an_empty_table_without_rows_reads_as_empty() -> None:
    raw = workbook()
    raw["Interviews"] = replace(raw["Interviews"], rows=[])
    assert read_tables(raw)[0].interviews.empty


def test_numbers_in_place_of_dates_count_from_the_workbooks_own_first_day() -> None:
    raw = with_cells(workbook(), "Days off", [44880, ""])
    raw["Days off"] = replace(raw["Days off"], date_1904=True)
    assert read_tables(raw)[0].days_off["Date"].dt.date.tolist() == [date(2026, 11, 16)]

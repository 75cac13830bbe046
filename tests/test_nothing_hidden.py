"""From a workbook to words: no row, no cell and no date is passed over in silence, and nobody is chased."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from eitherway.command_line.main import main
from eitherway_workbook import build

Row = Mapping[str, object]
Edit = Callable[[Worksheet], None]

APPLICATION: Row = {
    "Application": "A",
    "Company": "Northwind",
    "Role": "Analyst",
    "Status": "Interviewing",
    "Applied on": date(2026, 10, 1),
    "Why this job": "the team publishes what it learns",
}


def met(name: str, on: date, **more: object) -> Row:
    return {
        "Application": "A",
        "Date": on,
        "Interviewer": name,
        "What we talked about": f"what page {sum(map(ord, name)) % 90} of the report left out",
        **{key.replace("_", " "): value for key, value in more.items()},
    }


def workbook(folder: Path, *interviews: Row, application: Row = APPLICATION, **sheets: Sequence[Row]) -> Path:
    path = folder / "search.xlsx"
    settings = [{"Name": "Your name", "Value": "Maya Lindqvist"}]
    build(path, {"Settings": settings, "Applications": [application], "Interviews": interviews, **sheets})
    return path


def edited(book: Path, sheet: str, edit: Edit) -> None:
    """As a user would, in a program that stores no results of formulas."""
    opened = openpyxl.load_workbook(book)
    edit(opened[sheet])
    opened.save(book)


def header(sheet: Worksheet, name: str) -> str:
    """The letter of the column under this header."""
    return next(
        str(cell.column_letter) for row in sheet.iter_rows(1, 3) for cell in row if cell.value == name
    )


def put(table: str, column: str, row: int, value: object, number_format: str = "") -> Edit:
    def edit(sheet: Worksheet) -> None:
        cell = sheet[f"{header(sheet, column)}{sheet_top(sheet, table) + row}"]
        cell.value = value
        if number_format:
            cell.number_format = number_format

    return edit


def sheet_top(sheet: Worksheet, table: str) -> int:
    return int(range_boundaries(sheet.tables[table].ref)[1])


def told(book: Path, as_of: str = "2026-12-18") -> list[str]:
    done = CliRunner().invoke(main, ["check", str(book), "--as-of", as_of, "--json"])
    problems = json.loads(done.stdout)["problems"]
    return [f"{each['severity']} {each['where']}: {each['message']} {each['fix']}" for each in problems]


def flags(book: Path, as_of: str) -> list[str]:
    """Each conversation's flag, step and reason."""
    done = CliRunner().invoke(main, ["flag", str(book), "--as-of", as_of, "--json"])
    rows = json.loads(done.stdout)["follow_ups"]
    return [f"{row['flag']} {row['step'] or '-'} {row['due'] or '-'}: {row['why']}" for row in rows]


def test_only_lateness_or_meeting_her_again_ends_a_thank_you(tmp_path: Path) -> None:
    book = workbook(tmp_path, met("Ann Li", date(2026, 12, 14)), met("Bo Roy", date(2026, 12, 15)))
    assert flags(book, "2026-12-15")[0] == (
        "Due Thank-you 2026-12-15: No thank-you yet: you met on Mon 14 Dec."
    )


def test_a_check_in_keeps_days_from_a_late_thank_you(tmp_path: Path) -> None:
    sent = {**met("Ann Li", date(2026, 12, 1)), "Thank-you sent": date(2026, 12, 15)}
    assert flags(workbook(tmp_path, sent), "2026-12-15") == [
        "Waiting Check-in 2026-12-18: No word yet since your thank-you on Tue 15 Dec; the check-in waits "
        "until Fri 18 Dec."
    ]


def test_a_panel_of_seven_gets_one_check_in_and_none_once_one_has_answered(tmp_path: Path) -> None:
    names = ["Ann Li", "Bo Roy", "Cy Fox", "Di Orr", "Ed Poe", "Flo Kay", "Gus Ito"]
    thanked = {"Thank-you sent": date(2026, 12, 15)}
    panel = [{**met(name, date(2026, 12, 14)), **thanked} for name in names]
    asked = flags(workbook(tmp_path, *panel), "2026-12-22")
    assert [each.split(":")[0] for each in asked] == ["Overdue Check-in 2026-12-21", *["Done - -"] * 6]
    assert asked[1] == "Done - -: Thanked; news is asked of Ann Li."
    (tmp_path / "search.xlsx").unlink()
    answered = [*panel[:3], {**panel[3], "Reply received": date(2026, 12, 18)}, *panel[4:]]
    after = flags(workbook(tmp_path, *answered), "2026-12-22")
    assert after[0] == after[3] == "Answered - -: They answered on Fri 18 Dec."
    assert not any("Check-in" in each for each in after)


def test_after_an_offer_no_news_is_asked_for(tmp_path: Path) -> None:
    row = {**met("Ann Li", date(2026, 12, 1)), "Thank-you sent": date(2026, 12, 2)}
    book = workbook(tmp_path, row, application={**APPLICATION, "Status": "Offer"})
    assert flags(book, "2026-12-18") == ["Answered - -: There is an offer from Northwind."]


def test_a_pin_moves_the_step_that_is_current_and_revives_none(tmp_path: Path) -> None:
    book = workbook(tmp_path, met("Ann Li", date(2026, 11, 2), Follow_up_on=date(2026, 12, 18)))
    assert flags(book, "2026-12-18")[0].startswith(
        "Due Check-in 2026-12-18: The thank-you is too late to send"
    )


def test_rows_under_a_table_are_told_and_taken_in(tmp_path: Path) -> None:
    book = workbook(tmp_path, met("Ann Li", date(2026, 12, 14)))

    def type_below(sheet: Worksheet) -> None:
        bottom = range_boundaries(sheet.tables["Interviews"].ref)[3]
        for down, name in ((2, "Bo Roy"), (3, "Cy Fox")):
            for title, value in met(name, date(2026, 12, 15)).items():
                sheet[f"{header(sheet, title)}{bottom + down}"] = value

    edited(book, "Interviews", type_below)
    [problem] = [each for each in told(book) if "not in it" in each]
    assert problem.startswith("error Interviews!A5: Rows 5 to 6 stand under the table Interviews")
    assert len(flags(book, "2026-12-15")) == 1
    done = CliRunner().invoke(main, ["flag", str(book), "--take-in", "--as-of", "2026-12-15"])
    assert "The table Interviews took in the 3 rows under it." in done.output
    assert len(flags(book, "2026-12-15")) == 3
    assert not any("not in it" in each for each in told(book))


def test_a_text_date_is_read_like_its_column_and_told_with_both_readings(tmp_path: Path) -> None:
    book = workbook(tmp_path, met("Ann Li", date(2026, 12, 3)), met("Bo Roy", date(2026, 12, 13)))
    edited(book, "Interviews", put("Interviews", "Date", 1, "3/12/26"))
    [doubt] = [each for each in told(book) if "3/12/26" in each]
    assert doubt == (
        'error Interviews!D3 (Date): "3/12/26" is Thu 12 Mar 2026 or Thu 3 Dec 2026; it is read as Thu 12 '
        "Mar 2026, as en-US writes dates, and that is before Applied on (Thu 1 Oct 2026). Type 2026-12-03 if "
        "that is the day, else the one that is meant. Type year-month-day, for example 2026-11-16."
    )
    edited(book, "Interviews", put("Interviews", "Date", 2, "13/12/26"))
    [doubt] = [each for each in told(book) if "3/12/26" in each]
    assert doubt.startswith(
        'warning Interviews!D3 (Date): "3/12/26" is Thu 3 Dec 2026 or Thu 12 Mar 2026; it is'
    )
    assert 'like "13/12/26" in this column' in doubt


@pytest.mark.parametrize("column", ["Company", "Role", "Reference", "Why this job", "Decision by", "Contact"])
@pytest.mark.parametrize("error", ["#REF!", "#NAME?", "#N/A"])
def test_an_error_in_a_cell_that_is_read_holds_the_letter(tmp_path: Path, column: str, error: str) -> None:
    book = workbook(tmp_path, met("Ann Li", date(2026, 12, 17)))
    edited(book, "Applications", put("Applications", column, 1, error))
    assert any(f"({column}): The cell shows {error}, the error of a formula." in each for each in told(book))
    CliRunner().invoke(main, ["letters", str(book), "--as-of", "2026-12-18"])
    assert [*tmp_path.rglob("*.docx")] == []


@pytest.mark.parametrize("column", ["Applied on", "Notes", "Source", "Link", "Decided on"])
@pytest.mark.parametrize("typed", ["#REF!", "last week", "=TODAY()"])
def test_what_no_letter_reads_holds_none(tmp_path: Path, column: str, typed: str) -> None:
    book = workbook(tmp_path, met("Ann Li", date(2026, 12, 17)))
    edited(book, "Applications", put("Applications", column, 1, typed))
    assert not any(each.startswith("error") for each in told(book))
    CliRunner().invoke(main, ["letters", str(book), "--as-of", "2026-12-18"])
    assert len([*tmp_path.rglob("*.docx")]) == 1


@pytest.mark.parametrize("column", ["Interviewer", "Date", "Follow up on", "Round"])
def test_a_formula_without_its_result_is_told_as_such(tmp_path: Path, column: str) -> None:
    book = workbook(tmp_path, met("Ann Li", date(2026, 12, 17)))
    edited(book, "Interviews", put("Interviews", column, 1, "=WORKDAY(D4,3)"))
    [problem] = [each for each in told(book) if f"({column})" in each]
    assert 'holds the formula "=WORKDAY(D4,3)", but not what it comes to' in problem
    assert "is empty" not in problem


def test_numbers_and_dates_in_text_read_as_their_cells_show_them(tmp_path: Path) -> None:
    book = workbook(tmp_path, met("Ann Li", date(2026, 12, 17)))
    edited(book, "Interviews", put("Interviews", "Channel", 1, "Post"))  # an e-mail shows no reference
    edited(book, "Applications", put("Applications", "Reference", 1, 42, "00000"))
    edited(book, "Applications", put("Applications", "Role", 1, date(2024, 1, 24), "mmm-yy"))

    def phone(sheet: Worksheet) -> None:
        row = next(cell.row for cell in sheet["A"] if cell.value == "Phone")
        sheet.cell(row, 2).value = 6125550148
        sheet.cell(row, 2).number_format = "(###) ###-####"

    edited(book, "Settings", phone)
    CliRunner().invoke(main, ["letters", str(book), "--as-of", "2026-12-18", "--no-proof"])
    [letter] = tmp_path.rglob("*.docx")
    parts = docx.Document(str(letter))
    text = "\n".join(each.text for each in [*parts.paragraphs, *parts.sections[0].header.paragraphs])
    everything = text + "".join(
        cell.text for table in parts.tables for row in table.rows for cell in row.cells
    )
    assert "00042" in everything
    assert "Jan-24" in everything
    assert "(612) 555-0148" in everything


def test_a_log_without_stored_results_still_tells_what_was_written(tmp_path: Path) -> None:
    book = workbook(tmp_path, met("Ann Li", date(2026, 12, 17)))
    CliRunner().invoke(main, ["letters", str(book), "--as-of", "2026-12-18"])
    edited(book, "Interviews", put("Interviews", "Interviewer", 1, "Ann Lee"))
    assert any("Ann Li - thank-you" in each and "is left over" in each for each in told(book))
    CliRunner().invoke(main, ["letters", str(book), "--as-of", "2026-12-18"])
    edited(book, "Interviews", lambda sheet: None)
    CliRunner().invoke(main, ["letters", str(book), "--as-of", "2026-12-21"])
    log = openpyxl.load_workbook(book)["Log"]
    rows = range_boundaries(log.tables["Log"].ref)
    assert rows[3] - rows[1] == 2  # one for each of the two letters


def test_on_saturday_what_was_due_on_friday_says_so(tmp_path: Path) -> None:
    book = workbook(tmp_path, met("Ann Li", date(2026, 12, 17)))
    assert flags(book, "2026-12-19") == [
        "Due Thank-you 2026-12-18: No thank-you yet: you met on Thu 17 Dec; it was due on Fri 18 Dec."
    ]


def test_a_country_in_its_own_language_keeps_its_holidays(tmp_path: Path) -> None:
    book = workbook(tmp_path, met("Ann Li", date(2026, 12, 24)))

    def country(sheet: Worksheet) -> None:
        row = next(cell.row for cell in sheet["A"] if cell.value == "Country")
        sheet.cell(row, 2).value = "Deutschland"

    edited(book, "Settings", country)
    assert not any("country" in each for each in told(book))
    assert flags(book, "2026-12-28")[0].startswith("Due Thank-you 2026-12-28")  # the 25th is a holiday


def test_run_and_today_count_the_same(tmp_path: Path) -> None:
    book = workbook(tmp_path, met("Ann Li", date(2026, 12, 17)), met("Hiring Manager", date(2026, 12, 17)))
    run = CliRunner().invoke(main, ["run", str(book), "--as-of", "2026-12-18", "--json"])
    today = CliRunner().invoke(main, ["today", str(book), "--as-of", "2026-12-18", "--json"])
    flag = CliRunner().invoke(main, ["flag", str(book), "--as-of", "2026-12-18", "--json"])
    counted = [len(json.loads(each.stdout)["problems"]) for each in (run, today, flag)]
    assert counted[0] == counted[1] == counted[2]


def test_an_application_without_a_label_goes_by_company_and_role(tmp_path: Path) -> None:
    application = {**APPLICATION, "Application": ""}
    rows = [
        {**met("Ann Li", date(2026, 12, 17)), "Application": "Northwind - Analyst"},
        {**met("Bo Roy", date(2026, 12, 17)), "Application": "Northwind"},
    ]
    book = workbook(tmp_path, *rows, application=application)
    assert not any(each.startswith("error") for each in told(book))
    assert [each.split(" 2026")[0] for each in flags(book, "2026-12-18")] == [
        "Due Thank-you",
        "Due Thank-you",
    ]


def test_new_names_are_told_once_for_all(tmp_path: Path) -> None:
    names = ["Ann Li", "Bo Roy", "Cy Fox", "Di Orr", "Ed Poe"]
    book = workbook(tmp_path, *(met(name, date(2026, 12, 17)) for name in names))
    [new] = [each for each in told(book) if "not in Interviewers" in each]
    assert new.startswith(
        'warning Interviews!F3 (Interviewer): "Ann Li", "Bo Roy", "Cy Fox" and 2 more are not in '
        "Interviewers."
    )

"""`worksearch`: rows and counts, the files, and clear words where there is nothing to count."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from docx import Document

from eitherway.command_line.main import main
from eitherway_workbook import build
from tests.conftest import Convert, Validate

AS_OF = "2026-11-20"
NAMED = {"Name": "Your name", "Value": "Maya Lindqvist"}
JOB = {
    "Application": "Northwind",
    "Company": "Northwind",
    "Role": "Analyst",
    "Status": "Interviewing",
    "Applied on": date(2026, 11, 2),
    "Employer phone": "=1+1",
}
MET = {"Application": "Northwind", "Date": date(2026, 11, 16), "Interviewer": "Mei Chen"}


@pytest.fixture
def book(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "search.xlsx"))


def small(folder: Path, *settings: Mapping[str, object], **rows: Sequence[Mapping[str, object]]) -> Path:
    path = folder / "small.xlsx"
    build(path, {"Settings": [NAMED, *settings], "Applications": [JOB], "Interviews": [MET], **rows})
    return path


def worksearch(book: Path, *args: str, as_of: str = AS_OF) -> Result:
    return CliRunner().invoke(
        main, ["worksearch", str(book), "--as-of", as_of, *args], catch_exceptions=False
    )


def told(book: Path, *args: str, as_of: str = AS_OF) -> dict[str, Any]:
    done = worksearch(book, "--json", *args, as_of=as_of)
    data: dict[str, Any] = json.loads(done.stdout)
    return data


def test_each_week_is_counted_against_the_number(tmp_path: Path) -> None:
    done = worksearch(small(tmp_path), "--state", "WA")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[:8] == [
        "Work search of Maya Lindqvist, Sun 1 Nov 2026 to Fri 20 Nov 2026, Washington",
        "",
        "Week ending Sat 7 Nov 2026: 1 of 3 listed as counting",
        "  Mon 2 Nov   Application  Northwind, Analyst, Interviewing",
        "Week ending Sat 14 Nov 2026: 0 of 3 listed as counting",
        "Week ending Sat 21 Nov 2026 (up to Fri 20 Nov): 1 of 3 listed as counting",
        "  Mon 16 Nov  Interview    Northwind, Analyst, Mei Chen, Interviewing",
        "",
    ]


def test_the_place_and_the_number_of_settings(tmp_path: Path) -> None:
    region = {"Name": "Region", "Value": "WI"}
    number = {"Name": "Work-search activities a week", "Value": 2}
    data = told(small(tmp_path, region, number))
    assert (data["place"], data["number"]) == ("Wisconsin", 2)
    assert told(tmp_path / "small.xlsx", "--goal", "5", "--state", "Texas")["number"] == 5


def test_without_a_place_nothing_is_said_to_count(tmp_path: Path) -> None:
    done = worksearch(small(tmp_path), "--goal", "3")
    assert "Week ending Sat 7 Nov 2026: 1 activity; your number is 3" in done.stdout
    assert "listed as counting" not in done.stdout
    assert "The rules of your place are not known here" in done.stdout


def test_a_place_that_is_not_there_lists_those_that_are(book: Path) -> None:
    done = worksearch(book, "--state", "Wisconson")
    assert done.exit_code == 2
    assert 'There is no rule for "Wisconson". Did you mean "Wisconsin"?' in " ".join(done.stderr.split())
    assert "Connecticut, Germany, Maine" in " ".join(done.stderr.split())


def test_from_after_to(book: Path) -> None:
    done = worksearch(book, "--from", "2026-11-10", "--to", "2026-11-02")
    assert done.exit_code == 2
    assert "--from 2026-11-10 is after --to 2026-11-02." in done.stderr


def test_days_before_the_first_application(tmp_path: Path) -> None:
    done = worksearch(small(tmp_path), "--from", "2025-01-01")
    assert "Nothing is in the workbook before Mon 2 Nov 2026, so the log begins there." in done.stderr
    assert done.stdout.count("Week ending") == 3
    none = worksearch(tmp_path / "small.xlsx", "--from", "2025-01-01", "--to", "2025-02-01")
    assert none.exit_code == 0
    assert "Nothing is in the workbook up to Sat 1 Feb 2025: it begins on Mon 2 Nov 2026." in none.stderr


def test_days_that_are_to_come(tmp_path: Path) -> None:
    done = worksearch(small(tmp_path), "--to", "2026-12-31")
    assert "Thu 31 Dec 2026 is still to come; the log ends on Fri 20 Nov 2026." in done.stderr
    later = worksearch(tmp_path / "small.xlsx", "--from", "2026-12-01")
    assert "Tue 1 Dec 2026 is after Fri 20 Nov 2026, where the log ends." in later.stderr


def test_an_empty_workbook(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    build(path, {})
    done = worksearch(path, "--docx")
    assert done.exit_code == 0
    assert done.stdout == (
        f"empty.xlsx proves no activity up to {AS_OF}. Fill in Applied on in Applications, and Interviews as "
        "they come. Nothing was written.\n"
    )
    assert [each.name for each in tmp_path.iterdir()] == ["empty.xlsx"]


def test_a_week_that_crosses_the_year(tmp_path: Path) -> None:
    met = {**MET, "Date": date(2026, 12, 31), "Thank-you sent": date(2027, 1, 1)}
    data = told(
        small(tmp_path, Interviews=[met]), "--from", "2026-12-30", "--state", "WA", as_of="2027-01-03"
    )
    weeks = data["weeks"]
    assert [(week["ends"], week["activities"]) for week in weeks] == [("2027-01-02", 2), ("2027-01-09", 0)]


def test_a_week_that_begins_otherwise(tmp_path: Path) -> None:
    done = worksearch(small(tmp_path), "--week-begins", "monday")
    assert "Week ending Sun 8 Nov 2026" in done.stdout


def test_the_csv_is_rows_that_no_spreadsheet_takes_for_formulas(tmp_path: Path) -> None:
    data = told(small(tmp_path), "--csv", "--state", "WA")
    [file] = data["files"]
    with Path(file).open(encoding="utf-8-sig", newline="") as opened:
        [application, interview] = csv.DictReader(opened)
    assert application["Week ending"] == "2026-11-07"
    assert application["Employer contact"] == "'=1+1"
    assert application["For your office"] == "listed as counting"
    assert interview["Person and title"] == "Mei Chen"
    assert told(tmp_path / "small.xlsx", "--csv", "--state", "WA")["files"] == [file]
    Path(file).write_text("mine")
    again = worksearch(tmp_path / "small.xlsx", "--csv", "--state", "WA")
    assert again.exit_code == 3
    assert "holds something else, so it was left as it is" in again.stderr
    assert Path(file).read_text() == "mine"


@pytest.mark.parametrize("state", ["WA", "Wisconsin", "Germany"])
def test_the_page_has_name_weeks_and_a_line_to_sign(book: Path, state: str, validate: Validate) -> None:
    data = told(book, "--docx", "--state", state, "--from", "2026-11-01")
    [file] = data["files"]
    assert validate(Path(file)) == []
    page = Document(file)
    text = [paragraph.text for paragraph in page.paragraphs]
    assert text[0] == "Work-search log"
    assert text[1].startswith("Maya Lindqvist · Sun 1 Nov 2026 to Fri 20 Nov 2026 · ")
    assert page.tables[-1].rows[0].cells[0].text == "Signature"
    assert text[-1].endswith("Rules change by letter and by person: what your office wrote to you holds.")
    assert "Source: " in text[-1]
    rows = sum(len(table.rows) - 1 for table in page.tables[:-1])
    assert rows == sum(week["activities"] for week in data["weeks"])


def test_a_page_that_was_changed_is_left(tmp_path: Path) -> None:
    [file] = told(small(tmp_path), "--docx")["files"]
    page = Document(file)
    page.add_paragraph("mine")
    page.save(file)
    done = worksearch(tmp_path / "small.xlsx", "--docx")
    assert done.exit_code == 1
    assert "was changed since, and is left as you changed it." in done.stderr


@pytest.mark.libreoffice
def test_the_pdf(tmp_path: Path, libreoffice: Convert) -> None:
    [file] = told(small(tmp_path), "--pdf")["files"]
    assert Path(file).read_bytes().startswith(b"%PDF")


def test_the_workbook_is_not_written(book: Path) -> None:
    before = book.read_bytes()
    worksearch(book, "--csv", "--docx")
    assert book.read_bytes() == before

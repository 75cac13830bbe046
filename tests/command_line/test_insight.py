"""`stats` says what the Dashboard says, `review` is a page of the week, and nothing has its words too."""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result
from docx import Document
from openpyxl.utils import range_boundaries

from eitherway.books.closed.book import ClosedBook
from eitherway.command_line.main import main
from eitherway.run import run
from eitherway_workbook import build
from tests.conftest import Convert, Validate

AS_OF = "2026-11-20"
DAY = date(2026, 11, 20)
JOB = {"Company": "Northwind", "Role": "Analyst", "Status": "Interviewing", "Applied on": date(2026, 11, 2)}


@pytest.fixture
def book(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "search.xlsx"))


def eitherway(command: str, book: Path, *args: str, as_of: str = AS_OF) -> Result:
    return CliRunner().invoke(main, [command, str(book), "--as-of", as_of, *args], catch_exceptions=False)


def told(command: str, book: Path, as_of: str = AS_OF) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(eitherway(command, book, "--json", as_of=as_of).stdout)
    return data


def dashboard(book: Path, name: str) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(book)["Dashboard"]
    left, top, right, bottom = range_boundaries(sheet.tables[f"Dashboard_{name}"].ref)
    return [[cell.value for cell in row] for row in sheet.iter_rows(top + 1, bottom, left, right)]


def test_stats_says_the_same_as_the_dashboard(book: Path) -> None:
    before = book.read_bytes()
    data, printed = told("stats", book), eitherway("stats", book).stdout
    assert book.read_bytes() == before
    run(ClosedBook(book), DAY, now=datetime(2026, 11, 20, 9), letters=False)  # noqa: DTZ001 - as in a workbook
    assert [[*each.values()] for each in data["funnel"]] == dashboard(book, "funnel")
    assert [[each["day"], each["percent"]] for each in data["answers"]["by_day"]] == dashboard(
        book, "answers"
    )
    assert [each[1:] for each in dashboard(book, "weeks")] == [
        [*each.values()][1:] for each in data["letters_a_week"]
    ]
    assert dict(dashboard(book, "words")) == data["said"]
    assert all(f"  {words}\n" in printed for words in data["said"].values())
    silent = [each for each in dashboard(book, "silence") if each[1]]
    assert [(each["days"], each["application"]) for each in data["silence"]] == [
        (days, application) for days, _, _, application in silent
    ]
    sources = [
        (each["name"] or "(not given)", each["applications"], each["interviewed"]) for each in data["sources"]
    ]
    assert sources == [tuple(each[:3]) for each in dashboard(book, "sources")]
    totals, answers = data["totals"], data["answers"]
    assert dashboard(book, "search")[0][1:] == [
        totals[each] for each in ("applications", "open", "interviews", "offers")
    ]
    assert dashboard(book, "work")[0] == [
        *(
            totals["to_write"],
            totals["letters"],
            answers["answered"],
            answers["unanswered"],
            answers["median"],
        )
    ]


def test_naces_figure_is_told_as_naces(book: Path) -> None:
    assert "not your own figure" in told("stats", book)["comparison"]
    assert "26 days pass on average (NACE 2022)" in eitherway("stats", book).stdout


def test_a_day_before_the_first_application_is_told(book: Path) -> None:
    assert "Nothing yet by Fri 3 Jan 2020: the first application is of" in (
        eitherway("stats", book, as_of="2020-01-03").stdout
    )
    assert "Nothing yet in these days: your search begins on Fri 4 Sep 2026." in (
        eitherway("review", book, as_of="2020-01-03").stdout
    )


def test_an_empty_workbook_is_told(tmp_path: Path) -> None:
    book = tmp_path / "empty.xlsx"
    build(book, {})
    for command, said in (
        ("stats", "one row in Applications begins it"),
        ("review", "Nothing to review yet"),
    ):
        done = eitherway(command, book)
        assert done.exit_code == 0
        assert said in done.stdout


def test_without_interviews_and_sources_there_are_words(tmp_path: Path) -> None:
    book = tmp_path / "small.xlsx"
    build(book, {"Applications": [{**JOB, "Status": "Applied"}]})
    printed = eitherway("stats", book).stdout
    assert "No interview has taken place yet." in printed
    assert "No application says its Source yet" in printed
    assert "No letter has been sent yet." in printed
    assert "\n1 application, 1 open, 0 interviews, 0 offers, 0 letters sent, 0 to write\n" in printed


def test_it_works_on_a_workbook_of_an_earlier_version(tmp_path: Path) -> None:
    book = tmp_path / "old.xlsx"
    build(book, {"Applications": [JOB]})
    opened = openpyxl.load_workbook(book)
    del opened["Dashboard"]
    opened.save(book)
    assert told("stats", book)["totals"]["applications"] == 1


def test_the_week_in_review(book: Path) -> None:
    before = book.read_bytes()
    lines = eitherway("review", book).stdout.splitlines()
    assert lines[:2] == [
        "Sat 14 Nov to Fri 20 Nov 2026  search.xlsx",
        "1 letter sent, 3 answers, 10 conversations, 1 gone quiet.",
    ]
    assert "  Wed 18 Nov  Thank-you: Nguyễn Thị Mai Anh, Northwind Analytics" in lines
    assert "  Wed 18 Nov  Decision (Offer): Meridian Transit" in lines
    assert "  Mon 23 Nov  They decide: Castellan Robotics" in lines
    assert "  Fri 27 Nov  Interview: Dr. Chidi Okafor, Harbourlight Health" in lines
    data = told("review", book)
    assert (data["since"], data["until"], data["next_until"]) == ("2026-11-14", "2026-11-20", "2026-11-27")
    assert [each["who"] for each in data["gone_quiet"]] == ["Henrik Sørensen"]
    assert book.read_bytes() == before


def test_the_review_is_a_page_whose_changes_are_kept(book: Path) -> None:
    done = eitherway("review", book, "--docx")
    page = book.parent / "Reviews" / "2026-11-20 review.docx"
    assert done.stdout.splitlines()[-1] == f"Wrote {page}."
    first = page.read_bytes()
    said = [paragraph.text for paragraph in Document(str(page)).paragraphs]
    assert said[:3] == [
        "The week in review",
        "Sat 14 Nov to Fri 20 Nov 2026 · Maya Lindqvist",
        "1 letter sent, 3 answers, 10 conversations, 1 gone quiet.",
    ]
    assert [each for each in said if each in ("Sent", "Answered", "Met", "Gone quiet")] == [
        *("Sent", "Answered", "Met", "Gone quiet")
    ]
    eitherway("review", book, "--docx")
    assert page.read_bytes() == first
    changed = Document(str(page))
    changed.paragraphs[0].text = "My week"
    changed.save(str(page))
    mine = page.read_bytes()
    assert "left as you changed it" in eitherway("review", book, "--docx").stderr
    assert page.read_bytes() == mine


def test_an_empty_week_says_so(tmp_path: Path) -> None:
    book = tmp_path / "small.xlsx"
    build(book, {"Applications": [JOB]})
    lines = eitherway("review", book, "--docx").stdout.splitlines()
    assert lines.count("  Nothing.") == 5


@pytest.mark.validator
def test_the_validator_finds_no_error_in_the_page(book: Path, validate: Validate) -> None:
    eitherway("review", book, "--docx")
    assert validate(book.parent / "Reviews" / "2026-11-20 review.docx") == []


@pytest.mark.libreoffice
def test_libreoffice_shows_the_dashboard_as_written(book: Path, libreoffice: Convert) -> None:
    run(ClosedBook(book), DAY, now=datetime(2026, 11, 20, 9), letters=False)  # noqa: DTZ001 - as in a workbook
    saved = openpyxl.load_workbook(libreoffice(book, "xlsx"), data_only=True)["Dashboard"]
    written = openpyxl.load_workbook(book)["Dashboard"]
    for row in written.iter_rows():
        for cell in row:
            assert saved[cell.coordinate].value == cell.value, cell.coordinate

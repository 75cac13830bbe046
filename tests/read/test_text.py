from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta

import pytest

from eitherway.read.text import as_lines, as_names, as_text
from eitherway.read.workbook import read_tables
from tests.read.raw import raw_table, tables, workbook


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("", ""),
        (None, ""),
        ("  Mei \u00a0 Chen\t", "Mei Chen"),
        ("two\r\nlines", "two lines"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("Mu\u0308ller", "Müller"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Mai"), "Nguyễn Thị Mai"),
        (1, "1"),
        (1.0, "1"),
        (2.5, "2.5"),
        (0.1 + 0.2, "0.3"),
        (6125550148.0, "6125550148"),
        (1e300, "1e+300"),
        (True, "TRUE"),
        (date(2026, 11, 16), "2026-11-16"),
        (datetime.fromisoformat("2026-11-16"), "2026-11-16"),
        (datetime.fromisoformat("2026-11-16 09:30"), "2026-11-16 09:30"),
        (time(9, 30), "09:30"),
        (timedelta(days=1, hours=2, minutes=5), "26:05"),
    ],
)
def test_text_is_what_people_see(cell: object, text: str) -> None:
    assert as_text(cell) == text


def test_several_lines_keep_their_breaks_and_inner_spaces() -> None:
    assert as_lines(" 12 Mill Lane\r\nFlat  3\rLeeds \n") == "12 Mill Lane\nFlat  3\nLeeds"


def test_a_line_break_in_a_name_cell_stays_since_it_may_divide_two_people() -> None:
    assert as_names("Mei\u200b  Chen") == "Mei\u200b Chen"  # the check of names tells of it
    assert as_names("\u200b \ufeff") == ""
    assert as_names(" Ana \u00a0Silva \r\n\n Mei Chen\n") == "Ana Silva\nMei Chen"


def test_text_by_kind_of_column() -> None:
    row = {
        "Interviewer": "Mei Chen",
        "Address": "12 Mill Lane\nLeeds",
        "Title": "Head\nof Data",
        "Greet as": 7.0,
    }
    raw = {**workbook(), "Interviewers": raw_table("Interviewers", [row])}
    frame = read_tables(raw)[0].interviewers
    assert frame[["Address", "Title", "Greet as", "Email"]].to_numpy()[0].tolist() == [
        "12 Mill Lane\nLeeds",
        "Head of Data",
        "7",
        "",
    ]


def test_references_take_the_spelling_of_the_list() -> None:
    read = tables(
        Applications="""
            Application         | Company   | Role    | Status
            Northwind - Analyst | Northwind | Analyst | applied
        """,
        Interviewers="Interviewer\nJürgen Müller",
        Interviews="""
            Application          | Date       | Interviewer
            NORTHWIND -  analyst | 2026-11-16 | jürgen MÜLLER
            Contoso              | 2026-11-16 | Mei  Chen
        """,
    )
    assert read.interviews["Application"].tolist() == ["Northwind - Analyst", "Contoso"]
    assert read.interviews["Interviewer"].tolist() == ["Jürgen Müller", "Mei Chen"]
    assert read.applications["Status"].tolist() == ["Applied"]

from __future__ import annotations

from datetime import date

import pytest

from eitherway.check.details import companies_alike, emails_whole, titles_plain
from eitherway.model.tables import Tables
from tests.read.raw import said, tables

DAY = date(2026, 11, 20)


def of_company(interviewers: str, applications: str) -> Tables:
    return tables(
        Interviewers=f"Interviewer | Company\nMei Chen | {interviewers}",
        Applications=f"Application | Company | Role | Status\nA | {applications} | Analyst | Applied",
        Interviews="Application | Interviewer | Date\nA | Mei Chen | 2026-11-16",
    )


@pytest.mark.parametrize(
    ("interviewers", "applications"),
    [
        ("BlueBird Healthcare", "Bluebird Health"),
        ("bluebird health", "Bluebird Health"),
        ("Blue Bird Health", "Bluebird Health"),
        ("Northwnid", "Northwind"),
    ],
)
def test_a_company_spelled_in_two_ways_is_told(interviewers: str, applications: str) -> None:
    assert said(companies_alike(of_company(interviewers, applications), DAY)) == [
        f'Warning company-two-ways: Interviewers!B2 (Company): "{interviewers}" is "{applications}" in '
        f'Applications!B2 (Company); a letter would have both. Write "{applications}" here too, as the job '
        "was advertised, or leave both if they are two companies."
    ]


@pytest.mark.parametrize(
    ("interviewers", "applications"),
    [
        ("Bluebird Health", "Bluebird Health"),
        ("", "Bluebird"),
        ("Hays Recruiting", "Bluebird"),
        ("Unit 7", "Unit 8"),
    ],
)
def test_two_companies_are_no_slip(interviewers: str, applications: str) -> None:
    assert companies_alike(of_company(interviewers, applications), DAY) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("maria.g@bluebird", "maria.g@bluebird.example"),
        ("Maria Gonzalez <maria.g@bluebird.example>", "maria.g@bluebird.example"),
        ("maria.g", ""),
        ("maria.g at bluebird.example", ""),
        ("maria@@bluebird.example", ""),
        ("see LinkedIn", ""),
        ("maria.g@nowhere", ""),
    ],
)
def test_half_an_email_address_is_told_with_the_likely_one(typed: str, meant: str) -> None:
    book = tables(Interviewers=f"Interviewer | Email\nMei Chen | {typed}\nAna Ruiz | ana@bluebird.example")
    guess = f'Did you mean "{meant}"? ' if meant else ""
    assert said(emails_whole(book, DAY)) == [
        f'Warning not-an-email: Interviewers!B2 (Email): "{typed}" is not a whole e-mail address. '
        f"{guess}Correct it, or empty the cell."
    ]


@pytest.mark.parametrize("typed", ["a@b.co", "o'brien+jobs@mail.example.org", "jürgen@müller.example", ""])
def test_whole_addresses_are_no_slip(typed: str) -> None:
    assert emails_whole(tables(Interviewers=f"Interviewer | Email\nMei Chen | {typed}"), DAY) == []


@pytest.mark.parametrize(
    ("typed", "likely"),
    [
        ("🚀 Head of Data ✨ helping teams grow", "Head of Data"),
        ("Head of Data | Ex-Google | Speaker", "Head of Data"),
        ("👩‍💻 Engineering Manager • Mentor", "Engineering Manager"),
    ],
)
def test_a_headline_is_no_title(typed: str, likely: str) -> None:
    book = tables(Interviewers="Interviewer\nMei Chen")
    book = book._replace(interviewers=book.interviewers.assign(Title=typed))
    [problem] = titles_plain(book, DAY)
    assert problem.message == f'"{typed}" reads like a headline, and would stand so in the address block.'
    assert problem.fix == f'Write the job title as on their card, such as "{likely}", or empty the cell.'


@pytest.mark.parametrize(
    "typed", ["VP, R&D", "Head of Data", "Leiter(in) Einkauf", "部長", "Sr. Engineer – Platform", ""]
)
def test_a_title_is_a_title(typed: str) -> None:
    assert titles_plain(tables(Interviewers=f"Interviewer | Title\nMei Chen | {typed}"), DAY) == []

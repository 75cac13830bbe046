from __future__ import annotations

from datetime import date

import pytest

from eitherway.check.details import (
    cells_say_something,
    companies_alike,
    emails_whole,
    jobs_plain,
    titles_plain,
)
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


def of_job(company: str, role: str, words: str = "Word") -> Tables:
    return tables(
        Applications=f"Application | Company | Role | Status\nA | {company} | {role} | Applied",
        Words=words,
    )


@pytest.mark.parametrize(
    "text", ["None", "N/A", "n.a.", "TBD", "tbc", "?", "-", "???", "nan", "unknown", "xxx"]
)
def test_what_says_nothing_holds_the_letters(text: str) -> None:
    assert said(cells_say_something(of_job(text, "Clerk"), DAY)) == [
        f'Error says-nothing: Applications!B2 (Company): "{text}" says nothing, and would stand so in the '
        "letter. Write the company's name as it should stand in a letter; the letter waits for it. If it is "
        f'really called so, add "{text}" to the sheet Words.'
    ]


def test_it_is_told_of_the_role_and_of_the_cells_that_may_be_empty() -> None:
    told = tables(
        Applications="Company | Role | Status | Reference\nAcme | n/a | Applied | none",
        Interviewers="Interviewer | Title | Company | Address\nMei Chen | - | N/A | tbd",
    )
    problems = cells_say_something(told, DAY)
    assert [problem.where.column for problem in problems] == [
        *("Role", "Reference", "Title", "Company", "Address")
    ]
    assert problems[1].fix.startswith("Empty the cell; the letter waits for it.")


@pytest.mark.parametrize(
    "text", ["Nona", "Unknown Worlds", "3M", "X", "XYZ", "Nasa", "TBD Labs", "Nilfisk", "李宁"]
)
def test_a_name_that_only_begins_so_is_a_name(text: str) -> None:
    assert cells_say_something(of_job(text, text), DAY) == []


def test_a_company_that_is_called_so_is_let_pass_by_words() -> None:
    assert cells_say_something(of_job("None", "Clerk", "Word\nnone"), DAY) == []


def test_a_picture_in_a_company_or_a_role_is_told() -> None:
    assert said(jobs_plain(of_job("Nova 🚀", "Office 👩🏽‍💻 manager"), DAY)) == [
        'Warning picture-in-text: Applications!B2 (Company): "🚀" is a picture, and would stand so in the '
        'letter. Write the company\'s name without it: "Nova".',
        'Warning picture-in-text: Applications!C2 (Role): "👩🏽‍💻" is a picture, and would stand so in the '
        'letter. Write the role without it: "Office manager".',
    ]
    assert jobs_plain(of_job("Toys™ & Söhne®", "№ 1 – C++"), DAY) == []

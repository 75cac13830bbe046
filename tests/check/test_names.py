from __future__ import annotations

import json
from pathlib import Path

import pytest

from eitherway.check import check
from eitherway.check.names import verdict
from eitherway.problems import Code
from eitherway.read import read_tables
from tests.check.said import AS_OF, found
from tests.read.raw import raw_table, said, workbook

PROOF = Path(__file__).parents[3] / "shared" / "proof"


def words(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


TITLES = words("""
    Hiring Manager
    HR Director
    To whom it may concern
    Hiring Team
    Sir/Madam
    Dear Sir or Madam
    Recruiter
    Head of Engineering
    head of engineering
    Head of Learning and Growth
    R&D Manager
    Health and Safety Officer
    Founder & CEO
    HR / Recruiting
    VP, Sales
    Director, Nursing
    Director, Widgets
    Recruiter at Northwind
    Recruiter - Northwind
    Hiring Manager, Ana Silva
    Northwind Hiring Manager
    Vice-President
    V.P. of Sales
    Chief Happiness Engineer
    Principal Engineer
    Editor-in-Chief
    Head Cook
    Madam Chair
    Mr. President
    Associate Dean
    Dean's Office
    Senior Phlebotomist
    Ladies and Gentlemen
    All
    Ms.
    Dr.
    (Recruiter)
""")

NO_NAMES = ["TBD", "n/a", "?", "555-0100", "mei.chen@northwind.example"]

NAMES = words("""
    Ms. Dean
    Chance Director-Okoye
    Mr. Manager-Jones
    Dean Smith
    Dean
    Chef Ramsay
    Judge O'Shaughnessy
    Chief Okafor
    Judge, Aaron
    Cook, Susan
    Aaron Judge
    George Foreman
    Farokh Engineer
    Hunter Fisher
    Mr. Head
    Ms. Banks
    Ana Silva, Recruiter
    Ana Silva - Hiring Manager
    Ana Silva (Head of Data)
    Ana Silva (she/her)
    Ana Silva they/them
    Okafor, Ngozi
    Okafor, Ngozi, PhD
    Dr. Ngozi Okafor, PhD
    John Smith, Jr.
    Mary Smith, RN, CPA
    van der Berg, Lotte Maria
    Siobhán O'Brien
    Nguyễn Thị Mai
    Nguyễn
    Müller
    An
    The Anh
    Or Cohen
    Noa Or Levi
    Sandra Brand
    Muthu a/l Samy
    José Ortega y Gasset
    J. R. R. Tolkien
    山田太郎
    Q
""")

TWO = words("""
    Ana Silva and Mei Chen
    Ana Silva AND Mei Chen
    Ana Silva / Mei Chen
    Ana/Mei
    Ana Silva; Mei Chen
    A & B
    Silva&Chen
    Ana Silva + Mei Chen
    Ana Silva or Mei Chen
    Ana Silva, Mei Chen
    Ana Silva, PhD, Mei Chen, MD
    Ana, Mei, Tom
    Smith, John; Doe, Jane
    Dr. Silva, Dr. Chen
    Mr. and Mrs. Smith
    Ana Silva and team
""")


@pytest.mark.parametrize("text", TITLES)
def test_titles(text: str) -> None:
    said = verdict(text)
    assert said
    assert (said.code, said.message) == (Code.TITLE_NOT_NAME, f'"{text}" is a title, not a name.')


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_name_at_all(text: str) -> None:
    said = verdict(text)
    assert said
    assert (said.code, said.message) == (Code.TITLE_NOT_NAME, f'"{text}" is not a name.')


@pytest.mark.parametrize("text", NAMES)
def test_names(text: str) -> None:
    assert verdict(text) is None


@pytest.mark.parametrize("text", [*TWO, "Ana Silva\nMei Chen", "Ngozi\nOkafor"])
def test_two_names(text: str) -> None:
    said = verdict(text)
    assert said
    assert said.code == Code.TWO_NAMES


def test_names_are_judged_in_interviews_and_in_interviewers() -> None:
    assert found(
        Code.TITLE_NOT_NAME,
        Code.TWO_NAMES,
        Interviews="""
            Application | Date       | Interviewer
            Contoso     | 2026-11-16 | Hiring Manager
            Contoso     | 2026-11-16 | Ms. Dean
            Contoso     | 2026-11-16 | Ana Silva & Mei Chen
            Contoso     | 2026-11-17 | Hiring Manager
        """,
        Interviewers="Interviewer\nHR Director\nMei Chen",
    ) == [
        'Error: Interviewers!A2 (Interviewer): "HR Director" is a title, not a name. '
        "Write the person's name; the letter waits for it.",
        'Error: Interviews!C2 (Interviewer): "Hiring Manager" is a title, not a name. '
        "Write the person's name; the letter waits for it.",
        'Error: Interviews!C4 (Interviewer): "Ana Silva & Mei Chen" is more than one name. '
        "Give each person a row of their own, so that each gets a personal letter.",
        'Error: Interviews!C5 (Interviewer): "Hiring Manager" is a title, not a name. '
        "Write the person's name; the letter waits for it.",
    ]


def test_two_lines_in_a_cell_are_two_names() -> None:
    raw = {
        **workbook(),
        "Interviewers": raw_table("Interviewers", [{"Interviewer": "Ana Silva\r\nMei Chen"}]),
    }
    assert said(check(read_tables(raw)[0], AS_OF)) == [
        'Error two-names: Interviewers!A2 (Interviewer): "Ana Silva / Mei Chen" is more than one name. '
        "Give each person a row of their own, so that each gets a personal letter."
    ]


if PROOF.is_dir():  # the labelled lists stand beside the repository, not in it

    def labelled(name: str) -> list[dict[str, str]]:
        return [json.loads(line) for line in (PROOF / name).read_text(encoding="utf-8").splitlines()]

    def test_the_labelled_titles_and_names() -> None:
        judged = {each["text"]: verdict(each["text"]) for each in labelled("title_or_name.jsonl")}
        labels = {each["text"]: each["label"] == "title" for each in labelled("title_or_name.jsonl")}
        assert {text: said is not None for text, said in judged.items()} == labels

    def test_names_of_many_origins() -> None:
        assert [each["full"] for each in labelled("names.jsonl") if verdict(each["full"])] == []


def test_a_greeting_is_a_name_without_dear_and_without_a_comma() -> None:
    book = workbook(
        Interviewers="""
        Interviewer  | Greet as
        Pat Lee      | Hiring Manager
        Mei Chen     | Dear Mei,
        Ngozi Okafor | Dr. Okafor
        Ana Silva    | Ana
        """
    )
    tables, _ = read_tables(book)
    assert [text for text in said(check(tables, AS_OF)) if "Greet as" in text] == [
        "Error title-not-name: Interviewers!B2 (Greet as): "
        '"Hiring Manager" is not a name to greet somebody by. Write a name, such '
        'as "Dr. Okafor" or "Rachel", or empty the cell; the letter waits for it.',
        "Error title-not-name: Interviewers!B3 (Greet as): "
        '"Dear Mei," is more than a name: the letter adds "Dear" and the comma. '
        'Write a name, such as "Dr. Okafor" or "Rachel", or empty the cell; the letter waits for it.',
    ]

from __future__ import annotations

import pytest

from eitherway.check import check
from eitherway.check.names import verdict
from eitherway.model.codes import Code
from eitherway.read.workbook import read_tables
from tests.check.said import AS_OF, found
from tests.read.raw import raw_table, said, workbook
from tests.words.salutations.names import FULL_NAMES, LABELLED, NAMES


@pytest.mark.parametrize("text", ["Hiring Manager", "HR / Recruiting", "Sir or Madam", "Recruiter 2"])
def test_titles(text: str) -> None:
    said = verdict(text)
    assert said
    assert (said.code, said.message) == (Code.TITLE_NOT_NAME, f'"{text}" is a title, not a name.')


@pytest.mark.parametrize(
    "text",
    [
        *("TBD", "n/a", "?", "555-0100", "\U0001f642", "mei.chen@northwind.example", "Full name", "[Name]"),
        *("Sam?", "Nguy?n An"),
        *("../../x", "..\\x", "file://x", "{{ recipient.name }}", "<name>", "=A1&B1"),
    ],
)
def test_what_is_no_name_at_all(text: str) -> None:
    said = verdict(text)
    assert said
    assert (said.code, said.message) == (Code.TITLE_NOT_NAME, f'"{text}" is not a name.')


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("#N/A", '"#N/A" is an error of the cell\'s formula, not a name.'),
        ("#REF!", '"#REF!" is an error of the cell\'s formula, not a name.'),
        ("Ana\x07 Silva", '"Ana Silva" holds signs that cannot be seen.'),
        ("\u202eAna Silva", '"Ana Silva" holds signs that cannot be seen.'),
        ("Ana " * 75, f'"{"Ana " * 14}A..." is longer than any name.'),
    ],
)
def test_what_is_worse_than_no_name_is_said_once_and_plainly(text: str, message: str) -> None:
    said = verdict(text)
    assert said
    assert said.message == message


@pytest.mark.parametrize(
    ("text", "plain", "why"),
    [
        ("Rоsa Diaz", "Rosa Diaz", "letters of another alphabet (Cyrillic о)"),
        ("Αnna Berg", "Anna Berg", "letters of another alphabet (Greek Α)"),
        ("Сара Smith", "Capa Smith", "letters of another alphabet (Cyrillic С, Cyrillic а, Cyrillic р)"),
        ("Kat\u00adharina Vogel", "Katharina Vogel", "signs that cannot be seen"),
        ("Mei\u200b Chen", "Mei Chen", "signs that cannot be seen"),
        ("\ufeffMei Chen", "Mei Chen", "signs that cannot be seen"),
        ("Ｍei Chen", "Mei Chen", "letters of another alphabet (Fullwidth Ｍ)"),
        ("\U0001d40cei Chen", "Mei Chen", "letters of another alphabet (Mathematical \U0001d40c)"),
        ("Mei\u200d Chen", "Mei Chen", "signs that cannot be seen"),
        ("Mei Chen\u200e", "Mei Chen", "signs that cannot be seen"),
        ("Jürgen\u200c Müller", "Jürgen Müller", "signs that cannot be seen"),
    ],
)
def test_letters_that_are_not_what_they_seem(text: str, plain: str, why: str) -> None:
    said = verdict(text)
    assert said
    assert why in said.message
    assert said.fix == f'Write "{plain}" instead; the letter waits for it.'


@pytest.mark.parametrize(
    "text",
    ["Анна Оре", "Ольга Smith", "Ελένη Παπαδοπούλου", "می\u200cنا رضایی", "Øystein Åse", "Nguyễn Văn"],
)
def test_names_of_other_alphabets_are_what_they_seem(text: str) -> None:
    assert verdict(text) is None


@pytest.mark.parametrize("text", [*NAMES, *FULL_NAMES, "CON", "محمد بن سلمان", "Ana 🎉", "Ana, recruiter"])
def test_names(text: str) -> None:
    assert verdict(text) is None


@pytest.mark.parametrize("text", ["Ana and Mei", "Ana/Mei", "Ana Silva\nMei Chen", "Mr. and Mrs. Smith"])
def test_two_names(text: str) -> None:
    said = verdict(text)
    assert said
    assert said.code == Code.TWO_NAMES


@pytest.mark.parametrize(("text", "title"), LABELLED.items())
def test_the_labelled_titles_and_names(text: str, title: bool) -> None:
    assert (verdict(text) is not None) is title


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


def test_a_name_in_one_case_is_a_warning_once_unless_greet_as_says_how_it_reads() -> None:
    assert [
        said.split(",")[0]
        for said in found(
            Code.NAME_CASE,
            Interviewers="""
                Interviewer | Greet as
                PETER SMITH |
                bell hooks  | bell hooks
                JP          |
                Mei CHEN    |
                李伟明      |
            """,
            Interviews="""
                Interviewer | Date
                peter smith | 2026-11-16
                jane doe    | 2026-11-16
                bell hooks  | 2026-11-16
            """,
        )
    ] == [
        'Warning: Interviewers!A2 (Interviewer): "PETER SMITH" is all in capitals',
        'Warning: Interviews!A3 (Interviewer): "jane doe" is all in small letters',
    ]

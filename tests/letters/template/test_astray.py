"""A template that no letter is made from is told, with what to do; others are let be."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.letters.template.astray import astray
from eitherway.model.codes import Code
from eitherway.run import run
from eitherway_workbook import build

LETTERS = ("thank-you", "check-in", "last-note", "second-nudge.docx")

MOVE = (
    "Move it into the folder of its tone there (formal, warm, plain, or one of your own), "
    'as "thank-you.docx".'
)


def told(folder: Path, *files: str) -> list[str]:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return [
        problem.fix.removesuffix(" If it is none, type OK beside this in Problems.")
        for problem in astray(folder, LETTERS)
    ]


@pytest.mark.parametrize(
    ("file", "fix"),
    [
        ("warm/Thank you.docx", 'Rename it "thank-you.docx".'),
        ("warm/thankyou letter.docx", 'Rename it "thank-you.docx".'),
        ("warm/thank you.email.docx", 'Rename it "thank-you.email.docx".'),
        ("mine/checkin.docx", 'Rename it "check-in.docx".'),
        ("mine/Second nudge.docx", 'Rename it "second-nudge.docx".'),
        ("warm/after no.docx", 'Rename it "after-no.docx".'),
        ("warm/thank-you.dotx", 'In Word, save it as a Word Document named "thank-you.docx".'),
        ("warm/Check-in.doc", 'In Word, save it as a Word Document named "check-in.docx".'),
        ("thank-you.docx", MOVE),
        ("My letter.docx", MOVE),
    ],
)  # fmt: skip
def test_what_was_probably_meant_as_a_template_is_told(file: str, fix: str, tmp_path: Path) -> None:
    assert told(tmp_path, file) == [fix]


@pytest.mark.parametrize(
    "file",
    ["warm/thank-you.docx", "warm/thank-you.email.docx", "mine/second-nudge.docx", "warm/reference.docx",
     "interview-card.docx", "warm/~$ank you.docx", "warm/notes.txt", "warm/old/Thank you.docx"],
)  # fmt: skip
def test_templates_and_what_is_near_to_none_are_let_be(file: str, tmp_path: Path) -> None:
    assert told(tmp_path, file) == []


def test_a_variant_beside_the_template_is_let_be(tmp_path: Path) -> None:
    assert told(tmp_path, "warm/thank-you.docx", "warm/thank-you short.docx") == []


def test_no_folder_is_no_trouble(tmp_path: Path) -> None:
    assert astray(tmp_path / "letter_templates", LETTERS) == []


def test_a_run_tells_of_it_in_problems(tmp_path: Path) -> None:
    book = tmp_path / "search.xlsx"
    build(book, {"Settings": [{"Name": "Your name", "Value": "Dana Whitcombe"}]})
    (tmp_path / "letter_templates" / "warm").mkdir(parents=True)
    (tmp_path / "letter_templates" / "warm" / "Thank you.docx").touch()
    now = datetime(2026, 11, 18, 9)  # noqa: DTZ001 - Excel knows no zones
    outcome = run(ClosedBook(book), date(2026, 11, 18), letters=True, now=now)
    (problem,) = outcome.problems
    assert problem.code is Code.TEMPLATE_ASTRAY
    assert str(problem.where) == "letter_templates/warm/Thank you.docx"

"""Which letters a run writes, holds and tells of, on real files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.model.codes import Code, Severity
from eitherway.model.records import LetterState
from eitherway.run import run
from eitherway_workbook import build
from tests.test_run import APPLICATION, DAY, NAME, NOW, TALK

Row = Mapping[str, object]


def made(
    folder: Path, *, application: Row = APPLICATION, person: Row | None = None, talk: Row = TALK
) -> Path:
    path = folder / "small.xlsx"
    rows = {"Settings": [NAME], "Applications": [application], "Interviews": [talk]}
    build(path, {**rows, "Interviewers": [person] if person else []})
    return path


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"application": {**APPLICATION, "Status": "Rejectd"}}, "Applications!D3 (Status)"),
        ({"person": {"Interviewer": "Mei Chen", "Greet as": "Hiring Manager"}}, "Interviewers!B3 (Greet as)"),
        ({"person": {"Interviewer": "Mei Chen", "Greet as": "Dear Mei,"}}, "Interviewers!B3 (Greet as)"),
    ],
)
def test_a_letter_waits_for_an_error_in_a_row_that_it_draws_on(
    change: dict[str, Row], where: str, tmp_path: Path
) -> None:
    (result,) = run(ClosedBook(made(tmp_path, **change)), DAY, now=NOW).letters
    assert result.state is LetterState.HELD
    assert result.letter.held is not None
    assert str(result.letter.held.where) == where
    assert list(tmp_path.rglob("*.docx")) == []


def test_a_letter_of_an_earlier_run_is_told_when_it_is_held_now(tmp_path: Path) -> None:
    book = made(tmp_path)
    (written,) = run(ClosedBook(book), DAY, now=NOW).letters
    made(tmp_path, talk={**TALK, "What we talked about": "the reports lol"})
    outcome = run(ClosedBook(book), DAY, now=NOW)
    assert [result.state for result in outcome.letters] == [LetterState.HELD]
    (told,) = [problem for problem in outcome.problems if problem.code is Code.LETTER_OUT_OF_DATE]
    assert told.severity is Severity.WARNING
    assert told.message.startswith(f'"{written.letter.path}" is of an earlier run')
    assert "What we talked about" in told.message
    Path(tmp_path, written.letter.path).unlink()
    again = run(ClosedBook(book), DAY, now=NOW).problems
    assert Code.LETTER_OUT_OF_DATE not in {problem.code for problem in again}


def test_a_letter_that_is_dated_anew_is_logged_once(tmp_path: Path) -> None:
    book = made(tmp_path)
    for later in range(3):
        outcome = run(ClosedBook(book), DAY + timedelta(days=later), now=NOW + timedelta(days=later))
        assert [result.state for result in outcome.letters] == [LetterState.WRITTEN]
    log = openpyxl.load_workbook(book)["Log"].iter_rows(min_row=3, values_only=True)
    assert [row[1] for row in log if row[1]] == ["Letter written"]


def test_the_first_use_is_not_taken_for_an_emptied_workbook(tmp_path: Path) -> None:
    book = tmp_path / "first.xlsx"
    build(book, {"Settings": [NAME], "Interviews": [{**TALK, "Date": date(2026, 11, 18)}]})
    for _ in range(2):  # also when the first run has flagged the row Fix
        problems = run(ClosedBook(book), DAY, now=NOW).problems
        assert "unknown-application" in [problem.code for problem in problems]

"""A template of the user's own that never asks, has no "either way" and greets as it likes is advised."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.model.codes import FindingCode, Severity
from eitherway.model.records import LetterState, Outcome
from eitherway.model.schema import ANSWER, FINGERPRINT
from eitherway.run import run
from eitherway_workbook import build
from tests.letters.merging import own_template

DAY = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 9)  # noqa: DTZ001 - Excel knows no zones
ADVICE = [FindingCode.NO_ASK, FindingCode.NO_EITHER_WAY, FindingCode.GREETING]

pytestmark = pytest.mark.slow


def _run(book: Path) -> Outcome:
    return run(ClosedBook(book), DAY, now=NOW)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Two people thanked by a template of the user's own."""
    own_template(
        tmp_path, "Hey {{ recipient.given }},", "I enjoyed {{ point }}.", "Bye,", "{{ sender.name }}"
    )
    talk = {"Application": "Northwind - Analyst", "Date": date(2026, 11, 16)}
    path = tmp_path / "search.xlsx"
    build(
        path,
        {
            "Applications": [
                {
                    "Application": "Northwind - Analyst",
                    "Company": "Northwind",
                    "Role": "Analyst",
                    "Status": "Interviewing",
                }
            ],
            "Interviews": [
                {**talk, "Interviewer": "Mei Chen", "What we talked about": "the harbor"},
                {
                    **talk,
                    "Date": date(2026, 11, 17),
                    "Interviewer": "Tom Reyes",
                    "What we talked about": "how you plan shifts",
                },
            ],
            "Settings": [{"Name": "Your name", "Value": "Dana Whitcombe"}],
        },
    )
    return path


def test_it_is_told_once_at_the_template_and_holds_nothing(book: Path) -> None:
    outcome = _run(book)
    assert {each.state for each in outcome.letters} == {LetterState.WRITTEN}
    told = [each for each in outcome.problems if each.code in ADVICE]
    assert [each.code for each in told] == ADVICE
    assert {each.severity for each in told} == {Severity.WARNING}
    assert {str(each.where) for each in told} == {"letter_templates/warm/thank-you.docx"}
    assert all("type OK beside this in Problems" in each.fix for each in told)
    assert "Cadence" not in "".join(f"{each.message} {each.fix}" for each in told)
    assert "Its greeting, paragraph 1 of the letter," in told[-1].message


def test_an_ok_accepts_it_for_good_and_for_whoever_is_met_next(book: Path) -> None:
    _run(book)
    workbook = openpyxl.load_workbook(book)
    problems = workbook["Problems"]
    columns = {cell.value: cell.column for cell in problems[2]}
    for row in range(3, problems.max_row + 1):
        if problems.cell(row, columns[FINGERPRINT]).value:
            problems.cell(row, columns[ANSWER]).value = "OK"
    workbook["Interviews"]["F4"] = "Ann Hill"  # somebody else than she who was read
    workbook.save(book)
    for _ in range(2):
        outcome = _run(book)
        assert [each.code for each in outcome.problems if each.code in ADVICE] == []
        assert LetterState.HELD not in {each.state for each in outcome.letters}

"""What both faces say of a run, in words and in JSON; on Fri 20 Nov 2026."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from eitherway.command_line import terminal
from eitherway.decide import decide
from eitherway.model import report
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.records import CellEdit, Letter, LetterResult, LetterState, Outcome, Plan
from tests.decide.workbooks import NORTHWIND, conversations, tables

TODAY = date(2026, 11, 20)
BOOK = Path("job-search.xlsx")

SEARCH = """
Application | Interviewer | Date   | Thank-you | Reply
A           | Ada Obi     | 19 Nov |           |
B           | Mei Chen    | 17 Nov |           |
C           | Bo Lind     | 17 Nov |           |
D           | Una Reyes   | 20 Nov |           |
E           | Ian Stone   | 30 Nov |           |
F           | Kim Vale    | 17 Nov | 18 Nov    | 19 Nov
"""


def plan(interviews: str) -> Plan:
    rows = conversations(interviews)
    northwind = {**NORTHWIND, "Company": "Northwind Ltd"}
    return decide(tables(rows, [{**northwind, "Application": row["Application"]} for row in rows]), TODAY, [])


def problem(severity: Severity) -> Problem:
    return Problem(
        Code.NOT_A_DATE, severity, Location("Interviews", 4, "D", "Date"), "It is no date.", "Mend."
    )


def letter(state: LetterState, number: int = 1) -> LetterResult:
    where = Location("Interviews", number)
    told = ("Northwind", "Mei Chen", "Thank-you", "Post", "Warm", "thank-you", f"{number}.docx")
    return LetterResult(Letter(number, *told, where, where, where), state)


class TestTodaysList:
    def test_most_overdue_first_then_by_name_and_nothing_else(self) -> None:
        listed = report.todays_list(plan(SEARCH))
        assert [(each["flag"], each["interviewer"]) for each in listed] == [
            ("Overdue", "Bo Lind"),
            ("Overdue", "Mei Chen"),
            ("Due", "Ada Obi"),
            ("Soon", "Una Reyes"),
        ]

    def test_json_holds_days_as_text_and_null_where_there_is_none(self) -> None:
        first, *_, answered = report.follow_ups(plan(SEARCH))
        assert (first["interview_date"], first["due"], first["days_overdue"]) == (
            "2026-11-19",
            "2026-11-20",
            0,
        )
        assert (answered["step"], answered["due"], answered["days_overdue"]) == (None, None, None)


class TestHeadline:
    def test_says_how_many_and_whom_to_begin_with(self) -> None:
        said = "2 overdue, 1 due today, 1 soon. First: Bo Lind, Northwind Ltd."
        assert report.headline(plan(SEARCH)) == said

    def test_leaves_out_what_nobody_needs(self) -> None:
        assert report.headline(plan("Date\n19 Nov")) == "1 due today. First: Mei Chen, Northwind Ltd."

    def test_nothing_to_do(self) -> None:
        assert report.headline(plan("Date\n30 Nov")) == "Nothing to follow up now."

    def test_counts_stand_worst_first(self) -> None:
        assert list(report.counts(plan(SEARCH)).items()) == [
            ("Overdue", 2),
            ("Due", 1),
            ("Soon", 1),
            ("Upcoming", 1),
            ("Answered", 1),
        ]


@pytest.mark.parametrize(
    ("errors", "warnings", "said"),
    [
        (0, 0, "No problems."),
        (1, 0, "1 error to mend."),
        (2, 1, "2 errors to mend, 1 warning."),
        (0, 2, "2 warnings."),
    ],
)
def test_how_much_is_to_be_mended(errors: int, warnings: int, said: str) -> None:
    problems = [problem(Severity.ERROR)] * errors + [problem(Severity.WARNING)] * warnings
    assert report.problems_line(problems) == said


class TestLetters:
    STATES = (LetterState.WRITTEN, LetterState.HELD, LetterState.WRITTEN, LetterState.KEPT)

    def results(self) -> Sequence[LetterResult]:
        return [letter(state, number) for number, state in enumerate(self.STATES, 1)]

    def test_what_became_of_them(self) -> None:
        said = "Letters: 2 written, 1 kept with your edits, 1 held back."
        assert report.letters_line(self.results()) == said
        assert report.letters_line([letter(LetterState.UNCHANGED)]) == "Letters: 1 unchanged."
        assert report.letters_line([]) == "No letter is owed now."

    def test_a_dry_run_says_would(self, capsys: pytest.CaptureFixture[str]) -> None:
        outcome = Outcome(plan(SEARCH), [], self.results(), dry_run=True)
        terminal.show_letters(BOOK, outcome)
        said = capsys.readouterr().out
        assert "would write 1.docx" in said
        assert "Letters: 2 would be written, 1 kept with your edits, 1 held back." in said
        assert "No cells would change." in said
        assert " written" not in said.replace("would be written", "")

    def test_a_run_says_written(self, capsys: pytest.CaptureFixture[str]) -> None:
        terminal.show_letters(BOOK, Outcome(plan(SEARCH), [], self.results()))
        said = capsys.readouterr().out
        assert "written     1.docx" in said
        assert "would" not in said


class TestChanges:
    EDIT = CellEdit("Interviews", "T2", "", "Due")

    def test_marks_tell_them_always_flags_only_after_a_dry_run(self) -> None:
        outcome = Outcome(plan(SEARCH), [], edits=[self.EDIT])
        told = [{"cell": "Interviews!T2", "before": "", "after": "Due"}]
        assert report.marks_json(BOOK, outcome)["changes"] == told
        assert "changes" not in report.flag_json(BOOK, outcome)
        dry = Outcome(plan(SEARCH), [], edits=[self.EDIT], dry_run=True)
        assert report.flag_json(BOOK, dry)["changes"] == told
        assert report.run_json(BOOK, dry)["changes"] == told

    def test_a_problem_as_json(self) -> None:
        outcome = Outcome(plan(SEARCH), [problem(Severity.ERROR)])
        assert report.check_json(BOOK, outcome.plan.as_of, outcome.problems) == {
            "as_of": "2026-11-20",
            "workbook": "job-search.xlsx",
            "problems": [
                {
                    "code": "not-a-date",
                    "severity": "error",
                    "where": "Interviews!D4 (Date)",
                    "message": "It is no date.",
                    "fix": "Mend.",
                }
            ],
        }

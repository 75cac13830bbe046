"""What a coach gets of a batch: how searches stand, changes, all problems, a page each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from docx import Document
from docx.text.paragraph import Paragraph

from eitherway.batch.changes import Before, before, change
from eitherway.batch.results import Job, State
from eitherway.batch.results import Result as Done
from eitherway.batch.work import work
from eitherway.command_line.main import main
from eitherway_workbook import build
from tests.batch.clients import AS_OF, ASKED, NOW, ROWS, clients, jobs
from tests.conftest import Validate

Rows = Mapping[str, Sequence[Mapping[str, object]]]


def result(path: str = "/office/ana.xlsx", *, overdue: int = 0, offers: int = 0) -> Done:
    return Done(path, State.DONE, client="Dana", flags={"Overdue": overdue} if overdue else {}, offers=offers)


def test_a_result_tells_how_the_search_stands(tmp_path: Path) -> None:
    [interview] = ROWS["Interviews"]
    coming = {**interview, "Date": date(2026, 11, 24), "Interviewer": "Mei Chen"}
    path = tmp_path / "job.xlsx"
    build(path, {**ROWS, "Interviews": [interview, {**interview, "Interviewer": "Hiring Manager"}, coming]})
    told = work(Job(str(path), ASKED, NOW))
    assert (told.interviews_this_week, told.offers, told.country) == (1, 0, "United States")
    assert [each["day"] for each in told.coming] == ["2026-11-24"]
    assert told.problems[0]["severity"] == "error"
    assert len(told.problems) == told.errors + told.warnings
    assert Done.from_json(json.loads(json.dumps(told.as_json()))) == told


def test_silence_is_told(tmp_path: Path) -> None:
    [path] = clients(tmp_path / "clients", "ana")
    told = work(jobs([path])[0])
    [silent] = told.silences
    assert (silent["application"], silent["since"], silent["days"]) == (
        "Northwind - Analyst",
        "2026-11-16",
        4,
    )


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ({"Overdue": 3, "Offers": 0}, result(overdue=1, offers=1), "2 fewer overdue, 1 more offer"),
        ({"Overdue": 1, "Due": 0, "Offers": 0}, result(overdue=1), "None"),
        (None, result(overdue=1), "New"),
    ],
)
def test_a_change_is_told_in_words(then: dict[str, int] | None, now: Done, said: str) -> None:
    earlier = Before(AS_OF, {} if then is None else {now.path: then})
    assert change(now, earlier) == said


def test_without_an_earlier_caseload_nothing_is_said_of_changes() -> None:
    assert change(result(overdue=1), Before()) == ""


def test_an_earlier_caseload_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"no workbook")
    openpyxl.Workbook().save(tmp_path / "budget.xlsx")
    for name in ("broken.xlsx", "budget.xlsx", "none.xlsx"):
        assert before(tmp_path / name) == Before()


def batch(*arguments: object, day: str = "2026-11-20") -> Result:
    words = ["batch", "--as-of", day, "--no-proof", "--jobs", "1", *map(str, arguments)]
    return CliRunner().invoke(main, words, catch_exceptions=False)


def _style(paragraph: Paragraph) -> str:
    return str(paragraph.style.name) if paragraph.style else ""


def column(report: Path, sheet: str, name: str) -> list[object]:
    head, *rows = openpyxl.load_workbook(report)[sheet].iter_rows(values_only=True)
    return [row[head.index(name)] for row in rows]


@pytest.mark.slow
def test_the_caseload_tells_changes_silence_and_all_problems(tmp_path: Path, validate: Validate) -> None:
    clients(tmp_path / "of Dana", "ana", "bao")
    report = tmp_path / "caseload.xlsx"
    batch(tmp_path / "of Dana", "--report", report)
    assert column(report, "Workbooks", "Change") == [None, None]
    done = batch(tmp_path / "of Dana", "--report", report, day="2026-11-24")
    assert done.exit_code == 0
    assert validate(report) == []
    assert column(report, "Workbooks", "Change") == ["1 fewer interview this week"] * 2
    assert column(report, "Workbooks", "Longest silence") == [8, 8]
    assert column(report, "Silence", "Days") == [8, 8]
    assert column(report, "To mend", "Severity") == ["Warning", "Warning"]
    overview = [row[1] for row in openpyxl.load_workbook(report)["Overview"].iter_rows(values_only=True)]
    assert "Changes are against the caseload of Friday 20 November 2026." in overview


@pytest.mark.slow
def test_a_page_for_each_client(tmp_path: Path, validate: Validate) -> None:
    clients(tmp_path / "of Dana", "ana", "bao")
    done = batch(tmp_path / "of Dana", "--briefs", tmp_path / "briefs")
    assert "Briefs: 2 in " in done.stdout
    files = sorted((tmp_path / "briefs").iterdir())
    assert [file.name for file in files] == [
        "Dana Whitcombe (ana - job).docx",
        "Dana Whitcombe (bao - job).docx",
    ]
    assert validate(files[0]) == []
    page = Document(str(files[0]))
    assert [each.text for each in page.paragraphs if _style(each) == "Heading 1"] == [
        *("To write now, most urgent first", "Interviews to come", "Silence, longest first", "To mend"),
    ]
    assert [cell.text for cell in page.tables[0].rows[1].cells][:3] == [
        *("Overdue", "Thank-you", "Rachel Vilsack, Northwind"),
    ]


@pytest.mark.slow
def test_one_templates_folder_for_all(tmp_path: Path) -> None:
    paths = clients(tmp_path / "of Dana", "ana", "bao")
    own = tmp_path / "office templates" / "warm"
    own.mkdir(parents=True)
    page = Document()
    page.add_paragraph("Dear {{ recipient.greeting }}, from the office about {{ point }}.")
    page.save(str(own / "thank-you.email.docx"))
    done = batch(tmp_path / "of Dana", "--templates", own.parent)
    assert done.exit_code == 0, done.output
    for path in paths:
        [letter] = (path.parent / "Letters").rglob("*.docx")
        assert "from the office about" in Document(str(letter)).paragraphs[0].text


def test_a_templates_folder_without_templates_is_refused(tmp_path: Path) -> None:
    clients(tmp_path / "of Dana", "ana")
    (tmp_path / "empty").mkdir()
    done = CliRunner().invoke(
        main, ["batch", str(tmp_path / "of Dana"), "--templates", str(tmp_path / "empty")]
    )
    assert done.exit_code == 2
    assert "holds no template" in done.stderr
    assert not (tmp_path / "of Dana" / "ana" / "Letters").exists()


def test_a_dry_run_writes_no_page(tmp_path: Path) -> None:
    clients(tmp_path / "of Dana", "ana")
    done = CliRunner().invoke(
        main, ["batch", str(tmp_path / "of Dana"), "--briefs", str(tmp_path / "b"), "--dry-run"]
    )
    assert done.exit_code == 2
    assert "there can be no --briefs" in done.stderr

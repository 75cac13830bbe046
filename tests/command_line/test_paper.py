"""`print` as one meets it: letters, envelopes and labels as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line.test_mail import ADDRESS, MEI, made
from tests.command_line.test_main import DAY, eitherway, files, printed


class TestPrint:
    def test_no_letter_by_post(self, tmp_path: Path) -> None:
        result = eitherway("print", made(tmp_path), "--as-of", DAY)
        assert (result.exit_code, result.stdout) == (0, "No letter by post is owed now.\n")

    def test_a_sheet_has_so_many_labels(self, tmp_path: Path) -> None:
        result = eitherway("print", made(tmp_path), "--labels", "5163", "--from", "11", "--as-of", DAY)
        assert result.exit_code == 2
        assert "A sheet of 5163 has 10 labels." in result.stderr

    def test_a_folder_that_cannot_be_written_to_is_told_and_nothing_is_left(self, tmp_path: Path) -> None:
        book = made(tmp_path, {**MEI, **ADDRESS, "Channel": "Post"})
        (tmp_path / "Print").write_text("a file of theirs")
        result = eitherway("print", book, "--envelopes", "dl", "--as-of", DAY)
        assert result.exit_code == 3
        assert "cannot be written (Not a directory)" in result.stderr
        assert (tmp_path / "Print").read_text() == "a file of theirs"
        assert not list(tmp_path.rglob("*.tmp"))

    def test_without_libreoffice(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("eitherway.doctor.gather.pdf_maker", lambda system: None)
        book = made(tmp_path, {**MEI, **ADDRESS, "Channel": "Post"})
        result = eitherway("print", book, "--envelopes", "dl", "--as-of", DAY)
        assert result.exit_code == 1
        assert "Neither LibreOffice nor Word was found" in result.stderr
        assert [path.name for path in (tmp_path / "Print").iterdir()] == [f"{DAY} envelopes dl.docx"]

    @pytest.mark.libreoffice
    @pytest.mark.slow
    def test_letters_envelopes_and_labels(self, tmp_path: Path) -> None:
        book = made(tmp_path, {**MEI, **ADDRESS, "Channel": "Both"})
        told = printed("print", book, "--envelopes", "10", "--labels", "5160", "--as-of", DAY)
        assert sorted(Path(path).name for path in told["files"]) == [
            f"{DAY} envelopes 10.docx",
            f"{DAY} envelopes 10.pdf",
            f"{DAY} labels 5160.docx",
            f"{DAY} labels 5160.pdf",
            f"{DAY} letters.pdf",
        ]
        before = files(tmp_path)
        printed("print", book, "--envelopes", "10", "--labels", "5160", "--as-of", DAY)
        assert files(tmp_path) == before

"""`mail` as one meets it: real workbooks in, drafts and words out."""

from __future__ import annotations

import email
import os
import stat
from collections.abc import Mapping
from email import policy
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from eitherway.books.closed.book import ClosedBook
from eitherway.letters.text import text_of
from eitherway.machine.opening import CannotOpen
from eitherway_workbook import build
from tests.command_line.test_main import DAY, ONE_CONVERSATION, eitherway, files, printed

MEI = {"Interviewer": "Mei Chen", "Company": "Northwind", "Email": "mei@northwind.example"}
ROW = "3"
ADDRESS = {"Address": "200 River Road\nSaint Paul, MN 55102"}


def made(folder: Path, person: Mapping[str, object] | None = None, *settings: tuple[str, str]) -> Path:
    """A workbook with one thank-you to Mei Chen."""
    extra = [{"Name": name, "Value": value} for name, value in settings]
    tables = {
        **ONE_CONVERSATION,
        "Interviewers": [person or MEI],
        "Settings": [*ONE_CONVERSATION["Settings"], *extra],
    }
    book = folder / "job search.xlsx"
    build(book, tables)
    return book


def only(folder: Path, ending: str) -> Path:
    (found,) = folder.rglob(f"*{ending}")
    return Path(found)


class TestMail:
    def test_a_draft_says_what_the_e_mail_says(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        result = eitherway("mail", book, "--as-of", DAY)
        assert result.exit_code == 0, result.output
        draft: Any = email.message_from_bytes(only(tmp_path, ".eml").read_bytes(), policy=policy.strict)
        letter = text_of(only(tmp_path, "e-mail.docx").read_bytes())
        assert draft["To"] == "Mei Chen <mei@northwind.example>"
        assert draft["Subject"] == letter.head.removeprefix("Subject: ")
        body = draft.get_body(("plain",))
        assert "\n".join(body.get_content().splitlines()) == letter.text
        assert result.stdout.endswith(
            f'Nothing was sent. Once you have sent it, type:\neitherway sent "{book}" {ROW}\n'
        )

    def test_nothing_is_marked_and_a_second_run_changes_nothing(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        eitherway("mail", book, "--as-of", DAY)
        before = files(tmp_path)
        again = printed("mail", book, "--as-of", DAY)
        assert [each["state"] for each in again["drafts"]] == ["unchanged"]
        assert files(tmp_path) == before
        (follow_up,) = printed("today", book, "--as-of", DAY)["follow_ups"]
        assert follow_up["step"] == "Thank-you"

    def test_the_line_that_is_printed_works(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        eitherway("mail", book, "--as-of", DAY)
        assert printed("sent", book, ROW, "--as-of", DAY)["marked"]

    def test_an_edited_letter_is_what_goes_into_the_draft(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        eitherway("mail", book, "--as-of", DAY)
        docx = only(tmp_path, "e-mail.docx")
        document = Document(str(docx))
        document.paragraphs[3].add_run(" See you at the fair.")
        document.save(str(docx))
        (draft,) = printed("mail", book, "--as-of", DAY)["drafts"]
        assert draft["state"] == "written"
        assert b"See you at the fair." in only(tmp_path, ".eml").read_bytes().replace(b"=\r\n", b"")

    def test_an_edited_draft_is_kept(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        eitherway("mail", book, "--as-of", DAY)
        eml = only(tmp_path, ".eml")
        eml.write_bytes(eml.read_bytes() + b"P.S.")
        (draft,) = printed("mail", book, "--as-of", DAY)["drafts"]
        assert draft["state"] == "kept"
        assert eml.read_bytes().endswith(b"P.S.")

    @pytest.mark.parametrize("typed", ["", "mei@", "a@b.com, c@d.com", "a@b.com\nc@d.com"])
    def test_an_address_that_cannot_be_used_is_told_at_its_cell(self, tmp_path: Path, typed: str) -> None:
        result = eitherway("mail", made(tmp_path, {**MEI, "Email": typed}), "--as-of", DAY)
        assert result.exit_code == 1
        assert "waits  Interviewers!E3 (Email)\n  No draft to Mei Chen:" in result.stdout
        assert not list(tmp_path.rglob("*.eml"))
        assert (
            "Dear Mei Chen"
            in eitherway("mail", tmp_path / "job search.xlsx", "--print", "--as-of", DAY).stdout
        )

    def test_a_held_letter_makes_no_draft(self, tmp_path: Path) -> None:
        talk = {**ONE_CONVERSATION["Interviews"][0], "What we talked about": ""}
        book = tmp_path / "book.xlsx"
        build(book, {**ONE_CONVERSATION, "Interviewers": [MEI], "Interviews": [talk]})
        result = eitherway("mail", book, "--as-of", DAY)
        assert result.exit_code == 1
        assert "waits  Interviews!" in result.stdout
        assert not list(tmp_path.rglob("*.eml"))

    def test_somebody_who_is_owed_nothing(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        before = files(tmp_path)
        result = eitherway("mail", book, "Rachel", "--as-of", DAY)
        assert (result.exit_code, files(tmp_path)) == (3, before)
        assert '"Rachel" fits no row' in result.stderr

    def test_a_dry_run_writes_nothing(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        before = files(tmp_path)
        told = printed("mail", book, "--as-of", DAY, "--dry-run")
        assert [each["state"] for each in told["drafts"]] == ["written"]
        assert files(tmp_path) == before

    def test_a_draft_that_cannot_be_written_leaves_nothing(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        eitherway("letters", book, "--as-of", DAY)
        only(tmp_path, "e-mail.docx").with_suffix(".eml").mkdir()
        result = eitherway("mail", book, "--as-of", DAY)
        assert result.exit_code == 1
        assert "could not be written (Is a directory)" in result.stdout
        assert not list(tmp_path.rglob("*.tmp"))

    def test_the_cv_goes_along(self, tmp_path: Path) -> None:
        book = tmp_path / "book.xlsx"
        application = {**ONE_CONVERSATION["Applications"][0], "CV sent": "CV Robin.pdf"}
        build(book, {**ONE_CONVERSATION, "Interviewers": [MEI], "Applications": [application]})
        missing = eitherway("mail", book, "--attach", "cv", "--as-of", DAY)
        assert missing.exit_code == 1
        assert 'the CV "CV Robin.pdf" cannot be read' in missing.stdout
        (tmp_path / "CV Robin.pdf").write_bytes(b"%PDF-1.7")
        assert eitherway("mail", book, "--attach", "cv", "--as-of", DAY).exit_code == 0
        draft: Any = email.message_from_bytes(only(tmp_path, ".eml").read_bytes(), policy=policy.strict)
        assert [each.get_filename() for each in draft.iter_attachments()] == ["CV Robin.pdf"]

    def test_no_draft_goes_without_the_letter_that_it_was_to_take_along(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("eitherway.doctor.gather.pdf_maker", lambda system: None)
        book = made(tmp_path, {**MEI, **ADDRESS, "Channel": "Both"})
        result = eitherway("mail", book, "--attach", "letter", "--as-of", DAY)
        assert result.exit_code == 1
        assert "neither LibreOffice nor Word, which make the PDF, was found" in result.stdout
        assert not list(tmp_path.rglob("*.eml"))

    def test_a_mail_program_that_is_not_there(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def none(target: str) -> None:
            raise CannotOpen("This system has no mail program that opens it.")

        monkeypatch.setattr("eitherway.machine.opening.open_with_system", none)
        result = eitherway("mail", made(tmp_path), "--open", "--as-of", DAY)
        assert result.exit_code == 1
        assert result.stderr == (
            "This system has no mail program that opens it. "
            "The drafts stand as files beside the letters: open them from there.\n"
        )
        assert only(tmp_path, ".eml").is_file()

    @pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
    def test_a_draft_is_as_private_as_its_workbook(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        book.chmod(0o600)
        eitherway("mail", book, "--as-of", DAY)
        assert stat.S_IMODE(only(tmp_path, ".eml").stat().st_mode) == 0o600

    def test_settings_open_the_mail_program_once(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[str] = []
        monkeypatch.setattr("eitherway.machine.opening.open_with_system", opened.append)
        book = made(tmp_path, None, ("E-mail with", "Mail program"))
        for _ in range(2):
            assert eitherway("mail", book, "--as-of", DAY).exit_code == 0
        assert [link.partition("?")[0] for link in opened] == ["mailto:mei@northwind.example"]
        eitherway("mail", book, "--open", "--as-of", DAY)
        assert len(opened) == 2


def linked(book: Path, table: str = "Interviews") -> tuple[object, object]:
    """What the first row's Draft file and Draft hold."""
    raw = ClosedBook(book).read()[table]
    cells = dict(zip(raw.columns, raw.rows[0], strict=True))
    return cells["Draft file"], cells["Draft"]


class TestTheLinkToTheDraft:
    @pytest.mark.parametrize("table", ["Interviews", "Today"])
    def test_it_leads_to_the_draft_until_the_step_is_sent(self, tmp_path: Path, table: str) -> None:
        book = made(tmp_path)
        eitherway("letters", book, "--as-of", DAY)
        assert linked(book, table) == ("", "")
        eitherway("mail", book, "--as-of", DAY)
        file = only(tmp_path, ".eml").relative_to(tmp_path).as_posix()
        assert linked(book, table) == (file, "Thank-you e-mail")
        eitherway("flag", book, "--as-of", DAY)
        assert linked(book, table) == (file, "Thank-you e-mail")
        eitherway("sent", book, ROW, "--as-of", DAY)
        assert linked(book)[0] == ""

    def test_of_both_the_letter_and_the_e_mail_have_one(self, tmp_path: Path) -> None:
        book = made(tmp_path, {**MEI, **ADDRESS, "Channel": "Both"})
        eitherway("mail", book, "--as-of", DAY)
        raw = ClosedBook(book).read()["Interviews"]
        cells = dict(zip(raw.columns, raw.rows[0], strict=True))
        assert str(cells["File"]).endswith("Mei Chen - thank-you.docx")
        assert str(cells["Draft file"]).endswith("Mei Chen - thank-you e-mail.eml")

    def test_none_leads_to_a_draft_that_is_not_there(self, tmp_path: Path) -> None:
        book = made(tmp_path, {**MEI, "Email": ""})
        eitherway("mail", book, "--as-of", DAY)
        assert linked(book) == ("", "")

    def test_none_leads_to_a_draft_that_could_not_be_written(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(target: Path, content: bytes, opener: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("eitherway.send.draft_files.put", full)
        book = made(tmp_path)
        assert eitherway("mail", book, "--as-of", DAY).exit_code == 1
        assert linked(book) == ("", "")

    def test_a_draft_that_was_deleted_has_none(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        eitherway("mail", book, "--as-of", DAY)
        only(tmp_path, ".eml").unlink()
        eitherway("flag", book, "--as-of", DAY)
        assert linked(book) == ("", "")

    def test_a_dry_run_tells_the_cells(self, tmp_path: Path) -> None:
        told = printed("mail", made(tmp_path), "--as-of", DAY, "--dry-run")
        assert any(str(each["after"]).endswith(".eml") for each in told["changes"])

    def test_only_texts_leave_no_draft(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        eitherway("mail", book, "--print", "--as-of", DAY)
        assert linked(book) == ("", "")

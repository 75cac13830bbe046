"""`mail`, `print`, `calendar`, `remind` as one meets them: real workbooks in, files and words out."""

from __future__ import annotations

import email
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from email import policy
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from eitherway.books.closed.book import ClosedBook
from eitherway.command_line import remind as reminding
from eitherway.letters.text import text_of
from eitherway.send.remind.job import Job
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


def with_tools(folder: Path, *tools: str) -> dict[str, str]:
    """An environment whose only programs are these, each a stand-in for `xclip`."""
    programs = folder / "programs"
    programs.mkdir()
    for name in tools:
        tool = programs / name
        tool.write_text(f"#!{sys.executable} -S\n{XCLIP.format(held=folder / 'held')}", encoding="utf-8")
        tool.chmod(0o755)
    (programs / "which").symlink_to(str(shutil.which("which")))  # pyperclip looks for tools by it
    return {"PATH": str(programs), "DISPLAY": ":7", "HOME": str(folder), "PYTHONUTF8": "1"}


XCLIP = """
import sys
from pathlib import Path
if "-o" in sys.argv:
    sys.stdout.buffer.write(Path("{held}").read_bytes())
else:
    Path("{held}").write_bytes(sys.stdin.buffer.read())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="xclip is Linux's")
class TestClipboard:
    def run(self, book: Path, env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
        command = [
            sys.executable,
            "-m",
            "eitherway",
            "mail",
            str(book),
            "--clipboard",
            "--as-of",
            DAY,
            *words,
        ]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=False)

    def test_it_holds_the_text_of_the_e_mail(self, tmp_path: Path) -> None:
        done = self.run(made(tmp_path), with_tools(tmp_path, "xclip"))
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Copied: Thank-you to Mei Chen: mei@northwind.example, ")
        held = (tmp_path / "held").read_text(encoding="utf-8")
        assert held == text_of(only(tmp_path, "e-mail.docx").read_bytes()).text
        assert not list(tmp_path.rglob("*.eml"))

    def test_without_a_tool_it_says_what_to_install(self, tmp_path: Path) -> None:
        done = self.run(made(tmp_path), with_tools(tmp_path))
        assert done.returncode == 3
        assert "There is no clipboard here that this can write to." in done.stderr
        assert "install xclip or wl-clipboard" in done.stderr

    def test_a_tool_that_fails_is_not_believed(self, tmp_path: Path) -> None:
        env = with_tools(tmp_path, "xclip")
        (tmp_path / "programs" / "xclip").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        assert self.run(made(tmp_path), env).returncode == 3

    def test_it_holds_one(self, tmp_path: Path) -> None:
        book = tmp_path / "book.xlsx"
        one = ONE_CONVERSATION["Interviews"][0]
        two = {**one, "Interviewer": "Dan Whitfield", "What we talked about": "the returns forecast"}
        build(book, {**ONE_CONVERSATION, "Interviews": [one, two]})
        env = with_tools(tmp_path, "xclip")
        done = self.run(book, env)
        assert done.returncode == 3
        assert "2 e-mails are owed, and the clipboard holds one." in done.stderr
        assert self.run(book, env, "Dan").returncode == 0

    def test_none_is_owed(self, tmp_path: Path) -> None:
        book = made(tmp_path, {**MEI, **ADDRESS, "Channel": "Post"})
        done = self.run(book, with_tools(tmp_path, "xclip"))
        assert (done.returncode, done.stdout) == (0, "No e-mail is owed now.\n")


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


class TestCalendar:
    def test_the_same_workbook_gives_the_same_bytes(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        told = printed("calendar", book, "--as-of", DAY)
        assert [each["summary"] for each in told["entries"]] == [
            "Interview: Northwind, Analyst",
            "Thank-you: Mei Chen, Northwind",
        ]
        before = files(tmp_path)
        eitherway("calendar", book, "--as-of", "2026-11-23")
        assert files(tmp_path) == before

    def test_a_file_for_each(self, tmp_path: Path) -> None:
        told = printed("calendar", made(tmp_path), "--each", "--as-of", DAY)
        assert len(told["files"]) == 2
        assert all(Path(path).is_file() for path in told["files"])

    def test_another_calendar_is_not_overwritten(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        book.with_suffix(".ics").write_bytes(b"BEGIN:VCALENDAR")
        result = eitherway("calendar", book, "--as-of", DAY)
        assert result.exit_code == 3
        assert "is no calendar of Either Way's" in result.stderr

    def test_a_zone_that_is_none(self, tmp_path: Path) -> None:
        assert eitherway("calendar", made(tmp_path), "--time-zone", "Mars/Olympus").exit_code == 2


class FakeScheduler:
    def __init__(self) -> None:
        self.set_jobs: dict[str, Job] = {}

    def on(self, job: Job) -> None:
        self.set_jobs[job.name] = job

    def off(self, name: str) -> None:
        self.set_jobs.pop(name, None)

    def has(self, name: str) -> bool:
        return name in self.set_jobs

    def heeds(self, name: str) -> bool:
        return self.has(name)

    def jobs(self) -> list[Job]:
        return [*self.set_jobs.values()]


class TestRemind:
    @pytest.fixture
    def shown(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
        told: list[tuple[str, str]] = []

        def notify(title: str, text: str) -> bool:
            told.append((title, text))
            return True

        monkeypatch.setattr("eitherway.send.remind.notify.notifier", lambda platform: notify)
        monkeypatch.setattr("click.get_app_dir", lambda name: str(tmp_path / "state"))
        return told

    def test_on_status_off(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        scheduler = FakeScheduler()
        monkeypatch.setattr(reminding, "_scheduler", lambda: scheduler)
        book = made(tmp_path)
        assert not printed("remind", book)["set"]
        assert printed("remind", book, "--at", "08:30")["reminder"] == "08:30"
        (job,) = scheduler.set_jobs.values()
        assert job.arguments[:4] == ("-m", "eitherway", "remind", str(book))
        assert printed("remind", book, "--status")["reminder"] == "08:30"
        moved = book.rename(book.with_name("moved.xlsx"))
        told = eitherway("remind", book, "--status")
        assert told.exit_code == 1
        assert told.stdout.startswith("The reminder at 08:30 is for a workbook that is not there any more:")
        moved.rename(book)
        assert not printed("remind", book, "--off")["set"]
        assert scheduler.set_jobs == {}

    def test_it_says_what_is_due_once_a_day_and_writes_nothing(
        self, tmp_path: Path, shown: Sequence[tuple[str, str]]
    ) -> None:
        book = made(tmp_path)
        before = book.read_bytes()
        assert eitherway("remind", book, "--now").exit_code == 0
        assert eitherway("remind", book, "--now").exit_code == 0
        assert len(shown) <= 1  # what is due depends on the day on which this runs
        assert book.read_bytes() == before
        assert list((tmp_path / "state" / "reminded").iterdir())

    def test_a_workbook_that_moved_is_one_sentence(
        self, tmp_path: Path, shown: Sequence[tuple[str, str]]
    ) -> None:
        assert eitherway("remind", tmp_path / "gone.xlsx", "--now").exit_code == 3
        ((title, text),) = shown
        assert title == "Either Way"
        assert "gone.xlsx was not found. If it was moved" in text

    def test_an_hour_that_is_none(self, tmp_path: Path) -> None:
        assert eitherway("remind", tmp_path / "x.xlsx", "--at", "25:00").exit_code == 2

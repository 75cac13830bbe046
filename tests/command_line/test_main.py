"""The command line as its user meets it: real workbooks in, words, JSON, files and exit statuses out."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result
from docx import Document

from eitherway.command_line.main import main
from eitherway.model.records import Flag
from eitherway_workbook import build, example

DAY = "2026-11-20"
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")

ONE_CONVERSATION: Mapping[str, Sequence[Mapping[str, object]]] = {
    "Applications": [
        {"Application": "N", "Company": "Northwind", "Role": "Analyst", "Status": "Interviewing"}
    ],
    "Interviewers": [{"Interviewer": "Mei Chen", "Company": "Northwind"}],
    "Interviews": [
        {
            "Application": "N",
            "Interviewer": "Mei Chen",
            "Date": date(2026, 11, 18),
            "What we talked about": "maps",
        }
    ],
    "Settings": [{"Name": "Your name", "Value": "Robin Vale"}],
}


def eitherway(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def printed(*arguments: str | Path) -> Any:
    return json.loads(eitherway(*arguments, "--json").stdout)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example as `demo` leaves it."""
    folder = tmp_path_factory.mktemp("made")
    assert eitherway("demo", folder / "demo", "--as-of", DAY).exit_code == 0
    return folder / "demo"


@pytest.fixture
def book(made: Path, tmp_path: Path) -> Path:
    """A copy of the example, flagged and with its letters."""
    return Path(shutil.copytree(made, tmp_path / "demo")) / "job-search.xlsx"


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """The example as it was built: nothing flagged yet."""
    path = tmp_path / "fresh.xlsx"
    build(path, example(date.fromisoformat(DAY)))
    return path


class TestDemo:
    def test_says_in_five_lines_what_it_did_and_what_to_open(self, tmp_path: Path) -> None:
        done = eitherway("demo", tmp_path / "demo", "--as-of", DAY)
        lines = done.stdout.splitlines()
        assert len(lines) == 5
        assert "job-search.xlsx" in lines[0]
        assert "overdue" in lines[1]
        assert "written" in lines[2]
        assert "eitherway today" in lines[4]

    def test_writes_a_letter_for_each_follow_up_that_is_owed_and_has_a_point(self, made: Path) -> None:
        listed = printed("today", made / "job-search.xlsx", "--as-of", DAY)["follow_ups"]
        told = printed("letters", made / "job-search.xlsx", "--as-of", DAY)["letters"]
        step = itemgetter("row", "step")
        assert {step(letter) for letter in told} == {step(each) for each in listed}
        assert len(told) == len(listed) + 1  # both a letter and an e-mail to one of them
        assert {letter["state"] for letter in told} == {"unchanged", "held"}
        for letter in told:
            assert (made / letter["path"]).is_file() is (letter["state"] == "unchanged")

    def test_never_overwrites(self, book: Path) -> None:
        before = files(book.parent)
        done = eitherway("demo", book.parent)
        assert done.exit_code == 3
        assert "exists already" in done.stderr
        assert files(book.parent) == before

    def test_its_mistakes_are_on_purpose(self) -> None:
        assert "status is 0 all the same" in " ".join(eitherway("demo", "--help").stdout.split())

    @pytest.mark.parametrize(
        "day",
        [DAY, "2026-11-21", "2026-11-22", "2026-12-25", "2027-01-01", "2027-01-02", "2028-02-29"],
    )
    def test_shows_every_flag_on_any_day(self, day: str, tmp_path: Path) -> None:
        build(tmp_path / "book.xlsx", example(date.fromisoformat(day)))
        told = printed("flag", tmp_path / "book.xlsx", "--as-of", day, "--dry-run")
        assert {each["flag"] for each in told["follow_ups"]} == set(Flag)

    @pytest.mark.parametrize("day", ["1990-01-01", "2100-12-31"])
    def test_works_on_the_first_and_the_last_day_there_are(self, day: str, tmp_path: Path) -> None:
        assert eitherway("demo", tmp_path / "demo", "--as-of", day).exit_code == 0

    def test_letters_that_cannot_be_written_leave_the_way_free(self, tmp_path: Path) -> None:
        (tmp_path / "Letters").write_text("a file of that name")
        done = eitherway("demo", tmp_path, "--as-of", DAY)
        assert done.exit_code == 3
        assert "could not be written" in done.stderr
        assert not (tmp_path / "job-search.xlsx").exists()
        (tmp_path / "Letters").unlink()
        assert eitherway("demo", tmp_path, "--as-of", DAY).exit_code == 0


class TestNew:
    def test_says_what_to_fill_in(self, tmp_path: Path) -> None:
        done = eitherway("new", tmp_path / "mine.xlsx")
        assert done.exit_code == 0
        assert "your name in Settings, then a row in Applications and one in Interviews" in done.stdout
        assert eitherway("check", tmp_path / "mine.xlsx").exit_code == 1  # the name is still missing

    @pytest.mark.parametrize("more", [[], ["--libreoffice"]])
    def test_never_overwrites(self, more: list[str], tmp_path: Path) -> None:
        book = tmp_path / "mine.xlsm"
        book.write_bytes(b"mine")
        done = eitherway("new", book, *more)
        assert done.exit_code == 3
        assert "exists already" in done.stderr
        assert files(tmp_path) == {"mine.xlsm": b"mine"}

    @pytest.mark.parametrize("what", ["new mine.xlsx", "new a/b/mine.xlsm", "demo demo", "addin addins"])
    def test_a_file_in_the_place_of_a_folder(self, what: str, tmp_path: Path) -> None:
        (tmp_path / "notes").write_text("a file")
        command, below = what.split()
        done = eitherway(command, tmp_path / "notes" / below)
        assert done.exit_code == 3
        assert done.stderr.splitlines()[0] == f"eitherway: {tmp_path / 'notes'} is a file, not a folder."
        assert files(tmp_path) == {"notes": b"a file"}

    @pytest.mark.parametrize("command", ["new", "demo", "addin"])
    def test_what_cannot_be_built_leaves_nothing(
        self, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(Path, "write_bytes", full)
        done = eitherway(command, tmp_path / ("mine.xlsx" if command == "new" else ""))
        assert done.exit_code == 3
        assert "The disk is full" in done.stderr
        assert len(done.stderr.splitlines()) == 2
        assert list(tmp_path.iterdir()) == []

    def test_an_add_in_that_cannot_be_built_leaves_the_older_one(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "EitherWay.xlam").write_bytes(b"older")
        monkeypatch.setattr("eitherway_workbook.addin.build_addin", lambda path: path.mkdir())
        assert eitherway("addin", tmp_path).exit_code == 3
        assert files(tmp_path) == {"EitherWay.xlam": b"older"}


class TestRun:
    def test_checks_flags_and_writes_the_letters(self, fresh: Path) -> None:
        done = eitherway("run", fresh, "--as-of", DAY)
        assert done.exit_code == 1
        for said in ("errors to mend", "4 overdue", "Letters: 11 written, 1 held back.", "cells changed."):
            assert said in done.stdout
        assert len(list(fresh.parent.rglob("*.docx"))) == 11

    @pytest.mark.parametrize("command", ["letters", "run"])
    def test_a_dry_run_says_would(self, command: str, fresh: Path) -> None:
        done = eitherway(command, fresh, "--as-of", DAY, "--dry-run")
        assert done.exit_code == 1
        assert "Letters: 11 would be written, 1 held back." in done.stdout
        assert list(fresh.parent.rglob("*.docx")) == []

    def test_templates_of_the_users_own_stand_beside_the_workbook(self, fresh: Path) -> None:
        own = fresh.parent / "letter_templates" / "warm"
        own.mkdir(parents=True)
        letter = Document()
        letter.add_paragraph("Words of my own.")
        letter.save(str(own / "thank-you.email.docx"))
        eitherway("letters", fresh, "--as-of", DAY, "--no-proof")
        written = next(fresh.parent.rglob("*Carmen*thank-you e-mail.docx"))
        assert [paragraph.text for paragraph in Document(str(written)).paragraphs] == ["Words of my own."]


class TestFlag:
    def test_prints_what_the_design_promises(self, fresh: Path) -> None:
        told = printed("flag", fresh, "--as-of", DAY)
        assert set(told) == {"as_of", "workbook", "follow_ups", "problems"}
        assert told["as_of"] == DAY
        conversation = "row application company role round interview_date interviewer"
        keys = f"{conversation} step due days_overdue flag why channel".split()
        assert all(list(follow_up) == keys for follow_up in told["follow_ups"])
        assert all(list(each) == ["code", "severity", "where", "message", "fix"] for each in told["problems"])

    def test_the_cells_say_what_the_json_says(self, fresh: Path) -> None:
        told = printed("flag", fresh, "--as-of", DAY)["follow_ups"]
        sheet = openpyxl.load_workbook(fresh, data_only=True)["Interviews"]
        top, *_ = openpyxl.utils.range_boundaries(sheet.tables["Interviews"].ref)[1:]
        header = {cell.value: cell.column for cell in sheet[top]}
        for follow_up in told:
            row = follow_up["row"]
            due = sheet.cell(row, header["Due"]).value
            assert sheet.cell(row, header["Flag"]).value == follow_up["flag"]
            assert sheet.cell(row, header["Step"]).value == follow_up["step"]
            assert (due and due.date().isoformat()) == follow_up["due"]
            assert sheet.cell(row, header["Days overdue"]).value == follow_up["days_overdue"]

    def test_a_second_run_changes_no_byte(self, book: Path) -> None:
        before = files(book.parent)
        for command in ("flag", "letters", "run"):
            assert eitherway(command, book, "--as-of", DAY).exit_code == 1
            assert files(book.parent) == before, command

    def test_a_dry_run_lists_the_cells_and_writes_nothing(self, fresh: Path) -> None:
        before = files(fresh.parent)
        told = printed("flag", fresh, "--as-of", DAY, "--dry-run")
        assert files(fresh.parent) == before
        assert len(told["changes"]) > 30
        assert {change["cell"].partition("!")[0] for change in told["changes"]} >= {
            "Interviews",
            "Today",
            "Applications",
        }

    def test_exit_status_1_when_there_is_something_to_mend(self, fresh: Path) -> None:
        told = eitherway("flag", fresh, "--as-of", DAY)
        assert told.exit_code == 1
        assert "to mend" in told.stdout


class TestToday:
    def test_reads_well_in_80_columns(self, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("eitherway.command_line.lines._width", lambda: 80)
        lines = eitherway("today", book, "--as-of", DAY).stdout.splitlines()
        assert max(map(len, lines)) <= 80
        assert lines[0].startswith("Fri 20 Nov")

    def test_nothing_is_wrapped_in_a_pipe(self, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "40")
        shown = (
            eitherway("today", book, "--as-of", DAY).stdout + eitherway("run", book, "--as-of", DAY).stdout
        )
        for each in printed("today", book, "--as-of", DAY)["follow_ups"]:
            assert f"{each['interviewer']}, {each['company']}" in shown
            assert each["why"] in shown
        for letter in printed("letters", book, "--as-of", DAY)["letters"]:
            assert letter["state"] == "held" or letter["path"] in shown
        for problem in printed("check", book, "--as-of", DAY)["problems"]:
            assert f"{problem['message']} {problem['fix']}" in shown

    def test_is_in_the_order_of_urgency_and_holds_nothing_else(self, book: Path) -> None:
        listed = printed("today", book, "--as-of", DAY)["follow_ups"]
        assert {each["flag"] for each in listed} == {"Overdue", "Due", "Soon"}
        assert [each["days_overdue"] for each in listed] == sorted(
            (each["days_overdue"] for each in listed), reverse=True
        )
        sheet = openpyxl.load_workbook(book, data_only=True)["Today"]
        names = [cell.value for row in sheet.iter_rows() for cell in row]
        places = [names.index(each["interviewer"]) for each in listed]
        assert places == sorted(places)

    def test_names_the_workbook_as_it_is_called(self, fresh: Path) -> None:
        odd = fresh.rename(fresh.with_name("[red] job.xlsx"))
        lines = eitherway("today", odd, "--as-of", DAY).stdout.splitlines()
        assert lines[0].endswith("  [red] job.xlsx")
        assert "[red] job.xlsx" in lines[-1]

    def test_writes_nothing(self, fresh: Path) -> None:
        before = files(fresh.parent)
        eitherway("today", fresh)
        eitherway("check", fresh)
        assert files(fresh.parent) == before


class TestMarks:
    def test_sent_fills_the_date_moves_on_and_logs_it(self, book: Path) -> None:
        first = printed("today", book, "--as-of", DAY)["follow_ups"][0]
        done = printed("sent", book, str(first["row"]), "--as-of", DAY)
        after = next(each for each in done["follow_ups"] if each["row"] == first["row"])
        assert after["step"] != first["step"]
        logged = list(openpyxl.load_workbook(book)["Log"].iter_rows(values_only=True))[-1]
        assert f"{first['step']} sent: {DAY}" in logged
        assert first["interviewer"] in logged

    def test_a_name_or_a_part_of_it_is_enough(self, book: Path) -> None:
        first = printed("today", book, "--as-of", DAY)["follow_ups"][0]
        done = eitherway("sent", book, first["interviewer"].upper(), "--as-of", DAY)
        assert "cells changed" in done.stdout
        assert printed("today", book, "--as-of", DAY)["follow_ups"][0]["row"] != first["row"]

    @pytest.mark.parametrize("command", ["sent", "reply"])
    def test_exit_status_is_that_of_flag(self, command: str, book: Path) -> None:
        flagged = eitherway("flag", book, "--as-of", DAY).exit_code
        assert flagged == 1
        assert eitherway(command, book, "Carmen", "--as-of", DAY).exit_code == flagged

    @pytest.mark.parametrize("command", ["sent", "reply"])
    def test_exit_status_0_with_nothing_to_mend(self, command: str, tmp_path: Path) -> None:
        build(tmp_path / "one.xlsx", ONE_CONVERSATION)
        assert eitherway(command, tmp_path / "one.xlsx", "Mei", "--as-of", DAY).exit_code == 0

    def test_a_company_that_ends_on_a_stop_brings_no_second_one(self, tmp_path: Path) -> None:
        application = {**ONE_CONVERSATION["Applications"][0], "Company": "Acme Inc."}
        book = tmp_path / "one.xlsx"
        build(book, {**ONE_CONVERSATION, "Applications": [application]})
        assert "First: Mei Chen, Acme Inc.\n" in eitherway("flag", book, "--as-of", DAY).stdout
        done = eitherway("sent", book, "Mei", "--as-of", DAY)
        assert f"Thank-you sent on {DAY}: Mei Chen, Acme Inc. Next: check-in" in done.stdout

    def test_another_step_than_the_one_owed(self, book: Path) -> None:
        done = printed("sent", book, "Carmen", "--step", "check in", "--as-of", DAY, "--on", "2026-11-19")
        assert done["changes"][0]["after"] == "2026-11-19"
        logged = list(openpyxl.load_workbook(book)["Log"].iter_rows(values_only=True))[-1]
        assert "Check-in sent: 2026-11-19" in logged

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["sent", "Nobody At All"], "fits no row"),
            (["sent", "e"], "Give the number of the row you mean"),
            (["reply", "Nobody At All"], "fits no row"),
            (["sent", "Carmen", "--on", "2027-01-01"], "2027-01-01 is still to come"),
            (["reply", "Carmen", "--on", "2027-01-01"], "2027-01-01 is still to come"),
            (["sent", "Carmen", "--on", "2026-11-16"], "You met Carmen Delgado Ruiz on 2026-11-17"),
            (["sent", "Carmen", "--step", "Foo"], "The steps are: Thank-you, Check-in, Last note, After no."),
            (["sent", "Zhang", "--step", "Thank-you"], "The thank-you to Zhang Wei went out on 2026-"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, arguments: list[str], said: str, book: Path) -> None:
        before = files(book.parent)
        command, *rest = arguments
        done = eitherway(command, book, *rest, "--as-of", DAY)
        assert done.exit_code == 3
        assert said in done.stderr
        assert files(book.parent) == before

    def test_a_reply_answers_the_conversation(self, book: Path) -> None:
        waiting = [
            each
            for each in printed("flag", book, "--as-of", DAY)["follow_ups"]
            if each["flag"] == "Gone quiet"
        ]
        row = waiting[0]["row"]
        done = printed("reply", book, str(row), "--as-of", DAY)
        assert next(each for each in done["follow_ups"] if each["row"] == row)["flag"] == "Answered"

    def test_undo_brings_back_every_byte(self, book: Path) -> None:
        before = book.read_bytes()
        first = printed("today", book, "--as-of", DAY)["follow_ups"][0]
        eitherway("sent", book, str(first["row"]), "--as-of", DAY)
        assert book.read_bytes() != before
        assert eitherway("undo", book, "--dry-run").exit_code == 0
        assert book.read_bytes() != before
        assert eitherway("undo", book).exit_code == 0
        assert book.read_bytes() == before

    def test_undo_says_what_it_takes_back_and_what_comes_next(self, fresh: Path) -> None:
        row = printed("today", fresh, "--as-of", DAY)["follow_ups"][0]
        eitherway("sent", fresh, str(row["row"]), "--as-of", DAY)
        eitherway("flag", fresh, "--as-of", "2026-12-04")
        flags, mark = printed("backups", "list", fresh)["backups"]
        deed = f"{row['interviewer']}'s {row['step'].lower()}: sent on Fri 20 Nov, "
        assert mark["what"].startswith(deed)
        assert eitherway("undo", fresh).stdout.splitlines() == [
            f"Took back the write of {flags['when']} ({flags['what']}). Letters stay where they are.",
            f"Before it: {mark['when']} ({mark['what']}); undo again takes that back, too.",
        ]
        told = printed("undo", fresh)
        assert (told["what"], told["next"]) == (mark["what"], None)

    def test_undo_refuses_to_lose_what_the_user_did_since(self, book: Path) -> None:
        workbook = openpyxl.load_workbook(book)
        workbook["Interviews"]["P2"] = "a note"
        workbook.save(book)
        done = eitherway("undo", book)
        assert done.exit_code == 3
        assert openpyxl.load_workbook(book)["Interviews"]["P2"].value == "a note"


class TestBadInput:
    @pytest.mark.parametrize("command", ["check", "flag", "letters", "run", "today"])
    def test_what_is_no_workbook_ends_in_one_clear_message(self, command: str, tmp_path: Path) -> None:
        path = tmp_path / "notes.xlsx"
        path.write_text("Rachel, Monday")
        done = eitherway(command, path)
        assert done.exit_code == 3
        assert done.stdout == ""
        assert 1 <= len(done.stderr.splitlines()) <= 2
        assert "notes.xlsx" in done.stderr
        assert files(tmp_path) == {"notes.xlsx": b"Rachel, Monday"}

    @pytest.mark.skipif(not hasattr(os, "seteuid"), reason="this system has no user ids to borrow")
    def test_a_file_that_may_not_be_read(
        self, fresh: Path, as_a_guest: Callable[[], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        eitherway("today", fresh)  # whatever is imported late is imported with all rights
        fresh.chmod(0)
        monkeypatch.setattr("os.access", lambda *arguments, **options: False)  # it asks for root still
        as_a_guest()
        done = eitherway("flag", fresh)
        assert done.exit_code == 3
        assert "cannot be read" in done.stderr

    def test_a_missing_file(self, tmp_path: Path) -> None:
        done = eitherway("flag", tmp_path / "nowhere.xlsx")
        assert done.exit_code == 3
        assert "nowhere.xlsx" in done.stderr

    @pytest.mark.parametrize("lock", ["~$fresh.xlsx", ".~lock.fresh.xlsx#"])
    def test_an_open_workbook_is_refused(self, lock: str, fresh: Path) -> None:
        (fresh.parent / lock).write_bytes(b",Ada Obi,laptop,20.11.2026 09:00;")
        before = files(fresh.parent)
        done = eitherway("run", fresh, "--as-of", DAY)
        assert done.exit_code == 3
        assert "open" in done.stderr
        assert files(fresh.parent) == before

    def test_a_missing_table_is_named(self, fresh: Path) -> None:
        workbook = openpyxl.load_workbook(fresh)
        del workbook["Interviews"].tables["Interviews"]
        workbook.save(fresh)
        before = files(fresh.parent)
        done = eitherway("flag", fresh, "--as-of", DAY)
        assert done.exit_code == 3
        assert "Interviews" in done.stderr
        assert files(fresh.parent) == before

    def test_a_slip_in_the_cadence_stops_everything(self, fresh: Path) -> None:
        workbook = openpyxl.load_workbook(fresh)
        workbook["Cadence"]["D3"] = "one"
        workbook.save(fresh)
        before = files(fresh.parent)
        done = eitherway("run", fresh, "--as-of", DAY)
        assert done.exit_code == 3
        assert 'Cadence!D3 (Business days): "one" is not a whole number' in done.stderr
        checked = eitherway("check", fresh, "--as-of", DAY, "--json")
        assert checked.exit_code == 3
        assert [each["where"] for each in json.loads(checked.stdout)["problems"]] == [
            "Cadence!D3 (Business days)"
        ]
        assert files(fresh.parent) == before

    def test_an_emptied_workbook_is_asked_about(self, book: Path) -> None:
        workbook = openpyxl.load_workbook(book)
        sheet = workbook["Interviews"]
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                cell.value = None
        workbook.save(book)
        before = files(book.parent)
        done = eitherway("flag", book, "--as-of", DAY)
        assert done.exit_code == 3
        assert "no rows any more" in done.stderr
        assert files(book.parent) == before
        assert eitherway("flag", book, "--as-of", DAY, "--allow-empty").exit_code in (0, 1)

    def test_wrong_usage_is_2(self, fresh: Path) -> None:
        assert eitherway("flag", fresh, "--as-of", "tomorrow").exit_code == 2
        assert eitherway("new", fresh.parent / "mine.ods").exit_code == 2

    @pytest.mark.parametrize("day", ["0001-01-01", "1989-12-31", "2101-01-01", "9999-12-31"])
    def test_a_day_out_of_all_bounds_is_wrong_usage(self, day: str, fresh: Path) -> None:
        for done in (
            eitherway("demo", fresh.parent / "demo", "--as-of", day),
            eitherway("today", fresh, "--as-of", day),
        ):
            assert done.exit_code == 2
            assert f"{day} does not lie in the years 1990 to 2100." in done.stderr

    def test_a_bug_ends_in_a_log_file_not_in_a_traceback(
        self, fresh: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("click.get_app_dir", lambda name: str(fresh.parent / name))
        monkeypatch.setattr("eitherway.run.look", None)
        done = eitherway("check", fresh)
        assert done.exit_code == 70
        assert "Traceback" not in done.stderr
        assert "Traceback" in (fresh.parent / "eitherway" / "mistake.log").read_text()


class TestHelp:
    @pytest.mark.parametrize("command", sorted(main.commands))
    def test_every_command_has_help_and_stands_in_the_readme(self, command: str) -> None:
        done = eitherway(command, "--help")
        assert done.exit_code == 0
        assert max(map(len, done.stdout.splitlines())) <= 80
        assert "--json" in done.stdout
        assert f"`eitherway {command} " in README

    def test_the_list_of_commands_says_each_in_one_whole_line(self) -> None:
        listed = eitherway("--help").stdout.partition("Commands:")[2]
        assert len(listed.splitlines()) == 1 + len(main.commands)
        assert "..." not in listed

    def test_flagging_does_not_load_what_only_letters_need(self) -> None:
        code = "import sys, eitherway.run; print('docxtpl' in sys.modules)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "False"

    def test_help_loads_nothing_heavy(self) -> None:
        heavy = {"pandas", "docxtpl", "xlsxwriter"}
        code = f"import sys, eitherway.command_line.main; print(sorted({heavy} & set(sys.modules)))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("words", [("flag",), ("today",), ("sent",), ("check", "--json")])
def test_a_name_with_blanks_goes_in_quotation_marks(
    words: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("My job search.xlsx").write_bytes(b"")
    done = eitherway(*words, "My", "job", "search.xlsx", *(["Carmen"] if words == ("sent",) else []))
    assert done.exit_code in (2, 3)
    assert 'A name with a blank in it stands in quotation marks: "My job search.xlsx".' in done.stderr
    assert "quotation marks" not in eitherway(*words, "Our", "search.xlsx", "x").stderr


def test_python_m_eitherway_is_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "eitherway", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("eitherway, version")

"""The command line as its user meets it: real workbooks in, words, JSON, files and exit statuses out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from eitherway.cli import main
from eitherway_workbook import build, example

DAY = "2026-11-20"
README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


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
        assert len(told) == len(listed)
        assert {letter["state"] for letter in told} == {"unchanged", "held"}
        for letter in told:
            assert (made / letter["path"]).is_file() is (letter["state"] == "unchanged")

    def test_never_overwrites(self, book: Path) -> None:
        before = files(book.parent)
        done = eitherway("demo", book.parent)
        assert done.exit_code == 3
        assert "exists already" in done.stderr
        assert files(book.parent) == before


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
            eitherway(command, book, "--as-of", DAY)
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
    def test_reads_well_in_80_columns(self, book: Path) -> None:
        env = {**os.environ, "COLUMNS": "80"}
        done = subprocess.run(
            [sys.executable, "-m", "eitherway", "today", str(book), "--as-of", DAY],
            capture_output=True, text=True, encoding="utf-8", env=env, check=False,
        )  # fmt: skip
        lines = done.stdout.splitlines()
        assert max(map(len, lines)) <= 80
        assert lines[0].startswith("Fri 20 Nov")
        assert "Traceback" not in done.stderr

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
        assert eitherway("sent", book, first["interviewer"].upper(), "--as-of", DAY).exit_code == 0

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["sent", "Nobody At All"], "fits no row"),
            (["sent", "e"], "Give the number of the row you mean"),
            (["reply", "Nobody At All"], "fits no row"),
            (["sent", "e", "--on", "2027-01-01"], "row"),
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

    def test_flagging_does_not_load_what_only_letters_need(self) -> None:
        code = "import sys, eitherway.run; print('docxtpl' in sys.modules)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "False"

    def test_help_loads_nothing_heavy(self) -> None:
        heavy = {"pandas", "docxtpl", "rich", "xlsxwriter"}
        code = f"import sys, eitherway.cli; print(sorted({heavy} & set(sys.modules)))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"


def test_python_m_eitherway_is_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "eitherway", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("eitherway, version")

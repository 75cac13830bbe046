"""The facts of real files: workbooks, an add-in, links and marks, laid out as each system has them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from eitherway.command_line.main import main
from eitherway.doctor import Level, Topic, examine
from eitherway.doctor.gather import about, gather
from eitherway_workbook import build
from eitherway_workbook.addin import FILE, build_addin
from eitherway_workbook.macros import interpreter
from eitherway_workbook.macros.interpreter import System
from eitherway_workbook.macros.sources import exported, workbook_modules, xlwings_folder, xlwings_version


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a macro workbook, one without macros, and the add-in."""
    folder = tmp_path_factory.mktemp("made")
    build(folder / "mine.xlsm", {})
    build(folder / "plain.xlsx", {})
    build_addin(folder / FILE)
    return folder


def mac(home: Path) -> System:
    """A Mac on which `eitherway new` has done its part, with the running Python's environment in `env`."""
    system = System("darwin", home, home / "none", home / "env", home / "env" / "bin" / "python3")
    (home / "env" / "bin").mkdir(parents=True)
    system.executable.write_bytes(b"a program")
    interpreter.prepare(system)
    return system


def test_what_new_prepares_is_what_the_doctor_looks_for(made: Path, tmp_path: Path) -> None:
    machine = gather(mac(tmp_path), {}, made / "mine.xlsm")
    assert machine.python
    assert machine.python.is_this_one
    assert machine.python.path == tmp_path / ".eitherway/venv/bin/python3"
    assert machine.has_applescript
    levels = {finding.topic: finding.level for finding in examine(machine)}
    ready = {
        Topic.PYTHON_FOUND,
        Topic.PYTHON_SAME,
        Topic.APPLESCRIPT,
        Topic.SETTINGS,
        Topic.XLWINGS,
        Topic.PATH,
    }
    assert {levels[topic] for topic in ready} == {Level.OK}


def test_nothing_prepared_is_found_out(tmp_path: Path) -> None:
    system = System("darwin", tmp_path, tmp_path, tmp_path / "env", tmp_path / "env/bin/python3")
    levels = {finding.topic: finding.level for finding in examine(gather(system, {}, None))}
    assert levels[Topic.PYTHON_FOUND] is Level.ERROR
    assert levels[Topic.APPLESCRIPT] is Level.ERROR
    assert Topic.PYTHON_SAME not in levels


def test_a_link_to_another_environment_is_noticed(tmp_path: Path) -> None:
    system = mac(tmp_path)
    (tmp_path / "new" / "bin").mkdir(parents=True)
    machine = gather(system._replace(prefix=tmp_path / "new"), {}, None)
    assert machine.python
    assert not machine.python.is_this_one


def test_windows_fills_in_its_variables(made: Path, tmp_path: Path) -> None:
    scripts = tmp_path / "Local" / "eitherway" / "venv" / "Scripts"
    scripts.mkdir(parents=True)
    (scripts / "python.exe").touch()
    system = System("win32", tmp_path, tmp_path / "Local", scripts.parent, scripts / "python.exe")
    machine = gather(system, {"LocalAppData": str(tmp_path / "Local")}, made / "mine.xlsm")
    assert machine.python
    assert machine.python.path == scripts / "python.exe"
    assert machine.python.size == 0


def test_a_macro_workbook_is_read(made: Path) -> None:
    book = about(made / "mine.xlsm", "linux")
    assert book.trouble is None
    assert book.has_buttons
    assert book.xlwings == xlwings_version()
    assert book.settings is not None
    assert book.settings.items() >= interpreter.CONFIG.items()


def test_the_version_is_that_of_the_workbook_not_of_the_machine(tmp_path: Path) -> None:
    older = [
        module._replace(source=module.source.replace(xlwings_version(), "0.30.0"))
        for module in workbook_modules()
    ]
    build(tmp_path / "older.xlsm", {}, older)
    assert about(tmp_path / "older.xlsm", "linux").xlwings == "0.30.0"


def test_a_workbook_without_macros_is_read(made: Path) -> None:
    book = about(made / "plain.xlsx", "linux")
    assert (book.trouble, book.settings, book.has_macros, book.xlwings) == (None, None, False, "")


@pytest.mark.parametrize("content", [None, b"Rachel, Monday", b"PK\x03\x04 cut short", b""])
def test_what_cannot_be_read_is_a_finding_and_no_fault(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "mine.xlsm"
    if content is not None:
        path.write_bytes(content)
    book = about(path, "win32")
    assert book.trouble
    assert all(book.trouble)


@pytest.mark.parametrize(("zone", "marked"), [(3, True), (4, True), (2, False), (None, False)])
def test_the_mark_of_the_web_is_a_stream_beside_the_file(
    zone: int | None, marked: bool, tmp_path: Path
) -> None:
    build(tmp_path / "mine.xlsx", {})
    if zone is not None:
        # On Windows this writes the alternate data stream itself, elsewhere a file of that name.
        Path(f"{tmp_path / 'mine.xlsx'}:Zone.Identifier").write_text(f"[ZoneTransfer]\r\nZoneId={zone}\r\n")
    assert about(tmp_path / "mine.xlsx", "win32").from_the_web is marked


def test_the_add_in_is_found_where_excel_looks_for_it(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Microsoft" / "AddIns"
    folder.mkdir(parents=True)
    system = System("win32", tmp_path, tmp_path, tmp_path, tmp_path / "python.exe")
    without = gather(system, {"APPDATA": str(tmp_path)}, None).addin
    shutil.copy(made / FILE, folder)
    with_it = gather(system, {"APPDATA": str(tmp_path)}, None).addin
    assert without
    assert with_it
    assert (without.xlwings, with_it.xlwings) == ("", xlwings_version())


def test_folders_of_onedrive_come_from_the_environment(tmp_path: Path) -> None:
    cloud = tmp_path / "Drive"
    cloud.mkdir()
    build(cloud / "mine.xlsx", {})
    environ = {"OneDriveCommercial": str(cloud), "OneDrive": ""}
    machine = gather(System("linux", tmp_path, tmp_path, tmp_path, tmp_path), environ, cloud / "mine.xlsx")
    assert machine.cloud_folders == [cloud]
    assert Level.WARNING in [finding.level for finding in examine(machine) if finding.topic is Topic.CLOUD]


def test_templates_are_those_a_letter_would_use(made: Path, tmp_path: Path) -> None:
    book = Path(shutil.copy(made / "plain.xlsx", tmp_path))
    own = tmp_path / "letter_templates" / "warm"
    own.mkdir(parents=True)
    (own / "thank-you.docx").touch()
    machine = gather(System("linux", tmp_path, tmp_path, tmp_path, tmp_path), {}, book)
    assert "warm/thank-you.docx" in machine.shipped_templates
    assert machine.own_templates == ["warm/thank-you.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="the shell of macOS is that of POSIX systems")
@pytest.mark.parametrize(
    ("name", "arrives"),
    [
        ("Mei's jobs.xlsm", True),
        ("Tom & Ann 100%.xlsm", True),
        ("Søk (2026); été.xlsm", True),
        ("my $list.xlsm", False),
        ("a`b.xlsm", False),
        ('a"b.xlsm', False),
        ("a|b.xlsm", False),
        ("a=b.xlsm", False),
    ],
)
def test_what_is_said_of_names_is_what_the_shell_of_macos_does(
    name: str, arrives: bool, tmp_path: Path
) -> None:
    """The call is put together as xlwings.bas and the AppleScript of the installed version do it."""
    script = (xlwings_folder() / f"xlwings-{xlwings_version()}.applescript").read_text(encoding="utf-8")
    assert """prepare_sys_path('" & PYTHONPATH & "');""" in script
    assert '\\"--wb=" & WorkbookName & "\\"' in script
    assert (
        """PYTHONPATH = Replace(PYTHONPATH, "'", "\\'")"""
        in exported(xlwings_folder() / "xlwings.bas").source
    )
    path = "False;/Users/mei/" + name.replace("'", r"\'") + ";;"
    fields = f"{path}|{sys.executable}|{name}|/Applications".split("|")
    paths, program, workbook, *_ = fields
    see = "import sys; print(sys.argv[1].split('=')[1])"  # as Book.caller in xlwings' main.py does
    command = f'"{program}" -I -S -c "path=\'{paths}\'; {see}" "--wb={workbook}"'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout.strip() == name) is arrives


def test_the_command_says_it_in_words_and_in_json(made: Path) -> None:
    done = CliRunner().invoke(main, ["doctor", str(made / "plain.xlsx")])
    told = json.loads(CliRunner().invoke(main, ["doctor", str(made / "plain.xlsx"), "--json"]).stdout)
    assert done.exit_code == 0 or any(each["level"] == "error" for each in told["findings"])
    assert [set(each) for each in told["findings"]] == [{"topic", "level", "what", "fix"}] * len(
        told["findings"]
    )
    assert "plain.xlsx can be read." in [each["what"] for each in told["findings"]]
    assert "ok       plain.xlsx can be read." in done.stdout.splitlines()


def test_something_to_mend_is_exit_status_1(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["doctor", str(tmp_path / "nowhere.xlsm")])
    assert done.exit_code == 1
    assert "There is no file" in done.stdout
    assert list(tmp_path.iterdir()) == []

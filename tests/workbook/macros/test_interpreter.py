"""How Excel finds Python: the fixed place, the link that is made there, and what the commands say of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from click.testing import CliRunner, Result

from eitherway.command_line import options
from eitherway.command_line.main import main
from eitherway.model.problems import CannotAct
from eitherway_workbook.macros.interpreter import (
    CONFIG,
    Link,
    System,
    applescript,
    link_needed,
    make,
    prepare,
)
from eitherway_workbook.macros.sources import xlwings_folder, xlwings_version


def machine(platform: str, home: Path, prefix: Path | None = None, executable: str = "bin/python3") -> System:
    prefix = prefix or home / "env"
    return System(platform, home, home / "Local", prefix, prefix / executable)


def test_the_interpreter_of_the_workbook_lies_behind_the_link() -> None:
    home = Path("home")
    mac = link_needed(machine("darwin", home))
    assert mac == Link(home / ".eitherway" / "venv", home / "env")
    assert CONFIG["INTERPRETER_MAC"] == "$HOME/.eitherway/venv/bin/python3"
    assert PurePosixPath(CONFIG["INTERPRETER_MAC"]).parts[1:3] == mac.place.relative_to(home).parts
    windows = link_needed(machine("win32", home, executable="Scripts/python.exe"))
    assert windows == Link(home / "Local" / "eitherway" / "venv", home / "env")
    assert CONFIG["INTERPRETER_WIN"] == r"%LOCALAPPDATA%\eitherway\venv\Scripts\python.exe"
    assert PureWindowsPath(CONFIG["INTERPRETER_WIN"]).parts[1:3] == windows.place.parts[-2:]


def test_a_python_that_is_no_environment_is_linked_where_it_is_looked_for() -> None:
    home = Path("home")
    link = link_needed(machine("win32", home, executable="python.exe"))
    assert link == Link(home / "Local" / "eitherway" / "venv" / "Scripts", home / "env")


def test_where_excel_does_not_run_nothing_is_done(tmp_path: Path) -> None:
    assert link_needed(machine("linux", tmp_path)) is None
    assert prepare(machine("linux", tmp_path)) == []
    assert list(tmp_path.iterdir()) == []


def test_the_path_has_no_space_which_macos_would_stumble_over() -> None:
    assert " " not in CONFIG["INTERPRETER_MAC"]


def environment(folder: Path) -> Path:
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python3").write_text(folder.name)
    return folder


def test_a_link_is_made_kept_and_led_elsewhere(tmp_path: Path) -> None:
    first, second = environment(tmp_path / "first"), environment(tmp_path / "second")
    place = tmp_path / "fixed" / "venv"
    for target in (first, first, second):
        make(Link(place, target))
        assert (place / "bin" / "python3").read_text() == target.name
    assert (first / "bin" / "python3").read_text() == "first"


def test_a_link_that_leads_nowhere_is_led_here(tmp_path: Path) -> None:
    gone, here = environment(tmp_path / "gone"), environment(tmp_path / "here")
    place = tmp_path / "venv"
    make(Link(place, gone))
    gone.rename(tmp_path / "moved")
    make(Link(place, here))
    assert place.samefile(here)


def test_a_folder_that_is_no_link_of_ours_is_never_replaced(tmp_path: Path) -> None:
    place = environment(tmp_path / "venv")
    with pytest.raises(CannotAct, match="is a folder, not the link"):
        make(Link(place, environment(tmp_path / "other")))
    assert (place / "bin" / "python3").read_text() == "venv"


def test_an_environment_in_the_fixed_place_itself_needs_no_link(tmp_path: Path) -> None:
    place = environment(tmp_path / "venv")
    make(Link(place, place))
    assert not place.is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="an environment on Windows has other folders")
def test_python_run_through_the_link_has_either_way(tmp_path: Path) -> None:
    place = tmp_path / "fixed" / "venv"
    make(Link(place, Path(sys.prefix)))
    code = "import eitherway, sys; print(sys.prefix)"
    done = subprocess.run([place / "bin" / "python3", "-c", code], capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).samefile(sys.prefix)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / ".eitherway").write_text("a file where the folder should be")
    with pytest.raises(CannotAct, match="which leads Excel to Python, could not be written"):
        prepare(machine("darwin", tmp_path, environment(tmp_path / "env")))


def eitherway(monkeypatch: pytest.MonkeyPatch, system: System, *arguments: str | Path) -> Result:
    monkeypatch.setattr(options, "system", lambda: system)
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_new_prepares_macos_for_the_first_click(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = machine("darwin", tmp_path, environment(tmp_path / "env"))
    done = eitherway(monkeypatch, system, "new", tmp_path / "mine.xlsm")
    assert done.exit_code == 0
    assert (tmp_path / ".eitherway" / "venv").samefile(system.prefix)
    script = applescript(tmp_path)
    assert script.name == f"xlwings-{xlwings_version()}.applescript"
    assert script.read_bytes() == (xlwings_folder() / script.name).read_bytes()
    assert str(script) in done.stdout
    assert str(tmp_path / ".eitherway" / "venv") in done.stdout


def test_a_workbook_without_macros_needs_no_preparation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = machine("darwin", tmp_path, environment(tmp_path / "env"))
    assert eitherway(monkeypatch, system, "new", tmp_path / "mine.xlsx").exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["env", "mine.xlsx"]


def test_new_writes_nothing_where_the_link_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = machine("darwin", tmp_path, environment(tmp_path / "env"))
    environment(tmp_path / ".eitherway" / "venv")
    done = eitherway(monkeypatch, system, "new", tmp_path / "mine.xlsm")
    assert done.exit_code == 3
    assert not (tmp_path / "mine.xlsm").exists()


def test_new_refreshes_macros(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = machine("linux", tmp_path)
    book = tmp_path / "mine.xlsm"
    assert eitherway(monkeypatch, system, "new", book).stdout.count("\n") == 1
    done = eitherway(monkeypatch, system, "new", "--refresh-macros", book)
    assert done.exit_code == 0
    assert done.stdout == "mine.xlsm had them already.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new", "mine.xls"], '"mine.xls" should end in .xlsm or .xlsx.'),
        (["new", "--refresh-macros", "mine.xlsx"], '"mine.xlsx" should end in .xlsm.'),
    ],
)
def test_another_ending_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    done = eitherway(monkeypatch, machine("linux", tmp_path), *arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_demo_writes_a_macro_workbook_where_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = eitherway(monkeypatch, machine("linux", tmp_path), "demo", tmp_path / "demo", "--xlsm")
    assert done.exit_code == 0
    assert (tmp_path / "demo" / "job-search.xlsm").is_file()
    assert not (tmp_path / "demo" / "job-search.xlsx").exists()


@pytest.mark.parametrize(
    ("platform", "folders"),
    [
        ("win32", [r"%APPDATA%\Microsoft\AddIns"]),
        ("darwin", ["UBF8T346G9.Office/User Content.localized/Add-Ins.localized"]),
        (
            "linux",
            [r"%APPDATA%\Microsoft\AddIns", "UBF8T346G9.Office/User Content.localized/Add-Ins.localized"],
        ),
    ],
)
def test_addin_says_where_to_put_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, folders: list[str]
) -> None:
    system = machine(platform, tmp_path, environment(tmp_path / "env"))
    done = eitherway(monkeypatch, system, "addin", tmp_path)
    assert done.exit_code == 0
    assert (tmp_path / "EitherWay.xlam").is_file()
    assert [folder for folder in folders if folder in done.stdout] == folders
    assert done.stdout.count("put it in") == len(folders)


def test_an_add_in_that_cannot_be_written_ends_in_two_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "EitherWay.xlam").mkdir()
    done = eitherway(monkeypatch, machine("linux", tmp_path), "addin", tmp_path)
    assert done.exit_code == 3
    assert done.stderr.startswith("eitherway: EitherWay.xlam could not be written")
    assert done.stderr.count("\n") == 2

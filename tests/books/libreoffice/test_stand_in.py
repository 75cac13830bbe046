"""The workbook for LibreOffice as others read it, and what `eitherway new --libreoffice` leaves behind."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eitherway.books.libreoffice.bridge import Calc
from eitherway.command_line.main import main
from eitherway.model.problems import CannotAct
from eitherway_workbook.libreoffice import build_for_libreoffice
from tests.conftest import Validate
from tests.workbook.parts import modules_by_olevba

VBA = Path(__file__).parents[3] / "workbook" / "vba"

New = Callable[..., Result]


@pytest.fixture
def new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> New:
    """Calls `eitherway new --libreoffice` at the home of a user of Linux."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "platform", "linux")

    def call(*arguments: str | Path) -> Result:
        return CliRunner().invoke(main, ["new", "--libreoffice", *map(str, arguments)])

    return call


def test_it_has_the_same_buttons_and_a_run_python_of_its_own(tmp_path: Path) -> None:
    build_for_libreoffice(tmp_path / "book.xlsm", {})
    read = modules_by_olevba(tmp_path / "book.xlsm")
    assert read["Buttons"] == (VBA / "Buttons.bas").read_text()
    assert read["LibreOffice"] == (VBA / "libreoffice" / "RunPython.bas").read_text()
    assert "xlwings" not in read
    assert "Dictionary" not in read


def test_no_path_of_this_machine_stands_in_it(tmp_path: Path) -> None:
    build_for_libreoffice(tmp_path / "one.xlsm", {})
    (tmp_path / "elsewhere").mkdir()
    build_for_libreoffice(tmp_path / "elsewhere" / "one.xlsm", {})
    assert (tmp_path / "one.xlsm").read_bytes() == (tmp_path / "elsewhere" / "one.xlsm").read_bytes()


@pytest.mark.validator
def test_the_open_xml_sdk_finds_no_error_in_it(tmp_path: Path, validate: Validate) -> None:
    build_for_libreoffice(tmp_path / "book.xlsm", {})
    assert validate(tmp_path / "book.xlsm") == []


def test_new_links_the_python_that_the_buttons_run(new: New, tmp_path: Path) -> None:
    done = new(tmp_path / "search.xlsm")
    assert done.exit_code == 0
    assert (tmp_path / "search.xlsm").is_file()
    assert (tmp_path / "home" / ".eitherway" / "venv").samefile(sys.prefix)
    assert "Macro Security" in done.output
    assert "python3-uno" in done.output


def test_new_for_libreoffice_is_a_macro_workbook(new: New, tmp_path: Path) -> None:
    done = new(tmp_path / "search.xlsx")
    assert done.exit_code == 2
    assert "should end in .xlsm" in done.output
    assert json.loads(new(tmp_path / "search.xlsm", "--json").output) == {
        "workbook": str(tmp_path / "search.xlsm")
    }


@pytest.mark.parametrize("programs", [[], ["python"]])
def test_without_a_python_that_reaches_libreoffice_it_says_what_to_install(
    tmp_path: Path, programs: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eitherway.books.libreoffice.bridge.SYSTEMS", tmp_path / "nowhere")
    for name in programs:
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    with pytest.raises(CannotAct, match="python3-uno"):
        Calc.connect("nobody-listens", tmp_path)

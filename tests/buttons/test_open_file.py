"""A letter opens in whatever program the system has for it; where there is none, its path is said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from eitherway.buttons.frame import open_file
from eitherway.model.problems import CannotAct

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the opener is a stand-in for Linux's")


def _opener(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    (folder / "xdg-open").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "xdg-open").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_the_system_s_own_program_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _opener(tmp_path, monkeypatch, f'echo "$1" > "{tmp_path}/asked"')
    open_file(tmp_path / "a letter.docx")
    assert (tmp_path / "asked").read_text() == f"{tmp_path / 'a letter.docx'}\n"


@pytest.mark.parametrize("script", ["exit 3", None])
def test_without_a_program_the_path_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str | None
) -> None:
    if script is None:
        monkeypatch.setenv("PATH", str(tmp_path))
    else:
        _opener(tmp_path, monkeypatch, script)
    with pytest.raises(CannotAct, match=r"opened the letter .*a letter\.docx"):
        open_file(tmp_path / "a letter.docx")

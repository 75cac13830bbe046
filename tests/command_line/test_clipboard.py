"""`mail --clipboard`: with a stand-in for the tool that holds the clipboard on Linux."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from eitherway.letters.text import text_of
from eitherway_workbook import build
from tests.command_line.test_mail import ADDRESS, MEI, made, only
from tests.command_line.test_main import DAY, ONE_CONVERSATION


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

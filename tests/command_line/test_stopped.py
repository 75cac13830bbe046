"""Ctrl+C at each stage of a run: what stands then is said, and nothing is half written."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import click
import pytest
from click.testing import CliRunner, Result

from eitherway import run as flow
from eitherway.books.keeping import backups, disk, safe_write
from eitherway.command_line.main import main
from eitherway_workbook import build
from tests.command_line.test_output import ROWS


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "Search.xlsx"
    build(path, ROWS)
    return path


def stop(*_: object, **__: object) -> NoReturn:
    raise KeyboardInterrupt


def letters(book: Path) -> Result:
    return CliRunner().invoke(main, ["letters", str(book), "--as-of", "2026-11-17", "--no-proof"])


@pytest.mark.parametrize("step", ["read_tables", "decide", "plan_letters", "edits"])
def test_before_anything_is_written(step: str, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = book.read_bytes()
    monkeypatch.setattr(flow, step, stop)
    done = letters(book)
    assert (done.exit_code, done.stderr) == (130, "Stopped. Nothing was written.\n")
    assert book.read_bytes() == before
    assert [file.name for file in book.parent.iterdir()] == ["Search.xlsx"]


def test_after_the_letters(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = book.read_bytes()
    monkeypatch.setattr(safe_write, "move", stop)
    done = letters(book)
    assert done.exit_code == 130
    assert done.stderr == (
        "Stopped. The workbook is as it was. Letters that were written stay; the next run takes them up.\n"
    )
    assert book.read_bytes() == before
    monkeypatch.undo()
    assert letters(book).exit_code == 0


def test_after_the_workbook(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = book.read_bytes()
    monkeypatch.setattr(backups, "prune", stop)
    done = letters(book)
    assert (done.exit_code, done.stderr) == (
        130,
        "Stopped. The workbook is written, and so are its letters.\n",
    )
    assert book.read_bytes() != before


@pytest.mark.parametrize("where", ["parse_args", "resolve_command"])
def test_while_the_command_line_is_read(where: str, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(click.Group, where, stop)
    done = CliRunner().invoke(main, ["check", str(book)])
    assert (done.exit_code, done.stderr) == (130, "Stopped. Nothing was written.\n")


@pytest.mark.parametrize("command", ["undo", "backups"])
def test_other_commands(command: str, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters(book)
    monkeypatch.setattr(disk, "read", stop)
    words = ["undo", str(book)] if command == "undo" else ["backups", "restore", str(book), "1"]
    done = CliRunner().invoke(main, words)
    assert (done.exit_code, done.stderr) == (
        130,
        "Stopped. Each file is whole: as it was, or as it was to be.\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal is sent to one process there")
def test_during_the_imports(book: Path) -> None:
    """A module that is imported late sends it: no test waits for a moment."""
    command = (
        "import os, signal, sys, builtins\n"
        "true = builtins.__import__\n"
        "def at(name, *more):\n"
        "    if name == 'click': os.kill(os.getpid(), signal.SIGINT)\n"
        "    return true(name, *more)\n"
        "builtins.__import__ = at\n"
        f"sys.argv = ['eitherway', 'check', {str(book)!r}]\n"
        "from eitherway.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", command], check=False, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (130, "Stopped. Nothing was written.\n")
    assert done.returncode == signal.SIGINT + 128

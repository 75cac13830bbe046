"""What a command says arrives as well as it can, and what it did is done, wherever the output goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import pytest

from eitherway.machine import mistakes
from eitherway_workbook import build
from tests.books.workbooks import NOW

Done = subprocess.CompletedProcess[bytes]

ROWS: Mapping[str, list[dict[str, object]]] = {
    "Settings": [{"Name": "Your name", "Value": "Zoë Brontë"}],
    "Applications": [
        {"Application": "Żabka - Data Analyst", "Company": "Żabka", "Role": "Data Analyst",
         "Status": "Interviewing"},
    ],
    "Interviews": [
        {"Application": "Żabka - Data Analyst", "Date": NOW.date(), "Interviewer": "Nguyễn Thị Hoa",
         "What we talked about": "the move to SAP"},
    ],
}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "Search.xlsx"
    build(path, ROWS)
    return path


def run(*words: str | bytes | Path, out: int | IO[bytes] = subprocess.PIPE, **environment: str) -> Done:
    return subprocess.run(
        [sys.executable, "-m", "eitherway", *words],
        check=False,
        stdout=out,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUTF8": "0", **environment},
        timeout=120,
    )


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437", "utf-16", "utf-8"])
@pytest.mark.parametrize("command", ["flag", "check", "today"])
def test_json_is_read_by_any_program(command: str, encoding: str, book: Path) -> None:
    done = run(command, book, "--json", "--as-of", "2026-11-17", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    told = json.loads(done.stdout.decode("utf-16") if encoding == "utf-16" else done.stdout)
    if command != "check":
        assert told["follow_ups"][0]["interviewer"] == "Nguyễn Thị Hoa"


@pytest.mark.skipif(os.name == "nt", reason="names of files are Unicode there")
def test_names_that_the_locale_cannot_spell(book: Path) -> None:
    words = ("letters", book, "--no-proof", "--as-of", "2026-11-17")
    done = run(*words, LC_ALL="C", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0, done.stderr
    (letter,) = (book.parent / "Letters").rglob("*.docx")
    assert (letter.parent.name, "Nguyễn Thị Hoa" in letter.name) == ("Żabka", True)
    assert done.stdout.isascii()


@pytest.mark.parametrize(("encoding", "name"), [("ascii", b"Nguy?n Th? Hoa"), ("cp1252", b"Nguy?n Th? Hoa")])
def test_words_replace_what_the_console_cannot_show(encoding: str, name: bytes, book: Path) -> None:
    done = run("today", book, "--as-of", "2026-11-17", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert name in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("json_too", [[], ["--json"]])
def test_a_full_disk_for_the_output_is_said_and_the_work_is_done(json_too: list[str], book: Path) -> None:
    before = book.read_bytes()
    with Path("/dev/full").open("wb") as full:
        done = run("flag", book, *json_too, "--as-of", "2026-11-17", out=full)
    assert done.returncode == 0
    assert book.read_bytes() != before
    assert b"could not be written (No space left on device). All else is done." in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes it")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "| head -c 1", "| true"])
def test_an_output_that_is_closed(closed: str, book: Path) -> None:
    before = book.read_bytes()
    command = (
        f'set -o pipefail; "{sys.executable}" -m eitherway flag "{book}" --json --as-of 2026-11-17 {closed}'
    )
    done = subprocess.run(["bash", "-c", command], check=False, capture_output=True, timeout=120)
    assert done.returncode == 0
    assert done.stderr == b""
    assert book.read_bytes() != before


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_name_that_is_not_utf_8(book: Path) -> None:
    odd = os.fsencode(book.parent) + b"/caf\xe9.xlsx"
    os.rename(book, odd)  # noqa: PTH104 - a name in bytes
    for command in ("check", "flag", "today"):
        done = run(command, odd, "--json", "--as-of", "2026-11-17")
        assert (done.returncode, done.stderr) == (0, b"")
        json.loads(done.stdout)
    assert run("letters", odd, "--as-of", "2026-11-17").returncode == 0
    undone = run("undo", odd)
    assert (undone.returncode, undone.stderr) == (0, b"")
    assert run("check", odd + b"x").stderr.startswith(b"eitherway: There is no file")


def test_a_mistake_is_logged_elsewhere_where_home_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "file"
    nowhere.touch()
    monkeypatch.setattr("click.get_app_dir", lambda _: str(nowhere / "eitherway"))
    logged = Path(mistakes.log(ValueError("a bug")))
    assert "a bug" in logged.read_text()
    monkeypatch.setattr("tempfile.mkdtemp", lambda **_: str(nowhere / "x"))
    assert "no log could be written (Not a directory): ValueError('a bug')" in mistakes.log(
        ValueError("a bug")
    )

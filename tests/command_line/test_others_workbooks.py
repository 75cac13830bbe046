"""Every sample workbook of other projects through the command line: an answer in words, nothing harmed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from eitherway.command_line.main import main

FOLDER = Path(__file__).parents[3] / "shared" / "workbooks"
LONGEST = 400
"""Characters of a sentence that somebody reads."""
BOOKS = sorted(FOLDER.glob("*.*")) if FOLDER.is_dir() else []


@pytest.mark.parametrize("words", [["check"], ["check", "--deep"], ["flag"]], ids=" ".join)
@pytest.mark.parametrize("book", BOOKS, ids=lambda path: path.name)
def test_an_answer_and_an_unharmed_file(book: Path, words: list[str], tmp_path: Path) -> None:
    path = tmp_path / book.name
    path.write_bytes(book.read_bytes())
    done = CliRunner().invoke(
        main, [*words, str(path), *([] if "--deep" in words else ["--as-of", "2026-11-17"])]
    )
    assert done.exit_code in (0, 1, 3), done.output
    assert "Traceback" not in done.output
    assert "mistake of its own" not in done.output
    if done.exit_code == 3:
        assert done.output.strip()
        assert all(len(line) < LONGEST for line in done.output.splitlines())
    if done.exit_code == 3 or words[0] == "check":
        assert path.read_bytes() == book.read_bytes()
        assert [each.name for each in tmp_path.iterdir()] == [book.name]

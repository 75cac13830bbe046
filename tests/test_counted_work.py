"""What a run does is counted, not timed: files opened, letters merged, paragraphs read for their language.

A rule that reads a file a letter too often, or a paragraph again that was read before, shows here at once, on
any machine. How long it all takes is for the benchmarks.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from benchmarks.flag import AS_OF
from benchmarks.letters import owed

from eitherway_workbook import build

COUNTED = """
import json, sys
from datetime import date, datetime
from pathlib import Path
book = Path(sys.argv[1])
counts = {"opened": 0, "merged": 0, "read": 0}
def hear(event, given):
    if event == "open" and str(given[0]).startswith(str(book.parent)):
        counts["opened"] += 1
sys.addaudithook(hear)
from eitherway.letters.merge.compiler import Press
pieces = Press.pieces
def counted(self, *given, **named):
    counts["merged"] += 1
    return pieces(self, *given, **named)
Press.pieces = counted
from eitherway.books.closed.book import ClosedBook
from eitherway.proof.text.language import page
from eitherway.run import run
letters = sys.argv[3] == "letters"
run(ClosedBook(book), date.fromisoformat(sys.argv[2]), now=datetime(2026, 11, 18, 9), letters=letters)
counts["read"] = page.cache_info().misses
print(json.dumps(counts))
"""

FEW, MANY = 8, 72


def counted(book: Path, what: str) -> Mapping[str, int]:
    command = [sys.executable, "-c", COUNTED, str(book), AS_OF.isoformat(), what]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    counts: Mapping[str, int] = json.loads(done.stdout)
    return counts


def made(folder: Path, conversations: int) -> Path:
    path = folder / f"{conversations}" / "search.xlsx"
    path.parent.mkdir()
    build(path, owed(conversations, random.Random(1)))
    return path


def test_flagging_opens_as_many_files_for_few_conversations_as_for_many(tmp_path: Path) -> None:
    few, many = (counted(made(tmp_path, number), "flag") for number in (FEW, MANY))
    assert few == many
    assert few["opened"] <= 16
    assert few["merged"] == few["read"] == 0


@pytest.mark.parametrize("letters", [FEW, MANY])
def test_each_letter_is_merged_once_and_most_of_its_paragraphs_never_read(
    letters: int, tmp_path: Path
) -> None:
    book = made(tmp_path, letters)
    first, again = counted(book, "letters"), counted(book, "letters")
    assert first["merged"] == letters
    assert first["opened"] <= 24 + 5 * letters
    assert first["read"] <= 45 + 2.5 * letters  # of some nine blocks each
    assert again["merged"] == 0
    assert again["opened"] <= 20 + 2 * letters

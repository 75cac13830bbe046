"""docs/performance.md is what the benchmarks write: their parts, columns and rows, whatever the figures."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from benchmarks import kept, page, parts, table
from benchmarks.__main__ import main
from benchmarks.rows import Row

PARTS = parts.found()


def _tables(lines: list[str]) -> dict[str, list[list[str]]]:
    """The page's tables by heading, row by row."""
    found: dict[str, list[list[str]]] = {}
    for line in lines:
        if line.startswith("## "):
            found[line.removeprefix("## ")] = []
        elif line.startswith("| "):
            found[list(found)[-1]].append(line.strip("| ").split(" | "))
    return found


TEXT = page.PAGE.read_text(encoding="utf-8")
PAGE = _tables(TEXT.splitlines())


def test_the_page_has_the_parts_of_the_benchmarks() -> None:
    assert list(PAGE) == [part.title for part in PARTS]


@pytest.mark.parametrize("part", PARTS, ids=[part.title for part in PARTS])
def test_a_part_has_the_columns_and_rows_that_the_code_gives(part: parts.Part) -> None:
    if f"- {part.title}: not measured" in TEXT:
        return
    columns, _, *rows = PAGE[part.title]
    assert columns == list(table.COLUMNS)
    named = iter(part.what)
    assert rows
    assert all(row[0] in named for row in rows)  # in this order; some may be left out


def _part(title: str) -> parts.Part:
    return parts.Part(title.lower(), title, "How fast.", ["a letter"], lambda quick: [])


def _measured(*rows: Row) -> kept.Measured:
    return kept.Measured(rows, date(2026, 11, 23), 130.0, (0.01, 0.2))


FAST = Row("a letter", 0.01234, "ms", "another", 12345.6, "at least 50")
SLOW = Row("a word", 1.5, "s", "another", 1.26, "at most 1.25")


def test_a_page_is_made_of_what_was_measured() -> None:
    lines = page.lines([(_part("Merging"), _measured(FAST))], ["A machine"])
    assert "| a letter | 0.0123 | ms | another | 12,346 | at least 50 |" in lines
    assert "Measured on 2026-11-23, in 2 minutes; noise 1 % and 20 %." in lines
    assert "**All targets are met.**" in lines
    assert _tables(lines) == {
        "Merging": [
            list(table.COLUMNS),
            ["---", "---:", "---", "---", "---:", "---"],
            ["a letter", "0.0123", "ms", "another", "12,346", "at least 50"],
        ]
    }


def test_what_falls_short_stands_at_the_top() -> None:
    lines = page.lines([(_part("Merging"), _measured(FAST, SLOW)), (_part("Reading"), None)], [])
    first = lines.index("## Merging")
    assert [line for line in lines[:first] if line.startswith("- ")] == [
        "- Merging: a word, beside another: 1.26, at most 1.25 wanted",
        "- Reading: not measured",
    ]


def test_what_was_measured_is_kept_as_it_was(tmp_path: Path) -> None:
    assert kept.last("merge", tmp_path) is None
    kept.keep("merge", _measured(FAST, SLOW), tmp_path)
    assert kept.last("merge", tmp_path) == replace(_measured(), rows=[FAST, SLOW])


def test_a_part_that_fails_leaves_the_others_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(quick: bool) -> list[Row]:
        raise RuntimeError("no such thing")

    found = [_part("Reading")._replace(rows=fails), _part("Merging")._replace(rows=lambda quick: [FAST])]
    monkeypatch.setattr(parts, "found", lambda only=(): found)
    monkeypatch.setattr(page, "PAGE", tmp_path / "page.md")
    monkeypatch.setattr(kept, "FOLDER", tmp_path)
    monkeypatch.setattr(sys, "argv", ["benchmarks", "--write"])
    with pytest.raises(SystemExit, match="Not measured: reading"):
        main()
    assert "no such thing" in capsys.readouterr().err
    written = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "- Reading: not measured" in written
    assert "| a letter | 0.0123 |" in written

"""docs/performance.md is what the benchmarks write: their parts, columns and rows, whatever the figures."""

from __future__ import annotations

from datetime import date

import pytest
from benchmarks import page, parts, table
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


PAGE = _tables(page.PAGE.read_text(encoding="utf-8").splitlines())


def test_the_page_has_the_parts_of_the_benchmarks() -> None:
    assert list(PAGE) == [part.title for part in PARTS]


@pytest.mark.parametrize("part", PARTS, ids=[part.title for part in PARTS])
def test_a_part_has_the_columns_and_rows_that_the_code_gives(part: parts.Part) -> None:
    columns, _, *rows = PAGE[part.title]
    assert columns == list(table.COLUMNS)
    named = iter(part.what)
    assert rows
    assert all(row[0] in named for row in rows)  # in this order; some may be left out


def test_a_page_is_made_of_what_was_measured() -> None:
    part = parts.Part("Merging", "How fast.", ["a letter"], lambda quick: [])
    row = Row("a letter", 0.01234, "ms", "another", 12345.6, "at least 50")
    lines = page.lines([(part, [row])], ["A machine"], date(2026, 11, 23))
    assert "| a letter | 0.0123 | ms | another | 12,346 | at least 50 |" in lines
    assert _tables(lines) == {
        "Merging": [
            list(table.COLUMNS),
            ["---", "---:", "---", "---", "---:", "---"],
            ["a letter", "0.0123", "ms", "another", "12,346", "at least 50"],
        ]
    }

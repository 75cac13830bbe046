"""docs/problems.md keeps up with the codes and with what is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.model.codes import Code
from eitherway.run import look
from eitherway_workbook import build, example

PAGE = (Path(__file__).parents[1] / "docs" / "problems.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| `")]


def test_every_code_stands_once_and_no_other() -> None:
    assert sorted(code.strip("`") for code, *_ in ROWS) == sorted(Code)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip("`"))
def test_each_has_a_severity_an_example_and_what_to_do(row: list[str]) -> None:
    _, severity, message, fix = row
    assert severity.split("; ")[0].split()[0] in ("error", "warning")
    assert message.endswith(".")
    assert fix.endswith(".")


def test_the_examples_are_what_the_demo_says(tmp_path: Path) -> None:
    day = date(2026, 11, 20)
    build(tmp_path / "demo.xlsx", example(day))
    problems = look(ClosedBook(tmp_path / "demo.xlsx"), day).problems
    examples = {code.strip("`"): message for code, _, message, _ in ROWS}
    assert len(problems) == 4
    assert [examples[problem.code] for problem in problems] == [problem.message for problem in problems]

"""docs/proofreading.md is what its script writes, and has every code."""

from __future__ import annotations

from docs.make_proofreading_page import PAGE, page

from eitherway.model.codes import FindingCode

WRITTEN = PAGE.read_text(encoding="utf-8")


def test_the_page_is_current() -> None:
    assert page() == WRITTEN, "run: python docs/make_proofreading_page.py"


def test_every_code_has_its_row() -> None:
    codes = [line.split("`")[1] for line in WRITTEN.splitlines() if line.startswith("| `")]
    assert sorted(codes) == sorted(FindingCode)


def test_nothing_is_promised() -> None:
    assert '"no errors found"' in WRITTEN
    assert "error-free" not in WRITTEN

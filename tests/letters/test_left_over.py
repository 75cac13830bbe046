"""A letter that no row leads to any more is said, once for each file, and never deleted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from eitherway.letters.left_over import left_over
from eitherway.letters.owed.plan import letter_paths
from eitherway.model.tables import RawTable
from tests.letters.workbooks import APPLICATION, TALK, Row, workbook

OLD = "Letters/Northwind Traders/2026-11-16 Rachel Vilsack - thank-you.docx"
LABEL = str(APPLICATION["Application"])


def said(folder: Path, *logged: tuple[str, str], talks: Sequence[Row] = (TALK,)) -> list[str]:
    plan, tables = workbook(talks)
    columns = ("When", "What", "Application", "Interviewer", "Step", "File")
    rows = [["", "Letter written", label, "Rachel Vilsack", "Thank-you", path] for label, path in logged]
    raw = {"Log": RawTable("Log", "Log", 1, 1, columns, rows)}
    return [f"{each.where}: {each.message}" for each in left_over(raw, plan, tables, folder)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The workbook's folder, with the letter that was written for Rachel Vilsack on 16 November."""
    file = tmp_path / OLD
    file.parent.mkdir(parents=True)
    file.write_bytes(b"a letter")
    return tmp_path


def test_a_letter_of_a_row_is_not_left_over(folder: Path) -> None:
    assert OLD in letter_paths(*workbook())
    assert said(folder, (LABEL, OLD)) == []


@pytest.mark.parametrize(
    "change", [{"Interviewer": "Rachel Vilsak"}, {"Date": "2026-11-17"}], ids=("renamed", "moved")
)
def test_one_whose_row_was_renamed_or_moved_is_told_once(change: Row, folder: Path) -> None:
    (only,) = said(folder, (LABEL, OLD), (LABEL, OLD), talks=[{**TALK, **change}])
    assert only.startswith(f'Log!F3 (File): "{OLD}" is left over')


def test_one_that_is_gone_or_lies_elsewhere_is_not(folder: Path, tmp_path: Path) -> None:
    moved = [{**TALK, "Date": "2026-11-17"}]
    outside = "../outside/2026-11-16 Rachel Vilsack - thank-you.docx"
    assert said(folder, (LABEL, OLD.replace("Rachel", "Nobody")), (LABEL, outside), talks=moved) == []


def test_an_application_that_is_gone_took_its_letters_with_it(folder: Path) -> None:
    assert said(folder, ("Another", OLD), talks=[{**TALK, "Date": "2026-11-17"}]) == []


def test_another_letters_folder_leaves_none_over(folder: Path) -> None:
    assert said(folder, (LABEL, OLD.replace("Letters/", "Mail/"))) == []

"""Columns put at the right end of a table: the table and its sheet agree, and nothing else changes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.books.closed.book import ClosedBook
from eitherway.books.sheet.table_xml import widened
from eitherway.model.problems import CellsInTheWay
from eitherway.model.records import Append, Edits, Widening
from eitherway_workbook import build
from tests.conftest import Validate

NOW = datetime(2026, 11, 28, 9, 0)  # noqa: DTZ001 - a workbook holds no time zone
ROW = {"Application": "N", "Company": "N", "Role": "R", "Status": "Applied"}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.xlsx"
    build(path, {"Applications": [ROW]})
    return path


def edits(*names: str, **more: str) -> Edits:
    widenings = [Widening("Applications", dict.fromkeys(names, "Source"))]
    return Edits(widenings=widenings, appends=[Append("Applications", [{**ROW, "Application": "M", **more}])])


def test_the_table_the_header_and_the_cells_agree(book: Path, validate: Validate) -> None:
    ClosedBook(book).apply(edits("Salary", "R&D <x>", Salary="85k"), NOW)
    sheet = openpyxl.load_workbook(book)["Applications"]
    table = sheet.tables["Applications"]
    assert table.column_names[-2:] == ["Salary", "R&D <x>"]
    header = [cell.value for cell in sheet[2]]
    assert header[-2:] == ["Salary", "R&D <x>"]
    assert table.ref.split(":")[1] == f"{sheet.cell(4, len(header)).coordinate}"
    assert table.autoFilter.ref == table.ref
    assert sheet.cell(4, len(header) - 1).value == "85k"
    assert validate(book) == []


def test_a_new_column_looks_like_the_one_that_was_named(book: Path) -> None:
    ClosedBook(book).apply(edits("Salary"), NOW)
    sheet = openpyxl.load_workbook(book)["Applications"]
    last, like = sheet.max_column, [cell.value for cell in sheet[2]].index("Source") + 1
    assert sheet.cell(2, last).style_id == sheet.cell(2, like).style_id
    widths = [sheet.column_dimensions[openpyxl.utils.get_column_letter(at)].width for at in (last, like)]
    assert widths[0] == widths[1]


def test_a_column_that_is_there_is_not_added_again(book: Path) -> None:
    ClosedBook(book).apply(edits("Salary"), NOW)
    ClosedBook(book).apply(edits("salary"), NOW)
    assert (
        openpyxl.load_workbook(book)["Applications"].tables["Applications"].column_names.count("Salary") == 1
    )


def test_cells_in_the_way_are_named(book: Path) -> None:
    opened = openpyxl.load_workbook(book)
    sheet = opened["Applications"]
    sheet.cell(3, sheet.max_column + 1, "mine")
    opened.save(book)
    before = book.read_bytes()
    with pytest.raises(CellsInTheWay, match='holds "mine"'):
        ClosedBook(book).apply(edits("Salary"), NOW)
    assert book.read_bytes() == before


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20))
)
def test_the_table_part_stays_well_formed_whatever_the_names(names: list[str]) -> None:
    part = (
        b'<table ref="A1:B3"><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="A"/>'
    )
    part += b'<tableColumn id="4" name="B"/></tableColumns></table>'
    from xml.etree import ElementTree  # noqa: PLC0415 - only here

    root = ElementTree.fromstring(widened(part, names))
    assert [each.get("name") for each in root.iter("tableColumn")] == ["A", "B", *names]
    assert len({each.get("id") for each in root.iter("tableColumn")}) == len(names) + 2

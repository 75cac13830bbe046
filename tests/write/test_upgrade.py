"""A workbook of an earlier version gets the columns and settings that came later, and nothing else."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from eitherway.books.closed.book import ClosedBook
from eitherway.command_line.main import main
from eitherway.model.problems import CellsInTheWay
from eitherway.model.schema import BY_NAME
from eitherway.run import run
from eitherway.write.upgrade import upgrade
from eitherway_workbook import build, example

NOW = datetime.fromisoformat("2026-11-20 09:30")
OF_THIS_VERSION = {"Applications": "Contact", "Interviews": "Time"}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The example, as a program that has never heard of the later columns would have made it."""
    path = tmp_path / "old.xlsx"
    build(path, example(date(2026, 11, 20)))
    opened = openpyxl.load_workbook(path)
    for name, column in OF_THIS_VERSION.items():
        sheet = opened[name]
        table = sheet.tables[name]
        for each in table.tableColumns:
            if each.name == column:
                each.name = f"My {column}"
                sheet.cell(2, table.tableColumns.index(each) + 1).value = each.name
    settings = opened["Settings"]
    for cell in settings["A"]:
        if cell.value == "Days between letters":
            cell.value = None
            settings.cell(cell.row, 2).value = settings.cell(cell.row, 3).value = None
    opened.save(path)
    return path


def upgraded(path: Path) -> None:
    book = ClosedBook(path)
    book.apply(upgrade(book.read()), NOW)


def test_the_columns_come_last_with_the_look_of_their_neighbours(old: Path) -> None:
    upgraded(old)
    tables = ClosedBook(old).read()
    assert tables["Applications"].columns[-1] == "Contact"
    assert tables["Interviews"].columns[-1] == "Time"
    settings = dict(zip(*([row[at] for row in tables["Settings"].rows] for at in (0, 1)), strict=True))
    assert settings["Days between letters"] == 3
    sheet = openpyxl.load_workbook(old)["Interviews"]
    last = len(tables["Interviews"].columns)
    users = openpyxl.utils.range_boundaries(sheet.tables["Interviews"].ref)[0]
    assert not BY_NAME["Interviews"].by_name["Time"].ours
    assert sheet.cell(2, last).style_id == sheet.cell(2, users).style_id
    assert sheet.cell(2, last).style_id != sheet.cell(2, last - 1).style_id  # the pipeline's


def test_all_else_keeps_its_bytes_and_a_second_time_changes_nothing(old: Path) -> None:
    before = parts(old)
    upgraded(old)
    after = parts(old)
    changed = {name for name in after if after[name] != before.get(name)}
    assert before.keys() == after.keys()
    assert all("/tables/" in name or "/worksheets/" in name or name == "xl/workbook.xml" for name in changed)
    assert len(changed) <= 7  # three sheets with their tables, and the wish to be worked out anew
    once = old.read_bytes()
    upgraded(old)
    assert old.read_bytes() == once


def test_what_stands_in_the_way_is_named_and_nothing_is_written(old: Path) -> None:
    opened = openpyxl.load_workbook(old)
    sheet = opened["Interviews"]
    right = len(sheet.tables["Interviews"].tableColumns) + 1
    sheet.cell(9, right).value = "mine"
    opened.save(old)
    before = old.read_bytes()
    with pytest.raises(CellsInTheWay, match='holds "mine"'):
        upgraded(old)
    assert old.read_bytes() == before


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_a_sheet_is_not_added_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "old.xlsx"
    build(path, example(date(2026, 11, 20)))
    opened = openpyxl.load_workbook(path)
    del opened["Work search"]
    opened.save(path)
    done = CliRunner().invoke(main, ["new", "--upgrade", str(path)], catch_exceptions=False)
    assert done.exit_code == 0
    assert "The sheet Work search of this version comes with a new workbook only." in done.stderr
    assert "`eitherway worksearch BOOK` lists the same." in done.stderr
    assert "Dashboard" not in done.stderr
    assert "Work search" not in openpyxl.load_workbook(path).sheetnames
    run(ClosedBook(path), date(2026, 11, 20), now=NOW, letters=False)

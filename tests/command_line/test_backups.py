"""`eitherway backups list` and `backups restore`, as their user meets them."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eitherway.books.closed.book import ClosedBook
from eitherway.command_line.main import main
from eitherway.model.records import CellChange, Edits
from tests.books.workbooks import NOW, excel_parts, packed


def backups(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["backups", *map(str, arguments)])


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook that was written twice."""
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(excel_parts()))
    for minutes, flag in enumerate(("Due", "Soon")):
        edits = Edits([CellChange("Interviews", 3, "Flag", flag), CellChange("Interviews", 4, "Flag", flag)])
        ClosedBook(path).apply(edits, NOW + timedelta(minutes=minutes))
    return path


def flags(path: Path) -> list[object]:
    return [row[2] for row in ClosedBook(path).read()["Interviews"].rows]


def test_the_list(workbook: Path) -> None:
    done = backups("list", workbook)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "  1  2026-11-16 09:31:00  before: 2 cells changed       4 KB",
        "  2  2026-11-16 09:30:00  before: 2 cells changed       4 KB",
        f'Bring one back by its number: eitherway backups restore "{workbook}" 1',
    ]


def test_the_list_as_json(workbook: Path) -> None:
    data = json.loads(backups("list", workbook, "--json").stdout)
    assert data["workbook"] == str(workbook)
    assert data["backups"][1] == {
        "number": 2,
        "when": "2026-11-16 09:30:00",
        "what": "2 cells changed",
        "file": ".eitherway/Search 2026-11-16 093000.xlsx",
        "size": (workbook.parent / ".eitherway/Search 2026-11-16 093000.xlsx").stat().st_size,
        "whole": True,
    }


def test_a_workbook_without_backups(tmp_path: Path) -> None:
    done = backups("list", tmp_path / "Search.xlsx")
    assert done.stdout == "No backup of Search.xlsx is kept: Either Way has not written it yet.\n"
    assert list(tmp_path.iterdir()) == []


def test_restore(workbook: Path) -> None:
    done = backups("restore", workbook, "1")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "Brought back Search.xlsx as it was before 2026-11-16 09:31:00. Letters stay where they are.\n"
    )
    assert flags(workbook) == ["Due", "Due"]


def test_a_dry_run_restores_nothing(workbook: Path) -> None:
    done = backups("restore", workbook, "1", "--dry-run", "--json")
    assert json.loads(done.stdout) == {
        "workbook": str(workbook),
        "backup": ".eitherway/Search 2026-11-16 093100.xlsx",
        "when": "2026-11-16 09:31:00",
    }
    assert flags(workbook) == ["Soon", "Soon"]


def test_a_backup_that_is_not_there(workbook: Path) -> None:
    done = backups("restore", workbook, "7")
    assert done.exit_code == 3
    assert 'There is no backup "7" of Search.xlsx.' in done.stderr
    assert flags(workbook) == ["Soon", "Soon"]


def test_what_a_stopped_run_left_is_mentioned(workbook: Path) -> None:
    workbook.with_name(".eitherway-Search.xlsx.tmp").write_bytes(b"half of it")
    done = backups("restore", workbook, "1")
    assert "An earlier run on Search.xlsx was stopped midway." in done.stderr
    assert sorted(file.name for file in workbook.parent.iterdir()) == [".eitherway", "Search.xlsx"]

"""Which workbooks a batch finds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from eitherway.batch.search import passed_over, workbooks


def test_workbooks_below_the_folders_each_once(tmp_path: Path) -> None:
    for name in (
        "b/Job search.XLSM",
        "a/x.xlsx",
        "a/~$x.xlsx",
        "a/.x.xlsx",
        ".eitherway/old.xlsx",
        "a/notes.docx",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = workbooks([tmp_path, tmp_path / "a", tmp_path / "a" / "x.xlsx"])
    assert [path.relative_to(tmp_path.resolve()).as_posix() for path in found] == [
        "a/x.xlsx",
        "b/Job search.XLSM",
    ]


def test_the_caseload_itself_is_passed_over(tmp_path: Path) -> None:
    for name in ("ana.xlsx", "caseload.xlsx"):
        (tmp_path / name).touch()
    assert workbooks([tmp_path], passing_over=tmp_path / "." / "caseload.xlsx") == [tmp_path / "ana.xlsx"]


def test_client_2_comes_before_client_10(tmp_path: Path) -> None:
    for name in ("client 10.xlsx", "client 2.xlsx", "Client 1.xlsx", "2.xlsx", "budget.xlsx"):
        (tmp_path / name).touch()
    names = [path.stem for path in workbooks([tmp_path])]
    assert names == ["2", "budget", "Client 1", "client 2", "client 10"]


def test_a_circle_of_links_to_files_is_left_to_be_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").symlink_to("b.xlsx")
    (tmp_path / "b.xlsx").symlink_to("a.xlsx")
    assert workbooks([tmp_path])


def test_a_folder_that_cannot_be_listed_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    listed = os.scandir

    def refusing(path: str | Path) -> Any:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert [path.name for path in workbooks([tmp_path])] == ["closed"]


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").touch()
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(workbooks([tmp_path])) == 1


def test_workbooks_of_another_kind_are_told_of(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b/old.XLS", "b/~$old.xls", "notes.docx", ".eitherway/x.ods"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert passed_over([tmp_path]) == (
        f"1 workbook of another kind is passed over: {tmp_path.resolve() / 'b' / 'old.XLS'}. "
        "To have it run, open it in Excel and save it as an Excel Workbook (.xlsx)."
    )
    for number in range(2, 12):
        (tmp_path / f"{number}.ods").touch()
    told = passed_over([tmp_path, tmp_path])
    assert told.startswith("11 workbooks of another kind are passed over: ")
    assert ", 8 more. To have each that is a client's run, open it in Excel" in told
    assert passed_over([tmp_path / "a.xlsx"]) == ""

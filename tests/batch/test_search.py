"""Which workbooks a batch finds."""

from __future__ import annotations

from pathlib import Path

from eitherway.batch.search import workbooks


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


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").touch()
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(workbooks([tmp_path])) == 1

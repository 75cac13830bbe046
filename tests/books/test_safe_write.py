"""A write that fails leaves the old workbook and nothing beside it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from eitherway.books import ClosedBook, safe_write
from eitherway.problems import LockedWorkbook
from eitherway.records import CellChange, Edits
from tests.books.workbooks import NOW, excel_parts, packed

EDITS = Edits([CellChange("Interviews", 3, "Flag", "Due")])


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(excel_parts()))
    return path


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("call", ["fsync", "replace", "link"])
@pytest.mark.parametrize(
    ("number", "what"),
    [(errno.ENOSPC, "The disk is full"), (errno.EIO, "could not be written (input/output error)")],
)
def test_a_failing_disk(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, what: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    old = workbook.read_bytes()
    if call == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    elif call == "link":
        monkeypatch.setattr(os, "link", fail)
        monkeypatch.setattr("eitherway.books.backups.shutil.copy2", fail)
    else:
        monkeypatch.setattr(os, call, fail)
    with pytest.raises(LockedWorkbook) as refused:
        ClosedBook(workbook).apply(EDITS, NOW)
    assert what in refused.value.what
    assert refused.value.fix.endswith("The workbook is as it was.")
    assert workbook.read_bytes() == old
    assert files(workbook.parent) == ["Search.xlsx"]


def test_a_replacement_that_the_system_refuses(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows does when another program holds the file."""
    old, replace = workbook.read_bytes(), Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.suffix == ".xlsx":
            raise PermissionError(errno.EACCES, "Access is denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(LockedWorkbook, match="access is denied"):
        ClosedBook(workbook).apply(EDITS, NOW)
    assert workbook.read_bytes() == old
    assert files(workbook.parent) == ["Search.xlsx", "Search.xlsx.json"]


def test_a_write_that_was_not_finished_is_forgotten(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed between the backup and the replacement: the next write clears the one that never was."""
    replace = Path.replace

    def killed(self: Path, target: Path) -> Path:
        if target.suffix == ".xlsx":
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            ClosedBook(workbook).apply(EDITS, NOW)
    assert len(list((workbook.parent / ".eitherway").glob("*.xlsx"))) == 1
    ClosedBook(workbook).apply(EDITS, NOW)
    assert files(workbook.parent) == ["Search 2026-11-16 093000.xlsx", "Search.xlsx", "Search.xlsx.json"]


def test_what_was_written_is_read_back(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = workbook.read_bytes()
    monkeypatch.setattr(Path, "read_bytes", lambda self: b"something else" if self.suffix == ".tmp" else old)
    with pytest.raises(OSError, match="does not hold what was written to it"):
        safe_write.replace(workbook, b"new")
    assert files(workbook.parent) == ["Search.xlsx"]


def test_permissions_are_kept(workbook: Path) -> None:
    workbook.chmod(0o640)
    safe_write.replace(workbook, b"new")
    assert stat.S_IMODE(workbook.stat().st_mode) == 0o640
    assert workbook.read_bytes() == b"new"

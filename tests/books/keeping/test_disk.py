"""What only Windows, macOS or a drive without locks does, with that system played by a fake."""

from __future__ import annotations

import errno
import fcntl
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.books.keeping import disk, turn
from eitherway.model.records import CellChange, Edits
from tests.books.workbooks import NOW

EDITS = Edits([CellChange("Interviews", 3, "Flag", "Due")])


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_drive_that_knows_no_locks_lets_everyone_pass(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(handle: int, how: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with turn.turn(workbook):
        assert len(ClosedBook(workbook).apply(EDITS, NOW)) == 1


def test_a_lock_of_windows_is_one_byte_that_nobody_waits_for(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []
    held = [False, True]

    def locking(handle: int, how: int, size: int) -> None:
        asked.append((how, size))
        if held.pop():
            raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    monkeypatch.setattr(sys, "platform", "win32")
    with turn.turn(workbook, sleep=lambda seconds: None):
        pass
    assert asked == [(2, 1)] * 2
    assert [file.name for file in workbook.parent.iterdir()] == ["Search.xlsx"]


def test_windows_has_no_owners_and_opens_no_folder(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "chown", lambda *_: pytest.fail("it changed the owner"))
    disk.chown(workbook, 1, 1)
    disk.sync_folder(workbook.parent / "no such folder")


@pytest.mark.parametrize("knows_it", [True, False])
def test_macos_forces_to_the_disk_itself_where_the_drive_can(
    monkeypatch: pytest.MonkeyPatch, knows_it: bool
) -> None:
    asked: list[str] = []

    def full(handle: int, what: int) -> None:
        asked.append("full")
        if not knows_it:
            raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", full)
    monkeypatch.setattr(os, "fsync", lambda handle: asked.append("plain"))
    disk.sync(0)
    assert asked == (["full"] if knows_it else ["full", "plain"])


def test_macos_copies_attributes_by_its_own_call(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []
    library = SimpleNamespace(copyfile=lambda *arguments: asked.append(arguments))
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr("ctypes.CDLL", lambda name: library)
    disk.copy_attributes(workbook, workbook.with_name("new"))
    assert asked == [(bytes(workbook), bytes(workbook.with_name("new")), None, 5)]


def test_a_write_in_several_bites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: write(handle, content[:3]))
    handle = disk.create(tmp_path / "new")
    disk.write(handle, b"all of it")
    disk.close(handle)
    assert (tmp_path / "new").read_bytes() == b"all of it"

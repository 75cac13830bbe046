"""A write that fails leaves the old workbook and nothing beside it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.books.closed.undo import last_write, undo
from eitherway.books.keeping import backups, disk, safe_write
from eitherway.books.package import archive
from eitherway.model.problems import CannotAct, ChangedWorkbook, LockedWorkbook
from eitherway.model.records import CellChange, Edits
from tests.books.workbooks import NOW, excel_parts, packed

EDITS = Edits([CellChange("Interviews", 3, "Flag", "Due")])


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("call", ["create", "write", "sync", "chmod", "replace"])
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
    monkeypatch.setattr(disk, call, fail)
    with pytest.raises(LockedWorkbook) as refused:
        ClosedBook(workbook).apply(EDITS, NOW)
    assert what in refused.value.what
    assert refused.value.fix.endswith("The workbook is as it was.")
    assert workbook.read_bytes() == old
    assert files(workbook.parent) == ["Search.xlsx"]


def test_a_replacement_that_the_system_refuses(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows does when another program holds the file."""
    old, replace = workbook.read_bytes(), disk.replace

    def refuse(new: Path, path: Path) -> None:
        if path == workbook:
            raise PermissionError(errno.EACCES, "Access is denied")
        replace(new, path)

    monkeypatch.setattr(disk, "replace", refuse)
    with pytest.raises(LockedWorkbook, match="access is denied"):
        ClosedBook(workbook).apply(EDITS, NOW)
    assert workbook.read_bytes() == old
    assert files(workbook.parent) == ["Search.xlsx"]


def test_a_write_that_its_user_interrupts_leaves_nothing(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = disk.replace

    def interrupted(new: Path, path: Path) -> None:
        if path == workbook:
            raise KeyboardInterrupt
        replace(new, path)

    monkeypatch.setattr(disk, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        ClosedBook(workbook).apply(EDITS, NOW)
    assert [file.name for file in workbook.parent.iterdir()] == ["Search.xlsx"]


def test_a_write_that_is_interrupted_too_late_counts(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The only old version must not be deleted as one that was never replaced."""
    old, replace = workbook.read_bytes(), disk.replace

    def interrupted(new: Path, path: Path) -> None:
        replace(new, path)
        if path == workbook:
            raise KeyboardInterrupt

    monkeypatch.setattr(disk, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        ClosedBook(workbook).apply(EDITS, NOW)
    assert not ClosedBook(workbook).prepare(EDITS).cells
    assert (workbook.parent / last_write(workbook).write.backup).read_bytes() == old


def test_what_was_written_is_read_back(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = workbook.read_bytes()
    monkeypatch.setattr(Path, "read_bytes", lambda self: b"something else" if self.suffix == ".tmp" else old)
    with pytest.raises(OSError, match="does not hold what was written to it"):
        safe_write.replace(workbook, b"new")
    assert files(workbook.parent) == ["Search.xlsx"]


def test_the_folders_list_of_names_is_forced_to_disk_after_the_replacement(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_sync: list[bytes] = []
    fsync = os.fsync

    def watch(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            assert os.path.samestat(os.fstat(handle), workbook.parent.stat())
            at_sync.append(workbook.read_bytes())
        fsync(handle)

    monkeypatch.setattr(os, "fsync", watch)
    safe_write.replace(workbook, b"new")
    assert at_sync == [b"new"]


def test_a_folder_that_cannot_be_forced_to_disk(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network drives refuse that (EINVAL): the write counts as done, and can be taken back."""
    old, fsync = workbook.read_bytes(), os.fsync

    def refuse(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", refuse)
    assert len(ClosedBook(workbook).apply(EDITS, NOW)) == 1
    assert not ClosedBook(workbook).prepare(EDITS).cells
    assert (workbook.parent / last_write(workbook).write.backup).read_bytes() == old
    undo(workbook, NOW)
    assert workbook.read_bytes() == old


@pytest.mark.parametrize("refused", ["the journal", "the old backup"])
def test_old_backups_that_cannot_be_let_go(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    """The write counts as done, and what it replaced is kept."""
    monkeypatch.setattr(backups, "KEPT", 1)
    ClosedBook(workbook).apply(EDITS, NOW)
    first, replace, unlink = last_write(workbook).write.backup, disk.replace, disk.unlink
    old = workbook.read_bytes()

    def refuse_journal(new: Path, path: Path) -> None:
        if path.suffix == ".json" and workbook.read_bytes() != old:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        replace(new, path)

    def refuse_backup(path: Path) -> None:
        if path.suffix == ".xlsx":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        unlink(path)

    if refused == "the journal":
        monkeypatch.setattr(disk, "replace", refuse_journal)
    else:
        monkeypatch.setattr(disk, "unlink", refuse_backup)
    again = Edits([CellChange("Interviews", 3, "Flag", "Soon")])
    assert len(ClosedBook(workbook).apply(again, NOW)) == 1
    assert not ClosedBook(workbook).prepare(again).cells
    assert (workbook.parent / last_write(workbook).write.backup).read_bytes() == old
    assert (workbook.parent / first).is_file() == (refused == "the old backup")


def test_a_replacement_that_is_made_and_yet_reported_as_failed(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Network drives can: the only old version must not be deleted as one that was never replaced."""
    old, replace = workbook.read_bytes(), disk.replace

    def deceive(new: Path, path: Path) -> None:
        replace(new, path)
        if path == workbook:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(disk, "replace", deceive)
    assert len(ClosedBook(workbook).apply(EDITS, NOW)) == 1
    assert not ClosedBook(workbook).prepare(EDITS).cells
    assert (workbook.parent / last_write(workbook).write.backup).read_bytes() == old


def test_only_what_the_file_still_holds_counts_as_unfinished(workbook: Path) -> None:
    ClosedBook(workbook).apply(EDITS, NOW)
    kept = files(workbook.parent)
    backups.forget_unfinished(workbook)
    workbook.write_bytes(b"something else")
    backups.forget_unfinished(workbook)
    assert files(workbook.parent) == kept


def test_what_another_program_writes_at_the_last_moment_is_not_overwritten(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It writes while the old version is being kept, and the backup is the same file by another name."""
    typed_meanwhile = packed(excel_parts() | {"custom/new.bin": b"typed meanwhile"})

    def keep(path: Path, version: backups.Version, old: bytes) -> None:
        backups_keep(path, version, old)
        workbook.write_bytes(typed_meanwhile)

    backups_keep = backups.keep
    monkeypatch.setattr(backups, "keep", keep)
    with pytest.raises(ChangedWorkbook, match=r"Search\.xlsx was changed by another program"):
        ClosedBook(workbook).apply(EDITS, NOW)
    assert workbook.read_bytes() == typed_meanwhile
    assert list((workbook.parent / ".eitherway").glob("*.xlsx")) == []
    with pytest.raises(CannotAct, match="nothing to undo"):
        last_write(workbook)


@pytest.mark.parametrize("at", [0, 20, -1])
def test_a_damaged_part_does_not_reach_the_file(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    def damage(entry: bytes, content: bytes) -> tuple[bytes, bytes, bytes]:
        head, body, new_entry = packed_part(entry, content)
        damaged = bytearray(body)
        damaged[at] ^= 0xFF * (b"page_7.xml" in entry)
        return head, bytes(damaged), new_entry

    packed_part = archive._packed
    monkeypatch.setattr(archive, "_packed", damage)
    old = workbook.read_bytes()
    with pytest.raises(archive.DamagedPackage, match=r"cannot be unpacked|does not fit its checksum"):
        ClosedBook(workbook).apply(EDITS, NOW)
    assert workbook.read_bytes() == old
    assert files(workbook.parent) == ["Search.xlsx"]


def test_permissions_are_kept(workbook: Path) -> None:
    workbook.chmod(0o640)
    safe_write.replace(workbook, b"new")
    assert stat.S_IMODE(workbook.stat().st_mode) == 0o640
    assert workbook.read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="this system's Python knows no extended attributes")
def test_extended_attributes_are_kept(workbook: Path) -> None:
    try:
        os.setxattr(workbook, "user.tag", b"to keep")
    except OSError:
        pytest.skip("this drive keeps no extended attributes")
    safe_write.replace(workbook, b"new")
    assert os.getxattr(workbook, "user.tag") == b"to keep"


def test_where_the_owner_and_the_attributes_cannot_be_kept(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(disk, "chown", refuse)
    monkeypatch.setattr(disk, "copy_attributes", refuse)
    safe_write.replace(workbook, b"new")
    assert workbook.read_bytes() == b"new"


def test_a_file_of_a_stopped_run_is_no_link_to_write_through(workbook: Path) -> None:
    elsewhere = workbook.with_name("elsewhere")
    elsewhere.write_bytes(b"not ours")
    safe_write.temporary(workbook).symlink_to(elsewhere)
    safe_write.replace(workbook, b"new")
    assert elsewhere.read_bytes() == b"not ours"

"""What undo does with a backup or a workbook that is no longer what was kept or written."""

from __future__ import annotations

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.books.closed.undo import last_write, undo
from eitherway.books.keeping import backups, disk
from eitherway.model.problems import CannotAct, ChangedWorkbook, LockedWorkbook, UnreadableWorkbook
from tests.books.flags import write
from tests.books.workbooks import NOW, excel_parts, packed

LATER = NOW + timedelta(hours=1)
UNDONE = "Search 2026-11-16 103000 undone.xlsx"
SHEET = "xl/worksheets/page_7.xml"


def kept(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (path.parent / ".eitherway").glob("*.xlsx")}


def refusal(path: Path) -> CannotAct:
    with pytest.raises(CannotAct) as refused:
        undo(path, LATER)
    return refused.value


@pytest.mark.parametrize("damage", [b"", b"PK", packed(excel_parts() | {"custom/new.bin": b"typed into it"})])
def test_a_backup_that_is_no_longer_what_was_kept_is_not_brought_back(workbook: Path, damage: bytes) -> None:
    new = write(workbook, "Due")
    (workbook.parent / last_write(workbook).write.backup).write_bytes(damage)
    said = refusal(workbook)
    assert said.what == (
        ".eitherway/Search 2026-11-16 093000.xlsx is no longer Search.xlsx as it was before "
        "2026-11-16 09:30:00: it was changed or damaged since."
    )
    assert "take a backup of your own. Nothing was changed." in said.fix
    assert workbook.read_bytes() == new
    with pytest.raises(CannotAct, match="is no longer"):
        last_write(workbook)


def test_what_is_typed_while_undo_works_is_not_lost(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(workbook, "Due")
    before = kept(workbook)
    typed_meanwhile = packed(excel_parts() | {"custom/new.bin": b"typed meanwhile"})
    set_aside = backups.set_aside

    def slowly(path: Path, content: bytes, now: datetime) -> None:
        set_aside(path, content, now)
        path.write_bytes(typed_meanwhile)

    monkeypatch.setattr(backups, "set_aside", slowly)
    with pytest.raises(ChangedWorkbook, match=r"Search\.xlsx was changed by another program"):
        undo(workbook, LATER)
    assert workbook.read_bytes() == typed_meanwhile
    assert kept(workbook).items() >= before.items()


@pytest.mark.parametrize("trouble", ["the journal", "the folder"])
def test_undo_is_done_once_the_old_version_stands(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    first = workbook.read_bytes()
    second = write(workbook, "Due")
    write(workbook, "Soon", minutes=1)

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write" if trouble == "the journal" else "sync_folder", fail)
        undo(workbook, LATER)
    assert workbook.read_bytes() == second
    undo(workbook, LATER)
    assert workbook.read_bytes() == first


def test_an_undo_that_the_system_refuses(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = write(workbook, "Due")
    before = kept(workbook)

    def refuse(new: Path, path: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(disk, "replace", refuse)
    with pytest.raises(LockedWorkbook, match=r"access is denied.*The workbook is as it was\."):
        undo(workbook, LATER)
    assert workbook.read_bytes() == new
    assert kept(workbook) == before


DAMAGED = {
    "empty": b"",
    "zeros": bytes(4096),
    "cut off": packed(excel_parts())[:-40],
    "no file that we know": bytes(range(256)),
    "a broken sheet": packed(excel_parts() | {SHEET: "<worksheet><sheetData><row"}),
}


@pytest.mark.parametrize("damaged", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_workbook_is_set_aside_and_the_newest_version_comes_back(
    workbook: Path, damaged: bytes
) -> None:
    first = workbook.read_bytes()
    second = write(workbook, "Due")
    write(workbook, "Soon", minutes=1)
    workbook.write_bytes(damaged)
    with pytest.raises(UnreadableWorkbook):
        ClosedBook(workbook).read()
    assert last_write(workbook).write.when == undo(workbook, LATER).write.when == "2026-11-16 09:31:00"
    assert workbook.read_bytes() == second
    assert kept(workbook)[UNDONE] == damaged
    undo(workbook, LATER)
    assert workbook.read_bytes() == first


def test_from_a_damaged_workbook_undo_passes_over_damaged_versions(workbook: Path) -> None:
    first = workbook.read_bytes()
    write(workbook, "Due")
    write(workbook, "Soon", minutes=1)
    (workbook.parent / last_write(workbook).write.backup).write_bytes(b"")
    workbook.write_bytes(b"")
    undo(workbook, LATER)
    assert workbook.read_bytes() == first
    assert refusal(workbook).what.startswith("There is nothing to undo")


def test_a_damaged_workbook_without_a_whole_version_stays(workbook: Path) -> None:
    write(workbook, "Due")
    (workbook.parent / last_write(workbook).write.backup).write_bytes(b"")
    workbook.write_bytes(b"")
    assert ".eitherway/Search 2026-11-16 093000.xlsx is no longer Search.xlsx" in refusal(workbook).what
    assert workbook.read_bytes() == b""


def test_a_password_is_no_damage(workbook: Path) -> None:
    """Whoever gave the workbook a password may have typed into it as well."""
    write(workbook, "Due")
    encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    workbook.write_bytes(encrypted)
    assert "was changed since Either Way wrote it" in refusal(workbook).what
    assert workbook.read_bytes() == encrypted

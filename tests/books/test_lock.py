"""A workbook that is open elsewhere or read-only is refused, and the refusal says by whom and what to do."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from eitherway.books.closed import ClosedBook
from eitherway.books.undoing import undo
from eitherway.problems import LockedWorkbook, UnreadableWorkbook
from tests.books.workbooks import NOW


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "Search.xlsx"
    path.write_bytes(b"any bytes")
    return path


def refusal(path: Path) -> LockedWorkbook:
    with pytest.raises(LockedWorkbook) as refused:
        ClosedBook(path).check_writable()
    return refused.value


def excels_lock(user: str) -> bytes:
    """What Excel writes: the name's length, 54 bytes of ANSI, its length again, UTF-16."""
    narrow = user.encode("cp1252", "replace").ljust(54)
    return (
        bytes([len(user)])
        + narrow
        + len(user).to_bytes(2, "little")
        + user.encode("utf-16-le").ljust(108, b" \0"[:1])
    )


def test_open_in_excel(workbook: Path) -> None:
    workbook.with_name("~$Search.xlsx").write_bytes(excels_lock("Zoë Łapińska"))
    assert refusal(workbook).what == "Search.xlsx is open in Excel (Zoë Łapińska has it open)."
    assert "delete the file ~$Search.xlsx" in refusal(workbook).fix


def test_open_in_libreoffice(workbook: Path) -> None:
    lock = workbook.with_name(".~lock.Search.xlsx#")
    lock.write_text("Jane Doe,jane,laptop,16.11.2026 09:30,file:///home/jane/.config/libreoffice/4;")
    assert refusal(workbook).what == "Search.xlsx is open in LibreOffice (Jane Doe has it open)."
    lock.write_text(",jane,laptop,16.11.2026 09:30,file:///home/jane;")
    assert refusal(workbook).what == "Search.xlsx is open in LibreOffice (jane has it open)."


def test_a_lock_without_a_name(workbook: Path) -> None:
    workbook.with_name("~$Search.xlsx").write_bytes(b"")
    assert refusal(workbook).what == "Search.xlsx is open in Excel."


def test_the_lock_may_stand_beside_the_symlink_or_beside_its_file(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "Link.xlsx"
    link.symlink_to(workbook)
    ClosedBook(link).check_writable()
    workbook.with_name("~$Search.xlsx").write_bytes(b"")
    assert refusal(link).what.startswith("Search.xlsx is open")


def test_another_workbooks_lock_does_not_matter(workbook: Path) -> None:
    workbook.with_name("~$Other.xlsx").write_bytes(b"")
    ClosedBook(workbook).check_writable()


def test_a_read_only_file(workbook: Path) -> None:
    workbook.chmod(0o444)
    assert refusal(workbook).what == "Search.xlsx is read-only."


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="this system has no user ids to borrow")
def test_a_read_only_folder(workbook: Path, as_a_guest: Callable[[], None]) -> None:
    workbook.chmod(0o666)
    workbook.parent.chmod(0o555)
    as_a_guest()
    try:
        assert refusal(workbook).what == "The folder of Search.xlsx cannot be written to."
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
        workbook.parent.chmod(0o755)


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(UnreadableWorkbook):
        ClosedBook(tmp_path / "Search.xlsx").check_writable()


def test_undo_respects_locks(workbook: Path) -> None:
    workbook.with_name("~$Search.xlsx").write_bytes(b"")
    with pytest.raises(LockedWorkbook):
        undo(workbook, NOW)

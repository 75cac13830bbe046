"""A workbook that is open elsewhere or read-only is refused, and the refusal says by whom and what to do."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.books.closed.undo import undo
from eitherway.books.keeping import backups
from eitherway.model.problems import LockedWorkbook, UnreadableWorkbook
from eitherway.model.records import CellChange, Edits
from tests.books.workbooks import NOW, excel_parts, packed


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


def test_a_link_that_leads_round_in_a_circle(tmp_path: Path) -> None:
    one, other = tmp_path / "One.xlsx", tmp_path / "Other.xlsx"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(UnreadableWorkbook, match="is a link that leads round in a circle"):
        ClosedBook(one).read()
    with pytest.raises(UnreadableWorkbook):
        ClosedBook(one).check_writable()
    with pytest.raises(UnreadableWorkbook):
        undo(one, NOW)


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(UnreadableWorkbook, match="is a folder"):
        ClosedBook(tmp_path).check_writable()


def test_nothing_is_left_where_a_run_is_refused(workbook: Path) -> None:
    workbook.with_name("~$Search.xlsx").write_bytes(b"")
    with pytest.raises(LockedWorkbook), ClosedBook(workbook).turn():
        pass
    assert sorted(file.name for file in workbook.parent.iterdir()) == ["Search.xlsx", "~$Search.xlsx"]


def test_a_workbook_that_is_opened_at_the_last_moment_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(excel_parts()))
    old, keep = path.read_bytes(), backups.keep

    def slowly(at: Path, version: backups.Version, content: bytes) -> None:
        keep(at, version, content)
        path.with_name("~$Search.xlsx").write_bytes(excels_lock("Mei Chen"))

    monkeypatch.setattr(backups, "keep", slowly)
    with pytest.raises(LockedWorkbook, match="Mei Chen has it open"):
        ClosedBook(path).apply(Edits([CellChange("Interviews", 3, "Flag", "Due")]), NOW)
    assert path.read_bytes() == old
    assert sorted(file.name for file in tmp_path.iterdir()) == ["Search.xlsx", "~$Search.xlsx"]

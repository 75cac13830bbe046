"""Any version can be brought back, whatever was changed since, and that can be undone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.books.closed.restore import kept, restore
from eitherway.books.closed.undo import undo
from eitherway.model.problems import CannotAct, LockedWorkbook
from eitherway.model.records import CellChange, Edits
from tests.books.workbooks import NOW, excel_parts, packed

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, list[bytes]]:
    """A workbook that was written three times, and all that it held."""
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(excel_parts()))
    held = [path.read_bytes()]
    for minutes, flag in enumerate(("Due", "Soon", "Overdue")):
        edits = Edits([CellChange("Interviews", 3, "Flag", flag)])
        ClosedBook(path).apply(edits, NOW + timedelta(minutes=minutes))
        held.append(path.read_bytes())
    return path, held


Versions = tuple[Path, list[bytes]]


def test_the_newest_is_the_first(versions: Versions) -> None:
    path, held = versions
    listed = kept(path)
    assert [(each.number, each.when, each.what, each.whole) for each in listed] == [
        (1, "2026-11-16 09:32:00", "1 cell changed", True),
        (2, "2026-11-16 09:31:00", "1 cell changed", True),
        (3, "2026-11-16 09:30:00", "1 cell changed", True),
    ]
    assert [(path.parent / each.file).read_bytes() for each in reversed(listed)] == held[:-1]
    assert listed[2].size == len(held[0])


@pytest.mark.parametrize("which", ["3", "Search 2026-11-16 093000.xlsx"])
def test_restoring_keeps_what_was_there_and_can_be_undone(versions: Versions, which: str) -> None:
    path, held = versions
    assert restore(path, which, LATER).when == "2026-11-16 09:30:00"
    assert path.read_bytes() == held[0]
    assert kept(path)[0].what == "restored to before 2026-11-16 09:30:00"
    undo(path, LATER)
    assert path.read_bytes() == held[-1]


def test_what_was_typed_since_is_kept_too(versions: Versions) -> None:
    path, held = versions
    typed = packed(excel_parts() | {"custom/new.bin": b"typed since"})
    path.write_bytes(typed)
    restore(path, "1", LATER)
    assert path.read_bytes() == held[2]
    restore(path, "1", LATER)
    assert path.read_bytes() == typed


def test_what_undo_took_back_is_listed_and_comes_back(versions: Versions) -> None:
    path, held = versions
    undo(path, LATER)
    assert (kept(path)[0].when, kept(path)[0].what) == ("2026-11-16 10:30:00", "taken back by undo")
    restore(path, "1", LATER)
    assert path.read_bytes() == held[-1]


def test_a_workbook_that_was_deleted_comes_back(versions: Versions) -> None:
    path, held = versions
    path.unlink()
    restore(path, "1", LATER)
    assert path.read_bytes() == held[2]


def test_a_damaged_journal_hides_no_version(versions: Versions) -> None:
    path, held = versions
    (path.parent / ".eitherway" / "Search.xlsx.json").write_text("{not json")
    assert [(each.what, each.whole) for each in kept(path)] == [("", True)] * 3
    restore(path, "3", LATER)
    assert path.read_bytes() == held[0]


@pytest.mark.parametrize("which", ["0", "4", "-1", "", "Search.xlsx.json", "../Search.xlsx", "Search.xlsx"])
def test_a_version_that_is_not_there(versions: Versions, which: str) -> None:
    with pytest.raises(CannotAct, match="There is no backup"):
        restore(versions[0], which, LATER)


def test_a_version_that_was_damaged_since(versions: Versions) -> None:
    path, held = versions
    (path.parent / kept(path)[0].file).write_bytes(held[0])
    assert [each.whole for each in kept(path)] == [False, True, True]
    with pytest.raises(CannotAct, match="was changed or damaged since it was kept"):
        restore(path, "1", LATER)
    assert path.read_bytes() == held[-1]


def test_a_version_that_stands_already(versions: Versions) -> None:
    path, _ = versions
    restore(path, "3", LATER)
    with pytest.raises(CannotAct, match="is the same as"):
        restore(path, "4", LATER)


def test_a_workbook_that_is_open_is_not_replaced(versions: Versions) -> None:
    path, held = versions
    path.with_name("~$Search.xlsx").write_bytes(b"")
    with pytest.raises(LockedWorkbook):
        restore(path, "1", LATER)
    assert path.read_bytes() == held[-1]

"""Old versions are kept, and brought back one by one."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

import pytest

from eitherway.books.closed.undo import last_write, undo
from eitherway.books.keeping import backups
from eitherway.books.keeping.turn import turn
from eitherway.model.problems import CannotAct, LockedWorkbook
from tests.books.flags import write
from tests.books.workbooks import NOW, excel_parts, packed


def kept(path: Path) -> list[str]:
    return sorted(file.name for file in (path.parent / ".eitherway").glob("*.xlsx"))


def test_undo_goes_back_version_by_version(workbook: Path) -> None:
    first = workbook.read_bytes()
    second = write(workbook, "Due")
    write(workbook, "Soon", minutes=1)
    assert last_write(workbook).write.when == "2026-11-16 09:31:00"
    assert undo(workbook, NOW).write.backup == ".eitherway/Search 2026-11-16 093100.xlsx"
    assert workbook.read_bytes() == second
    undo(workbook, NOW)
    assert workbook.read_bytes() == first
    with pytest.raises(CannotAct, match=r"nothing to undo in Search\.xlsx"):
        undo(workbook, NOW)


def test_what_is_taken_back_is_set_aside(workbook: Path) -> None:
    new = write(workbook, "Due")
    undo(workbook, NOW + timedelta(hours=1))
    assert kept(workbook) == ["Search 2026-11-16 103000 undone.xlsx"]
    assert (workbook.parent / ".eitherway" / kept(workbook)[0]).read_bytes() == new


def test_changes_made_since_are_not_lost(workbook: Path) -> None:
    write(workbook, "Due")
    typed_since = packed(excel_parts() | {"custom/new.bin": b"typed since"})
    workbook.write_bytes(typed_since)
    with pytest.raises(CannotAct, match="was changed since Either Way wrote it") as refused:
        undo(workbook, NOW)
    assert ".eitherway/Search 2026-11-16 093000.xlsx" in refused.value.fix
    assert workbook.read_bytes() == typed_since


def test_undo_without_any_write(workbook: Path) -> None:
    with pytest.raises(CannotAct, match="nothing to undo"):
        last_write(workbook)


def test_a_backup_that_somebody_removed(workbook: Path) -> None:
    new = write(workbook, "Due")
    (workbook.parent / last_write(workbook).write.backup).unlink()
    with pytest.raises(CannotAct, match=r"is no longer in \.eitherway"):
        undo(workbook, NOW)
    assert workbook.read_bytes() == new


def test_versions_of_one_second_have_names_of_their_own(workbook: Path) -> None:
    write(workbook, "Due")
    write(workbook, "Soon")
    assert kept(workbook) == ["Search 2026-11-16 093000.xlsx", "Search 2026-11-16 093000_02.xlsx"]


def test_the_last_ten_are_kept(workbook: Path) -> None:
    versions = [write(workbook, f"Flag {number}", minutes=number) for number in range(12)]
    assert len(kept(workbook)) == 10
    assert kept(workbook)[0] == "Search 2026-11-16 093200.xlsx"
    for version in reversed(versions[1:-1]):
        undo(workbook, NOW)
        assert workbook.read_bytes() == version
    with pytest.raises(CannotAct, match="nothing to undo"):
        undo(workbook, NOW)
    assert len(kept(workbook)) == 10


def test_a_damaged_journal_stops_no_work(workbook: Path) -> None:
    write(workbook, "Due")
    (workbook.parent / ".eitherway" / "Search.xlsx.json").write_text("{not json")
    with pytest.raises(CannotAct, match="nothing to undo"):
        undo(workbook, NOW)
    write(workbook, "Soon")
    undo(workbook, NOW)


def test_two_workbooks_in_one_folder_keep_their_own_versions(workbook: Path) -> None:
    other = workbook.with_name("Other.xlsx")
    other.write_bytes(workbook.read_bytes())
    before = workbook.read_bytes()
    write(workbook, "Due")
    after = write(other, "Soon", minutes=1)
    undo(workbook, NOW)
    assert (workbook.read_bytes(), other.read_bytes()) == (before, after)


def test_where_hard_links_are_not_to_be_had(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("os.link", refuse)
    first = workbook.read_bytes()
    write(workbook, "Due")
    undo(workbook, NOW)
    assert workbook.read_bytes() == first


def test_the_newest_of_each_of_the_last_thirty_days_is_kept_besides(workbook: Path) -> None:
    day = 24 * 60
    for number in range(40):
        write(workbook, f"Morning {number}", minutes=number * day)
        write(workbook, f"Evening {number}", minutes=number * day + 600)
    days = [name.removeprefix("Search ")[:17] for name in kept(workbook)]
    last_ten, earlier = days[-10:], days[:-10]
    assert last_ten == [f"2026-12-{day} {time}" for day in range(21, 26) for time in ("093000", "193000")]
    assert len(earlier) == 25
    assert earlier[0] == "2026-11-26 193000"
    assert all(name.endswith("193000") for name in earlier)


def test_a_version_that_is_no_file_of_its_own_is_cleared(workbook: Path) -> None:
    """A run was killed between keeping and replacing: what is typed in place would change both names."""
    folder = workbook.parent / ".eitherway"
    folder.mkdir()
    (folder / "Search 2026-11-16 080000.xlsx").hardlink_to(workbook)
    said: list[str] = []
    with turn(workbook, said.append):
        assert kept(workbook) == []
    assert said == [
        "An earlier run on Search.xlsx was stopped midway. The workbook was not harmed; "
        "what that run had left beside it was cleared away."
    ]


def test_versions_share_nothing_with_the_workbook(workbook: Path) -> None:
    """A program that writes in place, as some that sync do, changes no version."""
    first = workbook.read_bytes()
    write(workbook, "Due")
    with workbook.open("r+b") as file:
        file.write(b"in place")
    assert (workbook.parent / last_write(workbook).write.backup).read_bytes() == first


def test_what_belongs_to_another_workbook_is_not_cleared(workbook: Path) -> None:
    other = workbook.with_name(".eitherway-Search 2.xlsx.tmp")
    other.write_bytes(b"another run is at work")
    said: list[str] = []
    with turn(workbook, said.append):
        assert other.exists()
    assert said == []


def test_a_clock_that_went_back_keeps_the_order(workbook: Path) -> None:
    contents = [workbook.read_bytes()]
    for number, minutes in enumerate((0, 60, -90, -91, 10)):
        contents.append(write(workbook, f"Flag {number}", minutes))
    assert [kept_file.file.read_bytes() for kept_file in backups.all_kept(workbook)] == contents[:-1]
    for content in reversed(contents[:-1]):
        undo(workbook, NOW)
        assert workbook.read_bytes() == content


def test_what_undo_sets_aside_stays_though_the_clock_went_back(workbook: Path) -> None:
    for number in range(12):
        write(workbook, f"Later {number}", 600 + number)
        undo(workbook, NOW + timedelta(minutes=700 + number))
    new = write(workbook, "Due")
    undo(workbook, NOW)
    folder = workbook.parent / ".eitherway"
    assert new in [(folder / name).read_bytes() for name in kept(workbook)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody make links")
def test_a_folder_of_backups_that_is_elsewhere_is_refused(workbook: Path, tmp_path: Path) -> None:
    before, elsewhere, own = workbook.read_bytes(), tmp_path / "elsewhere", workbook.parent / ".eitherway"
    elsewhere.mkdir()
    for target in (elsewhere, Path("gone"), None):
        if target:
            own.symlink_to(target)
        else:
            own.touch()
        what = "is a link to another place" if target else "is a file, and Either Way keeps"
        with pytest.raises(LockedWorkbook, match=what):
            write(workbook, "Due")
        with pytest.raises(LockedWorkbook, match=what):
            undo(workbook, NOW)
        own.unlink()
    assert workbook.read_bytes() == before
    assert list(elsewhere.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count otherwise")
def test_a_name_too_long_for_a_new_version_beside_it(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 240}.xlsx"
    path.write_bytes(packed(excel_parts()))
    with pytest.raises(LockedWorkbook, match="too long: a new version needs room") as refused:
        write(path, "Due")
    assert "at most 180 signs" in refused.value.fix
    short = path.rename(tmp_path / f"{'x' * 175}.xlsx")
    write(short, "Due")
    undo(short, NOW)

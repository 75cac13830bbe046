"""On Windows another program may hold a file for a moment: some tries, each after a new look."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from eitherway.books.keeping import disk, safe_write


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "Search.xlsx"
    path.write_bytes(b"old")
    return path


def in_use(number: int) -> PermissionError:
    """What Windows says of a file that another program holds."""
    refused = PermissionError(errno.EACCES, "The process cannot access the file")
    refused.winerror = number  # type: ignore[attr-defined] # only Windows has it
    return refused


@pytest.mark.parametrize("number", safe_write.SHARING_VIOLATIONS)
@pytest.mark.parametrize("times", [1, 5, 6])
def test_a_file_in_use_on_windows_is_tried_again_for_a_moment(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, number: int, times: int
) -> None:
    refusals, replace = [in_use(number)] * times, disk.replace
    slept: list[float] = []
    looked: list[bytes] = []

    def in_use_at_first(new: Path, path: Path) -> None:
        if refusals:
            raise refusals.pop()
        replace(new, path)

    monkeypatch.setattr(disk, "replace", in_use_at_first)
    new = workbook.with_name("new")
    new.write_bytes(b"new")
    patient = len(safe_write.PAUSES) >= times

    def move() -> None:
        safe_write.move(
            new, workbook, just_before=lambda: looked.append(workbook.read_bytes()), sleep=slept.append
        )

    if patient:
        move()
        assert workbook.read_bytes() == b"new"
        assert len(looked) == times + 1  # the other program may have written it
    else:
        with pytest.raises(PermissionError):
            move()
        assert 1 < sum(slept) < 2
    assert slept == list(safe_write.PAUSES[:times])


def test_another_refusal_is_not_tried_again(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(new: Path, path: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(disk, "replace", refuse)
    with pytest.raises(PermissionError):
        safe_write.move(workbook, workbook, sleep=lambda seconds: pytest.fail("it waited"))

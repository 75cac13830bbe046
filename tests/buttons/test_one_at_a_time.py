"""Only one click works on a workbook at a time."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from eitherway.buttons.one_at_a_time import is_alive, one_at_a_time
from eitherway.model.problems import CannotAct
from tests.buttons.conftest import NOW


def _click(workbook: Path, now: datetime = NOW, alive: bool = True) -> str:
    try:
        with one_at_a_time(workbook, 2, now, lambda pid: alive):
            return "done"
    except CannotAct as refused:
        return refused.what


def test_a_second_click_is_refused_until_the_first_is_done(tmp_path: Path) -> None:
    book = tmp_path / "search.xlsm"
    with one_at_a_time(book, 1, NOW, lambda pid: True):
        assert _click(book) == "Either Way is still at work on this workbook."
        assert _click(tmp_path / "other.xlsm") == "done"
    assert _click(book) == "done"


@pytest.mark.parametrize(("minutes", "alive"), [(11, True), (-5, True), (1, False)])
def test_a_lock_that_was_left_behind_is_nobodys(tmp_path: Path, minutes: int, alive: bool) -> None:
    book = tmp_path / "search.xlsm"
    with one_at_a_time(book, 1, NOW, lambda pid: True):
        assert _click(book, NOW + timedelta(minutes=minutes), alive) == "done"


def test_a_damaged_lock_is_nobodys(tmp_path: Path) -> None:
    (tmp_path / ".eitherway").mkdir()
    (tmp_path / ".eitherway" / "search.xlsm.click").write_text("?")
    assert _click(tmp_path / "search.xlsm") == "done"


def test_a_click_that_fails_leaves_no_lock(tmp_path: Path) -> None:
    book = tmp_path / "search.xlsm"
    with pytest.raises(ZeroDivisionError), one_at_a_time(book, 1, NOW, lambda pid: True):
        _ = 1 / 0
    assert _click(book) == "done"


def test_our_own_process_is_alive() -> None:
    assert is_alive(os.getpid())
    assert not is_alive(2**22 + 1)

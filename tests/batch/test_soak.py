"""The soak of the benchmarks, small: processes are killed, and nothing is lost or left."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from benchmarks.soak import soak

from eitherway.batch.results import State
from tests.batch.clients import ASKED, NOW, clients

pytestmark = pytest.mark.slow


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_worker_that_is_killed_in_the_middle_loses_nothing_and_leaves_no_file_open(tmp_path: Path) -> None:
    paths = clients(tmp_path / "many", *(f"client {number:02}" for number in range(40)))
    soaked = soak(paths, ASKED, NOW, kills=2)
    assert soaked.wrong == []
    assert soaked.states == {State.DONE: 39, State.REFUSED: 1}
    assert soaked.killed >= 2
    assert max(look.parent_files for look in soaked.looks) <= soaked.looks[0].parent_files + 2
    assert not list(tmp_path.glob("many/*/.eitherway-*"))

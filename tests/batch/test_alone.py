"""Two batches on one folder would get into each other's way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from eitherway.batch.alone import alone
from eitherway.model.problems import CannotAct

HOLD = """
import sys
from pathlib import Path
from eitherway.batch.alone import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_is_told_and_a_killed_one_leaves_no_lock(tmp_path: Path) -> None:
    lock = tmp_path / ".eitherway" / "batch.lock"
    command = [sys.executable, "-c", HOLD, str(lock)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout
        assert first.stdout.readline() == "held\n"
        with pytest.raises(CannotAct, match="Another batch"), alone(lock):
            pass
        first.kill()
    with alone(lock):
        assert lock.exists()

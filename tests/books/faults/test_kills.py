"""A write is killed (kill -9) at each of its system calls; .ci/run adds 1,000 kills at random moments."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no processes")
def test_killed_at_each_system_call_and_at_some_random_moments() -> None:
    """In a process of its own: forking one with the threads of numpy and of pytest is asking for trouble."""
    command = [sys.executable, "-m", "tests.books.faults.kills", "25"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "nothing was lost" in done.stdout

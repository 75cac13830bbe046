"""Workbooks broken at random, a fixed number of them: each is edited and read, or refused in words.

`python -m tests.books.fuzz.trials 0 100000` tries more. What it found stands in `test_finds.py`.
"""

from __future__ import annotations

import subprocess
import sys
from random import Random

import pytest

from tests.books.fuzz import trials
from tests.books.fuzz.mutate import mutated

pytestmark = pytest.mark.slow

COUNT = 1_500


def test_broken_workbooks_end_in_an_edit_or_in_words() -> None:
    """In a process of its own with 1 GB: one that hangs or is killed is told by the seed printed last."""
    command = [sys.executable, "-W", "error", "-m", "tests.books.fuzz.trials", "0", str(COUNT)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert ran.stderr == ""
    assert ran.returncode == 0
    assert ran.stdout.split()[-1] == str(COUNT - 1)


def test_a_seed_gives_the_same_bytes_each_time() -> None:
    whole = trials.samples()["excel"]
    assert mutated(whole, Random(7)) == mutated(whole, Random(7)) != mutated(whole, Random(8))


def test_much_of_what_is_broken_is_still_edited() -> None:
    """Mutants that nothing could open would test nothing."""
    whole = trials.samples()
    edited = 0
    for seed in range(100):
        try:
            trials.check_edit(trials.broken(seed, whole))
        except trials.REFUSALS:
            continue
        edited += 1
    assert 20 < edited < 95

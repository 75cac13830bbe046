"""When Python searches for reference cycles, and when it need not."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from eitherway.command_line.main import main
from eitherway.machine.collector import collection_paused

PROGRAM = """
import gc
from eitherway import __main__
from eitherway.command_line import main
main.main = lambda: print(gc.isenabled())
__main__.main()
print(gc.isenabled(), gc.get_freeze_count() > 0)
"""


def test_the_program_searches_neither_while_it_works_nor_what_is_left_as_it_ends() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "True"]


def test_a_pause_within_a_pause_ends_with_the_outer_one() -> None:
    with collection_paused():
        with collection_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_batch_lives_long_and_searches_again(tmp_path: Path) -> None:
    with collection_paused():
        CliRunner().invoke(main, ["batch", str(tmp_path)])
        assert gc.isenabled()

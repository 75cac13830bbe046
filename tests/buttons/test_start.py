"""A click starts quickly: nothing is loaded that it does not need."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = ("docxtpl", "click", "xlsxwriter", "holidays.countries.argentina")

PROGRAM = f"""
import sys
import eitherway.buttons
assert "pandas" not in sys.modules
from pathlib import Path
from tests.engines.openpyxl_engine import opened
book = opened(Path(sys.argv[1]))
book.set_mock_caller()
eitherway.buttons.flag_overdue()
print([name for name in {HEAVY} if name in sys.modules], book.app.impl.alerts)
"""


def test_a_click_that_only_flags_loads_neither_word_nor_a_terminal(built: Path, tmp_path: Path) -> None:
    book = shutil.copy(built, tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, book], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("[] ["), done.stdout + done.stderr
    assert "First: " in done.stdout

"""What hostile workbooks do to the process that reads them, as tasks that a worker can load by name."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from eitherway.batch.results import Job, Result, State

TRIES = "tries"


def rough(job: Job) -> Result:
    """Die, hang or go through, by the name of the workbook; each try leaves a mark beside it."""
    path = Path(job.path)
    with (path.parent / f"{path.stem}.{TRIES}").open("a") as marks:
        marks.write("x")
    if path.stem == "killer" or (path.stem == "killer-once" and tries(path) == 1):
        os.kill(os.getpid(), signal.SIGKILL)
    if path.stem.startswith("quitter"):
        os._exit(1)
    if path.stem == "sleeper":
        time.sleep(60)
    if path.stem == "glutton":
        bytearray(8 * 2**30)
    return Result(job.path, State.DONE)


def tries(path: Path) -> int:
    """How often a workbook was begun."""
    return len((path.parent / f"{path.stem}.{TRIES}").read_text())

"""Files on their way to the disk: made durable together, once all of them are written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

MANY = 50
"""From here on one sync of everything is quicker than one for each file, also with much else to write."""


def settle(files: Sequence[str]) -> None:
    """Wait until the files, and their names, are on the disk, as far as the system lets one say so."""
    if len(files) >= MANY and hasattr(os, "sync"):
        os.sync()
        return
    folders = {Path(file).parent for file in files} if os.name != "nt" else ()
    for each in (*files, *folders):
        with suppress(OSError):  # it stands already; a run that finds it torn writes it anew
            _sync(each)


def _sync(file: str | Path) -> None:
    """Windows flushes only what was opened for writing; a folder can only be read."""
    handle = os.open(file, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""One batch at a time on a folder: two would get into each other's way at every workbook."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eitherway.batch.journal import used
from eitherway.model.problems import CannotAct


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Hold the lock; the system lets go of it however the process ends. Raises CannotAct, LockedWorkbook."""
    with used(lock.parent):
        lock.parent.mkdir(parents=True, exist_ok=True)
        held = lock.open("a")
    with held:
        try:
            _take(held.fileno())
        except (BlockingIOError, PermissionError):
            raise CannotAct(
                f"Another batch is running on {lock.parent.parent}.", "Wait until it has ended, or stop it."
            ) from None
        except OSError:
            pass  # a drive on a network may know no locks; each workbook is guarded by itself as well
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

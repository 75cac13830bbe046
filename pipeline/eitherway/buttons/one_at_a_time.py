"""One click at a time: on macOS Excel does not wait for the first, so that a second one may come too soon."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from eitherway.books.keeping.backups import FOLDER
from eitherway.books.keeping.lock import unwritable
from eitherway.model.problems import CannotAct

STALE_AFTER = timedelta(minutes=10)


@contextmanager
def one_at_a_time(workbook: Path, pid: int, now: datetime, alive: Callable[[int], bool]) -> Iterator[None]:
    """Hold the workbook's lock file, `.eitherway/<name>.click`, with our process and the time of the click.

    A lock whose process is not `alive`, or which is older than ten minutes, is nobody's. Raises CannotAct
    where another click is at work, LockedWorkbook where the folder cannot be written.
    """
    lock = workbook.parent / FOLDER / f"{workbook.name}.click"
    try:
        _take(lock, pid, now, alive)
    except OSError as trouble:
        raise unwritable(workbook, trouble) from trouble
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def is_alive(pid: int) -> bool:
    """Whether a process of this number runs."""
    if sys.platform == "win32":
        synchronize, timed_out = 0x00100000, 0x102
        handle = ctypes.windll.kernel32.OpenProcess(synchronize, False, pid)
        runs = bool(handle) and ctypes.windll.kernel32.WaitForSingleObject(handle, 0) == timed_out
        ctypes.windll.kernel32.CloseHandle(handle)
        return runs
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _take(lock: Path, pid: int, now: datetime, alive: Callable[[int], bool]) -> None:
    lock.parent.mkdir(exist_ok=True)
    if lock.exists() and not _at_work(lock, now, alive):
        lock.unlink(missing_ok=True)
    try:
        with lock.open("x", encoding="utf-8") as file:
            json.dump({"pid": pid, "since": now.isoformat()}, file)
    except FileExistsError:
        raise CannotAct(
            "Either Way is still at work on this workbook.",
            "Wait until it says that it is done, then click again.",
        ) from None


def _at_work(lock: Path, now: datetime, alive: Callable[[int], bool]) -> bool:
    try:
        held = json.loads(lock.read_bytes())
        age = now - datetime.fromisoformat(held["since"])
        return timedelta() <= age < STALE_AFTER and alive(int(held["pid"]))
    except (OSError, ValueError, TypeError, KeyError):
        return False

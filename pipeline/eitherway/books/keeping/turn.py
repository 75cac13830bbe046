"""One run of Either Way at a time on a workbook.

A lock of the operating system on `.eitherway/<name>.lock`: it ends with the process that holds it, however
that ends, so that no lock is ever stale. Whoever holds it also clears what a stopped run left behind.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from eitherway.books.book import real_file
from eitherway.books.keeping import backups, disk
from eitherway.books.keeping.lock import check_free, check_own_folder, unwritable
from eitherway.model.problems import LockedWorkbook

PAUSE, TRIES = 0.1, 100
"""Another run is waited for: ten seconds, far longer than a run takes."""

Mention = Callable[[str], None]
"""Hears, in a sentence, what the user should know although it stops nothing."""


def in_silence(note: str) -> None:
    """Mention it to nobody."""


@contextmanager
def turn(
    path: Path, mention: Mention = in_silence, *, sleep: Callable[[float], None] = time.sleep
) -> Iterator[None]:
    """Work on the workbook while no other run does; hold it from reading to writing.

    Raises UnreadableWorkbook where there is no such file, and LockedWorkbook where it is open elsewhere,
    cannot be written, or another run does not come to its end.
    """
    check_free(path)
    real = real_file(path)
    check_own_folder(real.parent / backups.FOLDER)
    file = real.parent / backups.FOLDER / f"{real.name}.lock"
    try:
        handle = _taken(file, sleep)
    except OSError as trouble:
        raise unwritable(real, trouble) from trouble
    try:
        if _cleared(real):
            mention(
                f"An earlier run on {real.name} was stopped midway. The workbook was not harmed; "
                "what that run had left beside it was cleared away."
            )
        yield
    finally:
        _let_go(file, handle)


def _taken(file: Path, sleep: Callable[[float], None]) -> int:
    for _ in range(TRIES):
        handle = _try(file)
        if handle is not None:
            return handle
        sleep(PAUSE)
    workbook = file.name.removesuffix(".lock")
    raise LockedWorkbook(
        f"Another run of Either Way is at work on {workbook}.",
        "Wait until it is done, or stop it, then try again. Nothing was written.",
    )


def _try(file: Path) -> int | None:
    disk.make_folder(file.parent)
    try:
        handle = disk.open_lock(file)
    except FileNotFoundError:
        return None  # the run before took the empty folder along
    try:
        # The run before may have taken the file away between our opening and our locking it.
        if disk.lock(handle) and disk.is_still(file, handle):
            return handle
    except BaseException:
        _close(handle)
        raise
    _close(handle)
    return None


def _cleared(path: Path) -> bool:
    try:
        return backups.clear_leftovers(path)
    except OSError:
        return False  # what cannot be cleared now is cleared next time


def _let_go(file: Path, handle: int) -> None:
    """Take the file away while it is still locked; Windows lets nobody do so before it is closed."""
    if sys.platform == "win32":
        _close(handle)
    with contextlib.suppress(OSError):
        disk.unlink(file)
    with contextlib.suppress(OSError):  # backups are in it, most of the time
        disk.remove_folder(file.parent)
    if sys.platform != "win32":
        _close(handle)


def _close(handle: int) -> None:
    with contextlib.suppress(OSError):  # the handle is gone all the same
        disk.close(handle)

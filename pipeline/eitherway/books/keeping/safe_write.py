"""Replace a file all at once: killed at any moment, it is the old one or the new one.

The new content goes to a file beside the old one, is forced to disk and read back, and only then takes the
old one's name. Its name on the way is always the same, so that what a killed process leaves is known by it.
"""

from __future__ import annotations

import contextlib
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from eitherway.books.keeping import disk

SHARING_VIOLATIONS = (5, 32, 33)
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION ([MS-ERREF] 2.2): on Windows a virus
scanner, an indexer or a program that syncs holds a file for a moment.
"""
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between one try and the next."""


def temporary(path: Path) -> Path:
    """Where the new content of `path` stands before it takes its place."""
    return path.with_name(f".eitherway-{path.name}.tmp")


def replace(path: Path, content: bytes, *, like: Path | None = None, by_way_of: Path | None = None) -> None:
    """Give the file `path` a new content. Raises OSError; the old file then stands as it was."""
    with beside(path, content, like=like, by_way_of=by_way_of) as new:
        move(new, path)


@contextmanager
def beside(
    path: Path, content: bytes, *, like: Path | None = None, by_way_of: Path | None = None
) -> Iterator[Path]:
    """A file that is ready to take the place of `path`; it goes again where that does not happen.

    It is on disk, was read back, and has the permissions, the owner and the extended attributes of the old
    file (or of the file `like`) where the system can. Its name is `temporary(path)`, or `by_way_of`. Raises
    OSError.
    """
    new = by_way_of or temporary(path)
    try:
        _write(new, content)
        if disk.read(new) != content:
            raise OSError(f"{new.name} does not hold what was written to it")
        _dress(new, like or path)
        yield new
    except BaseException:
        with contextlib.suppress(OSError):  # where the drive is gone, the next run clears it
            disk.unlink(new)
        raise


def move(
    new: Path,
    path: Path,
    *,
    just_before: Callable[[], None] = lambda: None,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Give the file `new` the name `path`, in one step; where Windows has it in use, try again for a moment.

    `just_before` is called before each try; if it raises, nothing is moved. Raises OSError.
    """
    for pause in (*PAUSES, None):
        just_before()
        try:
            disk.replace(new, path)
            break
        except PermissionError as refused:
            if pause is None or getattr(refused, "winerror", None) not in SHARING_VIOLATIONS:
                raise
            sleep(pause)
    with contextlib.suppress(OSError):  # the new content stands and is on disk; only its name may not be yet
        disk.sync_folder(path.parent)


def _write(new: Path, content: bytes) -> None:
    disk.unlink(new)  # what a run that was stopped left there; never followed, should it be a link
    handle = disk.create(new)
    try:
        disk.write(handle, content)
        disk.sync(handle)
    finally:
        disk.close(handle)


def _dress(new: Path, old: Path) -> None:
    worn = disk.stat(old)
    # Only root may give a file to someone else; where we are not, it is then ours.
    with contextlib.suppress(PermissionError):
        disk.chown(new, worn.st_uid, worn.st_gid)
    with contextlib.suppress(OSError):  # they are kept where the system can
        disk.copy_attributes(old, new)
    disk.chmod(new, stat.S_IMODE(worn.st_mode))

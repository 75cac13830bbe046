"""Replace a file all at once: killed at any moment, it is the old one or the new one.

The new content goes to a file beside the old one, is forced to disk and read back, and only then takes the
old one's name (POSIX rename(2), Windows MoveFileEx: one step).
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def replace(
    path: Path, content: bytes, *, like: Path | None = None, just_before: Callable[[], None] = lambda: None
) -> None:
    """Give the file `path` a new content, keeping its permissions and owner (or those of the file `like`)
    where the system can.

    `just_before` is called when all is ready; if it raises, nothing is replaced. Raises OSError; the old file
    then stands as it was, and nothing is left beside it.
    """
    handle, name = tempfile.mkstemp(prefix=".eitherway-", suffix=".tmp", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _check(new, content)
        _dress(new, like or path)
        just_before()
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    with contextlib.suppress(OSError):  # the new content stands and is on disk; only its name may not be yet
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Force the folder's list of names to disk, where the system lets one open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check(new: Path, content: bytes) -> None:
    if new.read_bytes() != content:
        raise OSError(f"{new.name} does not hold what was written to it")


def _dress(new: Path, old: Path) -> None:
    shutil.copymode(old, new)
    if hasattr(os, "chown"):
        owner = old.stat()
        # Only root may give a file to someone else; where we are not, it is then ours.
        with contextlib.suppress(PermissionError):
            os.chown(new, owner.st_uid, owner.st_gid)

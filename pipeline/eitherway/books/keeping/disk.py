"""The system calls of a write, one function each: what can fail on a disk fails here.

So a test can make any of them fail, or end the process at any of them (tests/books/faults). Other modules
call them as `disk.replace(...)`, never by a name of their own. All of them raise OSError.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

_NO_LOCKS_HERE = (errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP)


def read(path: Path) -> bytes:
    """The file's whole content."""
    return path.read_bytes()


def stat(path: Path) -> os.stat_result:
    """What the system knows of the file that the name leads to."""
    return path.stat()


def names(folder: Path) -> Sequence[str]:
    """The names in a folder, sorted; none where there is no such folder."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names alone, no path object for each
    except FileNotFoundError:
        return []


def create(path: Path) -> int:
    """A handle to write a new file with; nobody else may read it yet."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def write(handle: int, content: bytes) -> None:
    """Write all of it: the system may take it in several bites."""
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]


def sync(handle: int) -> None:
    """Force what was written to the disk itself; macOS does so only when asked by a name of its own."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - Windows has no such module

        with contextlib.suppress(OSError):  # network drives do not know it
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def close(handle: int) -> None:
    """Close the handle; some network drives only now say that a write failed."""
    os.close(handle)


def replace(new: Path, path: Path) -> None:
    """Give `new` the name `path`, in one step (POSIX rename(2), Windows MoveFileEx)."""
    new.replace(path)


def link(old: Path, new: Path) -> None:
    """Give the file `old` the second name `new`."""
    os.link(old, new)


def unlink(path: Path) -> None:
    """Take the name away; a name that is not there is no trouble."""
    path.unlink(missing_ok=True)


def chmod(path: Path, mode: int) -> None:
    """Set who may do what."""
    path.chmod(mode)


def chown(path: Path, user: int, group: int) -> None:
    """Give the file to its owner; Windows has none in this sense."""
    if sys.platform != "win32":
        os.chown(path, user, group)


def copy_attributes(old: Path, new: Path) -> None:
    """Extended attributes: tags, labels, access lists; each that the system lets us set."""
    if sys.platform == "darwin":
        import ctypes  # noqa: PLC0415 - only macOS copies them by a call of its C library

        acl_and_xattr = 1 << 0 | 1 << 2  # copyfile(3): COPYFILE_ACL, COPYFILE_XATTR
        ctypes.CDLL(None).copyfile(os.fsencode(old), os.fsencode(new), None, acl_and_xattr)
    elif sys.platform == "linux":
        for name in os.listxattr(old):
            with contextlib.suppress(OSError):  # a label of the system's own, or one that the drive lacks
                os.setxattr(new, name, os.getxattr(old, name))


def make_folder(path: Path) -> None:
    """Make the folder if it is not there yet."""
    path.mkdir(exist_ok=True)


def remove_folder(path: Path) -> None:
    """Remove the folder, which must be empty."""
    path.rmdir()


def sync_folder(folder: Path) -> None:
    """Force the folder's list of names to disk; Windows lets nobody open a folder for that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def open_lock(path: Path) -> int:
    """A handle of the lock file, which is made if it is not there; its content does not matter."""
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)


def lock(handle: int) -> bool:
    """Lock the file until its handle is closed or its process ends, however it ends; False if another has it.

    A drive that knows no locks lets everyone pass.
    """
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only Windows has it

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - Windows has no such module

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as trouble:
        if trouble.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return False
        if trouble.errno not in _NO_LOCKS_HERE:
            raise
    return True


def is_still(path: Path, handle: int) -> bool:
    """Whether the name still leads to the file of the handle."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False

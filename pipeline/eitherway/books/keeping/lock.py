"""Whether a workbook can be written now: not open in Excel or LibreOffice, not read-only.

While Excel has a workbook open, the file `~$name` beside it holds the user's name: its length, 54 bytes of
ANSI, then its length again and UTF-16 text. LibreOffice keeps `.~lock.name#`, one line of fields with commas
between: full name, login, host, time (LibreOffice, svl/source/misc/lockfilecommon.cxx).
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from eitherway.books.book import real_file
from eitherway.books.keeping import disk, unreadable
from eitherway.model.problems import LockedWorkbook

LONGEST_NAME = 180
"""Signs of a workbook's name that leave room for its backups', of 255 bytes that most systems allow."""


def check_own_folder(folder: Path) -> None:
    """Raise LockedWorkbook where `.eitherway` is no folder of its own, and its content would be elsewhere."""
    is_link = folder.is_symlink() or (hasattr(os.path, "isjunction") and os.path.isjunction(folder))
    if is_link or (os.path.lexists(folder) and not folder.is_dir()):
        what = "a link to another place" if is_link else "a file"
        raise LockedWorkbook(
            f"{folder} is {what}, and Either Way keeps its backups in a folder of that name.",
            "Move it away or give it another name, and try again. Nothing was written.",
        )


def check_free(path: Path) -> None:
    """Raise LockedWorkbook if `path` (as typed, or the file that it leads to) is open or cannot be written,
    UnreadableWorkbook if it is not there.
    """
    real = real_file(path)
    try:
        if not real.is_file():
            raise unreadable.folder(path) if real.is_dir() else unreadable.missing(path)
        _check_may_read(path)
        check_not_open(path)
        _check_may_write(real)
    except OSError as trouble:
        raise unwritable(real, trouble) from trouble


def check_not_open(path: Path) -> None:
    """Raise LockedWorkbook if Excel or LibreOffice has the file open, by this name or by that of its file."""
    for each in dict.fromkeys([path, real_file(path)]):
        _check_excel(each)
        _check_libreoffice(each)


def unwritable(path: Path, trouble: OSError) -> LockedWorkbook:
    """What to say when writing failed although nothing spoke against it before."""
    if trouble.errno in (errno.ENOSPC, errno.EDQUOT):
        return LockedWorkbook(
            f"The disk is full: there is no room to write {path.name}.",
            "Free some space and try again. The workbook is as it was.",
        )
    if trouble.errno == errno.ENAMETOOLONG:
        return LockedWorkbook(
            f"The name {path.name} is too long: a new version needs room for a few more signs beside it.",
            f"Give the workbook a name of at most {LONGEST_NAME} signs, and try again. Nothing was written.",
        )
    reason = (trouble.strerror or str(trouble)).lower()
    return LockedWorkbook(
        f"{path.name} could not be written ({reason}).",
        "Close it in every other program, check that its drive is connected, and try again. "
        "The workbook is as it was.",
    )


def _check_excel(path: Path) -> None:
    lock = path.with_name(f"~${path.name}")
    if lock.exists():
        raise _open_in("Excel", path, lock, _excel_user(_content(lock)))


def _check_libreoffice(path: Path) -> None:
    lock = path.with_name(f".~lock.{path.name}#")
    if lock.exists():
        raise _open_in("LibreOffice", path, lock, _libreoffice_user(_content(lock)))


def _open_in(program: str, path: Path, lock: Path, user: str) -> LockedWorkbook:
    by = f" ({user} has it open)" if user else ""
    return LockedWorkbook(
        f"{path.name} is open in {program}{by}.",
        f"Save and close it there, then try again. If nobody has it open, delete the file {lock.name} that "
        "was left beside it.",
    )


def _content(lock: Path) -> bytes:
    try:
        return disk.read(lock)
    except OSError:
        # Excel keeps its file locked on Windows; that it is there says enough.
        return b""


def _excel_user(lock: bytes) -> str:
    wide = lock[57 : 57 + 2 * int.from_bytes(lock[55:57], "little")].decode("utf-16-le", "ignore")
    narrow = lock[1 : 1 + lock[0]].decode("cp1252", "ignore") if lock else ""
    return (wide if len(lock) >= 165 else narrow).strip(" \0")


def _libreoffice_user(lock: bytes) -> str:
    full_name, login, *_ = [*lock.decode("utf-8", "ignore").split(","), "", ""]
    return (full_name or login).replace("\\", "").strip()


def _check_may_read(path: Path) -> None:
    if not _may(path, os.R_OK):
        raise unreadable.closed_to_us(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def _check_may_write(path: Path) -> None:
    writable = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    if not disk.stat(path).st_mode & writable or not _may(path, os.W_OK):
        raise LockedWorkbook(
            f"{path.name} is read-only.",
            "Allow writing to it in the file's properties, or work on a copy, then try again.",
        )
    if not _may(path.parent, os.W_OK):
        raise LockedWorkbook(
            f"The folder of {path.name} cannot be written to.",
            "Move the workbook to a folder of your own, or ask whoever looks after this one, then try again.",
        )


def _may(path: Path, what: int) -> bool:
    return os.access(path, what, effective_ids=os.access in os.supports_effective_ids)

"""Why a file is no workbook that can be read, and what to do: told by its content, never by its name."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from pathlib import Path

from eitherway.books.book import real_file
from eitherway.books.keeping import backups
from eitherway.books.package import limits
from eitherway.books.package.archive import DamagedPackage, OverLimit, Package
from eitherway.books.package.parts import CONTENT_TYPES, content_type, relationships
from eitherway.model.problems import UnreadableWorkbook

# [MS-CFB] 2.2: the signature of a compound file. Its streams' names stand in it as UTF-16.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORKBOOKS = tuple(name.encode("utf-16-le") for name in ("Workbook\0", "Book\0"))

_OLD_WORKBOOK = "a workbook of Excel 97-2003 (.xls)"
_MAIN_TYPES = (
    ("sheet.binary", "a binary workbook (.xlsb)"),
    ("wordprocessingml", "a Word document"),
    ("presentationml", "a PowerPoint presentation"),
)
_SAVE_AS_XLSX = "Open it in Excel, save it as an Excel Workbook (.xlsx), and use that file."
_CHOOSE_ANOTHER = "Choose your Either Way workbook, or make one with `eitherway new`."
_REPAIR = "Open it in Excel, let Excel repair it, and save it."
_MAKE_SMALLER = (
    "If it is your own, delete in Excel what it no longer needs, and save it. "
    "If somebody sent it to you, do not trust it."
)

# [MS-XLS] and its forerunners: the record BOF, which begins a workbook that no compound file wraps.
_BARE_OLD_WORKBOOK = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00")
_TEXT = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xff]+")


class DamagedWorkbook(UnreadableWorkbook):
    """The file's bytes are no document of any kind that we know, or a broken one: `undo` may replace it."""


def missing(path: Path) -> UnreadableWorkbook:
    """There is no such file."""
    return UnreadableWorkbook(
        f"There is no file {path}.", "Check the name, or make a workbook with `eitherway new`."
    )


def folder(path: Path) -> UnreadableWorkbook:
    """The path leads to a folder."""
    return UnreadableWorkbook(f"{path} is a folder, not a workbook.", "Give the workbook's own name as well.")


def closed_to_us(path: Path, trouble: OSError) -> UnreadableWorkbook:
    """The system does not let us read the file."""
    reason = trouble.strerror or type(trouble).__name__
    return UnreadableWorkbook(
        f"{path} cannot be read ({reason.lower()}).",
        "Check that you may open the file and that its drive is connected, then try again.",
    )


def damaged(path: Path, why: str) -> DamagedWorkbook:
    """The file is a workbook, but a part of it is broken; `why` is a clause such as "its end is missing"."""
    fix = f"{_REPAIR} If it cannot, bring back an earlier version {_from_where(path)}."
    return DamagedWorkbook(f"{path.name} is damaged: {why}.", fix)


def refused(path: Path, trouble: DamagedPackage) -> UnreadableWorkbook:
    """The file is a workbook that is broken, or one that asks for more than a workbook needs."""
    return over_limit(path, str(trouble)) if isinstance(trouble, OverLimit) else damaged(path, str(trouble))


def over_limit(path: Path, why: str) -> UnreadableWorkbook:
    """The file would take too much of the computer; `why` is a clause."""
    return UnreadableWorkbook(f"{path.name} was not opened: {why}.", _MAKE_SMALLER)


def at_first_sight(path: Path, found: os.stat_result) -> UnreadableWorkbook | None:
    """Why the file is not to be read at all: it is no file but a device or a pipe, or it is too large."""
    if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
        return UnreadableWorkbook(f"{path} is a device or a pipe, not a file.", _CHOOSE_ANOTHER)
    why = limits.trouble_with_file(found.st_size)
    return over_limit(path, why) if why else None


def diagnosis(path: Path, data: bytes) -> UnreadableWorkbook | None:
    """What the file is instead of an .xlsx or .xlsm workbook; None where it may well be one."""
    if not data:
        return DamagedWorkbook(f"{path.name} is empty: it holds no bytes at all.", _bring_back(path))
    if not data.strip(b"\0"):  # what a power cut may leave
        return DamagedWorkbook(f"{path.name} is damaged: it holds nothing but zeros.", _bring_back(path))
    if data.startswith(_COMPOUND):
        return _compound(path, data)
    if data.startswith(b"PK"):
        return _zip(path, data)
    return _neither(path, data[:4096].lstrip(b"\xef\xbb\xbf"))


def _bring_back(path: Path) -> str:
    return f"Bring back an earlier version {_from_where(path)}."


def _from_where(path: Path) -> str:
    """`undo` has a version only of a workbook that Either Way has written."""
    with contextlib.suppress(OSError):
        if backups.journal(real_file(path)):
            return "with `eitherway undo`, or from your own backup"
    return "from your own backup"


def _compound(path: Path, data: bytes) -> UnreadableWorkbook:
    if _ENCRYPTED in data:
        return UnreadableWorkbook(
            f"{path.name} is encrypted: it opens only with a password.",
            "Open it in Excel, clear its password (File, Info, Protect Workbook), save it, and try again.",
        )
    if any(name in data for name in _OLD_WORKBOOKS):
        return _other_format(path, _OLD_WORKBOOK, _SAVE_AS_XLSX)
    return _other_format(path, "an old Office file without a workbook in it", _CHOOSE_ANOTHER)


def _zip(path: Path, data: bytes) -> UnreadableWorkbook | None:
    try:
        package = Package(data)
        if package.find("mimetype") and b"opendocument" in package.read("mimetype"):
            return _other_format(path, "an OpenDocument file (.ods)", _SAVE_AS_XLSX)
        if package.find(CONTENT_TYPES) is None:
            if any(member.name.startswith("xl/") for member in package.members):
                return damaged(path, f"its list of what its parts are, {CONTENT_TYPES}, is missing")
            return _other_format(path, "a zip file without a workbook in it", _CHOOSE_ANOTHER)
        mains = [link.part for link in relationships(package, "") if link.kind == "officeDocument"]
        kind = content_type(package, mains[0]) if mains else ""
    except DamagedPackage as trouble:
        return refused(path, trouble)
    # What else is in it, a CV say, has a type of its own.
    for mark, name in _MAIN_TYPES:
        if f"{mark}." in kind:
            return _other_format(path, name, _SAVE_AS_XLSX if mark == "sheet.binary" else _CHOOSE_ANOTHER)
    return None


def _neither(path: Path, start: bytes) -> UnreadableWorkbook:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", "ignore").encode()
    lowered = start.lower()
    if _BARE_OLD_WORKBOOK.match(start):
        return _other_format(path, _OLD_WORKBOOK, _SAVE_AS_XLSX)
    if start.startswith(b"%PDF"):
        return _other_format(path, "a PDF", _CHOOSE_ANOTHER)
    if b"<html" in lowered or b"<table" in lowered:
        return _other_format(path, "a web page", _SAVE_AS_XLSX)
    if lowered.startswith(b"<?xml"):
        return _other_format(path, "an XML file", _SAVE_AS_XLSX)
    if _TEXT.fullmatch(start) and re.search(rb"[,;\t]", start):
        return _other_format(path, "a text file with separators (.csv)", _SAVE_AS_XLSX)
    return DamagedWorkbook(f"{path.name} is not an Excel workbook.", _CHOOSE_ANOTHER)


def _other_format(path: Path, what: str, fix: str) -> UnreadableWorkbook:
    return UnreadableWorkbook(f"{path.name} is {what}, not an Excel workbook (.xlsx or .xlsm).", fix)

"""The last versions of a workbook, kept in `.eitherway` beside it.

Every write first notes in a journal what it replaces and what with (by SHA-256), then keeps the old version.
A version is a second name (a hard link) of the old file: no byte is copied, and it is safe because the
workbook is only ever replaced, so that from then on the two names are of two files. One that a stopped run
left as a name of the workbook itself is no version, and is cleared. Where a drive has no hard links it is a
copy. What else changes a version is noticed by its digest.

All paths are those of real files, never of symbolic links; all functions raise OSError.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from eitherway.books.keeping import disk, safe_write

FOLDER = ".eitherway"
KEPT = 10
DAYS = timedelta(days=30)
"""Of each day within this time, the newest version is kept besides."""


class Version(NamedTuple):
    """One write of ours: when, the version that it replaced, both digests, and what was done.

    `backup` is the old version's path, relative to the workbook's folder.
    """

    when: str
    backup: str
    before: str
    after: str
    what: str


class Kept(NamedTuple):
    """The file of a version: its number, which grows whenever the clock does not, its moment
    (`2026-11-16 093000`), and whether `undo` set it aside.
    """

    number: int
    moment: str
    is_set_aside: bool
    file: Path

    @property
    def when(self) -> str:
        """The moment, as the journal has it."""
        day, _, time = self.moment.partition(" ")
        return f"{day} {time[:2]}:{time[2:4]}:{time[4:]}"


def digest(content: bytes) -> str:
    """The SHA-256 of a file's content."""
    return sha256(content).hexdigest()


def planned(path: Path, old: bytes, new: bytes, now: datetime, what: str) -> Version:
    """What `keep` is to keep: the file `path`, which holds `old`, before it is replaced by `new`."""
    backup = _free_name(path, now).relative_to(path.parent).as_posix()
    return Version(now.isoformat(" ", "seconds"), backup, digest(old), digest(new), what)


def keep(path: Path, version: Version, old: bytes) -> None:
    """Note the version and keep the file `path`, which holds `old`, as such."""
    # The note goes first: a version that nobody knows of would stay for ever.
    _write_journal(path, [*journal(path), version])
    _keep_as(path, backup_file(path, version), old)


def forget(path: Path, version: Version) -> None:
    """Drop the note and the backup of a write that was called off."""
    versions = journal(path)
    if version in versions:
        _drop(path, [version], versions)


def clear_leftovers(path: Path) -> bool:
    """Remove what a run that was stopped left behind, as far as the system lets us; whether there was any."""
    folder = path.parent / FOLDER
    written = (path, _journal_file(path), _undone_file(path))
    half_written = [*map(safe_write.temporary, written), _copying(path)]
    found = _remove(file for file in half_written if os.path.lexists(file))
    found |= _remove(folder / name for name in disk.names(folder) if _is_the_workbook(folder / name, path))
    with contextlib.suppress(OSError):
        found |= forget_unfinished(path)
    return found


def forget_unfinished(path: Path) -> bool:
    """Drop the notes and backups of writes that never came to their end; whether there were any."""
    versions = journal(path)
    unfinished = versions[len(finished(path, digest(disk.read(path)))) :] if versions else []
    if unfinished:
        _drop(path, unfinished, versions)
    return bool(unfinished)


def prune(path: Path, now: datetime) -> None:
    """Let go of what is neither of the last ten nor the newest of one of the last 30 days.

    Called after a good write only.
    """
    versions = journal(path)
    newest = {version.when[:10]: version for version in versions}
    first = (now - DAYS).isoformat()
    kept = [*versions[-KEPT:], *(version for day, version in newest.items() if day > first)]
    gone = [version for version in versions if version not in kept]
    if gone:
        _drop(path, gone, versions)


def finished(path: Path, current: str) -> Sequence[Version]:
    """The writes into the file, the last one last, without those at the end that were never finished or are
    already taken back: what they replaced is what the file holds now, by its digest `current`.
    """
    versions = journal(path)
    while versions and versions[-1].before == current != versions[-1].after:
        versions.pop()
    return versions


def backup_file(path: Path, version: Version) -> Path:
    """Where the version is kept."""
    # Only the file's name counts: a journal that came with someone else's folder must not reach beyond it.
    return path.parent / FOLDER / Path(version.backup).name


def set_aside(path: Path, content: bytes, now: datetime) -> Path:
    """Keep the file under the name of `now`, as one that is taken back; the last ten of those are kept."""
    file = _free_name(path, now, " undone")
    _keep_as(path, file, content)
    _remove([kept.file for kept in all_kept(path) if kept.is_set_aside][:-KEPT])
    return file


def all_kept(path: Path) -> Sequence[Kept]:
    """Every version of this workbook that is there, known to the journal or not; the oldest first."""
    stem, suffix = re.escape(path.stem), re.escape(path.suffix)
    pattern = re.compile(rf"{stem} (\d{{4}}-\d\d-\d\d \d{{6}})( undone)?(?:_(\d\d+))?{suffix}")
    folder = path.parent / FOLDER
    found = [match for name in disk.names(folder) if (match := pattern.fullmatch(name))]
    return sorted(Kept(int(each[3] or 1), each[1], bool(each[2]), folder / each[0]) for each in found)


def note_taken_back(path: Path, earlier: Sequence[Version]) -> None:
    """Note that only the `earlier` versions are left."""
    _write_journal(path, earlier)


def journal(path: Path) -> list[Version]:
    """The writes that are noted, the last one last."""
    return _noted(_journal_file(path))


def undone(path: Path) -> list[Version]:
    """The writes that undo took back, the last one last; their `backup` is what was set aside."""
    return _noted(_undone_file(path))


def note_undone(path: Path, versions: Sequence[Version]) -> None:
    """Note that these writes are taken back and may be done again."""
    _write(_undone_file(path), path, versions[-KEPT:])


def _noted(file: Path) -> list[Version]:
    try:
        return [_version(entry) for entry in json.loads(disk.read(file))]
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        # A journal that was damaged from outside must not stop the work; its backups stay where they are.
        return []


def _version(entry: dict[str, object]) -> Version:
    return Version(**{name: str(entry[name]) for name in Version._fields})


def _write_journal(path: Path, versions: Iterable[Version]) -> None:
    _write(_journal_file(path), path, versions)


def _write(file: Path, path: Path, versions: Iterable[Version]) -> None:
    entries = [version._asdict() for version in versions]
    if not entries:
        with contextlib.suppress(FileNotFoundError):
            disk.unlink(file)
        return
    # What is no text in a file's name is escaped as JSON has it.
    text = (json.dumps(entries, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")
    disk.make_folder(path.parent / FOLDER)
    safe_write.replace(file, text, like=path)


def _journal_file(path: Path) -> Path:
    return path.parent / FOLDER / f"{path.name}.json"


def _undone_file(path: Path) -> Path:
    return path.parent / FOLDER / f"{path.name}.undone.json"


def _copying(path: Path) -> Path:
    return path.parent / FOLDER / f".eitherway-{path.name}.copy.tmp"


def _free_name(path: Path, now: datetime, mark: str = "") -> Path:
    """A name that stands behind all that are kept: where its moment does not, its number does."""
    moment, kept = f"{now:%Y-%m-%d %H%M%S}", all_kept(path)
    number, last = (kept[-1].number, kept[-1].moment) if kept else (1, "")
    number += moment <= last
    numbered = f"_{number:02}" if number > 1 else ""
    return path.parent / FOLDER / f"{path.stem} {moment}{mark}{numbered}{path.suffix}"


def _keep_as(path: Path, new: Path, content: bytes) -> None:
    disk.make_folder(new.parent)
    try:
        disk.link(path, new)
    except OSError:
        # Not every file system has hard links.
        safe_write.replace(new, content, like=path, by_way_of=_copying(path))
    else:
        with contextlib.suppress(OSError):  # some network drives refuse; the version is there all the same
            disk.sync_folder(new.parent)


def _drop(path: Path, gone: Sequence[Version], versions: Sequence[Version]) -> None:
    """Files first: after a kill between the two, or where one cannot be removed, the journal knows of it."""
    _remove(backup_file(path, version) for version in gone)
    left = [each for each in versions if each not in gone or os.path.lexists(backup_file(path, each))]
    if left != versions:
        _write_journal(path, left)


def _remove(files: Iterable[Path]) -> bool:
    """Whether there was any to remove."""
    removed = False
    for file in files:
        # One that a program holds open, as Windows lets it, just stays: no work stops for that.
        with contextlib.suppress(OSError):
            disk.unlink(file)
            removed = True
    return removed


def _is_the_workbook(file: Path, path: Path) -> bool:
    try:
        return os.path.samestat(disk.stat(file), disk.stat(path))
    except OSError:
        return False

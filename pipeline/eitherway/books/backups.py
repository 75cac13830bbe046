"""The last versions of a workbook, kept in `.eitherway` beside it.

Every write first keeps the old version and notes in a journal what it replaced it with (by SHA-256). All
paths are those of real files, never of symbolic links; all functions raise OSError.
"""

from __future__ import annotations

import contextlib
import glob
import json
import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path

from eitherway.books import safe_write

FOLDER = ".eitherway"
KEPT = 10


@dataclass(frozen=True, slots=True)
class Version:
    """One write of ours: when, the version that it replaced, both digests, and what was done.

    `backup` is the old version's path, relative to the workbook's folder.
    """

    when: str
    backup: str
    before: str
    after: str
    what: str


def digest(content: bytes) -> str:
    """The SHA-256 of a file's content."""
    return sha256(content).hexdigest()


def keep(path: Path, old: bytes, new: bytes, now: datetime, what: str) -> Version:
    """Keep the file `path`, which holds `old`, just before it is replaced by `new`."""
    forget_unfinished(path)
    backup = _free_name(path, now)
    _link(path, backup)
    when = now.isoformat(" ", "seconds")
    name = backup.relative_to(path.parent).as_posix()
    version = Version(when, name, digest(old), digest(new), what)
    try:
        _write_journal(path, [*_journal(path), version])
    except BaseException:
        backup.unlink(missing_ok=True)
        raise
    return version


def forget(path: Path, version: Version) -> None:
    """Drop the note and the backup of a write that was called off."""
    _write_journal(path, [each for each in _journal(path) if each != version])
    _remove([backup_file(path, version)])


def forget_unfinished(path: Path) -> None:
    """Drop the notes and backups of writes that never came to their end: the file still holds the same."""
    versions = _journal(path)
    unfinished = versions[len(finished(path, digest(path.read_bytes()))) :]
    if unfinished:
        _write_journal(path, versions[: -len(unfinished)])
        _remove(backup_file(path, version) for version in unfinished)


def prune(path: Path) -> None:
    """Let go of all but the last ten versions; called after a good write only."""
    versions = _journal(path)
    if len(versions) > KEPT:
        _write_journal(path, versions[-KEPT:])
        _remove(backup_file(path, version) for version in versions[:-KEPT])


def finished(path: Path, current: str) -> Sequence[Version]:
    """The writes into the file, the last one last, without those at the end that were never finished or are
    already taken back: what they replaced is what the file holds now, by its digest `current`.
    """
    versions = _journal(path)
    while versions and versions[-1].before == current != versions[-1].after:
        versions.pop()
    return versions


def backup_file(path: Path, version: Version) -> Path:
    """Where the version is kept."""
    # Only the file's name counts: a journal that came with someone else's folder must not reach beyond it.
    return path.parent / FOLDER / Path(version.backup).name


def set_aside(path: Path, now: datetime) -> None:
    """Keep the file under the name of `now`, as one that is taken back; the last ten of those are kept."""
    _link(path, _free_name(path, now, " undone"))
    pattern = f"{glob.escape(path.stem)} * undone*{glob.escape(path.suffix)}"
    _remove(sorted((path.parent / FOLDER).glob(pattern))[:-KEPT])


def note_taken_back(path: Path, earlier: Sequence[Version]) -> None:
    """Note that only the `earlier` versions are left."""
    _write_journal(path, earlier)


def _journal(path: Path) -> list[Version]:
    try:
        return [Version(**entry) for entry in json.loads(_journal_file(path).read_bytes())]
    except (FileNotFoundError, ValueError, TypeError):
        # A journal that was damaged from outside must not stop the work; its backups stay where they are.
        return []


def _write_journal(path: Path, versions: Iterable[Version]) -> None:
    entries = [asdict(version) for version in versions]
    text = json.dumps(entries, indent=1, ensure_ascii=False) + "\n"
    safe_write.replace(_journal_file(path), text.encode(), like=path)


def _journal_file(path: Path) -> Path:
    return path.parent / FOLDER / f"{path.name}.json"


def _free_name(path: Path, now: datetime, mark: str = "") -> Path:
    folder = path.parent / FOLDER
    folder.mkdir(exist_ok=True)
    stem = f"{path.stem} {now:%Y-%m-%d %H%M%S}{mark}"
    names = (folder / f"{stem}{f'_{number:02}' * (number > 1)}{path.suffix}" for number in count(1))
    return next(name for name in names if not name.exists())


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:
        # Not every file system has hard links.
        shutil.copy2(old, new)


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        # One that a program holds open, as Windows lets it, just stays: no work stops for that.
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)

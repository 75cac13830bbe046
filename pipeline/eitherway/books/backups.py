"""The last versions of a workbook, kept in `.eitherway` beside it, and brought back one by one.

Every write first keeps the old version and notes in a journal what it replaced it with (by SHA-256). A
version is brought back only while the workbook is still what we wrote: changes made since are never lost.
"""

from __future__ import annotations

import glob
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path

from eitherway.books import safe_write
from eitherway.books.lock import check_free, unwritable
from eitherway.books.unreadable import missing
from eitherway.problems import CannotAct

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


def last_write(path: Path) -> Version:
    """The write that `undo` would take back. Raises UnreadableWorkbook, CannotAct, LockedWorkbook."""
    return _last_write(path)[0]


def undo(path: Path, now: datetime) -> Version:
    """Bring back the version before the last write of ours, and say which that was.

    What is taken back is set aside in `.eitherway` under the name of `now`. Raises CannotAct where there is
    nothing to undo or the workbook was changed since, LockedWorkbook where it cannot be written.
    """
    version, earlier = _last_write(path)
    real = path.resolve()
    try:
        _link(real, _free_name(real, now, " undone"))
        _backup(real, version).replace(real)
        safe_write.sync_folder(real.parent)
        _write_journal(real, earlier)
        _prune_undone(real)
    except OSError as trouble:
        raise unwritable(real, trouble) from trouble
    return version


def keep(path: Path, before: str, after: str, now: datetime, what: str) -> None:
    """Keep the file `path` as it is, just before it is replaced; `before` and `after` are digests."""
    forget_unfinished(path, before)
    backup = _free_name(path, now)
    _link(path, backup)
    when = now.isoformat(" ", "seconds")
    version = Version(when, backup.relative_to(path.parent).as_posix(), before, after, what)
    try:
        _write_journal(path, [*_journal(path), version])
    except BaseException:
        backup.unlink(missing_ok=True)
        raise


def forget_unfinished(path: Path, current: str) -> None:
    """Drop the notes and backups of writes that never came to their end: the file is still the old one."""
    versions = _journal(path)
    finished = _finished(versions, current)
    if len(finished) < len(versions):
        _write_journal(path, finished)
        _remove(_backup(path, version) for version in versions[len(finished) :])


def prune(path: Path) -> None:
    """Let go of all but the last ten versions; called after a good write only."""
    versions = _journal(path)
    if len(versions) > KEPT:
        _write_journal(path, versions[-KEPT:])
        _remove(_backup(path, version) for version in versions[:-KEPT])


def _last_write(path: Path) -> tuple[Version, list[Version]]:
    real = path.resolve()
    if not real.is_file():
        raise missing(path)
    check_free(path)
    current = digest(real.read_bytes())
    versions = _finished(_journal(real), current)
    if not versions:
        raise CannotAct(
            f"There is nothing to undo in {path.name}: no version from before a write of Either Way is kept.",
            "Nothing was changed.",
        )
    last = versions[-1]
    if last.after != current:
        raise CannotAct(
            f"{path.name} was changed since Either Way wrote it ({last.when}); undo would lose that.",
            f"The version from before is {last.backup}, beside the workbook. Nothing was changed.",
        )
    if not _backup(real, last).is_file():
        raise CannotAct(
            f"The version of {path.name} from before {last.when} is no longer in {last.backup}.",
            "Bring it back from a backup of your own. Nothing was changed.",
        )
    return last, versions[:-1]


def _finished(versions: list[Version], current: str) -> list[Version]:
    """The versions without those at the end whose write was never finished, or is already taken back."""
    finished = [*versions]
    while finished and finished[-1].before == current != finished[-1].after:
        finished.pop()
    return finished


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


def _backup(path: Path, version: Version) -> Path:
    # Only the file's name counts: a journal that came with someone else's folder must not reach beyond it.
    return path.parent / FOLDER / Path(version.backup).name


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


def _prune_undone(path: Path) -> None:
    pattern = f"{glob.escape(path.stem)} * undone*{glob.escape(path.suffix)}"
    _remove(sorted((path.parent / FOLDER).glob(pattern))[:-KEPT])


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)

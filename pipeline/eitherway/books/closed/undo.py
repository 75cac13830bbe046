"""Undo: the version from before our last write takes the workbook's place again.

That happens only while the workbook is still what we wrote, so that changes made since are never lost; or
when it is damaged, so that nobody could have changed it. Either way it is set aside first.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from eitherway.books.book import real_file
from eitherway.books.closed.book import ClosedBook, all_or_nothing, check_still, content
from eitherway.books.keeping import backups, disk, safe_write
from eitherway.books.keeping.backups import Version, digest
from eitherway.books.keeping.lock import check_free, check_own_folder, unwritable
from eitherway.books.keeping.turn import Mention, in_silence, turn
from eitherway.books.keeping.unreadable import DamagedWorkbook, closed_to_us
from eitherway.model.problems import CannotAct, UnreadableWorkbook


class Undone(NamedTuple):
    """A write that is taken back, and the one that undo takes back next; None where there is none."""

    write: Version
    next: Version | None


def last_write(path: Path) -> Undone:
    """What `undo` would take back. Raises UnreadableWorkbook, CannotAct, LockedWorkbook."""
    return _planned(path).undone


def undo(path: Path, now: datetime, mention: Mention = in_silence) -> Undone:
    """Bring back the version before the last write of ours, and say which that was.

    From a damaged workbook it goes back to the newest version that is whole. What is taken back is set aside
    in `.eitherway` under the name of `now`. Raises CannotAct where there is nothing to undo, the workbook was
    changed since or the kept version was, ChangedWorkbook and LockedWorkbook where it cannot be written now.
    """
    with turn(path, mention):
        step = _planned(path)
        real = real_file(path)
        with all_or_nothing(real, step.version.before, lambda: backups.clear_leftovers(real)):
            aside = backups.set_aside(real, step.current, now)
            backup = backups.backup_file(real, step.version)
            safe_write.move(backup, real, just_before=lambda: check_still(path, step.current))
        # The old version stands, whatever becomes of the rest: a note that stays is seen to be taken back.
        with contextlib.suppress(OSError):
            backups.note_taken_back(real, step.earlier)
            backups.note_undone(real, [*backups.undone(real), _taken_back(step, real, aside)])
    return step.undone


def _taken_back(step: _Step, path: Path, aside: Path) -> Version:
    """The write as one that can be done again: what it left the workbook as is what was set aside."""
    return step.version._replace(backup=aside.relative_to(path.parent).as_posix(), after=digest(step.current))


class _Step(NamedTuple):
    """The version to bring back, those before it, and what the workbook holds now."""

    version: Version
    earlier: Sequence[Version]
    current: bytes

    @property
    def undone(self) -> Undone:
        return Undone(self.version, self.earlier[-1] if self.earlier else None)


def _planned(path: Path) -> _Step:
    check_free(path)
    check_own_folder(real_file(path).parent / backups.FOLDER)
    current = content(path)
    try:
        versions = backups.finished(real_file(path), digest(current))
    except OSError as trouble:
        raise unwritable(path, trouble) from trouble
    if not versions:
        raise CannotAct(
            f"There is nothing to undo in {path.name}: no version from before a write of Either Way is kept.",
            "Nothing was changed.",
        )
    last = versions[-1]
    if last.after != digest(current):
        if not _is_damaged(path):
            raise _changed_since(path, last)
        versions = _up_to_newest_whole(path, versions)
    _check_whole(path, versions[-1])
    return _Step(versions[-1], versions[:-1], current)


def _changed_since(path: Path, last: Version) -> CannotAct:
    return CannotAct(
        f"{path.name} was changed since Either Way wrote it ({last.when}); undo would lose that.",
        f"The version from before is {last.backup}, beside the workbook. Nothing was changed.",
    )


def _is_damaged(path: Path) -> bool:
    try:
        ClosedBook(path).read()
    except DamagedWorkbook:
        return True
    except UnreadableWorkbook:
        return False  # someone made another document of it, or gave it a password
    return False


def _up_to_newest_whole(path: Path, versions: Sequence[Version]) -> Sequence[Version]:
    """The versions up to the newest that is whole; all of them where none is."""
    ends = range(len(versions), 0, -1)
    newest = next((end for end in ends if _is_whole(path, versions[end - 1])), len(versions))
    return versions[:newest]


def _is_whole(path: Path, version: Version) -> bool:
    try:
        _check_whole(path, version)
    except (CannotAct, UnreadableWorkbook):
        return False
    return True


def _check_whole(path: Path, version: Version) -> None:
    """Raise CannotAct or UnreadableWorkbook if the kept file is no longer what the write replaced."""
    backup = backups.backup_file(real_file(path), version)
    try:
        is_whole = digest(disk.read(backup)) == version.before
    except FileNotFoundError:
        raise CannotAct(
            f"The version of {path.name} from before {version.when} is no longer in {version.backup}.",
            "Bring it back from a backup of your own. Nothing was changed.",
        ) from None
    except OSError as trouble:
        raise closed_to_us(backup, trouble) from trouble
    if not is_whole:
        raise CannotAct(
            f"{version.backup} is no longer {path.name} as it was before {version.when}: "
            "it was changed or damaged since.",
            "Open it in Excel and save it under another name if it is of use, or take a backup of your own. "
            "Nothing was changed.",
        )

"""Every version of a workbook that is kept, and bringing any of them back.

Unlike `undo`, `restore` does so whatever was changed since: what the workbook holds now is kept as a version
first, so that `undo` takes the restoring back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from eitherway.books.book import real_file
from eitherway.books.closed import book
from eitherway.books.keeping import backups, disk, safe_write
from eitherway.books.keeping.backups import Kept, Version
from eitherway.books.keeping.lock import check_own_folder, unwritable
from eitherway.books.keeping.turn import Mention, in_silence, turn
from eitherway.model.problems import CannotAct, EitherWayError

TAKEN_BACK = "taken back by undo"


@dataclass(frozen=True, slots=True)
class Backup:
    """A version: its number (1 is the newest), the moment from before which it is, and what was done then.

    `file` is its path from the workbook's folder, `size` in bytes; `whole` tells whether it is still what was
    kept, or, where the journal does not know of it, whether it can be read.
    """

    number: int
    when: str
    what: str
    file: str
    size: int
    whole: bool


def kept(path: Path) -> Sequence[Backup]:
    """All versions, the newest first; the workbook itself need not be there. Raises CannotAct."""
    real = real_file(path)
    check_own_folder(real.parent / backups.FOLDER)
    try:
        noted = {backups.backup_file(real, version): version for version in backups.journal(real)}
        files = reversed(backups.all_kept(real))
        return [_backup(number, each, noted.get(each.file)) for number, each in enumerate(files, start=1)]
    except OSError as trouble:
        raise _unreadable(path, trouble) from trouble


def chosen(path: Path, which: str) -> Backup:
    """The version of this number or file name. Raises CannotAct where there is none, or it is not whole."""
    found = next((each for each in kept(path) if which in (str(each.number), Path(each.file).name)), None)
    if found is None:
        raise CannotAct(
            f'There is no backup "{which}" of {path.name}.',
            f'`eitherway backups list "{path}"` shows all of them, with their numbers. Nothing was changed.',
        )
    if not found.whole:
        raise CannotAct(
            f"{found.file} was changed or damaged since it was kept.",
            "Choose another backup, or open this one in Excel and see what is left. Nothing was changed.",
        )
    return found


def restore(path: Path, which: str, now: datetime, mention: Mention = in_silence) -> Backup:
    """Bring back a version, and say which it was; `now` names the backup of what the workbook held.

    Raises CannotAct, ChangedWorkbook, LockedWorkbook, UnreadableWorkbook.
    """
    backup = chosen(path, which)
    file = real_file(path).parent / backup.file
    if not path.exists():
        _bring_back_deleted(real_file(path), file)
        return backup
    with turn(path, mention):
        old, wanted = book.content(path), book.content(file)
        if old == wanted:
            raise CannotAct(f"{path.name} is the same as {backup.file} already.", "Nothing was changed.")
        book.exchange(path, old, wanted, now, f"restored to before {backup.when}")
    return backup


def _bring_back_deleted(path: Path, file: Path) -> None:
    try:
        safe_write.replace(path, book.content(file), like=file)
    except OSError as trouble:
        raise unwritable(path, trouble) from trouble


def _backup(number: int, kept: Kept, version: Version | None) -> Backup:
    what = version.what if version else TAKEN_BACK if kept.is_set_aside else ""
    file = f"{backups.FOLDER}/{kept.file.name}"
    return Backup(number, kept.when, what, file, disk.stat(kept.file).st_size, _is_whole(kept.file, version))


def _is_whole(file: Path, version: Version | None) -> bool:
    try:
        if version:
            return backups.digest(disk.read(file)) == version.before
        book.opened(file)
    except (OSError, EitherWayError):
        return False
    return True


def _unreadable(path: Path, trouble: OSError) -> CannotAct:
    reason = (trouble.strerror or str(trouble)).lower()
    return CannotAct(
        f"The backups of {path.name} cannot be read ({reason}).",
        "Check that you may open the folder .eitherway beside the workbook, and that its drive is connected.",
    )

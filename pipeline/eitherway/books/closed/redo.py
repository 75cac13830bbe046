"""Redo: what undo took back takes the workbook's place again, as long as nothing was changed since."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from eitherway.books.book import real_file
from eitherway.books.closed.book import content, exchange
from eitherway.books.keeping import backups, disk
from eitherway.books.keeping.backups import Version, digest
from eitherway.books.keeping.lock import check_free, unwritable
from eitherway.books.keeping.turn import Mention, in_silence, turn
from eitherway.model.problems import CannotAct


def last_undone(path: Path) -> Version:
    """The write that `redo` would do again. Raises CannotAct, LockedWorkbook, UnreadableWorkbook."""
    return _planned(path).version


def redo(path: Path, now: datetime, mention: Mention = in_silence) -> Version:
    """Do the last write again that undo took back, and say which it was; undo takes it back once more.

    Raises CannotAct where there is none, the workbook was changed since or what was set aside is no longer
    there, ChangedWorkbook and LockedWorkbook where it cannot be written now.
    """
    with turn(path, mention):
        step = _planned(path)
        exchange(path, step.current, step.wanted, now, step.version.what)
        with contextlib.suppress(OSError):  # a note that stays leads to nothing that is not there already
            backups.note_undone(real_file(path), step.earlier)
    return step.version


class _Step(NamedTuple):
    version: Version
    earlier: Sequence[Version]
    current: bytes
    wanted: bytes


def _planned(path: Path) -> _Step:
    check_free(path)
    current, real = content(path), real_file(path)
    try:
        undone = backups.undone(real)
        if not undone or undone[-1].before != digest(current):
            changed = " was changed since, and redo would lose that" if undone else ""
            what = f"{path.name}{changed}." if changed else f"There is nothing to redo in {path.name}."
            raise CannotAct(what, "Redo follows an undo at once. Nothing was changed.")
        *earlier, version = undone
        wanted = disk.read(backups.backup_file(real, version))
    except FileNotFoundError:
        raise _gone(path) from None
    except OSError as trouble:
        raise unwritable(path, trouble) from trouble
    if digest(wanted) != version.after:
        raise _gone(path)
    return _Step(version, earlier, current, wanted)


def _gone(path: Path) -> CannotAct:
    return CannotAct(
        f"What undo took back from {path.name} is no longer in {backups.FOLDER} as it was.",
        f'`eitherway backups list "{path}"` shows what is. Nothing was changed.',
    )

"""A closed workbook: read through python-calamine, changed part by part inside its zip."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from eitherway.books import backups, lock, safe_write, unreadable
from eitherway.books.book import real_file
from eitherway.books.package import DamagedPackage
from eitherway.books.raw_tables import raw_tables
from eitherway.books.shown import Shown
from eitherway.books.table_edits import lay_out
from eitherway.books.workbook import Changes, Workbook
from eitherway.problems import ChangedWorkbook
from eitherway.records import CellEdit, Edits
from eitherway.tables import RawTable


class ClosedBook:
    """The workbook in a file that no program has open. Implements `Book`.

    What `apply` writes rests on what the last `read` (or `apply`) saw; if the file is another by then, it is
    refused.
    """

    def __init__(self, path: Path) -> None:
        """Nothing is read yet."""
        self._path = path
        self._workbook: Workbook | None = None

    @property
    def path(self) -> Path:
        """The workbook's file; the one that it leads to where a symbolic link was given."""
        return real_file(self._path)

    def read(self) -> Mapping[str, RawTable]:
        """Every Excel table by name, in the order of the sheets. Raises UnreadableWorkbook."""
        self._workbook = opened(self._path)
        try:
            return {table.name: table for table in raw_tables(self._workbook)}
        except DamagedPackage as trouble:
            raise unreadable.damaged(self._path, str(trouble)) from trouble

    def check_writable(self) -> None:
        """Raise LockedWorkbook if `apply` could not write now."""
        lock.check_free(self._path)

    def preview(self, edits: Edits) -> Sequence[CellEdit]:
        """The cells that `apply` would change. Raises CannotAct, CellsInTheWay."""
        _, changes = self._changed(edits)
        return _shown(self._current(), changes)

    def apply(self, edits: Edits, now: datetime) -> Sequence[CellEdit]:
        """Change the cells, all or none; where nothing would change, the file is not touched at all.

        Raises LockedWorkbook, ChangedWorkbook, CellsInTheWay, CannotAct.
        """
        content, changes = self._changed(edits)
        old = self._current()
        if content != old.data:
            self.check_writable()
            new = _verified(old, content)
            what = f"{sum(map(len, changes.values()))} cells changed"
            replace_version(self._path, old.data, content, now, what)
            self._workbook = new
        return _shown(old, changes)

    def _current(self) -> Workbook:
        if self._workbook is None:
            self._workbook = opened(self._path)
        return self._workbook

    def _changed(self, edits: Edits) -> tuple[bytes, Changes]:
        workbook = self._current()
        try:
            layout = lay_out(edits, workbook)
            return workbook.changed(layout.values, layout.bottoms)
        except DamagedPackage as trouble:
            raise unreadable.damaged(self._path, str(trouble)) from trouble


def opened(path: Path) -> Workbook:
    """The workbook in a file. Raises UnreadableWorkbook."""
    data = content(path)
    if trouble := unreadable.diagnosis(path, data):
        raise trouble
    try:
        return Workbook(data)
    except DamagedPackage as damage:
        raise unreadable.damaged(path, str(damage)) from damage


def replace_version(path: Path, old: bytes, new: bytes, now: datetime, what: str) -> None:
    """Replace the workbook `old`, as it was read, with `new`, and keep it as a backup named after `now`.

    Raises ChangedWorkbook where the file is no longer the old one, LockedWorkbook where it cannot be written.
    """
    real = path.resolve()

    def keep_old() -> None:
        check_unchanged(path, old)
        version = backups.keep(real, old, new, now, what)
        try:
            check_unchanged(path, old)  # once more: keeping took its time
        except ChangedWorkbook:
            with contextlib.suppress(OSError):
                backups.forget(real, version)
            raise

    try:
        safe_write.replace(real, new, just_before=keep_old)
    except OSError as trouble:
        if not _holds(real, new):  # drives on a network may report trouble with what they did
            with contextlib.suppress(OSError):
                backups.forget_unfinished(real)
            raise lock.unwritable(real, trouble) from trouble
    with contextlib.suppress(OSError):  # the new version stands; old backups can go next time
        backups.prune(real)


def check_unchanged(path: Path, old: bytes) -> None:
    """Raise ChangedWorkbook if the file holds anything else, OSError if it cannot be read."""
    if path.read_bytes() != old:
        raise ChangedWorkbook(
            f"{path.name} was changed by another program since it was read.",
            "Run this again; it then works on the new content. Nothing was written.",
        )


def content(path: Path) -> bytes:
    """The file's bytes. Raises UnreadableWorkbook."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise unreadable.missing(path) from None
    except IsADirectoryError:
        raise unreadable.folder(path) from None
    except OSError as trouble:
        raise (unreadable.folder(path) if path.is_dir() else unreadable.closed_to_us(path, trouble)) from None


def _holds(path: Path, new: bytes) -> bool:
    try:
        return path.read_bytes() == new
    except OSError:
        return False


def _shown(before: Workbook, changes: Changes) -> Shown:
    return Shown(before.tables, changes, date_1904=before.xml.date_1904)


def _verified(old: Workbook, content: bytes) -> Workbook:
    """The new workbook, opened again from its bytes, every changed part unpacked against its checksum."""
    new = Workbook(content)
    entries = {member.name: member.fields for member in old.package.members}
    for member in new.package.members:
        if entries.get(member.name) != member.fields:
            new.package.read(member.name)
    return new

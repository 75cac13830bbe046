"""A closed workbook: read through python-calamine, changed part by part inside its zip."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from eitherway.books.book import real_file
from eitherway.books.editor.places import Changes
from eitherway.books.editor.raw_tables import raw_tables
from eitherway.books.editor.shown import Shown
from eitherway.books.editor.table_edits import lay_out
from eitherway.books.editor.workbook import Workbook
from eitherway.books.keeping import backups, disk, lock, safe_write, unreadable
from eitherway.books.keeping.turn import Mention, in_silence, turn
from eitherway.books.package.archive import DamagedPackage
from eitherway.model.problems import ChangedWorkbook, UnreadableWorkbook
from eitherway.model.records import CellEdit, Edits
from eitherway.model.tables import RawTable
from eitherway.words.counting import count


class ClosedBook:
    """The workbook in a file that no program has open. Implements `Book`.

    What `apply` writes rests on what the last `read` (or `apply`) saw; if the file is another by then, it is
    refused.
    """

    def __init__(self, path: Path, mention: Mention = in_silence, *, drop_signature: bool = False) -> None:
        """Nothing is read yet. `mention` hears what the user should know besides, in whole sentences.

        A signed workbook is written only with `drop_signature`, and is not signed any more.
        """
        self._path = path
        self._mention = mention
        self._drop_signature = drop_signature
        self._has_turn = False
        self._workbook: Workbook | None = None
        self._read = ""

    @property
    def path(self) -> Path:
        """The workbook's file; the one that it leads to where a symbolic link was given."""
        return real_file(self._path)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the workbook from reading to writing, so that two runs never cross; raises what `turn` raises.

        `apply` takes its turn by itself where this was not entered.
        """
        if self._has_turn:
            yield
            return
        with turn(self._path, self._mention):
            self._has_turn = True
            try:
                yield
            finally:
                self._has_turn = False

    def read(self) -> Mapping[str, RawTable]:
        """Every Excel table by name, in the order of the sheets. Raises UnreadableWorkbook."""
        self._workbook = opened(self._path)
        self._read = backups.digest(self._workbook.data)
        try:
            return {table.name: table for table in raw_tables(self._workbook)}
        except DamagedPackage as trouble:
            raise unreadable.refused(self._path, trouble) from trouble

    @property
    def is_as_read(self) -> bool:
        """Whether the file still holds what was read first, as far as it can be read."""
        try:
            return not self._read or backups.digest(disk.read(self.path)) == self._read
        except OSError:
            return True

    def check_writable(self) -> None:
        """Raise LockedWorkbook if `apply` could not write now."""
        lock.check_free(self._path)

    def prepare(self, edits: Edits) -> PreparedFile:
        """The new workbook, made and verified in memory. Raises CannotAct, CellsInTheWay."""
        old = self._current()
        try:
            layout = lay_out(edits, old)
            content, changes = old.changed(
                layout.values, layout.bottoms, layout.columns, drop_signature=self._drop_signature
            )
        except DamagedPackage as trouble:
            raise unreadable.refused(self._path, trouble) from trouble
        new = old if content == old.data else _verified(old, content, changes)
        return PreparedFile(self._exchanged, old, new, changes, edits.purpose)

    def apply(self, edits: Edits, now: datetime) -> Sequence[CellEdit]:
        """Change the cells, all or none; where nothing would change, the file is not touched at all.

        Raises LockedWorkbook, ChangedWorkbook, CellsInTheWay, CannotAct.
        """
        return self.prepare(edits).write(now)

    def _current(self) -> Workbook:
        if self._workbook is None:
            self._workbook = opened(self._path)
        return self._workbook

    def _exchanged(self, prepared: PreparedFile, now: datetime) -> None:
        number = sum(map(len, prepared.changes.values()))
        changed = f"{count(number, 'cell')} changed"
        what = f"{prepared.purpose}, {changed}" if prepared.purpose else changed
        with self.turn():
            exchange(self._path, prepared.old.data, prepared.new.data, now, what)
        self._workbook = prepared.new
        for note in prepared.old.notes(prepared.changes):
            self._mention(note)


class PreparedFile(NamedTuple):
    """A new workbook in memory, in place of the old one that was read. Implements `Prepared`."""

    exchange: Callable[[PreparedFile, datetime], None]
    old: Workbook
    new: Workbook
    changes: Changes
    purpose: str

    @property
    def cells(self) -> Sequence[CellEdit]:
        """The cells that `write` changes."""
        return Shown(self.old.tables, self.changes, date_1904=self.old.xml.date_1904)

    def write(self, now: datetime) -> Sequence[CellEdit]:
        """Put the new workbook in the old one's place; the file is not touched where they are the same.

        Raises LockedWorkbook, ChangedWorkbook.
        """
        if self.new is not self.old:
            self.exchange(self, now)
        return self.cells


def opened(path: Path) -> Workbook:
    """The workbook in a file. Raises UnreadableWorkbook."""
    data = content(path)
    if trouble := unreadable.diagnosis(path, data):
        raise trouble
    try:
        return Workbook(data)
    except DamagedPackage as damage:
        raise unreadable.refused(path, damage) from damage


def replace_version(
    path: Path, old: bytes, new: bytes, now: datetime, what: str, *, mention: Mention = in_silence
) -> None:
    """Replace the workbook `old`, as it was read, with `new`, and keep it as a backup named after `now`.

    Raises ChangedWorkbook where the file is no longer the old one, LockedWorkbook where it cannot be written.
    """
    with turn(path, mention):
        exchange(path, old, new, now, what)


def exchange(path: Path, old: bytes, new: bytes, now: datetime, what: str) -> None:
    """The same, for whoever has the `turn`."""
    real = real_file(path)
    try:
        version = backups.planned(real, old, new, now, what)
    except OSError as trouble:
        raise lock.unwritable(real, trouble) from trouble
    with (
        all_or_nothing(real, version.after, lambda: backups.forget(real, version)),
        safe_write.beside(real, new) as ready,
    ):
        check_unchanged(path, old)
        backups.keep(real, version, old)
        safe_write.move(ready, real, just_before=lambda: check_still(path, old))
    with contextlib.suppress(OSError):  # the new version stands; old backups can go next time
        backups.prune(real, now)


@contextmanager
def all_or_nothing(path: Path, wanted: str, call_off: Callable[[], object]) -> Iterator[None]:
    """Call off what fails, unless the file holds what was `wanted` (by its digest) all the same: drives on a
    network may report trouble with what they did. Raises LockedWorkbook for OSError.
    """
    try:
        yield
    except BaseException as trouble:
        done = False
        with contextlib.suppress(OSError):  # where the drive is gone, the next run clears it
            done = backups.digest(disk.read(path)) == wanted
            if not done:
                call_off()
        if not isinstance(trouble, OSError):
            raise
        if not done:
            raise lock.unwritable(path, trouble) from trouble


def check_still(path: Path, old: bytes) -> None:
    """Raise LockedWorkbook if another program has opened the file meanwhile, else as `check_unchanged`."""
    lock.check_not_open(path)
    check_unchanged(path, old)


def check_unchanged(path: Path, old: bytes) -> None:
    """Raise ChangedWorkbook if the file holds anything else, OSError if it cannot be read."""
    if disk.read(path) != old:
        raise ChangedWorkbook(
            f"{path.name} was changed by another program since it was read.",
            "Run this again; it then works on the new content. Nothing was written.",
        )


def content(path: Path) -> bytes:
    """The file's bytes. Raises UnreadableWorkbook."""
    try:
        if trouble := unreadable.at_first_sight(path, disk.stat(path)):
            raise trouble
        return disk.read(path)
    except (FileNotFoundError, NotADirectoryError):
        raise unreadable.missing(path) from None
    except IsADirectoryError:
        raise unreadable.folder(path) from None
    except OSError as trouble:
        if trouble.errno == errno.ELOOP:
            raise _circle(path) from None
        raise (unreadable.folder(path) if path.is_dir() else unreadable.closed_to_us(path, trouble)) from None


def _circle(path: Path) -> UnreadableWorkbook:
    return UnreadableWorkbook(
        f"{path} is a link that leads round in a circle, to no file.",
        "Give the workbook's own name, or make the link anew.",
    )


def _verified(old: Workbook, content: bytes, changes: Changes) -> Workbook:
    """The new workbook, opened again from its bytes: every changed part fits its checksum, and each cell
    that was set holds its value, of its very type.
    """
    new = Workbook(content)
    check_read_back(new, changes)
    entries = {member.name: member.fields for member in old.package.members}
    read = {sheet.part for sheet in changes}
    for member in new.package.members:
        if entries.get(member.name) != member.fields and member.name not in read:
            new.package.verify(member.name)
    return new


def check_read_back(new: Workbook, changes: Changes) -> None:
    """Raise DamagedPackage where a cell does not hold what it was set to."""
    if cell := new.first_unlike(changes):
        raise DamagedPackage(f"its new version would not hold in {cell} what it is to hold")

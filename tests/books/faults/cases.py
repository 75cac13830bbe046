"""The writes that faults are put into, and what must hold after any fault."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from inspect import getmembers, getmodule, isfunction
from pathlib import Path
from typing import NamedTuple

from eitherway.books.closed.book import ClosedBook
from eitherway.books.closed.restore import restore
from eitherway.books.closed.undo import undo
from eitherway.books.keeping import backups, disk
from eitherway.books.keeping.turn import Mention, in_silence
from eitherway.model.records import Append, CellChange, Edits, Widening
from tests.books.workbooks import NOW, excel_parts, packed

NAME = "Search.xlsx"
CALLS = [name for name, call in getmembers(disk, isfunction) if getmodule(call) is disk]

Step = Callable[[int, str, Callable[[], object]], object]
"""Makes the call of this number and name, or does something worse."""


@contextmanager
def by_way_of(step: Step) -> Iterator[None]:
    """Have each call of `disk` made by `step`."""
    numbers = iter(range(10**6))

    def through(name: str, call: Callable[..., object]) -> Callable[..., object]:
        return lambda *arguments: step(next(numbers), name, lambda: call(*arguments))

    originals = {name: getattr(disk, name) for name in CALLS}
    for name, call in originals.items():
        setattr(disk, name, through(name, call))
    try:
        yield
    finally:
        for name, call in originals.items():
            setattr(disk, name, call)


class Case(NamedTuple):
    """What stands in the folder beforehand, and the write."""

    prepare: Callable[[Path], object]
    act: Callable[[Path], object]


def flag(path: Path, value: str, *, hours: int = 0, mention: Mention = in_silence) -> None:
    """One run, from reading to writing."""
    book = ClosedBook(path, mention)
    with book.turn():
        book.read()
        book.apply(Edits([CellChange("Interviews", 3, "Flag", value)]), NOW + timedelta(hours=hours))


def _flag_without_links(path: Path) -> None:
    link = disk.link

    def refuse(old: Path, new: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    disk.link = refuse
    try:
        flag(path, "Due", hours=20)
    finally:
        disk.link = link


def _bring_in(path: Path) -> None:
    """What an import writes: new rows, and a new column for what is the user's own."""
    book = ClosedBook(path)
    with book.turn():
        book.read()
        rows = [{"Interviewer": "Ana Lee", "Mood": "good"}, {"Interviewer": "Tom Fox"}]
        edits = Edits(
            (),
            appends=[Append("Interviews", rows)],
            widenings=[Widening("Interviews", {"Mood": "Interviewer"})],
        )
        book.apply(edits, NOW + timedelta(hours=20))


def _written_often(path: Path) -> None:
    for number in range(11):
        flag(path, f"Flag {number}", hours=number)


CASES = {
    "the first write": Case(lambda path: None, lambda path: flag(path, "Due")),
    "a write that lets a backup go": Case(_written_often, lambda path: flag(path, "Due", hours=20)),
    "a write on a drive without hard links": Case(lambda path: flag(path, "Soon"), _flag_without_links),
    "an import": Case(lambda path: flag(path, "Soon"), _bring_in),
    "undo": Case(lambda path: flag(path, "Soon"), lambda path: undo(path, NOW + timedelta(hours=20))),
    "restore": Case(_written_often, lambda path: restore(path, "3", NOW + timedelta(hours=20))),
}


class Prepared(NamedTuple):
    """A case that is ready to be tried: its folder, and the workbook before and after the write."""

    folder: Path
    act: Callable[[Path], object]
    old: bytes
    new: bytes

    def fresh(self, folder: Path) -> Path:
        """The workbook in a copy of the folder as it was before the write."""
        return Path(shutil.copytree(self.folder, folder)) / NAME


def prepared(case: Case, folder: Path) -> Prepared:
    """The case, its outcome found out on a copy."""
    before = folder / "before"
    before.mkdir()
    path = before / NAME
    path.write_bytes(packed(excel_parts()))
    case.prepare(path)
    ready = Prepared(before, case.act, path.read_bytes(), b"")
    tried = ready.fresh(folder / "tried")
    case.act(tried)
    assert not litter(tried)
    return ready._replace(new=tried.read_bytes())


def trace(case: Prepared, folder: Path) -> list[str]:
    """The names of all calls of the write, in order."""
    calls: list[str] = []

    def note(_: int, name: str, call: Callable[[], object]) -> object:
        calls.append(name)
        return call()

    path = case.fresh(folder)
    with by_way_of(note):
        case.act(path)
    return calls


def litter(path: Path) -> list[str]:
    """What stands beside the workbook without being of use; a lock that nobody holds counts nowhere."""
    versions = backups.finished(path, backups.digest(path.read_bytes()))
    folder = path.parent / backups.FOLDER
    useful = {path, *(folder / f"{NAME}.{kind}" for kind in ("json", "undone.json", "lock"))}
    useful |= {backups.backup_file(path, version) for version in versions}
    useful |= {kept.file for kept in backups.all_kept(path) if kept.is_set_aside}
    shared = {file for file in useful - {path} if file.exists() and file.samefile(path)}
    there = {file for file in path.parent.rglob("*") if file.is_file()}
    return sorted(str(file.relative_to(path.parent)) for file in there - useful | shared)


def check(path: Path, case: Prepared) -> None:
    """The workbook is the old one or the new one, nothing is lost, and the next run finds its way."""
    content = path.read_bytes()
    assert content in (case.old, case.new)
    ClosedBook(path).read()
    versions = [file.read_bytes() for file in (path.parent / backups.FOLDER).glob("*.xlsx")]
    assert content == case.old or case.old in versions
    left, notes = litter(path), list[str]()
    flag(path, "the next run", hours=30, mention=notes.append)
    assert ClosedBook(path).read()["Interviews"].rows[0][2] == "the next run"
    assert not (left_over := litter(path)), left_over
    assert not (path.parent / backups.FOLDER / f"{NAME}.lock").exists()
    assert notes or not left, f"nothing was said of {left}"
    assert not notes or "was stopped midway. The workbook was not harmed" in notes[0]
    for version in backups.journal(path):
        assert backups.digest(backups.backup_file(path, version).read_bytes()) == version.before

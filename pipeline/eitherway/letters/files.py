"""Letters and the disk: what stands there already, and merged letters put into their places."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from eitherway.letters.durable import settle
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import EitherWayError, Problem
from eitherway.model.records import Letter, LetterResult, LetterState

_MOST_NAMED = 3

TEMPORARY = ".eitherway.tmp"


class Wording(NamedTuple):
    """What a letter was merged from: the template's name as messages give it, "warm/thank-you.docx";
    whether it says the same to each of a panel; whether it is the user's own.
    """

    template: str = ""
    is_one: bool = False
    is_own: bool = False


NO_WORDING = Wording()


class Merged(NamedTuple):
    """A letter in memory, what becomes of it, and the problems that this brought up.

    `pieces` make up the document: as merged, or as the user left it where it is KEPT; none where it is HELD.
    Merged letters share most of theirs, so that very many fit into memory. `before` is what stood in its
    place: None where nothing did.
    """

    result: LetterResult
    problems: tuple[Problem, ...] = ()
    pieces: tuple[bytes, ...] = ()
    before: bytes | None = None
    wording: Wording = NO_WORDING

    @property
    def content(self) -> bytes:
        """The document; b"" where it is HELD."""
        return b"".join(self.pieces)

    @property
    def is_new(self) -> bool:
        """Whether there is something to write."""
        return self.result.state is LetterState.WRITTEN


class CannotWrite(Exception):
    """One letter cannot be written; the others go on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Rights(NamedTuple):
    """Who may do what with new files, and with new folders, whose names tell of people and firms."""

    of_files: int

    @property
    def of_folders(self) -> int:
        """Who may read a file may look into its folder."""
        return self.of_files | (self.of_files & 0o444) >> 2

    def open(self, path: str, flags: int) -> int:
        """Open a file, with these rights where it is new."""
        return os.open(path, flags, self.of_files)


def write_merged(letters: Sequence[Merged], folder: Path, like: Path | None = None) -> list[Merged]:
    """Write what is new below `folder`, the workbook's; a letter that cannot be written is held.

    Nobody may read a letter who may not read the file `like`, the workbook.

    A new letter is written under its own name at once: were it cut short, `seal.torn` would know. What stands
    there already is replaced in one step. In the end all of it is made durable together: to wait for the disk
    with each letter takes ten times as long, to rename each half as long again.
    """
    rights = rights_like(like)
    written = [_written(merged, folder, rights) if merged.is_new else merged for merged in letters]
    settle([place(merged.result.letter, folder) for merged in written if merged.is_new])
    return written


def problems_of(letters: Iterable[Merged]) -> list[Problem]:
    """The problems that the letters brought up, each once."""
    return list(dict.fromkeys(problem for merged in letters for problem in merged.problems))


def held(letter: Letter, *problems: Problem) -> Merged:
    """The letter held back for the last of `problems`."""
    return Merged(LetterResult(replace(letter, held=problems[-1]), LetterState.HELD), problems)


def place(letter: Letter, folder: Path) -> str:
    """Where the letter stands, as text: a `Path` takes longer to make than to find that nothing is there."""
    return f"{folder}/{letter.path}"


def content_of(letter: Letter, folder: Path) -> bytes | None:
    """What stands in the letter's place, None where nothing does. Raises CannotWrite."""
    try:
        with open(place(letter, folder), "rb", opener=_without_waiting) as file:
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        if not os.path.isdir(place(letter, folder)):  # noqa: PTH112 - as above
            raise CannotWrite(_not_written(letter, error)) from error
    raise CannotWrite(_in_the_way(letter, place(letter, folder)))


def check_closed(letter: Letter, folder: Path) -> None:
    """Raise CannotWrite if a program has the letter open.

    Word's owner file has "~$" for the first two letters of the name; LibreOffice's surrounds the name.
    """
    target = folder / letter.path
    locks = (f"~${target.name[2:]}", f".~lock.{target.name}#")
    if any(target.with_name(lock).exists() for lock in locks):
        message = f'"{letter.path}" is open in another program, so it was left as it is.'
        raise CannotWrite(_problem(letter, message, "Close it and run this again."))


def _written(merged: Merged, folder: Path, rights: Rights) -> Merged:
    letter = merged.result.letter
    try:
        if merged.before is None:
            _write_new(letter, place(letter, folder), merged.content, rights)
        else:
            check_closed(letter, folder)
            if content_of(letter, folder) != merged.before:
                raise CannotWrite(_changed(letter))
            _replace(letter, folder / letter.path, merged.content, rights)
    except CannotWrite as stop:
        return held(letter, *merged.problems, stop.problem)
    return merged


def _write_new(letter: Letter, target: str, content: bytes, rights: Rights) -> None:
    try:
        file = _created(target, rights)
    except FileExistsError as error:
        raise CannotWrite(_in_the_way(letter, target)) from error
    except OSError as error:
        raise CannotWrite(_not_written(letter, error)) from error
    try:
        with file:
            file.write(content)
    except OSError as error:
        Path(target).unlink(missing_ok=True)
        raise CannotWrite(_not_written(letter, error)) from error


def _created(target: str, rights: Rights) -> BinaryIO:
    """The file, which must not exist yet; its folder is made where there is none."""
    try:
        return open(target, "xb", opener=rights.open)
    except FileNotFoundError:
        _make(Path(target).parent, rights)
        return open(target, "xb", opener=rights.open)


def _make(folder: Path, rights: Rights) -> None:
    """The folder and those around it, as far as they are not there."""
    missing = [each for each in (folder, *folder.parents) if not each.is_dir()]
    try:
        for each in reversed(missing):
            each.mkdir(rights.of_folders, exist_ok=True)
    except FileExistsError as error:  # a file stands where a folder was meant
        raise NotADirectoryError(*error.args) from error


def _replace(letter: Letter, target: Path, content: bytes, rights: Rights | None = None) -> None:
    """Beside it first, then into its place in one step: what stood there stays until the new one is whole.

    Each letter has a name of its own beside it: two workbooks that share a folder may be run at once.
    """
    beside = target.with_name(f".{sha256(target.name.encode()).hexdigest()[:16]}{TEMPORARY}")
    try:
        try:
            beside.unlink(missing_ok=True)
            with open(beside, "xb", opener=rights.open if rights else None) as file:
                file.write(content)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(_not_written(letter, error)) from error


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe too, which would otherwise wait until somebody writes into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def rights_like(like: Path | None) -> Rights:
    """Those of the file `like`, for its owner at least to read and to write."""
    try:
        mode = stat.S_IMODE(like.stat().st_mode) & 0o666 if like else 0o666
    except OSError:  # a workbook that was never saved
        mode = 0o666
    return Rights(mode | stat.S_IRUSR | stat.S_IWUSR)


def _in_the_way(letter: Letter, target: str) -> Problem:
    """What stands in the letter's place and is no file that could be a letter."""
    try:
        mode = os.lstat(target).st_mode
    except OSError:
        return _changed(letter)
    if stat.S_ISREG(mode):
        return _changed(letter)
    what = "a link that leads to no file" if stat.S_ISLNK(mode) else "a pipe or a device"
    if os.path.isdir(target):  # noqa: PTH112 - see `place`
        what = "a folder"
    message = f'"{letter.path}" is {what}, so no letter can be put there.'
    return _problem(letter, message, "Move it away or give it another name, and run this again.")


def _changed(letter: Letter) -> Problem:
    message = f'"{letter.path}" was changed by another program just now, so it was left as it is.'
    return _problem(letter, message, "Run this again.")


def _not_written(letter: Letter, error: OSError) -> Problem:
    message = f'"{letter.path}" could not be written ({error.strerror or type(error).__name__}).'
    fix = "Close it if it is open, make sure that its folder can be written to, and run this again."
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        message, fix = (
            f'The disk is full: there is no room for "{letter.path}".',
            "Free some space and run this again.",
        )
    elif error.errno == errno.ENAMETOOLONG:
        fix = "Shorten the path of the workbook's folder, or Letters folder in Settings, and run this again."
    return _problem(letter, message, fix)


def _problem(letter: Letter, message: str, fix: str) -> Problem:
    return Problem(Code.LETTER_NOT_WRITTEN, Severity.ERROR, letter.where, message, fix)


def with_letters(trouble: EitherWayError, letters: Sequence[str]) -> EitherWayError:
    """The same, with the letters that stand although the workbook does not tell of them."""
    if not letters:
        return trouble
    named = ", ".join(f'"{path}"' for path in letters[:_MOST_NAMED])
    more = f" and {len(letters) - _MOST_NAMED} more" if len(letters) > _MOST_NAMED else ""
    were = "letter was" if len(letters) == 1 else "letters were"
    stand = f"{len(letters)} {were} written before, and stand: {named}{more}. The next run takes them up."
    return type(trouble)(trouble.what, f"{trouble.fix} {stand}")

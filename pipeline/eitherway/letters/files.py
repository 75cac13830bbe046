"""Letters and the disk: what stands there already, and merged letters put into their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from eitherway.letters.durable import settle
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Problem
from eitherway.model.records import Letter, LetterResult, LetterState

TEMPORARY = ".eitherway.tmp"


@dataclass(frozen=True, slots=True)
class Merged:
    """A letter in memory, what becomes of it, and the problems that this brought up.

    `pieces` make up the document: as merged, or as the user left it where it is KEPT; none where it is HELD.
    Merged letters share most of theirs, so that very many fit into memory. `before` is what stood in its
    place: None where nothing did. `template` is the file that it was merged from, as messages name it:
    "warm/thank-you.docx"; `one_wording` tells that it says the same to each of a panel.
    """

    result: LetterResult
    problems: tuple[Problem, ...] = ()
    pieces: tuple[bytes, ...] = ()
    before: bytes | None = None
    template: str = ""
    one_wording: bool = False

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


def write_merged(letters: Sequence[Merged], folder: Path) -> list[Merged]:
    """Write what is new below `folder`, the workbook's; a letter that cannot be written is held.

    A new letter is written under its own name at once: were it cut short, `seal.torn` would know. What stands
    there already is replaced in one step. In the end all of it is made durable together: to wait for the disk
    with each letter takes ten times as long, to rename each half as long again.
    """
    written = [_written(merged, folder) if merged.is_new else merged for merged in letters]
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
        with open(place(letter, folder), "rb") as file:  # noqa: PTH123 - see `place`
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotWrite(_not_written(letter, error)) from error


def check_closed(letter: Letter, folder: Path) -> None:
    """Raise CannotWrite if a program has the letter open.

    Word's owner file has "~$" for the first two letters of the name; LibreOffice's surrounds the name.
    """
    target = folder / letter.path
    locks = (f"~${target.name[2:]}", f".~lock.{target.name}#")
    if any(target.with_name(lock).exists() for lock in locks):
        message = f'"{letter.path}" is open in another program, so it was left as it is.'
        raise CannotWrite(_problem(letter, message, "Close it and run this again."))


def _written(merged: Merged, folder: Path) -> Merged:
    letter = merged.result.letter
    try:
        if merged.before is None:
            _write_new(letter, place(letter, folder), merged.content)
        else:
            check_closed(letter, folder)
            if content_of(letter, folder) != merged.before:
                raise CannotWrite(_changed(letter))
            _replace(letter, folder / letter.path, merged.content)
    except CannotWrite as stop:
        return held(letter, *merged.problems, stop.problem)
    return merged


def _write_new(letter: Letter, target: str, content: bytes) -> None:
    try:
        file = _created(target)
    except FileExistsError as error:
        raise CannotWrite(_changed(letter)) from error
    except OSError as error:
        raise CannotWrite(_not_written(letter, error)) from error
    try:
        with file:
            file.write(content)
    except OSError as error:
        Path(target).unlink(missing_ok=True)
        raise CannotWrite(_not_written(letter, error)) from error


def _created(target: str) -> BinaryIO:
    """The file, which must not exist yet; its folder is made where there is none."""
    try:
        return open(target, "xb")  # noqa: PTH123 - see `place`
    except FileNotFoundError:
        _make(Path(target).parent)
        return Path(target).open("xb")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:  # a file stands where a folder was meant
        raise NotADirectoryError(*error.args) from error


def _replace(letter: Letter, target: Path, content: bytes) -> None:
    """Beside it first, then into its place in one step: what stood there stays until the new one is whole.

    Each letter has a name of its own beside it: two workbooks that share a folder may be run at once.
    """
    beside = target.with_name(f".{sha256(target.name.encode()).hexdigest()[:16]}{TEMPORARY}")
    try:
        try:
            beside.write_bytes(content)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(_not_written(letter, error)) from error


def _changed(letter: Letter) -> Problem:
    message = f'"{letter.path}" was changed by another program just now, so it was left as it is.'
    return _problem(letter, message, "Run this again.")


def _not_written(letter: Letter, error: OSError) -> Problem:
    message = f'"{letter.path}" could not be written ({error.strerror or type(error).__name__}).'
    fix = "Close it if it is open, make sure that its folder can be written to, and run this again."
    return _problem(letter, message, fix)


def _problem(letter: Letter, message: str, fix: str) -> Problem:
    return Problem(Code.LETTER_NOT_WRITTEN, Severity.ERROR, letter.where, message, fix)

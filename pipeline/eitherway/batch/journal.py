"""What a batch has done so far: a line per workbook, so that one that was stopped can go on where it was."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TextIO

from eitherway.batch.results import Asked, Result
from eitherway.model.problems import LockedWorkbook

Stamp = tuple[int, int]
"""A file's size in bytes and the time of its last change in nanoseconds."""


def finished(journal: Path, asked: Asked) -> dict[str, Result]:
    """The workbooks, by path, with which the same was done already and that nobody has changed since.

    One that was refused or that failed is not among them: it may have been closed or mended. Raises
    LockedWorkbook.
    """
    found: dict[str, Result] = {}
    for line in _lines(journal):
        try:
            entry = json.loads(line)
            result = Result.from_json(entry["result"])
            same = (entry["asked"], entry["stamp"]) == (_plain(asked), list(stamp(result.path)))
        except (ValueError, TypeError, KeyError):
            continue  # the last line of a run that was killed
        if same and result.is_settled:
            found[result.path] = replace(result, done_before=True)
    return found


def kept(results: Iterable[Result], journal: Path, asked: Asked, *, afresh: bool) -> Iterator[Result]:
    """The results, each written down before it is handed on; `afresh` lets go of what the journal held, as
    soon as there is something to write. Raises LockedWorkbook.
    """
    for result in results:
        with used(journal.parent), _opened(journal, afresh=afresh) as book:
            book.write(_line(result, asked))
        afresh = False
        yield result


def _opened(journal: Path, *, afresh: bool) -> TextIO:
    """Nobody but its owner may read a new one: it names people, and firms."""
    own = partial(os.open, mode=0o600)
    return open(journal, "w" if afresh else "a", encoding="ascii", opener=own)


@contextmanager
def used(home: Path) -> Iterator[None]:
    """Work in the folder that a batch keeps its own files in. Raises LockedWorkbook where that fails."""
    try:
        yield
    except OSError as trouble:
        raise LockedWorkbook(
            f"{home} cannot be used ({trouble.strerror}): a batch keeps there what it has done.",
            "Name a folder first that can be written to, or copy the workbooks to one.",
        ) from trouble


def stamp(path: str) -> Stamp:
    """The file as it stands; zeros where there is none."""
    try:
        about = Path(path).stat()
    except OSError:
        return (0, 0)
    return (about.st_size, about.st_mtime_ns)


def _line(result: Result, asked: Asked) -> str:
    """In ASCII: a file's name may hold what is no Unicode text."""
    entry = {"asked": _plain(asked), "stamp": stamp(result.path), "result": result.as_json()}
    return json.dumps(entry) + "\n"


def _plain(asked: Asked) -> list[object]:
    return [asked.as_of.isoformat(), asked.letters, asked.proof, asked.templates]


def _lines(journal: Path) -> list[str]:
    with used(journal.parent):
        return journal.read_text("ascii", "replace").splitlines() if journal.exists() else []

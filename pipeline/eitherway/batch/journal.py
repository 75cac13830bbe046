"""What a batch has done so far: a line per workbook, so that one that was stopped can go on where it was."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from eitherway.batch.results import Asked, Result

Stamp = tuple[int, int]
"""A file's size in bytes and the time of its last change in nanoseconds."""


def finished(journal: Path, asked: Asked) -> dict[str, Result]:
    """The workbooks, by path, with which the same was done already and that nobody has changed since.

    One that was refused or that failed is not among them: it may have been closed or mended. Raises OSError.
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
            found[result.path] = result
    return found


def kept(results: Iterable[Result], journal: Path, asked: Asked, *, afresh: bool) -> Iterator[Result]:
    """The results, each written down before it is handed on; `afresh` lets go of what the journal held, as
    soon as there is something to write. Raises OSError.
    """
    for result in results:
        with journal.open("w" if afresh else "a", encoding="ascii") as book:
            book.write(_line(result, asked))
        afresh = False
        yield result


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
    return [asked.as_of.isoformat(), asked.letters, asked.proof]


def _lines(journal: Path) -> list[str]:
    try:
        return journal.read_text("ascii", "replace").splitlines()
    except FileNotFoundError:
        return []

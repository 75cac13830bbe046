"""Which workbooks lie in the folders, and in which order they are listed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = (".xlsx", ".xlsm")


def workbooks(places: Iterable[Path], passing_over: Path | None = None) -> list[Path]:
    """Every workbook in the folders and below them, each once, in the `order` of their paths.

    Passed over are hidden files and folders, the owner files that Excel keeps beside an open workbook
    ("~$name"), and the file that the caseload goes to. Symbolic links to folders are not followed, so that no
    circle is walked; those to a workbook are, wherever it lies. A folder that cannot be listed stands among
    the workbooks: it is refused as one, so that somebody hears of it.
    """
    found = (path for place in places for path in ([place] if place.is_file() else _below(place)))
    wanted = {os.path.realpath(path) for path in found} - {passing_over and os.path.realpath(passing_over)}
    return [Path(path) for path in sorted(wanted, key=order)]


def order(path: str) -> tuple[list[str | int], str]:
    """Sorts paths as people count: client 2 before client 10."""
    parts = re.split(r"(\d+)", path.casefold())
    return [int(part) if part.isdecimal() else part for part in parts], path


def _below(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for where, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(where, name) for name in files if _is_workbook(name))
    yield from closed


def _is_workbook(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$"))

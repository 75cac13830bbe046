"""Which workbooks lie in the folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = (".xlsx", ".xlsm")


def workbooks(places: Iterable[Path], passing_over: Path | None = None) -> list[Path]:
    """Every workbook in the folders and below them, each once, in the order of their names.

    Passed over are hidden files and folders, the owner files that Excel keeps beside an open workbook
    ("~$name"), and the file that the caseload goes to. Symbolic links to folders are not followed, so that no
    circle is walked.
    """
    found = (path for place in places for path in ([place] if place.is_file() else _below(place)))
    return sorted({path.resolve() for path in found} - {passing_over and passing_over.resolve()})


def _below(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(where, name) for name in files if _is_workbook(name))


def _is_workbook(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$"))

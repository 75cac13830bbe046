"""Which workbooks lie in the folders, and in which order they are listed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from eitherway.words.counting import count

SUFFIXES = (".xlsx", ".xlsm")
OTHER_SUFFIXES = (".xls", ".xlsb", ".ods", ".fods", ".numbers")
"""Workbooks of other kinds: a client's may be among them, so they are told of."""
SHOWN = 3


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


def passed_over(places: Iterable[Path]) -> str:
    """A sentence that names the workbooks of another kind in the folders and below, "" if there are none."""
    found = (path for place in places if place.is_dir() for path in _below(place, OTHER_SUFFIXES))
    others = (path for path in found if _is_workbook(path.name, OTHER_SUFFIXES))
    files = sorted({os.path.realpath(path) for path in others}, key=order)
    if not files:
        return ""
    more = [f"{len(files) - SHOWN} more"] if len(files) > SHOWN else []
    listed, are = ", ".join([*files[:SHOWN], *more]), "is" if len(files) == 1 else "are"
    each = "it" if len(files) == 1 else "each that is a client's"
    return (
        f"{count(len(files), 'workbook')} of another kind {are} passed over: {listed}. "
        f"To have {each} run, open it in Excel and save it as an Excel Workbook (.xlsx)."
    )


def order(path: str) -> tuple[list[str | int], str]:
    """Sorts paths as people count: client 2 before client 10."""
    parts = re.split(r"(\d+)", path.casefold())
    return [int(part) if part.isdecimal() else part for part in parts], path


def _below(folder: Path, suffixes: tuple[str, ...] = SUFFIXES) -> Iterator[Path]:
    closed: list[Path] = []
    for where, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(where, name) for name in files if _is_workbook(name, suffixes))
    yield from closed


def _is_workbook(name: str, suffixes: tuple[str, ...]) -> bool:
    return name.lower().endswith(suffixes) and not name.startswith((".", "~$"))

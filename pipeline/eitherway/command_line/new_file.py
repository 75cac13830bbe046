"""A file that a command makes for its user, who may have one of that name."""

from __future__ import annotations

from pathlib import Path

from eitherway.model.problems import CannotAct, LockedWorkbook


def write_new(content: bytes, file: Path) -> None:
    """Write a new file, never over one that stands. Raises CannotAct, LockedWorkbook."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as opened:
            opened.write(content)
    except FileExistsError as taken:
        raise CannotAct(
            f"{taken.filename} exists already, and is not overwritten.", "Rename it, or move it away."
        ) from taken
    except OSError as trouble:
        fix = "Name a folder of your own that has room."
        raise LockedWorkbook(f"{file} cannot be written ({trouble.strerror}).", fix) from trouble

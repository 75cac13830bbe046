"""How Excel finds Python: one fixed place per user, linked to where Either Way is installed.

A workbook is shared, so no machine's path may stand in it. xlwings expands `%NAME%` on Windows and a leading
`$HOME` on macOS (`ExpandEnvironmentStrings` in xlwings.bas). On macOS it does not quote the path, which must
hold no space there. An environment may stand anywhere; the link leads to it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from eitherway.model.problems import CannotAct
from eitherway_workbook.macros.sources import xlwings_folder, xlwings_version

# python3, not python: environments hold both, an installation of Python on macOS only the former.
CONFIG: Mapping[str, str] = {
    "INTERPRETER_WIN": r"%LOCALAPPDATA%\eitherway\venv\Scripts\python.exe",
    "INTERPRETER_MAC": "$HOME/.eitherway/venv/bin/python3",
    "ADD_WORKBOOK_TO_PYTHONPATH": "False",
    "USE UDF SERVER": "False",
    "SHOW CONSOLE": "False",
    "CONDA PATH": "",
    "CONDA ENV": "",
}
"""The rows of `xlwings.conf`; empty ones keep a user's own file of that name from leading elsewhere."""


class System(NamedTuple):
    """The machine: `sys.platform`, the user's folders, `sys.prefix` and `sys.executable`."""

    platform: str
    home: Path
    local_data: Path
    prefix: Path
    executable: Path


class Link(NamedTuple):
    """A link to a folder: where it stands, and where it leads."""

    place: Path
    target: Path


def link_needed(system: System) -> Link | None:
    """The link by which the interpreter of `CONFIG` is the running Python; None where Excel does not run.

    On Windows an environment keeps python.exe in its folder Scripts, Python itself at its top.
    """
    if system.platform == "darwin":
        return Link(system.home / ".eitherway" / "venv", system.prefix)
    if system.platform == "win32":
        venv = system.local_data / "eitherway" / "venv"
        folder = system.executable.parent
        in_scripts = folder.name.casefold() == "scripts"
        return Link(venv, system.prefix) if in_scripts else Link(venv / "Scripts", folder)
    return None


def prepare(system: System) -> list[str]:
    """Do what Excel needs on this machine before the first click, and say so, a sentence each.

    Raises CannotAct where something that is no link of ours stands in its place, or nothing can be written.
    """
    link = link_needed(system)
    if link is None:
        return []
    said = [f"Excel's buttons run the Python in {link.target}, through {link.place}."]
    try:
        make(link)
        if system.platform == "darwin":
            said.append(f"Excel calls it through {copy_applescript(system.home)}.")
    except OSError as trouble:
        raise CannotAct(
            f"{trouble.filename or link.place}, which leads Excel to Python, could not be written"
            f" ({trouble.strerror or trouble}).",
            "Allow writing to its folder, then try again.",
        ) from trouble
    return said


def make(link: Link) -> None:
    """Make the link, or lead it here where it led elsewhere. Raises CannotAct for a real folder, OSError."""
    place, target = link
    if place.exists() and place.samefile(target):
        return
    if is_link(place):
        place.unlink()
    elif place.exists():
        raise CannotAct(
            f"{place} is a folder, not the link that leads Excel to Python.",
            f"Rename or remove it, then try again: it is to lead to {target}.",
        )
    place.parent.mkdir(parents=True, exist_ok=True)
    link_folder(place, target)


def is_link(place: Path) -> bool:
    """Whether it is a symbolic link or, on Windows, a junction; wherever it leads."""
    try:
        place.readlink()
    except OSError:
        return False
    return True


def link_folder(place: Path, target: Path) -> None:
    """A junction on Windows, where symbolic links need a right that few users have."""
    if sys.platform == "win32":
        import _winapi  # noqa: PLC0415 (exists on Windows alone)

        _winapi.CreateJunction(str(target), str(place))
    else:
        place.symlink_to(target, target_is_directory=True)


def applescript(home: Path) -> Path:
    """Where macOS lets Excel run a script from: xlwings' of the installed version."""
    folder = home / "Library" / "Application Scripts" / "com.microsoft.Excel"
    return folder / f"xlwings-{xlwings_version()}.applescript"


def copy_applescript(home: Path) -> Path:
    """Put xlwings' AppleScript in its place, and give that place."""
    script = applescript(home)
    script.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(xlwings_folder() / script.name, script)
    return script

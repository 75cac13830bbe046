"""The workbook for LibreOffice: the same buttons, over a RunPython that its Basic can compile.

At its default level of macro security, high, LibreOffice runs the macros of trusted folders only; at the
medium one it asks on opening the workbook.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from eitherway_workbook import build
from eitherway_workbook.macros import interpreter, sources
from eitherway_workbook.macros.interpreter import Link, System
from eitherway_workbook.macros.sources import Module


def build_for_libreoffice(path: Path, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
    """Write the workbook to `path` (.xlsm); the same rows give the same bytes."""
    build(path, rows, modules())


def modules() -> Sequence[Module]:
    """The buttons' macros and the ribbon's, and the RunPython that stands in for xlwings'."""
    return [*sources.own_modules(), sources.exported(sources.folder("vba") / "libreoffice" / "RunPython.bas")]


def prepare(system: System) -> list[str]:
    """Link the Python that the buttons run to its fixed place, on Linux too, and say what is left to do.

    Raises CannotAct where something that is not a link of ours stands in its place.
    """
    link = interpreter.link_needed(system) or Link(system.home / ".eitherway" / "venv", system.prefix)
    interpreter.make(link)
    return [
        f"LibreOffice's buttons run the Python in {link.target}, through {link.place}.",
        "Let its macros run: in LibreOffice, Tools, Options, LibreOffice, Security, Macro Security,"
        " add the workbook's folder to the trusted ones (on macOS the options are Preferences).",
        *([PYTHON_ON_LINUX] if system.platform == "linux" else []),
    ]


PYTHON_ON_LINUX = (
    "On Debian and Ubuntu the package python3-uno is needed too; other systems bring it with LibreOffice."
)

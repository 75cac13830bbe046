"""The text of macro workbooks: ours in `vba/` and `ribbon/`, xlwings' from where it is installed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

ADDIN_PROJECT = "eitherway"
"""What the add-in calls its settings after, so that another tool's `xlwings.conf` does not steer it."""


class Module(NamedTuple):
    """A VBA module: its name, and its source as the VBA editor exports it, with CRLF as line ends.

    A sheet's own module is there from the start, and what is given is its code alone.
    """

    name: str
    source: str
    is_class: bool = False
    is_sheets: bool = False


def workbook_modules() -> Sequence[Module]:
    """The modules of a macro workbook: its buttons act on the workbook that holds them."""
    runner = exported(xlwings_folder() / "xlwings.bas")
    return [*own_modules(), exported(folder("vba") / "Clicks.bas"), runner, dictionary(), of_today()]


def addin_modules() -> Sequence[Module]:
    """The modules of the add-in: its ribbon acts on the workbook that is in front.

    xlwings asks that an add-in gives `PROJECT_NAME` a value of its own: its settings sheet is named after it.
    """
    runner = exported(xlwings_folder() / "xlwings_custom_addin.bas")
    named, count = re.subn(r'(?<=PROJECT_NAME As String = ")\w+(?=")', ADDIN_PROJECT, runner.source)
    if count != 1:
        raise ValueError(
            "the installed xlwings names its add-in's project in another way than the versions known"
        )
    starter = exported(folder("vba") / "Clicks.bas")
    return [*own_modules(), starter, runner._replace(source=named), dictionary()]


def own_modules() -> Sequence[Module]:
    """The buttons' macros and the ribbon's callbacks."""
    return [exported(folder("vba") / "Buttons.bas"), exported(folder("vba") / "Ribbon.bas")]


def of_today() -> Module:
    """What a double-click on the sheet Today does."""
    path = folder("vba") / "SheetToday.bas"
    return Module(path.stem, path.read_text(encoding="cp1252").replace("\n", "\r\n"), is_sheets=True)


def dictionary() -> Module:
    """Tim Hall's Dictionary (MIT), which xlwings' VBA uses on macOS."""
    return exported(xlwings_folder() / "addin" / "Dictionary.cls")


def ribbon() -> bytes:
    """The ribbon's XML (MS-CUSTOMUI2)."""
    return (folder("ribbon") / "customUI14.xml").read_bytes()


def xlwings_version() -> str:
    """The version whose VBA is taken: Python and VBA refuse to talk where they differ."""
    return version("xlwings")


def xlwings_folder() -> Path:
    """Where xlwings is installed, found without importing it, which takes a while."""
    found = find_spec("xlwings")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("xlwings is not installed", name="xlwings")
    return Path(found.origin).parent


def folder(name: str) -> Path:
    """Within the installed package; in the repository and in an editable install, beside the package."""
    packed = Path(__file__).parents[1] / name
    return packed if packed.is_dir() else Path(__file__).parents[2] / name


def exported(path: Path) -> Module:
    """A module as the VBA editor exports it: `.bas`, or `.cls` for a class. VBA knows no more than cp1252."""
    source = path.read_text(encoding="cp1252").replace("\n", "\r\n")
    (name,) = re.findall(r'^Attribute VB_Name = "(\w+)"', source, re.MULTILINE)
    return Module(name, source, is_class=path.suffix == ".cls")

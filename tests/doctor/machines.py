"""Machines on which all is well, one per system; a test changes the one fact that it is about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Any

from eitherway.doctor import CHECKS, Finding, Machine, Topic
from eitherway.doctor.facts import Addin, Python, Workbook

VERSION = "0.37.8"
SETTINGS = {"ADD_WORKBOOK_TO_PYTHONPATH": "False", "USE UDF SERVER": "False"}


def _workbook(path: PurePath) -> Workbook:
    return Workbook(
        given=path.name,
        path=path,
        trouble=None,
        settings=SETTINGS,
        has_macros=True,
        has_buttons=True,
        xlwings=VERSION,
        from_the_web=False,
    )


def _machine(platform: str, home: PurePath, python: Python | None, **facts: Any) -> Machine:
    return Machine(
        platform=platform,
        prefix=home / "eitherway",
        base_prefix=home / "python",
        xlwings=VERSION,
        python=python,
        cloud_folders=[home / "OneDrive"],
        shipped_templates=["warm/thank-you.docx"],
        own_templates=[],
        soffice=home / "soffice",
        book=_workbook(home / "Jobs" / "job search.xlsm"),
        **facts,
    )


_ADA = PureWindowsPath(r"C:\Users\Ada Obi")
_LINK = _ADA / r"AppData\Local\eitherway\venv\Scripts\python.exe"
WINDOWS = _machine(
    "win32",
    _ADA,
    Python("%LOCALAPPDATA%", _LINK, _ADA / r"eitherway\Scripts\python.exe", 270_000, is_this_one=True),
    excel=PureWindowsPath(r"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE"),
    applescript=None,
    has_applescript=False,
    addin=Addin(_ADA / r"AppData\Roaming\Microsoft\AddIns\EitherWay.xlam", ""),
)

_MEI = PurePosixPath("/Users/mei")
_OFFICE = _MEI / "Library/Group Containers/UBF8T346G9.Office/User Content.localized"
MAC = _machine(
    "darwin",
    _MEI,
    Python("$HOME", _MEI / ".eitherway/venv/bin/python3", _MEI / "env/bin/python3", 50_000, is_this_one=True),
    excel=PurePosixPath("/Applications/Microsoft Excel.app"),
    applescript=_MEI / f"Library/Application Scripts/com.microsoft.Excel/xlwings-{VERSION}.applescript",
    has_applescript=True,
    addin=Addin(_OFFICE / "Add-Ins.localized" / "EitherWay.xlam", ""),
)

LINUX = _machine(
    "linux",
    PurePosixPath("/home/ben"),
    None,
    excel=None,
    applescript=None,
    has_applescript=False,
    addin=None,
)

SYSTEMS = {"Windows": WINDOWS, "macOS": MAC, "Linux": LINUX}


def with_book(machine: Machine, **facts: Any) -> Machine:
    """The machine with other facts of its workbook."""
    assert machine.book
    return replace(machine, book=replace(machine.book, **facts))


def with_python(machine: Machine, **facts: Any) -> Machine:
    """The machine with other facts of the Python that Excel runs."""
    assert machine.python
    return replace(machine, python=replace(machine.python, **facts))


def named(machine: Machine, name: str, folder: str = "Jobs") -> Machine:
    """The machine with its workbook under another name, in another folder of its home."""
    assert machine.book
    path = machine.book.path.parents[1] / folder / name
    return with_book(machine, given=name, path=path)


def found(machine: Machine, topic: Topic) -> Finding:
    """The finding of a topic; the test fails where there is none, or more than one."""
    (finding,) = (each for check in CHECKS if (each := check(machine)) and each.topic is topic)
    return finding

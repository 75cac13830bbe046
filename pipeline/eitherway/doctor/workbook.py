"""The workbook: what stands in it, and what its path and its origin do to the call."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from eitherway.doctor.facts import Machine
from eitherway.doctor.findings import Finding, Level, Topic, error, ok, warning

WANTED: Mapping[str, str] = {"ADD_WORKBOOK_TO_PYTHONPATH": "false", "USE UDF SERVER": "false"}
"""Settings without which a click fails: with the first on, xlwings looks for the folder of a OneDrive path
before our code runs (`prepare_sys_path` in xlwings' utils.py); the second needs xlwings' DLL."""


class Hazard(NamedTuple):
    """Something that does harm on some systems: `pattern` in the file's name, or anywhere in its path."""

    pattern: str
    in_name_only: bool
    systems: tuple[str, ...]
    level: Level
    why: str


HAZARDS = (
    # xlwings' main.py, Book.caller: wb = arg.split("=")[1]
    Hazard("=", True, ("win32", "darwin"), Level.ERROR, "xlwings takes the name to end there"),
    # xlwings.bas, ExecuteWindows: --wb="..." goes through cmd.exe, which fills in %NAME% within quotes too
    Hazard(r"%[^%]+%", True, ("win32",), Level.ERROR, "Windows takes it for a variable"),
    # xlwings.applescript: paths stand within "..." of a shell command; xlwings.bas joins them with |
    Hazard(r'[$`"|\\]', False, ("darwin",), Level.ERROR, "a shell command of xlwings breaks there"),
    # xlwings.bas, ExecuteWindows: Replace(PYTHONPATH, "&", "^&"); github.com/xlwings/xlwings/issues/1557
    Hazard("&", False, ("win32",), Level.WARNING, "xlwings hides it from Windows, untried here"),
    Hazard("%", False, ("win32",), Level.WARNING, "Windows may take it for a variable"),
    # xlwings.bas, ExecuteMac: Replace(PYTHONPATH, "'", "\'"); github.com/xlwings/xlwings/issues/1021
    Hazard("'", False, ("darwin",), Level.WARNING, "xlwings hides it from Python, untried here"),
)
"""The worst first. Spaces and letters of any script are quoted by xlwings, and do no harm."""


def readable(machine: Machine) -> Finding | None:
    """The workbook can be read at all."""
    book = machine.book
    if book is None or book.is_address:
        return None
    if book.trouble:
        return error(Topic.WORKBOOK, *book.trouble)
    return ok(Topic.WORKBOOK, f"{book.path.name} can be read.")


def settings(machine: Machine) -> Finding | None:
    """A macro workbook has the hidden sheet `xlwings.conf`, and it says what a click needs."""
    book = machine.readable_book
    if book is None or not book.xlwings:
        return None
    if book.settings is None:
        return error(
            Topic.SETTINGS,
            f"{book.path.name} has no sheet xlwings.conf, which tells its macros where Python is.",
            'Make a new workbook and copy your rows into it:\neitherway new "Job search.xlsm"',
        )
    for name, wanted in WANTED.items():
        if book.settings.get(name, "").casefold() != wanted:
            return error(
                Topic.SETTINGS,
                f"{name} is not False in the sheet xlwings.conf of {book.path.name}.",
                "Unhide the sheet (right-click on a sheet's tab, Unhide), write False beside it, and save.",
            )
    return ok(Topic.SETTINGS, "The hidden sheet xlwings.conf says what a click needs.")


def same_xlwings(machine: Machine) -> Finding | None:
    """The macros in the workbook are those of the installed xlwings (`XLWINGS_VERSION` in its VBA)."""
    book = machine.readable_book
    if book is None:
        return None
    if book.has_buttons and not book.xlwings:
        return for_libreoffice(machine, book.path.name)
    if not book.xlwings:
        kind = "macros, but none of Either Way" if book.has_macros else "no macros"
        return ok(Topic.XLWINGS, f"{book.path.name} holds {kind}: its buttons come from the add-in.")
    if book.xlwings != machine.xlwings:
        return error(
            Topic.XLWINGS,
            f"The macros of {book.path.name} are of xlwings {book.xlwings}; {machine.xlwings} is installed.",
            f"Close the workbook, then type:\neitherway new --refresh-macros {book.quoted}",
        )
    return ok(Topic.XLWINGS, f"xlwings {machine.xlwings} is installed and in the workbook's macros.")


def for_libreoffice(machine: Machine, name: str) -> Finding:
    what = f"{name} is made for LibreOffice, where its buttons run without xlwings."
    if not machine.runs_excel:
        return ok(Topic.XLWINGS, what)
    return warning(Topic.XLWINGS, what, 'For Excel, make another:\neitherway new "Job search.xlsm"')


def path(machine: Machine) -> Finding | None:
    """The workbook's path holds nothing that breaks the call from Excel to Python.

    Where Excel does not run, both its systems are meant: workbooks travel.
    """
    book = machine.book
    if book is None or book.is_address:
        return None
    for hazard in HAZARDS:
        text = book.path.name if hazard.in_name_only else str(book.path)
        concerned = machine.platform in hazard.systems or not machine.runs_excel
        if concerned and (bad := re.search(hazard.pattern, text)):
            level = hazard.level if machine.runs_excel else Level.WARNING
            return Finding(Topic.PATH, level, f'There is a {bad[0]} in "{text}": {hazard.why}.', mend(hazard))
    return ok(Topic.PATH, "The workbook's path can be handed from Excel to Python.")


def mend(hazard: Hazard) -> str:
    what = "the workbook" if hazard.in_name_only else "the workbook or its folder"
    if hazard.level is Level.ERROR:
        return f"Close Excel and rename {what}: letters, digits, spaces and hyphens are safe."
    return f"If a click does nothing, rename {what}."


def not_from_the_web(machine: Machine) -> Finding | None:
    """The workbook is not marked as downloaded: Excel for Windows blocks the macros of one that is.

    Source: learn.microsoft.com/microsoft-365-apps/security/internet-macros-blocked (Windows alone; zones 3
    and 4). macOS marks with com.apple.quarantine, by which Excel for Mac does not block macros.
    """
    book = machine.book
    if book is None or not machine.runs_excel:
        return None
    if not book.from_the_web:
        return ok(Topic.WEB_MARK, "The workbook is not marked as downloaded.")
    name = book.path.name
    if machine.platform == "win32":
        return error(
            Topic.WEB_MARK,
            f"Windows marked {name} as downloaded, so Excel blocks its macros.",
            "Close it. In Explorer: right-click on the file, Properties, tick Unblock, OK.",
        )
    return warning(
        Topic.WEB_MARK,
        f"macOS marked {name} as downloaded, and may refuse to open it.",
        f"In Terminal:\nxattr -d com.apple.quarantine {book.quoted}",
    )


def not_in_the_cloud(machine: Machine) -> Finding | None:
    """The workbook lies in a folder of this computer, not of OneDrive or SharePoint.

    There Excel gives its address on the web for its path, and xlwings has to work out the folder
    (docs.xlwings.org/en/stable/onedrive_sharepoint.html): it usually can.
    """
    book = machine.book
    if book is None:
        return None
    if book.is_address:
        return error(
            Topic.CLOUD,
            "BOOK is an address on the web.",
            "Give the path of the workbook in a folder of this computer.",
        )
    in_a_folder = any(book.path.is_relative_to(folder) for folder in machine.cloud_folders)
    if in_a_folder or any(re.match("(?i)onedrive|sharepoint", part) for part in book.path.parts[:-1]):
        return warning(
            Topic.CLOUD,
            f"{book.path.name} lies in a folder of OneDrive or SharePoint.",
            "If Excel says that its folder on this computer is not known, move it to one that is not "
            "kept in the cloud, such as a new one in your home folder.",
        )
    return ok(Topic.CLOUD, "The workbook lies in a folder of this computer.")

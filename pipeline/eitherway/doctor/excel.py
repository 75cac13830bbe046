"""Excel itself, and what has to lie ready for it outside the workbook."""

from __future__ import annotations

from eitherway.doctor.facts import Machine, Workbook
from eitherway.doctor.findings import Finding, Topic, error, ok, warning


def installed(machine: Machine) -> Finding | None:
    """Excel is on this machine.

    Windows: the registry's App Paths (learn.microsoft.com/windows/win32/shell/app-registration). macOS: the
    folder Applications.
    """
    if not machine.runs_excel:
        return warning(
            Topic.EXCEL,
            "Microsoft Excel does not run on this system, and its buttons cannot be looked at here.",
            "LibreOffice has the same buttons:\neitherway new --libreoffice PATH.xlsm",
        )
    if machine.excel is None:
        return error(
            Topic.EXCEL,
            "Microsoft Excel was not found on this computer.",
            "Install the desktop app (Excel on the web runs no macros), or make a workbook for LibreOffice:"
            "\neitherway new --libreoffice PATH.xlsm",
        )
    return ok(Topic.EXCEL, f"Excel is installed:\n{machine.excel}")


def applescript(machine: Machine) -> Finding | None:
    """macOS: xlwings' AppleScript of the installed version lies where Excel may run scripts from.

    Source: `ExecuteMac` in xlwings.bas runs AppleScriptTask "xlwings-<version>.applescript"; the folder is
    the one Apple gives a sandboxed app (developer.apple.com/documentation/foundation/nsuserscripttask).
    """
    if machine.applescript is None:
        return None
    if not machine.has_applescript:
        return error(
            Topic.APPLESCRIPT,
            f"The script that lets Excel call Python is missing:\n{machine.applescript}",
            machine.prepare,
        )
    return ok(Topic.APPLESCRIPT, f"Excel may call Python through {machine.applescript.name}.")


def addin(machine: Machine) -> Finding | None:
    """The add-in, where it is installed or the workbook needs it, is of the installed version."""
    if machine.addin is None:
        return None
    write = f'eitherway addin "{machine.addin.place.parent}"'
    if not machine.addin.xlwings:
        return not_installed(machine.readable_book, write)
    if machine.addin.xlwings != machine.xlwings:
        return error(
            Topic.ADDIN,
            f"The add-in is of xlwings {machine.addin.xlwings}; {machine.xlwings} is installed.",
            f"Close Excel, then write it anew:\n{write}",
        )
    return ok(Topic.ADDIN, "The add-in is in Excel's folder.")


def not_installed(book: Workbook | None, write: str) -> Finding | None:
    if book is None or book.has_buttons:
        return None
    return error(
        Topic.ADDIN,
        f"{book.path.name} has no buttons of its own, and the add-in is not in Excel's folder.",
        f"Write it there, then tick Either Way in Excel's add-ins:\n{write}",
    )

"""What stands between a click in Excel and Python, looked at piece by piece: `eitherway doctor`.

`gather` finds out the facts of this machine and of a workbook; the checks look at the facts alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eitherway.doctor import excel, files, python, reminders, say, windows, workbook
from eitherway.doctor.facts import Machine
from eitherway.doctor.findings import Finding, Level, Topic

__all__ = ["CHECKS", "Finding", "Level", "Machine", "Topic", "examine", "say"]

Check = Callable[[Machine], Finding | None]

CHECKS: Sequence[Check] = (
    excel.installed,
    python.found,
    python.not_from_the_store,
    python.can_be_called,
    windows.code_page,
    python.is_this_one,
    windows.child_processes,
    windows.command_prompt,
    excel.applescript,
    excel.addin,
    workbook.readable,
    workbook.settings,
    workbook.same_xlwings,
    workbook.path,
    workbook.not_from_the_web,
    workbook.not_in_the_cloud,
    files.templates,
    files.libreoffice,
    reminders.reminders,
)
"""In the order in which they are told; a check gives None where it does not concern the machine or BOOK."""


def examine(machine: Machine) -> list[Finding]:
    """What was found, good and bad, in the order of the checks."""
    return [finding for check in CHECKS if (finding := check(machine))]

"""The buttons: each macro of the workbook calls one of these functions, through xlwings' RunPython.

A click works on the workbook that it came from (the active one, for the add-in), says how far it is in the
status bar, and ends in one message: what was done, or what to do.
"""

from __future__ import annotations

from eitherway.machine import threads
from eitherway.machine.collector import collection_left_out


def flag_overdue() -> None:
    """Work out who is owed what, and make the list on Today anew."""
    _click("flag_overdue")


def write_letters() -> None:
    """Write a letter for each follow-up that is owed."""
    _click("write_letters")


def check_workbook() -> None:
    """List on Problems what is wrong, where, and what to do."""
    _click("check_workbook")


def email() -> None:
    """Draft the e-mails of the selected rows, or all that are owed; nothing is sent."""
    _click("email")


def print_letters() -> None:
    """Open the letters by post of the selected rows, or all that are owed, as one PDF."""
    _click("print_letters")


def mark_sent() -> None:
    """Fill in today as the day on which the selected rows' step was sent."""
    _click("mark_sent")


def open_letter() -> None:
    """Open the letter of the selected row."""
    _click("open_letter")


def bring_in() -> None:
    """Bring in another tracker or an address book from the file that the user picks."""
    _click("bring_in")


def undo() -> None:
    """Take back the last write, wherever a cell still holds it."""
    _click("undo")


def _click(name: str) -> None:
    threads.start_none()
    with collection_left_out():
        from eitherway.buttons import actions, frame  # noqa: PLC0415 - the imports are most of the work

        frame.run_click(getattr(actions, name))

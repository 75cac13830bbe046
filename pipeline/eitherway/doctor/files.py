"""What letters are made from and with."""

from __future__ import annotations

from eitherway.doctor.facts import Machine
from eitherway.doctor.findings import Finding, Topic, error, ok, warning


def templates(machine: Machine) -> Finding:
    """The letter templates that come with Either Way are there; the user's own are counted."""
    shipped, own = len(machine.shipped_templates), len(machine.own_templates)
    if not shipped:
        return error(
            Topic.TEMPLATES,
            "The letter templates of Either Way are missing.",
            "Install Either Way again.",
        )
    beside = f", and {own} of your own beside the workbook" if own else ""
    return ok(Topic.TEMPLATES, f"{shipped} letter templates{beside}.")


def libreoffice(machine: Machine) -> Finding:
    """LibreOffice is there for what it alone does: PDFs of letters, and the buttons without Excel."""
    if machine.soffice is None and machine.word is not None:
        return ok(Topic.LIBREOFFICE, "LibreOffice was not found; Word makes PDFs of letters.")
    if machine.soffice is None:
        return warning(
            Topic.LIBREOFFICE,
            "LibreOffice was not found. Excel's buttons and the letters do not need it.",
            "To make PDFs of letters, install it from libreoffice.org.",
        )
    return ok(Topic.LIBREOFFICE, f"LibreOffice can make PDFs:\n{machine.soffice}")

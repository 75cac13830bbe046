"""The hidden sheet from which xlwings' VBA reads where Python is: a name and a value a row, no header."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from eitherway_workbook.macros.interpreter import CONFIG

SHEET = "xlwings.conf"


def draw(workbook: Workbook) -> None:
    """Add the sheet to a workbook, hidden."""
    sheet = workbook.add_worksheet(SHEET)
    write(sheet)
    sheet.hide()


def write(sheet: Worksheet) -> None:
    """Write the settings. False is text: VBA would turn the value into the word of the user's language."""
    for row, (name, value) in enumerate(CONFIG.items()):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 60)

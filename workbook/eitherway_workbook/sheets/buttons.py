"""The buttons on Today: form controls, one per command, each bound to its macro."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from eitherway.model.button_labels import COMMANDS

WIDTH, HEIGHT = 118, 30
GAP, GROUP_GAP = 8, 26
"""Pixels between two buttons, and between two groups."""


def draw(sheet: Worksheet, row: int, column: int, row_height: float) -> None:
    """Draw them in one line in a row (points high) from a column on; both count from 1."""
    top = round((row_height * 4 / 3 - HEIGHT) / 2)  # Excel writes whole numbers into a drawing's anchors
    left, group = 0, COMMANDS[0].group
    for command in COMMANDS:
        left += GROUP_GAP - GAP if command.group != group else 0
        group = command.group
        place = {"x_offset": left, "y_offset": top, "width": WIDTH, "height": HEIGHT}
        says = {"caption": command.label, "macro": command.macro, "description": command.screentip}
        sheet.insert_button(row - 1, column - 1, {**place, **says})
        left += WIDTH + GAP

"""A sheet that holds one table: a line on what it is for, the table, and what helps to fill it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from eitherway.model.columns import Role, Table
from eitherway.model.schema import (
    ACCEPTED,
    APPLICATIONS,
    CADENCE,
    INTERVIEWERS,
    INTERVIEWS,
    LOG,
    SETTINGS,
    WORDS,
)
from eitherway_workbook.sheets import choices, highlights, printing
from eitherway_workbook.sheets.formats import PINE, RULE, STONE, Formats, Look, row_height
from eitherway_workbook.sheets.sheet import add_sheet
from eitherway_workbook.sheets.tables import LAST_ROW, ROOM_BELOW, Area, draw_table

HEADER_ROW = 2
TITLE_HEIGHT = 30
HEADER_HEIGHT = 34

# What names a row stays in sight while the sheet is scrolled to the right.
FROZEN_UP_TO = {
    APPLICATIONS.name: "Application",
    INTERVIEWERS.name: "Interviewer",
    INTERVIEWS.name: "Interviewer",
    SETTINGS.name: "Name",
    WORDS.name: "Word",
    CADENCE.name: "Step",
}
# A filter that somebody forgot would hide new rows of a table that is made anew by every run.
FILTERED = (APPLICATIONS.name, INTERVIEWERS.name, INTERVIEWS.name, ACCEPTED.name, LOG.name)


def draw(workbook: Workbook, formats: Formats, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Add the table's sheet and draw it."""
    fixed = HEADER_ROW + (table.role is Role.COMPUTED)
    sheet = add_sheet(workbook, table.sheet, fixed, row_height(table))
    area = Area(table, HEADER_ROW, 1, max(LAST_ROW, HEADER_ROW + len(rows) + ROOM_BELOW))
    frozen = table.names.index(FROZEN_UP_TO[table.name]) + 1 if table.name in FROZEN_UP_TO else 0
    typed_in = table.role is Role.INPUT
    sheet.set_tab_color(PINE if typed_in else RULE)
    sheet.hide_gridlines(1 if typed_in else 2)
    for offset, column in enumerate(table.drawn):
        shown = {"hidden": column.name in table.hidden}
        sheet.set_column(offset, offset, column.width, formats.cell(table, column), shown)
    draw_title(sheet, formats, table, frozen)
    draw_table(sheet, formats, area, rows, autofilter=table.name in FILTERED)
    choices.validate(sheet, area)
    # A round "1" and a reference "0042" are text on purpose.
    sheet.ignore_errors({"number_stored_as_text": area.all_cells})
    highlights.colour(sheet, formats, area)
    sheet.freeze_panes(HEADER_ROW, frozen)
    printing.set_up(sheet, area, frozen)


def draw_title(sheet: Worksheet, formats: Formats, table: Table, frozen: int) -> None:
    """The sheet's name and what the table is for, in one line above it.

    A single frozen column stands on every printed page: it holds the name only, or the line would be
    cut there.
    """
    mixed = table.role is Role.INPUT and any(column.ours for column in table.columns)
    says = table.help + (" Shaded columns fill themselves." if mixed else "")
    plain, name, text = formats(TITLE), formats({**TITLE, **NAME}), formats({**TITLE, **SAYS})
    for place in range(len(table.drawn)):
        sheet.write_blank(0, place, None, plain)
    if frozen == 1:
        sheet.write_string(0, 0, table.name, name)
        sheet.write_string(0, 1, says, text)
    else:
        sheet.write_rich_string(0, 0, name, table.name, text, f"   {says}", plain)
    sheet.set_row(0, TITLE_HEIGHT)
    sheet.set_row(HEADER_ROW - 1, HEADER_HEIGHT)


TITLE: Look = {"valign": "vcenter"}
NAME: Look = {"font_size": 16, "bold": True, "font_color": PINE}
SAYS: Look = {"font_size": 9, "font_color": STONE}

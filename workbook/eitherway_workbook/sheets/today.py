"""The Today sheet: the buttons, how the search stands in six figures, and the list of the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from eitherway.model.columns import Column, Kind
from eitherway.model.records import Flag
from eitherway.model.schema import COUNTS, TODAY
from eitherway_workbook.sheets import buttons, highlights, printing
from eitherway_workbook.sheets.formats import (
    BRICK,
    FADED,
    FLAG_LOOKS,
    INK,
    PINE,
    STONE,
    TILE,
    WEEKDAY,
    Formats,
    Look,
    row_height,
)
from eitherway_workbook.sheets.sheet import add_sheet
from eitherway_workbook.sheets.tables import LAST_ROW, ROOM_BELOW, Area, draw_table, write_cell

SHEET = TODAY.sheet
TITLE_ROW, LINE_ROW, BUTTON_ROW, COUNTS_ROW, FIGURES_ROW, GAP_ROW, LIST_ROW = range(1, 8)
HEIGHTS = {
    TITLE_ROW: 34,
    LINE_ROW: 18,
    BUTTON_ROW: 34,
    COUNTS_ROW: 18,
    FIGURES_ROW: 36,
    GAP_ROW: 12,
    LIST_ROW: 24,
}
FIRST_COLUMN = 2
MARGIN = 2.0

START = (
    "Whom to write to, most urgent first. One row in Applications and one in Interviews are enough to start; "
)
CLICK = (
    START
    + "then click Flag overdue: it makes this list anew. Write letters writes a letter to each person on it."
)
TYPE = START + (
    'then close the workbook and run "eitherway run": it makes this list anew and writes the letters.'
)


def draw(
    workbook: Workbook,
    formats: Formats,
    rows: Mapping[str, Sequence[Mapping[str, object]]],
    with_macros: bool,
) -> None:
    """Add the sheet and draw it, its buttons only where there are macros behind them."""
    sheet = add_sheet(workbook, SHEET, LIST_ROW + 1, row_height(TODAY))
    todays = rows[TODAY.name]
    area = Area(TODAY, LIST_ROW, FIRST_COLUMN, max(LAST_ROW, LIST_ROW + len(todays) + ROOM_BELOW))
    set_columns(sheet, formats)
    sheet.write_string(TITLE_ROW - 1, FIRST_COLUMN - 1, "Today", formats(TITLE))
    line = CLICK if with_macros else TYPE
    sheet.write_string(LINE_ROW - 1, FIRST_COLUMN - 1, line, formats({"font_color": STONE}))
    if with_macros:
        buttons.draw(sheet, BUTTON_ROW, FIRST_COLUMN, HEIGHTS[BUTTON_ROW])
    draw_counts(sheet, formats, rows[COUNTS.name])
    # Without filter buttons: a filter that somebody forgot would hide follow-ups that fall due later.
    draw_table(sheet, formats, area, todays, autofilter=False)
    for row, height in HEIGHTS.items():
        sheet.set_row(row - 1, height)
    highlights.colour(sheet, formats, area)
    sheet.hide_gridlines(2)
    sheet.set_tab_color(BRICK)
    sheet.freeze_panes(LIST_ROW, 0)
    sheet.set_zoom(90)
    sheet.activate()
    printing.page(sheet)
    sheet.repeat_rows(LIST_ROW - 1)


TITLE: Look = {"font_size": 22, "bold": True, "font_color": PINE, "valign": "vcenter"}


def set_columns(sheet: Worksheet, formats: Formats) -> None:
    """Columns as wide as the list and the figures above both need; the style is the list's, which grows."""
    sheet.set_column(0, 0, MARGIN)
    for offset, column in enumerate(TODAY.drawn):
        shared = [figure.width for figure in COUNTS.columns[offset : offset + 1]]
        width = max(column.width, *shared, 0)
        place = FIRST_COLUMN - 1 + offset
        shown = {"hidden": column.name in TODAY.hidden}
        sheet.set_column(place, place, width, formats.cell(TODAY, column), shown)


def draw_counts(sheet: Worksheet, formats: Formats, rows: Sequence[Mapping[str, object]]) -> None:
    """The table of counts, drawn as a strip of tiles: a small label and a big figure each."""
    area = Area(COUNTS, COUNTS_ROW, FIRST_COLUMN, FIGURES_ROW)
    draw_table(sheet, formats, area, rows, autofilter=False)
    row = rows[0] if rows else {}
    nothing = {"type": "cell", "criteria": "==", "value": 0, "format": formats({"font_color": FADED})}
    for place, column in enumerate(COUNTS.columns, start=FIRST_COLUMN - 1):
        sheet.write_string(COUNTS_ROW - 1, place, column.name, formats(LABEL))
        write_cell(sheet, FIGURES_ROW - 1, place, row.get(column.name), formats(figure_look(column)))
        sheet.conditional_format(area.cells(column.name), nothing)


LABEL: Look = {**TILE, "font_size": 10, "font_color": STONE}
FIGURE: Look = {**TILE, "font_size": 22, "bold": True, "num_format": "0"}
DAY_FIGURE: Look = {**TILE, "font_color": INK, "bold": True, "num_format": WEEKDAY}


def figure_look(column: Column) -> Look:
    """A figure has the colour of the flag that it counts; what is to mend has that of Fix."""
    if column.kind is Kind.DATE:
        return DAY_FIGURE
    flag = Flag(column.name) if column.name in set(Flag) else Flag.FIX
    return {**FIGURE, "font_color": FLAG_LOOKS[flag]["font_color"]}

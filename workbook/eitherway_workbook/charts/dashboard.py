"""The Dashboard: figures, sentences and four native charts, all over tables that each run makes anew.

No formula stands on it: what the pipeline writes is what every program shows. Tables never change their
number of rows, so that charts stay on them. Where a table is empty, its chart draws its labels alone, and a
line behind it, coloured only then, says what will stand there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from eitherway.model.columns import Column, Kind
from eitherway.model.dashboard import DASHBOARD_SEARCH, DASHBOARD_WORDS, DASHBOARD_WORK
from eitherway.model.insight import ABOUT, FEW, SILENCES
from eitherway_workbook.charts import native
from eitherway_workbook.charts.figures import Block
from eitherway_workbook.charts.parts import (
    ANSWERS,
    EMPTY_ROWS,
    FOLLOWED,
    FUNNEL,
    INDUSTRIES,
    SILENCE,
    SOURCES,
    WEEKLY,
    Part,
)
from eitherway_workbook.sheets import printing
from eitherway_workbook.sheets.formats import (
    BRICK,
    DAY,
    FADED,
    INK,
    OCHRE,
    PINE,
    RULE,
    STONE,
    TILE,
    WHITE,
    Formats,
    Look,
)
from eitherway_workbook.sheets.tables import Area, draw_table, write_cell

SHEET = "Dashboard"
LEFT, RIGHT = 2, 8
"""The columns, counted from 1, at which the two halves of the sheet begin."""

WIDTHS = (18, 12, 12, 12, 15)
ACROSS = len(WIDTHS)
MARGIN, GAP = 2, 3
SEARCH, WORDS, FIRST, SECOND, THIRD, LAST = 4, 7, 15, 43, 73, 85
"""The rows, counted from 1, at which the parts begin."""

CHART_ROWS = 12
ROW, FIGURE_ROW, CAPTION_ROW = 18, 36, 42


def draw(workbook: Workbook, formats: Formats, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
    """Add the sheet and draw it, with `rows` in its tables or what stands there before the first run."""
    sheet = workbook.add_worksheet(SHEET)
    sheet.hide_gridlines(2)
    sheet.set_tab_color(OCHRE)
    sheet.set_zoom(90)
    sheet.set_default_row(ROW)
    set_columns(sheet, formats)
    draw_title(sheet, formats)
    filled = {name: rows.get(name) or first for name, first in EMPTY_ROWS.items()}
    for table, left in ((DASHBOARD_SEARCH, LEFT), (DASHBOARD_WORK, RIGHT)):
        draw_tiles(sheet, formats, Area(table, SEARCH, left, SEARCH + 1), filled[table.name])
    draw_lines(sheet, formats, Area(DASHBOARD_WORDS, WORDS, LEFT, WORDS + len(ABOUT)), filled)
    for top, parts in (
        (FIRST, (FUNNEL, ANSWERS)),
        (SECOND, (FOLLOWED, WEEKLY)),
        (THIRD, (SOURCES, INDUSTRIES)),
    ):
        for left, part in zip((LEFT, RIGHT), parts, strict=True):
            draw_part(workbook, formats, part, (top, left), filled[part.table.name])
    draw_part(workbook, formats, SILENCE, (LAST, LEFT), filled[SILENCE.table.name])
    printing.page(sheet, down=0)
    sheet.set_portrait()
    sheet.set_h_pagebreaks([SECOND - 1])
    sheet.print_area(0, 0, LAST + 2 + SILENCES, RIGHT + ACROSS - 2)


def set_columns(sheet: Worksheet, formats: Formats) -> None:
    plain = formats({"font_color": INK, "valign": "vcenter"})
    sheet.set_column(0, 0, MARGIN)
    sheet.set_column(LEFT + ACROSS - 1, RIGHT - 2, GAP)
    for left in (LEFT, RIGHT):
        for offset, width in enumerate(WIDTHS):
            sheet.set_column(left - 1 + offset, left - 1 + offset, width, plain)


def draw_title(sheet: Worksheet, formats: Formats) -> None:
    sheet.set_row(0, 36)
    title = {"font_size": 22, "bold": True, "font_color": PINE, "valign": "vcenter"}
    sheet.write_string(0, LEFT - 1, SHEET, formats(title))
    says = "How the search stands. Made anew by every run; the notes on the headings say how it counts."
    sheet.write_string(1, LEFT - 1, says, formats({"font_color": STONE}))


def draw_tiles(sheet: Worksheet, formats: Formats, area: Area, rows: Sequence[Mapping[str, object]]) -> None:
    """A table of one row, drawn as a strip of tiles: a small label and a big figure each."""
    draw_table(sheet, formats, area, rows, autofilter=False)
    nothing = {"type": "cell", "criteria": "==", "value": 0, "format": formats({"font_color": FADED})}
    for place, column in enumerate(area.table.columns, start=area.first_column - 1):
        sheet.write_string(area.header_row - 1, place, column.name, formats(LABEL))
        look = (
            DAY_FIGURE
            if column.kind is Kind.DATE
            else {**FIGURE, "font_color": COLOURS.get(column.name, PINE)}
        )
        write_cell(sheet, area.header_row, place, rows[0].get(column.name), formats(look))
        sheet.conditional_format(area.cells(column.name), nothing)
    sheet.set_row(area.header_row - 1, ROW)
    sheet.set_row(area.header_row, FIGURE_ROW)


LABEL: Look = {**TILE, "font_size": 10, "font_color": STONE}
FIGURE: Look = {**TILE, "font_size": 20, "bold": True, "num_format": "0"}
DAY_FIGURE: Look = {**TILE, "font_color": INK, "bold": True, "num_format": DAY}
COLOURS = {"To write": BRICK, "Unanswered": INK, "Days to an answer": INK}


def draw_lines(
    sheet: Worksheet, formats: Formats, area: Area, filled: Mapping[str, Sequence[Mapping[str, object]]]
) -> None:
    """What the figures say, a line each."""
    draw_cells(sheet, formats, area, filled[area.table.name])
    for row in range(area.header_row, area.last_row):
        about = filled[area.table.name][row - area.header_row]["About"]
        sheet.write_string(
            row, area.first_column - 1, str(about), formats({**CELL, "bold": True, "font_color": PINE})
        )


def draw_part(
    workbook: Workbook,
    formats: Formats,
    part: Part,
    place: tuple[int, int],
    rows: Sequence[Mapping[str, object]],
) -> None:
    """A heading and what it counts, the chart if there is one, and the table below."""
    sheet, (top, left) = workbook.get_worksheet_by_name(SHEET), place
    right = left + ACROSS - 2
    sheet.write_string(top - 1, left - 1, part.heading, formats(HEADING))
    sheet.set_row(top - 1, 24)
    sheet.merge_range(top, left - 1, top, right, part.caption, formats(CAPTION))
    sheet.set_row(top, CAPTION_ROW if part.chart else 28)
    header = top + 2 + (CHART_ROWS + 1 if part.chart else 0)
    area = Area(part.table, header, left, header + len(rows))
    draw_cells(sheet, formats, area, rows)
    if part.chart:
        source = native.Source(SHEET, header, left - 1, Block(part.table.names, (("",),) * len(rows)))
        table = ", ".join(part.table.names)
        about = f"Chart: {part.shows}. Its figures stand in the table {table} right below it."
        options = {"object_position": 2, "description": about}
        sheet.insert_chart(top + 1, left - 1, part.chart(workbook, source), options)
        say_what_will_stand(sheet, formats, part, area)


def say_what_will_stand(sheet: Worksheet, formats: Formats, part: Part, area: Area) -> None:
    """A line behind the chart, to be seen while its table has no figures."""
    row, first = area.header_row - CHART_ROWS // 2 - 2, area.first_column
    place = (row, first, row, first + ACROSS - 2)
    sheet.merge_range(*place, part.empty, formats(UNSEEN))
    figure = f"${area.letter(part.table.names[1])}${area.header_row + 1}"
    rule = {"type": "formula", "criteria": f'={figure}=""', "format": formats({"font_color": STONE})}
    sheet.conditional_format(*place, rule)


HEADING: Look = {"font_size": 13, "bold": True, "font_color": PINE, "valign": "vcenter"}
CAPTION: Look = {"font_size": 9, "font_color": STONE, "valign": "top", "text_wrap": True}
UNSEEN: Look = {"font_size": 10, "italic": True, "font_color": WHITE, "align": "center", "valign": "vcenter"}
HEAD: Look = {"font_color": STONE, "font_size": 10, "bottom": 1, "bottom_color": RULE, "valign": "vcenter"}
CELL: Look = {"font_color": INK, "font_size": 10, "valign": "vcenter", "align": "left"}
PERCENT = '0"%"'
FORMATS = {
    **dict.fromkeys(("Of all", "Answered by then", "Interview rate"), PERCENT),
    "Silent for": '[=1]0" day";0" days"',
}


def draw_cells(sheet: Worksheet, formats: Formats, area: Area, rows: Sequence[Mapping[str, object]]) -> None:
    """The table, quiet beside its chart; rates are shaded, and what is from too few is grey."""
    draw_table(sheet, formats, area, rows, autofilter=False)
    left = area.first_column - 1
    for offset, column in enumerate(area.table.columns):
        sheet.write_string(area.header_row - 1, left + offset, column.name, formats(HEAD))
        look = look_of(column)
        for down, row in enumerate(rows):
            write_cell(sheet, area.header_row + down, left + offset, row.get(column.name), formats(look))
    for at in range(area.header_row - 1, area.last_row):
        sheet.set_row(at, ROW)
    if "Interview rate" in area.table.names:
        sheet.conditional_format(area.all_cells, of_few(formats, area.first("Applications")))
        sheet.conditional_format(area.cells("Interview rate"), SHADE)
    if "Of all" in area.table.names:
        of_all = f"${area.letter('Applications')}${area.header_row + 1}"
        sheet.conditional_format(area.cells("Of all"), of_few(formats, of_all))


def look_of(column: Column) -> Look:
    if column.name in FORMATS:
        return {**CELL, "num_format": FORMATS[column.name]}
    return {**CELL, "num_format": DAY if column.kind is Kind.DATE else "0"}


def of_few(formats: Formats, cell: str) -> dict[str, object]:
    """What is counted from fewer than five is grey."""
    few = f'=AND({cell}<>"",{cell}<{FEW})'
    return {"type": "formula", "criteria": few, "format": formats({"font_color": FADED})}


SHADE = {
    "type": "2_color_scale",
    "min_type": "num",
    "max_type": "num",
    "min_value": 0,
    "max_value": 100,
    "min_color": WHITE,
    "max_color": "#8DB5A9",
}

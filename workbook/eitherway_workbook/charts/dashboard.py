"""The Dashboard: six tiles, four native charts, and below them the figures that both are drawn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from eitherway.model.records import Flag
from eitherway.model.schema import APPLICATIONS, INTERVIEWS
from eitherway.model.tables import column_letter
from eitherway_workbook.charts import figures, native
from eitherway_workbook.charts.figures import Block, Figure
from eitherway_workbook.sheets import printing
from eitherway_workbook.sheets.formats import BRICK, DAY, INK, OCHRE, PINE, RULE, STONE, TILE, Formats, Look

SHEET = "Dashboard"
COLUMNS = 12
COLUMN_WIDTH = 12.0
TILE_ROW = 3
TILE_COLUMNS = 2
CHART_ROWS = (7, 22)
LAST_CHART_ROW = 36
BLOCK_ROW = 40

# National Association of Colleges and Employers, 2022: nearly 26 days on average.
DAYS_TO_OFFER = 26


class Tile(NamedTuple):
    """A label, a figure (or a plain number), and a few words below it."""

    label: str
    figure: Figure | int
    says: str
    colour: object
    num_format: str = "0"


def tiles(applications: figures.Rows, interviews: figures.Rows) -> tuple[Tile, ...]:
    """What is shown large; what has gone quiet stands beside how long an offer takes on average."""
    quiet = figures.flagged(interviews, Flag.GONE_QUIET)
    return (
        Tile("Open applications", figures.open_applications(applications), "not yet decided", PINE),
        Tile("Conversations", figures.conversations(interviews), "one per interviewer met", PINE),
        Tile("To write", figures.flagged(interviews, Flag.OVERDUE, Flag.DUE), "overdue or due", BRICK),
        Tile("Letters sent", figures.letters_sent(interviews), "all steps together", PINE),
        Tile("Gone quiet", quiet, "no word since the last note", INK),
        Tile("Interview to offer", DAYS_TO_OFFER, "on average (NACE 2022)", INK, '"nearly "0" days"'),
    )


def draw(workbook: Workbook, formats: Formats, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
    """Add the sheet and draw it."""
    sheet = workbook.add_worksheet(SHEET)
    applications, interviews = rows[APPLICATIONS.name], rows[INTERVIEWS.name]
    sheet.hide_gridlines(2)
    sheet.set_tab_color(OCHRE)
    sheet.set_zoom(90)
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, COLUMNS + 1, COLUMN_WIDTH)
    draw_title(sheet, formats)
    for place, tile in enumerate(tiles(applications, interviews)):
        draw_tile(sheet, formats, 1 + place * TILE_COLUMNS, tile)
    draw_charts(workbook, sheet, formats, applications, interviews)
    printing.page(sheet, down=1)
    sheet.print_area(0, 0, LAST_CHART_ROW, COLUMNS)


def draw_title(sheet: Worksheet, formats: Formats) -> None:
    sheet.set_row(0, 36)
    title = {"font_size": 22, "bold": True, "font_color": PINE, "valign": "vcenter"}
    sheet.write_string(0, 1, SHEET, formats(title))
    says = "How the search stands, counted from Applications and Interviews."
    sheet.write_string(1, 1, says, formats({"font_color": STONE}))


def draw_tile(sheet: Worksheet, formats: Formats, left: int, tile: Tile) -> None:
    """Three cells one above the other; a white edge parts the tile from the one before it."""
    looks: tuple[Look, ...] = (
        {"font_size": 10, "font_color": STONE},
        {"font_size": 20, "font_color": tile.colour, "bold": True, "num_format": tile.num_format},
        {"font_size": 10, "font_color": STONE},
    )
    for down, (content, look) in enumerate(zip((tile.label, tile.figure, tile.says), looks, strict=True)):
        row, cell = TILE_ROW + down, {**TILE, **look}
        sheet.set_row(row, 36 if down == 1 else 18)
        sheet.merge_range(row, left, row, left + TILE_COLUMNS - 1, None, formats(cell))
        write(sheet, row, left, content, formats(cell))


def draw_charts(
    workbook: Workbook,
    sheet: Worksheet,
    formats: Formats,
    applications: figures.Rows,
    interviews: figures.Rows,
) -> None:
    """Each block of figures, and the chart that is drawn from it."""
    sheet.write_string(BLOCK_ROW - 2, 1, "The figures behind the charts", formats(BLOCK_TITLE))
    blocks = (
        (figures.by_flag(interviews), native.by_flag, 1, "a bar for each flag, with its conversations"),
        (figures.by_status(applications), native.by_status, 4, "a ring of the applications by status"),
        (figures.by_stage(interviews), native.by_stage, 7, "a bar for each stage, with its conversations"),
        (figures.by_week(interviews), native.by_week, 10, "columns of what was sent, week by week"),
    )
    for place, (block, chart_of, left, shows) in enumerate(blocks):
        draw_block(sheet, formats, left, block)
        chart = chart_of(workbook, native.Source(SHEET, BLOCK_ROW, left, block))
        row, column = CHART_ROWS[place // 2], 1 + (place % 2) * COLUMNS // 2
        told = f"Chart: {shows}. Its figures stand in the table {', '.join(block.heads)} below the charts."
        sheet.insert_chart(row, column, chart, {"x_offset": 3, "object_position": 2, "description": told})


def draw_block(sheet: Worksheet, formats: Formats, left: int, block: Block) -> None:
    for offset, head in enumerate(block.heads):
        sheet.write_string(BLOCK_ROW - 1, left + offset, head, formats(BLOCK_HEAD))
    for down, line in enumerate(block.lines):
        for offset, content in enumerate(line):
            label = f"${column_letter(left + 1)}{BLOCK_ROW + down + 1}"
            below = f"${column_letter(left + 1)}{BLOCK_ROW + down + 2}"
            look = BLOCK_LABEL if offset == 0 else BLOCK_CELL
            write(sheet, BLOCK_ROW + down, left + offset, content, formats(look), label=label, below=below)


BLOCK_TITLE: Look = {"font_color": STONE, "italic": True}
BLOCK_HEAD: Look = {"font_color": STONE, "font_size": 10, "bottom": 1, "bottom_color": RULE}
BLOCK_CELL: Look = {"font_color": STONE, "font_size": 10, "num_format": "0", "align": "left"}
BLOCK_LABEL: Look = {**BLOCK_CELL, "num_format": DAY}


def write(sheet: Worksheet, row: int, column: int, content: object, style: Format, **cells: str) -> None:
    """Write a label, a plain number, or a figure whose formula refers to `cells`."""
    match content:
        case Figure(formula, value):
            sheet.write_formula(row, column, formula.format(**cells), style, stored(value))
        case int():
            sheet.write_number(row, column, content, style)
        case _:
            sheet.write_string(row, column, str(content), style)


def stored(value: int | date | str) -> int | str:
    """A date as Excel stores it: the days since 30 December 1899."""
    return (value - date(1899, 12, 30)).days if isinstance(value, date) else value

"""How the sheets come out of a printer: landscape, header on every page, page numbers, A4 or Letter alike."""

from __future__ import annotations

from math import ceil

from xlsxwriter.worksheet import Worksheet

from eitherway_workbook.sheets.tables import Area

# At more characters than this across a landscape page, the print is too small to read.
PAGE_WIDTH = 235


def set_up(sheet: Worksheet, area: Area, frozen: int) -> None:
    """Fit the table to one page across, or to as few as stay legible, each with the frozen columns."""
    widths = [column.width for column in area.table.drawn if column.name not in area.table.hidden]
    key, rest = sum(widths[:frozen]), sum(widths[frozen:])
    pages = ceil(rest / (PAGE_WIDTH - key)) if key + rest > PAGE_WIDTH else 1
    page(sheet, pages)
    sheet.repeat_rows(area.header_row - 1)
    if pages > 1:
        sheet.repeat_columns(0, frozen - 1)
        sheet.print_across()
        sheet.set_zoom(90)


def page(sheet: Worksheet, across: int = 1, down: int = 0) -> None:
    """Landscape with narrow margins; `down` 0 takes as many pages as there are rows."""
    sheet.set_landscape()
    sheet.fit_to_pages(across, down)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&9&K7C8A89Either Way: &A&R&9&K7C8A89&P of &N")

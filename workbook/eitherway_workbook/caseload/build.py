"""The caseload: one workbook over those of many job seekers, made anew by each batch."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from eitherway.model.columns import Table
from eitherway.model.records import Flag
from eitherway_workbook.caseload import overview, rows
from eitherway_workbook.caseload.charts import draw_charts
from eitherway_workbook.caseload.names import Client, Names
from eitherway_workbook.caseload.tables import FOLLOW_UPS, SILENCE, TO_MEND, WORKBOOKS
from eitherway_workbook.sheets.formats import FADED, FLAG_LOOKS, STONE, Formats, Look, row_height
from eitherway_workbook.sheets.printing import set_up
from eitherway_workbook.sheets.tables import Area, draw_table

__all__ = ["Client", "caseload", "day_of", "is_caseload"]

MOST_ROWS = 100_000
"""Rows that a sheet is still pleasant with; Excel itself ends at 1,048,576."""

MARK = "Either Way caseload"
"""The property of the document that tells a caseload from other workbooks; its value is the day."""

LONGEST_MARKED = 100_000
"""Bytes within which the mark stands: other properties may have been added to it since."""

NOT_DONE_LOOK = FLAG_LOOKS[Flag.OVERDUE]
LOOKS: Mapping[str, Mapping[str, Look]] = {
    "Flag": {flag.value: look for flag, look in FLAG_LOOKS.items()},
    "State": {
        **dict.fromkeys(("Refused", "Failed", "Not run"), NOT_DONE_LOOK),
        "Not ours": {"font_color": FADED},
    },
}
"""By column: how a cell looks by its value."""

HEADER_HEIGHT = 32


def caseload(path: Path, clients: Sequence[Client], as_of: date, since: date | None = None) -> None:
    """Write the caseload of all clients to `path`; links in it are relative to its folder.

    Clients that are equally urgent stay in their order. `since` is the day of the caseload that changes are
    told against, None without one. Raises OSError where it cannot be written.
    """
    names = Names(clients, path.resolve().parent)
    owed = rows.follow_ups(clients, names)
    listed = owed[:MOST_ROWS]
    lines = overview.lines(clients, len(owed), len(listed), as_of, since)
    try:
        with Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as workbook:
            workbook.set_custom_property(MARK, as_of.isoformat())
            formats = Formats(workbook)
            first = workbook.add_worksheet("Overview")
            for sheet in (
                _table(workbook, formats, FOLLOW_UPS, listed, frozen=4),
                _table(workbook, formats, WORKBOOKS, rows.workbooks(clients, names), frozen=1),
                _table(workbook, formats, SILENCE, rows.silences(clients, names)[:MOST_ROWS], frozen=3),
                _table(workbook, formats, TO_MEND, rows.problems(clients, names)[:MOST_ROWS], frozen=1),
            ):
                day = overview.spoken(as_of)
                sheet.set_header(f"&L&9&K{STONE[1:]}Caseload: &A&R&9&K{STONE[1:]}{day}")
            overview.write_lines(first, formats, lines)
            draw_charts(workbook, first, len(lines) + 2, clients, names)
    except FileCreateError as trouble:
        raise OSError(*trouble.args[0].args) from trouble  # XlsxWriter wraps the system's own word


def is_caseload(path: Path) -> bool:
    """Whether the file is a caseload, which the next one may replace."""
    return f'name="{MARK}"' in _properties(path)


def day_of(path: Path) -> date | None:
    """The day of a caseload; None of any other file."""
    found = re.search(rf'name="{MARK}"[^>]*>\s*<[^>]*>(\d{{4}}-\d\d-\d\d)<', _properties(path))
    return date.fromisoformat(found[1]) if found else None


def _properties(path: Path) -> str:
    try:
        with ZipFile(path) as package, package.open("docProps/custom.xml") as properties:
            return properties.read(LONGEST_MARKED).decode("utf-8", "replace")
    except (OSError, BadZipFile, KeyError, zlib.error, RuntimeError):  # what zipfile raises for other files
        return ""


def _table(
    workbook: Workbook, formats: Formats, table: Table, rows: Sequence[Mapping[str, object]], frozen: int
) -> Worksheet:
    sheet = workbook.add_worksheet(table.name)
    area = Area(table, 1, 1, max(len(rows), 1) + 1)
    for offset, column in enumerate(table.columns):
        sheet.set_column(offset, offset, column.width)
    sheet.set_default_row(row_height(table))
    draw_table(sheet, formats, area, rows, autofilter=True)
    sheet.set_row(0, HEADER_HEIGHT)
    sheet.freeze_panes(1, frozen)
    sheet.hide_gridlines(2)
    for column_name, looks in LOOKS.items():
        for value, look in looks.items() if column_name in table.by_name else ():
            rule = {"type": "cell", "criteria": "==", "value": f'"{value}"', "format": formats(look)}
            sheet.conditional_format(area.cells(column_name), rule)
    set_up(sheet, area, frozen)
    return sheet

"""Conditional formats: flags in their colours, and what is late by today's date even before the next run."""

from __future__ import annotations

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet

from eitherway.model.choices import CLOSED_STATUSES
from eitherway.model.codes import Severity
from eitherway_workbook.sheets.formats import (
    FADED,
    FLAG_LOOKS,
    PAST,
    RULE,
    SETTLED,
    TODAY_LOOK,
    Formats,
    Look,
)
from eitherway_workbook.sheets.tables import Area

LINE: Look = {"bottom": 1, "bottom_color": RULE}
DUE_COLUMNS = ("Due", "Next due")
SEVERITY_LOOKS = {Severity.ERROR: PAST, Severity.WARNING: TODAY_LOOK}


def colour(sheet: Worksheet, formats: Formats, area: Area) -> None:
    """Give the area every conditional format that its columns call for.

    Single columns come before whole rows: where two formats meet, LibreOffice applies the first only.
    """
    names = area.table.names
    if "Flag" in names:
        colour_values(sheet, formats, area, "Flag", FLAG_LOOKS.items())
    if "Severity" in names:
        colour_values(sheet, formats, area, "Severity", SEVERITY_LOOKS.items())
    for due in DUE_COLUMNS:
        if due in names:
            colour_due(sheet, formats, area, due)
    if "Flag" in names:
        fade(sheet, formats, area, "Flag", SETTLED)
    if "Status" in names:
        fade(sheet, formats, area, "Status", CLOSED_STATUSES)
    rule_rows(sheet, formats, area)


def colour_values(
    sheet: Worksheet, formats: Formats, area: Area, column: str, looks: Iterable[tuple[str, Look]]
) -> None:
    for value, look in looks:
        rule = {"type": "cell", "criteria": "==", "value": f'"{value}"', "format": formats({**LINE, **look})}
        sheet.conditional_format(area.cells(column), rule)


def colour_due(sheet: Worksheet, formats: Formats, area: Area, column: str) -> None:
    """Red once the day has passed, amber on the day: Excel counts it on opening, without any run."""
    cell = area.first(column)
    for comparison, look in (("<", PAST), ("=", TODAY_LOOK)):
        formula = f"=AND(ISNUMBER({cell}),{cell}{comparison}TODAY())"
        rule = {"type": "formula", "criteria": formula, "format": formats({**LINE, **look})}
        sheet.conditional_format(area.cells(column), rule)


def fade(sheet: Worksheet, formats: Formats, area: Area, column: str, values: Iterable[str]) -> None:
    """Let rows recede that need nothing any more."""
    tests = ",".join(f'{area.first(column)}="{value}"' for value in values)
    rule = {"type": "formula", "criteria": f"=OR({tests})", "format": formats({**LINE, "font_color": FADED})}
    sheet.conditional_format(area.all_cells, rule)


def rule_rows(sheet: Worksheet, formats: Formats, area: Area) -> None:
    """A hairline below every filled row; on sheets to type in, the grid does that on the screen."""
    key = area.first(area.table.names[0])
    line = formats(LINE)
    sheet.conditional_format(area.all_cells, {"type": "formula", "criteria": f'={key}<>""', "format": line})

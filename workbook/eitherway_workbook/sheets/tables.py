"""Draw one Excel table: its header with notes, its cells, and the columns' style for rows to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from math import ceil
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from eitherway.model.columns import Column, Role, Table
from eitherway.model.records import Formula, Link
from eitherway.model.tables import column_letter
from eitherway_workbook.sheets.formats import Formats, row_height, wraps

# Drop-downs and colours reach this far down, so that rows added later have them too.
LAST_ROW = 2000
ROOM_BELOW = 500
LINE_HEIGHT = 15.0


class Area(NamedTuple):
    """Where a drawn table stands, counted from 1 as Excel does: `last_row` is as far as its helpers reach."""

    table: Table
    header_row: int
    first_column: int
    last_row: int

    def letter(self, column: str) -> str:
        """The letter of a column by its name."""
        return column_letter(self.first_column + [*self.table.by_name].index(column))

    def cells(self, column: str) -> str:
        """The column's data cells, present and to come: "T3:T2000"."""
        letter = self.letter(column)
        return f"{letter}{self.header_row + 1}:{letter}{self.last_row}"

    def first(self, column: str) -> str:
        """The column's first data cell, its letter fixed, for formulas over the whole area: "$T3"."""
        return f"${self.letter(column)}{self.header_row + 1}"

    @property
    def all_cells(self) -> str:
        """All data cells, present and to come."""
        first, last = self.table.drawn[0].name, self.table.drawn[-1].name
        return f"{self.letter(first)}{self.header_row + 1}:{self.letter(last)}{self.last_row}"


def draw_table(
    sheet: Worksheet, formats: Formats, area: Area, rows: Sequence[Mapping[str, object]], autofilter: bool
) -> None:
    """Draw the table and its rows; one blank row stands in where there are none, as Excel needs one."""
    top, left, table = area.header_row - 1, area.first_column - 1, area.table
    rows = rows or [{}]
    sheet.add_table(
        top,
        left,
        top + len(rows),
        left + len(table.drawn) - 1,
        {
            "name": table.excel_name,
            "style": None,
            "autofilter": autofilter,
            "columns": [
                {
                    "header": column.name,
                    "header_format": formats.header(column),
                    "formula": formula_of(table, column),
                }
                for column in table.drawn
            ],
        },
    )
    for down, row in enumerate(rows, start=1):
        # A row of the usual height names none: its own would shrink to one line when it is edited. The first
        # of a list that is made anew is fixed (`sheet.header_row`), to be as high as those that follow it.
        height = height_of(table, row)
        if height > row_height(table) or table.role is Role.COMPUTED:
            sheet.set_row(top + down, height)
    for offset, column in enumerate(table.drawn):
        write_note(sheet, top, left + offset, column)
        style = formats.cell(table, column)
        for down, row in enumerate(rows, start=1):
            write_cell(sheet, top + down, left + offset, content(table, column, row), style)


def content(table: Table, column: Column, row: Mapping[str, object]) -> object:
    """What the row's cell in the column holds: in a column of links, the formula that all rows have."""
    if column.link is None:
        return row.get(column.name)
    return Formula(formula_of(table, column), column.link.shows(row))


def formula_of(table: Table, column: Column) -> str:
    """The formula of a column of links, "" for the others."""
    headers = {name: name for name in table.by_name}
    return f"={column.link.formula(table.excel_name, headers)}" if column.link else ""


def height_of(table: Table, row: Mapping[str, object]) -> float:
    """The row's height in points: the table's own, or more where a cell has more lines than fit in it."""
    wrapped = (column for column in table.columns if wraps(table, column))
    lines = max((lines_in(str(row.get(column.name) or ""), column.width) for column in wrapped), default=1)
    return max(row_height(table), LINE_HEIGHT * lines + 2)


def lines_in(text: str, width: float) -> int:
    """How many lines the text takes in a column, taking every character for as wide as a digit."""
    return sum(ceil(max(len(line), 1) / width) for line in text.split("\n"))


def write_note(sheet: Worksheet, row: int, column: int, of: Column) -> None:
    """The column's help as a note on its header."""
    text = of.help + (" Must be filled in." if of.required else "") + (OURS_NOTE if of.ours else "")
    lines = 1 + len(text) // 38
    look = {"color": "#FBFAF3", "font_name": "Calibri", "font_size": 10, "x_offset": 12, "y_offset": 4}
    sheet.write_comment(row, column, text, {**look, "width": 250, "height": 14 + 17 * lines})


OURS_NOTE = " Either Way fills this in."


def write_cell(sheet: Worksheet, row: int, column: int, value: object, style: Format) -> None:
    """Write a `records.CellValue` as what it is; text never becomes a formula, a link or a number."""
    match value:
        case None | "":
            sheet.write_blank(row, column, None, style)
        case Formula():
            sheet.write_formula(row, column, value.text, style, value.shows)
        case Link():
            sheet.write_formula(row, column, f"={value.formula}", style, value.text)
        case datetime() | date():
            sheet.write_datetime(row, column, value, style)
        case bool():
            sheet.write_boolean(row, column, value, style)
        case int() | float():
            sheet.write_number(row, column, value, style)
        case str():
            sheet.write_string(row, column, value, style)
        case _:
            raise ValueError(f"a cell cannot hold {value!r}")

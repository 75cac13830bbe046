"""The part of `calc.py` that knows sheets, tables and cells; its functions are called as those there are."""

from __future__ import annotations

import importlib
import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

uno: Any = importlib.import_module("uno")

if TYPE_CHECKING:
    from typing import TypeAlias

    Area: TypeAlias = list[int]
    Document: TypeAlias = Any

DATE, LOGICAL = 2, 1024  # com.sun.star.util.NumberFormat
_TEXT_OR_SEPARATOR = re.compile(r'"(?:[^"]|"")*"|\{[^}]*\}|[;,]')


# --- sheets


def is_protected(it: Document, sheet: str) -> bool:
    return bool(it.Sheets.getByName(sheet).isProtected())


def selection(it: Document) -> list[Any]:
    """The sheet and the areas that are selected; nothing where that is a drawing."""
    chosen = it.CurrentController.getSelection()
    if hasattr(chosen, "getRangeAddresses"):
        found = chosen.getRangeAddresses()
    else:
        found = [chosen.RangeAddress] if hasattr(chosen, "RangeAddress") else []
    areas = [area_of(each) for each in found]
    return [it.Sheets.getByIndex(found[0].Sheet).Name, areas] if areas else []


def select(it: Document, sheet: str, area: Area) -> None:
    it.CurrentController.select(cells(it, sheet, area))


# --- tables


def tables(it: Document, sheet: str) -> list[dict[str, Any]]:
    """Each table that stands on the sheet, from above."""
    number = it.Sheets.getByName(sheet).RangeAddress.Sheet
    here = [table for table in it.DatabaseRanges if table.DataArea.Sheet == number]
    found = [
        {
            "name": table.Name,
            "area": area_of(table.DataArea),
            "headers": table.ContainsHeader,
            "totals": table.TotalsRow,
        }
        for table in here
    ]
    return sorted(found, key=lambda table: table["area"])


def resize(it: Document, name: str, area: Area) -> None:
    """Let the table cover another area of its sheet."""
    table = it.DatabaseRanges.getByName(name)
    to = table.DataArea
    to.StartRow, to.StartColumn, to.EndRow, to.EndColumn = (number - 1 for number in area)
    table.setDataArea(to)


# --- cells


def values(it: Document, sheet: str, area: Area) -> list[list[Any]]:
    """What the cells of an area hold."""
    block = cells(it, sheet, area)
    rows = [list(row) for row in block.getDataArray()]
    for row, column, value in numbered(rows):
        if value == "":
            rows[row][column] = None
        elif value is None:
            rows[row][column] = {"error": block.getCellByPosition(column, row).String}
    for row, column, kind in formatted(it, block, rows):
        rows[row][column] = meant(it, rows[row][column], kind)
    return rows


def numbered(rows: list[list[Any]]) -> list[tuple[int, int, Any]]:
    return [(row, column, value) for row, given in enumerate(rows) for column, value in enumerate(given)]


def formatted(it: Document, block: Any, rows: list[list[Any]]) -> list[tuple[int, int, int]]:
    """The numbers that are shown as something else: row, column and kind of format."""
    numbers = {(row, column) for row, column, value in numbered(rows) if isinstance(value, float)}
    found = []
    for alike in block.getUniqueCellFormatRanges() if numbers else ():
        kind = it.NumberFormats.getByKey(alike.NumberFormat).Type & (DATE | LOGICAL)
        for part in alike.getRangeAddresses() if kind else ():
            found += [(row, column, kind) for row, column in within(part, block.RangeAddress)]
    return [(row, column, kind) for row, column, kind in found if (row, column) in numbers]


def within(part: Any, whole: Any) -> list[tuple[int, int]]:
    """The rows and columns of a part, counted from the whole's first cell."""
    rows = range(part.StartRow - whole.StartRow, part.EndRow - whole.StartRow + 1)
    columns = range(part.StartColumn - whole.StartColumn, part.EndColumn - whole.StartColumn + 1)
    return [(row, column) for row in rows for column in columns]


def meant(it: Document, number: float, kind: int) -> Any:
    """A day, or true or false. A time of day is a number, as Excel gives it."""
    if kind & LOGICAL:
        return bool(number)
    return {"moment": (day_zero(it) + timedelta(days=number)).isoformat()}


def day_zero(it: Document) -> datetime:
    return datetime(it.NullDate.Year, it.NullDate.Month, it.NullDate.Day)  # noqa: DTZ001 - a cell has no time zone


def write(it: Document, sheet: str, area: Area, rows: list[list[Any]]) -> None:
    """Have the cells of an area hold this; text that begins with = is a formula, an apostrophe hides."""
    if is_protected(it, sheet):
        raise PermissionError(f"{sheet} is protected")
    block = cells(it, sheet, area)
    block.setDataArray(tuple(tuple(stored(it, value) for value in row) for row in rows))
    for row, column, value in numbered(rows):
        if isinstance(value, str) and value.startswith("="):
            block.getCellByPosition(column, row).Formula = separated(value, ";")
        elif isinstance(value, (bool, dict)):
            show_as(it, block.getCellByPosition(column, row), LOGICAL if isinstance(value, bool) else DATE)


def stored(it: Document, value: Any) -> Any:
    """The value for setDataArray: text as it stands, or a number."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return (datetime.fromisoformat(value["moment"]) - day_zero(it)) / timedelta(days=1)
    if isinstance(value, str):
        return value[1:] if value.startswith("'") else value
    return float(value)


def show_as(it: Document, cell: Any, kind: int) -> None:
    """Give the cell the plain format of a kind, unless it has one of that kind."""
    if not it.NumberFormats.getByKey(cell.NumberFormat).Type & kind:
        cell.NumberFormat = it.NumberFormats.getStandardFormat(
            kind, uno.createUnoStruct("com.sun.star.lang.Locale")
        )


def formulas(it: Document, sheet: str, area: Area) -> list[list[str]]:
    """The formulas of an area, in English; of a cell without one its text."""
    rows = cells(it, sheet, area).getFormulaArray()
    return [[separated(text, ",") if text.startswith("=") else text for text in row] for row in rows]


def separated(formula: str, separator: str) -> str:
    """The formula with this between its arguments: a comma as in Excel, or a semicolon as UNO has it."""
    return _TEXT_OR_SEPARATOR.sub(lambda found: separator if found[0] in ";," else found[0], formula)


def number_format(it: Document, sheet: str, area: Area) -> str | None:
    """The format code of the area's cells, in English as in Excel; None where they differ."""
    alike = cells(it, sheet, area).getUniqueCellFormatRanges()
    found = {in_english(it, alike.getByIndex(number).NumberFormat) for number in range(alike.Count)}
    return found.pop() if len(found) == 1 else None


def in_english(it: Document, key: int) -> str:
    """The code of a number format; a German document calls the year J."""
    found, english = it.NumberFormats.getByKey(key), uno.createUnoStruct("com.sun.star.lang.Locale")
    english.Language, english.Country = "en", "US"
    if found.Locale.Language != "en":
        key = it.NumberFormats.addNewConverted(found.FormatString, found.Locale, english)
    return str(it.NumberFormats.getByKey(key).FormatString)


def set_number_format(it: Document, sheet: str, area: Area, code: str) -> None:
    formats, locale = it.NumberFormats, uno.createUnoStruct("com.sun.star.lang.Locale")
    known = formats.queryKey(code, locale, False)
    cells(it, sheet, area).NumberFormat = formats.addNew(code, locale) if known < 0 else known


def are_rows_hidden(it: Document, sheet: str, area: Area) -> bool | None:
    """Whether the area's rows are hidden; None where some are."""
    rows = cells(it, sheet, area).Rows
    hidden = {not rows.getByIndex(number).IsVisible for number in range(rows.Count)}
    return hidden.pop() if len(hidden) == 1 else None


def hide_rows(it: Document, sheet: str, area: Area, hide: bool) -> None:
    cells(it, sheet, area).Rows.IsVisible = not hide


def cells(it: Document, sheet: str, area: Area) -> Any:
    top, left, bottom, right = (number - 1 for number in area)
    return it.Sheets.getByName(sheet).getCellRangeByPosition(left, top, right, bottom)


def area_of(address: Any) -> Area:
    return [address.StartRow + 1, address.StartColumn + 1, address.EndRow + 1, address.EndColumn + 1]

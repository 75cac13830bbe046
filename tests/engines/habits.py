"""Excel's habits that a program which writes into an open workbook meets, each with the thread on it.

Where the threads differ between versions, the worst is taken.

- `fill`: a formula that is written into a column of a table goes into the whole column (xlwings 2113, 2383;
  office-js 2093 "by design"), also into cells that are set to nothing (office-js 1916); of several formulas
  the bottommost wins (office-js 6745). A row that joins the table gets the column's formula. Turning
  AutoFillFormulasInLists off does not help (xlwings 2113).
- `reached`: a block that is written over hidden rows puts its first row into every visible one, and nothing
  into the hidden ones (xlwings 679, 747, 1483, 2619; office-js 224). A single row is written as it should be,
  hidden or not (NetOffice 2).
- `as_given`: a number in a cell with a date's format is read as a datetime (xlwings 1588).
- `can_end_at`: a table does not grow over another table or over merged cells (office-js-docs 42).
- A change runs the user's own event macros, unless events are off (xlwings 1025): `Sheet.on_change`.
- A call is refused while a cell is edited or a dialog is open (xlwings 587; office-js 856, 3388):
  `App.before_call`.
- A protected sheet refuses every write: `Sheet.api.ProtectContents`.
- What is selected stays selected while the cells under it change (xlwings-server 329): `App.selection`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet.table import Table, TableFormula
from openpyxl.worksheet.worksheet import Worksheet

from eitherway.books.sheet.areas import Area, area

_OF_ROW = r"\w*\[\[#This Row\],\[([^\]]*)\]\]|\w*\[@\[?([^\]]*?)\]?\]"
_SHORT = re.compile(_OF_ROW)
_LINK = re.compile(r'HYPERLINK\("(?:[^"]|"")*","((?:[^"]|"")*)"\)')
_IF_EMPTY = re.compile(rf'IF\((?:{_OF_ROW})="",(.*?),(.*)\)')
_UNIFORM = re.compile(rf'IF\((?:{_OF_ROW})="",(.*?),HYPERLINK\((?:{_OF_ROW}),(.*)\)\)')


def reached(block: Area, hidden: frozenset[int], rows: Sequence[Sequence[Any]]) -> Iterator[tuple[int, Any]]:
    """The rows of the sheet that a write of the block reaches, and what each of them gets."""
    numbers = range(block.top, block.bottom + 1)
    astray = len(rows) > 1 and not hidden.isdisjoint(numbers)
    for number, row in zip(numbers, rows, strict=True):
        if not astray:
            yield number, row
        elif number not in hidden:
            yield number, rows[0]


def fill(sheet: Worksheet, block: Area) -> list[tuple[int, int, str]]:
    """The cells, by row and column, that get a formula because one was written into the block."""
    filled = []
    for table in sheet.tables.values():
        body = _body(table)
        for column in range(max(body.left, block.left), min(body.right, block.right) + 1):
            rows = range(max(body.top, block.top), min(body.bottom, block.bottom) + 1)
            written = [text for row in rows if (text := formula(sheet.cell(row, column))) is not None]
            if written:
                table.tableColumns[column - body.left].calculatedColumnFormula = TableFormula(
                    attr_text=written[-1][1:]
                )
                filled += [
                    (row, column, written[-1])
                    for row in range(body.top, body.bottom + 1)
                    if sheet.cell(row, column).value is None or formula(sheet.cell(row, column))
                ]
    return filled


def joined(table: Table, first: int, last: int) -> list[tuple[int, int, str]]:
    """The cells that get their column's formula as these rows join the table."""
    left = area(table.ref).left
    return [
        (row, left + offset, f"={column.calculatedColumnFormula.attr_text}")
        for offset, column in enumerate(table.tableColumns)
        if column.calculatedColumnFormula is not None
        for row in range(first, last + 1)
    ]


def can_end_at(sheet: Worksheet, table: Table, to: Area) -> bool:
    """Whether Excel lets the table cover this area."""
    others = [area(other.ref) for other in sheet.tables.values() if other is not table]
    merged = [area(str(each)) for each in sheet.merged_cells.ranges]
    return to.top == area(table.ref).top and not any(to.overlaps(each) for each in (*others, *merged))


def as_given(value: Any, number_format: str) -> Any:
    """A cell's value as Excel hands it out over COM."""
    a_number = isinstance(value, int | float) and not isinstance(value, bool)
    return from_excel(value) if a_number and value >= 1 and is_date_format(number_format) else value


def shown(text: str, sheet: Worksheet, values: Worksheet, row: int, column: int) -> Any:
    """What a link's formula shows in this cell; None for formulas that this Excel cannot work out."""
    if link := _LINK.fullmatch(text.removeprefix("=")):
        return link[1].replace('""', '"')
    uniform = _UNIFORM.fullmatch(text.removeprefix("="))
    if uniform is None:
        return None
    table = next((each for each in sheet.tables.values() if area(each.ref).holds(row, column)), None)
    if table is None:
        return "#VALUE!"
    in_row = {
        each.name: values.cell(row, area(table.ref).left + place).value
        for place, each in enumerate(table.tableColumns)
    }
    target = in_row[uniform[1] or uniform[2]]
    return _text(uniform[6] if target else uniform[3], in_row)


def formula(cell: Any) -> str | None:
    """The formula that a cell of openpyxl's holds; text that begins with an equals sign is none."""
    return str(getattr(cell.value, "text", cell.value)) if cell.data_type == "f" else None


def _text(joined_by_and: str, in_row: Mapping[str, Any]) -> str:
    if chosen := _IF_EMPTY.fullmatch(joined_by_and):
        return _text(chosen[4] if in_row[chosen[1] or chosen[2]] else chosen[3], in_row)
    said = ""
    for part in joined_by_and.split("&"):
        column = _SHORT.fullmatch(part)
        said += str(in_row[column[1] or column[2]] or "") if column else part.strip('"')
    return said


def _body(table: Table) -> Area:
    whole = area(table.ref)
    return whole._replace(
        top=whole.top + (table.headerRowCount != 0), bottom=whole.bottom - bool(table.totalsRowCount)
    )

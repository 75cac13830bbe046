"""New columns at the right end of a table: how their headers look, and how wide they are.

Format: ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.17 (cols). The table's own part is told in `sheet/table_xml.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from eitherway.books.package.markup import attribute, masked, number, spliced, start_tag, with_attribute
from eitherway.books.sheet import areas

WIDEST = 16_384
"""Columns of a sheet (Excel's limit)."""


class NewColumns(NamedTuple):
    """Their names, the row of the headers, the first one's number, and that of the column each looks like."""

    names: Sequence[str]
    row: int
    first: int
    looks: Sequence[int]


def dressed(sheet: bytes, new: NewColumns) -> bytes:
    """The sheet's XML in which the headers, already there, have the style and width of the other columns."""
    for column, like in enumerate(new.looks, start=new.first):
        style = _style(sheet, areas.address(new.row, like))
        sheet = _styled(sheet, areas.address(new.row, column), style)
        sheet = _with_width(sheet, column, like)
    return sheet


def _cell(address: str) -> re.Pattern[bytes]:
    return re.compile(rb'<(?:[\w.-]+:)?c r="' + address.encode() + rb'"[^>]*>')


def _style(sheet: bytes, address: str) -> bytes:
    found = _cell(address).search(sheet)
    return (attribute(found[0], "s") or "").encode() if found else b""


def _styled(sheet: bytes, address: str, style: bytes) -> bytes:
    if not style:
        return sheet
    return _cell(address).sub(lambda cell: with_attribute(cell[0], "s", style.decode()), sheet, count=1)


def _with_width(sheet: bytes, column: int, like: int) -> bytes:
    """The column as wide and in the style of another, unless the sheet says already how it is."""
    tags = [*start_tag("col").finditer(masked(sheet[: sheet.find(b"sheetData")]))]
    reach = [(number(tag[0], "min"), number(tag[0], "max")) for tag in tags]
    model = next((tag[0] for tag, (low, high) in zip(tags, reach, strict=True) if low <= like <= high), None)
    if model is None or any(low <= column <= high for low, high in reach):
        return sheet
    new = with_attribute(with_attribute(model, "min", str(column)), "max", str(column))
    at = max(tag.end() for tag, (low, _) in zip(tags, reach, strict=True) if low < column)
    return spliced(sheet, [(at, at, new)])

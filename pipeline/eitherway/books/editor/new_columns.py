"""New columns at the right end of a table: its part, the header's cells, and how wide and in what style
they are.

Format: ECMA-376 part 1, 18.5.1.2 (table), 18.5.1.3 (tableColumn), 18.3.1.17 (cols). The name of a column
and the text of its header's cell have to be the same, or Excel repairs the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from eitherway.books.package.markup import (
    Splice,
    attribute,
    end_tag,
    masked,
    number,
    spliced,
    start_tag,
    with_attribute,
)
from eitherway.books.sheet import areas
from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.sheet_xml import SheetXml
from eitherway.books.sheet.table_xml import TableXml
from eitherway.model.problems import CannotAct, CellsInTheWay
from eitherway.words.comparison import find

WIDEST_COLUMN = 16_384


def in_table(data: bytes, names: Sequence[str]) -> bytes:
    """The table part with these columns behind the last one; its range and its filter's reach over them."""
    scan = masked(data)
    splices: list[Splice] = []
    for tag in (*start_tag("table").finditer(scan), *start_tag("autoFilter").finditer(scan)):
        if extent := areas.known_area(attribute(tag[0], "ref")):
            wide = extent._replace(right=extent.right + len(names))
            splices.append((*tag.span(), with_attribute(tag[0], "ref", str(wide))))
    columns = [*start_tag("tableColumn").finditer(scan)]
    last = max((number(column[0], "id") for column in columns), default=0)
    prefix = columns[-1][1].decode()
    new = "".join(
        f"<{prefix}tableColumn id={quoteattr(str(id_))} name={_escaped(name)}/>"
        for id_, name in enumerate(names, start=last + 1)
    )
    every = start_tag("tableColumns").search(scan)
    close = end_tag("tableColumns").search(scan)
    if every and close:
        splices.append((*every.span(), with_attribute(every[0], "count", str(len(columns) + len(names)))))
        splices.append((close.start(), close.start(), new.encode()))
    return spliced(data, splices)


def on_sheet(
    sheet: SheetXml, name: str, table: TableXml, new: tuple[Sequence[str], str], taken: Sequence[Area]
) -> bytes:
    """The sheet's XML with the headers' cells. `new` are their names, and the column that they look like.

    Raises CellsInTheWay where anything stands there, CannotAct for a table that cannot get columns.
    """
    area, (names, like) = table.area, new
    beside = Area(area.top, area.right + 1, area.bottom, area.right + len(names))
    if not table.header_rows or beside.right > WIDEST_COLUMN:
        raise CannotAct(
            f"The table {table.name} cannot get another column.",
            "Run this again with --keep notes. Nothing was written.",
        )
    if found := _in_the_way(sheet, beside, taken):
        raise CellsInTheWay(
            f"The table {table.name} has to grow to the right, but {name}!{found}.",
            "Move what stands there, or run this again with --keep notes. Nothing was written.",
        )
    at = area.left + table.columns.index(find(like, table.columns) or table.columns[-1])
    style = next((style for _, _, _, style in sheet.held_in(Area(area.top, at, area.top, at))), b"")
    data, _ = sheet.changed({area.top: {beside.left + i: each for i, each in enumerate(names)}})
    for column in range(beside.left, beside.right + 1):
        data = _styled(data, areas.address(area.top, column), style)
        data = _with_width(data, column, at)
    return data


def _in_the_way(sheet: SheetXml, beside: Area, taken: Sequence[Area]) -> str:
    for other in (*taken, *sheet.merged):
        if other.overlaps(beside):
            return f"{other} is in use"
    for row, column, held in sheet.filled(beside):
        what = f"the formula ={held.formula}" if held.formula is not None else f'"{held.value}"'
        return f"{areas.address(row, column)} holds {what}"
    return ""


def _styled(data: bytes, address: str, style: bytes) -> bytes:
    cell = re.compile(rb'(<(?:[\w.-]+:)?c r="' + address.encode() + rb'")(?: s="\d+")?')
    return cell.sub(lambda found: found[1] + style, data, count=1)


def _with_width(data: bytes, column: int, like: int) -> bytes:
    """The column as wide and in the style of another, unless the sheet says already how it is."""
    tags = [*start_tag("col").finditer(masked(data))]
    reach = [(number(tag[0], "min"), number(tag[0], "max")) for tag in tags]
    model = next((tag[0] for tag, (low, high) in zip(tags, reach, strict=True) if low <= like <= high), None)
    if model is None or any(low <= column <= high for low, high in reach):
        return data
    new = with_attribute(with_attribute(model, "min", str(column)), "max", str(column))
    at = max(tag.end() for tag, (low, _) in zip(tags, reach, strict=True) if low < column)
    return spliced(data, [(at, at, new)])


def _escaped(name: str) -> str:
    """The name as an attribute; a line break in it is `_x000a_`, and what looks like that is masked."""
    plain = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", name)
    return quoteattr(plain.replace("\n", "_x000a_"), {'"': "&quot;"})

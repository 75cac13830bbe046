"""Formulas that several cells share: one cell holds the text, the others say its number.

Format: ECMA-376 part 1, 18.3.1.40 (f: `t="shared"`, `si`, `ref`), 18.17.2.3 (references in formulas). The
text is meant from the cell that holds it; each other cell of the group reads it moved as far as it is away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eitherway.books.package.markup import (
    Splice,
    end_tag,
    is_empty_element,
    masked,
    start_tag,
    with_attribute,
)
from eitherway.books.sheet import areas
from eitherway.books.sheet.cell_scan import Cell
from eitherway.books.sheet.cell_xml import Held

_BEHIND = r"(?![\w.(!\[])"
_TOKENS = re.compile(
    r"""
    "(?:[^"]|"")*" | '(?:[^']|'')*'                           # text, and the quoted name of a sheet
    | \[(?:[^][']|'.|\[(?:[^][']|'.)*\])*\]                   # columns of a table, another workbook
    | (?P<cell>\$?[A-Za-z]{1,3}\$?[0-9]{1,7})BEHIND
    | (?P<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})BEHIND
    | (?P<rows>\$?[0-9]{1,7}:\$?[0-9]{1,7})BEHIND
    | [^\W\d][\w.\\?]*                                       # names, functions, sheets without quotes
    | [0-9.]+(?:[Ee][+-]?[0-9]+)?
    """.replace("BEHIND", _BEHIND),
    re.VERBOSE,
)
_COLUMN, _ROW = re.compile(r"(\$?)([A-Za-z]{1,3})"), re.compile(r"(\$?)([0-9]{1,7})")

Found = tuple[int, int, Cell, Held]
"""Row, column and element of a cell, and what it holds."""


def shared_with(row: int, column: int, group: str, cells: Iterable[Found]) -> Iterator[Found]:
    """The cells that read the formula of this group from the cell, in the order of the sheet.

    Some programs use a number again: from the next cell on that holds a text for it, it is another group.
    """
    has_begun = False
    for each in cells:
        if each[:2] == (row, column):
            has_begun = True
        elif has_begun and each[3].group == group:
            if each[3].spread:
                return
            yield each


def holding(data: bytes, cell: Cell, spread: str, formula: bytes) -> Splice:
    """What to exchange so that a cell of such a group holds its text, for the cells in `spread`.

    `data` is the sheet's part, `formula` the text as XML. Raises ValueError where the cell has no formula.
    """
    scan = masked(data[cell.start : cell.end])
    tag = start_tag("f").search(scan)
    if tag is None:
        raise ValueError("the cell has no formula")
    close = None if is_empty_element(tag[0]) else end_tag("f").search(scan, tag.end())
    opened = with_attribute(tag[0], "ref", spread).removesuffix(b">").removesuffix(b"/").rstrip() + b">"
    new = opened + formula + b"</" + tag[1] + b"f>"
    return cell.start + tag.start(), cell.start + (close or tag).end(), new


def moved(formula: str, rows: int, columns: int) -> str:
    """The formula as a cell reads it that is so far below and right of the one that holds it.

    What has a dollar sign stays. Raises ValueError where a reference would leave the sheet.
    """

    def token(found: re.Match[str]) -> str:
        if found["cell"]:
            return _ROW.sub(row, _COLUMN.sub(column, found[0], count=1), count=1)
        if found["columns"]:
            return _COLUMN.sub(column, found[0])
        return _ROW.sub(row, found[0]) if found["rows"] else found[0]

    def column(found: re.Match[str]) -> str:
        number = areas.column(found[2].upper()) + columns
        return found[0] if found[1] else areas.letters(_within(number, areas.SHEET.right))

    def row(found: re.Match[str]) -> str:
        return found[0] if found[1] else str(_within(int(found[2]) + rows, areas.SHEET.bottom))

    return _TOKENS.sub(token, formula)


def _within(number: int, last: int) -> int:
    if not 1 <= number <= last:
        raise ValueError("a reference would leave the sheet")
    return number

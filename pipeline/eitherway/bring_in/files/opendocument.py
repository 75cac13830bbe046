"""The merged cells of an OpenDocument spreadsheet, of which its reader says nothing.

Format: OASIS, OpenDocument 1.3 part 3, 9.1 (tables, rows and cells; what is repeated is written once) and
19.678 (table:number-rows-spanned).
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree

from eitherway.books.package.markup import trouble_in
from eitherway.books.package.parts import local_name, namespaced
from eitherway.books.sheet.areas import Area

_CONTENT = "content.xml"
_CELLS = ("table-cell", "covered-table-cell")


def merged_in(data: bytes) -> Mapping[str, Sequence[Area]]:
    """The ranges of several rows that are one cell, by the sheet's name; none where it is no OpenDocument."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = package.read(_CONTENT) if _CONTENT in package.namelist() else b""
    if b"number-rows-spanned" not in content or trouble_in(content, watched=True):
        return {}
    found: dict[str, list[Area]] = defaultdict(list)
    sheet, row, column = "", 0, 1
    for event, element in ElementTree.iterparse(io.BytesIO(content), ("start", "end")):
        kind = local_name(element)
        if event == "end":
            if kind == "table-row":
                row += _number(element, "number-rows-repeated") - 1
            if kind in ("table-row", *_CELLS):
                element.clear()
        elif kind == "table":
            sheet, row = namespaced(element, "name"), 0
        elif kind == "table-row":
            row, column = row + 1, 1
        elif kind in _CELLS:
            rows, columns = (_number(element, f"number-{each}-spanned") for each in ("rows", "columns"))
            if rows > 1:
                found[sheet].append(Area(row, column, row + rows - 1, column + columns - 1))
            column += _number(element, "number-columns-repeated")
    return found


def _number(element: ElementTree.Element, name: str) -> int:
    text = namespaced(element, name)
    return int(text) if text.isdecimal() else 1

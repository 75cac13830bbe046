"""The calculation chain: the list of all formula cells, which must not name a cell without one.

Format: ECMA-376 part 1, 18.6.1 (c): `r` is the cell, `i` the sheet's id; an entry without `i` is on the sheet
of the entry before. Excel offers to repair a workbook whose chain names a cell that holds no formula; a
formula that the chain lacks it finds by itself.
"""

from __future__ import annotations

from collections.abc import Container

from eitherway.books.package.markup import (
    Splice,
    attribute,
    end_tag,
    is_empty_element,
    masked,
    spliced,
    start_tag,
    with_attribute,
)


def without_cells(data: bytes, gone: Container[tuple[str, str]]) -> bytes | None:
    """The part without the entries for these (sheet id, address); None where no entry would be left."""
    scan = masked(data)
    splices: list[Splice] = []
    left, sheet, said = 0, "", ""
    for entry in start_tag("c").finditer(scan):
        sheet = attribute(entry[0], "i") or sheet
        if (sheet, attribute(entry[0], "r")) in gone:
            splices.append((entry.start(), _end(scan, entry.end(), entry[0]), b""))
            continue
        left += 1
        if sheet != said and attribute(entry[0], "i") is None:
            splices.append((*entry.span(), with_attribute(entry[0], "i", sheet)))
        said = sheet
    return spliced(data, splices) if left else None


def _end(scan: bytes, inner: int, tag: bytes) -> int:
    closing = None if is_empty_element(tag) else end_tag("c").search(scan, inner)
    return closing.end() if closing else inner

"""A table part: which cells an Excel table covers, and its new extent.

Format: ECMA-376 part 1, 18.5.1.2 (table), 18.3.1.2 (autoFilter). `ref` holds the header and the total row
too. A line break in a column's name is written `_x000a_`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from eitherway.books.package.archive import DamagedPackage, Package
from eitherway.books.package.markup import (
    Splice,
    attribute,
    end_tag,
    masked,
    spliced,
    start_tag,
    with_attribute,
)
from eitherway.books.package.parts import local_name, parsed
from eitherway.books.sheet import areas
from eitherway.books.sheet.shared_strings import unescaped
from eitherway.books.sheet.tables import TableXml

_IN_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


def read_table(package: Package, part: str) -> TableXml:
    """The table that this part declares. Raises DamagedPackage."""
    root = parsed(package, part)
    extent = areas.known_area(root.get("ref"))
    names = [column.get("name", "") for column in root.iter() if local_name(column) == "tableColumn"]
    if extent is None or len(names) != extent.right - extent.left + 1:
        raise DamagedPackage(f"the table in its part {part} does not say which cells it covers")
    return TableXml(
        root.get("displayName") or root.get("name") or "",
        part,
        extent,
        _count(root.get("headerRowCount"), 1),
        _count(root.get("totalsRowCount"), 0),
        tuple(unescaped(name) for name in names),
    )


def _count(spelled: str | None, otherwise: int) -> int:
    return int(spelled) if spelled and spelled.isdecimal() else otherwise


def resized(data: bytes, bottom: int) -> bytes:
    """The table part with its last row moved to `bottom`: the table's, its filter's and its sort's ranges.

    It then has rows of data, so Excel's mark of a table that has none yet (insertRow) is taken back.
    """
    old = areas.area(attribute(_tags(data, "table")[0][2], "ref") or "").bottom
    splices: list[Splice] = []
    for name in ("table", "autoFilter", "sortState", "sortCondition"):
        splices += ((start, end, _ending(tag, old, bottom)) for start, end, tag in _tags(data, name))
    return spliced(data, splices)


def widened(data: bytes, names: Sequence[str]) -> bytes:
    """The table part with columns of these names at its right end, and its filter's range as wide."""
    splices: list[Splice] = []
    old = areas.area(attribute(_tags(data, "table")[0][2], "ref") or "").right
    for start, end, tag in (*_tags(data, "table"), *_tags(data, "autoFilter")):
        extent = areas.known_area(attribute(tag, "ref"))
        if extent and extent.right == old:
            wider = extent._replace(right=old + len(names))
            splices.append((start, end, with_attribute(tag, "ref", str(wider))))
    columns = [tag for _, _, tag in _tags(data, "tableColumn")]
    free = 1 + max(int(attribute(tag, "id") or 0) for tag in columns)
    [(start, end, tag)] = _tags(data, "tableColumns")
    splices.append((start, end, with_attribute(tag, "count", str(len(columns) + len(names)))))
    close = end_tag("tableColumns").search(masked(data))
    if close is None:
        raise DamagedPackage("a table's columns have no end")
    prefix = close[0][2:].partition(b"tableColumns")[0].decode()
    new = (f'<{prefix}tableColumn id="{free + i}" name={_escaped(name)}/>' for i, name in enumerate(names))
    splices.append((close.start(), close.start(), "".join(new).encode()))
    return spliced(data, splices)


def _escaped(name: str) -> str:
    """The name as an attribute; what looks like an escape is masked (ECMA-376 part 1, 22.9.2.19)."""
    masked_name = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", name)
    return f'"{masked_name.translate(_IN_ATTRIBUTE)}"'


def _ending(tag: bytes, old: int, bottom: int) -> bytes:
    extent = areas.known_area(attribute(tag, "ref"))
    if extent and extent.bottom == old:
        tag = with_attribute(tag, "ref", str(extent._replace(bottom=bottom)))
    return with_attribute(tag, "insertRow", "0") if attribute(tag, "insertRow") else tag


def _tags(data: bytes, name: str) -> list[tuple[int, int, bytes]]:
    return [(*tag.span(), tag[0]) for tag in start_tag(name).finditer(masked(data))]

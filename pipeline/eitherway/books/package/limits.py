"""How much a workbook may ask of the computer: looked at before anything is unpacked or built from it.

The figures are far above what programs write and people open. Excel's own limits are 1,048,576 rows, 16,384
columns and 65,490 cell formats (Microsoft, "Excel specifications and limits"). Of the sample workbooks of 38
projects the deepest XML is 14 elements deep, the richest tag has 23 attributes, and no part of XML is more
than 10 times as large unpacked as packed; deflate reaches 1,032 times at most (zlib's technical notes).
A part that is copied and never looked into, a video say, has no limit but the file's.
"""

from __future__ import annotations

MB = 1_000_000

FILE = 256 * MB
"""Bytes of the file: it is held in memory, and its new version beside it."""
MEMBERS = 65_535
"""Members of the zip: as many as a zip without zip64 can have."""
PART = 256 * MB
"""Bytes of one part that is unpacked: a sheet of some eight million numbers."""
TOTAL = 512 * MB
"""Bytes of all parts that one run unpacks."""
RATIO, FROM = 200, 64 * MB
"""How many times as large as packed a part may be that has at least so many bytes."""
TAGS = 40_000_000
"""Tags of one part."""
TREE_TAGS = 2_000_000
"""Tags of a part from which objects are made: styles, and what is read as a tree."""
DEPTH, ATTRIBUTES = 256, 1_000
"""Elements within one another, and attributes of one element."""
GRID = 4_000_000
"""Cells of a sheet, the empty ones among them, that python-calamine may lay out as one block."""


def trouble_with_file(size: int) -> str:
    """Why a file of so many bytes is not opened, as a clause; "" where it is. So with all that follow."""
    return f"it has {_mb(size)}, and Either Way opens at most {_mb(FILE)}" if size > FILE else ""


def trouble_with_members(count: int) -> str:
    """Why a zip with so many members is not read."""
    return f"it holds more than {MEMBERS:,} parts" if count > MEMBERS else ""


def trouble_with_part(name: str, size: int, packed: int) -> str:
    """Why a part is not unpacked."""
    if size > PART:
        return f"its part {name} would unpack to {_mb(size)}, and Either Way unpacks at most {_mb(PART)}"
    if size >= FROM and size > RATIO * packed:
        return (
            f"its part {name} would unpack to {size // max(packed, 1):,} times its size, as no workbook "
            "that a program saved does"
        )
    return ""


def trouble_with_total(size: int) -> str:
    """Why parts that have so many bytes together are not unpacked."""
    return f"its parts would unpack to more than {_mb(TOTAL)}" if size > TOTAL else ""


def trouble_with_tags(name: str, tags: int, most: int) -> str:
    """Why a part of XML is not looked into, though it was unpacked."""
    return f"its part {name} holds more than {most:,} XML tags" if tags > most else ""


def _mb(size: int) -> str:
    return f"{max(size // MB, 1):,} MB"


class Watch:
    """Handlers for an XML parser that stop what is nested too deep or has too many attributes."""

    def __init__(self) -> None:
        self._depth = 0

    def start(self, _name: str, attributes: list[str]) -> None:
        """`attributes` are names and values in turn. Raises ExcessiveXml."""
        self._depth += 1
        if self._depth > DEPTH:
            raise ExcessiveXml(f"nests more than {DEPTH} elements in one another")
        if len(attributes) > 2 * ATTRIBUTES:
            raise ExcessiveXml(f"gives one element more than {ATTRIBUTES:,} attributes")

    def end(self, _name: str) -> None:
        """An element has ended."""
        self._depth -= 1


class ExcessiveXml(Exception):
    """XML that no workbook needs; the text says why, as a clause."""

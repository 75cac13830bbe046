"""Pivot tables: which cells of a sheet Excel fills by itself.

Format: ECMA-376 part 1, 18.10.1.73 (pivotTableDefinition), 18.10.1.49 (location).
"""

from __future__ import annotations

from typing import NamedTuple

from eitherway.books.package.archive import DamagedPackage, Package
from eitherway.books.package.parts import local_name, parsed, relationships
from eitherway.books.sheet import areas
from eitherway.books.sheet.areas import Area


class PivotTable(NamedTuple):
    """A pivot table: its name, and the cells that it fills."""

    name: str
    area: Area


def pivot_tables(package: Package, sheet: str) -> list[PivotTable]:
    """The pivot tables on the sheet of this part, as far as they can be read."""
    links = (link for link in relationships(package, sheet) if link.kind == "pivotTable")
    return [table for link in links for table in _read(package, link.part)]


def _read(package: Package, part: str) -> list[PivotTable]:
    try:
        root = parsed(package, part)
    except DamagedPackage:
        return []
    places = (child.get("ref") for child in root if local_name(child) == "location")
    return [PivotTable(root.get("name", ""), area) for area in map(areas.known_area, places) if area]

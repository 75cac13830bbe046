"""The workbook part: its sheets in order, its date system, and the wish to be worked out anew.

Format: ECMA-376 part 1, 18.2.27 (workbook), 18.2.19 (sheet), 18.2.28 (workbookPr), 18.2.2 (calcPr).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from eitherway.books.editor.places import SheetPart
from eitherway.books.package.archive import DamagedPackage, Package
from eitherway.books.package.markup import (
    attribute,
    end_tag,
    is_empty_element,
    masked,
    start_tag,
    with_attribute,
)
from eitherway.books.package.parts import local_name, namespaced, parsed, relationships

_BEFORE_CALCULATION = ("definedNames", "externalReferences", "functionGroups", "sheets")


class WorkbookXml(NamedTuple):
    """The workbook part. Chart sheets, which have no cells, are left out of `sheets`."""

    part: str
    sheets: tuple[SheetPart, ...]
    date_1904: bool


def read_workbook(package: Package) -> WorkbookXml:
    """The package's workbook part. Raises DamagedPackage."""
    part = next((link.part for link in relationships(package, "") if link.kind == "officeDocument"), None)
    if part is None:
        raise DamagedPackage("it does not say which of its parts is the workbook")
    root = parsed(package, part)
    if local_name(root) != "workbook":
        raise DamagedPackage("its main part is not a workbook")
    worksheets = {found.id: found.part for found in relationships(package, part) if found.kind == "worksheet"}
    # Each once, however often it is named: a hostile file names one thousands of times.
    sheets = dict.fromkeys(
        SheetPart(element.get("name", ""), element.get("sheetId", ""), worksheets[link])
        for element in _sheets(root)
        if local_name(element) == "sheet" and (link := namespaced(element, "id")) in worksheets
    )
    properties = (element for element in root if local_name(element) == "workbookPr")
    date_1904 = any(element.get("date1904") in ("1", "true") for element in properties)
    return WorkbookXml(part, tuple(sheets), date_1904)


def _sheets(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return (element for child in root if local_name(child) == "sheets" for element in child.iter())


def recalculated(data: bytes) -> bytes:
    """The workbook part with `fullCalcOnLoad`, so that Excel works out the user's formulas over our cells."""
    scan = masked(data)
    found = start_tag("calcPr").search(scan)
    if found is None:
        at, prefix = _place_for_calculation(scan)
        return data[:at] + f'<{prefix}calcPr fullCalcOnLoad="1"/>'.encode() + data[at:]
    if attribute(found[0], "fullCalcOnLoad") in ("1", "true"):
        return data
    return data[: found.start()] + with_attribute(found[0], "fullCalcOnLoad", "1") + data[found.end() :]


def _place_for_calculation(scan: bytes) -> tuple[int, str]:
    for name in _BEFORE_CALCULATION:
        if found := start_tag(name).search(scan):
            end = found.end()
            if not is_empty_element(found[0]) and (close := end_tag(name).search(scan, end)):
                end = close.end()
            return end, found[1].decode()
    raise DamagedPackage("its workbook part lists no sheets")

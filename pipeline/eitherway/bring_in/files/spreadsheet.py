"""A spreadsheet's sheets as grids: .xlsx and .xlsm through our own reader of packages, others by calamine.

Beside the values it finds what a person sees and a reader of values loses: errors, the address behind a
linked cell, the notes on cells, and formulas whose result was never stored.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eitherway.books.editor.workbook import Workbook
from eitherway.books.package import limits
from eitherway.books.package.archive import DamagedPackage, OverLimit, Package
from eitherway.books.package.markup import attribute, start_tag, text_of
from eitherway.books.package.parts import local_name, parsed, relationships, relationships_part
from eitherway.books.sheet import areas
from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.block_cells import block_cells
from eitherway.books.sheet.date_styles import DateStyles
from eitherway.books.sheet.sheet_scan import UneditableSheet
from eitherway.books.sheet.table_cells import table_cells
from eitherway.bring_in.files.grids import Grid, Places, squared
from eitherway.bring_in.files.opendocument import merged_in

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

    from eitherway.books.editor.places import SheetPart
    from eitherway.books.sheet.sheet_xml import SheetXml

_LINK_FORMULA = re.compile(
    rb"""<c r="([A-Z]{1,3}\d{1,7})"[^>]*><f[^>]*>HYPERLINK\((?:"|&quot;)((?:[^"&]|&(?!quot;))+)(?:"|&quot;)"""
)
_WITHOUT_RESULT = re.compile(rb"<c\b[^>]*(?<!/)><f[^>]*(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>")
_WHOLE = Area(1, 1, 1_048_576, 16_384)


def grids_of(data: bytes) -> list[Grid]:
    """The sheets of an .xlsx or .xlsm file. Raises DamagedPackage."""
    workbook = Workbook(data)
    try:
        return [_grid(workbook, sheet) for sheet in workbook.xml.sheets]
    except UneditableSheet as trouble:
        raise DamagedPackage(
            f"the cells of its sheet {trouble.sheet} cannot be read: {trouble.why}"
        ) from None


def grids_by_calamine(data: bytes) -> list[Grid]:
    """The sheets of an .ods, .xls or .xlsb file. Raises DamagedPackage."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415 - the others do without

    _check_size(data)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        merged = merged_in(data) if data.startswith(b"PK") else {}
        return [
            Grid(name, squared(_rows(workbook, name, merged.get(name, ())))) for name in workbook.sheet_names
        ]
    except PasswordError:
        raise DamagedPackage("it opens only with a password") from None
    except (CalamineError, ValueError, OverflowError) as trouble:
        raise DamagedPackage(f"it cannot be read ({trouble})") from None
    except BaseException as trouble:
        if type(trouble).__name__ != "PanicException":  # a slip of the Rust library, which is no Exception
            raise
        raise DamagedPackage("it cannot be read") from None


def _rows(workbook: CalamineWorkbook, name: str, merged: Sequence[Area]) -> list[list[object]]:
    sheet = workbook.get_sheet_by_name(name)
    rows: list[list[object]] = [[*row] for row in sheet.to_python(skip_empty_area=False)]
    known = sheet.merged_cell_ranges or ()
    areas_ = (Area(*(number + 1 for corner in pair for number in corner)) for pair in known)
    _fill_merged(rows, [*merged, *areas_])
    return rows


def _check_size(data: bytes) -> None:
    if not data.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(member.file_size for member in package.infolist())
    except zipfile.BadZipFile:
        raise DamagedPackage("its end is missing") from None
    if why := limits.trouble_with_total(size):
        raise OverLimit(why)


def _grid(workbook: Workbook, sheet: SheetPart) -> Grid:
    xml = workbook.sheet(sheet)
    rows = _values(workbook, xml)
    _fill_merged(rows, xml.merged)
    return Grid(
        sheet.name,
        squared(rows),
        {**_linked(workbook.package, sheet, xml.data), **_linked_by_formula(xml.data)},
        dict(_comments(workbook.package, sheet)),
        _unworked(xml.data),
    )


def _values(workbook: Workbook, xml: SheetXml) -> list[list[object]]:
    part = xml.block(limits.GRID)
    date_1904 = workbook.xml.date_1904
    if part is not None:
        rows = block_cells([part], workbook.strings, workbook.styles, date_1904=date_1904)[0]
        if rows is not None:
            _put_errors(rows, xml)
            return rows
    used = [(row, column) for row, column, _ in xml.filled(_WHOLE)]
    if not used:
        return []
    extent = Area(1, 1, max(row for row, _ in used), max(column for _, column in used))
    if extent.bottom * extent.right > limits.GRID:
        raise OverLimit(f"the cells of its sheet lie too far apart, as far as {extent}")
    return table_cells(xml, extent, DateStyles(lambda: workbook.styles), date_1904=date_1904)


def _fill_merged(rows: list[list[object]], merged: Sequence[Area]) -> None:
    """Give each row of cells merged downwards what is shown in the first."""
    for area in merged:
        if area.bottom > area.top and area.bottom <= len(rows) and area.left <= len(rows[area.top - 1]):
            value = rows[area.top - 1][area.left - 1]
            for row in rows[area.top : area.bottom] if value != "" else ():
                row.extend("" for _ in range(area.left - len(row)))
                row[area.left - 1] = value


def _put_errors(rows: list[list[object]], xml: SheetXml) -> None:
    for row, column, text in xml.errors():
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = text


def _linked(package: Package, sheet: SheetPart, data: bytes) -> Places:
    """The addresses behind cells, outside the workbook."""
    if b"hyperlink" not in data:
        return {}
    part = package.find(relationships_part(sheet.part))
    root = parsed(package, part) if part else ()
    outside = {
        link.get("Id", ""): link.get("Target", "") for link in root if link.get("TargetMode") == "External"
    }
    found = {}
    for tag in start_tag("hyperlink").finditer(data):
        extent = areas.known_area(attribute(tag[0], "ref"))
        ids = [attribute(tag[0], f"{prefix}id") for prefix in ("r:", "", "d3p1:")]
        target = next((outside[id_] for id_ in ids if id_ in outside), "")
        if extent and target:
            found[extent.top - 1, extent.left - 1] = target
    return found


def _linked_by_formula(data: bytes) -> Places:
    if b"HYPERLINK(" not in data:
        return {}
    found = {}
    for link in _LINK_FORMULA.finditer(data):
        row, column = areas.cell(link[1].decode())
        found[row - 1, column - 1] = text_of(link[2])
    return found


def _comments(package: Package, sheet: SheetPart) -> Iterator[tuple[tuple[int, int], str]]:
    """The notes on cells; where there are threads, Excel puts their text here as well."""
    for link in relationships(package, sheet.part):
        if link.kind != "comments" or package.find(link.part) is None:
            continue
        for comment in parsed(package, link.part).iter():
            extent = areas.known_area(comment.get("ref")) if local_name(comment) == "comment" else None
            if extent:
                text = "".join(each.text or "" for each in comment.iter() if local_name(each) == "t")
                yield (extent.top - 1, extent.left - 1), text.strip()


def _unworked(data: bytes) -> tuple[str, ...]:
    if b"<f" not in data or not (number := sum(1 for _ in _WITHOUT_RESULT.finditer(data))):
        return ()
    cells = "1 cell holds a formula" if number == 1 else f"{number} cells hold formulas"
    return (f"{cells} whose result was never stored: open the file in Excel, save it, and try again.",)

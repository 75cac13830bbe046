"""A workbook in memory: package, parts, sheets and tables put together, and a changed copy of the whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from eitherway.books import areas, calc_chain
from eitherway.books.package import DamagedPackage, Package
from eitherway.books.parts import (
    CONTENT_TYPES,
    as_utf8,
    encoded,
    relationships,
    relationships_part,
    without_content_type,
    without_relationship,
)
from eitherway.books.shared_strings import SharedStrings
from eitherway.books.sheet_xml import Change, SheetXml, Values
from eitherway.books.table_xml import TableXml, read_table, resized
from eitherway.books.workbook_xml import SheetPart, read_workbook, recalculated
from eitherway.records import Link


class TableAt(NamedTuple):
    """A table and the sheet that it stands on."""

    xml: TableXml
    sheet: SheetPart


Changes = Mapping[SheetPart, Sequence[Change]]
"""The cells that get another value, by sheet, in the workbook's order."""


class Workbook:
    """A workbook file's bytes, understood as far as cells and tables. Raises DamagedPackage."""

    def __init__(self, data: bytes) -> None:
        """Find the workbook part and its sheets; the sheets themselves are unpacked when they are used."""
        self.data = data
        self.package = Package(data)
        self.xml = read_workbook(self.package)
        self._links = {link.kind: link.part for link in relationships(self.package, self.xml.part)}
        self._strings = SharedStrings(self._load_strings)
        self._sheets: dict[str, SheetXml] = {}
        self._encodings: dict[str, str] = {}

    @cached_property
    def tables(self) -> Sequence[TableAt]:
        """All tables, in the order of the workbook's sheets."""
        return [
            TableAt(read_table(self.package, link.part), sheet)
            for sheet in self.xml.sheets
            for link in relationships(self.package, sheet.part)
            if link.kind == "table"
        ]

    def sheet(self, sheet: SheetPart) -> SheetXml:
        """The sheet's cells. Raises UneditableSheet."""
        if sheet.part not in self._sheets:
            data, self._encodings[sheet.part] = as_utf8(self.package.read(sheet.part))
            self._sheets[sheet.part] = SheetXml(sheet.name, data, self._strings, date_1904=self.xml.date_1904)
        return self._sheets[sheet.part]

    def changed(
        self, values: Mapping[SheetPart, Values], bottoms: Mapping[str, int]
    ) -> tuple[bytes, Changes]:
        """The workbook with cells set and tables (by part) ending at another row, and the cells that differ.

        The very same bytes where nothing differs. Raises CannotAct, DamagedPackage.
        """
        parts: dict[str, bytes | None] = {}
        changes: dict[SheetPart, Sequence[Change]] = {}
        for sheet in self.xml.sheets:
            new, cells = self._changed_sheet(sheet, values.get(sheet, {}), bottoms)
            if cells:
                parts[sheet.part] = new
                changes[sheet] = cells
        for part, bottom in bottoms.items():
            parts |= self._patched(part, partial(resized, bottom=bottom))
        if changes:
            parts |= self._patched(self.xml.part, recalculated)
            parts |= self._shorter_calc_chain(changes)
        return (self.package.changed(parts) if parts else self.data), changes

    def _changed_sheet(
        self, sheet: SheetPart, values: Values, bottoms: Mapping[str, int]
    ) -> tuple[bytes, list[Change]]:
        if not values:
            return b"", []
        bodies = [
            table.xml.body._replace(bottom=bottoms.get(table.xml.part, table.xml.body.bottom))
            for table in self.tables
            if table.sheet == sheet
        ]
        data, cells = self.sheet(sheet).changed(values, bodies)
        return encoded(data, self._encodings[sheet.part]), cells

    def _shorter_calc_chain(self, changes: Changes) -> dict[str, bytes | None]:
        gone = {
            (sheet.id, areas.address(cell.row, cell.column))
            for sheet, cells in changes.items()
            for cell in cells
            if cell.before.formula is not None and not isinstance(cell.value, Link)
        }
        part = self._links.get("calcChain")
        if part is None or not gone:
            return {}
        parts = self._patched(part, lambda data: calc_chain.without_cells(data, gone) or b"")
        if parts.get(part) == b"":
            parts[part] = None
            name = part.rpartition("/")[2]
            parts |= self._patched(
                relationships_part(self.xml.part), lambda data: without_relationship(data, name)
            )
            parts |= self._patched(CONTENT_TYPES, lambda data: without_content_type(data, part))
        return parts

    def _patched(self, part: str, patch: Callable[[bytes], bytes]) -> dict[str, bytes | None]:
        name = self.package.find(part)
        if name is None:
            raise DamagedPackage(f"it has no part {part}")
        old, encoding = as_utf8(self.package.read(name))
        new = patch(old)
        return {} if new == old else {name: encoded(new, encoding)}

    def _load_strings(self) -> bytes:
        part = self._links.get("sharedStrings")
        return as_utf8(self.package.read(part))[0] if part else b""

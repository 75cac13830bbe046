"""A workbook in memory: package, parts, sheets and tables put together, and a changed copy of the whole."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, partial
from itertools import count

from eitherway.books.editor import calc_chain
from eitherway.books.editor.new_columns import NewColumns, dressed
from eitherway.books.editor.pivot_tables import PivotTable, pivot_tables
from eitherway.books.editor.places import Changes, SheetPart, TableAt
from eitherway.books.editor.workbook_xml import read_workbook, recalculated
from eitherway.books.package.archive import Content, DamagedPackage, Package
from eitherway.books.package.limits import TAGS, TREE_TAGS
from eitherway.books.package.markup import blocks, spliced, trouble_in
from eitherway.books.package.parts import (
    CONTENT_TYPES,
    as_utf8,
    check_prologs,
    encoded,
    relationships,
    relationships_part,
    with_content_type,
    with_relationship,
    without_content_type,
    without_relationship,
)
from eitherway.books.package.signatures import signature_parts
from eitherway.books.sheet import areas
from eitherway.books.sheet.cell_xml import Change
from eitherway.books.sheet.date_styles import DateStyles
from eitherway.books.sheet.read_back import seen_to_hold
from eitherway.books.sheet.shared_strings import SharedStrings
from eitherway.books.sheet.sheet_xml import SheetXml, Values
from eitherway.books.sheet.table_xml import read_table, resized, widened
from eitherway.books.sheet.tables import TableXml
from eitherway.books.sheet.taken import Taken
from eitherway.model.problems import CannotAct
from eitherway.model.records import Formula, Link

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


NO_COLUMNS: Mapping[str, NewColumns] = {}


class Workbook:
    """A workbook file's bytes, understood as far as cells and tables. Raises DamagedPackage."""

    def __init__(self, data: bytes) -> None:
        """Find the workbook part and its sheets; the sheets themselves are unpacked when they are used."""
        self.data = data
        self.package = Package(data)
        check_prologs(self.package)
        self.xml = read_workbook(self.package)
        self._links = {link.kind: link.part for link in relationships(self.package, self.xml.part)}
        self._strings = SharedStrings(self._load_strings)
        self._sheets: dict[str, SheetXml] = {}
        self._encodings: dict[str, str] = {}

    @cached_property
    def tables(self) -> Sequence[TableAt]:
        """All tables, in the order of the workbook's sheets; each once, however often it is named."""
        sheets: dict[str, SheetPart] = {}
        for sheet in self.xml.sheets:
            sheets.setdefault(sheet.part, sheet)
        at = {part: sheet for sheet in sheets.values() for part in self._table_parts(sheet)}
        return [TableAt(read_table(self.package, part), sheet) for part, sheet in at.items()]

    def sheet(self, sheet: SheetPart) -> SheetXml:
        """The sheet's cells. Raises UneditableSheet."""
        if sheet.part not in self._sheets:
            data, self._encodings[sheet.part] = as_utf8(self.package.read(sheet.part))
            self._sheets[sheet.part] = SheetXml(sheet.name, data, self._strings, date_1904=self.xml.date_1904)
        return self._sheets[sheet.part]

    @property
    def strings(self) -> bytes:
        """The shared strings part in UTF-8; nothing where there is none."""
        return self._load_strings()

    @property
    def styles(self) -> bytes:
        """The styles part, likewise."""
        return self._load_styles()

    def changed(
        self,
        values: Mapping[SheetPart, Values],
        bottoms: Mapping[str, int],
        columns: Mapping[str, NewColumns] = NO_COLUMNS,
        *,
        recalculate: bool = True,
        drop_signature: bool = False,
    ) -> tuple[bytes, Changes]:
        """The workbook with cells set, tables (by part) ending at another row or with more columns, and the
        cells that differ.

        The very same bytes where nothing differs. `recalculate` asks Excel to work out every formula when it
        opens the workbook. Raises CannotAct (a signed workbook too, unless `drop_signature`), DamagedPackage.
        """
        parts: dict[str, Content | None] = {}
        added: dict[str, bytes] = {}
        changes: dict[SheetPart, Sequence[Change]] = {}
        styles = DateStyles(self._load_styles)
        for sheet in self.xml.sheets:
            if sheet in values:
                new, cells = self._changed_sheet(sheet, values[sheet], bottoms, columns, styles)
                if cells:
                    parts[sheet.part] = new
                    changes[sheet] = cells
        for part in dict.fromkeys([*bottoms, *columns]):
            names = columns[part].names if part in columns else ()
            parts |= self._patched(part, partial(_reshaped, bottom=bottoms.get(part), names=names))
        if changes:
            parts |= self._around(changes, values, styles, recalculate=recalculate)
        if styles.added and "styles" not in self._links:
            added = {(name := self._free_name("styles.xml")): styles.changed()}
            parts |= self._with_part(name, "styles", _STYLES_TYPE)
        if not parts:
            return self.data, changes
        return self.package.changed(parts | self._without_signature(drop_signature), added), changes

    def first_unlike(self, changes: Changes) -> str:
        """The first cell that does not hold what the changes say, as "Sheet!B3"; "" where all do."""
        for sheet, cells in changes.items():
            data, _ = as_utf8(self.package.read(sheet.part))
            if seen_to_hold(data, cells, self._strings, date_1904=self.xml.date_1904):
                continue
            if found := self.sheet(sheet).first_unlike(cells):
                return f"{sheet.name}!{found}"
        return ""

    def notes(self, changes: Changes) -> list[str]:
        """What a person should be told about these changes, once each, in whole sentences."""
        return [
            f"The sheet {sheet.name} is protected. Either Way changed cells on it all the same: a sheet's "
            "protection keeps people from slips."
            for sheet in changes
            if self.sheet(sheet).is_protected
        ]

    def _changed_sheet(
        self,
        sheet: SheetPart,
        values: Values,
        bottoms: Mapping[str, int],
        columns: Mapping[str, NewColumns],
        styles: DateStyles,
    ) -> tuple[Content, list[Change]]:
        tables = self._tables_on(sheet)
        bodies = [table.body._replace(bottom=bottoms.get(table.part, table.body.bottom)) for table in tables]
        taken = [*map(_of_pivot, pivot_tables(self.package, sheet.part)), *_of_headers(tables)]
        xml, encoding = self.sheet(sheet), self._encodings[sheet.part]
        splices, cells = xml.edited(values, bodies, taken=taken, styles=styles)
        new = [columns[table.part] for table in tables if table.part in columns]
        if encoding == "utf-8" and not new:
            return blocks(xml.data, splices), cells
        data = spliced(xml.data, splices)
        for each in new:
            data = dressed(data, each)
        return encoded(data, encoding), cells

    def _tables_on(self, sheet: SheetPart) -> list[TableXml]:
        """The sheet's tables as far as they can be read: one that cannot is no reason to set no cell."""
        tables = []
        for part in self._table_parts(sheet):
            with suppress(DamagedPackage):
                tables.append(read_table(self.package, part))
        return tables

    def _table_parts(self, sheet: SheetPart) -> list[str]:
        links = relationships(self.package, sheet.part)
        return [*dict.fromkeys(link.part for link in links if link.kind == "table")]

    def _around(
        self,
        changes: Changes,
        values: Mapping[SheetPart, Values],
        styles: DateStyles,
        *,
        recalculate: bool,
    ) -> dict[str, Content | None]:
        """The parts that have to change with the cells."""
        parts = self._patched(self.xml.part, recalculated) if recalculate else {}
        if styles.added and "styles" in self._links:
            parts |= self._patched(self._links["styles"], lambda _: styles.changed())
        return parts | self._shorter_calc_chain(changes, values)

    def _shorter_calc_chain(
        self, changes: Changes, values: Mapping[SheetPart, Values]
    ) -> dict[str, Content | None]:
        gone = {
            (sheet.id, areas.address(cell.row, cell.column))
            for sheet, cells in changes.items()
            for cell in cells
            if cell.before.formula is not None
            and not isinstance(cell.value, Link)
            and not isinstance(values[sheet][cell.row][cell.column], Formula)
        }
        part = self._links.get("calcChain")
        if part is None or not gone:
            return {}
        parts = self._patched(part, lambda data: calc_chain.without_cells(data, gone) or b"")
        return self._without_parts([part], self.xml.part) if parts.get(part) == b"" else parts

    def _free_name(self, name: str) -> str:
        """A name for a new part beside the workbook part."""
        folder = posixpath.dirname(self.xml.part)
        names = (posixpath.join(folder, "new" * number + name) for number in count())
        return next(each for each in names if self.package.find(each) is None)

    def _with_part(self, part: str, kind: str, content_type: str) -> dict[str, Content | None]:
        """The link from the workbook part to a new part beside it, and its content type."""
        link = partial(with_relationship, kind=kind, target=posixpath.basename(part))
        typed = partial(with_content_type, part=part, kind=content_type)
        return self._patched(relationships_part(self.xml.part), link) | self._patched(CONTENT_TYPES, typed)

    def _without_signature(self, drop: bool) -> dict[str, Content | None]:
        signature = signature_parts(self.package)
        if signature and not drop:
            raise CannotAct(
                "The workbook carries a digital signature, which any change makes void.",
                "Ask whoever signed it for a copy without the signature, or run this again with "
                "--drop-signature to take it out. Nothing was written.",
            )
        return self._without_parts(signature, "") if signature else {}

    def _without_parts(self, parts: Sequence[str], source: str) -> dict[str, Content | None]:
        """These parts left out, with their content types and the links from the part `source` to them."""
        left_out: dict[str, Content | None] = dict.fromkeys(parts)
        names = [part.rpartition("/")[2] for part in parts]
        return (
            left_out
            | self._patched(relationships_part(source), partial(_each, without_relationship, names))
            | self._patched(CONTENT_TYPES, partial(_each, without_content_type, parts))
        )

    def _patched(self, part: str, patch: Callable[[bytes], bytes]) -> dict[str, Content | None]:
        name = self.package.find(part)
        if name is None:
            raise DamagedPackage(f"it has no part {part}")
        old, encoding = self._well_formed(name)
        new = patch(old)
        return {} if new == old else {name: encoded(new, encoding)}

    def _load_styles(self) -> bytes:
        part = self._links.get("styles")
        return self._well_formed(part, tags=TREE_TAGS)[0] if part else b""

    def _load_strings(self) -> bytes:
        part = self._links.get("sharedStrings")
        return self._well_formed(part)[0] if part else b""

    def _well_formed(self, part: str, tags: int = TAGS) -> tuple[bytes, str]:
        """The part in UTF-8, and its encoding."""
        data, encoding = as_utf8(self.package.read(part, tags=tags))
        if trouble := trouble_in(data):
            raise DamagedPackage(f"its part {part} {trouble}")
        return data, encoding


def _reshaped(data: bytes, bottom: int | None, names: Sequence[str]) -> bytes:
    ending = data if bottom is None else resized(data, bottom)
    return widened(ending, names) if names else ending


def _each(without: Callable[[bytes, str], bytes], names: Sequence[str], data: bytes) -> bytes:
    for name in names:
        data = without(data, name)
    return data


def _of_pivot(table: PivotTable) -> Taken:
    return Taken(
        table.area,
        f"lies in the pivot table {table.name} ({table.area}), which Excel fills",
        "Choose another cell, or move the pivot table",
    )


def _of_headers(tables: Sequence[TableXml]) -> Iterator[Taken]:
    for table in tables:
        if table.header_rows:
            yield Taken(
                table.area._replace(bottom=table.area.top),
                f"is the header of a column of the table {table.name}, which formulas go by",
                "Rename the column",
            )

"""Where things stand in a workbook, closed or open, and which cells of it get another value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from eitherway.books.sheet.cell_xml import Change
from eitherway.books.sheet.tables import TableXml


class SheetPart(NamedTuple):
    """A worksheet: its name, the id that the calculation chain calls it by, and its part."""

    name: str
    id: str
    part: str


class TableAt(NamedTuple):
    """A table and the sheet that it stands on."""

    xml: TableXml
    sheet: SheetPart


Changes = Mapping[SheetPart, Sequence[Change]]
"""The cells that get another value, by sheet, in the workbook's order."""

"""Worksheets as Excel would have them: rows that fit themselves to what is typed, results that are text."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

Attributes = list[tuple[str, object]]


class Sheet(Worksheet):  # type: ignore[misc]  # XlsxWriter ships no types
    """A worksheet whose rows below the header still grow with their text.

    XlsxWriter marks every row height as set by hand (`customHeight`, ECMA-376 18.3.1.73), and Excel leaves
    such rows as they are; without the mark the height holds until the row is edited. Without any height Excel
    would fit the row on opening, but LibreOffice would not. It also leaves a formula that shows nothing
    without a result, as if that had never been worked out.
    """

    header_row = 0
    """Up to this row, counted from 1, heights are fixed."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: Attributes | None = None) -> None:
        attributes = attributes or []
        if tag == "row" and int(str(dict(attributes)["r"])) > self.header_row:
            attributes = [(name, value) for name, value in attributes if name != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)

    def _xml_formula_element(self, formula: str, result: object, attributes: Attributes) -> None:
        shows_nothing = [("t", "str")] if result == "" else []
        super()._xml_formula_element(formula, result, [*attributes, *shows_nothing])


def add_sheet(workbook: Workbook, name: str, header_row: int, row_height: float) -> Sheet:
    """Add a sheet whose rows are `row_height` points high unless their text needs more."""
    sheet = workbook.add_worksheet(name, Sheet)
    assert isinstance(sheet, Sheet)
    sheet.header_row = header_row
    sheet.set_default_row(row_height)
    return sheet

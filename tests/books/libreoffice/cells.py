"""What a document that is open in Calc holds."""

from __future__ import annotations

import xlwings

from eitherway.books.sheet.areas import address

Contents = dict[tuple[str, str], tuple[object, object]]

ALL = "A1:AC80"
"""Wide and long enough for every sheet of the example."""


def contents(book: xlwings.Book) -> Contents:
    """Every cell that holds anything, by sheet and address: its value, and its formula or text."""
    found: Contents = {}
    for sheet in book.sheets:
        block = sheet.range(ALL)
        for row, cells in enumerate(zip(block.raw_value, block.formula, strict=True), 1):
            for column, (value, formula) in enumerate(zip(*cells, strict=True), 1):
                if value is not None or formula:
                    found[sheet.name, address(row, column)] = value, formula
    return found


def entered(book: xlwings.Book) -> Contents:
    """The same without what formulas have come to: Calc works them out anew at every change."""
    return {
        cell: (None if str(formula).startswith("=") else value, formula)
        for cell, (value, formula) in contents(book).items()
    }

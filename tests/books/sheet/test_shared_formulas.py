"""A cell that holds a formula for others is set, and the formula moves on to the next of them."""

from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.formula.translate import Translator

from eitherway.books.closed.cells import CellSet, with_cells
from eitherway.books.sheet.shared_formulas import moved
from eitherway.model.problems import CannotAct
from tests.books.workbooks import excel_parts, packed, part

NAME, SHEET = "My interviews", "xl/worksheets/page_7.xml"


def column(first: str, *others: str) -> dict[str, str | bytes]:
    """A workbook whose formulas in C11, C12, ... are these."""
    cells = [first, *others]
    rows = "".join(
        f'<row r="{row}"><c r="B{row}"><v>{row}</v></c><c r="C{row}">{formula}<v>{row}</v></c></row>'
        for row, formula in enumerate(cells, start=11)
    )
    return excel_parts(rows)


SHARED = '<f t="shared" si="4"/>'
BOOK = column('<f t="shared" ref="C11:C13" si="4">B11*$B$11&amp;"B11"</f>', SHARED, SHARED)


def test_the_next_cell_holds_the_formula_from_then_on() -> None:
    new = part(with_cells(packed(BOOK), [CellSet(NAME, "C11", 5)]), SHEET)
    assert '<c r="C11"><v>5</v></c>' in new
    assert '<c r="C12"><f t="shared" si="4" ref="C12:C13">B12*$B$11&amp;"B11"</f><v>12</v></c>' in new
    assert f'<c r="C13">{SHARED}<v>13</v></c>' in new


def test_it_skips_cells_that_are_set_too() -> None:
    new = part(with_cells(packed(BOOK), [CellSet(NAME, "C11", 5), CellSet(NAME, "C12", None)]), SHEET)
    assert '<c r="C13"><f t="shared" si="4" ref="C13">B13*$B$11&amp;"B11"</f><v>13</v></c>' in new
    gone = [CellSet(NAME, f"C{row}", 0) for row in (11, 12, 13)]
    assert "shared" not in part(with_cells(packed(BOOK), gone), SHEET)


def test_a_number_that_is_used_again_is_another_group() -> None:
    other = '<f t="shared" ref="C13:C14" si="4">B13+1</f>'
    book = column('<f t="shared" ref="C11:C12" si="4">B11</f>', SHARED, other, SHARED)
    new = part(with_cells(packed(book), [CellSet(NAME, "C11", 5)]), SHEET)
    assert '<f t="shared" si="4" ref="C12">B12</f>' in new
    assert other in new


def test_a_reference_that_would_leave_the_sheet_is_refused() -> None:
    book = excel_parts(
        '<row r="11"><c r="B11"><f t="shared" ref="A11:B12" si="0">A1</f></c></row>'
        '<row r="12"><c r="A12"><f t="shared" si="0"/></c></row>'
    )
    with pytest.raises(CannotAct, match=r"My interviews!B11 holds a formula for A11:B12"):
        with_cells(packed(book), [CellSet(NAME, "B11", 1)])


@pytest.mark.parametrize(
    ("formula", "below"),
    [
        ("A1+$A1+A$1+$A$1", "B3+$A3+B$1+$A$1"),
        ("IF(A1=\"A1\",Sheet1!B2,'A1 it''s'!C3)", "IF(B3=\"A1\",Sheet1!C4,'A1 it''s'!D5)"),
        ("LOG10(A1)*1E5+Q1_total+TAX2026x", "LOG10(B3)*1E5+Q1_total+TAX2026x"),
        ("SUM(A:C,$A:B,2:3,$2:3)", "SUM(B:D,$A:C,4:5,$2:5)"),
        ("Table1[[#This Row],[A1]]&[1]Data!A1", "Table1[[#This Row],[A1]]&[1]Data!B3"),
        ("SUM(A1:B2)-B2%", "SUM(B3:C4)-C4%"),
        ("Jan:Dez!A1", "Jan:Dez!B3"),
    ],
)
def test_what_a_formula_says_two_rows_below_and_one_column_right(formula: str, below: str) -> None:
    assert moved(formula, 2, 1) == below


@pytest.mark.parametrize("formula", ["A1*$B2", "SUM(A1:B2)/COUNT($A$1:A1)", 'A1&" B2 "&B2', "Sheet1!A1^2"])
def test_openpyxl_moves_it_alike(formula: str) -> None:
    assert f"={moved(formula, 7, 3)}" == Translator(f"={formula}", "A1").translate_formula("D8")


def test_another_reader_gives_every_cell_its_formula() -> None:
    new = with_cells(packed(BOOK), [CellSet(NAME, "C11", 5)])
    sheet = openpyxl.load_workbook(io.BytesIO(new))[NAME]
    assert sheet["C12"].value == '=B12*$B$11&"B11"'
    assert sheet["C13"].value == '=B13*$B$11&"B11"'

"""A sheet's XML: cells are found however they are spelled, and no other byte changes."""

from __future__ import annotations

from datetime import date

import pytest

from eitherway.books.sheet.areas import Area
from eitherway.books.sheet.cell_xml import Held
from eitherway.books.sheet.shared_strings import SharedStrings
from eitherway.books.sheet.sheet_scan import UneditableSheet
from eitherway.books.sheet.sheet_xml import SheetXml
from eitherway.model.problems import CannotAct
from eitherway.model.records import CellValue, Formula
from tests.books.workbooks import sheet_xml

CDATA = '<c r="A1" t="inlineStr"><is><t><![CDATA[<c r="B1"/>]]></t></is></c>'
RICH = '<is><r><t>in</t></r><r><t xml:space="preserve"> it </t></r></is>'
MASTER = '<c r="A1"><f t="shared" ref="A1:A3" si="0">B1</f></c>'
ARRAY = '<c r="A1"><f t="array" ref="A1:B4">C1:D1</f><v>1</v></c>'
WHAT_IF = '<c r="A1"><f t="dataTable" ref="A1:B4" dt2D="1" r1="D1" r2="D2"/><v>1</v></c>'
SHARING = '<c r="A2"><f t="shared" si="0"/></c>'
MERGED = '<mergeCells><mergeCell ref="A1:C2"/></mergeCells>'


def opened(xml: str, strings: str = "") -> SheetXml:
    return SheetXml("Page", xml.encode(), SharedStrings(strings.encode))


def rows_after(rows: str, row: int, column: int, value: CellValue, *, table: Area | None = None) -> str:
    """What stands in sheetData after one cell is set."""
    data, _ = opened(sheet_xml(rows)).changed({row: {column: value}}, [table] if table else [])
    return data.decode().partition("<sheetData>")[2].partition("</sheetData>")[0]


@pytest.mark.parametrize(
    ("rows", "after"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="4"/></row>', '<c r="B1" s="4"><v>5</v></c></row>'),
        ('<row r="1"><c r="B1" s="4" t="s"><v>0</v></c></row>', '<c r="B1" s="4"><v>5</v></c></row>'),
        ('<row r="1"><c s="4" t="b" r="B1"><v>0</v></c></row>', '<c r="B1" s="4"><v>5</v></c></row>'),
        ("<row r='1'><c r='B1' s='4'><v>1</v></c ></row >", "<c r='B1' s='4'><v>5</v></c></row >"),
        ('<row><c><v>1</v></c><c s="4"/></row>', '<c><v>1</v></c><c s="4"><v>5</v></c></row>'),
        ('<row r="1"><c r="B1" x="" cm="1" s="4" vm="2"/></row>', '<c r="B1" x="" s="4"><v>5</v></c></row>'),
        ('<row r="1"/><row r="1"><c r="B1"/></row>', '<row r="1"/><row r="1"><c r="B1"><v>5</v></c></row>'),
        ('<row r="1"><c r="A1"/><c r="C1"/></row>', '<c r="A1"/><c r="B1"><v>5</v></c><c r="C1"/></row>'),
        ('<row r="1"><c r="A1"/></row>', '<c r="A1"/><c r="B1"><v>5</v></c></row>'),
        ('<row r="1" ht="30"/>', '<row r="1" ht="30"><c r="B1"><v>5</v></c></row>'),
        ("", '<row r="1"><c r="B1"><v>5</v></c></row>'),
        ('<row r="3"/>', '<row r="1"><c r="B1"><v>5</v></c></row><row r="3"/>'),
        ('<row r="1" spans="3:4"><c r="C1"/></row>', ' spans="2:4"><c r="B1"><v>5</v></c><c r="C1"/></row>'),
        ('<row r="1"><!-- <c r="B1"/> --><c r="A1"/></row>', ' --><c r="A1"/><c r="B1"><v>5</v></c></row>'),
        (f'<row r="1">{CDATA}</row>', f'{CDATA}<c r="B1"><v>5</v></c></row>'),
    ],
)  # fmt: skip
def test_b1_becomes_5(rows: str, after: str) -> None:
    assert rows_after(rows, 1, 2, 5).endswith(after)


def test_everything_else_keeps_its_bytes() -> None:
    before, after = '<row r="1"><c r="A1"  t="s" ><v>0</v></c>', '<c r="C1"/>\r\n</row><row r="2"/>'
    assert rows_after(f'{before}<c r="B1"/>{after}', 1, 2, 5) == f'{before}<c r="B1"><v>5</v></c>{after}'


def test_a_sheet_without_rows() -> None:
    xml = sheet_xml("").replace("<sheetData></sheetData>", "<sheetData />")
    data, _ = opened(xml).changed({2: {1: "x"}})
    assert b'<sheetData ><row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row></sheetData>' in data
    assert opened(xml).changed({2: {1: None}})[1] == []


def test_prefixes_are_kept() -> None:
    rows = '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
    xml = f'<x:worksheet xmlns:x="urn:x"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    data, changes = opened(xml).changed({1: {1: "two"}, 2: {1: True}})
    assert [change.before for change in changes] == [Held(1.0), Held()]
    assert data.decode() == xml.replace(
        rows,
        '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>two</x:t></x:is></x:c></x:row>'
        '<x:row r="2"><x:c r="A2" t="b"><x:v>1</x:v></x:c></x:row>',
    )


@pytest.mark.parametrize(
    ("cell", "held"),
    [
        ('<c r="A1"/>', Held()),
        ('<c r="A1"></c>', Held()),
        ('<c r="A1"><v>1.5</v></c>', Held(1.5)),
        ('<c r="A1" t="b"><v>1</v></c>', Held(True)),
        ('<c r="A1" t="s"><v>1</v></c>', Held("rich text")),
        ('<c r="A1" t="s"><v>2</v></c>', Held("line\rfeed")),
        (f'<c r="A1" t="inlineStr">{RICH}</c>', Held("in it ")),
        ('<c r="A1" t="inlineStr"><is><t><![CDATA[a < b & c]]></t></is></c>', Held("a < b & c")),
        ('<c r="A1" t="str"><f>A2&amp;"x"</f><v>&#65;x</v></c>', Held("Ax", 'A2&"x"')),
        ('<c r="A1"><f t="shared" ref="A1:A9" si="0">B1</f></c>', Held(None, "B1", "A1:A9", group="0")),
        ('<c r="A1"><f t="shared" si="0"/><v>2</v></c>', Held(2.0, "", group="0")),
        ('<c r="A1" t="e"><v>#N/A</v></c>', Held("#N/A", is_error=True)),
    ],
)  # fmt: skip
def test_what_a_cell_holds(cell: str, held: Held) -> None:
    strings = "<sst><si/><si><r><t>rich </t></r><r><t>text</t></r></si><si><t>line_x000D_feed</t></si></sst>"
    assert opened(sheet_xml(f'<row r="1">{cell}</row>'), strings).held(1, 1) == held


def test_a_new_cell_looks_like_the_one_above_in_its_table() -> None:
    rows = '<row r="1"><c r="A1" s="9"/></row><row r="2"><c r="A2" s="3"/></row><row r="3"/><row r="4"/>'
    table = Area(2, 1, 5, 1)
    assert '<c r="A4" s="3"><v>5</v></c>' in rows_after(rows, 4, 1, 5, table=table)
    assert '<c r="A4"><v>5</v></c>' in rows_after(rows, 4, 1, 5)
    assert '<c r="A2"><v>5</v></c>' in rows_after(rows.replace('<c r="A2" s="3"/>', ""), 2, 1, 5, table=table)


def test_a_new_cell_looks_like_its_column_where_none_is_above() -> None:
    xml = sheet_xml("", before='<cols><col min="2" max="4" width="9" style="6"/></cols>')
    data, _ = opened(xml).changed({1: {1: 5, 2: 5}, 2: {2: 6}}, [Area(1, 1, 2, 2)])
    assert b'<c r="A1"><v>5</v></c><c r="B1" s="6"><v>5</v></c>' in data
    assert b'<c r="B2" s="6"><v>6</v></c>' in data


def test_the_used_range_is_widened() -> None:
    xml = sheet_xml('<row r="2"><c r="B2"/></row>', before='<dimension ref="B2"/>')
    assert b'<dimension ref="B2"/>' in opened(xml).changed({2: {2: 5}})[0]
    assert b'<dimension ref="A2:B7"/>' in opened(xml).changed({2: {1: 5}, 7: {2: 5}})[0]


@pytest.mark.parametrize(
    ("cells", "after", "column", "said", "fix"),
    [
        (ARRAY, "", 1, "Page!A1 holds a formula that A1:B4 share, ", "Clear that formula"),
        (ARRAY, "", 2, "Page!B1 lies in A1:B4, which one formula fills.", "Clear that formula"),
        (WHAT_IF, "", 2, "Page!B1 lies in A1:B4, which one formula fills.", "Clear that formula"),
        ("", MERGED, 2, "Page!B1 lies in the merged cells A1:C2, which show only A1.", "Unmerge them"),
    ],
)
def test_cells_that_belong_together_are_refused(
    cells: str, after: str, column: int, said: str, fix: str
) -> None:
    sheet = opened(sheet_xml(f'<row r="1">{cells}</row>', after=after))
    with pytest.raises(CannotAct) as refused:
        sheet.changed({1: {column: 5}})
    assert refused.value.what.startswith(said)
    assert refused.value.fix == f"{fix} in Excel, save the workbook, and try again. Nothing was written."
    assert sheet.changed({1: {4: 5}})[1]


@pytest.mark.parametrize(
    ("cell", "after"),
    [
        (MASTER, ""),
        ('<c r="A1"><f t="array" ref="A1">B1</f></c>', ""),
        ('<c r="A1"/>', MERGED),
    ],
)
def test_cells_that_belong_to_no_other_are_set(cell: str, after: str) -> None:
    """The last one that shares a formula, an array of one cell, the cell that merged ones show."""
    data, changes = opened(sheet_xml(f'<row r="1">{cell}</row>', after=after)).changed({1: {1: 5}})
    assert b'<row r="1"><c r="A1"><v>5</v></c></row>' in data
    assert len(changes) == 1


def test_one_of_the_cells_that_share_a_formula_can_be_set() -> None:
    rows = '<row r="1"><c r="A1"><f t="shared" si="0"/><v>1</v></c></row>'
    assert rows_after(rows, 1, 1, 1) == '<row r="1"><c r="A1"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ('<row r="1"><c r="A1">', "its part is broken XML"),
        ('<row r="1"><x:c r="A1"/></row>', "its part is broken XML"),
        ('<row r="1"><row r="2"></row></row>', "its rows stand within one another"),
    ],
)
def test_xml_that_cannot_be_changed_safely_is_refused(rows: str, said: str) -> None:
    with pytest.raises(UneditableSheet, match=said):
        opened(sheet_xml(rows)).changed({1: {1: 5}})


def test_a_document_type_is_refused_unread() -> None:
    with pytest.raises(UneditableSheet, match="declares a document type"):
        opened('<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>')


@pytest.mark.parametrize(
    ("xml", "after"),
    [
        ("<worksheet><cols><col min='1' max='1'/></cols>{}<legacyDrawing/></worksheet>", "</cols>"),
        ('<worksheet><dimension ref="A1"/>{}</worksheet>', "/>"),
        ("<worksheet>{}</worksheet>", "<worksheet>"),
    ],
)
def test_a_sheet_without_a_place_for_rows_gets_one(xml: str, after: str) -> None:
    data, _ = opened(xml.format("")).changed({1: {1: 5}})
    rows = '<sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData>'
    assert after in xml.partition("{}")[0]
    assert data.decode() == xml.format(rows)


def test_a_new_cell_looks_like_its_row_where_that_has_a_look() -> None:
    xml = sheet_xml(
        '<row r="1" s="7" customFormat="1"/><row r="2" s="7"/>',
        before='<cols><col min="1" max="1" style="6"/></cols>',
    )
    data, _ = opened(xml).changed({1: {1: 5}, 2: {1: 5}})
    assert b'<c r="A1" s="7"><v>5</v></c>' in data
    assert b'<c r="A2" s="6"><v>5</v></c>' in data


def test_numbers_that_no_cell_can_hold_are_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="nan"):
        opened(sheet_xml("")).changed({1: {1: float("nan")}})


def test_whole_numbers_have_as_many_digits_as_excel_keeps() -> None:
    assert rows_after("", 1, 1, 2**53).endswith("<v>9007199254740992</v></c></row>")
    assert rows_after("", 1, 1, 10**17 + 1).endswith("<v>1e+17</v></c></row>")
    with pytest.raises(ValueError, match="a cell cannot hold 1000"):
        opened(sheet_xml("")).changed({1: {1: 10**400}})


@pytest.mark.parametrize(
    ("formula", "cell"),
    [
        (Formula("=A1&B1", "x<y"), '<c r="B2" t="str"><f>A1&amp;B1</f><v>x&lt;y</v></c>'),
        (Formula("SUM(A1:A9)", 4.5), '<c r="B2"><f>SUM(A1:A9)</f><v>4.5</v></c>'),
        (Formula("A1>1", True), '<c r="B2" t="b"><f>A1&gt;1</f><v>1</v></c>'),
        (Formula("TODAY()", date(2026, 11, 16)), '<c r="B2"><f>TODAY()</f><v>46342</v></c>'),
        (Formula("A1"), '<c r="B2"><f>A1</f></c>'),
    ],
)
def test_formulas_are_set_with_what_they_show(formula: Formula, cell: str) -> None:
    sheet = opened(sheet_xml('<row r="2"><c r="B2"><f>A1+1</f><v>3</v></c></row>'))
    data, _ = sheet.changed({2: {2: formula}})
    assert f'<row r="2">{cell}</row>' in data.decode()
    again = SheetXml("Page", data, SharedStrings(bytes))
    assert again.changed({2: {2: formula}}) == (data, [])


def test_formulas_that_no_cell_can_hold_are_a_mistake_of_ours() -> None:
    for text in ("", "=", "1+" * 5000):
        with pytest.raises(ValueError, match="cannot hold the formula"):
            opened(sheet_xml("")).changed({1: {1: Formula(text)}})

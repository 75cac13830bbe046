"""Single cells, set in a file: the editor at its lowest level."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from eitherway.books.closed.cells import CellSet, Formula, set_cells, with_cells
from eitherway.books.package.archive import Package
from eitherway.books.sheet import areas
from eitherway.model.problems import CannotAct, UnreadableWorkbook
from eitherway.model.records import CellEdit, CellValue
from tests.books.workbooks import NOW, RELATIONSHIPS, cells, differing_parts, excel_parts, packed, part
from tests.conftest import Convert, Validate

NAME, SHEET, STYLES = "My interviews", "xl/worksheets/page_7.xml", "xl/styles.xml"
RELS = "xl/worksheets/_rels/page_7.xml.rels"
SIGNATURES = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"


def setting(cell: str, value: CellValue, sheet: str = NAME) -> list[CellSet]:
    return [CellSet(sheet, cell, value)]


def refused(parts: dict[str, str | bytes], cell: str) -> CannotAct:
    with pytest.raises(CannotAct) as caught:
        with_cells(packed(parts), setting(cell, "new"))
    assert caught.value.fix.endswith("Nothing was written.")
    return caught.value


def test_one_cell_is_set_and_only_its_sheet_changes(workbook: Path) -> None:
    old = workbook.read_bytes()
    assert list(set_cells(workbook, setting("B3", "Ana"), NOW)) == [CellEdit(NAME, "B3", "Mei Chen ", "Ana")]
    new = workbook.read_bytes()
    assert differing_parts(old, new) == {SHEET}
    assert part(new, SHEET) == part(old, SHEET).replace(
        '<c r="B3" t="s"><v>4</v></c>', '<c r="B3" t="inlineStr"><is><t>Ana</t></is></c>'
    )
    assert len(list((tmp := workbook.parent / ".eitherway").glob("*.xlsx"))) == 1, tmp


def test_what_a_cell_holds_already_writes_nothing(workbook: Path) -> None:
    old = workbook.read_bytes()
    assert not set_cells(workbook, setting("C3", date(2026, 11, 16)), NOW)
    assert workbook.read_bytes() == old
    assert [file.name for file in workbook.parent.iterdir()] == ["Search.xlsx"]


def test_formulas_are_worked_out_when_that_is_asked_for(workbook: Path) -> None:
    set_cells(workbook, setting("E4", Formula("=LEN(B4)", 5)), NOW, recalculate=True)
    assert 'fullCalcOnLoad="1"' in part(workbook.read_bytes(), "xl/workbook.xml")
    book = openpyxl.load_workbook(workbook, data_only=True)
    assert book[NAME]["E4"].value == 5


def test_a_formula_in_place_of_another_stays_in_the_calculation_chain() -> None:
    old = packed(excel_parts())
    assert differing_parts(old, with_cells(old, setting("A9", Formula("1+1", 2)))) == {SHEET}
    assert differing_parts(old, with_cells(old, setting("A9", 2))) == {SHEET, "xl/calcChain.xml"}


@pytest.mark.parametrize("sheet", [NAME, "my INTERVIEWS"])
def test_the_case_of_a_sheets_name_does_not_count(sheet: str) -> None:
    assert cells(with_cells(packed(excel_parts()), setting("B9", 7, sheet)), NAME)[8][1] == 7


@pytest.mark.parametrize(
    ("sheet", "cell", "what", "fix"),
    [
        ("Interviews", "A1", 'no sheet with cells that is named "Interviews"', "its sheets: My interviews."),
        (NAME, "A0", 'no cell "A0"', "from A1 to XFD1048576"),
        (NAME, "XFE1", 'no cell "XFE1"', "from A1 to XFD1048576"),
        (NAME, "A1048577", 'no cell "A1048577"', "from A1 to XFD1048576"),
        (NAME, "B", 'no cell "B"', "from A1 to XFD1048576"),
    ],
)
def test_places_that_are_not_there(workbook: Path, sheet: str, cell: str, what: str, fix: str) -> None:
    with pytest.raises(CannotAct) as caught:
        set_cells(workbook, setting(cell, 1, sheet), NOW)
    assert what in caught.value.what
    assert fix in caught.value.fix


def test_a_cell_that_is_to_be_two_things_is_refused() -> None:
    with pytest.raises(CannotAct, match="My interviews!B9 is to be set twice"):
        with_cells(packed(excel_parts()), [*setting("B9", 1), *setting("B9", 2)])


def test_a_file_that_is_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(UnreadableWorkbook):
        set_cells(tmp_path / "none.xlsx", setting("A1", 1), NOW)


def test_the_header_of_a_table_is_refused() -> None:
    trouble = refused(excel_parts(), "C2")
    assert trouble.what.startswith("My interviews!C2 is the header of a column of the table Interviews")
    assert "Rename the column in Excel" in trouble.fix
    headless = excel_parts()
    headless["xl/tables/t.xml"] = str(headless["xl/tables/t.xml"]).replace(
        "<table ", '<table headerRowCount="0" '
    )
    assert with_cells(packed(headless), setting("C2", "new"))


def test_a_table_that_cannot_be_read_keeps_no_cell_from_being_set() -> None:
    parts = excel_parts() | {"xl/tables/t.xml": "<table"}
    assert differing_parts(packed(parts), with_cells(packed(parts), setting("C3", "new"))) == {SHEET}


def with_pivot_table(name: str, area: str) -> dict[str, str | bytes]:
    parts = excel_parts()
    link = f'<Relationship Id="rId8" Type="{RELATIONSHIPS}/pivotTable" Target="../pivots/p.xml"/>'
    parts[RELS] = str(parts[RELS]).replace("</Rel", f"{link}</Rel")
    location = f'<location ref="{area}"/>'
    parts["xl/pivots/p.xml"] = f'<pivotTableDefinition name="{name}">{location}</pivotTableDefinition>'
    return parts


def test_a_cell_of_a_pivot_table_is_refused() -> None:
    parts = with_pivot_table("By company", "A20:C29")
    trouble = refused(parts, "B22")
    assert (
        trouble.what == "My interviews!B22 lies in the pivot table By company (A20:C29), which Excel fills."
    )
    assert "Choose another cell, or move the pivot table in Excel" in trouble.fix
    assert with_cells(packed(parts), setting("D22", "beside it"))
    assert "lies in the pivot table New (H3)" in refused(with_pivot_table("New", "H3"), "H3").what


def test_a_protected_sheet_is_written_and_said_once(workbook: Path) -> None:
    parts = excel_parts()
    parts[SHEET] = str(parts[SHEET]).replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>')
    workbook.write_bytes(packed(parts))
    said: list[str] = []
    set_cells(workbook, [*setting("B3", "Ana"), *setting("B4", "Bo")], NOW, mention=said.append)
    assert len(said) == 1
    assert said[0].startswith("The sheet My interviews is protected.")
    assert cells(workbook.read_bytes(), NAME)[2][1] == "Ana"


def signed() -> dict[str, str | bytes]:
    parts = excel_parts()
    origin = f'<Relationship Id="s" Type="{SIGNATURES}/origin" Target="_xmlsignatures/origin.sigs"/>'
    signature = f'<Relationship Id="s" Type="{SIGNATURES}/signature" Target="sig1.xml"/>'
    types = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
    override = f'<Override PartName="/_xmlsignatures/sig1.xml" ContentType="{types}"/>'
    rels = str(parts["_rels/.rels"])
    content_types = str(parts["[Content_Types].xml"])
    return parts | {
        "[Content_Types].xml": content_types.replace("</Types>", f"{override}</Types>"),
        "_rels/.rels": rels.replace("</Rel", f"{origin}</Rel"),
        "_xmlsignatures/origin.sigs": "",
        "_xmlsignatures/_rels/origin.sigs.rels": rels[: rels.index(">") + 1] + f"{signature}</Relationships>",
        "_xmlsignatures/sig1.xml": "<Signature/>",
    }


def test_a_signed_workbook_is_refused() -> None:
    trouble = refused(signed(), "B3")
    assert trouble.what == "The workbook carries a digital signature, which any change makes void."
    assert "--drop-signature" in trouble.fix
    same = setting("B3", "Mei Chen ")
    assert with_cells(packed(signed()), same) == packed(signed())


def test_a_signature_is_taken_out_when_that_is_asked_for() -> None:
    new = with_cells(packed(signed()), setting("B3", "Ana"), drop_signature=True)
    unsigned = Package(with_cells(packed(excel_parts()), setting("B3", "Ana")))
    assert {member.name: Package(new).read(member.name) for member in Package(new).members} == {
        member.name: unsigned.read(member.name) for member in unsigned.members
    }


def test_the_case_of_the_content_types_does_not_count() -> None:
    parts = signed()
    parts = {"[CONTENT_TYPES].XML": parts.pop("[Content_Types].xml")} | parts
    new = Package(with_cells(packed(parts), setting("B3", "Ana"), drop_signature=True))
    assert b"sig1" not in new.read("[CONTENT_TYPES].XML")
    assert not any("_xmlsignatures" in member.name for member in new.members)


@pytest.mark.parametrize(
    ("cell", "value", "style", "shows"),
    [
        ("C3", date(2026, 12, 24), "1", "mm-dd-yy"),
        ("B3", date(2026, 12, 24), "1", "mm-dd-yy"),
        ("D4", date(2026, 12, 24), "1", "mm-dd-yy"),
        ("D4", datetime(2026, 12, 24, 18, 45), "3", "m/d/yy h:mm"),  # noqa: DTZ001 (a workbook holds no time zone)
        ("D9", Formula("TODAY()", date(2026, 12, 24)), "1", "mm-dd-yy"),
    ],
)
def test_a_date_shows_as_one(cell: str, value: date | Formula, style: str, shows: str) -> None:
    old = packed(excel_parts())
    new = with_cells(old, setting(cell, value))
    assert f'<c r="{cell}" s="{style}"' in part(new, SHEET)
    assert differing_parts(old, new) == {SHEET, STYLES} - ({STYLES} if style == "1" else set())
    assert with_cells(new, setting(cell, value)) == new
    found = openpyxl.load_workbook(io.BytesIO(new), data_only=True)[NAME][cell]
    assert found.is_date
    assert found.number_format == shows
    assert str(found.value).startswith("2026-12-24")


def test_a_style_is_copied_but_for_its_format_and_only_once() -> None:
    parts = excel_parts()
    styles = str(parts[STYLES])
    old_style = '<xf numFmtId="49" applyNumberFormat="1"/>'
    bold = '<xf numFmtId="2" fontId="0"><alignment wrapText="1"/></xf>'
    parts[STYLES] = styles.replace(old_style, bold)
    new = with_cells(packed(parts), [*setting("D4", date(2026, 12, 24)), *setting("E9", date(2026, 12, 25))])
    dated = '<xf numFmtId="14" fontId="0" applyNumberFormat="1"><alignment wrapText="1"/></xf>'
    assert part(new, STYLES) == str(parts[STYLES]).replace(
        f"{bold}</cellXfs>", f"{bold}{dated}</cellXfs>"
    ).replace('cellXfs count="3"', 'cellXfs count="4"')
    assert part(new, SHEET).count(' s="3"') == 2
    again = with_cells(new, setting("E12", date(2026, 12, 24)))
    assert differing_parts(new, again) == {SHEET}


def rich(path: Path) -> Path:
    """Most of what XlsxWriter can put around a cell."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Page")
        sheet.write_row("A1", ["Company", "Calls"])
        for row in range(1, 6):
            sheet.write_row(row, 0, [f"Company {row}", row])
        sheet.write_dynamic_array_formula("D1", "=SORT(B2:B6)")
        sheet.write_array_formula("E1:E3", "{=B2:B4*2}")
        sheet.write_comment("A2", "of the user")
        sheet.write_url("A8", "https://northwind.example/")
        sheet.write_rich_string("A9", book.add_format({"bold": True}), "bold", " and not")
        sheet.add_sparkline("G1", {"range": "Page!B2:B6"})
        sheet.data_validation("B2:B6", {"validate": "integer", "criteria": ">", "value": 0})
        sheet.conditional_format("B2:B6", {"type": "data_bar", "data_bar_2010": True})
        sheet.autofilter("A1:B6")
        sheet.filter_column("A", 'x == "Company 2"')
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.insert_textbox("I1", "a text box")
        sheet.insert_checkbox("H1", True)
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Page!$B$2:$B$6"})
        sheet.insert_chart("I9", chart)
        sheet.protect()
    return path


@pytest.mark.parametrize("cell", ["A1", "B4", "A9", "Z99", "H1"])
def test_all_that_stands_around_a_cell_stays(tmp_path: Path, cell: str) -> None:
    path = rich(tmp_path / "rich.xlsx")
    old = path.read_bytes()
    new = with_cells(old, setting(cell, "new", "Page"))
    assert differing_parts(old, new) == {"xl/worksheets/sheet1.xml"}
    row, column = areas.cell(cell)
    assert cells(new, "Page")[row - 1][column - 1] == "new"


@pytest.mark.validator
def test_the_result_is_valid(tmp_path: Path, validate: Validate) -> None:
    path = rich(tmp_path / "rich.xlsx")
    before = validate(path)
    sets: list[tuple[str, CellValue]] = [
        ("A1", "x"),
        ("B4", Formula("SUM(B2:B3)", 3)),
        ("Z99", date(2026, 12, 24)),
        ("C3", True),
        ("B2", None),
    ]
    set_cells(path, [CellSet("Page", cell, value) for cell, value in sets], NOW)
    assert validate(path) == before


@pytest.mark.libreoffice
def test_libreoffice_reads_what_was_set(tmp_path: Path, libreoffice: Convert) -> None:
    path = rich(tmp_path / "rich.xlsx")
    sets: list[tuple[str, CellValue]] = [
        ("A1", "x & y"),
        ("B4", Formula("SUM(B2:B3)", 3)),
        ("C3", date(2026, 12, 24)),
        ("A9", "plain"),
    ]
    set_cells(path, [CellSet("Page", cell, value) for cell, value in sets], NOW)
    lines = libreoffice(path, "csv").read_text().splitlines()
    assert lines[0].startswith("x & y,Calls")
    assert lines[2].split(",")[2] in ("12/24/26", "12/24/2026", "2026-12-24")
    assert lines[3].startswith("Company 3,3")
    assert lines[8].startswith("plain")

"""What a look into a workbook file finds: each kind by its relationship or its mark, and what is odd."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

import openpyxl
import pytest

from eitherway.books.closed.cells import CellSet, with_cells
from eitherway.books.editor.workbook import Workbook
from eitherway.books.inspection.deep import look_into
from eitherway.books.inspection.kinds import KINDS, Care
from eitherway.books.package.archive import DamagedPackage, Package
from tests.books.workbooks import RELATIONSHIPS, excel_parts, packed

FOLDER = Path(__file__).parents[4] / "shared" / "workbooks"
SHEET, LINKS = "xl/worksheets/page_7.xml", "xl/worksheets/_rels/page_7.xml.rels"
BY_NAME = {kind.name: kind for kind in KINDS}
LINKED = [(kind.name, word) for kind in KINDS for word in kind.links]

# A workbook of others for each kind; openpyxl has less of it once it loaded and saved it.
HELD = {
    "Comments with replies": "xlsx-template__6031673493__test-sheet-with-comment.xlsx",
    "Slicers": "Aspose.Cells-for-.NET__9de2d03d01__sampleRemovingSlicer.xlsx",
    "Power Query": "paper-xlsx__1893c45c82__print_area_table_defined_name.xlsx",
    "Data models": "paper-xlsx__1893c45c82__print_area_table_defined_name.xlsx",
    "Data connections": "npoi__ab5839c1c7__GLIMP2.xlsx",
    "Query tables": "Aspose.Cells-for-.NET__8b8ee78d33__ODataSample.xlsx",
    "Custom XML": "openpyxl__0b7cf56e0a__bug304.xlsx",
    "XML maps": "npoi__ab5839c1c7__GLIMP2.xlsx",
    "Sensitivity labels": "markitdown__a867be6ece__test.xlsx",
    "Printer settings": "markitdown__a867be6ece__test.xlsx",
    "SmartArt": "Open-XML-SDK__13221d4d25__basicspreadsheet.xlsx",
    "Charts of Excel 2016 and later": (
        "Aspose.Cells-for-.NET__96ea4d34cd__sampleReadAndManipulateExcel2016Charts.xlsx"
    ),
    "Shapes and text boxes": "xlwings__4ba922d468__udf_tests.xlsm",
    "Add-in panes": "xlwings__4ba922d468__udf_tests.xlsm",
    "Form and ActiveX controls": "XLSX.jl__37f0051afb__NoDim.xlsx",
    "Embedded objects and files": "tika__5e12782099__testExcel_embeddedPDF.xlsx",
    "Rich data types and pictures in cells": (
        "xlsx-template__53e81e96c4__test-insert-images_in_cell_with_metadata.xlsx"
    ),
    "Dynamic arrays and cell metadata": "python-for-excel__bd658fb48d__revenues.xlsm",
    "Check boxes in cells": "XlsxWriter__fccf2d2967__checkbox07.xlsx",
    "Shared-workbook history": "ClosedXML__f4169bab78__simple-cell-changes.xlsx",
    "Digital signatures": "tika__10289e76d7__testEXCEL_signed.xlsx",
    "Conditional formats of Excel 2010 and later": "paper-xlsx__33cc97f6a9__gauntlet.xlsx",
    "Sparklines": "paper-xlsx__33cc97f6a9__gauntlet.xlsx",
    "Drop-downs of Excel 2010 and later": "PhpSpreadsheet__9de104feba__issue.2677.removeformula1.xlsx",
    "Rich text in cells": "docassemble__a63e2f0b20__context_es.xlsx",
    "Readings of East Asian text": "fastexcel__e91c4ff457__phonetic_text.xlsx",
    "Formulas with the values that they showed last": "xlwings__4ba922d468__udf_tests.xlsm",
}


def kinds(data: bytes) -> dict[str, int]:
    return {found.kind.name: found.number for found in look_into(Package(data)).kinds}


@pytest.mark.parametrize(("name", "word"), LINKED)
def test_a_kind_is_told_by_the_relationship_that_leads_to_it(name: str, word: str) -> None:
    link = f'<Relationship Id="x" Type="{RELATIONSHIPS}/{word}" Target="../a.bin"/></Relationships>'
    links = str(excel_parts()[LINKS]).replace("</Relationships>", link)
    found = kinds(packed(excel_parts() | {LINKS: links, "xl/a.bin": b"x"}))
    assert found.get(name) == 1


@pytest.mark.parametrize(
    ("name", "xml"),
    [
        ("Sparklines", "<x14:sparklineGroup><x14:sparkline/></x14:sparklineGroup>"),
        ("Conditional formats of Excel 2010 and later", "<x14:conditionalFormatting/>"),
        ("Drop-downs of Excel 2010 and later", "<x14:dataValidation/>"),
        ("Shapes and text boxes", "<xdr:sp/>"),
        ("Power Query", '<DataMashup xmlns="a"/>'),
        ("Data connections", '<connection id="1"/>'),
    ],
)
def test_a_kind_is_told_by_its_mark(name: str, xml: str) -> None:
    spaces = ' xmlns:x14="a" xmlns:xdr="b">'
    sheet = str(excel_parts()[SHEET]).replace(">", spaces, 2).replace(spaces, ">", 1)
    marked = packed(excel_parts() | {SHEET: sheet.replace("</worksheet>", f"<!--{xml}-->{xml}</worksheet>")})
    assert kinds(marked)[name] == 1


if FOLDER.is_dir():

    @pytest.mark.parametrize(("name", "file"), HELD.items(), ids=HELD)
    def test_a_kind_that_openpyxl_loses_is_kept(name: str, file: str) -> None:
        data = (FOLDER / file).read_bytes()
        before = kinds(data)
        assert before[name]
        sheet = Workbook(data).xml.sheets[0].name
        ours = with_cells(data, [CellSet(sheet, "AD101", "new")], drop_signature=True)
        if BY_NAME[name].care is not Care.VOID:
            assert kinds(ours) == before
        assert kinds(by_openpyxl(data)).get(name, 0) < before[name]

    @pytest.mark.parametrize("path", sorted(FOLDER.glob("*.xls[xm]")), ids=lambda path: path.name)
    def test_whatever_others_made_is_looked_into(path: Path) -> None:
        try:
            deep = look_into(Package(path.read_bytes()))
        except DamagedPackage:
            return
        assert deep.parts
        assert all(sentence.endswith(".") for sentence in (*deep.broken, *deep.odd))


def by_openpyxl(data: bytes) -> bytes:
    saved = io.BytesIO()
    with warnings.catch_warnings(action="ignore"):
        openpyxl.load_workbook(io.BytesIO(data)).save(saved)
    return saved.getvalue()


def odd(**changed: str) -> list[str]:
    return [*look_into(Package(packed(excel_parts() | changed))).odd]


def test_a_whole_workbook_has_nothing_odd() -> None:
    assert odd() == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../../a.xml", "../../a.xml has a name that leads out of a folder; no part is put into one."),
        ("C:\\a.xml", "C:\\a.xml has a name that leads out of a folder; no part is put into one."),
        ("xl/notes", "xl/notes has no content type."),
        ("XL/Styles.xml", "XL/Styles.xml stands more than once, whatever the case of the letters."),
    ],
)
def test_odd_names(name: str, said: str) -> None:
    assert said in odd(**{name: "<a/>"})


def test_a_relationship_to_nothing() -> None:
    links = str(excel_parts()[LINKS]).replace("/xl/tables/t.xml", "gone.xml")
    assert odd(**{LINKS: links}) == [f"gone.xml (in {LINKS}) is meant by a relationship, and not there."]


def test_a_document_type_in_an_old_drawing() -> None:
    drawing = '<!DOCTYPE a [<!ENTITY x "y">]><xml>'
    deep = look_into(Package(packed(excel_parts() | {"xl/drawings/vmlDrawing1.vml": drawing})))
    assert any("declares a document type" in each for each in deep.broken)

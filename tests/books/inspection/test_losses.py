"""What an earlier save by another program has lost, told from what it left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from eitherway.books.inspection.losses import losses, saved_by
from eitherway.books.package.archive import Package
from eitherway_workbook import build
from tests.books.workbooks import MAIN, RELATIONSHIPS, excel_parts, packed

SHEET, LINKS = "xl/worksheets/page_7.xml", "xl/worksheets/_rels/page_7.xml.rels"
BOOK, TYPES, TABLE, ROOT = "xl/workbook.xml", "[Content_Types].xml", "xl/tables/t.xml", "_rels/.rels"

Parts = dict[str, str | bytes]


def lost(parts: Parts) -> list[str]:
    return losses(Package(packed(parts)))


def replaced(name: str, old: str, new: str) -> Parts:
    parts = excel_parts()
    assert old in str(parts[name])
    return parts | {name: str(parts[name]).replace(old, new, 1)}


def linked(parts: Parts, name: str, kind: str, target: str) -> Parts:
    link = f'<Relationship Id="new" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/></Relationships>'
    return parts | {name: str(parts[name]).replace("</Relationships>", link)}


def test_a_workbook_of_excel_has_lost_nothing() -> None:
    assert lost(excel_parts()) == []


def test_slicers() -> None:
    parts = replaced(
        BOOK,
        "<calcPr",
        '<definedNames><definedName name="Slicer_Role">#N/A</definedName></definedNames><calcPr',
    )
    assert lost(parts) == ["The slicers are gone; only their names are left."]
    assert lost(linked(parts, "xl/_rels/workbook.xml.rels", "slicerCache", "styles.xml")) == []


def test_macros() -> None:
    parts = replaced(
        TYPES,
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
        "vnd.ms-excel.sheet.macroEnabled.main",
    )
    assert lost(parts) == []
    parts[BOOK] = str(parts[BOOK]).replace("<workbookPr ", '<workbookPr codeName="ThisWorkbook" ')
    assert lost(parts) == ["The macros are gone."]


@pytest.mark.parametrize(
    ("element", "said"),
    [
        ('<drawing r:id="rId77"/>', "The sheet My interviews has lost its charts and pictures."),
        ('<legacyDrawing r:id="rId78"/>', "The sheet My interviews has lost its notes."),
    ],
)
def test_what_a_sheet_names_and_does_not_have(element: str, said: str) -> None:
    assert lost(replaced(SHEET, "<tableParts", f"{element}<tableParts")) == [said]


def test_a_query() -> None:
    parts = replaced(TABLE, "<table ", '<table tableType="queryTable" ')
    assert lost(parts) == ["The table Interviews has lost the query that filled it."]


@pytest.mark.parametrize("cell", ['<f>""</f><v></v>', '<f t="shared" si="0"/><v></v>', "<f>T(B1)</f><v/>"])
def test_a_formula_that_comes_to_empty_text_has_its_value(cell: str) -> None:
    assert lost(excel_parts(f'<row r="9"><c r="A9" t="str">{cell}</c></row>')) == []


@pytest.mark.parametrize(
    "cell", ["<f>1+1</f>", "<f>1+1</f><v/>", "<f>1+1</f><v></v>", '<f t="shared" si="0"/>']
)
def test_formulas_without_their_values(cell: str) -> None:
    parts = excel_parts(f'<row r="9"><c r="A9">{cell}</c><c r="B9"><f>2</f><v>2</v></c></row>')
    assert lost(parts) == [
        "On the sheet My interviews 1 formula shows nothing until Excel has opened and saved it."
    ]


def test_replies() -> None:
    text = "<text><t>[Threaded comment] Your version</t></text>"
    note = f'<comments xmlns="{MAIN}"><comment>{text}</comment></comments>'
    parts = linked(excel_parts() | {"xl/c.xml": note}, LINKS, "comments", "/xl/c.xml")
    assert lost(parts) == ["One comment with replies became plain notes, without the replies."]


@pytest.mark.parametrize(
    ("app", "core", "program"),
    [
        ("<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion>", "", ""),
        ("<Application>Microsoft Excel</Application><AppVersion>3.1</AppVersion>", "", "openpyxl"),
        ("<Application>LibreOffice/24.8.1.2$Linux_X86_64</Application>", "", "LibreOffice 24.8.1.2"),
        ("<Application>Microsoft Macintosh Excel</Application>", "", ""),
        ("", "<creator>openpyxl</creator>", "openpyxl"),
    ],
)
def test_who_saved_it_last(app: str, core: str, program: str) -> None:
    parts = excel_parts() | {"a.xml": f"<Properties>{app}</Properties>", "b.xml": f"<core>{core}</core>"}
    parts = linked(linked(parts, ROOT, "extended-properties", "a.xml"), ROOT, "core-properties", "b.xml")
    assert saved_by(Package(packed(parts))) == program


def test_a_new_workbook_has_lost_nothing(tmp_path: Path) -> None:
    build(tmp_path / "new.xlsx", {})
    assert losses(Package((tmp_path / "new.xlsx").read_bytes())) == []

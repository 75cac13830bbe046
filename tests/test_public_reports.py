"""What people reported of docxtpl, Word mail merge, xlwings, openpyxl, calamine and their like, tried here.

Each name is that of the report: owner/repository#number. The inputs are our own.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from eitherway.books.closed.cells import CellSet, with_cells
from eitherway.books.editor.raw_tables import raw_tables
from eitherway.books.editor.workbook import Workbook
from eitherway.letters.merge.compiler import merge
from eitherway.letters.template.environment import LetterEnvironment
from eitherway.letters.template.opening import BrokenTemplate
from eitherway.templates import linter
from eitherway.templates.samples import AS_OF, sample
from tests.books.workbooks import differing_parts, excel_parts, packed
from tests.letters.template.templates import changed, docx, faults, related, saved, with_parts
from tests.letters.template.test_prepare import field

Parts = Mapping[str, str | bytes]
BOOK, SHEET, STRINGS, STYLES = (
    "xl/workbook.xml",
    "xl/worksheets/page_7.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
)
LINKS, TYPES, BODY = "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "word/document.xml"


def swapped(part: str, old: str, new: str, **others: str) -> Parts:
    parts = excel_parts()
    assert old in str(parts[part])
    return parts | {part: str(parts[part]).replace(old, new)} | others


def renamed(old: str, new: str, **also: tuple[str, str]) -> Parts:
    parts = excel_parts()
    parts[new] = parts.pop(old)
    for name in (LINKS, TYPES):
        for before, after in also.values():
            parts[name] = str(parts[name]).replace(before, after)
    return parts


def prefixed(part: str) -> Parts:
    """The part with a prefix on each of its elements, as DocumentFormat.OpenXml writes them."""
    parts = excel_parts()
    text = str(parts[part]).replace("</", "\0").replace("<", "<x:").replace("\0", "</x:")
    return parts | {part: text.replace(" xmlns=", " xmlns:x=", 1).replace("<x:?xml", "<?xml")}


WORKBOOKS: Mapping[str, Parts] = {
    "dimastbk/python-calamine#139 (a year above 9999)": swapped(SHEET, "<v>46342</v>", "<v>3000000</v>"),
    "xlwings/xlwings#2003 (a negative day)": swapped(SHEET, "<v>46342</v>", "<v>-693555</v>"),
    "xlwings/xlwings-server#294 (text where a date is)": swapped(
        SHEET, '<c r="C3" s="1"><v>46342</v>', '<c r="C3" s="1" t="str"><v>soon</v>'
    ),
    "tafia/calamine#285 (a used range from row 0)": swapped(SHEET, 'ref="A2:E9"', 'ref="A0:E9"'),
    "python-excel/xlrd#179 (an error without a value)": swapped(SHEET, '<c r="D4" s="2"/>', '<c r="D4" s="2" t="e"/>'),  # noqa: E501 - a sample
    "python-excel/xlrd#169 (SharedStrings.xml)": renamed(STRINGS, "xl/SharedStrings.xml"),
    "dhatim/fastexcel#139 (an absolute target)": renamed(
        STRINGS, "xl/sharedStrings.xml", a=('Target="sharedStrings.xml"', 'Target="/xl/sharedStrings.xml"')
    ),
    "kz26/PyExcelerate#34 (no styles)": renamed(STYLES, "xl/other.xml", a=("styles.xml", "gone.xml")),
    "EPPlusSoftware/EPPlus#562 (no named styles)": swapped(
        STYLES, '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>', ""
    ),
    "SheetJS/sheetjs#271 (a prefix in the shared strings)": prefixed(STRINGS),
    "yukiyokotani/office-open-xml-viewer#833 (rows without numbers)": swapped(SHEET, '<row r="4" ', "<row "),
    "tafia/calamine#9 (several runs in one text)": excel_parts(),
    "felipe-prenholato/openpyxl#26 (drop-downs of Excel 2010)": swapped(
        SHEET, "</worksheet>", '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'  # noqa: E501 - a sample
    ),
    "theorchard/openpyxl#36 (an object)": excel_parts() | {"xl/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0"},  # noqa: E501 - a sample
    "ycphs/openxlsx#74 (data validation)": swapped(
        SHEET, "<tableParts", '<dataValidations count="1"><dataValidation type="list" sqref="D3:D9"><formula1>"a,b"'  # noqa: E501 - a sample
        "</formula1></dataValidation></dataValidations><tableParts",
    ),
    "ggreen86/XLSX-Workbook-Class#59 (a shared formula without values)": swapped(
        SHEET, '<c r="A9"><f>COUNTA(D3:D4)</f><v>1</v></c>',
        '<c r="A9" t="str"><f ref="A9:A10" t="shared" si="0">IF(G20="","",F20*G20)</f><v/></c>',
    ),
}  # fmt: skip


@pytest.mark.parametrize("report", WORKBOOKS)
def test_a_workbook_is_read_and_edited(report: str) -> None:
    data = packed(WORKBOOKS[report])
    (table,) = raw_tables(Workbook(data))
    assert table.columns == ("Interviewer", "Due", "Flag", "Letter")
    assert table.rows[0][0] == "Mei Chen "
    assert table.rows[0][2] == "Overdue"
    new = with_cells(data, [CellSet("My interviews", "B4", "Ana Silva"), CellSet("My interviews", "A9", 5)])
    assert differing_parts(data, new) <= {SHEET, "xl/calcChain.xml"}
    assert next(raw_tables(Workbook(new))).rows[1][0] == "Ana Silva"
    dated = with_cells(data, [CellSet("My interviews", "C4", date(2026, 12, 24))])
    assert next(raw_tables(Workbook(dated))).rows[1][1] == date(2026, 12, 24)


def texts(content: bytes) -> list[str]:
    return [each.text for each in Document(BytesIO(linter.merged(content, sample("typical")))).paragraphs]


def table(*rows: str) -> bytes:
    document = Document()
    grid = document.add_table(0, 1)
    for row in rows:
        grid.add_row().cells[0].text = row
    return saved(document)


def in_header(content: bytes, text: str) -> bytes:
    document = Document(BytesIO(content))
    document.sections[0].header.paragraphs[0].text = text
    return saved(document)


def header_of(content: bytes) -> str:
    merged = Document(BytesIO(linter.merged(content, sample("typical"))))
    return str(merged.sections[0].header.paragraphs[0].text)


def test_docxtpl_548_escaped_braces() -> None:
    """elapouya/python-docx-template#548"""
    assert texts(docx("{_{ role }_} {{ company }}")) == ["{{ role }} Northwind"]


def test_docxtpl_161_two_tags_in_one_paragraph() -> None:
    """elapouya/python-docx-template#161"""
    content = docx("{%p if role %}nothing{%p endif %}")
    assert [each.code for each in faults(content)].count("whole-paragraph") == 2
    with pytest.raises(BrokenTemplate):
        texts(content)


def test_docxtpl_83_quotes_in_a_header() -> None:
    """elapouya/python-docx-template#83, #6, #11, #27"""
    assert header_of(in_header(docx("x"), '{{ reference | default("N/A") }} & {{ company }}')).endswith(
        "& Northwind"
    )


def test_docxtpl_227_spaces_beside_tags() -> None:
    """jhpyle/docassemble#301 (elapouya/python-docx-template#227)"""
    assert texts(docx("I {% if role %}would {% endif %}go to {{ company }} now.")) == [
        "I would go to Northwind now."
    ]


def test_docxtpl_543_a_name_without_its_braces() -> None:
    """elapouya/python-docx-template#543"""
    assert "single-braces" in [each.code for each in faults(docx("At { company }."))]


def test_docxtpl_499_a_row_for_each() -> None:
    """elapouya/python-docx-template#499, #551"""
    content = table("{%tr for i in range(2) %}", "{{ company }}", "{%tr endfor %}")
    (grid,) = Document(BytesIO(linter.merged(content, sample("typical")))).tables
    assert [row.cells[0].text for row in grid.rows] == ["Northwind", "Northwind"]


def test_docxtpl_504_if_in_a_cell() -> None:
    """elapouya/python-docx-template#504"""
    content = table("{% if role %}{{ company }}{% else %}none{% endif %}")
    (grid,) = Document(BytesIO(linter.merged(content, sample("typical")))).tables
    assert grid.rows[0].cells[0].text == "Northwind"


@pytest.mark.parametrize(
    ("report", "kind", "target"),
    [
        ("python-openxml/python-docx#1351", "hyperlink", "#_top"),
        ("python-openxml/python-docx#678", "image", "../NULL"),
        ("python-openxml/python-docx#797", "image", "NULL"),
        ("toxicphreAK/python-docx-ng#64", "image", "media/missing.png"),
        ("ShayHill/docx2python#69", "footnotes", "footnotes.xml"),
    ],
)
def test_links_to_nothing(report: str, kind: str, target: str) -> None:
    content = related(docx("At {{ company }}."), kind, target, mode="Internal")
    assert texts(content) == ["At Northwind."], report
    assert not any(each.code == "not-a-docx" for each in faults(content))


def test_python_docx_204_strict() -> None:
    """python-openxml/python-docx#204"""
    old, new = (
        b"http://schemas.openxmlformats.org/officeDocument/2006",
        b"http://purl.oclc.org/ooxml/officeDocument",
    )
    content = changed(docx("x"), "_rels/.rels", old, new)
    assert "Strict Open XML" in faults(content)[0].message


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v"])
def test_line_ends_of_a_cell(end: str) -> None:
    """Bouke/docx-mailmerge#38, #74; chrisfcarroll/MailMerge#2"""
    fields = dict(sample("typical").fields)
    fields["point"] = f"one{end}two"
    merged = merge(docx("{{ point }}"), fields, LetterEnvironment(), title="", author="", as_of=AS_OF)
    assert [each.text for each in Document(BytesIO(merged)).paragraphs] == ["one\ntwo"]


@pytest.mark.parametrize("pieces", [1, 2, 5])
@pytest.mark.parametrize("name", ["SBEH", "MailingAddress.street"])
def test_merge_fields_in_pieces(name: str, pieces: int) -> None:
    """chrisfcarroll/MailMerge#7, #1"""
    content = field(f" MERGEFIELD  {name}  \\* MERGEFORMAT ", pieces=pieces)
    (fault,) = [each for each in faults(content) if each.code == "word-field"]
    assert f'"{name}"' in fault.message


def test_a_merge_field_over_paragraphs() -> None:
    """iulica/docx-mailmerge#29"""
    content = changed(field("MERGEFIELD City"), BODY, b"<w:r><w:t>3 March", b"</w:p><w:p><w:r><w:t>3 March")
    assert "word-field" in [each.code for each in faults(content)]


@pytest.mark.parametrize("part", ["word/header1.xml", "word/footnotes.xml"])
def test_merge_fields_beside_the_text(part: str) -> None:
    """gyselroth/docxBox#55, iulica/docx-mailmerge#16"""
    with zipfile.ZipFile(BytesIO(field("MERGEFIELD City"))) as archive:
        body = archive.read(BODY)
    inside = body.replace(b"w:document", b"w:hdr").replace(b"<w:body>", b"").replace(b"</w:body>", b"")
    content = with_parts(docx("x"), {part: inside})
    assert "word-field" in [each.code for each in faults(content)]

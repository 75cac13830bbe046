"""Small workbooks to read and change: hand-written as Excel saves them, or made with XlsxWriter."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from eitherway.books.package.archive import Package

NOW = datetime.fromisoformat("2026-11-16 09:30")

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts, deflated but for those named *.bin, which are stored as pictures often are."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, content in parts.items():
            how = zipfile.ZIP_STORED if name.endswith(".bin") else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(name, (2026, 11, 16, 9, 30, 0)), content, how)
    return data.getvalue()


def sheet_xml(rows: str, *, before: str = "", after: str = "") -> str:
    """A sheet part with these rows."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="{MAIN}" '
        f'xmlns:r="{RELATIONSHIPS}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    )


def excel_parts(rows: str = "", *, date_1904: bool = False) -> dict[str, str | bytes]:
    """The parts of a workbook as Excel saves it: an Interviews table at B2:E4 of the sheet "My interviews".

    Shared strings (one of them rich text), a calculation chain, no fullCalcOnLoad, and a part that nobody
    knows. The sheet's file name says nothing, and the table is reached by an absolute target.
    """
    rows = rows or (
        '<row r="2" spans="2:5"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>'
        '<c r="D2" t="s"><v>2</v></c><c r="E2" t="s"><v>3</v></c></row>'
        '<row r="3" spans="2:5" ht="30" customHeight="1"><c r="B3" t="s"><v>4</v></c>'
        '<c r="C3" s="1"><v>46342</v></c><c r="D3" t="s"><v>5</v></c><c r="E3" t="str">'
        '<f>HYPERLINK("old.docx","Open")</f><v>Open</v></c></row>'
        '<row r="4" spans="2:5"><c r="B4" t="s"><v>6</v></c><c r="C4" s="1"/><c r="D4" s="2"/></row>'
        '<row r="9" spans="1:1"><c r="A9"><f>COUNTA(D3:D4)</f><v>1</v></c></row>'
    )
    strings = (
        "<si><t>Interviewer</t></si><si><t>Due</t></si><si><t>Flag</t></si><si><t>Letter</t></si>"
        '<si><t xml:space="preserve">Mei Chen </t></si>'
        '<si><r><t>Over</t></r><r><rPr><b/></rPr><t>due</t></r><rPh sb="0" eb="1">'
        "<t>reading aid</t></rPh></si>"
        "<si><t>A &amp; B</t></si>"
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_CONTENT}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/page_7.xml" ContentType="{_CONTENT}.worksheet+xml"/>'
        f'<Override PartName="/xl/tables/t.xml" ContentType="{_CONTENT}.table+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_CONTENT}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_CONTENT}.sharedStrings+xml"/>'
        f'<Override PartName="/xl/calcChain.xml" ContentType="{_CONTENT}.calcChain+xml"/></Types>',
        "_rels/.rels": _relationships(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONSHIPS}">'
        f'<workbookPr date1904="{int(date_1904)}"/><sheets><sheet name="My interviews" sheetId="7" '
        'r:id="rId9"/></sheets><calcPr calcId="191029"/></workbook>',
        "xl/_rels/workbook.xml.rels": _relationships(
            ("rId9", "worksheet", "worksheets/page_7.xml"),
            ("rId2", "styles", "styles.xml"),
            ("rId3", "sharedStrings", "sharedStrings.xml"),
            ("rId4", "calcChain", "calcChain.xml"),
        ),
        "xl/worksheets/page_7.xml": sheet_xml(
            rows,
            before='<dimension ref="A2:E9"/><cols><col min="5" max="5" width="18" style="2"/></cols>',
            after='<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
        ),
        "xl/worksheets/_rels/page_7.xml.rels": _relationships(("rId1", "table", "/xl/tables/t.xml")),
        "xl/tables/t.xml": f'<table xmlns="{MAIN}" id="1" name="Interviews" displayName="Interviews" '
        'ref="B2:E4" '
        'totalsRowShown="0"><autoFilter ref="B2:E4"/><tableColumns count="4"><tableColumn id="1" '
        'name="Interviewer"/><tableColumn id="2" name="Due"/><tableColumn id="3" name="Flag"/>'
        '<tableColumn id="4" name="Letter"/></tableColumns></table>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill>'
        '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/>'
        '<xf numFmtId="49" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="7" uniqueCount="7">{strings}</sst>',
        "xl/calcChain.xml": f'<calcChain xmlns="{MAIN}"><c r="E3" i="7"/><c r="A9"/></calcChain>',
        "custom/of-the-user.bin": bytes(range(256)),
    }


def _relationships(*links: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{id_}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for id_, kind, target in links
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


Cell = str | float | bool | date | None


def written(
    path: Path,
    tables: Mapping[str, tuple[str, Sequence[Sequence[Cell]]]],
    *,
    others: Mapping[str, Cell] | None = None,
    date_1904: bool = False,
) -> Path:
    """A workbook by XlsxWriter: each table by name with its top left cell and rows, the first its headers.

    All tables stand on one sheet, "Sheet1", together with the single cells `others`.
    """
    with xlsxwriter.Workbook(path, {"date_1904": date_1904, "default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        for name, (corner, (headers, *rows)) in tables.items():
            row, column = xlsxwriter.utility.xl_cell_to_rowcol(corner)
            last = row + max(len(rows), 1), column + len(headers) - 1
            columns = [{"header": header} for header in headers]
            sheet.add_table(row, column, *last, {"name": name, "columns": columns})
            for number, cells in enumerate(rows, start=row + 1):
                for at, cell in enumerate(cells, start=column):
                    sheet.write(number, at, cell)
        for address, cell in (others or {}).items():
            sheet.write(address, cell)
    return path


def differing_parts(old: bytes, new: bytes) -> set[str]:
    """Names of the zip members whose bytes, headers included, are not the same in both files."""
    before, after = ({m.name: data[m.start : m.end] for m in Package(data).members} for data in (old, new))
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def cells(data: bytes, sheet: str = "Sheet1") -> list[list[object]]:
    """All cells of a sheet as python-calamine reads them."""
    reader = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [list(row) for row in reader.get_sheet_by_name(sheet).to_python(skip_empty_area=False)]


def part(data: bytes, name: str) -> str:
    """A part's text."""
    return Package(data).read(name).decode()

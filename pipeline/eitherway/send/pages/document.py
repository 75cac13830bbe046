"""Flowing pages as Word documents: paragraphs in real styles, tables that repeat their header, a footer.

Lengths are in millimetres; type sizes in points. Parts and elements: ECMA-376 part 1, 11.3 and 17.2 to 17.11.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from eitherway.letters.merge.packing import member
from eitherway.letters.merge.seal import CORE, sealed
from eitherway.letters.owed.fields import LETTER_COUNTRIES
from eitherway.send.parts import PACKAGE, content_types, core, relationships
from eitherway.words.countries import country_code

TITLE, SUBTITLE, HEADING, TEXT, SMALL = "Title", "Subtitle", "heading 1", "Body Text", "Small Print"

_INK, _PINE, _STONE, _RULE, _SAGE = "26343B", "2B5B53", "5F6D6C", "D3DBD8", "DDE6E2"
_TWIPS = 1440 / 25.4
_MARGIN = 16.0
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KINDS = {
    "/word/document.xml": f"{_TYPE}.document.main+xml",
    "/word/styles.xml": f"{_TYPE}.styles+xml",
    "/word/footer1.xml": f"{_TYPE}.footer+xml",
}


class Words(NamedTuple):
    """A paragraph in one of the styles above; `bold` is what it begins with in bold."""

    text: str
    style: str = TEXT
    bold: str = ""


class Grid(NamedTuple):
    """A table: shares of the page's width, the header, and the rows; each cell may have several lines."""

    shares: Sequence[float]
    header: Sequence[str]
    rows: Sequence[Sequence[str]]


class Signature(NamedTuple):
    """Lines to write on, side by side, each with what belongs there below it."""

    labels: Sequence[str]


class Paper(NamedTuple):
    """A size of paper, upright."""

    width: float
    height: float

    @property
    def across(self) -> Paper:
        """The same, turned."""
        return Paper(self.height, self.width)


A4, LETTER = Paper(210, 297), Paper(215.9, 279.4)


def paper_of(country: str) -> Paper:
    """What letters of Settings' Country are written on."""
    return LETTER if country_code(country) in LETTER_COUNTRIES else A4


Block = Words | Grid | Signature


def document(blocks: Sequence[Block], *, title: str, footer: str, paper: Paper, author: str = "") -> bytes:
    """The .docx, sealed as letters are: the same content gives the same bytes."""
    width = paper.width - 2 * _MARGIN
    body = "".join(_block(each, width) for each in blocks)
    parts = {
        "[Content_Types].xml": content_types(_KINDS),
        "_rels/.rels": relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", CORE),
        ),
        "word/document.xml": f'<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><w:body>{body}'
        f"{_section(paper)}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships(
            (f"{_OFFICE}/styles", "styles.xml"), (f"{_OFFICE}/footer", "footer1.xml")
        ),
        "word/styles.xml": _styles(),
        "word/footer1.xml": _footer(footer, width),
    }
    members = [member(name, f"{_HEAD}{part}".encode()) for name, part in parts.items()]
    return b"".join(sealed(f"{_HEAD}{core(title, author)}".encode(), members))


def _block(block: Block, width: float) -> str:
    match block:
        case Words():
            return _paragraph(block.text, block.style, block.bold)
        case Grid():
            return _grid(block, width)
        case Signature():
            return _signature(block, width)


def _paragraph(text: str, style: str = "", bold: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{_style_id(style)}"/></w:pPr>' if style else ""
    strong = f"<w:r><w:rPr><w:b/></w:rPr>{_said(bold)}</w:r>" if bold else ""
    return f"<w:p>{properties}{strong}{f'<w:r>{_said(text)}</w:r>' if text else ''}</w:p>"


def _said(text: str) -> str:
    lines = (f'<w:t xml:space="preserve">{escape(_shown(line))}</w:t>' for line in text.split("\n"))
    return "<w:br/>".join(lines)


def _grid(grid: Grid, width: float) -> str:
    whole = sum(grid.shares)
    widths = [_twips(width * share / whole) for share in grid.shares]
    head = "".join(
        _cell(text, each, "Table Head", f'<w:shd w:val="clear" w:color="auto" w:fill="{_SAGE}"/>')
        for text, each in zip(grid.header, widths, strict=True)
    )
    rows = (
        "".join(_cell(text, each, "Table Text") for text, each in zip(row, widths, strict=True))
        for row in grid.rows
    )
    lines = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
    lines += [f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>" for row in rows]
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return _table(f"<w:tblBorders>{border}</w:tblBorders>", widths, "".join(lines))


def _signature(signature: Signature, width: float) -> str:
    """A cell with a line above for each label, and a gap between two."""
    number = len(signature.labels)
    gap = _twips(8)
    each = (_twips(width) - gap * (number - 1)) // number
    line = f'<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="{_INK}"/></w:tcBorders>'
    cells: list[str] = []
    widths: list[int] = []
    for label in signature.labels:
        if cells:
            cells.append(_cell("", gap, "Table Text"))
            widths.append(gap)
        cells.append(_cell(label, each, "Table Text", line))
        widths.append(each)
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
    return _paragraph("", "Room To Sign") + _table("", widths, row)


def _table(borders: str, widths: Sequence[int], rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    margins = "".join(f'<w:{side} w:w="70" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        f"{_paragraph('', 'After Table')}"
    )


def _cell(text: str, width: int, style: str, look: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>{_paragraph(text, style)}</w:tc>'


def _section(paper: Paper) -> str:
    wide = ' w:orient="landscape"' if paper.width > paper.height else ""
    margin = _twips(_MARGIN)
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
        f'<w:pgSz w:w="{_twips(paper.width)}" w:h="{_twips(paper.height)}"{wide}/>'
        f'<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}" w:header="500" '
        'w:footer="450" w:gutter="0"/></w:sectPr>'
    )


def _footer(text: str, width: float) -> str:
    def field(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    tab = f'<w:tabs><w:tab w:val="right" w:pos="{_twips(width)}"/></w:tabs>'
    return (
        f'<w:ftr xmlns:w="{_WORD}"><w:p><w:pPr><w:pStyle w:val="SmallPrint"/>{tab}</w:pPr><w:r>{_said(text)}'
        f'<w:tab/><w:t xml:space="preserve">Page </w:t></w:r>{field("PAGE")}'
        f'<w:r><w:t xml:space="preserve"> of </w:t></w:r>{field("NUMPAGES")}</w:p></w:ftr>'
    )


def _styles() -> str:
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
    looks = (
        _style(TITLE, 20, _PINE, after=2, bold=True),
        _style(SUBTITLE, 11, _STONE, after=8),
        _style(HEADING, 12, _PINE, before=10, after=3, bold=True, keep=True, level=0),
        _style(TEXT, 10.5, _INK, after=4),
        _style(SMALL, 8.5, _STONE, after=3, own=True),
        _style("Table Head", 9, _PINE, before=1, after=1, bold=True, own=True),
        _style("Table Text", 9, _INK, before=1, after=1, own=True),
        _style("After Table", 4, _INK, own=True),
        _style("Room To Sign", 10, _INK, before=26, own=True),
    )
    return (
        f'<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="21"/>'
        '<w:szCs w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" '
        'w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        f"{''.join(looks)}</w:styles>"
    )


def _style(
    name: str,
    size: float,
    colour: str,
    *,
    before: float = 0,
    after: float = 0,
    bold: bool = False,
    keep: bool = False,
    own: bool = False,
    level: int | None = None,
) -> str:
    custom = ' w:customStyle="1"' if own else ""
    outline = f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""
    size_ = f'<w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/>'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{_style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{"<w:keepNext/>" * keep}'
        f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}"/>{outline}</w:pPr>'
        f'<w:rPr>{"<w:b/><w:bCs/>" * bold}<w:color w:val="{colour}"/>{size_}</w:rPr></w:style>'
    )


def _style_id(name: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in name.split())


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS)


def _shown(text: str) -> str:
    """What XML can hold, a tab as a space."""
    plain = text.replace("\t", " ")
    return "".join(
        sign
        for sign in plain
        if sign >= " " and sign not in "\ufffe\uffff" and not "\ud800" <= sign <= "\udfff"
    )

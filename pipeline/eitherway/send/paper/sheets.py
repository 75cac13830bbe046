"""Pages with text at measured places, as Word documents: tables of exact rows, which every program keeps.

Lengths are in millimetres; type sizes in points. Parts and elements: ECMA-376 part 1, 11.3 and 17.4.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from eitherway.letters.merge.packing import member
from eitherway.letters.merge.seal import CORE, sealed
from eitherway.send.parts import PACKAGE, content_types, core, relationships

POINT = 25.4 / 72
_TWIPS = 1440 / 25.4
_LINE = 1.2
_WIDTH_OF_LETTER = 0.52  # of the type size; Carlito's mean over addresses is 0.48
SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0)

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KINDS = {"/word/document.xml": _TYPE, "/word/styles.xml": _TYPE.replace("document.main", "styles")}


class Cell(NamedTuple):
    """A cell of a row: its width, its lines, their size; `left` is the room before them, `lines_at` where
    they stand: top, center or bottom.
    """

    width: float
    lines: Sequence[str] = ()
    size: float = 11
    left: float = 0
    lines_at: str = "top"


class Line(NamedTuple):
    """A row of exact height."""

    height: float
    cells: Sequence[Cell]


class Page(NamedTuple):
    """A size of paper and where its table begins."""

    width: float
    height: float
    top: float = 0
    left: float = 0


def fitting(lines: Sequence[str], width: float, height: float, largest: float = 11) -> float | None:
    """The largest size in which the lines fit; None if in none: then something has to go."""
    sizes = [size for size in SIZES if size <= largest]
    return next((size for size in sizes if _room(lines, width, size) <= height), None)


def _room(lines: Sequence[str], width: float, size: float) -> float:
    letters = max(int(width / (size * POINT * _WIDTH_OF_LETTER)), 1)
    return sum(-(-len(line) // letters) for line in lines) * size * POINT * _LINE


def document(page: Page, tables: Sequence[Sequence[Line]], title: str) -> bytes:
    """The .docx, a table a page, sealed as letters are: the same content gives the same bytes."""
    after = (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{}</w:pPr>{}</w:p>'
    )
    small = '<w:rPr><w:sz w:val="2"/></w:rPr>'
    between = after.format(small, f'<w:r>{small}<w:br w:type="page"/></w:r>')
    body = between.join(map(_table, tables)) + after.format(small, "")
    wide = ' w:orient="landscape"' if page.width > page.height else ""
    margins = f'w:top="{_twips(page.top)}" w:left="{_twips(page.left)}"'
    section = (
        f'<w:sectPr><w:pgSz w:w="{_twips(page.width)}" w:h="{_twips(page.height)}"{wide}/>'
        f'<w:pgMar {margins} w:right="0" w:bottom="0" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": content_types(_KINDS),
        "_rels/.rels": relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", CORE),
        ),
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}{section}</w:body></w:document>',
        "word/_rels/document.xml.rels": relationships((f"{_OFFICE}/styles", "styles.xml")),
        "word/styles.xml": _styles(),
    }
    members = [member(name, f"{_HEAD}{part}".encode()) for name, part in parts.items()]
    return b"".join(sealed(f"{_HEAD}{core(title)}".encode(), members))


def _table(lines: Sequence[Line]) -> str:
    grid = "".join(f'<w:gridCol w:w="{_twips(cell.width)}"/>' for cell in lines[0].cells)
    none = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    total = sum(_twips(cell.width) for cell in lines[0].cells)
    properties = (
        f'<w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{none}</w:tblCellMar></w:tblPr>'
    )
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(map(_row, lines))}</w:tbl>"


def _row(line: Line) -> str:
    height = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{_twips(line.height)}" w:hRule="exact"/></w:trPr>'
    return f"<w:tr>{height}{''.join(map(_cell, line.cells))}</w:tr>"


def _cell(cell: Cell) -> str:
    place = f'<w:tcW w:w="{_twips(cell.width)}" w:type="dxa"/>'
    paragraphs = "".join(_paragraph(text, cell) for text in cell.lines) or _paragraph("", cell)
    return f'<w:tc><w:tcPr>{place}<w:vAlign w:val="{cell.lines_at}"/></w:tcPr>{paragraphs}</w:tc>'


def _paragraph(text: str, cell: Cell) -> str:
    line = round(cell.size * _LINE * 20)
    size = f'<w:rPr><w:sz w:val="{round(cell.size * 2)}"/><w:szCs w:val="{round(cell.size * 2)}"/></w:rPr>'
    run = f'<w:r>{size}<w:t xml:space="preserve">{escape(_shown(text))}</w:t></w:r>' if text else ""
    return (
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
        f'<w:ind w:left="{_twips(cell.left)}"/>{size}</w:pPr>{run}</w:p>'
    )


def _shown(text: str) -> str:
    """What XML can hold."""
    return "".join(sign for sign in text if sign >= " " and sign not in "\ufffe\uffff")


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS)


def _styles() -> str:
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
    return (
        f'<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style></w:styles>'
    )

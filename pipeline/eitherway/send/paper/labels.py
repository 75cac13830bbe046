"""Sheets of labels, from any position on: a sheet that was begun is used up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eitherway.send.paper.addresses import Addressed
from eitherway.send.paper.envelopes import fitted
from eitherway.send.paper.sheets import Cell, Line, Page, document


class Labels(NamedTuple):
    """A sheet: the distance from one label to the next, a label's size, the sheet's margins, and how many
    stand side by side and above each other. Millimetres, as in LibreOffice's labels.xml.
    """

    name: str
    pitch: tuple[float, float]
    size: tuple[float, float]
    margin: tuple[float, float]
    across: int
    down: int
    paper: tuple[float, float]


_A4, _US = (210.0, 297.0), (215.9, 279.4)
SHEETS = {
    "5160": Labels("5160", (69.85, 25.4), (66.68, 25.4), (4.78, 12.7), 3, 10, _US),
    "l7160": Labels("L7160", (66.04, 38.1), (63.5, 38.1), (7.2, 15.15), 3, 7, _A4),
    "5163": Labels("5163", (106.36, 50.8), (101.6, 50.8), (3.96, 12.7), 2, 5, _US),
}
_INSIDE = 4.0
"""Between the label's edge and its text: printers do not take the sheet quite straight."""


def labels(kind: str, mail: Sequence[Addressed], first: int = 1) -> bytes:
    """A .docx with a label for each piece of mail; the first stands at position `first`, counted in rows."""
    sheet = SHEETS[kind]
    cells: list[Addressed | None] = [*[None] * (first - 1), *mail]
    whole = sheet.across * sheet.down
    pages = [cells[at : at + whole] for at in range((first - 1) // whole * whole, len(cells), whole)]
    left, top = sheet.margin
    page = Page(*sheet.paper, top, left)
    return document(page, [[*_rows(sheet, each)] for each in pages], f"{sheet.name} labels")


def _rows(sheet: Labels, cells: Sequence[Addressed | None]) -> Iterator[Line]:
    widths = (*[sheet.pitch[0]] * (sheet.across - 1), sheet.size[0])
    for at in range(0, len(cells), sheet.across):
        row = [*cells[at : at + sheet.across], *[None] * sheet.across][: sheet.across]
        yield Line(
            sheet.pitch[1], [_cell(sheet, each, width) for each, width in zip(row, widths, strict=True)]
        )


def _cell(sheet: Labels, mail: Addressed | None, width: float) -> Cell:
    if mail is None:
        return Cell(width)
    lines, points = fitted(mail, sheet.size[0] - 2 * _INSIDE, sheet.size[1] - _INSIDE)
    return Cell(width, lines, points, _INSIDE, "center")

"""Envelopes, a page each: the return address at the top left, the recipient right of the middle.

The recipient stands within USPS's field for reading machines (Publication 28, A1): 5/8 to 2 3/4 inches from
the lower edge, half an inch and more from the sides. A sheet for DIN 5008's window (form B) is an envelope's
equal: the address field of 85 x 45 mm stands 20 mm from the left and 45 mm from the top.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eitherway.send.paper.addresses import Addressed
from eitherway.send.paper.sheets import Cell, Line, Page, document, fitting


class Envelope(NamedTuple):
    """The size as one addresses it, in millimetres."""

    name: str
    width: float
    height: float


ENVELOPES = {
    "10": Envelope("#10", 241.3, 104.775),
    "monarch": Envelope("Monarch", 190.5, 98.425),
    "dl": Envelope("DL", 220, 110),
    "c5": Envelope("C5", 229, 162),
    "c6": Envelope("C6", 162, 114),
}
WINDOW = "window"

_EDGE = 10.0  # of the return address, from left and top
_LOWEST = 16.0  # 5/8 inch: below it the post prints its bars
_HIGHEST = 69.0  # 2 3/4 inches
_RECIPIENT = 0.42  # of the width
_RIGHT = 13.0


def envelopes(kind: str, mail: Sequence[Addressed], sender: Sequence[str]) -> bytes:
    """A .docx with an envelope (or a sheet for a window) for each piece of mail."""
    if kind == WINDOW:
        return document(_SHEET, [_window(each, sender) for each in mail], "Addresses for window envelopes")
    size = ENVELOPES[kind]
    tables = [_envelope(size, each, sender) for each in mail]
    return document(Page(size.width, size.height), tables, f"{size.name} envelopes")


def _envelope(size: Envelope, mail: Addressed, sender: Sequence[str]) -> list[Line]:
    top = max(size.height - _HIGHEST, 0.45 * size.height)
    left = _RECIPIENT * size.width
    room = size.height - _LOWEST - top
    lines, points = fitted(mail, size.width - left - _RIGHT, room)
    small = fitting(sender, left - _EDGE, top - _EDGE, 9) or 7
    return [
        Line(_EDGE, [Cell(left), Cell(size.width - left)]),
        Line(top - _EDGE, [Cell(left, sender, small, _EDGE), Cell(size.width - left)]),
        Line(room, [Cell(left), Cell(size.width - left, lines, points)]),
    ]


_SHEET = Page(210, 297, top=45, left=20)
_FIELD, _INDENT, _NOTES, _ADDRESS = 85.0, 5.0, 17.7, 27.3


def _window(mail: Addressed, sender: Sequence[str]) -> list[Line]:
    lines, points = fitted(mail, _FIELD - 2 * _INDENT, _ADDRESS)
    back = " · ".join(sender)
    small = fitting([back], _FIELD - 2 * _INDENT, 5, 8) or 7
    return [
        Line(_NOTES, [Cell(_FIELD, [back], small, _INDENT, "bottom")]),
        Line(_ADDRESS, [Cell(_FIELD, lines, points, _INDENT)]),
    ]


def fitted(mail: Addressed, width: float, height: float) -> tuple[Sequence[str], float]:
    """The lines, and the size in which they fit; the title goes where they otherwise would not."""
    if points := fitting(mail.lines, width, height):
        return mail.lines, points
    fewer = [line for line in mail.lines if line != mail.extra]
    return fewer, fitting(fewer, width, height) or 7

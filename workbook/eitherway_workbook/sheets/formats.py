"""The workbook's look: one palette, and the cell formats that are made from it."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from eitherway.model.columns import Column, Kind, Role, Table
from eitherway.model.records import Flag
from eitherway.model.schema import APPLICATIONS, INTERVIEWS, PROBLEMS, TODAY, WORK_SEARCH

INK = "#26343B"
PINE = "#2B5B53"
SAGE = "#DDE6E2"
MIST = "#F3F6F5"
RULE = "#D3DBD8"
STONE = "#7C8A89"
FADED = "#9AA5A4"
BRICK = "#A63A2B"
OCHRE = "#9A6700"
SLATE = "#3C6382"
WHITE = "#FFFFFF"

Look = Mapping[str, object]

FLAG_LOOKS: Mapping[Flag, Look] = {
    Flag.FIX: {"bg_color": "#E9DDF0", "font_color": "#673A7E", "bold": True},
    Flag.OVERDUE: {"bg_color": "#F6D5CF", "font_color": BRICK, "bold": True},
    Flag.DUE: {"bg_color": "#FBE6BD", "font_color": "#805600", "bold": True},
    Flag.SOON: {"bg_color": "#FDF5D9", "font_color": "#7A6A1D"},
    Flag.WAITING: {"bg_color": "#DFEAF1", "font_color": "#2F566F"},
    Flag.GONE_QUIET: {"bg_color": "#DEDFE3", "font_color": "#50535F"},
    Flag.UPCOMING: {"bg_color": "#E4EDF3", "font_color": SLATE},
    Flag.ANSWERED: {"bg_color": "#DBECDD", "font_color": "#2E6B3B"},
}
"""The colours of a flag's cell; the flags that are not here are settled, and their rows fade."""

SETTLED = tuple(flag for flag in Flag if flag not in FLAG_LOOKS)
PAST: Look = {"font_color": BRICK, "bold": True}
TODAY_LOOK: Look = {"font_color": OCHRE, "bold": True}

# "16 Nov 2026" is read the same on both sides of the Atlantic, and a weekday helps where the week matters.
DAY = "d mmm yyyy"
WEEKDAY = "ddd d mmm yyyy"
MOMENT = "d mmm yyyy hh:mm"
WIDE = 40.0

# Typed "1" or "0042" must stay as typed; elsewhere a text format would keep a user's formulas from working.
STAYS_TEXT = {(INTERVIEWS.name, "Round"), (APPLICATIONS.name, "Reference")}


class Formats:
    """The workbook's cell formats: one per distinct look, however often it is asked for."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def __call__(self, look: Look) -> Format:
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(dict(look))
        return self._made[key]

    def cell(self, table: Table, column: Column) -> Format:
        """How a data cell of the column looks."""
        return self({**KIND_LOOKS[column.kind], **shade(table, column), **text_look(table, column)})

    def header(self, column: Column) -> Format:
        """How the column's header looks: the user's stand out, the pipeline's recede."""
        colours = OURS_HEADER if column.ours else YOURS_HEADER
        return self({"valign": "vcenter", "text_wrap": True, "border": 1, "border_color": RULE, **colours})


BASE: Look = {"font_color": INK, "valign": "vcenter"}
KIND_LOOKS: Mapping[Kind, Look] = {
    Kind.TEXT: BASE,
    Kind.CHOICE: BASE,
    Kind.LINES: BASE,
    Kind.DATE: {**BASE, "num_format": DAY, "align": "left"},
    Kind.MOMENT: {**BASE, "num_format": MOMENT, "align": "left"},
    Kind.NUMBER: {**BASE, "num_format": "0", "align": "center"},
    Kind.LINK: {**BASE, "font_color": SLATE, "underline": 1},
}
YOURS_HEADER: Look = {"bg_color": PINE, "font_color": WHITE, "bold": True}
OURS_HEADER: Look = {"bg_color": SAGE, "font_color": PINE, "italic": True}

TILE: Look = {
    "bg_color": MIST,
    "left": 5,
    "left_color": WHITE,
    "align": "left",
    "valign": "vcenter",
    "indent": 1,
}
"""A tile for a figure, parted from the one before it by a white edge."""


def shade(table: Table, column: Column) -> Look:
    """A tint for the pipeline's columns where they stand beside the user's own."""
    return {"bg_color": MIST} if column.ours and table.role is Role.INPUT else {}


def text_look(table: Table, column: Column) -> Look:
    """What the column adds to its kind: wrapped, kept as text, or with the weekday."""
    if table is TODAY and column.kind is Kind.DATE:
        return {"num_format": WEEKDAY}
    if (table.name, column.name) in STAYS_TEXT:
        return {"num_format": "@"}
    return {"text_wrap": wraps(table, column)}


def wraps(table: Table, column: Column) -> bool:
    """Whether long text runs over several lines; the Log grows for years and stays one line a row."""
    sentences = column.kind is Kind.TEXT and column.width >= WIDE and table.role is not Role.APPENDED
    return sentences or column.kind is Kind.LINES


def row_height(table: Table) -> float:
    """How high the rows of a table are, in points: room for the sentences that stand in it."""
    if table in (PROBLEMS, WORK_SEARCH):
        return THREE_LINES
    return TWO_LINES if any(wraps(table, column) for column in table.columns) else ONE_LINE


ONE_LINE, TWO_LINES, THREE_LINES = 20.0, 32.0, 48.0

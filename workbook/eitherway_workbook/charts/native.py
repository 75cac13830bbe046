"""Charts: native Excel ones, which follow their cells, in the workbook's own palette."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import cycle

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from eitherway.model.records import Flag
from eitherway_workbook.charts.figures import Block
from eitherway_workbook.sheets.formats import BRICK, INK, OCHRE, PINE, RULE, SLATE, STONE, WHITE

SIZE = {"width": 528, "height": 284}
SMALL = {"width": 506, "height": 284}
FONT = {"name": "Calibri", "size": 10, "color": INK, "bold": False}
ON_COLOUR = {**FONT, "color": WHITE, "bold": True}
FAINT = {"name": "Calibri", "size": 9, "color": STONE, "bold": False}

FLAG_COLOURS = {
    Flag.FIX: "#8E6BA3",
    Flag.OVERDUE: BRICK,
    Flag.DUE: "#D99A2B",
    Flag.SOON: "#E3C76A",
    Flag.WAITING: "#7FA3BA",
    Flag.GONE_QUIET: "#7D808C",
    Flag.UPCOMING: SLATE,
    Flag.ANSWERED: "#5E9B6C",
}
STAGE_COLOURS = ("#A9BDC9", "#7FA3BA", SLATE, "#8DB5A9", PINE)
FOLLOWED_COLOURS = ("#5E9B6C", SLATE, "#B9BDC4", "#E0CE96")
STEP_COLOURS = (PINE, "#8DB5A9", OCHRE, SLATE)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a block of figures stands: its first row and column, counted from 0, below its heads."""

    sheet: str
    row: int
    column: int
    block: Block

    def cells(self, offset: int) -> list[object]:
        """The figures of one column, as XlsxWriter names a range."""
        last = self.row + len(self.block.lines) - 1
        return [self.sheet, self.row, self.column + offset, last, self.column + offset]

    def head(self, offset: int) -> list[object]:
        """The head of one column, which names its series."""
        return [self.sheet, self.row - 1, self.column + offset]


def funnel(workbook: Workbook, source: Source) -> Chart:
    """How far applications came: a bar for each stage, the first on top."""
    chart = _bars(workbook)
    chart.add_series(
        {
            "name": source.head(1),
            "categories": source.cells(0),
            "values": source.cells(1),
            "gap": 40,
            "points": [{"fill": {"color": colour}} for colour in STAGE_COLOURS],
            "data_labels": {"value": True, "font": FONT, "num_format": "0;;"},
        }
    )
    chart.set_legend({"none": True})
    return chart


def answers(workbook: Workbook, source: Source) -> Chart:
    """How many had an answer by which day: a column for each."""
    chart = workbook.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": source.head(1),
            "categories": source.cells(0),
            "values": source.cells(1),
            "gap": 40,
            "fill": {"color": "#8DB5A9"},
            "data_labels": {"value": True, "font": FAINT, "num_format": '0"%";;'},
        }
    )
    chart.set_x_axis({**_LABELS, "name": "Days after the interview", "name_font": FAINT, "num_format": "0"})
    chart.set_y_axis({**_UNSEEN, "max": 110})
    chart.set_legend({"none": True})
    return _untitled(chart)


def followed(workbook: Workbook, source: Source) -> Chart:
    """What followed the letters: a bar for each step, a colour for what came."""
    chart = _bars(workbook, {"subtype": "stacked"})
    for offset, colour in enumerate(FOLLOWED_COLOURS, start=1):
        chart.add_series(_part(source, offset, colour, FONT if offset > 2 else ON_COLOUR))
    chart.set_legend({"position": "bottom", "font": FONT})
    return chart


def weeks(workbook: Workbook, source: Source) -> Chart:
    """Letters sent a week: a column for each week, a colour for each step."""
    chart = workbook.add_chart({"type": "column", "subtype": "stacked"})
    for offset, colour in zip(range(1, len(source.block.heads)), cycle(STEP_COLOURS), strict=False):
        chart.add_series(_part(source, offset, colour, ON_COLOUR))
    chart.set_x_axis({**_LABELS, "text_axis": True, "num_format": "d mmm"})
    chart.set_y_axis(_UNSEEN)
    chart.set_legend({"position": "bottom", "font": FONT})
    return _untitled(chart)


def bars(workbook: Workbook, source: Source, title: str, colours: list[str]) -> Chart:
    chart = workbook.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": source.head(1),
            "categories": source.cells(0),
            "values": source.cells(1),
            "gap": 45,
            "points": [{"fill": {"color": colour}} for colour in colours],
            "data_labels": {"value": True, "font": FONT, "num_format": "0;;"},
        }
    )
    chart.set_y_axis({"reverse": True, "num_font": FONT, "line": {"color": RULE}, "major_tick_mark": "none"})
    hidden = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    chart.set_x_axis(hidden)
    chart.set_legend({"none": True})
    return styled(chart, title)


def styled(chart: Chart, title: str) -> Chart:
    """The title, the frame and the size that all charts share."""
    chart.set_title({"name": title, "name_font": {**FONT, "size": 12, "bold": True, "color": PINE}})
    chart.set_chartarea({"border": {"color": RULE}, "fill": {"color": WHITE}})
    chart.set_plotarea({"fill": {"none": True}})
    chart.set_size(SIZE)
    return chart


_LABELS = {"num_font": FONT, "line": {"color": RULE}, "major_tick_mark": "none"}
NO_KIND: Mapping[str, str] = {}
_UNSEEN = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}


def _bars(workbook: Workbook, kind: Mapping[str, str] = NO_KIND) -> Chart:
    chart = workbook.add_chart({"type": "bar", **kind})
    chart.set_y_axis({**_LABELS, "reverse": True})
    chart.set_x_axis(_UNSEEN)
    return _untitled(chart)


def _part(source: Source, offset: int, colour: str, font: dict[str, object]) -> dict[str, object]:
    """A series of a stacked chart."""
    return {
        "name": source.head(offset),
        "categories": source.cells(0),
        "values": source.cells(offset),
        "gap": 40,
        "fill": {"color": colour},
        "border": {"color": WHITE},
        "data_labels": {"value": True, "font": font, "num_format": "0;;"},
    }


def _untitled(chart: Chart) -> Chart:
    """Without title, frame and fill: the heading stands in a cell, and what stands under it shows through."""
    chart.set_title({"none": True})
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    chart.set_plotarea({"fill": {"none": True}})
    chart.set_size(SMALL)
    return chart

"""The Dashboard's charts: native Excel charts, which follow the tables, in the workbook's own palette."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from eitherway.model.records import Flag
from eitherway_workbook.charts.figures import Block
from eitherway_workbook.sheets.formats import BRICK, FADED, INK, OCHRE, PINE, RULE, SAGE, SLATE, STONE, WHITE

SIZE = {"width": 528, "height": 284}
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
STATUS_COLOURS = ("#A9BDC9", SLATE, "#D99A2B", "#5E9B6C", FADED, BRICK)
STEP_COLOURS = (PINE, "#8DB5A9", OCHRE)


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


def by_flag(workbook: Workbook, source: Source) -> Chart:
    """Follow-ups by flag: a bar for each, the worst on top."""
    colours = [FLAG_COLOURS.get(flag, RULE) for flag in Flag]
    return bars(workbook, source, "What each conversation needs", colours)


def by_stage(workbook: Workbook, source: Source) -> Chart:
    """How far the conversations have come: a bar for each stage."""
    return bars(workbook, source, "From conversation to answer", [SLATE, *STEP_COLOURS, "#5E9B6C"])


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


def by_status(workbook: Workbook, source: Source) -> Chart:
    """Applications by status: a ring, its legend beside it."""
    chart = workbook.add_chart({"type": "doughnut"})
    fills = [{"fill": {"color": colour}, "border": {"color": WHITE}} for colour in STATUS_COLOURS]
    chart.add_series(
        {
            "name": source.head(1),
            "categories": source.cells(0),
            "values": source.cells(1),
            "points": fills,
            "data_labels": {
                "value": True,
                "font": ON_COLOUR,
                "num_format": "0;;",
            },
        }
    )
    chart.set_hole_size(52)
    chart.set_legend({"position": "right", "font": FONT})
    return styled(chart, "Applications by status")


def by_week(workbook: Workbook, source: Source) -> Chart:
    """Letters sent per week: a column for each week, a colour for each step."""
    chart = workbook.add_chart({"type": "column", "subtype": "stacked"})
    for offset, colour in enumerate(STEP_COLOURS, start=1):
        chart.add_series(
            {
                "name": source.head(offset),
                "categories": source.cells(0),
                "values": source.cells(offset),
                "gap": 60,
                "fill": {"color": colour},
            }
        )
    dated = {"text_axis": True, "num_format": "d mmm", "num_font": FONT, "major_tick_mark": "none"}
    chart.set_x_axis({**dated, "name": "Week of", "name_font": FAINT, "line": {"color": RULE}})
    chart.set_y_axis(
        {
            "name": "Letters",
            "name_font": FAINT,
            "num_font": FONT,
            "num_format": "0",
            "min": 0,
            "major_unit": 2,
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": SAGE, "width": 0.75}},
        }
    )
    chart.set_legend({"position": "top", "font": FONT})
    return styled(chart, "Letters sent per week")


def styled(chart: Chart, title: str) -> Chart:
    """The title, the frame and the size that all charts share."""
    chart.set_title({"name": title, "name_font": {**FONT, "size": 12, "bold": True, "color": PINE}})
    chart.set_chartarea({"border": {"color": RULE}, "fill": {"color": WHITE}})
    chart.set_plotarea({"fill": {"none": True}})
    chart.set_size(SIZE)
    return chart

"""The charts of the caseload's overview: native ones, each as high as it has bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nlargest

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from eitherway.model.records import Flag
from eitherway_workbook.caseload.names import Client, Names
from eitherway_workbook.charts.figures import Block
from eitherway_workbook.charts.native import FLAG_COLOURS, SIZE, Source, bars
from eitherway_workbook.sheets.formats import RULE

MOST_BARS = 12
LONGEST_LABEL, MOST_OF_A_FILE = 28, 60
TITLE_HEIGHT, BAR_HEIGHT = 84, 33
"""Pixels; a chart of few bars is low, so that all bars are about as thick."""

Bars = Sequence[tuple[str, int, str]]
"""A label, a figure and a colour for each."""


def draw_charts(
    workbook: Workbook, sheet: Worksheet, row: int, clients: Sequence[Client], names: Names
) -> None:
    """Side by side from this row (counted from 1): what is owed in all workbooks, and by whom most."""
    if flagged := _by_flag(clients):
        title = "What each conversation needs"
        chart = _chart(workbook, "Conversations", title, flagged)
        sheet.insert_chart(f"B{row}", chart, _told(title, flagged))
    if overdue := _most_overdue(clients, names):
        title = "Who has most overdue"
        sheet.insert_chart(f"H{row}", _chart(workbook, "Overdue", title, overdue), _told(title, overdue))


def _told(title: str, drawn: Bars) -> dict[str, str]:
    """The chart's text alternative, with all its figures."""
    figures = ", ".join(f"{label} {figure}" for label, figure, _ in drawn)
    return {"description": f"Chart: {title}. {figures}."}


def _by_flag(clients: Iterable[Client]) -> Bars:
    flags = Counter[str]()
    for client in clients:
        flags.update(client.flags)
    return [(flag.value, flags[flag], FLAG_COLOURS.get(flag, RULE)) for flag in Flag if flags[flag]]


def _most_overdue(clients: Iterable[Client], names: Names) -> Bars:
    behind = (client for client in clients if client.overdue)
    worst = nlargest(MOST_BARS, behind, key=lambda client: client.overdue)
    labels = map(_shortened, worst, map(names.label, worst))
    return [
        (label, each.overdue, FLAG_COLOURS[Flag.OVERDUE]) for label, each in zip(labels, worst, strict=True)
    ]


def _shortened(client: Client, label: str) -> str:
    """A name stands whole: a chart breaks it over two lines. Of a path the folders above go first, which may
    be the same for all, and only a file's own name that is very long is cut, at its end.
    """
    if client.name.strip() or len(label) <= LONGEST_LABEL:
        return label
    *folders, file = label.split("/")
    while folders and len("/".join((*folders, file))) > LONGEST_LABEL:
        folders = folders[1:]
    kept = "/".join((*folders, file))
    return kept if len(kept) <= MOST_OF_A_FILE else f"{kept[: MOST_OF_A_FILE - 1]}…"


def _chart(workbook: Workbook, head: str, title: str, drawn: Bars) -> Chart:
    chart = bars(workbook, _figures(workbook, head, drawn), title, [colour for _, _, colour in drawn])
    chart.set_size({**SIZE, "height": min(SIZE["height"], TITLE_HEIGHT + BAR_HEIGHT * len(drawn))})
    return chart


def _figures(workbook: Workbook, head: str, drawn: Bars) -> Source:
    """The figures behind a chart, on a hidden sheet of their own."""
    sheet = workbook.add_worksheet(f"{head} figures")
    sheet.hide()
    sheet.write_string(0, 1, head)
    for row, (label, figure, _) in enumerate(drawn, start=1):
        sheet.write_string(row, 0, label)
        sheet.write_number(row, 1, figure)
    return Source(sheet.name, 1, 0, Block(("", head), tuple((label,) for label, _, _ in drawn)))

"""The interview card: a page to print and take along, for what a letter needs and memory loses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from eitherway.model.prompts import PROMPTS, QUESTIONS
from eitherway_workbook.sheets.formats import INK, PINE, RULE, SAGE, STONE, Formats, Look

SHEET = "Interview card"

WIDTHS = (24, 22, 26, 30)
PEOPLE = (
    "Full name, as they spell it",
    "Job title",
    "E-mail, or their card",
    "What the two of us talked about",
)
PANEL = 5
FACTS = ("Company", "Role", "Day and round", "When they decide")
WHAT_FOR = (
    "Print this page and take it along. Fill it in before you go home, then type it into Applications, "
    "Interviewers and Interviews."
)

TITLE: Look = {"font_size": 20, "bold": True, "font_color": PINE, "valign": "vcenter"}
TEXT: Look = {"font_color": STONE, "valign": "vcenter", "text_wrap": True}
HEAD: Look = {"bold": True, "font_color": PINE, "bg_color": SAGE, "valign": "vcenter", "text_wrap": True}
LABEL: Look = {"font_color": INK, "valign": "vcenter", "text_wrap": True}
LINE: Look = {"bottom": 1, "bottom_color": RULE}
BOX: Look = {"border": 1, "border_color": RULE}


def draw(workbook: Workbook, formats: Formats) -> None:
    """Add the sheet: upright, one page, on A4 and on Letter alike."""
    sheet = workbook.add_worksheet(SHEET)
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    _heading(sheet, formats)
    row = _facts(sheet, formats, 2)
    row = _people(sheet, formats, row + 1)
    _lines(
        sheet, formats, row + 1, {"Before I leave, I ask": QUESTIONS, "Tonight: what brings it back": PROMPTS}
    )
    _set_up(sheet)


def _heading(sheet: Worksheet, formats: Formats) -> None:
    sheet.write_string(0, 0, SHEET, formats(TITLE))
    sheet.set_row(0, 34)
    sheet.merge_range(1, 0, 1, len(WIDTHS) - 1, WHAT_FOR, formats(TEXT))
    sheet.set_row(1, 32)


def _facts(sheet: Worksheet, formats: Formats, row: int) -> int:
    """Two facts a row, each with a line to write on; the next free row."""
    for number, fact in enumerate(FACTS):
        at, place = row + number // 2, 2 * (number % 2)
        sheet.write_string(at, place, fact, formats(LABEL))
        sheet.write_blank(at, place + 1, None, formats(LINE))
        sheet.set_row(at, 30)
    return row + (len(FACTS) + 1) // 2


def _people(sheet: Worksheet, formats: Formats, row: int) -> int:
    for place, heading in enumerate(PEOPLE):
        sheet.write_string(row, place, heading, formats({**HEAD, **BOX}))
    sheet.set_row(row, 24)
    for below in range(row + 1, row + 1 + PANEL):
        for place in range(len(PEOPLE)):
            sheet.write_blank(below, place, None, formats(BOX))
        sheet.set_row(below, 54)
    return row + 1 + PANEL


def _lines(sheet: Worksheet, formats: Formats, row: int, parts: Mapping[str, Sequence[str]]) -> None:
    """Under each heading, a line to write on beside each of what is said."""
    last = len(WIDTHS) - 1
    for heading, said in parts.items():
        sheet.merge_range(row, 0, row, last, heading, formats(HEAD))
        sheet.set_row(row, 22)
        for at, words in enumerate(said, start=row + 1):
            sheet.merge_range(at, 0, at, 1, words, formats(LABEL))
            sheet.merge_range(at, 2, at, last, "", formats(LINE))
            sheet.set_row(at, 40)
        row += len(said) + 2


def _set_up(sheet: Worksheet) -> None:
    sheet.hide_gridlines(2)
    sheet.set_tab_color(RULE)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)
    sheet.set_margins(left=0.6, right=0.6, top=0.6, bottom=0.6)

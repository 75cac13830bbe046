"""The caseload: one workbook over those of many job seekers, made anew by each batch."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from eitherway.model.columns import Table
from eitherway.model.records import Flag
from eitherway.model.urgency import urgency
from eitherway_workbook.caseload.charts import draw_charts
from eitherway_workbook.caseload.names import Client, Names
from eitherway_workbook.caseload.tables import COUNTED, FOLLOW_UPS, SILENCE, TO_MEND, WHY, WORKBOOKS
from eitherway_workbook.sheets.formats import (
    BASE,
    BRICK,
    FADED,
    FLAG_LOOKS,
    PINE,
    STONE,
    Formats,
    Look,
    row_height,
)
from eitherway_workbook.sheets.printing import page, set_up
from eitherway_workbook.sheets.tables import Area, draw_table

__all__ = ["Client", "caseload", "day_of", "is_caseload"]

MOST_FOLLOW_UPS = 100_000
"""Rows that a sheet is still pleasant with; Excel itself ends at 1,048,576."""

LONGEST_WHAT = 600
"""Characters: a row is at most 409 points high (Microsoft, "Excel specifications and limits")."""

MARK = "Either Way caseload"
"""The property of the document that tells a caseload from other workbooks; its value is the day."""

LONGEST_MARKED = 100_000
"""Bytes within which the mark stands: other properties may have been added to it since."""

DONE, NOT_RUN, NOT_OURS = "done", "not run", "not ours"
NOT_REFUSED = (NOT_RUN, DONE, NOT_OURS)
"""In this order after what was refused or failed, which stands first."""

NOT_DONE_LOOK = FLAG_LOOKS[Flag.OVERDUE]
LOOKS: Mapping[str, Mapping[str, Look]] = {
    "Flag": {flag.value: look for flag, look in FLAG_LOOKS.items()},
    "State": {
        **dict.fromkeys(("Refused", "Failed", "Not run"), NOT_DONE_LOOK),
        "Not ours": {"font_color": FADED},
    },
}
"""By column: how a cell looks by its value."""

TITLE: Look = {"bold": True, "font_size": 20, "font_color": PINE}
QUIET: Look = {**BASE, "font_color": STONE}
LOUD: Look = {**BASE, "font_color": BRICK, "bold": True}
FIGURES: Look = {**BASE, "bold": True}
HEADER_HEIGHT = 32


def caseload(path: Path, clients: Sequence[Client], as_of: date, since: date | None = None) -> None:
    """Write the caseload of all clients to `path`; links in it are relative to its folder.

    Clients that are equally urgent stay in their order. `since` is the day of the caseload that changes are
    told against, None without one. Raises OSError where it cannot be written.
    """
    names = Names(clients, path.resolve().parent)
    follow_ups = _follow_ups(clients, names)
    lines = _lines(clients, len(follow_ups), as_of, since)
    try:
        with Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as workbook:
            workbook.set_custom_property(MARK, as_of.isoformat())
            formats = Formats(workbook)
            overview = workbook.add_worksheet("Overview")
            for sheet in (
                _table(workbook, formats, FOLLOW_UPS, follow_ups[:MOST_FOLLOW_UPS], frozen=4),
                _table(workbook, formats, WORKBOOKS, _rows(clients, names), frozen=1),
                _table(workbook, formats, SILENCE, _silences(clients, names)[:MOST_FOLLOW_UPS], frozen=3),
                _table(workbook, formats, TO_MEND, _problems(clients, names)[:MOST_FOLLOW_UPS], frozen=1),
            ):
                sheet.set_header(f"&L&9&K{STONE[1:]}Caseload: &A&R&9&K{STONE[1:]}{_day(as_of)}")
            _write_lines(overview, formats, lines)
            draw_charts(workbook, overview, len(lines) + 2, clients, names)
    except FileCreateError as trouble:
        raise OSError(*trouble.args[0].args) from trouble  # XlsxWriter wraps the system's own word


def is_caseload(path: Path) -> bool:
    """Whether the file is a caseload, which the next one may replace."""
    return f'name="{MARK}"' in _properties(path)


def day_of(path: Path) -> date | None:
    """The day of a caseload; None of any other file."""
    found = re.search(rf'name="{MARK}"[^>]*>\s*<[^>]*>(\d{{4}}-\d\d-\d\d)<', _properties(path))
    return date.fromisoformat(found[1]) if found else None


def _properties(path: Path) -> str:
    try:
        with ZipFile(path) as package, package.open("docProps/custom.xml") as properties:
            return properties.read(LONGEST_MARKED).decode("utf-8", "replace")
    except (OSError, BadZipFile, KeyError, zlib.error, RuntimeError):  # what zipfile raises for other files
        return ""


def _follow_ups(clients: Iterable[Client], names: Names) -> list[dict[str, Any]]:
    """One list over all clients, in the order of each client's own (docs/design.md, section 3)."""
    found = [
        {
            "Flag": each["flag"],
            "Due": date.fromisoformat(each["due"]),
            "Days overdue": each["days_overdue"],
            "Client": names.link(client),
            "Step": each["step"],
            "Interviewer": each["interviewer"],
            "Company": each["company"],
            "Role": each["role"],
            WHY: each["why"],
        }
        for client in clients
        for each in client.follow_ups
    ]
    return sorted(found, key=_urgency)


def _silences(clients: Iterable[Client], names: Names) -> list[dict[str, Any]]:
    """The silence of all clients, longest first."""
    found = [
        {
            "Days": each["days"],
            "Since": date.fromisoformat(each["since"]),
            "Client": names.link(client),
            "Application": each["application"],
        }
        for client in clients
        for each in client.silences
    ]
    return sorted(found, key=lambda row: -row["Days"])


def _problems(clients: Iterable[Client], names: Names) -> list[dict[str, Any]]:
    """All that is to be mended or looked at: those with the most to do first, errors before warnings."""
    return [
        {
            "Client": names.link(client),
            "Severity": each["severity"].capitalize(),
            "Where": each["where"],
            "What": _cut(each["message"]),
            "What to do": _cut(each["fix"]),
        }
        for client in sorted(clients, key=_worst_first)
        for each in client.problems
    ]


def _urgency(row: Mapping[str, Any]) -> tuple[int, date, str, str]:
    return urgency(row["Days overdue"], row["Due"], row["Company"], row["Interviewer"])


def _rows(clients: Iterable[Client], names: Names) -> list[dict[str, Any]]:
    """What was not done first, then those with the most to do."""
    return [_row(client, names) for client in sorted(clients, key=_worst_first)]


def _worst_first(client: Client) -> tuple[int, int]:
    place = NOT_REFUSED.index(client.state) if client.state in NOT_REFUSED else -1
    return place, -client.overdue


def _row(client: Client, names: Names) -> dict[str, Any]:
    counted = {
        **{name: client.flags.get(name, 0) for name in COUNTED},
        "Interviews this week": client.interviews_this_week,
        "Offers": client.offers,
        "Longest silence": client.longest_silence,
        "Change": client.change,
        "Letters written": client.written,
        "Letters held": client.held,
        "Errors": client.errors,
        "Warnings": client.warnings,
    }
    return {
        "Client": names.link(client),
        "State": client.state.capitalize(),
        **(counted if client.state == DONE else {}),  # nobody knows them of the others
        "What": _cut(client.what),
        "File": client.path,
    }


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_WHAT else f"{text[: LONGEST_WHAT - 1]}…"


def _table(
    workbook: Workbook, formats: Formats, table: Table, rows: Sequence[Mapping[str, object]], frozen: int
) -> Worksheet:
    sheet = workbook.add_worksheet(table.name)
    area = Area(table, 1, 1, max(len(rows), 1) + 1)
    for offset, column in enumerate(table.columns):
        sheet.set_column(offset, offset, column.width)
    sheet.set_default_row(row_height(table))
    draw_table(sheet, formats, area, rows, autofilter=True)
    sheet.set_row(0, HEADER_HEIGHT)
    sheet.freeze_panes(1, frozen)
    sheet.hide_gridlines(2)
    for column_name, looks in LOOKS.items():
        for value, look in looks.items() if column_name in table.by_name else ():
            rule = {"type": "cell", "criteria": "==", "value": f'"{value}"', "format": formats(look)}
            sheet.conditional_format(area.cells(column_name), rule)
    set_up(sheet, area, frozen)
    return sheet


def _lines(
    clients: Sequence[Client], follow_ups: int, as_of: date, since: date | None
) -> list[tuple[str, Look]]:
    """What the overview says, each line with its look."""
    states = Counter(client.state for client in clients)
    told = len(clients) - states[NOT_RUN]
    lines: list[tuple[str, Look]] = [
        ("Caseload", TITLE),
        (f"{_day(as_of)}: {_workbooks(told, states)}.", QUIET),
    ]
    if missing := states[NOT_RUN]:
        stopped = f"Stopped: {told:,} of {len(clients):,} workbooks."
        verb = "is" if missing == 1 else "are"
        go_on = f"{missing:,} {verb} not in this list; run it again with --resume."
        lines.append((f"{stopped} {go_on}", LOUD))
    if not_done := _refused(states):
        lines.append((f"Not done: {not_done:,}. They stand first in Workbooks, each with its reason.", LOUD))
    if figures := _figures(clients, not_done):
        lines.append((figures, FIGURES))
    if search := _search(clients):
        lines.append((search, QUIET))
    if since is not None:
        lines.append((f"Changes are against the caseload of {_day(since)}.", QUIET))
    if states[DONE] and not follow_ups:
        lines.append(("Nothing to follow up now.", QUIET))
    elif follow_ups > MOST_FOLLOW_UPS:
        lines.append((f"Follow ups lists the most urgent {MOST_FOLLOW_UPS:,} of {follow_ups:,}.", LOUD))
    lines.append(("Made anew by every run; keep notes elsewhere.", QUIET))
    return lines


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _workbooks(told: int, states: Counter[str]) -> str:
    if not told:
        return "no workbook was run"
    number = "1 workbook" if told == 1 else f"{told:,} workbooks"
    counts = [f"{count:,} {state}" for state, count in states.most_common() if state != NOT_RUN]
    return ", ".join([number, *counts])


def _refused(states: Counter[str]) -> int:
    return sum(count for state, count in states.items() if state not in NOT_REFUSED)


def _figures(clients: Sequence[Client], not_done: int) -> str:
    """What is to be done in all workbooks together; what there is none of is left out."""
    figures = (
        (sum(client.overdue for client in clients), "overdue", "overdue"),
        (sum(client.flags.get(Flag.DUE.value, 0) for client in clients), "due today", "due today"),
        (sum(client.held for client in clients), "letter held", "letters held"),
        (not_done, "workbook not done", "workbooks not done"),
    )
    return ", ".join(f"{number:,} {one if number == 1 else many}" for number, one, many in figures if number)


def _search(clients: Sequence[Client]) -> str:
    """How the searches go; what there is none of is left out."""
    figures = (
        (
            sum(client.interviews_this_week for client in clients),
            "interview this week",
            "interviews this week",
        ),
        (sum(client.offers for client in clients), "offer", "offers"),
        (
            sum(len(client.silences) for client in clients),
            "interview without an answer",
            "interviews without an answer",
        ),
    )
    return ", ".join(f"{number:,} {one if number == 1 else many}" for number, one, many in figures if number)


def _write_lines(sheet: Worksheet, formats: Formats, lines: Iterable[tuple[str, Look]]) -> None:
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 14, 13)
    sheet.hide_gridlines(2)
    for row, (text, look) in enumerate(lines):
        sheet.write_string(row, 1, text, formats(look))
    sheet.set_first_sheet()
    sheet.activate()
    page(sheet, 1, 1)

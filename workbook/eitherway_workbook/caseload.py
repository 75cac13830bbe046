"""The caseload: one workbook over those of many job seekers, made anew by each batch."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from heapq import nsmallest
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from eitherway.records import Flag, Link
from eitherway.schema import Table
from eitherway.urgency import urgency
from eitherway_workbook.caseload_tables import COUNTED, FOLLOW_UPS, WORKBOOKS
from eitherway_workbook.charts import FLAG_COLOURS, Source, bars, by_flag
from eitherway_workbook.figures import Block
from eitherway_workbook.formats import BASE, BRICK, FADED, FLAG_LOOKS, PINE, STONE, Formats, Look, row_height
from eitherway_workbook.printing import page, set_up
from eitherway_workbook.tables import Area, draw_table

MOST_BARS = 12
FEWEST_BARS = 6
"""With fewer, empty lines keep the bars as thin as those beside them."""

LONGEST_LABEL = 28

MOST_FOLLOW_UPS = 100_000
"""Rows that a sheet is still pleasant with; Excel itself ends at 1,048,576."""

LONGEST_IN_FORMULA = 255
"""Characters of a text within a formula (Microsoft, "Excel specifications and limits")."""

MARK = "Either Way caseload"
"""The property of the document that tells a caseload from other workbooks; its value is the day."""

LONGEST_MARKED = 100_000
"""Bytes within which the mark stands: other properties may have been added to it since."""

DONE, NOT_OURS = "done", "not ours"

NOT_DONE_LOOK = FLAG_LOOKS[Flag.OVERDUE]
LOOKS: Mapping[str, Mapping[str, Look]] = {
    "Flag": {flag.value: look for flag, look in FLAG_LOOKS.items()},
    "State": {"Refused": NOT_DONE_LOOK, "Failed": NOT_DONE_LOOK, "Not ours": {"font_color": FADED}},
}
"""By column: how a cell looks by its value."""

TITLE: Look = {"bold": True, "font_size": 20, "font_color": PINE}
QUIET: Look = {**BASE, "font_color": STONE}
LOUD: Look = {**BASE, "font_color": BRICK, "bold": True}
HEADER_HEIGHT = 32


class Client(NamedTuple):
    """One workbook of the batch; `follow_ups` as design.md section 6 has them, `what` for one not done."""

    path: str
    state: str
    flags: Mapping[str, int]
    written: int
    held: int
    errors: int
    warnings: int
    follow_ups: Sequence[Mapping[str, Any]]
    what: str


def caseload(path: Path, clients: Sequence[Client], as_of: date) -> None:
    """Write the caseload of all clients to `path`; links in it are relative to its folder.

    Raises OSError where it cannot be written.
    """
    names = _Names(clients, path.resolve().parent)
    follow_ups = _follow_ups(clients, names)
    try:
        with Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as workbook:
            workbook.set_custom_property(MARK, as_of.isoformat())
            formats = Formats(workbook)
            overview = workbook.add_worksheet("Overview")
            _table(workbook, formats, FOLLOW_UPS, follow_ups[:MOST_FOLLOW_UPS], frozen=4)
            _table(workbook, formats, WORKBOOKS, _rows(clients, names), frozen=1)
            _write_lines(overview, formats, _lines(clients, len(follow_ups), as_of))
            _draw_charts(workbook, overview, clients, names)
    except FileCreateError as trouble:
        raise OSError(*trouble.args[0].args) from trouble  # XlsxWriter wraps the system's own word


def is_caseload(path: Path) -> bool:
    """Whether the file is a caseload, which the next one may replace."""
    try:
        with ZipFile(path) as package, package.open("docProps/custom.xml") as properties:
            return f'name="{MARK}"'.encode() in properties.read(LONGEST_MARKED)
    except (OSError, BadZipFile, KeyError):
        return False


class _Names:
    """What each client's workbook is called, and the way to it from the caseload's folder."""

    def __init__(self, clients: Sequence[Client], folder: Path) -> None:
        self._folder = folder
        self._root = _common([str(Path(client.path).parent) for client in clients])

    def label(self, path: str) -> str:
        """Its path below the folder that holds all of them."""
        return str(Path(_relative(path, self._root)).with_suffix("")).replace(os.sep, "/")

    def link(self, path: str) -> Link | str:
        """A link, unless a formula cannot hold it; `#` would part the file from a place in it, and `%`
        begins what stands for another character.
        """
        target = _relative(path, self._folder).replace(os.sep, "/")
        target = target.replace("%", "%25").replace("#", "%23")
        label = self.label(path)
        return label if max(len(target), len(label)) > LONGEST_IN_FORMULA else Link(target, label)


def _common(folders: Sequence[str]) -> str:
    try:
        return os.path.commonpath(folders)
    except ValueError:  # no folder at all, or some on another drive of Windows
        return ""


def _relative(path: str, folder: str | Path) -> str:
    try:
        return os.path.relpath(path, folder or None)
    except ValueError:  # another drive of Windows: there is no way there
        return path


def _follow_ups(clients: Iterable[Client], names: _Names) -> list[dict[str, Any]]:
    """One list over all clients, in the order of each client's own (design.md section 3)."""
    found = [
        {
            "Flag": each["flag"],
            "Due": date.fromisoformat(each["due"]),
            "Days overdue": each["days_overdue"],
            "Client": names.link(client.path),
            "Step": each["step"],
            "Interviewer": each["interviewer"],
            "Company": each["company"],
            "Role": each["role"],
            "Why": each["why"],
        }
        for client in clients
        for each in client.follow_ups
    ]
    return sorted(found, key=_urgency)


def _urgency(row: Mapping[str, Any]) -> tuple[int, date, str, str]:
    return urgency(row["Days overdue"], row["Due"], row["Company"], row["Interviewer"])


def _rows(clients: Iterable[Client], names: _Names) -> list[dict[str, Any]]:
    """What was not done first, then those with the most to do."""
    return [_row(client, names) for client in sorted(clients, key=_worst_first)]


def _worst_first(client: Client) -> tuple[bool, int, str]:
    return client.state in (DONE, NOT_OURS), -_overdue(client), client.path


def _overdue(client: Client) -> int:
    return client.flags.get(Flag.OVERDUE.value, 0)


def _row(client: Client, names: _Names) -> dict[str, Any]:
    return {
        "Client": names.link(client.path),
        "State": client.state.capitalize(),
        **{name: client.flags.get(name, 0) for name in COUNTED},
        "Letters written": client.written,
        "Letters held": client.held,
        "Errors": client.errors,
        "Warnings": client.warnings,
        "What": client.what,
        "File": client.path,
    }


def _table(
    workbook: Workbook, formats: Formats, table: Table, rows: Sequence[Mapping[str, object]], frozen: int
) -> None:
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


def _lines(clients: Sequence[Client], follow_ups: int, as_of: date) -> list[tuple[str, Look]]:
    """What the overview says, each line with its look."""
    states = Counter(client.state for client in clients)
    said = ", ".join(f"{count} {state}" for state, count in states.most_common())
    number = "1 workbook" if len(clients) == 1 else f"{len(clients):,} workbooks"
    day = f"{as_of:%A} {as_of.day} {as_of:%B %Y}"
    lines: list[tuple[str, Look]] = [("Caseload", TITLE), (f"{day}: {number}, {said}.", QUIET)]
    if not_done := sum(client.state not in (DONE, NOT_OURS) for client in clients):
        lines.append((f"Not done: {not_done:,}. They stand first in Workbooks, each with its reason.", LOUD))
    if not follow_ups:
        lines.append(("Nothing to follow up now.", QUIET))
    elif follow_ups > MOST_FOLLOW_UPS:
        lines.append((f"Follow ups lists the most urgent {MOST_FOLLOW_UPS:,} of {follow_ups:,}.", LOUD))
    return lines


def _write_lines(sheet: Worksheet, formats: Formats, lines: Iterable[tuple[str, Look]]) -> None:
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 14, 13)
    sheet.hide_gridlines(2)
    for row, (text, look) in enumerate(lines):
        sheet.write_string(row, 1, text, formats(look))
    sheet.set_first_sheet()
    sheet.activate()
    page(sheet, 1, 1)


def _draw_charts(workbook: Workbook, sheet: Worksheet, clients: Sequence[Client], names: _Names) -> None:
    flags = Counter[str]()
    for client in clients:
        flags.update(client.flags)
    by_flags = [(flag.value, flags[flag.value]) for flag in Flag]
    sheet.insert_chart("B6", by_flag(workbook, _figures(workbook, "Conversations", by_flags)))
    if worst := _most_overdue(clients, names):
        colours = [FLAG_COLOURS[Flag.OVERDUE]] * MOST_BARS
        source = _figures(workbook, "Overdue", [*worst, *[("", 0)] * (FEWEST_BARS - len(worst))])
        sheet.insert_chart("H6", bars(workbook, source, "Who has most overdue", colours))


Counts = Sequence[tuple[str, int]]


def _most_overdue(clients: Iterable[Client], names: _Names) -> Counts:
    behind = nsmallest(MOST_BARS, (client for client in clients if _overdue(client)), key=_worst_first)
    return [(_shortened(names.label(client.path)), _overdue(client)) for client in behind]


def _shortened(label: str) -> str:
    """Begin and end stay: the folders above, or the workbooks' names, may be the same for all."""
    if len(label) <= LONGEST_LABEL:
        return label
    half = LONGEST_LABEL // 2
    return f"{label[: half - 1]}…{label[-half:]}"


def _figures(workbook: Workbook, head: str, counts: Counts) -> Source:
    """The figures behind a chart, on a hidden sheet of their own."""
    sheet = workbook.add_worksheet(f"{head} figures")
    sheet.hide()
    sheet.write_string(0, 1, head)
    for row, (label, count) in enumerate(counts, start=1):
        sheet.write_string(row, 0, label)
        sheet.write_number(row, 1, count)
    return Source(sheet.name, 1, 0, Block(("", head), tuple((label,) for label, _ in counts)))

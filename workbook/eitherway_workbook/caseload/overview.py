"""The first sheet of the caseload: how it stands with all workbooks together, in a few lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from xlsxwriter.worksheet import Worksheet

from eitherway.model.records import Flag
from eitherway.words.counting import count, counts
from eitherway_workbook.caseload.names import DONE, NOT_REFUSED, NOT_RUN, Client
from eitherway_workbook.sheets.formats import BASE, BRICK, PINE, STONE, Formats, Look
from eitherway_workbook.sheets.printing import page

TITLE: Look = {"bold": True, "font_size": 20, "font_color": PINE}
QUIET: Look = {**BASE, "font_color": STONE}
LOUD: Look = {**BASE, "font_color": BRICK, "bold": True}
FIGURES: Look = {**BASE, "bold": True}


def lines(
    clients: Sequence[Client], owed: int, listed: int, as_of: date, since: date | None
) -> list[tuple[str, Look]]:
    """What the overview says, each line with its look.

    `owed` is how many follow-ups there are, `listed` how many of them stand in the list; `since` is the day
    of the caseload that changes are told against, None without one.
    """
    states = Counter(client.state for client in clients)
    told = len(clients) - states[NOT_RUN]
    found: list[tuple[str, Look]] = [
        ("Caseload", TITLE),
        (f"{spoken(as_of)}: {_workbooks(told, states)}.", QUIET),
    ]
    if missing := states[NOT_RUN]:
        stopped = f"Stopped: {told:,} of {len(clients):,} workbooks."
        verb = "is" if missing == 1 else "are"
        go_on = f"{missing:,} {verb} not in this list; run it again with --resume."
        found.append((f"{stopped} {go_on}", LOUD))
    if not_done := _refused(states):
        found.append((f"Not done: {not_done:,}. They stand first in Workbooks, each with its reason.", LOUD))
    if figures := _figures(clients, not_done):
        found.append((figures, FIGURES))
    if search := _search(clients):
        found.append((search, QUIET))
    if since is not None:
        found.append((f"Changes are against the caseload of {spoken(since)}.", QUIET))
    if states[DONE] and not owed:
        found.append(("Nothing to follow up now.", QUIET))
    elif owed > listed:
        found.append((f"Follow ups lists the most urgent {listed:,} of {owed:,}.", LOUD))
    found.append(("Made anew by every run; keep notes elsewhere.", QUIET))
    return found


def write_lines(sheet: Worksheet, formats: Formats, said: Iterable[tuple[str, Look]]) -> None:
    """Put the lines on the sheet, which is the one that opens."""
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 14, 13)
    sheet.hide_gridlines(2)
    for row, (text, look) in enumerate(said):
        sheet.write_string(row, 1, text, formats(look))
    sheet.set_first_sheet()
    sheet.activate()
    page(sheet, 1, 1)


def spoken(day: date) -> str:
    """The day in words: "Friday 20 November 2026"."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def _workbooks(told: int, states: Counter[str]) -> str:
    if not told:
        return "no workbook was run"
    by_state = [f"{number:,} {state}" for state, number in states.most_common() if state != NOT_RUN]
    return ", ".join([count(told, "workbook"), *by_state])


def _refused(states: Counter[str]) -> int:
    return sum(number for state, number in states.items() if state not in NOT_REFUSED)


def _figures(clients: Sequence[Client], not_done: int) -> str:
    """What is to be done in all workbooks together."""
    return counts(
        (sum(client.overdue for client in clients), "overdue", "overdue"),
        (sum(client.flags.get(Flag.DUE.value, 0) for client in clients), "due today", "due today"),
        (sum(client.held for client in clients), "letter held", "letters held"),
        (not_done, "workbook not done", "workbooks not done"),
    )


def _search(clients: Sequence[Client]) -> str:
    """How the searches go."""
    silent = "interview without an answer", "interviews without an answer"
    this_week = "interview this week", "interviews this week"
    return counts(
        (sum(client.interviews_this_week for client in clients), *this_week),
        (sum(client.offers for client in clients), "offer", "offers"),
        (sum(len(client.silences) for client in clients), *silent),
    )

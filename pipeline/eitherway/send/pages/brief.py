"""A client on one page, for the talk with their coach: what is owed, to come, silent, to be mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from eitherway.model.codes import Severity
from eitherway.send.pages.document import (
    HEADING,
    SMALL,
    SUBTITLE,
    TITLE,
    Block,
    Grid,
    Paper,
    Words,
    document,
)
from eitherway.words import days
from eitherway.words.counting import counts
from eitherway_workbook.caseload.names import Client

MOST_OWED, MOST_COMING, MOST_SILENT, MOST_TO_MEND = 9, 5, 5, 6
"""Rows of each part: all of them together fill a page."""

LONGEST = 160
"""Characters of a sentence in a row."""

Rows = Sequence[Mapping[str, Any]]


def brief(client: Client, name: str, as_of: date, paper: Paper) -> bytes:
    """The .docx of one client, a page."""
    day = days.short_with_year(as_of)
    return document(
        list(_blocks(client, name, day)),
        title=f"{name}, {day}",
        footer=f"{name} · {day}",
        paper=paper,
    )


def _blocks(client: Client, name: str, day: str) -> Iterator[Block]:
    yield Words(name, TITLE)
    yield Words(f"{day} · {_figures(client)}", SUBTITLE)
    if client.change:
        yield Words(f"Since the last caseload: {client.change[:1].lower()}{client.change[1:]}.")
    yield from _part(
        "To write now, most urgent first",
        "Nothing is owed now.",
        (20, 22, 60, 78),
        header=("Flag", "Step", "To", "Why, as told to the client"),
        rows=[
            (
                each["flag"],
                each["step"],
                f"{each['interviewer']}, {each['company'] or ''}".rstrip(", "),
                each["why"],
            )
            for each in client.follow_ups[:MOST_OWED]
        ],
        of=len(client.follow_ups),
    )
    yield from _part(
        "Interviews to come",
        "None is to come.",
        (36, 84, 60),
        header=("Day", "Where", "With"),
        rows=[
            (_day(each["day"]), _joined(each["company"], each["role"]), each["interviewers"])
            for each in client.coming[:MOST_COMING]
        ],
        of=len(client.coming),
    )
    yield from _part(
        "Silence, longest first",
        "No interview is without an answer.",
        (36, 84, 60),
        header=("Days", "Where", "Since the interview of"),
        rows=[
            (str(each["days"]), each["application"], _day(each["since"]))
            for each in client.silences[:MOST_SILENT]
        ],
        of=len(client.silences),
    )
    yield from _part(
        "To mend",
        "Nothing is to be mended.",
        (40, 70, 70),
        header=("Where", "What", "What to do"),
        rows=[
            (each["where"], _cut(each["message"]), _cut(each["fix"]))
            for each in _errors_first(client.problems)
        ],
        of=len(client.problems),
    )


def _part(
    heading: str,
    nothing: str,
    shares: Sequence[float],
    *,
    header: Sequence[str],
    rows: Sequence[tuple[str, ...]],
    of: int,
) -> Iterator[Block]:
    """A heading, and up to so many `rows` of all that there are."""
    yield Words(heading, HEADING)
    if not rows:
        yield Words(nothing)
        return
    yield Grid(shares, header, rows)
    if of > len(rows):
        yield Words(f"And {of - len(rows)} more; the workbook lists all.", SMALL)


def _figures(client: Client) -> str:
    told = counts(
        (client.overdue, "overdue", "overdue"),
        (client.interviews_this_week, "interview this week", "interviews this week"),
        (client.offers, "offer", "offers"),
        (client.held, "letter held", "letters held"),
    )
    return told or "nothing is pressing"


def _errors_first(problems: Rows) -> Rows:
    is_warning = Severity.WARNING.value.lower()
    return sorted(problems, key=lambda each: each["severity"] == is_warning)[:MOST_TO_MEND]


def _cut(text: str) -> str:
    """As many whole sentences as there is room for."""
    if len(text) <= LONGEST:
        return text
    end = max(text.rfind(sign, 0, LONGEST) for sign in (". ", "? ", "! "))
    return text[: end + 1] if end > 0 else f"{text[: LONGEST - 1].rstrip()}…"


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _day(iso: str) -> str:
    return days.short_with_year(date.fromisoformat(iso))

"""The work-search log once more, row by row, as slowly as its page reads; it shares no code with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from tests.decide.reference import same

Row = Mapping[str, object]
Entry = tuple[date, str, str, str]
"""Day, kind, employer, and the people of it, sorted."""


def entries(  # noqa: C901 - a condition for each kind, as the page has it
    interviews: Sequence[Row], applications: Sequence[Row], steps: Sequence[str], as_of: date
) -> list[Entry]:
    """Every activity up to and on `as_of`, in no order that matters."""
    found: list[Entry] = []
    for row in applications:
        day = row.get("Applied on")
        if isinstance(day, date) and day <= as_of:
            employer = str(row.get("Company") or row["Application"] or "")
            found.append((day, "Application", employer, str(row.get("Contact") or "")))
    met: list[tuple[Row, list[str]]] = []
    for row in interviews:
        day = row["Date"]
        if isinstance(day, date) and day <= as_of:
            panel = next((each for each in met if _one_interview(each[0], row)), None)
            if panel is None:
                panel = (row, [])
                met.append(panel)
            name = str(row["Interviewer"] or "")
            if name and name not in panel[1]:
                panel[1].append(name)
        for step in steps:
            sent = row.get(f"{step} sent")
            if isinstance(sent, date) and sent <= as_of:
                found.append((sent, "Follow-up", _employer(row, applications), str(row["Interviewer"] or "")))
        reply = row["Reply received"]
        if isinstance(reply, date) and reply <= as_of:
            found.append((reply, "Reply", _employer(row, applications), str(row["Interviewer"] or "")))
    for row, names in met:
        day = row["Date"]
        assert isinstance(day, date)
        found.append((day, "Interview", _employer(row, applications), "; ".join(names)))
    return found


def weeks(found: Sequence[Entry], first: date, last: date, begins: int) -> list[tuple[date, int]]:
    """The last day of each week from `first` to `last`, and how many entries lie in it and between them."""
    told = []
    day = first
    while True:
        if day == first or day.weekday() == begins:
            end = day
            while (end + timedelta(days=1)).weekday() != begins:
                end += timedelta(days=1)
            within = [each for each in found if day <= each[0] <= min(end, last)]
            told.append((end, len(within)))
        day += timedelta(days=1)
        if day > last:
            return told


def _one_interview(one: Row, other: Row) -> bool:
    keys = ("Application", "Round", "Time")
    alike = (same(one.get(key) or "", other.get(key) or "") for key in keys)
    return one["Date"] == other["Date"] and all(alike)


def _employer(row: Row, applications: Sequence[Row]) -> str:
    for each in applications:
        if same(each["Application"], row["Application"]):
            return str(each.get("Company") or each["Application"] or "")
    return str(row["Application"] or "")

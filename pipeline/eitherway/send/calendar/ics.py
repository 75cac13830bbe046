"""Entries as iCalendar (RFC 5545), by the library icalendar: the same entries give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, tzinfo

from icalendar import Calendar, Event

from eitherway import __version__
from eitherway.send.calendar.entries import Entry

PRODUCT = "-//Either Way//eitherway"


def ics(entries: Sequence[Entry], zone: tzinfo | None = None) -> bytes:
    """One file. Times are the user's wall clock wherever they are (3.3.5, form 1), or, with `zone`, instants
    (form 2): so no VTIMEZONE has to tell when summer begins.
    """
    calendar = Calendar()
    calendar.add("prodid", f"{PRODUCT} {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        calendar.add_component(_event(entry, zone))
    return bytes(calendar.to_ical())


def is_ours(content: bytes) -> bool:
    """Whether a file is one that this made."""
    return f"PRODID:{PRODUCT}".encode() in content


def _event(entry: Entry, zone: tzinfo | None) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", datetime.combine(entry.stamp, time(), UTC))
    event.add("sequence", entry.sequence)
    event.add("dtstart", _at(entry.begin, zone))
    event.add("dtend", _at(entry.end, zone))
    event.add("summary", entry.summary)
    for name in ("description", "location"):
        if text := getattr(entry, name):
            event.add(name, text)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE" if isinstance(entry.begin, datetime) else "TRANSPARENT")
    return event


def _at(moment: date, zone: tzinfo | None) -> date:
    if zone is None or not isinstance(moment, datetime):
        return moment
    return moment.replace(tzinfo=zone).astimezone(UTC)

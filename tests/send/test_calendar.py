"""Calendar entries: which there are, when, and what stays the same from one export to the next."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import icalendar
import pytest

from eitherway.model.records import Flag
from eitherway.send.calendar.entries import Entry, entries, unread_times
from eitherway.send.calendar.ics import ics, is_ours
from eitherway.send.calendar.times import Span, span
from tests.letters.workbooks import TALK, Row, panel, workbook


def made(*talks: Row, **columns: list[str]) -> list[Entry]:
    plan, tables = workbook(talks)
    due = [str(talk.get("Due", "2026-11-17")) for talk in talks]
    plan = plan._replace(conversations=plan.conversations.assign(Due=due).astype({"Due": "datetime64[s]"}))
    return entries(plan, tables._replace(interviews=tables.interviews.assign(**columns)))


def follow_ups(found: list[Entry]) -> list[tuple[str, date, bool]]:
    return [
        (each.summary.partition(":")[0], each.begin, each.cancelled)
        for each in found
        if not each.summary.startswith("Interview")
    ]


def test_an_interview_and_what_is_owed() -> None:
    interview, thanks = made(TALK, Time=["2:30 pm"])
    times = (interview.begin.isoformat(), interview.end.isoformat())
    assert times == ("2026-11-16T14:30:00", "2026-11-16T15:30:00")
    assert interview.summary == "Interview: Northwind Traders, Data Analyst"
    assert thanks.summary == "Thank-you: Rachel Vilsack, Northwind Traders"
    assert (thanks.begin, thanks.end, thanks.cancelled) == (date(2026, 11, 17), date(2026, 11, 18), False)


def test_a_panel_is_one_interview() -> None:
    found = made(*panel("Ana Silva", "Mei Chen", "Rachel Vilsack"))
    interviews = [each for each in found if each.summary.startswith("Interview")]
    assert [each.description for each in interviews] == ["With Ana Silva, Mei Chen and Rachel Vilsack."]
    assert len(found) == 4


def test_a_time_that_is_none_makes_a_whole_day_and_is_told() -> None:
    plan, tables = workbook([TALK])
    plan = plan._replace(conversations=plan.conversations.assign(Due=plan.conversations["Date"]))
    tables = tables._replace(interviews=tables.interviews.assign(Time=["after lunch"]))
    assert (entries(plan, tables)[0].begin, entries(plan, tables)[0].end) == (
        date(2026, 11, 16),
        date(2026, 11, 17),
    )
    assert unread_times(plan, tables) == ["after lunch"]


def test_what_was_sent_is_cancelled_under_the_same_uid() -> None:
    before = made(TALK)[1]
    sent = {
        **TALK,
        "Thank-you sent": "2026-11-18",
        "Step": "Check-in",
        "Due": "2026-11-23",
        "Flag": Flag.WAITING,
    }
    after = made(sent)
    assert follow_ups(after) == [
        ("Thank-you", date(2026, 11, 18), True),
        ("Check-in", date(2026, 11, 23), False),
    ]
    assert after[1].uid == before.uid
    assert after[1].sequence > before.sequence


@pytest.mark.parametrize("flag", [Flag.ANSWERED, Flag.CLOSED, Flag.DONE, Flag.SKIPPED])
def test_what_is_owed_no_longer_is_cancelled(flag: Flag) -> None:
    found = made({**TALK, "Step": "", "Flag": flag})
    assert follow_ups(found) == [("Thank-you", date(2026, 11, 16), True)]
    assert found[1].uid == made(TALK)[1].uid


def test_without_a_channel_none_is_said() -> None:
    plan, tables = workbook([TALK])
    rows = plan.conversations.assign(Channel="", Due=plan.conversations["Date"])
    plan = plan._replace(conversations=rows)
    [told] = [each.description for each in entries(plan, tables) if each.summary.startswith("Thank-you")]
    assert told.endswith("You met on 2026-11-16.")


def test_an_interview_that_is_off() -> None:
    coming = {**TALK, "Date": "2026-12-16", "Step": ""}
    assert [each.cancelled for each in made({**coming, "Flag": Flag.CLOSED})][:1] == [True]
    assert [(each.summary[:9], each.cancelled) for each in made({**coming, "Flag": Flag.UPCOMING})] == [
        ("Interview", False)
    ]


def test_uids_are_all_different_and_heed_no_row_numbers() -> None:
    talks = panel("Ana Silva", "Mei Chen", "Rachel Vilsack")
    forward, backward = made(*talks), made(*reversed(talks))
    assert len({each.uid for each in forward}) == len(forward)
    ours = {each.uid for each in forward if not each.summary.startswith("Interview")}
    assert ours <= {each.uid for each in backward}


def entry(summary: str, begin: date, end: date) -> Entry:
    return Entry("uid-1", summary, begin, end, date(2026, 3, 1), 2, "Zeile; eins,\nzwei", "Köln")


@pytest.mark.parametrize("text", ["阮" * 70, "👩‍🚀" * 40, "a; b, c \\ d", "BEGIN:VEVENT\r\nX:1", "x" * 500])
def test_read_back(text: str) -> None:
    content = ics([entry(text, date(2026, 3, 2), date(2026, 3, 3))])
    assert content == ics([entry(text, date(2026, 3, 2), date(2026, 3, 3))])
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert content.count(b"\n") == content.count(b"\r\n")
    assert all(line.decode() is not None for line in content.split(b"\r\n"))  # no fold within a character
    calendar = icalendar.Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]) == text.replace("\r\n", "\n")
    assert unfolded(content)["UID"] == "uid-1"
    assert (event["STATUS"], event["CLASS"], event["TRANSP"], event["SEQUENCE"]) == (
        "CONFIRMED",
        "PRIVATE",
        "TRANSPARENT",
        2,
    )
    assert is_ours(content)


def unfolded(content: bytes) -> dict[str, str]:
    """A second reader: RFC 5545, 3.1, in three lines."""
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    return {line.partition(":")[0]: line.partition(":")[2] for line in lines if line}


@pytest.mark.parametrize(
    ("day", "utc"),
    [("2026-03-28", "080000"), ("2026-03-29", "070000"), ("2026-10-24", "070000"), ("2026-10-25", "080000")],
)
def test_nine_o_clock_is_nine_o_clock_on_both_sides_of_summer(day: str, utc: str) -> None:
    at = datetime.combine(date.fromisoformat(day), time(9))
    one = [entry("x", at, at.replace(hour=10))]
    assert unfolded(ics(one))["DTSTART"] == f"{day.replace('-', '')}T090000"
    assert unfolded(ics(one, ZoneInfo("Europe/Berlin")))["DTSTART"] == f"{day.replace('-', '')}T{utc}Z"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("14:30", Span(time(14, 30))),
        ("2:30 pm", Span(time(14, 30))),
        ("2PM", Span(time(14))),
        ("12 a.m.", Span(time(0))),
        ("noon", Span(time(12))),
        ("9", Span(time(9))),
        ("14.30", Span(time(14, 30))),
        ("14h30", Span(time(14, 30))),
        ("0.604166666666667", Span(time(14, 30))),
        ("1899-12-31 14:30", Span(time(14, 30))),
        ("10:00 – 11:30", Span(time(10), time(11, 30))),
        ("2-3 pm", Span(time(14), time(15))),
        ("11-1 pm", Span(time(11), time(13))),
        ("25:00", None),
        ("2:75", None),
        ("13 pm", None),
        ("after lunch", None),
        ("", None),
    ],
)
def test_times(typed: str, wanted: Span | None) -> None:
    assert span(typed) == wanted

"""The demo's conversations: `day(-3)` is three business days before the demo's day; comments name flags."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from eitherway_workbook.example.applications import (
    BRIGHTWATER,
    CASTELLAN,
    FERNBANK,
    HARBOURLIGHT,
    JUNIPER,
    MERIDIAN,
    NORTHWIND,
    RIDGEWAY,
    SALTMARSH,
    TALLGRASS,
)

Row = dict[str, object]
Day = Callable[[int], date]


def interviews(day: Day) -> list[Row]:
    """The rows of Interviews; `day` counts business days from the demo's day."""
    searches = (northwind, harbourlight, castellan, saltmarsh, fernbank, brightwater, meridian, decided)
    return [row for search in searches for row in search(day)]


def northwind(day: Day) -> list[Row]:
    first = interview(NORTHWIND, "1", "Phone", day(-24))
    second = interview(NORTHWIND, "2", "Video", day(-14))
    third = interview(NORTHWIND, "3", "On site", day(-3))
    return [
        # Moved on: thanked, no reply, and later rounds followed.
        first("Rachel Goldberg", "how small the reporting team is and how much it ships", thanked=day(-23)),
        # Answered.
        second(
            "Nguyễn Thị Mai Anh",
            "teaching branch managers to read a funnel chart",
            thanked=day(-13),
            reply=day(-12),
        ),
        # Moved on.
        second("Jürgen Müller", "when a dashboard should be retired", thanked=day(-13)),
        # Overdue, three times: a thank-you each was due two business days ago.
        third("Jürgen Müller", "moving the monthly close off spreadsheets without losing a footnote"),
        third("Carmen Delgado Ruiz", "the returns forecast and why it always misses December"),
        third("Dan Whitfield", "sending every new analyst to the warehouse floor for a week"),
        # Waiting: news is asked of her, who is the Contact; the check-in counts from the day that she named.
        third(
            "Nguyễn Thị Mai Anh",
            "mentoring new analysts in their first ninety days",
            thanked=day(-2),
            decision_by=day(6),
            notes="She said that the panel meets once more.",
        ),
    ]


def harbourlight(day: Day) -> list[Row]:
    first = interview(HARBOURLIGHT, "1", "Phone", day(-9))
    second = interview(HARBOURLIGHT, "2", "Video", day(-1))
    third = interview(HARBOURLIGHT, "3", "On site", day(4))
    return [
        # Answered.
        first(
            "Anneliese Brandt",
            "the move from paper case forms to the new registry",
            thanked=day(-8),
            reply=day(-6),
        ),
        # Due, three times: a thank-you each; the last row is all that one has to type.
        second("Dr. Chidi Okafor", "catching dosing errors before they reach the ward"),
        second("Siobhán O'Brien", "how the audit trail saved last year's asthma study"),
        {"Application": HARBOURLIGHT, "Date": day(-1), "Interviewer": "Marcus Bell"},
        # Upcoming.
        third("Dr. Chidi Okafor"),
    ]


def castellan(day: Day) -> list[Row]:
    first = interview(CASTELLAN, "1", "Phone", day(-19))
    panel = interview(CASTELLAN, "2", "On site", day(-12))
    return [
        # Done: only a thank-you was wanted.
        first(
            "Kwame Asante",
            "the test bench that grew out of a weekend project",
            thanked=day(-18),
            follow_up="Thank-you only",
        ),
        # Overdue: he is asked for news; the check-in was due one business day after the promised date, which
        # lies after the reply of another of the panel.
        panel("Kwame Asante", "naming measures so that the shop floor believes them", thanked=day(-11)),
        # Done, three times: thanked, or too late for that, and news is asked of another.
        panel(
            "María José García Fernández",
            "the failure logs from the packing robots",
            thanked=day(-11),
            decision_by=day(1),
        ),
        panel("Sato Haruka", "your years on the assembly line in Nagoya", thanked=day(-11), reply=day(-10)),
        panel("Wulandari", "what a good incident report leaves out"),
    ]


def saltmarsh(day: Day) -> list[Row]:
    screening = interview(SALTMARSH, "1", "Phone", day(-6))
    second = interview(SALTMARSH, "2", "Video", day(-3))
    third = interview(SALTMARSH, "3", "On site", day(0))
    return [
        # Fix: a title is not a name.
        screening("Hiring Manager", "reading the outage map together"),
        # Fix: two people need a row each.
        second("Lena Fischer and Tom Reyes", "balancing wind and tide on the same line"),
        # Soon, twice: thank-yous are due on the next business day. Elif Yılmaz is not in Interviewers.
        third("Amara Diallo", "forecasting demand on the coldest night of the year"),
        third("Elif Yılmaz", "the sensors that barnacles keep switching off"),
    ]


def fernbank(day: Day) -> list[Row]:
    panel = interview(FERNBANK, "1", "Video", day(-33))
    return [
        # All steps is typed: each of the three is asked for news.
        # Gone quiet: twelve business days since the last note.
        panel(
            "Henrik Sørensen",
            "panel surveys in towns too small to be anonymous",
            thanked=day(-32),
            checked_in=day(-26),
            last_note=day(-12),
            follow_up="All steps",
        ),
        # Waiting: all is sent, but not long ago.
        panel(
            "Aoife Ní Dhomhnaill",
            "asking the same question in Irish and in English",
            thanked=day(-32),
            checked_in=day(-20),
            last_note=day(-6),
            follow_up="All steps",
        ),
        # Due: the last note, five business days after the check-in.
        panel(
            "Zhang Wei",
            "weighting the answers when the young do not reply",
            thanked=day(-31),
            checked_in=day(-5),
            follow_up="All steps",
        ),
        # Skipped.
        panel("Grace Kim", follow_up="Nothing", notes="She set up the call."),
    ]


def brightwater(day: Day) -> list[Row]:
    panel = interview(BRIGHTWATER, "1", "Video", day(-7))
    return [
        # Answered, twice: one of the panel answered for them all.
        panel("Ifeoma Eze", "the bus lane that nobody had asked the bakers about", thanked=day(-6)),
        panel("Callum Reid", "drawing a flood map that a child can read", thanked=day(-6), reply=day(-4)),
        # Done: thanked.
        panel("Leila Haddad", "counting cyclists in the rain", thanked=day(-5)),
    ]


def meridian(day: Day) -> list[Row]:
    first = interview(MERIDIAN, "1", "Phone", day(-21))
    second = interview(MERIDIAN, "2", "On site", day(-12))
    return [
        # Answered, twice: there is an offer.
        first("Tomasz Wójcik", "the night-bus timetable", thanked=day(-20), reply=day(-19)),
        second(
            "Fatima Al-Sayed",
            "publishing delays without making the drivers the villains",
            thanked=day(-11),
            reply=day(-2),
        ),
    ]


def decided(day: Day) -> list[Row]:
    """Closed, all three: rejected, accepted and withdrawn."""
    juniper = interview(JUNIPER, "1", "Video", day(-20))
    ridgeway = interview(RIDGEWAY, "1", "On site", day(-38))
    tallgrass = interview(TALLGRASS, "1", "Video", day(-17))
    return [
        juniper("Priya Raghunathan", "fact-checking a cookbook by cooking all of it", thanked=day(-19)),
        ridgeway(
            "Gwen Pritchard",
            "evening students who come straight from work",
            thanked=day(-37),
            reply=day(-30),
        ),
        tallgrass("Mikhail Sokolov", "storm models that farmers can argue with", thanked=day(-16)),
    ]


def interview(application: str, number: str, how: str, on: date) -> Callable[..., Row]:
    """One interview, to be called once for each person met in it."""

    def met(interviewer: str, about: str = "", **more: object) -> Row:
        shared = {"Application": application, "Round": number, "Format": how, "Date": on}
        named = {COLUMNS[key]: value for key, value in more.items()}
        return {**shared, "Interviewer": interviewer, "What we talked about": about, **named}

    return met


COLUMNS = {
    "thanked": "Thank-you sent",
    "checked_in": "Check-in sent",
    "last_note": "Last note sent",
    "reply": "Reply received",
    "decision_by": "Decision by",
    "follow_up": "Follow up",
    "notes": "Notes",
}

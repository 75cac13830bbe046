"""The letters that a template is tried with: the least that a workbook must know, the usual, the most.

All people and firms are made up. The longest values are what people do type, not what a cell could hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from eitherway.letters.owed.fields import writer
from eitherway.letters.owed.panels import Seat
from eitherway.letters.owed.sources import Application, Conversation, Person
from eitherway.model.records import Settings

SIZES = ("short", "typical", "longest")
LANGUAGES = ("en-US", "en-GB")
COUNTRIES = ("United States", "United Kingdom")
"""One for each paper: Letter and A4."""

PANEL = 8
"""The most people whom one meets on a day."""

AS_OF = date(2026, 11, 18)

_PEOPLE = (
    "Mei Chen",
    "Ngozi Okafor",
    "Tomás Herrera",
    "Aoife Brennan",
    "Priya Raman",
    "Yusuf Demir",
    "Lena Vogt",
    "Sam Ito",
)
_GREETINGS = ("Mei", "Dr. Okafor", "Tomás", "Ms. Brennan", "Priya", "Mr. Demir", "Lena", "Sam")
_SHORT_POINTS = ("maps", "forecasts", "onboarding", "safety audits", "pricing", "archives", "drills", "tides")
_POINTS = (
    "moving the monthly reports off paper",
    "how the night shift hands over to the day shift",
    "the survey that nobody had answered",
    "training new colleagues in their first week",
    "why the warehouse counts its stock by hand",
    "the garden on the roof and who waters it",
    "rehearsing for the flood that everybody hopes will not come",
    "what a good apprentice asks in the first month",
)
_LONG_POINTS = (
    "how your team moved the monthly reports off paper, and what you would do first another time",
    "the handover from the night shift to the day shift, and why the nurses trust the whiteboard more",
    "the survey that hardly anyone had answered, and how three visits told you more than its pages",
    "the first week of a new colleague, and the red notebook that everybody still carries around",
    "counting the stock by hand in the old warehouse, and what the scanners missed in the winter",
    "the garden on the roof, who waters it in August, and how it came to be in the plans at all",
    "rehearsing for the flood that everybody hopes will not come, and the boats that you keep for it",
    "what a good apprentice asks in the first month, and what nobody should have to ask at all",
)
_WHY = "the team publishes what it learns"
_LONG_WHY = (
    "the team publishes what it learns, and I have been looking for such a place since my first year of work"
)


class Sample(NamedTuple):
    """The fields of one letter, and what kind of letter it is tried as."""

    size: str
    language: str
    country: str
    turn: int
    fields: Mapping[str, object]


def sample(size: str, language: str = "en-US", country: str = "United States", turn: int = 1) -> Sample:
    """The letter to the panel's member whose turn it is."""
    at = (turn - 1) % PANEL
    short, long = size == "short", size == "longest"
    company = (
        "Calder" if short else "Harrington, Oyelaran & Brooks Engineering Group" if long else "Northwind"
    )
    role = (
        "Clerk" if short else "Senior Data Analyst, Regional Planning and Operations" if long else "Analyst"
    )
    conversation = Conversation(
        row=2,
        application=f"{company} - {role}",
        company=company,
        role=role,
        round="" if short else "2",
        day=date(2026, 11, 16),
        interviewer=_PEOPLE[at],
        step="Thank-you",
        flag="Due",
        channel="Email" if short else "Both",
        decision=None if short else date(2026, 11, 25),
        point=(_SHORT_POINTS if short else _LONG_POINTS if long else _POINTS)[at],
        own_words="",
        tone="",
    )
    application = Application(
        row=2,
        reference="" if short else "HOB-2026-0417" if long else "NW-17",
        tone="",
        why_this_job="" if short else _LONG_WHY if long else _WHY,
        status="Interviewing",
    )
    fields = writer(_settings(size, language, country), AS_OF).fields(
        conversation, application, _person(size, at), Seat(turn, PANEL, turn)
    )
    return Sample(size, language, country, turn, fields)


def samples(turns: int) -> Iterator[Sample]:
    """A letter of each size, in each language, for each turn; the paper changes no word of it."""
    for turn in range(1, turns + 1):
        for language in LANGUAGES:
            for size in SIZES:
                yield sample(size, language, turn=turn)


def pages(turns: int) -> Iterator[Sample]:
    """The longest letters, on each paper."""
    for country, language in zip(COUNTRIES, LANGUAGES, strict=True):
        for turn in range(1, turns + 1):
            yield sample("longest", language, country, turn)


def _person(size: str, at: int) -> Person:
    if size == "short":
        return Person(0, _PEOPLE[at], "", "", "", "", "")
    long = size == "longest"
    address = "200 River Road\nSaint Paul, MN 55102"
    return Person(
        row=2,
        name=_PEOPLE[at],
        greet_as=_GREETINGS[at],
        title="Associate Director of Regional Planning and Operations" if long else "Head of Analytics",
        company="",
        email=f"{_PEOPLE[at].split()[0].casefold()}@northwind.example",
        address=f"Building 4, Third Floor, East Wing\n{address}\nUnited States" if long else address,
    )


def _settings(size: str, language: str, country: str) -> Settings:
    if size == "short":
        return Settings(your_name="Robin Vale", language=language, country=country)
    return Settings(
        your_name="Maximiliana Featherstone-Haugh" if size == "longest" else "Dana Whitcombe",
        email="dana.whitcombe@mail.example",
        phone="+1 612 555 0148",
        address="Apartment 14 B, 4180 South Elmwood Avenue\nMinneapolis, MN 55401",
        language=language,
        country=country,
    )

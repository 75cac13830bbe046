"""A panel of eight for each shipped template: in both languages, with little and with much in the
workbook.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from eitherway.letters.merging import merge_letters
from eitherway.letters.owed.plan import plan_letters
from eitherway.letters.text import text_of
from eitherway.model import letter_kinds
from eitherway.model.letter_kinds import KINDS
from eitherway.model.records import Letter, Settings
from eitherway.proof.prose.manuscript import Dialect, Manuscript, Person
from tests.letters.workbooks import APPLICATION, AS_OF, DANA, TALK, Row, workbook

TONES = tuple(tone.lower() for tone in letter_kinds.TONES)
CARD = KINDS[-1]
LANGUAGES = {"en-US": "United States", "en-GB": "United Kingdom"}
EIGHT = (
    "Rachel Vilsack",
    "Mei-Ling Chen",
    "Ngozi Okafor",
    "José García",
    "Aoife O'Brien",
    "Tom Will",
    "Priya Raman",
    "Yusuf Demir",
)


class Data(NamedTuple):
    """What eight interviewers of a panel were told, and what is known of them and of the application."""

    points: Sequence[str]
    application: Row
    interviewer: Row
    settings: Mapping[str, str]
    talk: Row


DATA = {
    "short": Data(
        (
            "shift plans",
            "moving the reports off paper",
            "how the night crew hands over",
            "the new clinic",
            "your plans for Łódź",
            "training new clerks",
            "tide tables",
            "running the choir",
        ),
        {**APPLICATION, "Why this job": ""},
        {},
        {"address": "", "phone": ""},
        {},
    ),
    "long": Data(
        (
            "how your group moved the monthly reports for all eleven counties off paper in one winter, and"
            " why the clerks were in the end the ones who saved it",
            "training the volunteers who answer the phones at night, which I have done for three years at a"
            " crisis line in a town about the size of yours.",
            "the balance between fast releases and careful tests, and the three incidents last spring that"
            " made your team change its mind about both",
            "what the next person in this job should do first about the backlog of forms from before 2009"
            " that nobody has had the time to scan",
            "keeping the ovens at an even heat through the night, and the small repairs that a shift leader"
            " can make without waiting for a mechanic",
            "why the state changed its reporting rules, and how a small office can keep up with rules that"
            " change again every other year without new staff",
            "the tide tables that your grandmother drew by hand, and how far they are from what the pier's"
            " instruments have said since they were put in",
            "running a choir for people who have never sung, and what it has in common with running a team"
            " that has never met in one room before",
        ),
        {
            "Company": "Consolidated Agricultural Research & Supply Co.",
            "Role": "Senior Data Engineering and Analytics Manager (Reporting)",
            "Reference": "REQ-2026-000481-MW/EXT",
            "Why this job": "Because the cooperative publishes what it learns, pays its trainees properly,"
            " and lets engineers sit with the people who use what they build.",
        },
        {
            "Title": "Executive Vice President for Enterprise Information and Regional Partnerships",
            "Address": "Building 7, Third Floor, Suite 3400\n1250 Industrial Parkway\nMachynlleth SY20 8XX",
        },
        {
            "your_name": "Siobhán Featherstone-Haugh",
            "address": "Flat 3, The Old Granary,\n14 Northgate Street",
        },
        {"Channel": "Both", "Decision date": "2026-11-20"},
    ),
}


class Panel(NamedTuple):
    """Eight documents of one template: letters (Post) or e-mails (Email)."""

    tone: str
    kind: str
    channel: str
    language: str
    data: str

    def __str__(self) -> str:
        return " ".join(self)


OF_EACH_TONE = [*product(KINDS[:-1], ("Post", "Email")), (CARD, "Post")]
"""All kinds by both ways, but a card, which is no e-mail."""

PANELS = [Panel(tone, *each, *more) for tone, each, *more in product(TONES, OF_EACH_TONE, LANGUAGES, DATA)]


@cache
def letters(panel: Panel) -> list[Letter]:
    """As planned."""
    data = DATA[panel.data]
    talks = [
        {
            **TALK,
            "Channel": panel.channel,
            **data.talk,
            "Interviewer": name,
            "What we talked about": point,
            "Step": panel.kind,
        }
        for name, point in zip(EIGHT, data.points, strict=True)
    ]
    plan, tables = workbook(
        talks,
        applications=[{**APPLICATION, **data.application, "Tone": panel.tone}],
        interviewers=[{"Interviewer": name, **data.interviewer} for name in EIGHT],
        settings=settings(panel),
        cadence=[{"Step": panel.kind, "Letter": panel.kind}],
    )
    return [each for each in plan_letters(plan, tables) if each.channel == panel.channel]


@cache
def documents(panel: Panel) -> list[bytes]:
    """As merged."""
    nowhere = Path("no folder of this name")
    merged = merge_letters(letters(panel), nowhere, nowhere, AS_OF)
    assert [each.result.letter.held for each in merged] == [None] * len(EIGHT)
    return [each.content for each in merged]


def texts(panel: Panel) -> list[str]:
    """From the salutation to the signature."""
    return [text_of(document).text for document in documents(panel)]


def manuscripts(panel: Panel) -> list[Manuscript]:
    """As they are proofread."""
    fields = letters(panel)[0].fields
    return [
        Manuscript(
            text,
            Person(name),
            sender=settings(panel).your_name,
            company=str(fields["company"]),
            role=str(fields["role"]),
            others=tuple(Person(other) for other in EIGHT if other != name),
            dialect=Dialect.US if panel.language == "en-US" else Dialect.UK,
            kind=panel.kind,
            greeting=name,
        )
        for name, text in zip(EIGHT, texts(panel), strict=True)
    ]


def settings(panel: Panel) -> Settings:
    """The sender's."""
    changes = {**DATA[panel.data].settings, "language": panel.language, "country": LANGUAGES[panel.language]}
    return replace(DANA, **changes)  # type: ignore[arg-type]  # these settings are all text

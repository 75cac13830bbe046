"""What the workbook knows about a letter, as the proof stage wants it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from eitherway.letters.owed.sources import (
    Application,
    Conversation,
    People,
    applications,
    conversations,
    people,
    person,
)
from eitherway.letters.owed.sources import Person as Recipient
from eitherway.model.choices import CLOSED_STATUSES, OFFER
from eitherway.model.letter_kinds import KINDS, OF_ANOTHER_NAME
from eitherway.model.records import Plan
from eitherway.model.tables import Tables
from eitherway.proof.prose.manuscript import Dialect, Known, Manuscript, Person
from eitherway.words.comparison import find
from eitherway.words.names import folded
from eitherway.words.salutations.parts import parts

ASKS_NOTHING = "after-no"
"""Once there is an offer, a letter asks for no more than after a no."""


@dataclass(frozen=True, slots=True)
class Background:
    """The workbook on one day, looked up once for all letters; `decided` are the applications, by label."""

    tables: Tables
    conversations: Mapping[int, Conversation]
    applications: Mapping[str, Application]
    people: People
    panels: Mapping[str, tuple[str, ...]]
    decided: frozenset[str]
    as_of: date

    def application(self, conversation: Conversation) -> Application | None:
        """The row of Applications that the conversation belongs to."""
        return self.applications.get(folded(conversation.application))

    def recipient(self, conversation: Conversation) -> Recipient:
        """The row of Interviewers of the person who was met; `row` 0 where there is none."""
        return person(self.people, conversation.interviewer, conversation.company)

    def manuscript(
        self, text: str, conversation: Conversation, kind: str, greeting: str | None = None
    ) -> Manuscript:
        """A letter to the person of this conversation; a letter of the user's own may greet in any form.

        A step's template of another name than the shipped kinds is read as a check-in, which asks for nothing
        more than every letter must have.
        """
        recipient = self.recipient(conversation)
        label = folded(conversation.application)
        settings = self.tables.settings
        application = self.application(conversation)
        offered = application is not None and application.status == OFFER
        return Manuscript(
            text=text,
            to=_person(recipient),
            sender=settings.your_name,
            company=conversation.company,
            role=conversation.role,
            others=tuple(
                _other(name) for name in self.panels[label] if folded(name) != folded(recipient.name)
            ),
            dialect=Dialect.UK if settings.language == "en-GB" else Dialect.US,
            kind=ASKS_NOTHING if offered else find(kind.removesuffix(".docx"), KINDS) or OF_ANOTHER_NAME,
            greeting=greeting,
            decided=label in self.decided,
            written=self.as_of,
        )

    def known(self) -> Known:
        """Everybody, every company and every role in the workbook, and the user's own words."""
        tables = self.tables
        met, listed, applied = tables.interviews, tables.interviewers, tables.applications
        return Known(
            people=_distinct(listed["Interviewer"], met["Interviewer"], [tables.settings.your_name]),
            companies=_distinct(applied["Company"], listed["Company"]),
            roles=_distinct(applied["Role"]),
            words=tables.words,
            places=_places(tables),
        )


def _places(tables: Tables) -> dict[str, str]:
    """The first row of each name: of a person in Interviews, of a company and a role in Applications."""
    columns = (
        ("Interviewers", tables.interviewers, "Company"),
        ("Interviewers", tables.interviewers, "Interviewer"),
        ("Applications", tables.applications, "Role"),
        ("Applications", tables.applications, "Company"),
        ("Interviews", tables.interviews, "Interviewer"),
    )
    found: dict[str, str] = {}
    for sheet, rows, column in columns:
        pairs = zip(rows[column].tolist()[::-1], rows["row"].tolist()[::-1], strict=True)
        found |= {name.strip(): f"{sheet}!{row}" for name, row in pairs if name}
    return found


def background(plan: Plan, tables: Tables) -> Background:
    """The workbook as `plan` has it."""
    rows = conversations(plan, tables)
    panels: dict[str, list[str]] = {}
    for row in rows:
        panels.setdefault(folded(row.application), []).append(row.interviewer)
    return Background(
        tables=tables,
        conversations={row.row: row for row in rows},
        applications=applications(tables),
        people=people(tables),
        panels={label: _distinct(names) for label, names in panels.items()},
        decided=_decided(tables, plan.as_of),
        as_of=plan.as_of,
    )


def _person(recipient: Recipient) -> Person:
    divided, greeted = parts(recipient.name), parts(recipient.greet_as)
    return Person(
        full=recipient.name,
        honorific=divided.honorific or greeted.honorific,
        family=divided.family,
        email=recipient.email,
        bare=divided.full,
    )


def _other(name: str) -> Person:
    """Another of the panel, divided here, where it was done before, and not wherever letters are read."""
    divided = parts(name)
    return Person(name, family=divided.family, bare=divided.full)


def _decided(tables: Tables, as_of: date) -> frozenset[str]:
    """The applications whose final decision is known: closed, or with a day in Decided on that has come."""
    rows = tables.applications
    days = rows["Decided on"].to_numpy("datetime64[D]").tolist()
    said = zip(rows["Application"].tolist(), rows["Status"].tolist(), days, strict=True)
    return frozenset(
        folded(label) for label, status, day in said if status in CLOSED_STATUSES or (day and day <= as_of)
    )


def _distinct(*names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in names for name in each if name))

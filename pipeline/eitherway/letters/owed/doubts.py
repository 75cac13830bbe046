"""What is odd about letters that are owed, though nothing holds them back: warnings, each at its cell."""

from __future__ import annotations

from collections.abc import Iterator

from eitherway.letters.owed.points import told
from eitherway.letters.owed.sources import (
    Conversation,
    applications,
    conversations,
    people,
    person,
    place,
    templates,
)
from eitherway.model.codes import Code, Severity
from eitherway.model.letter_kinds import NOTE_CARD
from eitherway.model.problems import Location, Problem
from eitherway.model.records import ON_TODAYS_LIST, Plan
from eitherway.model.steps import spoken_step
from eitherway.model.tables import Tables
from eitherway.words.comparison import quote
from eitherway.words.names import folded

BY_POST = ("Post", "Both")


def doubts(plan: Plan, tables: Tables) -> list[Problem]:
    """The warnings for all letters on today's list, in the workbook's order."""
    urgent = plan.owed[plan.owed["Flag"].isin([flag.value for flag in ON_TODAYS_LIST])]
    listed = conversations(plan._replace(owed=urgent), tables)
    known = applications(tables)
    words = (each for row in listed for each in told(tables, row, known.get(folded(row.application))))
    return [*words, *_unaddressed(listed, tables)]


def _unaddressed(listed: list[Conversation], tables: Tables) -> Iterator[Problem]:
    """Whoever is written to by post has an address."""
    everyone, told = people(tables), set()
    named = {step: template.name for step, template in templates(tables).items()}
    for row in listed:
        recipient = person(everyone, row.interviewer, row.company)
        where = place(tables, "Interviews", row.row, "Interviewer")
        if recipient.row:
            where = place(tables, "Interviewers", recipient.row, "Address")
        if row.channel in BY_POST and not recipient.address and where not in told:
            told.add(where)
            by_hand = named.get(row.step) == NOTE_CARD
            yield _no_address(where, row, here=bool(recipient.row), by_hand=by_hand)


def _no_address(where: Location, row: Conversation, *, here: bool, by_hand: bool) -> Problem:
    message = (
        f"The {spoken_step(row.step)} to {quote(row.interviewer)} goes by post, and there is no address."
    )
    typed = "Type the address here" if here else "Give them a row in Interviewers with the Address"
    fix = f"{typed}." if by_hand else f"{typed}, or pick Email as the Channel."
    return Problem(Code.NO_ADDRESS, Severity.WARNING, where, message, fix)

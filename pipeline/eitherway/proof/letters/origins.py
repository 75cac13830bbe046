"""Which cell the words of a letter came from; what came from no cell, its template said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eitherway.letters.owed.points import OWN_WORDS, POINT
from eitherway.letters.owed.sources import Conversation, place
from eitherway.letters.text import as_shown
from eitherway.model.codes import FindingCode
from eitherway.model.problems import Location
from eitherway.model.tables import setting_at
from eitherway.proof.letters.manuscripts import Background
from eitherway.words.forms.reading import in_sentences, read_point, read_reason


class Origin(NamedTuple):
    """A cell, and its words as they stand in the letter."""

    words: str
    where: Location


def origins(background: Background, conversation: Conversation, greeting: str = "") -> list[Origin]:
    """The cells that a letter drew on, those whose words may hold another's first."""
    tables, recipient = background.tables, background.recipient(conversation)
    found = [
        Origin(read_point(conversation.point).words, point_cell(background, conversation)),
        Origin(
            in_sentences(conversation.own_words), place(tables, "Interviews", conversation.row, OWN_WORDS)
        ),
    ]
    if application := background.application(conversation):
        row = application.row
        found += [
            Origin(
                read_reason(application.why_this_job).words,
                place(tables, "Applications", row, "Why this job"),
            ),
            Origin(conversation.role, place(tables, "Applications", row, "Role")),
            Origin(conversation.company, place(tables, "Applications", row, "Company")),
            Origin(application.reference, place(tables, "Applications", row, "Reference")),
        ]
    name = place(tables, "Interviews", conversation.row, "Interviewer")
    if recipient.row:
        name = place(tables, "Interviewers", recipient.row, "Interviewer")
        found.append(Origin(greeting, place(tables, "Interviewers", recipient.row, "Greet as")))
    found += [
        Origin(greeting, name),
        Origin(recipient.name, name),
        Origin(tables.settings.your_name, setting_at(tables, "Your name")),
    ]
    return [Origin(as_shown(words), where) for words, where in found if words]


def origin_of(text: str, start: int, end: int, cells: list[Origin]) -> Location | None:
    """The cell whose words stand, at least in part, from `start` to `end` of the text."""
    touched = (
        each.where
        for each in cells
        if any(first < max(end, start + 1) and start < last for first, last in _places(each.words, text))
    )
    return next(touched, None)


def cell_for(code: FindingCode, background: Background, conversation: Conversation) -> Location | None:
    """The cell that a finding about the whole letter asks to be changed, if it is one."""
    if code in (FindingCode.NEAR_COPY, FindingCode.TOO_LONG):
        return point_cell(background, conversation)
    recipient = background.recipient(conversation)
    if code is FindingCode.EMAIL_NAME and recipient.row:
        return place(background.tables, "Interviewers", recipient.row, "Email")
    return None


def point_cell(background: Background, conversation: Conversation) -> Location:
    """The cell that holds what the two talked about."""
    return place(background.tables, "Interviews", conversation.row, POINT)


def _places(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the words stand as whole words."""
    for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        yield found.span()

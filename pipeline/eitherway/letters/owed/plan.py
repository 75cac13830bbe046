"""Which letters are owed, what goes into each and where it will stand: pure, from the plan and the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, partial

from eitherway.letters.owed.fields import Fields, Writer, writer
from eitherway.letters.owed.held import faulty_rows, held, held_for_all
from eitherway.letters.owed.panels import Seat, seats, turn
from eitherway.letters.owed.paths import safe_folder, stems, step_names
from eitherway.letters.owed.points import same_points
from eitherway.letters.owed.sources import (
    Application,
    Conversation,
    Person,
    Template,
    applications,
    conversations,
    people,
    person,
    place,
    templates,
)
from eitherway.model.choices import BOTH, EMAIL, POST
from eitherway.model.letter_kinds import AFTER_NO_NOTE
from eitherway.model.problems import Location, Problem
from eitherway.model.records import ON_TODAYS_LIST, Letter, Plan
from eitherway.model.steps import AFTER_NO
from eitherway.model.tables import Tables, setting_at
from eitherway.words.names import folded


def plan_letters(plan: Plan, tables: Tables, problems: Sequence[Problem] = ()) -> list[Letter]:
    """A letter for each conversation whose step is overdue, due or soon, in the workbook's order.

    An error among `problems` in a row that a letter draws on (its application's, its interviewer's) holds it.
    Paths depend on the workbook's rows alone, so a letter keeps its path from one day to the next.
    """
    rows = conversations(plan, tables)
    desk = _Desk(rows, tables)
    known, everyone, step_templates = applications(tables), people(tables), templates(tables)
    write, stopped = writer(tables.settings, plan.as_of), held_for_all(tables)
    wrong, alike = faulty_rows(problems), same_points(rows)
    letters = []
    for number, row in enumerate(rows):
        if row.flag not in ON_TODAYS_LIST:
            continue
        application = known.get(folded(row.application))
        recipient = person(everyone, row.interviewer, row.company)
        template = step_templates.get(row.step) or _after_no(tables, application)
        why_held = (
            stopped
            or wrong.get(("Applications", application.row if application else 0))
            or wrong.get(("Interviewers", recipient.row))
            or held(tables, row, application, template, alike.get(row.row))
        )
        tone, tone_where = _tone(tables, row, application)
        fill = partial(_fields, write, desk, number, application, recipient)
        letters += [
            Letter(
                row=row.row,
                application=row.application,
                interviewer=row.interviewer,
                step=row.step,
                channel=channel,
                tone=tone,
                path=desk.path(number, row.step, channel),
                fields=Fields(partial(fill, channel)),
                held=why_held,
                template=template.name,
                where=place(tables, "Interviews", row.row, "Letter"),
                template_where=template.where,
                tone_where=tone_where,
            )
            for channel in documents(row.channel)
        ]
    return letters


def _tone(tables: Tables, row: Conversation, application: Application | None) -> tuple[str, Location]:
    """The row's tone, else the application's, else that of Settings, and where it stands."""
    if row.tone:
        return row.tone, place(tables, "Interviews", row.row, "Tone")
    if application and application.tone:
        return application.tone, place(tables, "Applications", application.row, "Tone")
    return tables.settings.default_tone, setting_at(tables, "Default tone")


def _after_no(tables: Tables, application: Application | None) -> Template:
    """The note after a no is no step of the cadence; it is the application's Status that asks for it."""
    return Template(
        AFTER_NO_NOTE, place(tables, "Applications", application.row if application else 0, "Status")
    )


def documents(channel: str) -> tuple[str, ...]:
    """The documents that a step needs: an e-mail, a letter, or both, the letter first."""
    return (POST, EMAIL) if channel == BOTH else (channel,)


def letter_paths(plan: Plan, tables: Tables) -> dict[str, tuple[int, str]]:
    """The path of every letter that there is or will be, with its row of Interviews and its step."""
    rows = conversations(plan, tables)
    desk = _Desk(rows, tables)
    return {
        desk.path(number, step, channel): (row.row, step)
        for number, row in enumerate(rows)
        for step in desk.files
        for channel in (POST, EMAIL)
    }


class _Desk:
    """What the rows of a workbook decide together: where letters stand, and who gets which wording."""

    def __init__(self, rows: Sequence[Conversation], tables: Tables) -> None:
        self.rows, self.sender = rows, tables.settings.your_name
        self.files = step_names([*tables.cadence["Step"], AFTER_NO])
        self.steps = {step: number for number, step in enumerate(self.files)}
        self._folder = safe_folder(tables.settings.letters_folder)

    @cached_property
    def seats(self) -> list[Seat]:
        """Asked for with the first letter that is merged: a run that only flags needs none."""
        return seats(self.rows, self.sender)

    def path(self, number: int, step: str, channel: str) -> str:
        """The path of a document, relative to the workbook's folder."""
        ending = " e-mail" if channel == EMAIL else ""
        return f"{self._stems[number]} - {self.files.get(step, '')}{ending}.docx"

    @cached_property
    def _stems(self) -> list[str]:
        rows, folder = self.rows, self._folder
        alike = stems(
            [row.company for row in rows],
            [row.day for row in rows],
            [row.interviewer for row in rows],
            [row.role for row in rows],
        )
        return [f"{folder}/{stem}" if folder else stem for stem in alike]


def _fields(  # noqa: PLR0917 - what goes into a letter
    write: Writer, desk: _Desk, number: int, application: Application | None, recipient: Person, channel: str
) -> Mapping[str, object]:
    row, seat = desk.rows[number], desk.seats[number]
    besides = row.channel == BOTH and channel == EMAIL
    moved = turn(seat, desk.steps[row.step], besides=besides)
    return write.fields(row, application, recipient, seat._replace(turn=moved))

"""Which letters are owed, what goes into each and where it will stand: pure, from the plan and the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from eitherway.letters.owed.fields import Fields, writer
from eitherway.letters.owed.held import faulty_rows, held, held_for_all
from eitherway.letters.owed.panels import seats
from eitherway.letters.owed.paths import safe_folder, stems, step_names
from eitherway.letters.owed.points import same_points
from eitherway.letters.owed.sources import (
    Conversation,
    applications,
    conversations,
    people,
    person,
    place,
    templates,
)
from eitherway.model.problems import Problem
from eitherway.model.records import ON_TODAYS_LIST, Letter, Plan
from eitherway.model.tables import Tables
from eitherway.words.names import folded


def plan_letters(plan: Plan, tables: Tables, problems: Sequence[Problem] = ()) -> list[Letter]:
    """A letter for each conversation whose step is overdue, due or soon, in the workbook's order.

    An error among `problems` in a row that a letter draws on (its application's, its interviewer's) holds it.
    Paths depend on the workbook's rows alone, so a letter keeps its path from one day to the next.
    """
    rows = conversations(plan, tables)
    paths, places = _paths(rows, tables), seats(rows)
    known, everyone, step_templates = applications(tables), people(tables), templates(tables)
    write, stopped = writer(tables.settings, plan.as_of), held_for_all(tables)
    wrong, alike = faulty_rows(problems), same_points(rows)
    letters = []
    for row, path, seat in zip(rows, paths, places, strict=True):
        if row.flag not in ON_TODAYS_LIST:
            continue
        application = known.get(folded(row.application))
        recipient = person(everyone, row.interviewer, row.company)
        template = step_templates[row.step]
        letters.append(
            Letter(
                row=row.row,
                application=row.application,
                interviewer=row.interviewer,
                step=row.step,
                tone=row.tone or (application.tone if application else "") or tables.settings.default_tone,
                path=path,
                fields=Fields(partial(write.fields, row, application, recipient, seat)),
                held=stopped
                or wrong.get(("Applications", application.row if application else 0))
                or wrong.get(("Interviewers", recipient.row))
                or held(tables, row, application, template, alike.get(row.row)),
                template=template.name,
                where=place(tables, "Interviews", row.row, "Letter"),
                template_where=template.where,
            )
        )
    return letters


def letter_paths(plan: Plan, tables: Tables) -> dict[str, tuple[int, str]]:
    """The path of every letter that there is or will be, with its row of Interviews and its step."""
    rows = conversations(plan, tables)
    files = step_names(tables.cadence["Step"].tolist())
    return {
        f"{stem} - {file}.docx": (row.row, step)
        for row, stem in zip(rows, _stems(rows, tables), strict=True)
        for step, file in files.items()
    }


def _paths(rows: list[Conversation], tables: Tables) -> Iterator[str]:
    """The path of each conversation's current letter, relative to the workbook's folder."""
    files = step_names(tables.cadence["Step"].tolist())
    each = zip(rows, _stems(rows, tables), strict=True)
    return (f"{stem} - {files.get(row.step, '')}.docx" for row, stem in each)


def _stems(rows: list[Conversation], tables: Tables) -> Iterator[str]:
    folder = safe_folder(tables.settings.letters_folder)
    alike = stems(
        [row.company for row in rows],
        [row.day for row in rows],
        [row.interviewer for row in rows],
        [row.role for row in rows],
    )
    return (f"{folder}/{stem}" if folder else stem for stem in alike)

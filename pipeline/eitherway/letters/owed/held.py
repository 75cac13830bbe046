"""Why a letter must wait, with the cell to mend: it is held back, never half-written."""

from __future__ import annotations

from collections.abc import Sequence

from eitherway.letters.owed.paths import safe_folder
from eitherway.letters.owed.points import point_held, reason_held, same_point
from eitherway.letters.owed.sources import Application, Conversation, Template, place
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Location, Problem, errors
from eitherway.model.tables import Tables, setting_at


def held_for_all(tables: Tables) -> Problem | None:
    """What in Settings keeps every letter from being written."""
    settings = tables.settings
    if not settings.your_name:
        return _error(
            Code.NO_SENDER_NAME,
            setting_at(tables, "Your name"),
            "Your name is missing, so no letter can be signed.",
            'Type it in Settings, beside "Your name"; the letters wait for it.',
        )
    if safe_folder(settings.letters_folder) is None:
        return _error(
            Code.LETTER_NOT_WRITTEN,
            setting_at(tables, "Letters folder"),
            f'The letters folder "{settings.letters_folder}" does not lie beside the workbook.',
            'Type a name such as "Letters" there: a folder within the one that holds the workbook.',
        )
    return None


def faulty_rows(problems: Sequence[Problem]) -> dict[tuple[str, int], Problem]:
    """The first error of each row, by table and Excel row."""
    found: dict[tuple[str, int], Problem] = {}
    for problem in errors(problems):
        if problem.where.row:
            found.setdefault((problem.where.table, problem.where.row), problem)
    return found


def held(
    tables: Tables,
    conversation: Conversation,
    application: Application | None,
    template: Template,
    alike: Conversation | None = None,
) -> Problem | None:
    """What in this conversation, its application or its step keeps the letter from being written.

    `alike` is another conversation of the panel that has the same point.
    """
    missing = "Company" if not conversation.company else "Role" if not conversation.role else ""
    if missing and application:
        return _error(
            Code.REQUIRED_EMPTY,
            place(tables, "Applications", application.row, missing),
            f'Letters for "{conversation.application}" need its {missing.lower()}.',
            f"Type the {missing.lower()} as it should stand in a letter.",
        )
    if not template.name:
        return _error(
            Code.NO_TEMPLATE,
            template.where,
            f'The step "{conversation.step}" names no letter template.',
            'Type the template\'s name, such as "thank-you".',
        )
    return (
        point_held(tables, conversation)
        or (reason_held(tables, application) if application else None)
        or (same_point(tables, conversation, alike) if alike else None)
    )


def _error(code: Code, where: Location, message: str, fix: str) -> Problem:
    return Problem(code, Severity.ERROR, where, message, fix)

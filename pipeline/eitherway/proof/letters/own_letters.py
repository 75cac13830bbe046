"""A letter of the user's own, from a file: whose it is, and what is found in it."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from eitherway.letters.files import Merged
from eitherway.letters.owed.plan import letter_paths
from eitherway.letters.owed.sources import Conversation, templates
from eitherway.letters.text import MOST_BYTES, DocumentText, UnreadableLetter, text_of, text_of_plain
from eitherway.model.findings import Finding
from eitherway.model.problems import CannotAct
from eitherway.model.records import Plan
from eitherway.model.tables import Tables
from eitherway.proof.letters.manuscripts import Background, background
from eitherway.proof.letters.reading import read_one
from eitherway.words.names import folded, plain


class Whose(NamedTuple):
    """The conversation that a letter belongs to: its row of Interviews, the interviewer and the step."""

    row: int
    interviewer: str
    step: str


Panel = Callable[[Container[int]], Sequence[Merged]]
"""Gives the letters of those rows of Interviews, merged."""


def read_own(
    letter: Path, row: int, plan: Plan, tables: Tables, *, folder: Path, panel: Panel
) -> tuple[Whose, list[Finding]]:
    """What is found in a .docx or a .txt, its likeness to the panel's letters too, and whose letter it is.

    Raises CannotAct.
    """
    document, around = _text(letter), background(plan, tables)
    paths = {(folder / path).resolve(): place for path, place in letter_paths(plan, tables).items()}
    whose = _whose(document, row, paths.get(letter.resolve(), (0, "")), around)
    steps = templates(tables)
    kind = steps[whose.step].name if whose.step in steps else ""
    others = panel(_others(whose.row, around))
    return whose, read_one(document, whose.row, kind, around, others)


def _others(row: int, around: Background) -> set[int]:
    """The rows of the rest of the panel: one application, one day."""
    mine = around.conversations[row]
    return {
        each.row
        for each in around.conversations.values()
        if each.row != row and each.day == mine.day and folded(each.application) == folded(mine.application)
    }


def _text(letter: Path) -> DocumentText:
    try:
        content = letter.read_bytes() if letter.stat().st_size <= MOST_BYTES else b""
        if not content:
            raise UnreadableLetter("it is empty or too large")
        return (
            text_of(content)
            if letter.suffix.lower() == ".docx"
            else text_of_plain(content.decode("utf-8-sig"))
        )
    except UnreadableLetter as unreadable:
        raise CannotAct(
            f"{letter} cannot be read: {unreadable}.", "Name a letter: a .docx or a .txt."
        ) from None
    except OSError as trouble:
        raise CannotAct(
            f"{letter} cannot be read ({trouble.strerror}).", "Name a letter that can be read."
        ) from None
    except UnicodeDecodeError:
        raise CannotAct(f"{letter} is no text in UTF-8.", "Save it as UTF-8, or as .docx.") from None


def _whose(document: DocumentText, row: int, place: tuple[int, str], around: Background) -> Whose:
    """`row` if it is given, else the row of the letter's own `place`, else that of the person it names."""
    found, step = place
    if row and row not in around.conversations:
        raise CannotAct(
            f"Row {row} of Interviews holds no conversation.", "Give the row as Excel numbers it."
        )
    conversation = around.conversations[row or found or _named_in(document, around)]
    return Whose(
        conversation.row, conversation.interviewer, step if found == conversation.row else conversation.step
    )


def _named_in(document: DocumentText, around: Background) -> int:
    """The row of the latest interview with the only person whom the letter names at its top."""
    salutation = document.text.partition("\n")[0]
    top = plain(f"{document.head} {salutation}")
    named = [each for each in around.conversations.values() if plain(each.interviewer) in top]
    latest = {plain(each.interviewer): each for each in sorted(named, key=_day)}
    if len(latest) != 1:
        many = f"names {len(latest)} interviewers" if latest else "names no interviewer of the workbook"
        raise CannotAct(
            f"The letter {many} above or in its salutation, so it is not clear whom it is to.",
            "Say which conversation it belongs to: --row and its row number in Interviews.",
        )
    return next(iter(latest.values())).row


def _day(conversation: Conversation) -> date:
    return conversation.day or date.min

"""Drafts and the disk: an .eml beside each letter; one that its user has changed is never overwritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from eitherway.letters.durable import settle
from eitherway.letters.files import Merged, Rights, rights_like
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Problem
from eitherway.model.records import LetterState, Sending
from eitherway.model.tables import Tables
from eitherway.send.drafts import Draft, drafts
from eitherway.send.eml import eml, is_untouched
from eitherway.send.files import put, standing


class Drafted(NamedTuple):
    """A draft and what became of it; `problem` says why where it is HELD."""

    draft: Draft
    state: LetterState
    problem: Problem | None = None


def write_drafts(found: Sequence[Draft], book: Path, *, dry_run: bool = False) -> list[Drafted]:
    """Write each draft below the folder of the workbook, all or nothing each; a dry run writes none.

    One that cannot be addressed or written is HELD and the others go on. Nobody may read a draft who may not
    read the workbook.
    """
    rights = rights_like(book)
    done = [_written(draft, book.parent, rights, dry_run=dry_run) for draft in found]
    if not dry_run:
        settle([f"{book.parent}/{each.draft.path}" for each in done if each.state is LetterState.WRITTEN])
    return done


def paths(found: Sequence[Draft]) -> dict[int, str]:
    """Where each will stand, by row of Interviews; one that cannot be addressed will not."""
    return {draft.row: draft.path for draft in found if draft.message}


def beside_letters(book: Path) -> Callable[[Tables, Sequence[Merged]], Sending]:
    """What a run of the example does with its letters: drafts of all that can be addressed; the rest is not
    told, as it is one of the example's mistakes.
    """

    def send(tables: Tables, merged: Sequence[Merged]) -> Sending:
        found = drafts(merged, tables)

        def make() -> Sequence[Problem]:
            write_drafts(found, book)
            return ()

        return Sending(make, paths(found))

    return send


def _written(draft: Draft, folder: Path, rights: Rights, *, dry_run: bool) -> Drafted:
    if draft.message is None:
        return Drafted(draft, LetterState.HELD, draft.problem)
    target = folder / draft.path
    try:
        before = standing(target)
        if before is not None and not is_untouched(before):
            return Drafted(draft, LetterState.KEPT)
        content = eml(draft.message)
        if content == before:
            return Drafted(draft, LetterState.UNCHANGED)
        if not dry_run:
            put(target, content, rights)
    except OSError as error:
        return Drafted(draft, LetterState.HELD, _not_written(draft, error))
    return Drafted(draft, LetterState.WRITTEN)


def _not_written(draft: Draft, error: OSError) -> Problem:
    reason = error.strerror or type(error).__name__
    message = f'"{draft.path}" could not be written ({reason}).'
    fix = "Close it if it is open, make sure that its folder can be written to, and run this again."
    return Problem(Code.DRAFT_NOT_WRITTEN, Severity.ERROR, draft.where, message, fix)

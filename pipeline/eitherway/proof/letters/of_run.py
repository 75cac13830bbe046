"""The letters of a run: merged and proofread in memory, or those that stand already."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from eitherway.letters.files import Merged, problems_of
from eitherway.letters.left_over import left_over, out_of_date
from eitherway.letters.links import Shelf, existing_drafts, existing_links
from eitherway.letters.links import links as links_to
from eitherway.letters.template.astray import astray
from eitherway.model.letter_kinds import OWN_TEMPLATES
from eitherway.model.problems import Problem
from eitherway.model.records import Checked, Letter, LetterResult, LetterState, Link
from eitherway.model.view import View
from eitherway.proof.letters.told_before import told_before


class LettersOfRun(NamedTuple):
    """The letters of a run; `links` leads from rows of Interviews to those that stand once all is written,
    `drafts` to the e-mails' drafts that stood before.

    `problems` are all that there are, the workbook's own included. `sentences` gives by Excel row what the
    personal point became; None where no letter was read.
    """

    results: Sequence[LetterResult]
    problems: Sequence[Problem]
    links: Mapping[int, Link]
    drafts: Mapping[int, str]
    merged: Sequence[Merged] = ()
    checked: Sequence[Checked] = ()
    sentences: Mapping[int, str] | None = None


def merged(
    view: View, folder: Path, tell: Callable[[str], None], *, proof: bool, own: Path | None = None
) -> LettersOfRun:
    """Every letter of the view, merged below `folder`, the workbook's, and proofread if `proof`.

    `own` is the folder of the user's own templates where it is not the one beside the workbook.
    """
    tell("Writing the letters")
    if not proof:
        return summary(view, _merged(view, view.letters, folder, own), folder, own)
    from eitherway.proof.letters.cores import readers  # noqa: PLC0415 - its engines load only to proofread
    from eitherway.proof.letters.reading import proofread  # noqa: PLC0415 - as above
    from eitherway.proof.letters.telling import judged  # noqa: PLC0415 - as above

    with readers(sum(letter.held is None for letter in view.letters)) as reading:
        letters = _merged(view, view.letters, folder, own)
        tell("Proofreading the letters")
        read = proofread(letters, view.plan, view.tables, reading)
    judgement = judged(read, view.accepted.fingerprints)
    found = summary(view, judgement.letters, folder, own)
    return found._replace(checked=judgement.checked, sentences=judgement.sentences)


def standing(view: View, folder: Path) -> LettersOfRun:
    """No letter is made: those that stand, and what was said of them before."""
    before = told_before(view.raw, view.plan, view.accepted.fingerprints)
    shelf = Shelf(folder)
    links, drafts = existing_links(view.letters, shelf), existing_drafts(view.letters, shelf)
    return LettersOfRun([], [*view.problems, *before], links, drafts)


def summary(view: View, letters: Sequence[Merged], folder: Path, own: Path | None = None) -> LettersOfRun:
    """What became of these letters of the view, not proofread; `own` as in `merged`."""
    results = [each.result for each in letters]
    links = links_to(result.letter for result in results if result.state is not LetterState.HELD)
    names = view.tables.cadence["Letter"].tolist()
    stray = [
        problem
        for problem in (
            *astray(own or folder / OWN_TEMPLATES, names),
            *left_over(view.raw, view.plan, view.tables, folder),
            *out_of_date(results, folder),
        )
        if not view.accepted.fingerprints.issuperset(problem.fingerprints)
    ]
    drafts = existing_drafts(view.letters, Shelf(folder))
    return LettersOfRun(results, [*view.problems, *problems_of(letters), *stray], links, drafts, letters)


def of_rows(view: View, folder: Path, rows: Container[int]) -> list[Merged]:
    """The letters of those rows of Interviews, as they stand or would be written."""
    return _merged(view, [letter for letter in view.letters if letter.row in rows], folder)


def _merged(view: View, letters: Sequence[Letter], folder: Path, own: Path | None = None) -> list[Merged]:
    from eitherway.letters.merging import merge_letters  # noqa: PLC0415 - docxtpl loads only to merge letters

    return merge_letters(letters, folder, own or folder / OWN_TEMPLATES, view.plan.as_of)

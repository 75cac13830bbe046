"""The whole flow, once: read, check, decide, merge the letters, proofread them, write.

Both faces call `run` (or `look`, which writes nothing) and show its outcome. The clock, the terminal and
Excel stay with the faces: the day and the moment are handed in, and `tell` hears which stage has begun.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eitherway.books.book import Book
from eitherway.check import check
from eitherway.check.emptied import stop_if_emptied
from eitherway.decide import decide
from eitherway.letters.files import Merged, with_letters, write_merged
from eitherway.letters.links import Shelf, existing_drafts
from eitherway.letters.owed.doubts import doubts
from eitherway.letters.owed.plan import plan_letters
from eitherway.letters.template.folders import tones
from eitherway.machine.collector import collection_paused
from eitherway.model.letter_kinds import OWN_TEMPLATES
from eitherway.model.problems import EitherWayError, IncompleteWorkbook, Location, Problem, errors
from eitherway.model.records import (
    CellChange,
    CellEdit,
    Checked,
    Edits,
    Growth,
    LetterState,
    Outcome,
    Plan,
    Rewrite,
    Sending,
)
from eitherway.model.schema import CADENCE
from eitherway.model.tables import RawTable, Tables, with_changes
from eitherway.model.view import View
from eitherway.proof.letters.accepted import accepted_so_far, rows_to_accept
from eitherway.proof.letters.of_run import LettersOfRun, merged, of_rows, standing, summary
from eitherway.read.workbook import read_tables, take_in
from eitherway.write import edits, problems_rewritten
from eitherway.write.lists import tones_listed
from eitherway.write.logged import letter_rows, mark_rows, purpose

if TYPE_CHECKING:
    from eitherway.model.findings import Finding
    from eitherway.proof.letters.own_letters import Whose

Tell = Callable[[str], None]
Mark = Callable[[Plan, Tables], Sequence[CellChange]]
Send = Callable[[Tables, Sequence[Merged]], Sending]
TakeIn = Callable[[Sequence[Problem]], bool]

SAVING_LETTERS = "Saving the letters"
"""The stage from which on a letter may stand that the workbook does not tell of yet."""


_NOTHING_GOES = Sending(tuple)


def _silent(stage: str) -> None:
    """Where nobody listens."""


def _leave_out(rows: Sequence[Problem]) -> bool:
    """Where nobody says that tables are to take in rows under them."""
    return False


@collection_paused()
def look(book: Book, as_of: date, *, letters: bool = False, tell: Tell = _silent) -> Outcome:
    """What the workbook holds on `as_of`, without writing anything; in its `letters` too if wanted.

    Raises UnreadableWorkbook, IncompleteWorkbook.
    """
    view, folder = _assess(book.read(), (), as_of), book.path.parent
    found = merged(view, folder, tell, proof=True) if letters else standing(view, folder)
    return Outcome(view.plan, found.problems)


@collection_paused()
def look_closely(book: Book, as_of: date) -> tuple[Outcome, Tables]:
    """What the workbook holds on `as_of`, with its typed tables; nothing is written.

    Raises UnreadableWorkbook, IncompleteWorkbook.
    """
    view = _assess(book.read(), (), as_of)
    return Outcome(view.plan, view.problems), view.tables


@collection_paused()
def run(
    book: Book,
    as_of: date,
    *,
    now: datetime,
    letters: bool = True,
    proof: bool = True,
    mark: Mark | None = None,
    send: Send | None = None,
    allow_empty: bool = False,
    take_rows_in: TakeIn = _leave_out,
    dry_run: bool = False,
    templates: Path | None = None,
    tell: Tell = _silent,
) -> Outcome:
    """Flag every conversation, write the letters that are owed if `letters`, and write all of it back.

    `now` stamps the log and names the backup. `mark` sets cells of the user's on the user's word (a date
    sent, a reply) before anything is decided. `send` hears of the letters before they are written, and what
    it gives is made once they stand. Without `proof` the letters are not proofread. `dry_run` writes nothing
    and gives the same outcome. An emptied workbook is refused unless `allow_empty`. Where rows stand under
    tables, `take_rows_in` hears what is to be said of them, and answers whether they are taken in.
    `templates` is the folder that takes the place of the one beside the workbook. Raises EitherWayError:
    nothing was done, to the workbook or to the letters, unless the workbook became locked or changed at the
    very moment of saving.
    """
    view = _opened(book, as_of, tell, now, dry_run=dry_run, take_rows_in=take_rows_in)
    if not allow_empty:
        stop_if_emptied(view.raw, view.tables)
    marks = tuple(mark(view.plan, view.tables)) if mark else ()
    if marks:
        view = _assess(with_changes(view.raw, marks), view.growths, as_of, now)
    folder = book.path.parent
    found = merged(view, folder, tell, proof=proof, own=templates) if letters else standing(view, folder)
    sending = send(view.tables, found.merged) if send else _NOTHING_GOES
    tell("Preparing the workbook")
    planned = _edits(view, found, marks, now, folder, drafts=sending.drafts)
    if dry_run:
        cells = book.prepare(planned).cells
        problems = [*found.problems, *sending.make()]
        return Outcome(view.plan, problems, found.results, cells, marks, True, view.growths)
    save: Callable[[datetime], Sequence[CellEdit]] = partial(book.apply, planned)
    if any(each.is_new for each in found.merged):
        # A letter is written only if the workbook can tell of it.
        save = book.prepare(planned).write
        book.check_writable()
        tell(SAVING_LETTERS)
        written = write_merged(found.merged, folder, like=book.path)
        if written != found.merged:  # one could not be written
            found = summary(view, written, folder, templates)._replace(sentences=found.sentences)
            sending = send(view.tables, found.merged) if send else _NOTHING_GOES
            save = partial(book.apply, _edits(view, found, marks, now, folder, drafts=sending.drafts))
    problems = [*found.problems, *sending.make()]
    there = existing_drafts(view.letters, Shelf(folder)) if send else found.drafts
    if there != {**found.drafts, **sending.drafts}:  # one could not be written
        save = partial(book.apply, _edits(view, found._replace(drafts=there), marks, now, folder))
    outcome = partial(Outcome, view.plan, problems, found.results, marks=marks, growths=view.growths)
    letters_written = [each.letter.path for each in found.results if each.state is LetterState.WRITTEN]
    del view, found  # what was read and merged may take more memory than all that is still to be done
    tell("Saving the workbook")
    try:
        return outcome(edits=save(now))
    except EitherWayError as trouble:
        raise with_letters(trouble, letters_written) from trouble


@collection_paused()
def list_problems(book: Book, as_of: date, *, now: datetime, tell: Tell = _silent) -> Outcome:
    """Write what is wrong, in the letters too, to Problems, and nothing else. Raises EitherWayError."""
    view = _opened(book, as_of, tell, now)
    found = merged(view, book.path.parent, tell, proof=True)
    rewritten = problems_rewritten(found.problems, view.raw, view.accepted.answers)
    listed = Edits(rewrites=[rewritten], appends=view.accepted.appends, purpose="problems")
    tell("Saving the workbook")
    return Outcome(view.plan, found.problems, edits=book.apply(listed, now))


@collection_paused()
def proof(book: Book, as_of: date, *, tell: Tell = _silent) -> tuple[Outcome, Sequence[Checked]]:
    """Merge the letters that are owed, in memory, and read them: all that is found and not accepted."""
    tell("Reading the workbook")
    view = _assess(book.read(), (), as_of)
    found = merged(view, book.path.parent, tell, proof=True)
    return Outcome(view.plan, found.problems, found.results), found.checked


@collection_paused()
def proof_file(
    book: Book, as_of: date, letter: Path, row: int = 0, *, tell: Tell = _silent
) -> tuple[Whose, list[Finding]]:
    """Read a letter of the user's own, a .docx or a .txt, with what the workbook knows.

    Whose it is, `row` of Interviews says, else its path, else the names in it. Raises EitherWayError.
    """
    from eitherway.proof.letters.own_letters import read_own  # noqa: PLC0415 - the engines load only to proofread

    tell("Reading the workbook")
    view = _assess(book.read(), (), as_of)
    tell("Proofreading the letter")
    panel = partial(of_rows, view, book.path.parent)
    whose, findings = read_own(letter, row, view.plan, view.tables, folder=book.path.parent, panel=panel)
    return whose, [each for each in findings if each.fingerprint not in view.accepted.fingerprints]


@collection_paused()
def accept(
    book: Book,
    as_of: date,
    wanted: Sequence[str],
    *,
    now: datetime,
    dry_run: bool = False,
    tell: Tell = _silent,
) -> Outcome:
    """Remember that the findings of these fingerprints are right as they are. Raises EitherWayError."""
    view = _opened(book, as_of, tell, now, dry_run=dry_run)
    found = merged(view, book.path.parent, tell, proof=True)
    rows = rows_to_accept(wanted, found.checked, found.problems, view.tables, now)
    planned = Edits(appends=[rows], purpose="findings accepted")
    changed = book.prepare(planned).cells if dry_run else book.apply(planned, now)
    return Outcome(view.plan, found.problems, found.results, changed, dry_run=dry_run)


def _opened(
    book: Book,
    as_of: date,
    tell: Tell,
    now: datetime,
    *,
    dry_run: bool = False,
    take_rows_in: TakeIn = _leave_out,
) -> View:
    tell("Reading the workbook")
    raw = book.read()
    if not dry_run:
        book.check_writable()
    tell("Working out the follow-ups")
    grown, growths, told = take_in(raw)
    if growths and take_rows_in(told):
        return _assess(grown, growths, as_of, now)
    return _assess(raw, (), as_of, now)


def _assess(
    raw: Mapping[str, RawTable], growths: Sequence[Growth], as_of: date, now: datetime | None = None
) -> View:
    tables, unread = read_tables(raw)
    problems = [*unread, *check(tables, as_of)]
    if no_rules := [problem for problem in errors(problems) if problem.where.table == CADENCE.name]:
        raise IncompleteWorkbook(no_rules)
    plan = decide(tables, as_of, problems)
    letters = plan_letters(plan, tables, problems)
    held = [letter.held for letter in letters if letter.held]
    found = [*problems, *held, *doubts(plan, tables)]
    accepted = accepted_so_far(raw, tables, now)
    return View(raw, tables, plan, letters, _once([*found, *accepted.problems]), accepted, growths)


def _once(problems: Sequence[Problem]) -> list[Problem]:
    """One cause is told once, also where the checks and the letters both found it."""
    told: dict[tuple[object, Location], Problem] = {}
    for each in problems:
        told.setdefault((each.code, each.where), each)
    return list(told.values())


def _edits(
    view: View,
    letters: LettersOfRun,
    marks: Sequence[CellChange],
    now: datetime,
    folder: Path,
    *,
    drafts: Mapping[int, str] = _NOTHING_GOES.drafts,
) -> Edits:
    from eitherway.decide.insight.work_search_sheet import work_search_sheet  # noqa: PLC0415 - only a run that writes

    log = [*mark_rows(view.plan, marks, now), *letter_rows(letters.results, view.raw, now)]
    planned = edits(
        view.raw,
        view.plan,
        letters.problems,
        letters.links,
        log,
        drafts={**letters.drafts, **drafts},
        accepted=view.accepted,
        sentences=letters.sentences,
        lists=[
            *work_search_sheet(view.raw, view.tables, view.plan.as_of, log),
            *_dashboard(view),
            *tones_listed(view.raw, tones(folder / OWN_TEMPLATES)),
        ],
    )
    what_for = purpose(view.plan, marks, letters.results)
    return planned._replace(cells=[*marks, *planned.cells], growths=view.growths, purpose=what_for)


def _dashboard(view: View) -> Sequence[Rewrite]:
    """The Dashboard's tables; a workbook of an earlier version has none."""
    from eitherway.decide.insight.figures import insight  # noqa: PLC0415 - only a run that writes
    from eitherway.write.dashboard import dashboard_rewritten, dashboards  # noqa: PLC0415 - as above

    tables = dashboards(view.raw)
    return dashboard_rewritten(insight(view.tables, view.plan), tables) if tables else ()

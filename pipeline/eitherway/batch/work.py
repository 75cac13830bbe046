"""The task of a batch: one workbook, from reading to letters. The pool and the cluster both run this.

What only the task needs is imported where it runs: who hands the tasks out should start at once.
"""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from eitherway.batch.results import Job, Result, State
from eitherway.machine import mistakes
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import EitherWayError, IncompleteWorkbook, Location, errors

if TYPE_CHECKING:
    from eitherway.decide.insight.client import Coming, Standing
    from eitherway.model.insight import Silence
    from eitherway.model.records import Outcome, Plan
    from eitherway.model.tables import Tables

CLOSED_FOLDER = "This folder cannot be listed, so what lies in it was not run."
CLOSED_FIX = "Ask for the right to read it, then run this again."

MOST_SAID = 2000
"""Characters of a message: a workbook may be wrong in very many places at once."""

MOST_PROBLEMS = 200
"""Of one workbook; its own sheet Problems lists all."""


def work(job: Job) -> Result:
    """Run one workbook; whatever is wrong with it ends in its result, and never in that of another."""
    if Path(job.path).is_dir():
        return Result(job.path, State.REFUSED, what=CLOSED_FOLDER, fix=CLOSED_FIX)
    began = perf_counter()
    try:
        outcome, known = _run(job)
        return _done(job, outcome, known, perf_counter() - began)
    except EitherWayError as refusal:
        state, what, fix = State.REFUSED, refusal.what, refusal.fix
        if _is_another_kind(refusal):
            state, what, fix = State.NOT_OURS, "Not an Either Way workbook; left alone.", ""
    except MemoryError:
        state, what = State.FAILED, "It needs more memory than a workbook may take."
        fix = "Look at it in Excel: is it one of yours, and is it as large as it should be?"
    except Exception as bug:  # a mistake of ours with one workbook must not stop the others
        state, what = State.FAILED, f"Stopped by a mistake of ours ({type(bug).__name__})."
        fix = f"Please report it with {mistakes.log(bug)}"
    return Result(job.path, state, perf_counter() - began, what=what[:MOST_SAID], fix=fix)


class _Known(NamedTuple):
    """Whose workbook it is, and how their search stands."""

    client: str
    country: str
    standing: Standing


def _run(job: Job) -> tuple[Outcome, _Known]:
    """What came of it, and what its tables say beside."""
    from eitherway.books.closed.book import ClosedBook  # noqa: PLC0415 - as said above
    from eitherway.decide.insight.client import Standing, standing  # noqa: PLC0415 - as said above
    from eitherway.run import run  # noqa: PLC0415 - as said above

    asked = job.asked
    book = ClosedBook(Path(job.path))
    known = _Known("", "", Standing(0, 0, (), ()))

    def note(plan: Plan, tables: Tables) -> tuple[()]:
        """Marks nothing: a run lets go of its tables, and here it still has them."""
        nonlocal known
        known = _Known(tables.settings.your_name, tables.settings.country, standing(plan, tables))
        return ()

    with nullcontext() if asked.dry_run else book.turn():
        outcome = run(
            book,
            asked.as_of,
            now=job.now,
            letters=asked.letters,
            proof=asked.proof,
            mark=note,
            dry_run=asked.dry_run,
            templates=Path(asked.templates) if asked.templates else None,
        )
    if asked.dry_run:
        book.check_writable()
    return outcome, known


def _done(job: Job, outcome: Outcome, known: _Known, seconds: float) -> Result:
    from eitherway.model.report import counts, problems_json, todays_list  # noqa: PLC0415 - as said above

    stopping = errors(outcome.problems)
    others = [problem for problem in outcome.problems if problem.severity is not Severity.ERROR]
    first = stopping[0] if stopping else None
    return Result(
        job.path,
        State.DONE,
        seconds,
        client=known.client,
        country=known.country,
        flags=counts(outcome.plan),
        letters=dict(Counter(result.state.value for result in outcome.letters)),
        errors=len(stopping),
        warnings=len(outcome.problems) - len(stopping),
        follow_ups=todays_list(outcome.plan),
        interviews_this_week=known.standing.interviews_this_week,
        offers=known.standing.offers,
        silences=[_plain(each) for each in known.standing.silences],
        coming=[_plain(each) for each in known.standing.coming],
        problems=problems_json([*stopping, *others][:MOST_PROBLEMS]),
        what=f"{first.where}: {first.message}"[:MOST_SAID] if first else "",
        fix=first.fix if first else "",
    )


def _plain(each: Silence | Coming) -> dict[str, object]:
    """As JSON holds it: days as YYYY-MM-DD."""
    return {name: str(value) if isinstance(value, date) else value for name, value in each._asdict().items()}


def _is_another_kind(refusal: EitherWayError) -> bool:
    """Whether it has none of our tables: a budget, a list of addresses, a caseload of an earlier day."""
    nothing_found = (Code.MISSING_TABLE, Location("Workbook"))
    found = refusal.problems if isinstance(refusal, IncompleteWorkbook) else ()
    return any((problem.code, problem.where) == nothing_found for problem in found)

"""The task of a batch: one workbook, from reading to letters. The pool and the cluster both run this.

What only the task needs is imported where it runs: who hands the tasks out should start at once.
"""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from eitherway.batch.results import Job, Result, State
from eitherway.machine import mistakes
from eitherway.model.codes import Code
from eitherway.model.problems import EitherWayError, IncompleteWorkbook, Location, errors

if TYPE_CHECKING:
    from eitherway.model.records import Outcome, Plan
    from eitherway.model.tables import Tables

CLOSED_FOLDER = "This folder cannot be listed, so what lies in it was not run."
CLOSED_FIX = "Ask for the right to read it, then run this again."

MOST_SAID = 2000
"""Characters of a message: a workbook may be wrong in very many places at once."""


def work(job: Job) -> Result:
    """Run one workbook; whatever is wrong with it ends in its result, and never in that of another."""
    if Path(job.path).is_dir():
        return Result(job.path, State.REFUSED, what=CLOSED_FOLDER, fix=CLOSED_FIX)
    began = perf_counter()
    try:
        outcome, client = _run(job)
        return _done(job, outcome, client, perf_counter() - began)
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


def _run(job: Job) -> tuple[Outcome, str]:
    """What came of it, and whose workbook it is."""
    from eitherway.books.closed.book import ClosedBook  # noqa: PLC0415 - as said above
    from eitherway.run import run  # noqa: PLC0415 - as said above

    asked = job.asked
    book = ClosedBook(Path(job.path))
    client = ""

    def note(_: Plan, tables: Tables) -> tuple[()]:
        """Marks nothing: a run lets go of its tables, and here it still has them."""
        nonlocal client
        client = tables.settings.your_name
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
        )
    if asked.dry_run:
        book.check_writable()
    return outcome, client


def _done(job: Job, outcome: Outcome, client: str, seconds: float) -> Result:
    from eitherway.model.report import counts, todays_list  # noqa: PLC0415 - as said above

    stopping = errors(outcome.problems)
    first = stopping[0] if stopping else None
    return Result(
        job.path,
        State.DONE,
        seconds,
        client=client,
        flags=counts(outcome.plan),
        letters=dict(Counter(result.state.value for result in outcome.letters)),
        errors=len(stopping),
        warnings=len(outcome.problems) - len(stopping),
        follow_ups=todays_list(outcome.plan),
        what=f"{first.where}: {first.message}"[:MOST_SAID] if first else "",
        fix=first.fix if first else "",
    )


def _is_another_kind(refusal: EitherWayError) -> bool:
    """Whether it has none of our tables: a budget, a list of addresses, a caseload of an earlier day."""
    nothing_found = (Code.MISSING_TABLE, Location("Workbook"))
    found = refusal.problems if isinstance(refusal, IncompleteWorkbook) else ()
    return any((problem.code, problem.where) == nothing_found for problem in found)

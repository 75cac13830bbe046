"""The command `batch`: many workbooks, on the cores of this machine or on a Dask cluster."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitherway import options
from eitherway.commanding import terminal
from eitherway.problems import CannotAct, EitherWayError, LockedWorkbook
from eitherway.records import LetterState

if TYPE_CHECKING:
    from eitherway.batch.results import Asked, Job, Result
    from eitherway_workbook.caseload import Client

FOLDER = ".eitherway"
JOURNAL, LOCK = "batch.jsonl", "batch.lock"
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""Each process uses one core; numpy's library would otherwise take threads and memory for all of them."""

Run = Callable[[Sequence["Job"]], Iterator["Result"]]


@click.command(short_help="Run many workbooks: flag, letters, proofreading.")
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@options.as_of
@click.option("--jobs", type=click.IntRange(1), help="How many processes.  [default: one per core]")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Run on the Dask cluster of this scheduler.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Write a caseload workbook.")
@click.option("--resume", is_flag=True, help="Pass over what a batch that was stopped has done already.")
@click.option("--no-letters", is_flag=True, help="Flag only.")
@options.no_proof
@click.option(
    "--timeout", type=click.FloatRange(1), default=120, show_default=True, help="Seconds for one workbook."
)
@options.as_json
def batch(
    *,
    folders: tuple[Path, ...],
    as_of: date,
    jobs: int | None,
    scheduler: str | None,
    report: Path | None,
    resume: bool,
    no_letters: bool,
    no_proof: bool,
    timeout: float,
    as_json: bool,
) -> None:
    """Run every workbook in FOLDERS and below, each apart from the others.

    One that is broken, locked or hostile is reported and harms no other. Stop it
    with Ctrl+C at any time; --resume goes on. With --json, a line is printed for
    each workbook as soon as it is done.
    """
    from eitherway.batch.results import Asked
    from eitherway.batch.search import workbooks
    from eitherway.processes import cores

    paths = workbooks(folders, passing_over=report)
    if not paths:
        raise CannotAct("There is no workbook there.", "Name a folder that holds .xlsx or .xlsm files.")
    run = _on_cluster(scheduler, timeout) if scheduler else _here(jobs or cores(), timeout)
    asked = Asked(as_of, letters=not no_letters, proof=not (no_proof or no_letters))
    results: list[Result] = []
    status = options.DONE
    try:
        for result in _results(paths, asked, _home(folders[0]), run, resume=resume):
            results.append(result)
            if as_json:
                _print_line(result)
    except KeyboardInterrupt:
        status = options.TO_MEND
        click.echo(f"Stopped: {len(results)} of {len(paths)} workbooks are done. {GO_ON}", err=True)
    results.sort(key=lambda result: result.path)
    if report is not None and not _has_caseload(report, results, as_of):
        status, report = options.TO_MEND, None
    if not as_json:
        terminal().show_batch(results, report)
    clean = all(result.is_settled and not result.errors for result in results)
    sys.exit(status if clean else options.TO_MEND)


GO_ON = "Give the same command with --resume to go on."


def _home(first: Path) -> Path:
    """Where the batch keeps its journal."""
    return (first if first.is_dir() else first.parent) / FOLDER


def _results(paths: Sequence[Path], asked: Asked, home: Path, run: Run, *, resume: bool) -> Iterator[Result]:
    """What was done before, then the rest as it comes, under one progress bar."""
    from eitherway.batch.alone import alone
    from eitherway.batch.journal import finished, kept
    from eitherway.batch.results import Job

    now = options.now()
    try:
        with alone(home / LOCK):
            known = finished(home / JOURNAL, asked) if resume else {}
            todo = [Job(str(path), asked, now) for path in paths if str(path) not in known]
            yield from (known[str(path)] for path in paths if str(path) in known)
            with terminal().counted(len(todo)) as advance:
                for result in kept(run(todo) if todo else (), home / JOURNAL, asked, afresh=not resume):
                    advance(result.path)
                    yield result
    except OSError as trouble:
        raise LockedWorkbook(
            f"{home} cannot be written ({trouble.strerror}): a batch keeps there what it has done.",
            "Name a folder first that can be written to, or copy the workbooks to one.",
        ) from trouble


def _here(processes: int, most_seconds: float) -> Run:
    from eitherway.batch.pool import here

    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    return lambda jobs: here(jobs, min(processes, len(jobs)), most_seconds)


def _on_cluster(scheduler: str, most_seconds: float) -> Run:
    try:
        from eitherway.batch.cluster import there
    except ModuleNotFoundError as missing:
        raise CannotAct(
            "Dask is not installed, so there is no cluster to run on.",
            'Install it: pip install "eitherway[cluster]"',
        ) from missing
    return lambda jobs: there(jobs, scheduler, most_seconds)


def _print_line(result: Result) -> None:
    """As UTF-8; what is no text in a file's name is escaped as JSON has it."""
    line = json.dumps(result.as_json(), ensure_ascii=False)
    click.echo(line.encode("utf-8", "backslashreplace"))


def _has_caseload(report: Path, results: Sequence[Result], as_of: date) -> bool:
    """Write the caseload; say what to do where that fails, as the workbooks are done nevertheless."""
    try:
        _write_caseload(report, results, as_of)
    except EitherWayError as refusal:
        click.echo(f"eitherway: {refusal.what}\n{refusal.fix}", err=True)
        return False
    return True


def _write_caseload(report: Path, results: Sequence[Result], as_of: date) -> None:
    from eitherway.books.lock import check_free
    from eitherway_workbook.caseload import caseload

    beside = report.with_name(f".{report.name}.tmp")
    try:
        report.parent.mkdir(parents=True, exist_ok=True)
        if report.exists():
            check_free(report)
        caseload(beside, [_client(result) for result in results], as_of)
        beside.replace(report)
    except (OSError, LockedWorkbook) as trouble:
        what = trouble.what if isinstance(trouble, LockedWorkbook) else f"{trouble.strerror}."
        raise LockedWorkbook(
            f"The caseload {report} cannot be written: {what}",
            f"The workbooks are done. Close it if it is open. {GO_ON}",
        ) from trouble
    finally:
        beside.unlink(missing_ok=True)


def _client(result: Result) -> Client:
    from eitherway.batch.results import printable
    from eitherway_workbook.caseload import Client

    return Client(
        path=printable(result.path),
        state=result.state,
        flags=result.flags,
        written=result.letters.get(LetterState.WRITTEN, 0),
        held=result.letters.get(LetterState.HELD, 0),
        errors=result.errors,
        warnings=result.warnings,
        follow_ups=result.follow_ups,
        what=f"{result.what} {result.fix}".strip(),
    )

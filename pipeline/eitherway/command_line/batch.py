"""The command `batch`: many workbooks, on the cores of this machine or on a Dask cluster."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitherway.command_line import options
from eitherway.command_line.outcomes import mention, terminal
from eitherway.command_line.progress import counted
from eitherway.model.problems import CannotAct, EitherWayError

if TYPE_CHECKING:
    from eitherway.batch.results import Asked, Job, Result

FOLDER = ".eitherway"
JOURNAL, LOCK = "batch.jsonl", "batch.lock"

Run = Callable[[Sequence["Job"]], Iterator["Result"]]


@click.command(short_help="Run many workbooks: flag, letters, proofreading.")
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@options.as_of
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1), help="How many processes.  [default: one per core]"
)
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Run on the Dask cluster of this scheduler.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a caseload: one workbook over all.",
)
@click.option(
    "--briefs",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write a Word page for each client into this folder.",
)
@click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False, exists=True, resolve_path=True),
    help="One folder of letter templates for all, in place of each one's own.",
)
@click.option("--resume", is_flag=True, help="Go on with a batch that was stopped.")
@click.option("--no-letters", is_flag=True, help="Flag only.")
@options.no_proof
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(1),
    default=120,
    show_default=True,
    help="The most that one workbook may take; the first of each process also loads what proofreads.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be done.")
@options.as_json
def batch(
    *,
    folders: tuple[Path, ...],
    as_of: date,
    jobs: int | None,
    scheduler: str | None,
    report: Path | None,
    briefs: Path | None,
    templates: Path | None,
    resume: bool,
    no_letters: bool,
    no_proof: bool,
    timeout: float,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Run every workbook in FOLDERS and below, each apart from the others.

    One that is broken, locked or hostile is reported and harms no other. Stop it
    with Ctrl+C at any time; --resume goes on. With --json, a line is printed for
    each workbook as soon as it is done.
    """
    from eitherway.batch.results import Asked
    from eitherway.machine.processes import cores

    if scheduler and jobs:
        raise click.UsageError(
            "--jobs is for this machine; a cluster has as many as its workers' --nthreads."
        )
    if report:
        _check(report, dry_run=dry_run)
    if briefs and dry_run:
        raise click.UsageError("--dry-run writes nothing, so there can be no --briefs.")
    if templates:
        _check_templates(templates)
    gc.enable()  # a batch lives long, unlike what else the program does: see eitherway.__main__
    paths, others = _found(folders, report)
    run = _on_cluster(scheduler, timeout) if scheduler else _here(jobs or cores(), timeout)
    asked = Asked(
        as_of,
        letters=not no_letters,
        proof=not (no_proof or no_letters),
        dry_run=dry_run,
        templates=str(templates) if templates else "",
    )
    coming = _results(paths, asked, _home(folders[0]), run, resume=resume)
    print_line = _line_printer(dry_run=dry_run) if as_json else None
    whole = bool(report or briefs)
    results, is_stopped = _collected(coming, paths, print_line=print_line, whole=whole)
    if briefs:
        _write_briefs(briefs, results, as_of, report, as_json=as_json)
    is_reported = not report or _has_caseload(report, results, as_of)
    if not as_json:
        if dry_run:
            click.echo("Nothing was written. A run would end so:")
        terminal().show_batch(results, report if is_reported else None)
    if others:
        mention(others)
    if is_stopped:
        sys.exit(options.INTERRUPTED)
    is_clean = all(result.is_settled and not result.errors for result in results)
    sys.exit(options.DONE if is_reported and is_clean else options.TO_MEND)


GO_ON = "Give the same command with --resume to go on."


def _check(report: Path, *, dry_run: bool) -> None:
    """Before anything is done: a name that no caseload can have, or a file that it must not replace."""
    from eitherway.batch.report import check_report

    if dry_run:
        raise click.UsageError("--dry-run writes nothing, so there can be no --report.")
    if report.suffix.lower() != ".xlsx":
        raise click.UsageError(f'The caseload is a workbook: --report "{report.with_suffix(".xlsx")}"')
    check_report(report)


def _check_templates(folder: Path) -> None:
    """Before anything is done: letters would quietly be merged from the shipped ones."""
    if not any(folder.glob("*/*.docx")):
        raise click.UsageError(
            f"{folder} holds no template: put one into a folder of its tone, such as warm/thank-you.docx. "
            "`eitherway templates new` copies one to begin with."
        )


def _found(folders: Sequence[Path], report: Path | None) -> tuple[list[Path], str]:
    """The workbooks there, and what is to be said of others. Raises CannotAct where there are none."""
    from eitherway.batch.search import passed_over, workbooks

    paths, others = workbooks(folders, passing_over=report), passed_over(folders)
    if not paths:
        fix = others or "Name a folder that holds .xlsx or .xlsm files."
        raise CannotAct("There is no workbook there.", fix)
    return paths, others


def _write_briefs(
    folder: Path, results: Sequence[Result], as_of: date, report: Path | None, *, as_json: bool
) -> None:
    """Before the new caseload takes the place of the one that changes are told against."""
    from eitherway.batch.briefs import write_briefs
    from eitherway.batch.changes import Before, before

    earlier = before(report) if report else Before()
    try:
        written, kept = write_briefs(folder, results, as_of, earlier)
    except EitherWayError as refusal:
        click.echo(f"eitherway: {refusal.what}\n{refusal.fix}", err=True)
        return
    if not as_json:
        click.echo(f"Briefs: {len(written)} in {folder}")
    for note in kept:
        click.echo(note, err=True)


def _home(first: Path) -> Path:
    """Where the batch keeps its journal."""
    return (first if first.is_dir() else first.parent) / FOLDER


def _results(
    paths: Sequence[Path], asked: Asked, home: Path, run: Run, *, resume: bool
) -> Generator[Result, None, None]:
    """What was done before, then the rest as it comes, under one progress bar."""
    from eitherway.batch.alone import alone
    from eitherway.batch.journal import finished, kept
    from eitherway.batch.results import Job

    now = options.now()
    with nullcontext() if asked.dry_run else alone(home / LOCK):
        known = finished(home / JOURNAL, asked) if resume else {}
        todo = [Job(str(path), asked, now) for path in paths if str(path) not in known]
        yield from (known[str(path)] for path in paths if str(path) in known)
        coming = run(todo) if todo else iter(())
        if not asked.dry_run:
            coming = kept(coming, home / JOURNAL, asked, afresh=not resume)
        with counted(len(todo)) as advance:
            for result in coming:
                advance(result.path)
                yield result


def _collected(
    coming: Generator[Result, None, None],
    paths: Sequence[Path],
    *,
    print_line: Callable[[Result], None] | None,
    whole: bool,
) -> tuple[list[Result], bool]:
    """A result for each path, in their order, and whether the batch was stopped, which is said at once.

    Only the `whole` ones keep their lists, which take memory. Raises EitherWayError where nothing
    was run.
    """
    from eitherway.batch.results import not_run
    from eitherway.machine.processes import stopped_alike

    results: dict[str, Result] = {}
    is_stopped = False
    try:
        with closing(coming), stopped_alike():
            for result in coming:
                results[result.path] = result if whole else _slim(result)
                if print_line:
                    print_line(result)
    except KeyboardInterrupt:
        is_stopped = True
        click.echo(f"Stopped after {len(results)} of {len(paths)} workbooks. {GO_ON}", err=True)
    except EitherWayError as trouble:
        if not results:
            raise
        click.echo(f"eitherway: {trouble.what}\n{trouble.fix}", err=True)
    return [results.get(path) or not_run(path) for path in map(str, paths)], is_stopped


def _slim(result: Result) -> Result:
    from eitherway.batch.results import is_of_a_template

    problems = [problem for problem in result.problems if is_of_a_template(problem)]
    return replace(result, follow_ups=(), silences=(), coming=(), problems=problems)


def _here(processes: int, most_seconds: float) -> Run:
    from eitherway.batch.pool import here

    return lambda jobs: here(jobs, min(processes, len(jobs)), most_seconds)


def _on_cluster(scheduler: str, most_seconds: float) -> Run:
    try:
        from eitherway.batch.cluster import there
    except ModuleNotFoundError as missing:
        raise CannotAct(
            "Dask is not installed, so there is no cluster to run on.",
            'Install it, in a clone of Either Way: pip install ".[cluster]"',
        ) from missing
    return lambda jobs: there(jobs, scheduler, most_seconds)


def _line_printer(*, dry_run: bool) -> Callable[[Result], None]:
    """As UTF-8; what is no text in a file's name is escaped as JSON has it."""
    import json

    beside = {"dry_run": True} if dry_run else {}

    def print_line(result: Result) -> None:
        line = json.dumps(result.as_json() | beside, ensure_ascii=False)
        click.echo(line.encode("utf-8", "backslashreplace"))

    return print_line


def _has_caseload(report: Path, results: Sequence[Result], as_of: date) -> bool:
    """Write the caseload; say what to do where that fails, as the workbooks are done nevertheless.

    One of a batch that was stopped before it had done any would tell less than the one that is there.
    """
    from eitherway.batch.report import write_report
    from eitherway.batch.results import State

    states = {result.state for result in results}
    if State.NOT_RUN in states and State.DONE not in states:
        stands = f"{report} is as it was" if report.exists() else f"{report} was not written"
        click.echo(f"No workbook was done, so the caseload {stands}.", err=True)
        return False
    try:
        write_report(report, results, as_of)
    except EitherWayError as refusal:
        click.echo(f"eitherway: {refusal.what}\n{refusal.fix}", err=True)
        return False
    return True

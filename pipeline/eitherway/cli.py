"""The command line: asks for a run and shows its outcome.

Exit status 0: done; 1: done, with problems to mend; 2: wrong usage; 3: nothing was done. Everything heavy is
imported inside the command that needs it, so that `eitherway --help` answers at once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import click

from eitherway import __version__, marks, options, report
from eitherway.problems import CannotAct, errors

if TYPE_CHECKING:
    from eitherway.records import Outcome
    from eitherway.run import Mark


@click.group(
    cls=options.Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80}
)
@click.version_option(__version__, prog_name="eitherway")
def main() -> None:
    """Interview follow-ups from one Excel workbook.

    Flags what is overdue, and writes a personal Word letter to each interviewer. Start with `eitherway demo`,
    or `eitherway new "Job search.xlsx"`.
    """


@main.command()
@click.argument("path", type=click.Path(path_type=Path))
@options.as_json
def new(path: Path, as_json: bool) -> None:
    """Write an empty workbook to PATH (.xlsx)."""
    from eitherway_workbook import build

    if path.suffix.lower() != ".xlsx":
        raise click.BadParameter(f'"{path}" should end in .xlsx.', param_hint="PATH")
    _refuse_existing(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    build(path, {})
    _say(
        {"workbook": str(path)},
        f"Wrote {path}. Fill in your name in Settings, then a row in Interviews.",
        as_json,
    )


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("demo"))
@options.as_of
@options.as_json
def demo(folder: Path, as_of: date, as_json: bool) -> None:
    """Write a filled example to FOLDER, flag it and write its letters.

    FOLDER is `demo` unless named.
    """
    from eitherway_workbook import build, example

    book = folder / "job-search.xlsx"
    _refuse_existing(book)
    folder.mkdir(parents=True, exist_ok=True)
    build(book, example(as_of))
    outcome = _run(book, as_of, letters=True)
    if as_json:
        _print_json(report.run_json(book, outcome))
    else:
        _terminal().show_demo(book, outcome)


@main.command()
@options.reads
def check(book: Path, as_of: date, as_json: bool) -> None:
    """List what is wrong in BOOK, where, and what to do. Writes nothing."""
    outcome = _look(book, as_of)
    if as_json:
        _print_json(report.check_json(book, outcome))
    else:
        _terminal().show_problems(outcome)
    _leave(outcome)


@main.command()
@options.reads
def today(book: Path, as_of: date, as_json: bool) -> None:
    """Show today's list from BOOK, most urgent first. Writes nothing."""
    outcome = _look(book, as_of)
    if as_json:
        _print_json(report.flag_json(book, outcome, only_todays=True))
    else:
        _terminal().show_today(book, outcome)
    _leave(outcome)


@main.command()
@options.writes
def flag(book: Path, as_of: date, as_json: bool, **how: bool) -> None:
    """Write flags, due dates, Today and Problems into BOOK."""
    outcome = _run(book, as_of, letters=False, **how)
    if as_json:
        _print_json(report.flag_json(book, outcome))
    else:
        _terminal().show_flags(book, outcome)
    _leave(outcome)


@main.command(short_help="Write a Word letter for each follow-up that is owed.")
@options.writes
def letters(book: Path, as_of: date, as_json: bool, **how: bool) -> None:
    """Write a Word letter for each follow-up that is owed, and flag BOOK."""
    outcome = _run(book, as_of, letters=True, **how)
    if as_json:
        _print_json(report.letters_json(outcome))
    else:
        _terminal().show_letters(book, outcome)
    _leave(outcome)


@main.command()
@options.writes
def run(book: Path, as_of: date, as_json: bool, **how: bool) -> None:
    """Check BOOK, flag it and write its letters: all in one."""
    outcome = _run(book, as_of, letters=True, **how)
    if as_json:
        _print_json(report.run_json(book, outcome))
    else:
        _terminal().show_run(book, outcome)
    _leave(outcome)


@main.command(short_help="Mark follow-ups in BOOK as sent.")
@options.writes
@options.who
@options.on
@click.option("--step", default="", help="Which step went out.  [default: the one that is owed]")
def sent(
    *, book: Path, who: Sequence[str], on: date | None, step: str, as_of: date, as_json: bool, **how: bool
) -> None:
    """Mark follow-ups in BOOK as sent: WHO is a name, part of one, or a row number of Interviews."""
    _mark(book, as_of, lambda plan: marks.sent(plan, who, on or as_of, step), as_json, **how)


@main.command(short_help="Note in BOOK that somebody answered.")
@options.writes
@options.who
@options.on
def reply(
    *, book: Path, who: Sequence[str], on: date | None, as_of: date, as_json: bool, **how: bool
) -> None:
    """Note in BOOK that WHO answered: a name, part of one, or a row number of Interviews."""
    _mark(book, as_of, lambda plan: marks.reply(plan, who, on or as_of), as_json, **how)


@main.command(short_help="Take back the last write of Either Way.")
@options.book
@options.as_json
@options.dry_run
def undo(book: Path, as_json: bool, dry_run: bool) -> None:
    """Bring BOOK back to what it was before the last write of Either Way."""
    from eitherway.books.backups import last_write
    from eitherway.books.backups import undo as take_back

    undone = last_write(book) if dry_run else take_back(book, options.now())
    words = "Would bring" if dry_run else "Brought"
    _say(
        {"workbook": str(book), "backup": undone.backup, "when": undone.when},
        f"{words} back {book.name} as it was before {undone.when}. Letters stay where they are.",
        as_json,
    )


def _look(book: Path, as_of: date) -> Outcome:
    with _terminal().progress() as tell:
        tell("Reading the workbook")
        from eitherway.books.closed import ClosedBook
        from eitherway.run import look

        return look(ClosedBook(book), as_of)


def _run(book: Path, as_of: date, mark: Mark | None = None, /, *, letters: bool, **how: bool) -> Outcome:
    with _terminal().progress() as tell:
        tell("Reading the workbook")
        from eitherway.books.closed import ClosedBook
        from eitherway.run import run

        return run(ClosedBook(book), as_of, now=options.now(), letters=letters, mark=mark, tell=tell, **how)


def _mark(book: Path, as_of: date, mark: Mark, as_json: bool, **how: bool) -> None:
    outcome = _run(book, as_of, mark, letters=False, **how)
    if as_json:
        _print_json(report.marks_json(book, outcome))
    else:
        _terminal().show_marks(outcome)


def _terminal() -> ModuleType:
    from eitherway import terminal

    return terminal


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise CannotAct(
            f"{path} exists already, and is not overwritten.", "Give another name, or move it away."
        )


def _say(data: dict[str, Any], words: str, as_json: bool) -> None:
    if as_json:
        _print_json(data)
    else:
        click.echo(words)


def _print_json(data: dict[str, Any]) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _leave(outcome: Outcome) -> None:
    sys.exit(options.TO_MEND if errors(outcome.problems) else options.DONE)

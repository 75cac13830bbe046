"""How a command runs the pipeline on a closed workbook, and how it says what came of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NoReturn

import click

from eitherway.command_line import options
from eitherway.command_line.lines import CLEARED, is_moving
from eitherway.command_line.progress import progress
from eitherway.machine.output import takes_unicode
from eitherway.model.problems import Problem, errors

if TYPE_CHECKING:
    from eitherway.books.closed.book import ClosedBook
    from eitherway.model.records import Outcome
    from eitherway.run import Mark, Send


def look_at(book: Path, as_of: date, *, letters: bool = False) -> Outcome:
    """What the workbook holds, in its `letters` too if wanted; nothing is written."""
    with progress() as tell:
        tell("Reading the workbook")
        from eitherway.books.closed.book import ClosedBook
        from eitherway.run import look

        return look(ClosedBook(book), as_of, letters=letters, tell=tell)


def look_deep(book: Path, as_json: bool) -> NoReturn:
    """Show what the workbook's file holds besides cells, and end the command; nothing is written."""
    from eitherway.command_line.deep_check import as_json as in_json
    from eitherway.command_line.deep_check import examine, lines

    deep = examine(book)
    say(in_json(book, deep), "\n".join(lines(book, deep)), as_json)
    sys.exit(options.TO_MEND if deep.broken else options.DONE)


def run_on(
    book: Path,
    as_of: date,
    mark: Mark | None = None,
    send: Send | None = None,
    /,
    *,
    letters: bool,
    dry_run: bool = False,
    drop_signature: bool = False,
    take_rows_in: bool = False,
    **how: bool,
) -> Outcome:
    """Run the pipeline, in its turn where it writes; `how` is what `run.run` takes besides."""
    with progress() as tell:
        tell("Reading the workbook")
        from eitherway.books.closed.book import ClosedBook
        from eitherway.model.report import growth_lines
        from eitherway.run import SAVING_LETTERS, run

        closed = ClosedBook(book, mention, drop_signature=drop_signature)
        stages: list[str] = []

        def heard(stage: str) -> None:
            stages.append(stage)
            tell(stage)

        try:
            with nullcontext() if dry_run else closed.turn():
                outcome = run(
                    closed,
                    as_of,
                    now=options.now(),
                    letters=letters,
                    mark=mark,
                    send=send,
                    tell=heard,
                    dry_run=dry_run,
                    take_rows_in=lambda rows: take_rows_in,
                    templates=None,
                    **how,
                )
        except KeyboardInterrupt:
            raise options.Stopped(_left_by(closed, has_letters=SAVING_LETTERS in stages)) from None
    for line in growth_lines(outcome):
        mention(line)
    return outcome


def _left_by(book: ClosedBook, *, has_letters: bool) -> str:
    """What stands now that a run was stopped."""
    if not book.is_as_read:
        return (
            "The workbook is written, and so are its letters." if has_letters else "The workbook is written."
        )
    if has_letters:
        return "The workbook is as it was. Letters that were written stay; the next run takes them up."
    return options.NOTHING_WRITTEN


def mark_in(book: Path, as_of: date, mark: Mark, as_json: bool, **how: bool) -> None:
    """Run the pipeline with a mark of the user's, show what came of it, and end the command."""
    outcome = run_on(book, as_of, mark, letters=False, **how)
    if as_json:
        print_json(report().marks_json(book, outcome))
    else:
        terminal().show_marks(outcome)
    leave(outcome)


def report() -> ModuleType:
    """What puts outcomes into words and JSON; what it needs loads only here."""
    from eitherway.model import report as told

    return told


def terminal() -> ModuleType:
    """What shows outcomes on the terminal; what it needs loads only here."""
    from eitherway.command_line import terminal as shown

    return shown


def say(data: dict[str, Any], words: str, as_json: bool) -> None:
    """Print one answer, as JSON or in words."""
    if as_json:
        print_json(data)
    else:
        click.echo(words)


def print_json(data: dict[str, Any]) -> None:
    """Print JSON for people and programs alike: as UTF-8, or in ASCII where the output is anything else.

    What is no text in a file's name is escaped as JSON has it.
    """
    import json

    text = json.dumps(data, ensure_ascii=not takes_unicode(), indent=2)
    click.echo(text.encode("utf-8", "backslashreplace").decode())


def leave(outcome: Outcome) -> None:
    """End the command."""
    sys.exit(exit_status(outcome.problems))


def exit_status(problems: Sequence[Problem]) -> int:
    """1 if there is something to mend, else 0; a warning is nothing to mend."""
    return options.TO_MEND if errors(problems) else options.DONE


def mention(note: str) -> None:
    """Say beside what is asked for, on stderr, what its user should know."""
    click.echo(f"{CLEARED}{note}" if is_moving(sys.stderr) else note, err=True)

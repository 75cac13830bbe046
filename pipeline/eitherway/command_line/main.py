"""The command line: asks for a run and shows its outcome.

Exit status 0: done; 1: done, with problems to mend; 2: wrong usage; 3: nothing was done; 70: stopped by a
mistake of our own. Everything heavy is imported inside the command that needs it, so that `eitherway --help`
answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from eitherway import __version__
from eitherway.command_line import options
from eitherway.command_line.outcomes import (
    exit_status,
    leave,
    look_at,
    look_deep,
    mark_in,
    mention,
    print_json,
    report,
    run_on,
    say,
    terminal,
)
from eitherway.model.problems import IncompleteWorkbook


@click.group(
    cls=options.Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80}
)
@click.version_option(__version__, prog_name="eitherway")
def main() -> None:
    """Interview follow-ups from one Excel workbook.

    Flags what is overdue, and writes a personal Word letter to each interviewer. BOOK is your workbook, an
    .xlsx or .xlsm file.

    \b
    See an example:      eitherway demo
    Begin your own:      eitherway new "Job search.xlsm"
    More on a command:   eitherway letters --help
    """  # noqa: D301 - the backspace is click's sign for lines that are kept


main.elsewhere("new", "demo", "new")
main.elsewhere("bring_in", "import", function="import_")


@main.command(short_help="List what is wrong in BOOK and in its letters.")
@options.reads
@click.option("--deep", is_flag=True, help="Look at the file instead: is all it holds safe, and whole?")
def check(book: Path, as_of: date, as_json: bool, deep: bool) -> None:
    """List what is wrong in BOOK and in its letters, where, and what to do. Writes nothing."""
    if deep:
        look_deep(book, as_json)
    try:
        problems, status = look_at(book, as_of, letters=True).problems, None
    except IncompleteWorkbook as incomplete:
        problems, status = incomplete.problems, options.NOTHING_DONE
    if as_json:
        print_json(report().check_json(book, as_of, problems))
    else:
        terminal().show_problems(problems)
    sys.exit(status or exit_status(problems))


@main.command()
@options.reads
def today(book: Path, as_of: date, as_json: bool) -> None:
    """Show today's list from BOOK, most urgent first. Writes nothing."""
    outcome = look_at(book, as_of)
    if as_json:
        print_json(report().flag_json(book, outcome, only_todays=True))
    else:
        terminal().show_today(book, outcome)
    leave(outcome)


@main.command()
@options.writes
def flag(book: Path, as_of: date, as_json: bool, **how: bool) -> None:
    """Write flags, due dates, Today and Problems into BOOK."""
    outcome = run_on(book, as_of, letters=False, **how)
    if as_json:
        print_json(report().flag_json(book, outcome))
    else:
        terminal().show_flags(book, outcome)
    leave(outcome)


@main.command(short_help="Write a Word letter for each follow-up that is owed.")
@options.writes
@options.no_proof
def letters(book: Path, as_of: date, as_json: bool, no_proof: bool, **how: bool) -> None:
    """Write a Word letter for each follow-up that is owed, and flag BOOK.

    Each is proofread before it is written; one with an error in it is held back.
    """
    outcome = run_on(book, as_of, letters=True, proof=not no_proof, **how)
    if as_json:
        print_json(report().letters_json(outcome))
    else:
        terminal().show_letters(book, outcome)
    leave(outcome)


@main.command()
@options.writes
@options.no_proof
def run(book: Path, as_of: date, as_json: bool, no_proof: bool, **how: bool) -> None:
    """Check BOOK, flag it and write its letters: all in one."""
    outcome = run_on(book, as_of, letters=True, proof=not no_proof, **how)
    if as_json:
        print_json(report().run_json(book, outcome))
    else:
        terminal().show_run(book, outcome)
    leave(outcome)


main.elsewhere("mail", "mail")
main.elsewhere("paper", "print", function="paper")
main.elsewhere("calendar", "calendar")
main.elsewhere("remind", "remind")
main.elsewhere("insight", "stats", "review")


@main.command(short_help="Mark follow-ups in BOOK as sent.")
@options.writes
@options.who
@options.on
@click.option("--step", default="", help="Which step went out.  [default: the one that is owed]")
def sent(
    *, book: Path, who: Sequence[str], on: date | None, step: str, as_of: date, as_json: bool, **how: bool
) -> None:
    """Mark follow-ups in BOOK as sent: WHO is a name, part of one, or a row number of Interviews."""
    from eitherway.write import marks

    day = on or as_of
    mark_in(book, as_of, lambda plan, tables: marks.sent(plan, tables, who, day, step), as_json, **how)


@main.command(short_help="Note in BOOK that somebody answered.")
@options.writes
@options.who
@options.on
def reply(
    *, book: Path, who: Sequence[str], on: date | None, as_of: date, as_json: bool, **how: bool
) -> None:
    """Note in BOOK that WHO answered: a name, part of one, or a row number of Interviews."""
    from eitherway.write import marks

    day = on or as_of
    mark_in(book, as_of, lambda plan, tables: marks.reply(plan, tables, who, day), as_json, **how)


@main.command(short_help="Take back the last write of Either Way.")
@options.book
@options.as_json
@options.dry_run
def undo(book: Path, as_json: bool, dry_run: bool) -> None:
    """Bring BOOK back to what it was before the last write of Either Way."""
    from eitherway.books.closed.undo import last_write
    from eitherway.books.closed.undo import undo as take_back
    from eitherway.command_line.backups import say_undone

    with options.stopping_at(options.WHOLE):
        undone = last_write(book) if dry_run else take_back(book, options.now(), mention)
    say_undone(book, undone, as_json, dry_run=dry_run)


@main.command(short_help="Do again what undo took back.")
@options.book
@options.as_json
@options.dry_run
def redo(book: Path, as_json: bool, dry_run: bool) -> None:
    """Do again what the last undo took back from BOOK, as long as BOOK was not changed since."""
    from eitherway.books.closed.redo import last_undone
    from eitherway.books.closed.redo import redo as do_again

    done = last_undone(book) if dry_run else do_again(book, options.now(), mention)
    data = {"workbook": str(book), "when": done.when, "what": done.what}
    words = "Would do" if dry_run else "Did"
    say(data, f"{words} again: {done.what} (first on {done.when}). Letters stay where they are.", as_json)


main.elsewhere("card", "card")
main.elsewhere("worksearch", "worksearch")
main.elsewhere("export", "export")
main.elsewhere("backups", "backups")
main.elsewhere("proof", "proof")
main.elsewhere("templates", "templates")
main.elsewhere("batch", "batch")
main.elsewhere("new", "addin")


@main.command(short_help="See whether Excel's buttons and the reminder can work.")
@click.argument("book", required=False, type=click.Path(path_type=Path, readable=False))
@click.option("--try", "tries", is_flag=True, help="Click the buttons, in Excel, in a copy of the example.")
@options.as_json
def doctor(book: Path | None, tries: bool, as_json: bool) -> None:
    """See whether Excel's buttons can work here, and the reminder will come, and what to do if not.

    Looks at BOOK too, if it is given. Writes nothing. With --try, Excel opens a copy of the example in a
    temporary folder, and each button is clicked there.
    """
    if tries:
        sys.exit(_tried(as_json))
    from eitherway.doctor import Level, examine
    from eitherway.doctor.gather import gather
    from eitherway.doctor.say import lines

    findings = examine(gather(options.system(), os.environ, book))
    data = {"findings": [finding.as_json() for finding in findings]}
    say(data, "\n".join(lines(findings)), as_json)
    to_mend = any(finding.level is Level.ERROR for finding in findings)
    sys.exit(options.TO_MEND if to_mend else options.DONE)


def _tried(as_json: bool) -> int:
    from tempfile import TemporaryDirectory

    from eitherway.doctor.rehearsal import NOT_KNOWN, rehearse
    from eitherway.doctor.this_excel import started

    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, started() as excel:
        steps = [*rehearse(excel, Path(folder), options.now())]
    told = [f"{'pass' if step.passed else 'FAIL'}  {step.name}: {step.what}" for step in steps]
    failed = sum(not step.passed for step in steps)
    end = f"{failed} of {len(steps)} steps failed." if failed else f"All {len(steps)} steps passed."
    data = {"tried": [step.as_json() for step in steps], "not_known": NOT_KNOWN}
    say(data, "\n".join([*told, "", end, NOT_KNOWN]), as_json)
    return options.TO_MEND if failed else options.DONE

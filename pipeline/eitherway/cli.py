"""The command line: asks for a run and shows its outcome.

Exit status 0: done; 1: done, with problems to mend; 2: wrong usage; 3: nothing was done. Everything heavy is
imported inside the command that needs it, so that `eitherway --help` answers at once.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eitherway import __version__, options, report
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
    or `eitherway new "Job search.xlsm"`.
    """


@main.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--libreoffice", is_flag=True, help="Write a workbook (.xlsm) whose buttons work in LibreOffice.")
@click.option("--refresh-macros", is_flag=True, help="Give the workbook PATH the macros of this version.")
@options.as_json
def new(path: Path, libreoffice: bool, refresh_macros: bool, as_json: bool) -> None:
    """Write an empty workbook to PATH: .xlsm with buttons, .xlsx without macros."""
    suffixes = (".xlsm",) if libreoffice or refresh_macros else (".xlsm", ".xlsx")
    if path.suffix.lower() not in suffixes:
        raise click.BadParameter(f'"{path}" should end in {" or ".join(suffixes)}.', param_hint="PATH")
    if refresh_macros:
        _refresh(path, as_json)
        return
    _refuse_existing(path)
    said = _build_for_libreoffice(path) if libreoffice else _build(path, {})
    words = f"Wrote {path}. Fill in your name in Settings, then a row in Interviews."
    _say({"workbook": str(path)}, "\n".join([words, *said]), as_json)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("demo"))
@click.option("--xlsm", is_flag=True, help="Write job-search.xlsm, with buttons for Excel.")
@options.as_of
@options.as_json
def demo(folder: Path, xlsm: bool, as_of: date, as_json: bool) -> None:
    """Write a filled example to FOLDER, flag it and write its letters.

    FOLDER is `demo` unless named.
    """
    from eitherway import terminal
    from eitherway_workbook import example

    book = folder / ("job-search.xlsm" if xlsm else "job-search.xlsx")
    _refuse_existing(book)
    said = _build(book, example(as_of))
    outcome = _run(book, as_of, letters=True)
    if as_json:
        _print_json({**report.flag_json(book, outcome), **report.letters_json(outcome)})
    else:
        terminal.show_demo(book, outcome)
        click.echo("\n".join(said), nl=bool(said))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@options.as_json
def addin(folder: Path, as_json: bool) -> None:
    """Write the Excel add-in EitherWay.xlam to FOLDER: the buttons for workbooks without macros.

    FOLDER is the current one unless named. An older EitherWay.xlam is replaced.
    """
    from eitherway.books.lock import unwritable
    from eitherway_workbook import interpreter
    from eitherway_workbook.addin import FILE, build_addin, where_to_put

    system = options.system()
    said = interpreter.prepare(system)
    file = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        build_addin(file)
    except OSError as trouble:
        raise unwritable(file, trouble) from trouble
    words = [f"Wrote {file}.", *where_to_put(system.platform), *said]
    _say({"addin": str(file)}, "\n".join(words), as_json)


@main.command()
@options.reads
def check(book: Path, as_of: date, as_json: bool) -> None:
    """List what is wrong in BOOK, where, and what to do. Writes nothing."""
    from eitherway import terminal

    outcome = _look(book, as_of)
    _show(lambda: report.check_json(book, outcome), lambda: terminal.show_problems(outcome), as_json)
    _leave(outcome)


@main.command()
@options.reads
def today(book: Path, as_of: date, as_json: bool) -> None:
    """Show today's list from BOOK, most urgent first. Writes nothing."""
    from eitherway import terminal

    outcome = _look(book, as_of)
    _show(
        lambda: report.flag_json(book, outcome, only_todays=True),
        lambda: terminal.show_today(book, outcome),
        as_json,
    )
    _leave(outcome)


@main.command()
@options.writes
def flag(book: Path, as_of: date, as_json: bool, dry_run: bool, allow_empty: bool) -> None:
    """Write flags, due dates, Today and Problems into BOOK."""
    from eitherway import terminal

    outcome = _run(book, as_of, letters=False, dry_run=dry_run, allow_empty=allow_empty)
    _show(
        lambda: {**report.flag_json(book, outcome), **_would_change(outcome, dry_run)},
        lambda: terminal.show_flags(book, outcome, dry_run),
        as_json,
    )
    _leave(outcome)


@main.command()
@options.writes
def letters(book: Path, as_of: date, as_json: bool, dry_run: bool, allow_empty: bool) -> None:
    """Write a Word letter for each follow-up that is owed, and flag BOOK."""
    from eitherway import terminal

    outcome = _run(book, as_of, letters=True, dry_run=dry_run, allow_empty=allow_empty)
    _show(
        lambda: {**report.letters_json(outcome), **_would_change(outcome, dry_run)},
        lambda: terminal.show_letters(book, outcome, dry_run),
        as_json,
    )
    _leave(outcome)


@main.command()
@options.writes
def run(book: Path, as_of: date, as_json: bool, dry_run: bool, allow_empty: bool) -> None:
    """Check BOOK, flag it and write its letters: all in one."""
    from eitherway import terminal

    outcome = _run(book, as_of, letters=True, dry_run=dry_run, allow_empty=allow_empty)
    _show(
        lambda: {
            **report.flag_json(book, outcome),
            **report.letters_json(outcome),
            **_would_change(outcome, dry_run),
        },
        lambda: terminal.show_run(book, outcome, dry_run),
        as_json,
    )
    _leave(outcome)


@main.command()
@options.writes
@options.who
@options.on
@click.option("--step", default="", help="Which step went out.  [default: the one that is owed]")
def sent(
    *,
    book: Path,
    who: Sequence[str],
    on: date | None,
    step: str,
    as_of: date,
    as_json: bool,
    dry_run: bool,
    allow_empty: bool,
) -> None:
    """Mark follow-ups in BOOK as sent: WHO is a name, part of one, or a row number of Interviews."""
    from eitherway import marks

    _mark(
        book,
        as_of,
        lambda plan: marks.sent(plan, who, on or as_of, step),
        as_json=as_json,
        dry_run=dry_run,
        allow_empty=allow_empty,
    )


@main.command()
@options.writes
@options.who
@options.on
def reply(
    *,
    book: Path,
    who: Sequence[str],
    on: date | None,
    as_of: date,
    as_json: bool,
    dry_run: bool,
    allow_empty: bool,
) -> None:
    """Note in BOOK that WHO answered: a name, part of one, or a row number of Interviews."""
    from eitherway import marks

    _mark(
        book,
        as_of,
        lambda plan: marks.reply(plan, who, on or as_of),
        as_json=as_json,
        dry_run=dry_run,
        allow_empty=allow_empty,
    )


@main.command()
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


@main.command()
@click.argument("book", required=False, type=click.Path(path_type=Path))
@options.as_json
def doctor(book: Path | None, as_json: bool) -> None:
    """See whether Excel's buttons can work here, and what to do if not.

    Looks at BOOK too, if it is given. Writes nothing.
    """
    from eitherway.doctor import Level, examine, say
    from eitherway.doctor.gather import gather

    findings = examine(gather(options.system(), os.environ, book))
    data = {"findings": [finding.as_json() for finding in findings]}
    _say(data, "\n".join(say.lines(findings)), as_json)
    to_mend = any(finding.level is Level.ERROR for finding in findings)
    sys.exit(options.TO_MEND if to_mend else options.DONE)


def _build(path: Path, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> list[str]:
    """Build the workbook, and say what was done on this machine so that its buttons work."""
    from eitherway_workbook import build, interpreter

    said = interpreter.prepare(options.system()) if path.suffix.lower() == ".xlsm" else []
    path.parent.mkdir(parents=True, exist_ok=True)
    build(path, rows)
    return said


def _build_for_libreoffice(path: Path) -> list[str]:
    from eitherway_workbook.libreoffice import build_for_libreoffice, prepare

    said = prepare(options.system())
    path.parent.mkdir(parents=True, exist_ok=True)
    build_for_libreoffice(path, {})
    return said


def _refresh(book: Path, as_json: bool) -> None:
    from eitherway_workbook import interpreter
    from eitherway_workbook.refresh import refresh

    changed = refresh(book, options.now())
    words = (
        f"{book.name} has the macros of this version now." if changed else f"{book.name} had them already."
    )
    said = interpreter.prepare(options.system())
    _say({"workbook": str(book), "changed": changed}, "\n".join([words, *said]), as_json)


def _look(book: Path, as_of: date) -> Outcome:
    from eitherway import terminal

    with terminal.progress() as tell:
        tell("Reading the workbook")
        from eitherway.books.closed import ClosedBook
        from eitherway.run import look

        return look(ClosedBook(book), as_of)


def _run(
    book: Path,
    as_of: date,
    *,
    letters: bool,
    mark: Mark | None = None,
    dry_run: bool = False,
    allow_empty: bool = False,
) -> Outcome:
    from eitherway import terminal

    with terminal.progress() as tell:
        tell("Reading the workbook")
        from eitherway.books.closed import ClosedBook
        from eitherway.run import run

        return run(
            ClosedBook(book),
            as_of,
            now=options.now(),
            letters=letters,
            mark=mark,
            dry_run=dry_run,
            allow_empty=allow_empty,
            tell=tell,
        )


def _mark(book: Path, as_of: date, mark: Mark, *, as_json: bool, dry_run: bool, allow_empty: bool) -> None:
    from eitherway import terminal

    outcome = _run(book, as_of, letters=False, mark=mark, dry_run=dry_run, allow_empty=allow_empty)
    _show(
        lambda: {**report.flag_json(book, outcome), "changes": report.changes_json(outcome.edits)},
        lambda: terminal.show_marks(outcome, dry_run),
        as_json,
    )


def _would_change(outcome: Outcome, dry_run: bool) -> dict[str, Any]:
    return {"changes": report.changes_json(outcome.edits)} if dry_run else {}


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise CannotAct(
            f"{path} exists already, and is not overwritten.", "Give another name, or move it away."
        )


def _show(as_data: Callable[[], dict[str, Any]], in_words: Callable[[], None], as_json: bool) -> None:
    if as_json:
        _print_json(as_data())
    else:
        in_words()


def _say(data: dict[str, Any], words: str, as_json: bool) -> None:
    _show(lambda: data, lambda: click.echo(words), as_json)


def _print_json(data: dict[str, Any]) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _leave(outcome: Outcome) -> None:
    sys.exit(options.TO_MEND if errors(outcome.problems) else options.DONE)

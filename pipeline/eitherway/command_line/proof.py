"""The command `proof`: letters read again, from a workbook, from a file, or many as lines of JSON."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from eitherway.command_line import options
from eitherway.command_line.outcomes import mention, print_json, report, terminal
from eitherway.command_line.progress import progress
from eitherway.model.codes import Severity
from eitherway.model.problems import CannotAct

if TYPE_CHECKING:
    from eitherway.model.records import Checked, Outcome

LETTERS = (".docx", ".txt")


@click.command(short_help="Proofread the letters of BOOK, or one letter of your own.")
@click.argument(
    "what", metavar="BOOK|LETTER", required=False, type=click.Path(path_type=Path, readable=False)
)
@click.option(
    "--book",
    "of_book",
    type=click.Path(path_type=Path, readable=False),
    help="The workbook that LETTER belongs to.",
)
@click.option(
    "--row", type=click.IntRange(1), default=None, help="Only the letter of this row of Interviews."
)
@click.option(
    "--accept", multiple=True, metavar="FINGERPRINT", help="Remember in BOOK that this is right as it is."
)
@click.option(
    "--jsonl",
    metavar="FILE|-",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Letters as lines of JSON.",
)
@options.dry_run
@options.as_json
@options.as_of
def proof(
    *,
    what: Path | None,
    of_book: Path | None,
    row: int | None,
    accept: Sequence[str],
    jsonl: Path | None,
    as_of: date,
    as_json: bool,
    dry_run: bool,
) -> None:
    """Proofread the letters that BOOK owes, merged in memory; or LETTER, a .docx or .txt, with --book.

    Nothing is corrected, and nothing is written but what --accept says. With --jsonl, reads letters as lines
    of JSON and prints a line of JSON for each; a line that is no letter makes the exit code 1.
    """
    if jsonl is not None:
        if what is not None or of_book is not None or accept:
            raise click.UsageError(
                "Letters as lines of JSON stand alone: give --jsonl, or a workbook, not both."
            )
        _lines(jsonl)
    elif what is None:
        raise click.UsageError("Name a workbook, or a letter and its workbook: proof LETTER --book BOOK.")
    elif what.suffix.lower() in LETTERS:
        if of_book is None:
            raise click.UsageError(f'Name the workbook that "{what.name}" belongs to: --book BOOK.')
        if accept:
            raise click.UsageError(f"A finding is remembered by its workbook: proof {of_book} --accept ...")
        _own_letter(what, of_book, row or 0, as_of, as_json)
    elif accept:
        _accept(what, accept, as_of, as_json, dry_run)
    else:
        _book(what, row, as_of, as_json)


def _book(book: Path, row: int | None, as_of: date, as_json: bool) -> None:
    with progress() as tell:
        tell("Reading the workbook")
        from eitherway.books.closed.book import ClosedBook
        from eitherway.run import proof

        outcome, checked = proof(ClosedBook(book), as_of, tell=tell)
    shown = _of_row(checked, row) if row else checked
    if as_json:
        print_json(report().proof_json(outcome, shown))
    else:
        terminal().show_proof(shown)
    waits = any(each.result.letter.held for each in shown)
    found = (finding.severity for each in shown for finding in each.findings)
    sys.exit(options.TO_MEND if waits or Severity.ERROR in found else options.DONE)


def _of_row(checked: Sequence[Checked], row: int) -> list[Checked]:
    found = [each for each in checked if each.result.letter.row == row]
    if not found:
        rows = ", ".join(str(each.result.letter.row) for each in checked) or "none"
        raise CannotAct(f"No letter is owed now for row {row} of Interviews.", f"Rows that owe one: {rows}.")
    return found


def _own_letter(letter: Path, book: Path, row: int, as_of: date, as_json: bool) -> None:
    with progress() as tell:
        tell("Reading the workbook")
        from eitherway.books.closed.book import ClosedBook
        from eitherway.run import proof_file

        whose, findings = proof_file(ClosedBook(book), as_of, letter, row, tell=tell)
    if as_json:
        print_json(
            {**whose._asdict(), "path": str(letter), "findings": [each.as_json() for each in findings]}
        )
    else:
        terminal().show_own_letter(f"{letter.name}, to {whose.interviewer} (row {whose.row})", findings)
    found = any(finding.severity is Severity.ERROR for finding in findings)
    sys.exit(options.TO_MEND if found else options.DONE)


def _accept(book: Path, wanted: Sequence[str], as_of: date, as_json: bool, dry_run: bool) -> None:
    with progress() as tell:
        tell("Reading the workbook")
        from eitherway.books.closed.book import ClosedBook
        from eitherway.run import accept

        closed = ClosedBook(book, mention)
        with nullcontext() if dry_run else closed.turn():
            outcome: Outcome = accept(closed, as_of, wanted, now=options.now(), dry_run=dry_run, tell=tell)
    if as_json:
        print_json({"accepted": list(dict.fromkeys(wanted))} | report().changes_json(outcome))
    else:
        terminal().show_accepted(outcome, len(set(wanted)))


def _lines(source: Path) -> None:
    import json

    from eitherway.proof.text.jsonl import proofread_lines

    unread = False
    with _opened(source) as lines:
        for answer in proofread_lines(lines):
            click.echo(json.dumps(answer))
            unread = unread or "error" in answer
    sys.exit(options.TO_MEND if unread else options.DONE)


@contextmanager
def _opened(source: Path) -> Iterator[IO[str]]:
    """The lines of a file or of what is piped in, as UTF-8; a sign that is none is shown as such."""
    if str(source) == "-":
        yield io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
        return
    try:
        file = source.open(encoding="utf-8-sig", errors="replace")
    except OSError as trouble:
        raise CannotAct(
            f"{source} cannot be read ({trouble.strerror}).", "Name a file of JSON lines, or -."
        ) from None
    with file:
        yield file

"""`print`: the letters by post that are owed as one PDF, with envelopes and labels."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitherway.command_line import choice, options
from eitherway.command_line.outcomes import report, run_on, say
from eitherway.model.problems import errors

if TYPE_CHECKING:
    from eitherway.letters.files import Merged
    from eitherway.model.problems import Problem
    from eitherway.model.records import Sending
    from eitherway.model.tables import Tables
    from eitherway.send.paper.addresses import Addressed

_ENVELOPES = ("10", "monarch", "dl", "c5", "c6", "window")
_LABELS = ("5160", "l7160", "5163")
"""Those of `send.paper`, which loads more than `--help` needs."""


@click.command("print", short_help="Make the letters by post ready to print.")
@options.writes
@choice.who
@click.option("--envelopes", type=click.Choice(_ENVELOPES, case_sensitive=False), help="Envelopes, too.")
@click.option("--labels", type=click.Choice(_LABELS, case_sensitive=False), help="Labels, too.")
@click.option("--from", "first", type=click.IntRange(1, 30), default=1, help="The first label that is free.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="The folder.  [default: Print]")
def paper(
    *,
    book: Path,
    who: Sequence[str],
    envelopes: str | None,
    labels: str | None,
    first: int,
    out: Path | None,
    as_of: date,
    as_json: bool,
    dry_run: bool,
    **how: bool,
) -> None:
    """Write the letters that are owed, and one PDF of those by post, in the folder Print beside BOOK.

    WHO is a name, part of one, or a row number of Interviews. Envelopes and labels come as Word document and
    PDF, an envelope a page of its own size; "window" is a sheet with the address where DIN 5008 wants it.
    Labels begin at --from, counted row by row. PDFs need LibreOffice or Word. Nothing is
    marked as sent.
    """
    from eitherway.doctor.gather import pdf_maker
    from eitherway.model.records import Sending
    from eitherway.send.paper.printing import Wanted, make, place

    _check_first(labels, first)
    chosen = choice.Chosen(who)
    letters: list[Merged] = []
    mail: list[Addressed] = []
    told: list[Problem] = []
    wanted: list[Wanted] = []

    def send(tables: Tables, merged: Sequence[Merged]) -> Sending:
        from eitherway.send.paper.addresses import addressed, by_post, sender_lines

        letters[:] = [each for each in by_post(merged) if each.result.letter.row in chosen]
        mail[:], told[:] = addressed([each.result.letter for each in letters], tables)
        mine = tables.settings
        sender = sender_lines(mine.your_name, mine.address, mine.country)
        wanted[:] = [Wanted(as_of, sender, envelopes, labels, first)]
        return Sending(lambda: told)

    outcome = run_on(book, as_of, chosen, send, letters=True, dry_run=dry_run, **how)
    if not letters:
        say({"rows": [], "files": [], "problems": []}, "No letter by post is owed now.", as_json)
        sys.exit(options.DONE)
    made = make([each.content for each in letters], mail, wanted[0], pdf_maker(options.system()))
    files, notes = place(made.files, out or book.parent / "Print", dry_run=dry_run)
    rows = [each.result.letter.row for each in letters]
    lines = [f"{'would write' if dry_run else 'wrote'}  {path}" for path in files]
    lines += [f"{problem.severity.value.lower()}  {problem}" for problem in told]
    changes = report().changes_json(outcome) if dry_run else {}
    problems_told = {"problems": report().problems_json(told)}
    say(
        {"rows": rows, "files": [str(path) for path in files], **problems_told, **changes},
        "\n".join([*lines, *choice.once_sent(book, rows)]),
        as_json,
    )
    for note in (*made.notes, *notes):
        click.echo(note, err=True)
    sys.exit(options.TO_MEND if errors(told) or made.notes or notes else options.DONE)


def _check_first(labels: str | None, first: int) -> None:
    from eitherway.send.paper.labels import SHEETS

    sheet = SHEETS[labels] if labels else None
    if sheet and first > (last := sheet.across * sheet.down):
        raise click.BadParameter(f"A sheet of {sheet.name} has {last} labels.", param_hint="--from")

"""`card`: the next interview, prepared on a page."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitherway.command_line import options
from eitherway.command_line.outcomes import mention, say
from eitherway.command_line.progress import progress
from eitherway.model.problems import CannotAct

if TYPE_CHECKING:
    from eitherway.decide.insight.card import Card
    from eitherway.model.records import Plan
    from eitherway.model.tables import Tables


@click.command(short_help="Prepare the next interview on a page to take along.")
@options.book
@click.argument("who", required=False)
@click.option("--next", "is_next", is_flag=True, help="The next interview; so it is without WHO.")
@click.option("--pdf", "as_pdf", is_flag=True, help="Write a PDF, too; needs LibreOffice or Word.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="The folder.  [default: Cards]")
@options.as_of
@options.as_json
@options.dry_run
def card(
    *,
    book: Path,
    who: str | None,
    is_next: bool,
    as_pdf: bool,
    out: Path | None,
    as_of: date,
    as_json: bool,
    dry_run: bool,
) -> None:
    """Write a card for the next interview in BOOK, or for that of WHO: a row of Interviews, or a name.

    It says who will be there and how to greet them, what was said and promised last time, what to ask, and on
    which day to ask for the decision. A letter_templates/interview-card.docx of your own, beside BOOK, wins
    over the one that comes with the program.
    """
    if who and is_next:
        raise click.UsageError("Give WHO, or --next, not both.")
    with progress() as tell:
        tell("Reading the workbook")
        from eitherway.books.closed.book import ClosedBook
        from eitherway.decide.insight.card import card as card_of
        from eitherway.model.letter_kinds import OWN_TEMPLATES
        from eitherway.run import look_closely
        from eitherway.send.pages.card import document, file_name

        outcome, tables = look_closely(ClosedBook(book), as_of)
        found = card_of(tables, outcome.plan, _row(tables, outcome.plan, who))
        docx = document(found, tables.settings, as_of, book.parent / OWN_TEMPLATES)
        files, notes = _written(docx, file_name(found), out or book.parent / "Cards", as_pdf, dry_run=dry_run)
    lines = [*_lines(found), *(f"{'Would write' if dry_run else 'Wrote'} {path}." for path in files)]
    say(_as_json(found, files), "\n".join(lines), as_json)
    for note in notes:
        mention(note)
    sys.exit(options.TO_MEND if notes else options.DONE)


def _row(tables: Tables, plan: Plan, who: str | None) -> int:
    """The row that is meant. Raises CannotAct where there is none, or where it has no day."""
    from eitherway.decide.insight.card import next_rows
    from eitherway.send.pages.card import earliest
    from eitherway.write.marks import interview

    if who:
        return interview(plan, who)
    row = earliest(next_rows(tables, plan))
    if row is None:
        raise CannotAct(
            "No interview is to come: Interviews has no Date after today.",
            "Type the next one in, or name a row or a person of an earlier one: eitherway card BOOK WHO.",
        )
    return row


def _written(
    docx: bytes, name: str, folder: Path, as_pdf: bool, *, dry_run: bool
) -> tuple[list[Path], list[str]]:
    from eitherway.doctor.gather import pdf_maker
    from eitherway.send.paper.pdf import one_pdf
    from eitherway.send.paper.printing import place

    files, notes = {f"{name}.docx": docx}, []
    if as_pdf and not dry_run:
        pdf, note = one_pdf(pdf_maker(options.system()), docx)
        if pdf:
            files[f"{name}.pdf"] = pdf
        else:
            notes.append(note)
    written, kept = place(files, folder, dry_run=dry_run)
    return written, [*notes, *kept]


def _lines(card: Card) -> list[str]:
    from eitherway.words.days import short_with_year

    guests = ", ".join(guest.name for guest in card.guests) or "nobody is named yet"
    return [
        f"{short_with_year(card.day)}: {card.company}, {card.role}, with {guests}.",
        f"Ask for the decision on {short_with_year(card.ask_on)} if you hear nothing.",
    ]


def _as_json(card: Card, files: list[Path]) -> dict[str, object]:
    return {
        "rows": list(card.rows),
        "company": card.company,
        "role": card.role,
        "date": str(card.day),
        "interviewers": [guest.name for guest in card.guests],
        "decision_by": str(card.decide_by) if card.decide_by else None,
        "ask_on": str(card.ask_on),
        "files": [str(path) for path in files],
    }

"""The command that takes a workbook's tables out: `export`."""

from __future__ import annotations

from pathlib import Path

import click

from eitherway.command_line import options
from eitherway.command_line.outcomes import say


@click.command(short_help="Write BOOK's tables as CSV and JSON, or its people as vCards.")
@options.book
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder.  [default: BOOK's name, beside it]",
)
@click.option("--contacts", is_flag=True, help="Write the people of Interviewers as vCards instead.")
@options.as_json
def export(book: Path, folder: Path | None, contacts: bool, as_json: bool) -> None:
    """Write BOOK's tables to files: a CSV for each, and one JSON of all.

    The CSV files open in Excel, and no cell of them is taken for a formula. With --contacts the people of
    Interviewers are written as vCards for an address book. BOOK itself is not changed.
    """
    from eitherway.books.closed.book import ClosedBook
    from eitherway.bring_in.export import contents, vcards, write

    raw = ClosedBook(book).read()
    folder = folder or book.parent / (f"{book.stem} export")
    files = vcards(raw) if contacts else contents(raw, book.stem)
    written = write(files, folder)
    say(
        {"workbook": str(book), "files": [str(path) for path in written]},
        "\n".join(f"Wrote {path}." for path in written),
        as_json,
    )

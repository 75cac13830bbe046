"""The command that brings another tracker in: `import`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitherway.command_line import options
from eitherway.command_line.new import built
from eitherway.command_line.outcomes import mention, print_json
from eitherway.command_line.progress import progress
from eitherway.model.problems import CannotAct

if TYPE_CHECKING:
    from eitherway.books.closed.book import ClosedBook
    from eitherway.bring_in.brought import Brought, Ways
    from eitherway.bring_in.joining.join import Doubt
    from eitherway.bring_in.joining.under_tables import Taken
    from eitherway.bring_in.mapping.said import Said

NEW_BOOK = "Job search.xlsx"
_MONTH_FIRST = ("en_us", "en_ph", "en_pr", "fil", "english_united states")
"""Where people write the month before the day (Unicode CLDR: M/d/y)."""


@click.command("import", short_help="Bring in another tracker, a download or an address book.")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="FILE..."
)
@click.option(
    "--into",
    "book",
    type=click.Path(path_type=Path, readable=False),
    metavar="BOOK",
    help=f"The workbook; made where there is none.  [default: {NEW_BOOK} beside FILE]",
)
@click.option("--map", "maps", multiple=True, metavar="MAP", help='"Firm=Company", or a .toml file.')
@click.option(
    "--save-map",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what each column means to a .toml file.",
)
@click.option(
    "--keep",
    type=click.Choice(["columns", "notes"]),
    default="columns",
    show_default=True,
    help="Where columns go that Either Way has none for: columns of your own, or Notes.",
)
@click.option(
    "--all", "all_people", is_flag=True, help="Add everybody of an address book, not only whom you met."
)
@click.option(
    "--update", is_flag=True, help="Replace cells of yours that differ from the file; each is shown."
)
@click.option(
    "--strict", is_flag=True, help="Stop where a column or a status is not sure, instead of keeping it aside."
)
@options.as_of
@options.as_json
@options.take_in
@options.drop_signature
@options.dry_run
def import_(
    *,
    files: Sequence[Path],
    book: Path | None,
    maps: Sequence[str],
    save_map: Path | None,
    keep: str,
    all_people: bool,
    update: bool,
    strict: bool,
    as_of: date,
    as_json: bool,
    take_rows_in: bool,
    drop_signature: bool,
    dry_run: bool,
) -> None:
    """Bring in another tracker, a download or an address book.

    FILE is an .xlsx, .xlsm, .xls, .ods, .csv, .tsv or .vcf. Its columns are found out by their names and
    their
    cells, and shown; on a terminal what is unsure is asked. Nothing of yours is replaced, and what is in BOOK
    already is not added again.
    """  # fmt: skip
    from eitherway.bring_in import telling
    from eitherway.bring_in.joining.join import join
    from eitherway.bring_in.joining.under_tables import check_ours, taken_in

    book = book or files[0].parent / NEW_BOOK
    _check(book, files)
    asks = not as_json and sys.stdin.isatty() and sys.stdout.isatty()
    with progress() as tell:
        tell("Reading the file")
        said, brought = _read(files, book, _said(maps), as_of)
    if asks:
        said, brought = _ask(files, book, said, brought, as_of)
    if save_map:
        _save(save_map, brought, said)
    if strict:
        _check_sure(telling.questions(brought))
    for columns in [] if as_json else brought.columns.values():
        click.echo("\n".join(telling.columns_table(columns)) + "\n")
    created = not book.exists()
    with _opened(book, dry_run=dry_run, drop_signature=drop_signature) as closed:
        check_ours(book, raw := closed.read())
        under = taken_in(raw)
        if not take_rows_in:
            _check_under(under, asks=asks)
        joined_with = partial(
            join, brought, under.raw, under.growths, own_columns=keep == "columns", all_people=all_people
        )
        joined = joined_with()
        if asks and joined.doubts:
            joined = joined_with(same={each.where: _ask_same(each) for each in joined.doubts})
        edits = joined.edits(f"import of {files[0].name}", update=update)
        prepared = closed.prepare(edits)
        if not dry_run:
            prepared.write(options.now())
    if as_json:
        print_json(telling.as_json(book, brought, joined, created=created, dry_run=dry_run, update=update))
        return
    if dry_run:
        click.echo("\n".join(telling.rows(joined)))
    click.echo("\n".join(telling.told(brought, joined, dry_run=dry_run, update=update)))
    click.echo(_closing(book, created=created, dry_run=dry_run))


def _check(book: Path, files: Sequence[Path]) -> None:
    if book.suffix.lower() not in (".xlsx", ".xlsm"):
        raise click.BadParameter(f'"{book}" should end in .xlsx or .xlsm.', param_hint="--into")
    for file in files:
        if book.exists() and file.exists() and file.samefile(book):
            raise CannotAct(
                f"{file} is the workbook itself.",
                "Name another file to bring in, or another workbook with --into.",
            )


def _check_under(under: Taken, *, asks: bool) -> None:
    """Ask whether rows under the tables are to be taken in. Raises CannotAct where they are not."""
    if not under.growths:
        return
    click.echo("\n".join(under.told), err=not asks)
    if not (asks and click.confirm("Take them into the table first?", default=True)):
        raise CannotAct(
            "The import would have to go over rows that stand under a table.",
            "--take-in takes them into the table first; or move them elsewhere. Nothing was written.",
        )


def _read(files: Sequence[Path], book: Path, said: Said, as_of: date) -> tuple[Said, Brought]:
    from eitherway.bring_in.importing import read_files

    return said, read_files(files, said, _ways(book, as_of))


def _ways(book: Path, as_of: date) -> Ways:
    from eitherway.books.closed.book import ClosedBook
    from eitherway.bring_in.brought import Ways
    from eitherway.bring_in.importing import AMERICAN, language_of

    if book.exists() and (language := language_of(ClosedBook(book).read())):
        return Ways(as_of, language != AMERICAN, f"the workbook's language is {language}")
    language = options.language().casefold()
    day_first = bool(language) and not language.startswith(_MONTH_FIRST)
    return Ways(as_of, day_first, "this computer's language" if language else "nothing says otherwise")


def _said(maps: Sequence[str]) -> Said:
    from eitherway.bring_in.mapping.said import Said, from_pair, from_toml

    said = Said()
    for text in maps:
        path = Path(text)
        if path.suffix.lower() == ".toml" and "=" not in text:
            said = said.joined(from_toml(_text(path), path.name))
        else:
            said = said.joined(from_pair(text))
    return said


def _text(path: Path) -> str:
    from eitherway.bring_in.files.read_file import content

    return content(path).decode("utf-8-sig", "replace")


def _save(path: Path, brought: Brought, said: Said) -> None:
    from eitherway.bring_in.mapping.said import as_toml

    try:
        path.write_text(as_toml(brought, said), encoding="utf-8")
    except OSError as trouble:
        raise CannotAct(
            f"{path} cannot be written ({trouble.strerror}).", "Give another place for --save-map."
        ) from trouble


@contextmanager
def _opened(book: Path, *, dry_run: bool, drop_signature: bool) -> Iterator[ClosedBook]:
    """The workbook for one write; made first where there is none, and gone again where the write fails."""
    from tempfile import TemporaryDirectory

    from eitherway.books.closed.book import ClosedBook

    closed = ClosedBook(book, mention, drop_signature=drop_signature)
    if book.exists():
        if dry_run:
            yield closed
            return
        with closed.turn():
            yield closed
    elif dry_run:
        with TemporaryDirectory() as folder:
            built(beside := Path(folder, "book.xlsx"))
            yield ClosedBook(beside)
    else:
        for line in built(book):
            mention(line)
        try:
            yield ClosedBook(book)  # in silence: a workbook of that name, long gone, is no news
        except BaseException:
            book.unlink(missing_ok=True)
            raise


def _ask(
    files: Sequence[Path], book: Path, said: Said, brought: Brought, as_of: date
) -> tuple[Said, Brought]:
    """Ask for the columns and status words that nobody but the user can tell, and read the files anew."""
    from eitherway.bring_in.bringing import unsure
    from eitherway.bring_in.meanings import Meaning
    from eitherway.model.choices import STATUSES

    columns, statuses = dict(said.columns), dict(said.statuses)
    for column in unsure(brought):
        choices = [
            column.meaning,
            *(each for each in column.others if each is not column.meaning),
            Meaning.LEAVE_OUT,
        ]
        shown = ", ".join(column.samples)
        number = _choose(
            f'What is the column "{column.header}" ({shown})?',
            [each.value for each in dict.fromkeys(choices)],
        )
        columns[column.header] = [*dict.fromkeys(choices)][number]
    for word in brought.statuses:
        number = _choose(
            f'Which status is "{word}"?',
            [*STATUSES, "none of these; keep it in Notes"],
            default=len(STATUSES) + 1,
        )
        if number < len(STATUSES):
            statuses[word] = STATUSES[number]
    answered = replace(said, columns=columns, statuses=statuses)
    return (said, brought) if answered == said else _read(files, book, answered, as_of)


def _ask_same(doubt: Doubt) -> int:
    click.echo(f'"{doubt.label}" ({doubt.where}) may be "{doubt.stands}", row {doubt.row} of Applications.')
    return doubt.row if click.confirm("Is it the same application?", default=False) else 0


def _choose(question: str, choices: Sequence[str], default: int = 1) -> int:
    click.echo(question)
    for number, choice in enumerate(choices, start=1):
        click.echo(f"  {number}  {choice}")
    chosen: int = click.prompt("Number", type=click.IntRange(1, len(choices)), default=default)
    return chosen - 1


def _check_sure(open_: Sequence[dict[str, object]]) -> None:
    """Raise CannotAct where anything is not sure."""
    if names := [str(each.get("column") or each.get("status")) for each in open_]:
        raise CannotAct(
            f"Not sure: {', '.join(names)}.",
            "Say what they mean with --map, or leave out --strict. Nothing was written.",
        )


def _closing(book: Path, *, created: bool, dry_run: bool) -> str:
    if dry_run:
        return "Nothing was written."
    quoted = f'"{book}"' if " " in str(book) else str(book)
    begin = f"Wrote {quoted}. Type your name in its sheet Settings. " if created else ""
    return f"{begin}What is due now: eitherway today {quoted}"

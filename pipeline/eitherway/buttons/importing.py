"""What the button Import does: it asks for a file, shows what that would bring, asks, and writes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from eitherway.books.excel.native import FileKinds
from eitherway.bring_in.bringing import order_line, unsure
from eitherway.bring_in.brought import Brought, Ways
from eitherway.bring_in.importing import AMERICAN, language_of, read_files
from eitherway.bring_in.joining.join import Doubt, Joined, join
from eitherway.bring_in.joining.under_tables import taken_in
from eitherway.bring_in.mapping.said import Said
from eitherway.bring_in.telling import summary
from eitherway.buttons import words
from eitherway.buttons.frame import Click, Dismissed
from eitherway.words.comparison import quote

KINDS = FileKinds(
    "Trackers and address books", (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".vcf")
)
TITLE = "Import: your tracker or address book"
MOST_TOLD = 5
MOST_ASKED = 5


def import_file(click: Click) -> str:
    """Bring in what a file holds; the words of the closing message. Raises Dismissed, EitherWayError."""
    raw = click.workbook.read()
    click.workbook.check_writable()
    path = click.file(TITLE, KINDS)
    click.tell(f"Reading {path.name}")
    language = language_of(raw) or AMERICAN
    brought = read_files(
        [path], Said(), Ways(click.today, language != AMERICAN, f"the workbook's language is {language}")
    )
    under = taken_in(raw)
    if under.growths and not click.is_so(words.lines(*under.told, "Take them into the table first?")):
        raise Dismissed
    # Only a closed workbook's tables get new columns: what means nothing to us goes into Notes.
    beside = partial(join, brought, under.raw, under.growths, own_columns=False)
    joined = beside()
    if joined.doubts:
        beside = partial(beside, same={each.where: _row(click, each) for each in joined.doubts[:MOST_ASKED]})
        joined = beside()
    if joined.left and click.is_so(_add_people(joined.left)):
        joined = beside(all_people=True)
    said = summary(joined, dry_run=False, update=False)
    if not (joined.filled or joined.growths or any(joined.added.values())):
        return words.lines(said, *_told(brought, joined))
    would = summary(joined, dry_run=True, update=False)
    if not click.ask(words.lines(f"{path.name}: {would}", *_told(brought, joined), "Bring this in?")):
        raise Dismissed
    click.tell("Writing")
    click.workbook.apply(joined.edits(f"import of {path.name}"), click.now)
    return words.lines(said, "Flag overdue shows what is due now. Undo takes the import back.")


def _row(click: Click, doubt: Doubt) -> int:
    """The row of Applications that a row of the file is, 0 for none."""
    question = (
        f"{quote(doubt.label)} ({doubt.where}) may be {quote(doubt.stands)}, row {doubt.row} of Applications."
    )
    return doubt.row if click.is_so(words.lines(question, "Is it the same application?")) else 0


def _add_people(number: int) -> str:
    people = "person" if number == 1 else "people"
    return words.lines(
        f"The address book holds {number:,} {people} whom the workbook does not name.",
        "Add them to Interviewers too? No only fills in what is empty.",
    )


def _told(brought: Brought, joined: Joined) -> Iterator[str]:
    """What a person should know before it is written: of many things the first."""
    for name, said in (
        ("Dates", [order_line(header, order) for header, order in brought.orders.items()]),
        ("Not sure", [*_unsure(brought)]),
        ("Yours stays", [*_differing(joined)]),
        ("Perhaps the same", [f"{each.label} and {each.stands}: both will stand." for each in joined.doubts]),
        ("Besides", [*brought.said, *joined.said]),
    ):
        more = len(said) - MOST_TOLD
        rest = [f"... and {more} more."] if more > 0 else []
        if said:
            yield "\n".join([f"{name}:", *said[:MOST_TOLD], *rest])


def _unsure(brought: Brought) -> Iterator[str]:
    for column in unsure(brought):
        yield f"The column {quote(column.header)} is taken as: {column.meaning.value} ({column.why})."
    for word in brought.statuses:
        yield f"The status {quote(word)} is none of ours; it goes into Notes."


def _differing(joined: Joined) -> Iterator[str]:
    for each in joined.differing:
        yield f"{each.where} says {quote(each.stands)}, the file {quote(each.file)}."

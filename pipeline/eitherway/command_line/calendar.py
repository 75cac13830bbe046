"""`calendar`: interviews and follow-ups as a file that calendars import."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitherway.command_line import options
from eitherway.command_line.outcomes import mention, say
from eitherway.command_line.progress import progress
from eitherway.model.problems import CannotAct, LockedWorkbook

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from eitherway.send.calendar.entries import Entry


@click.command(short_help="Write interviews and follow-ups as a calendar file.")
@options.reads
@click.option("--each", is_flag=True, help="A file for each entry, in a folder.")
@click.option("--time-zone", metavar="NAME", help="Where the times hold, such as Europe/Berlin.")
@click.option("--out", type=click.Path(path_type=Path), help="The file or folder.  [default: beside BOOK]")
@options.dry_run
def calendar(
    *,
    book: Path,
    each: bool,
    time_zone: str | None,
    out: Path | None,
    as_of: date,
    as_json: bool,
    dry_run: bool,
) -> None:
    """Write BOOK's interviews and open follow-ups as an .ics file, for any calendar to import.

    What is sent or no longer owed is in it as cancelled. Import it again after a change: a calendar that
    heeds UIDs updates what it knows; with another, give the entries a calendar of their own. BOOK is only
    read.
    """
    zone = _zone(time_zone)
    with progress() as tell:
        tell("Reading the workbook")
        from eitherway.books.closed.book import ClosedBook
        from eitherway.run import look_closely
        from eitherway.send.calendar.entries import entries, unread_times

        outcome, tables = look_closely(ClosedBook(book), as_of)
        found = entries(outcome.plan, tables)
        files = _files(found, zone, out or _beside(book, each=each), each=each)
        if not dry_run:
            for path, content in files.items():
                _write(path, content)
    for typed in unread_times(outcome.plan, tables):
        mention(f'"{typed}" in the column Time is no time: that interview is entered as a whole day.')
    told = {"files": [str(path) for path in files], "entries": [_as_json(entry) for entry in found]}
    say(told, "\n".join(_lines(found, list(files), dry_run=dry_run)), as_json)


def _zone(name: str | None) -> ZoneInfo | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise click.UsageError(f'"{name}" is no time zone. Name one such as Europe/Berlin.') from unknown


def _beside(book: Path, *, each: bool) -> Path:
    return book.with_name(f"{book.stem} calendar") if each else book.with_suffix(".ics")


def _files(found: list[Entry], zone: ZoneInfo | None, place: Path, *, each: bool) -> dict[Path, bytes]:
    from eitherway.letters.owed.paths import safe_name
    from eitherway.send.calendar.ics import ics

    if not each:
        return {place: ics(found, zone)}
    names = {entry.uid: f"{safe_name(entry.summary, 60)} {entry.uid[:8]}.ics" for entry in found}
    return {place / names[entry.uid]: ics([entry], zone) for entry in found}


def _write(path: Path, content: bytes) -> None:
    from eitherway.send.calendar.ics import is_ours
    from eitherway.send.files import put, standing

    try:
        before = standing(path)
        if before is not None and not is_ours(before):
            raise CannotAct(
                f"{path} stands there and is no calendar of Either Way's.", "Name another: --out."
            )
        if before != content:
            put(path, content)
    except OSError as trouble:
        fix = "Close it if it is open, or name another place: --out."
        raise LockedWorkbook(f"{path} cannot be written ({trouble.strerror}).", fix) from trouble


def _lines(found: list[Entry], files: list[Path], *, dry_run: bool) -> list[str]:
    if not found:
        return ["There is nothing to enter: Interviews has no rows with a date and a name."]
    off = sum(entry.cancelled for entry in found)
    what = f"{len(found) - off} entries, {off} cancelled"
    where = files[0] if len(files) == 1 else f"{len(files)} files in {files[0].parent}"
    return [f"{'Would write' if dry_run else 'Wrote'} {where}: {what}."]


def _as_json(entry: Entry) -> dict[str, object]:
    return {
        "uid": entry.uid,
        "summary": entry.summary,
        "begin": entry.begin.isoformat(),
        "end": entry.end.isoformat(),
        "cancelled": entry.cancelled,
    }

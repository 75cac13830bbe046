"""The commands of the versions that are kept, `backups list` and `backups restore`, and what `undo` says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitherway.command_line import options
from eitherway.command_line.outcomes import mention, say

if TYPE_CHECKING:
    from eitherway.books.closed.restore import Backup
    from eitherway.books.closed.undo import Undone


@click.group(short_help="List the versions of BOOK that are kept, or bring one back.")
def backups() -> None:
    """The versions of a workbook from before each write of Either Way.

    The last ten are kept, and the newest of each of the last 30 days, in the folder .eitherway beside it.
    Both commands take --json.
    """


@backups.command("list")
@options.book
@options.as_json
def list_(book: Path, as_json: bool) -> None:
    """List the backups of BOOK, the newest first. Writes nothing."""
    from dataclasses import asdict

    from eitherway.books.closed.restore import kept

    found = kept(book)
    data = {"workbook": str(book), "backups": [asdict(backup) for backup in found]}
    say(data, "\n".join(_lines(book, found)), as_json)


@backups.command(short_help="Bring back a backup of BOOK.")
@options.book
@click.argument("which")
@options.as_json
@options.dry_run
def restore(book: Path, which: str, as_json: bool, dry_run: bool) -> None:
    """Bring back a backup of BOOK: WHICH is its number in `backups list`, or its file's name.

    What BOOK holds now is kept as a backup first, so that `eitherway undo` takes this back.
    """
    from eitherway.books.closed.restore import chosen
    from eitherway.books.closed.restore import restore as bring_back

    with options.stopping_at(options.WHOLE):
        backup = chosen(book, which) if dry_run else bring_back(book, which, options.now(), mention)
    words = "Would bring" if dry_run else "Brought"
    say(
        {"workbook": str(book), "backup": backup.file, "when": backup.when},
        f"{words} back {book.name} as it was before {backup.when}. Letters stay where they are.",
        as_json,
    )


def say_undone(book: Path, undone: Undone, as_json: bool, *, dry_run: bool) -> None:
    """Say which write was taken back, and which one comes next."""
    write, then = undone
    data = {
        "workbook": str(book),
        "backup": write.backup,
        "when": write.when,
        "what": write.what,
        "next": {"when": then.when, "what": then.what} if then else None,
    }
    words = "Would take" if dry_run else "Took"
    lines = [
        f"{words} back the write of {write.when} ({write.what}). Letters stay where they are.",
        f"Before it: {then.when} ({then.what}); undo again takes that back, too."
        if then
        else "Nothing before it is left to undo.",
    ]
    say(data, "\n".join(lines), as_json)


def _lines(book: Path, found: Sequence[Backup]) -> list[str]:
    if not found:
        return [f"No backup of {book.name} is kept: Either Way has not written it yet."]
    width = max(len(_held(backup)) for backup in found)
    return [
        *(_line(backup, width) for backup in found),
        f'Bring one back by its number: eitherway backups restore "{book}" 1',
    ]


def _line(backup: Backup, width: int) -> str:
    size = f"{max(1, round(backup.size / 1024)):,} KB"
    mark = "" if backup.whole else "  damaged"
    return f"{backup.number:>3}  {backup.when}  {_held(backup):<{width}}  {size:>9}{mark}"


def _held(backup: Backup) -> str:
    """What the version holds: the workbook before what was done then."""
    from eitherway.books.closed.restore import TAKEN_BACK

    return backup.what if backup.what in ("", TAKEN_BACK) else f"before: {backup.what}"

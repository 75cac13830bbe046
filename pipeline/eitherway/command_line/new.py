"""The commands that make files: `new`, `demo` and `addin`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitherway.command_line import options
from eitherway.command_line.outcomes import mention, print_json, report, run_on, say, terminal
from eitherway.model.codes import Code
from eitherway.model.problems import CannotAct, LockedWorkbook

if TYPE_CHECKING:
    from eitherway.model.records import Outcome


_INSTEAD = {
    "Work search": "`eitherway worksearch BOOK` lists the same.",
    "Dashboard": "`eitherway stats BOOK` says the same.",
}
"""What gives the same where a workbook lacks a sheet of this version."""


@click.command(short_help="Write an empty workbook to PATH.")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--libreoffice", is_flag=True, help="Write an .xlsm whose buttons work in LibreOffice.")
@click.option("--refresh-macros", is_flag=True, help="Give the workbook PATH the macros of this version.")
@click.option(
    "--upgrade", is_flag=True, help="Give the workbook PATH the columns that are new in this version."
)
@options.as_json
def new(path: Path, libreoffice: bool, refresh_macros: bool, upgrade: bool, as_json: bool) -> None:
    """Write an empty workbook to PATH: .xlsm with buttons, .xlsx without macros."""
    if upgrade:
        _upgrade(path, as_json)
        return
    suffixes = (".xlsm",) if libreoffice or refresh_macros else (".xlsm", ".xlsx")
    if path.suffix.lower() not in suffixes:
        raise click.BadParameter(f'"{path}" should end in {" or ".join(suffixes)}.', param_hint="PATH")
    if refresh_macros:
        _refresh(path, as_json)
        return
    said = _build_for_libreoffice(path) if libreoffice else built(path)
    words = f"Wrote {path}. Fill in your name in Settings, then a row in Applications and one in Interviews."
    say({"workbook": str(path)}, "\n".join([words, *said]), as_json)


@click.command(short_help="Write a filled example, and its letters.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("demo"))
@click.option("--xlsm", is_flag=True, help="Write job-search.xlsm, with buttons for Excel.")
@options.as_of
@options.as_json
def demo(folder: Path, xlsm: bool, as_of: date, as_json: bool) -> None:
    """Write a filled example to FOLDER, flag it and write its letters.

    FOLDER is `demo` unless named. The example holds a few mistakes on purpose; exit status is 0 all the same.
    """
    from eitherway_workbook import example

    book = folder / ("job-search.xlsm" if xlsm else "job-search.xlsx")
    said = _build(book, example(as_of))
    outcome = _first_run(book, as_of)
    if as_json:
        print_json(report().run_json(book, outcome))
    else:
        terminal().show_demo(book, outcome)
        click.echo("\n".join(said), nl=bool(said))


@click.command(short_help="Write an Excel add-in: the buttons for any .xlsx.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@options.as_json
def addin(folder: Path, as_json: bool) -> None:
    """Write the Excel add-in EitherWay.xlam to FOLDER: the buttons for workbooks without macros.

    FOLDER is the current one unless named. An older EitherWay.xlam is replaced.
    """
    from eitherway_workbook.addin import FILE, build_addin, where_to_put
    from eitherway_workbook.macros import interpreter

    system = options.system()
    file = folder / FILE
    said = _make(file, build_addin, lambda: interpreter.prepare(system), replace=True)
    words = [f"Wrote {file}.", *where_to_put(system.platform), *said]
    say({"addin": str(file)}, "\n".join(words), as_json)


def built(path: Path) -> list[str]:
    """Build an empty workbook, and say what was done on this machine so that its buttons work."""
    return _build(path, {})


def _build(path: Path, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> list[str]:
    """Build the workbook, and say what was done on this machine so that its buttons work."""
    from eitherway_workbook import build
    from eitherway_workbook.macros import interpreter

    def prepare() -> list[str]:
        return interpreter.prepare(options.system()) if path.suffix.lower() == ".xlsm" else []

    return _make(path, lambda beside: build(beside, rows), prepare)


def _build_for_libreoffice(path: Path) -> list[str]:
    from eitherway_workbook.libreoffice import build_for_libreoffice, prepare

    return _make(path, lambda beside: build_for_libreoffice(beside, {}), lambda: prepare(options.system()))


def _make(
    path: Path, write: Callable[[Path], None], prepare: Callable[[], list[str]], *, replace: bool = False
) -> list[str]:
    """Make the file beside its place and move it there when all is well, so that a failure leaves nothing.

    `prepare` does what the file needs on this machine, and says so. Raises CannotAct where the file exists
    already, unless it is to be replaced, and LockedWorkbook where it cannot be written.
    """
    from tempfile import TemporaryDirectory

    try:
        if path.exists() and not replace:
            raise CannotAct(
                f"{path} exists already, and is not overwritten.", "Give another name, or move it away."
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        with (
            options.stopping_at(options.WHOLE),
            TemporaryDirectory(prefix=".eitherway-", dir=path.parent) as folder,
        ):
            beside = Path(folder, path.name)
            write(beside)
            said = prepare()
            beside.replace(path)
    except OSError as trouble:
        raise _unwritable(path, trouble) from trouble
    return said


def _unwritable(path: Path, trouble: OSError) -> LockedWorkbook:
    from eitherway.books.keeping.lock import unwritable

    what = unwritable(path, trouble).what
    if isinstance(trouble, FileExistsError | NotADirectoryError):
        what = next(
            (f"{folder} is a file, not a folder." for folder in path.parents if folder.is_file()), what
        )
    return LockedWorkbook(
        what, "Name a place in a folder of your own that has room, then try again. Nothing was written."
    )


def _first_run(book: Path, as_of: date) -> Outcome:
    """Flag the example and write its letters; where that fails, no half of it bars another try.

    Raises LockedWorkbook where a letter cannot be written.
    """
    try:
        outcome = run_on(book, as_of, letters=True)
        for held in (result.letter.held for result in outcome.letters):
            if held and held.code is Code.LETTER_NOT_WRITTEN:
                raise LockedWorkbook(held.message, held.fix)
    except BaseException:
        book.unlink(missing_ok=True)
        raise
    return outcome


def _upgrade(path: Path, as_json: bool) -> None:
    from eitherway.books.closed.book import ClosedBook
    from eitherway.write.upgrade import sheets_of_new_workbooks, upgrade

    book = ClosedBook(path, mention)
    with book.turn():
        raw = book.read()
        edits = upgrade(raw)
        book.apply(edits, options.now())
    for sheet in sheets_of_new_workbooks(raw):
        told = f"The sheet {sheet} of this version comes with a new workbook only."
        mention(f"{told} {_INSTEAD.get(sheet, '')}".strip())
    added = [f"{name} in {each.table}" for each in edits.widenings for name in each.columns]
    added += [f"{row['Name']} in Settings" for append in edits.appends for row in append.rows]
    words = f"Added to {path.name}: {', '.join(added)}." if added else f"{path.name} has all of them already."
    say({"workbook": str(path), "added": added}, words, as_json)


def _refresh(book: Path, as_json: bool) -> None:
    from eitherway_workbook.macros import interpreter
    from eitherway_workbook.macros.refresh import refresh

    changed = refresh(book, options.now())
    words = (
        f"{book.name} has the macros of this version now." if changed else f"{book.name} had them already."
    )
    said = interpreter.prepare(options.system())
    say({"workbook": str(book), "changed": changed}, "\n".join([words, *said]), as_json)

"""The commands that make files: `new`, `demo` and `addin`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from eitherway import options, report
from eitherway.commanding import print_json, run_on, say, terminal
from eitherway.problems import CannotAct


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--libreoffice", is_flag=True, help="Write an .xlsm whose buttons work in LibreOffice."
)
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
    say({"workbook": str(path)}, "\n".join([words, *said]), as_json)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("demo"))
@click.option("--xlsm", is_flag=True, help="Write job-search.xlsm, with buttons for Excel.")
@options.as_of
@options.as_json
def demo(folder: Path, xlsm: bool, as_of: date, as_json: bool) -> None:
    """Write a filled example to FOLDER, flag it and write its letters.

    FOLDER is `demo` unless named.
    """
    from eitherway_workbook import example

    book = folder / ("job-search.xlsm" if xlsm else "job-search.xlsx")
    _refuse_existing(book)
    said = _build(book, example(as_of))
    outcome = run_on(book, as_of, letters=True)
    if as_json:
        print_json(report.run_json(book, outcome))
    else:
        terminal().show_demo(book, outcome)
        click.echo("\n".join(said), nl=bool(said))


@click.command()
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
    say({"addin": str(file)}, "\n".join(words), as_json)


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
    say({"workbook": str(book), "changed": changed}, "\n".join([words, *said]), as_json)


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise CannotAct(
            f"{path} exists already, and is not overwritten.", "Give another name, or move it away."
        )

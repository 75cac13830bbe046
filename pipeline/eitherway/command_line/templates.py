"""The commands for letter templates: `templates list`, `lint`, `preview`, `new` and `convert`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitherway.command_line import options
from eitherway.command_line.convert import convert
from eitherway.command_line.new_file import write_new
from eitherway.command_line.outcomes import say
from eitherway.command_line.progress import progress
from eitherway.model.codes import Severity
from eitherway.model.letter_kinds import DEFAULT_TONE, KINDS, TONES
from eitherway.model.problems import CannotAct
from eitherway.words.counting import count

if TYPE_CHECKING:
    from eitherway.letters.template.faults import Fault
    from eitherway.letters.template.folders import Found, Offered
    from eitherway.templates.preview import Preview

_FOLDER = "letter_templates"

_book = click.option(
    "--book",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The workbook beside which templates stand.",
)
_tone = click.option(
    "--tone",
    help=f"How it sounds: {', '.join(TONES).lower()}, or a folder of your own in letter_templates.",
)


@click.group()
def templates() -> None:
    """See, check, try and start letter templates.

    Your own stand in the folder letter_templates beside the workbook, a folder in it for each tone. Each
    command takes --json.
    """


templates.add_command(convert)


@templates.command("list")
@click.argument("workbook", required=False, metavar="[BOOK]", type=click.Path(path_type=Path, dir_okay=False))
@_book
@options.as_json
def list_(workbook: Path | None, book: Path | None, as_json: bool) -> None:
    """List the templates by tone and kind, and which file wins.

    Your own are looked for beside BOOK or --book, else in the current folder.
    """
    from eitherway.letters.template.folders import offered

    found = offered(_own(workbook or book))
    wide = max(len(each.kind) for each in found) + 2, max(len(each.tone) for each in found) + 2
    words = [_line(each, *wide) for each in found]
    say({"templates": [_as_json(each) for each in found]}, "\n".join(words), as_json)


@templates.command(short_help="List all that is wrong in letter templates.")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@_book
@options.as_json
def lint(paths: Sequence[Path], book: Path | None, as_json: bool) -> None:
    """List all that is wrong in templates: PATHS are files or folders.

    Without PATHS, your own are read: those beside --book, else in the current folder. Each is tried with the
    least and the most that a workbook can hold, for each member of a panel of six. Writes nothing.
    """
    with progress() as tell:
        tell("Reading the templates")
        from eitherway.templates.trial import found
        from eitherway.templates.trial import lint as read

        places = [*paths, *([_own_folder(book)] if book or not paths else [])]
        files = [file for place in places for file in found(place)]
        if not files:
            raise CannotAct(
                f"There is no template in {' or '.join(map(str, places))}.",
                "Name a file or a folder, or start one: eitherway templates new thank-you",
            )
        try:
            faults = read(files, _soffice())
        except OSError as trouble:
            raise CannotAct(
                f"{trouble.filename} cannot be read ({trouble.strerror}).", "Close it."
            ) from trouble
    say({"faults": [fault.as_json() for fault in faults]}, "\n".join(_report(files, faults)), as_json)
    wrong = any(fault.severity is Severity.ERROR for fault in faults)
    sys.exit(options.TO_MEND if wrong else options.DONE)


@templates.command(short_help="Write one letter of a template, to look at.")
@click.argument("template", metavar="KIND|FILE")
@_tone
@_book
@click.option("--row", type=click.IntRange(min=2), help="The row of Interviews in --book.")
@click.option("--turn", type=click.IntRange(min=1), help="The place in a panel; picks the wording.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="The folder.  [default: previews]"
)
@options.as_of
@options.as_json
def preview(
    *,
    template: str,
    tone: str | None,
    book: Path | None,
    row: int | None,
    turn: int | None,
    out: Path | None,
    as_of: date,
    as_json: bool,
) -> None:
    """Write one letter of a template, to look at. KIND is one that `templates list` shows; FILE
    is any .docx.

    With --book and --row, the letter is to that row's interviewer, whatever is owed: this is also how to get
    an after-no letter or a note-card, which no step writes. Otherwise it is to someone in the example. Writes
    a .docx into the folder previews, beside the workbook or in the current folder; with LibreOffice a PDF and
    a PNG too. Only previews that nobody has changed are overwritten.
    """
    if row and not book:
        raise click.UsageError("--row needs --book: it is a row of a workbook.")
    with progress() as tell, ExitStack() as stack:
        tell("Merging the letter")
        from eitherway.templates.preview import example_book, letter_for, make

        kind = Path(template).stem if _is_file(template) else template
        source = book or stack.enter_context(example_book(as_of))
        letter = letter_for(source, kind, row, as_of)
        found = _found(template, tone or letter.tone, book)
        folder = out or _home(book) / "previews"
        made = make(letter, found, folder, as_of, turn=turn, soffice=_soffice())
    say(_preview_json(made), "\n".join(_preview_lines(made)), as_json)


@templates.command(short_help="Copy a shipped template, to make it your own.")
@click.argument("kind")
@_tone
@_book
@click.option(
    "--folder", type=click.Path(path_type=Path, file_okay=False), help="Instead of --book: the folder."
)
@options.as_json
def new(kind: str, tone: str | None, book: Path | None, folder: Path | None, as_json: bool) -> None:
    """Copy the shipped template of KIND into letter_templates beside the workbook, to make it your own.

    Without --book, into letter_templates in the current folder. A --tone of your own begins with the warm
    one. Nothing is overwritten.
    """
    from eitherway.letters.template.folders import template_name
    from eitherway.letters.template.shipped import shipped_templates

    if book and folder:
        raise click.UsageError("--book and --folder name two places; give one.")
    name = template_name(tone or DEFAULT_TONE, kind)
    tones = (tone or DEFAULT_TONE, DEFAULT_TONE)
    files = (shipped_templates() / template_name(each, kind) for each in tones)
    shipped = next((file for file in files if file.is_file()), None)
    if shipped is None:
        raise _no_template(kind)
    file = (folder or _home(book)) / _FOLDER / name
    write_new(shipped.read_bytes(), file)
    of_ones_own = (
        "" if shipped.parent.name == file.parent.name else f"{file.parent.name} is a tone of your own. "
    )
    words = f'Wrote {file}. {of_ones_own}Change it in Word, then: eitherway templates lint "{file}"'
    say({"template": str(file)}, words, as_json)


def _soffice() -> Path | None:
    from eitherway.doctor.gather import soffice

    return soffice(options.system())


def _home(book: Path | None) -> Path:
    if book and not book.is_file():
        raise CannotAct(f"{book} was not found.", "Check its name and its folder.")
    return book.parent if book else Path()


def _own(book: Path | None) -> Path:
    return _home(book) / _FOLDER


def _own_folder(book: Path | None) -> Path:
    """The user's own templates. Raises CannotAct where there is no folder of them."""
    folder = _own(book)
    if not folder.is_dir():
        beside = f' --book "{book}"' if book else ""
        raise CannotAct(
            f"There is no folder {folder if book else f'{folder} here'}.",
            f"Begin with: eitherway templates new thank-you{beside}",
        )
    return folder


def _is_file(template: str) -> bool:
    return "." in template or "/" in template or "\\" in template


def _found(template: str, tone: str, book: Path | None) -> Found:
    from eitherway.letters.template.folders import Found, find_template, short_name

    if _is_file(template):
        file = Path(template)
        if not file.is_file():
            raise click.BadParameter(f'"{template}" was not found.', param_hint="FILE")
        return Found(file, short_name(file))
    found = find_template(_own(book), tone, template)
    if found is None:
        raise _no_template(template)
    return found


def _no_template(kind: str) -> click.BadParameter:
    from eitherway.words.comparison import did_you_mean

    listed = f"{did_you_mean(kind, KINDS)}The kinds are {', '.join(KINDS)}."
    return click.BadParameter(f'There is no template "{kind}". {listed}', param_hint="KIND")


def _line(each: Offered, of_kind: int, of_tone: int) -> str:
    wins = f"your own, {each.own}" if each.own else "shipped"
    instead = " instead of the shipped one" if each.own and each.shipped else ""
    return f"{each.tone:<{of_tone}}{each.kind:<{of_kind}}{wins}{instead}"


def _as_json(each: Offered) -> dict[str, object]:
    return {
        "tone": each.tone,
        "kind": each.kind,
        "own": str(each.own) if each.own else None,
        "shipped": each.shipped is not None,
        "used": "own" if each.own else "shipped",
    }


def _report(files: Sequence[Path], faults: Sequence[Fault]) -> list[str]:
    """Each fault in two lines or three, then the count."""
    lines = []
    for each in faults:
        place = f"{each.template}, {each.where}" if each.where else each.template
        lines += [
            f"{each.severity.value:<9}{place}",
            f"  {each.message}",
            f"  {each.fix}" if each.fix else "",
        ]
    number = sum(fault.severity is not Severity.INFO for fault in faults)
    read = f"{count(len(files), 'template')} read"
    found = f"{count(number, 'fault')} found" if number else "no faults found"
    return [*filter(None, lines), f"{read}, {found}."]


def _preview_lines(made: Preview) -> list[str]:
    files = [made.docx, *([made.pdf] if made.pdf else []), *made.pictures]
    return [
        f"Letter to {made.letter.interviewer} from {made.template}",
        *(f"Wrote {file}" for file in files),
        *made.notes,
    ]


def _preview_json(made: Preview) -> dict[str, object]:
    return {
        "template": str(made.template),
        "row": made.letter.row,
        "interviewer": made.letter.interviewer,
        "docx": str(made.docx),
        "pdf": str(made.pdf) if made.pdf else None,
        "png": [str(each) for each in made.pictures],
        "notes": list(made.notes),
    }

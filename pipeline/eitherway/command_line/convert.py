"""`templates convert`: a letter of Word's mail merge made a template."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitherway.command_line import options
from eitherway.command_line.new_file import write_new
from eitherway.command_line.outcomes import say
from eitherway.command_line.progress import progress
from eitherway.model.problems import CannotAct
from eitherway.words.comparison import find
from eitherway.words.counting import count

if TYPE_CHECKING:
    from eitherway.letters.template.faults import Fault
    from eitherway.templates.convert.converting import Converted
    from eitherway.templates.convert.document import Turned


@click.command(short_help="Make a template of a letter of Word's mail merge.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--map",
    "asked",
    multiple=True,
    metavar="NAME=FIELD",
    help='A merge field and the field of ours that it is: --map "Firm=company".',
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The new file.  [default: FILE - converted.docx]",
)
@options.dry_run
@options.as_json
def convert(*, file: Path, asked: Sequence[str], out: Path | None, dry_run: bool, as_json: bool) -> None:
    """Make a template of FILE, a letter of Word's mail merge: its merge fields become ours.

    Which is which is told by their names, and shown; what has several readings is told as guessed. FILE stays
    as it is; the template is a new file beside it, and nothing is overwritten. What cannot be turned, such as
    Word's IF, stays, and is listed with its paragraph and what to do; the exit status is then 1.
    """
    with progress() as tell:
        tell("Reading the letter")
        from eitherway.templates.convert.converting import convert as converted

        made = converted(_read(file), _mapping(asked))
    _all_met(asked, made.names)
    new = out or file.with_name(f"{file.stem} - converted.docx")
    if not dry_run:
        write_new(made.docx, new)
    say(_as_json(made, None if dry_run else new), "\n".join(_lines(made, new, dry_run=dry_run)), as_json)
    sys.exit(options.TO_MEND if made.left else options.DONE)


def _mapping(asked: Sequence[str]) -> dict[str, str]:
    """The fields that were named. Raises BadParameter for one that is none of ours."""
    from eitherway.templates.convert.converting import unknown_field

    named = dict(_pair(each) for each in asked)
    for ours in named.values():
        if wrong := unknown_field(ours):
            raise click.BadParameter(wrong, param_hint="--map")
    return named


def _pair(typed: str) -> tuple[str, str]:
    name, equals, ours = typed.partition("=")
    if not (name.strip() and equals and ours.strip()):
        raise click.BadParameter(f'"{typed}" is not NAME=FIELD, such as "Firm=company".', param_hint="--map")
    return name.strip(), ours.strip(" {}")


def _read(file: Path) -> bytes:
    from eitherway.letters.template.template_file import read_template

    try:
        return read_template(file)
    except OSError as trouble:
        raise CannotAct(f"{file} cannot be read ({trouble.strerror}).", "Close it in Word.") from trouble


def _all_met(asked: Sequence[str], names: Sequence[str]) -> None:
    for name, _ in map(_pair, asked):
        if find(name, names) is None:
            there = f"There are {', '.join(names)}." if names else "There is none."
            raise click.BadParameter(f'There is no field "{name}" in it. {there}', param_hint="--map")


def _lines(made: Converted, new: Path, *, dry_run: bool) -> list[str]:
    wrote = "Would write" if dry_run else "Wrote"
    then = [] if dry_run else [f'Look at it in Word, then: eitherway templates lint "{new}"']
    return [
        *(_line(each) for each in made.turned),
        *(line for each in made.left for line in _left(each)),
        f"{count(sum(each.times for each in made.turned), 'place')} turned, {len(made.left)} left.",
        f"{wrote} {new}",
        *then,
    ]


def _line(each: Turned) -> str:
    times = f" ({each.times} times)" if each.times > 1 else ""
    line = f"{' + '.join(each.fields)} -> {each.becomes}{times}"
    if each.is_sure:
        return line
    return f'{line}\n  A guess. If it is another: --map "{each.fields[0]}=FIELD"'


def _left(fault: Fault) -> tuple[str, str, str]:
    return f"Left: {fault.field}, {fault.where}", f"  {fault.message}", f"  {fault.fix}"


def _as_json(made: Converted, new: Path | None) -> dict[str, object]:
    return {
        "template": str(new) if new else None,
        "fields": [
            {"of_word": list(each.fields), "becomes": each.becomes, "sure": each.is_sure, "times": each.times}
            for each in made.turned
        ],
        "left": [each.as_json() for each in made.left],
    }

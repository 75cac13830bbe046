"""What the commands share: their options, the clock, and what happens when one fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from eitherway.machine import clock, mistakes
from eitherway.model.problems import EitherWayError, IncompleteWorkbook
from eitherway.words.days import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from eitherway_workbook.macros.interpreter import System

DONE, TO_MEND, NOTHING_DONE, BUG, INTERRUPTED = 0, 1, 3, 70, 130

SUFFIXES = (".xlsx", ".xlsm")
MANY = 20  # words, of which the first may be one file's name
_TYPED = f"{__name__}.typed"
NOTHING_WRITTEN = "Nothing was written."
WHOLE = "Each file is whole: as it was, or as it was to be."

Command = TypeVar("Command", bound=Callable[..., Any])


class Stopped(KeyboardInterrupt):
    """Ctrl+C, with what stands now in a sentence."""


@contextmanager
def stopping_at(words: str) -> Iterator[None]:
    """Where Ctrl+C in here leaves things, in a sentence."""
    try:
        yield
    except KeyboardInterrupt:
        raise Stopped(words) from None


class _Elsewhere(click.Command):
    """Stands for a command that is not loaded yet."""

    def __init__(self, name: str, module: str, function: str) -> None:
        super().__init__(name)
        self.module, self.function = module, function

    def loaded(self) -> click.Command:
        found: click.Command = getattr(import_module(self.module), self.function)
        return found


class Commands(click.Group):
    """The commands in the order of their declaration; faults end in two lines, bugs in a log file."""

    def elsewhere(self, module: str, *names: str, function: str = "") -> None:
        """Declare commands of a module beside this one, which is imported once one of them is wanted.

        `function` is what it calls one that is not named as its function.
        """
        for name in names:
            self.commands[name] = _Elsewhere(name, f"{__package__}.{module}", function or name)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, loaded."""
        command = self.commands.get(cmd_name)
        if isinstance(command, _Elsewhere):
            command = self.commands[cmd_name] = command.loaded()
        return command

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names as declared: what one needs first stands first."""
        return list(self.commands)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """The same as click's, but that Ctrl+C has our words from the first moment on."""
        try:
            return super().make_context(*args, **kwargs)
        except KeyboardInterrupt:
            click.echo(f"Stopped. {NOTHING_WRITTEN}", err=True)
            raise click.exceptions.Exit(INTERRUPTED) from None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The same as click's; what was typed is remembered, to be looked at where it fails."""
        ctx.meta[_TYPED] = args[:MANY]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; the only place where exceptions become exit statuses."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as stop:
            click.echo(f"Stopped. {stop if isinstance(stop, Stopped) else NOTHING_WRITTEN}", err=True)
            ctx.exit(INTERRUPTED)
        except IncompleteWorkbook as incomplete:
            for problem in incomplete.problems:
                click.echo(f"eitherway: {problem}", err=True)
            click.echo("Nothing was done.", err=True)
            ctx.exit(NOTHING_DONE)
        except EitherWayError as error:
            click.echo(f"eitherway: {error.what}\n{_in_quotes(ctx) or error.fix}", err=True)
            ctx.exit(NOTHING_DONE)
        except click.UsageError as wrong:
            if how := _in_quotes(ctx):
                raise click.UsageError(f"{wrong.format_message()}\n{how}", wrong.ctx) from None
            raise
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # the last is for `| head`, which click ends quietly
        except Exception as bug:  # a mistake of ours ends in a log file, never in a traceback
            said = f"Please report it with {mistakes.log(bug)}"
            click.echo(f"eitherway: stopped by a mistake of its own.\n{said}", err=True)
            ctx.exit(BUG)


def _in_quotes(ctx: click.Context) -> str:
    """What to do where several words are the name of one workbook, "" where none are."""
    typed: Sequence[str] = ctx.meta[_TYPED]
    spans = ((first, last) for last in range(2, len(typed) + 1) for first in range(last - 1))
    names = (" ".join(typed[first:last]) for first, last in spans)
    name = next((each for each in names if each.lower().endswith(SUFFIXES) and Path(each).is_file()), "")
    return f'A name with a blank in it stands in quotation marks: "{name}".' if name else ""


class _Day(click.ParamType[date]):
    """A day as people say it; --as-of, which comes first, is the day that "yesterday" is seen from."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        from eitherway.read.said_days import said_day

        day = said_day(value, (ctx.params.get("as_of") if ctx else None) or _today())
        if isinstance(day, str):
            self.fail(day, param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"{day} does not lie in the years {FIRST_YEAR} to {LAST_YEAR}.", param, ctx)
        return day


DAY = _Day()
now = clock.now


def system() -> System:
    """The machine that runs: the one place that asks for it."""
    from eitherway_workbook.macros.interpreter import System

    home = Path.home()
    local_data = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
    return System(sys.platform, home, local_data, Path(sys.prefix), Path(sys.executable))


def language() -> str:
    """The language that the system is set to, as "de_DE"; "" where it says none."""
    import locale

    name = locale.getlocale()[0] or ""
    return "" if name.casefold() in ("c", "posix") else name


def _today() -> date:
    return now().date()


# A file that may not be read is told of by the book itself, with exit status 3, not as wrong usage.
book = click.argument("book", type=click.Path(path_type=Path, readable=False))
who = click.argument("who", nargs=-1, required=True)
as_of = click.option(
    "--as-of",
    type=DAY,
    default=_today,
    is_eager=True,
    help="The day to work it out for.  [default: today]",
)
on = click.option(
    "--on",
    type=DAY,
    help="The day on which it happened: 2026-12-15, 15 Dec, yesterday.  [default: the day of --as-of]",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
dry_run = click.option("--dry-run", is_flag=True, help="Write nothing; print what would change.")
allow_empty = click.option(
    "--allow-empty", is_flag=True, help="Go on although a table has lost all its rows."
)

take_in = click.option(
    "--take-in", "take_rows_in", is_flag=True, help="Let tables take in the rows that stand under them."
)

no_proof = click.option("--no-proof", is_flag=True, help="Do not proofread the letters; takes less time.")
drop_signature = click.option(
    "--drop-signature", is_flag=True, help="Write a signed workbook; it loses its digital signature."
)


def reads(command: Command) -> Command:
    """The arguments of a command that reads a workbook."""
    return as_json(as_of(book(command)))


def writes(command: Command) -> Command:
    """The arguments of a command that writes a workbook."""
    return dry_run(drop_signature(take_in(allow_empty(reads(command)))))

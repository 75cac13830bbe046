"""How far a command is: on a terminal only, and gone when the work is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import click

from eitherway.command_line.lines import CLEARED, fitting, is_moving


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Show the stage that is under way."""
    with _moving() as say:
        yield lambda stage: say(f"{stage} ...")


@contextmanager
def counted(total: int) -> Iterator[Callable[[str], None]]:
    """Show how many of the workbooks are done, how long the others will take, and which was the last."""
    begun, done = monotonic(), 0
    with _moving() as say:

        def advance(path: str) -> None:
            nonlocal done
            done += 1
            minutes, seconds = divmod(round((monotonic() - begun) / done * (total - done)), 60)
            say(f"{done}/{total}  {minutes}:{seconds:02} left  {Path(*Path(path).parts[-2:])}")

        yield advance


@contextmanager
def _moving() -> Iterator[Callable[[str], None]]:
    """A line on stderr that is written over by the next one, and by nothing in the end."""
    if not is_moving(sys.stderr):
        yield lambda words: None
        return
    try:
        yield lambda words: click.echo(f"{CLEARED}{fitting(words)}", nl=False, err=True)
    finally:
        click.echo(CLEARED, nl=False, err=True)

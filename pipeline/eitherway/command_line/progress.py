"""How far a command is: on a terminal only, and gone when the work is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Show the stage that is under way."""
    if not sys.stderr.isatty():
        yield lambda stage: None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield lambda stage: status.update(f"{stage} ...")


@contextmanager
def counted(total: int) -> Iterator[Callable[[str], None]]:
    """Show how many of the workbooks are done, and the path of the last one."""
    if not sys.stderr.isatty():
        yield lambda path: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    from eitherway.batch.results import printable

    name = TextColumn("{task.description}", markup=False)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), name)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)

        def advance(path: str) -> None:
            bar.update(task, advance=1, description=printable(str(Path(*Path(path).parts[-2:]))))

        yield advance

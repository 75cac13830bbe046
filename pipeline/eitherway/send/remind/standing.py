"""How a reminder stands: whether its workbook, its program and the system's consent are still there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from eitherway.send.remind.job import Job
from eitherway.send.remind.morning import is_only_in_the_cloud
from eitherway.send.remind.schedulers import Run, Scheduler, run


class Standing(NamedTuple):
    """A reminder that the system's scheduler has, and what was found of it."""

    job: Job
    has_book: bool = True
    is_book_here: bool = True
    has_program: bool = True
    is_installed: bool = True
    is_heeded: bool = True

    @property
    def hour(self) -> str:
        """When it comes: "08:30"."""
        return self.job.at.isoformat("minutes")

    @property
    def trouble(self) -> tuple[str, str] | None:
        """What keeps it from reminding, and what to do; None where all is well. Commands have a line each."""
        again = f'eitherway remind "{self.job.book}" --at {self.hour}'
        ends = f'eitherway remind "{self.job.book}" --off'
        if not self.has_book:
            what = (
                f"The reminder at {self.hour} is for a workbook that is not there any more:\n{self.job.book}"
            )
            return what, f"If it was moved, set one for it where it is now; this one is ended by:\n{ends}"
        if not self.has_program or not self.is_installed:
            gone = "the Python that it starts is gone" if not self.has_program else "Either Way is not in it"
            what = f"The reminder at {self.hour} cannot start, as {gone}:\n{self.job.program}"
            return what, f"Set it anew, then it starts this one:\n{again}"
        if not self.is_heeded:
            return (
                f"The reminder at {self.hour} is switched off in the system's scheduler.",
                f"Type:\n{again}",
            )
        if not self.is_book_here:
            what = f"The reminder at {self.hour} cannot read its workbook, which is only in the cloud:"
            return f"{what}\n{self.job.book}", 'Choose "Always keep on this device" for it.'
        return None


def standing(scheduler: Scheduler, run: Run = run) -> list[Standing]:
    """All reminders, each looked at; its Python is started to see whether Either Way is in it."""
    return [_looked_at(job, scheduler, run) for job in scheduler.jobs()]


def _looked_at(job: Job, scheduler: Scheduler, run: Run) -> Standing:
    book, program = Path(job.book), Path(job.program)
    found = _status(book)
    return Standing(
        job,
        has_book=found is not None,
        is_book_here=found is None or not is_only_in_the_cloud(found),
        has_program=program.is_file(),
        is_installed=not program.is_file() or _is_installed(job.program, run),
        is_heeded=scheduler.heeds(job.name),
    )


def _status(book: Path) -> object:
    try:
        return book.stat()
    except OSError:
        return None


def _is_installed(program: str, run: Run) -> bool:
    looks: Sequence[str] = (program, "-c", "import eitherway")
    return run(looks, "").status == 0

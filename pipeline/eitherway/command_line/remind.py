"""`remind`: a notification each morning, through the system's own scheduler."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitherway.command_line import options
from eitherway.command_line.outcomes import say
from eitherway.model.problems import CannotAct, EitherWayError

if TYPE_CHECKING:
    from eitherway.send.remind.schedulers import Scheduler

TITLE = "Either Way"


class _Hour(click.ParamType[time]):
    name = "HH:MM"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> time:
        if isinstance(value, time):
            return value
        try:
            return datetime.strptime(str(value), "%H:%M").time()  # noqa: DTZ007 - a clock on the wall has no zone
        except ValueError:
            self.fail(f'"{value}" is no time of day. Write it as 08:30.', param, ctx)


@click.command(short_help="Be told each morning what is due.")
@options.book
@click.option("--at", type=_Hour(), help="Remind each day at this hour.")
@click.option("--off", is_flag=True, help="Remind no more.")
@click.option("--status", is_flag=True, help="Say whether a reminder is set, and can come.")
@click.option("--now", "fire", is_flag=True, help="Notify now, as the scheduler does: at most once a day.")
@options.as_json
def remind(*, book: Path, at: time | None, off: bool, status: bool, fire: bool, as_json: bool) -> None:
    """Be told each morning what is due in BOOK, without opening it.

    A notification such as "3 overdue, 1 due today. First: Carmen Delgado Ruiz, Northwind.", by Task Scheduler
    on Windows, launchd on macOS, systemd or cron on Linux. BOOK is only read. `doctor` looks at all.
    """
    if fire:
        _notify(book.absolute(), at or time(), as_json)
    elif off or status or at is None:
        _tell(book.absolute(), off=off, as_json=as_json)
    else:
        _set(book.absolute(), at, as_json)


def _set(book: Path, at: time, as_json: bool) -> None:
    from eitherway.send.remind.job import reminder

    _readable(book)
    _scheduler().on(reminder(book, at, _python()))
    hour = at.isoformat("minutes")
    words = f"Set: each day at {hour}. Once the workbook moves, set it anew; --off ends it."
    say({"workbook": str(book), "reminder": hour}, words, as_json)


def _tell(book: Path, *, off: bool, as_json: bool) -> None:
    from eitherway.send.remind.job import job_name
    from eitherway.send.remind.standing import standing

    scheduler, name = _scheduler(), job_name(book)
    was = scheduler.has(name)
    found = next((each for each in standing(scheduler) if each.job.name == name), None)
    hour = found.hour if found else None
    if off:
        scheduler.off(name)
        words = "The reminder is off." if was else "There was no reminder for this workbook."
    elif found and found.trouble:
        words = "\n".join(found.trouble)
    elif was:
        words = f"A reminder is set for this workbook{f', each day at {hour}' if hour else ''}."
    else:
        words = "No reminder is set: --at 08:30 sets one."
    said = {"workbook": str(book), "set": was and not off, "reminder": None if off else hour}
    say(said, words, as_json)
    sys.exit(options.TO_MEND if found and found.trouble and not off else options.DONE)


def _notify(book: Path, at: time, as_json: bool) -> None:
    from eitherway.send.remind.job import job_name
    from eitherway.send.remind.morning import is_time, words
    from eitherway.send.remind.notify import notifier

    now, told = options.now(), _told(job_name(book))
    if not is_time(now, at, _last(told)):
        return
    try:
        _readable(book)
        from eitherway.books.closed.book import ClosedBook
        from eitherway.run import look

        text, status = words(look(ClosedBook(book), now.date()).plan), options.DONE
    except EitherWayError as trouble:
        text, status = f"{trouble.what} {trouble.fix}", options.NOTHING_DONE
    shown = notifier(sys.platform)(TITLE, text) if text else True
    told.parent.mkdir(parents=True, exist_ok=True)
    told.write_text(now.date().isoformat(), encoding="ascii")
    say({"text": text, "shown": shown}, text or "Nothing is due.", as_json)
    sys.exit(status if shown else status or options.TO_MEND)


def _readable(book: Path) -> None:
    """Raises CannotAct where the file is not there, or only its name is."""
    from eitherway.send.remind.morning import is_only_in_the_cloud

    try:
        if is_only_in_the_cloud(book.stat()):
            raise CannotAct(
                f"{book.name} is only in the cloud.", 'Choose "Always keep on this device" for it.'
            )
    except OSError as trouble:
        raise CannotAct(
            f"{book} was not found.",
            "If it was moved, set the reminder anew: eitherway remind BOOK --at 08:30",
        ) from trouble


def _told(name: str) -> Path:
    """Where the day of the last notification stands."""
    return Path(click.get_app_dir("eitherway")) / "reminded" / name


def _last(told: Path) -> date | None:
    try:
        return date.fromisoformat(told.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None


def _scheduler() -> Scheduler:
    from eitherway.send.remind.schedulers import scheduler

    return scheduler(sys.platform, Path.home(), os.getuid() if hasattr(os, "getuid") else 0)


def _python() -> str:
    """The Python that runs; on Windows the one that opens no black window."""
    windowless = Path(sys.executable).with_name("pythonw.exe")
    return str(windowless if windowless.is_file() else sys.executable)

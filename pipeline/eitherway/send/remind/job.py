"""What a scheduler is asked to do each day: values, and the texts that each system's scheduler wants."""

from __future__ import annotations

import plistlib
import shlex
from collections.abc import Callable, Sequence
from datetime import time
from hashlib import sha256
from pathlib import PurePath
from subprocess import list2cmdline
from typing import NamedTuple
from xml.sax.saxutils import escape

from eitherway.send.remind.tools import notify_send, osascript

TASKS = "http://schemas.microsoft.com/windows/2004/02/mit/task"
"""The namespace of Task Scheduler's XML."""

NAME = "eitherway-"
SHELL = ("/bin/sh", "-c")


class Job(NamedTuple):
    """Each day at `at`: run `program` with `arguments`."""

    name: str
    at: time
    program: str
    arguments: Sequence[str]

    @property
    def command(self) -> list[str]:
        """The whole command, for what takes words."""
        return [self.program, *self.arguments]

    @property
    def book(self) -> str:
        """The path of the workbook that it reminds of."""
        words = [*self.arguments]
        return words[words.index("remind") + 1] if "remind" in words[:-1] else ""


def job_name(book: PurePath) -> str:
    """The same for the same workbook, whatever its path holds: "eitherway-1f3a90c2"."""
    return f"{NAME}{sha256(str(book).encode()).hexdigest()[:8]}"


def reminder(book: PurePath, at: time, python: str) -> Job:
    """The job that notifies about a workbook, whose path is absolute."""
    words = ("-m", "eitherway", "remind", str(book), "--now", "--at", at.isoformat("minutes"))
    return Job(job_name(book), at, python, words)


def task_xml(job: Job) -> str:
    """Windows' Task Scheduler (learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema).

    A start that was missed is made up for, on batteries too, and only while its user is logged on.
    """
    return f"""<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="{TASKS}">
  <RegistrationInfo><Description>Either Way: whom to write to today</Description></RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T{job.at.isoformat("seconds")}</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT5M</ExecutionTimeLimit>
    <Enabled>true</Enabled>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{escape(job.program)}</Command>
      <Arguments>{escape(list2cmdline(job.arguments))}</Arguments>
    </Exec>
  </Actions>
</Task>
"""


def launch_agent(job: Job) -> bytes:
    """MacOS' launchd (launchd.plist(5)): after sleep it makes up for the hour by itself, after a start of the
    machine by RunAtLoad; the job itself sees to it that it says so once a day.
    """
    wanted = {
        "Label": job.name,
        "ProgramArguments": _guarded(job, osascript, f"launchctl remove {job.name}"),
        "StartCalendarInterval": {"Hour": job.at.hour, "Minute": job.at.minute},
        "RunAtLoad": True,
        "ProcessType": "Background",
    }
    return plistlib.dumps(wanted)


def systemd_service(job: Job) -> str:
    """The service of a systemd user timer (systemd.service(5))."""
    ends = f"systemctl --user disable --now {job.name}.timer"
    command = " ".join(map(_systemd_quoted, _guarded(job, notify_send, ends)))
    what = "[Unit]\nDescription=Either Way: whom to write to today\n\n"
    return f"{what}[Service]\nType=oneshot\nExecStart={command}\n"


def systemd_timer(job: Job) -> str:
    """The timer (systemd.timer(5)): Persistent makes up for an hour at which the machine was off."""
    return (
        "[Unit]\nDescription=Either Way: whom to write to today\n\n"
        f"[Timer]\nOnCalendar=*-*-* {job.at.isoformat('seconds')}\nPersistent=true\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )


def cron_line(job: Job) -> str:
    """A line of crontab(5), known again by its end; a percent sign would be a line end there."""
    bus = "DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/$(id -u)/bus"
    guarded = _guarded(job, notify_send, f"crontab -e (the line that ends in {job.name})")
    command = shlex.join(guarded).replace("%", r"\%")
    return f"{job.at.minute} {job.at.hour} * * * {bus} {command} # {job.name}"


def _guarded(job: Job, shows: Callable[[str, str], list[str]], ends: str) -> list[str]:
    """The command within a shell, which says so where the program or its Python is not installed any more."""
    book = PurePath(job.book).name
    gone = (
        f"The reminder of {book} cannot start: Either Way is not installed any more. It is ended by: {ends}"
    )
    told = shlex.join(shows("Either Way", gone))
    script = f'"$0" -c "import eitherway" 2>/dev/null && exec "$0" "$@"; exec {told}'
    return [*SHELL, script, *job.command]


def _systemd_quoted(word: str) -> str:
    """systemd.service(5), "Command lines": quotes and backslashes, % for specifiers, $ for variables."""
    text = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{text}"'

"""The system's own scheduler: puts a job in, takes it out, says whether it is there."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, Protocol

from eitherway.machine.opening import NO_CONSOLE
from eitherway.model.problems import CannotAct
from eitherway.send.remind import job as texts
from eitherway.send.remind import read_back
from eitherway.send.remind.job import NAME, Job

SECONDS = 30


class Done(NamedTuple):
    """How a program ended."""

    status: int
    said: str = ""


Run = Callable[[Sequence[str], str], Done]
"""Runs a program, with a text as its input."""


def run(command: Sequence[str], given: str = "") -> Done:
    """Run it here; a program that is not there ends with 127, as in a shell."""
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=SECONDS,
            creationflags=NO_CONSOLE,
        )
    except (OSError, subprocess.TimeoutExpired) as trouble:
        return Done(127, str(trouble))
    return Done(done.returncode, done.stdout + done.stderr)


class Scheduler(Protocol):
    """What each of them can do; `name` is that of a job. Raises CannotAct where the system refuses."""

    def on(self, job: Job) -> None:
        """Put it in, in place of an earlier one of its name."""

    def off(self, name: str) -> None:
        """Take it out; where there is none, nothing happens."""

    def has(self, name: str) -> bool:
        """Whether it is there."""

    def heeds(self, name: str) -> bool:
        """Whether the system will run it: one that is there may have been switched off."""

    def jobs(self) -> list[Job]:
        """All reminders that are there, whatever their workbooks."""


class TaskScheduler(NamedTuple):
    """Windows."""

    run: Run = run

    def on(self, job: Job) -> None:
        """As the protocol says."""
        with TemporaryDirectory(prefix="eitherway-") as folder:
            file = Path(folder, "task.xml")
            file.write_text(texts.task_xml(job), encoding="utf-16")
            _must(self.run(["schtasks", "/Create", "/TN", job.name, "/XML", str(file), "/F"], ""))

    def off(self, name: str) -> None:
        """As the protocol says."""
        if self.has(name):
            _must(self.run(["schtasks", "/Delete", "/TN", name, "/F"], ""))

    def has(self, name: str) -> bool:
        """As the protocol says."""
        return self.run(["schtasks", "/Query", "/TN", name], "").status == 0

    def heeds(self, name: str) -> bool:
        """As the protocol says."""
        done = self._xml(name)
        return done.status == 0 and "<Enabled>false</Enabled>" not in done.said

    def jobs(self) -> list[Job]:
        """As the protocol says."""
        listed = self.run(["schtasks", "/Query", "/FO", "CSV", "/NH"], "").said
        names = dict.fromkeys(re.findall(rf'^"\\({NAME}[0-9a-f]+)"', listed, re.MULTILINE))
        return [job for name in names if (job := read_back.from_task_xml(name, self._xml(name).said))]

    def _xml(self, name: str) -> Done:
        return self.run(["schtasks", "/Query", "/TN", name, "/XML"], "")


class Launchd(NamedTuple):
    """macOS: a launch agent of the user's."""

    home: Path
    user: int
    run: Run = run

    def on(self, job: Job) -> None:
        """As the protocol says."""
        self.off(job.name)
        _write(self._file(job.name), texts.launch_agent(job))
        _must(self.run(["launchctl", "bootstrap", f"gui/{self.user}", str(self._file(job.name))], ""))

    def off(self, name: str) -> None:
        """As the protocol says."""
        if self.has(name):
            self.run(["launchctl", "bootout", f"gui/{self.user}/{name}"], "")
            self._file(name).unlink(missing_ok=True)

    def has(self, name: str) -> bool:
        """As the protocol says."""
        return self._file(name).is_file()

    def heeds(self, name: str) -> bool:
        """As the protocol says."""
        return self.run(["launchctl", "print", f"gui/{self.user}/{name}"], "").status == 0

    def jobs(self) -> list[Job]:
        """As the protocol says."""
        files = sorted(self._file("").parent.glob(f"{NAME}*.plist"))
        return [job for file in files if (job := read_back.from_launch_agent(file.stem, _content(file)))]

    def _file(self, name: str) -> Path:
        return self.home / "Library" / "LaunchAgents" / f"{name}.plist"


class Systemd(NamedTuple):
    """Linux: a timer of the user's own systemd."""

    home: Path
    run: Run = run

    def on(self, job: Job) -> None:
        """As the protocol says."""
        _write(self._file(job.name, "service"), texts.systemd_service(job).encode())
        _write(self._file(job.name, "timer"), texts.systemd_timer(job).encode())
        _must(self.run(["systemctl", "--user", "daemon-reload"], ""))
        _must(self.run(["systemctl", "--user", "enable", "--now", f"{job.name}.timer"], ""))

    def off(self, name: str) -> None:
        """As the protocol says."""
        if self.has(name):
            self.run(["systemctl", "--user", "disable", "--now", f"{name}.timer"], "")
            for kind in ("timer", "service"):
                self._file(name, kind).unlink(missing_ok=True)
            self.run(["systemctl", "--user", "daemon-reload"], "")

    def has(self, name: str) -> bool:
        """As the protocol says."""
        return self._file(name, "timer").is_file()

    def heeds(self, name: str) -> bool:
        """As the protocol says."""
        return self.run(["systemctl", "--user", "is-active", f"{name}.timer"], "").status == 0

    def jobs(self) -> list[Job]:
        """As the protocol says."""
        names = sorted(file.stem for file in self._file("", "timer").parent.glob(f"{NAME}*.timer"))
        return [job for name in names if (job := read_back.from_systemd(name, *self._texts(name)))]

    def _texts(self, name: str) -> list[str]:
        return [_content(self._file(name, kind)).decode(errors="replace") for kind in ("service", "timer")]

    def _file(self, name: str, kind: str) -> Path:
        return self.home / ".config" / "systemd" / "user" / f"{name}.{kind}"


class Cron(NamedTuple):
    """Linux without systemd: a line of the user's crontab, whose other lines stay as they are."""

    run: Run = run

    def on(self, job: Job) -> None:
        """As the protocol says."""
        self._set([*self._others(job.name), texts.cron_line(job)])

    def off(self, name: str) -> None:
        """As the protocol says."""
        if self.has(name):
            self._set(self._others(name))

    def has(self, name: str) -> bool:
        """As the protocol says."""
        return any(line.endswith(f"# {name}") for line in self._lines())

    def heeds(self, name: str) -> bool:
        """As the protocol says."""
        return self.has(name)

    def jobs(self) -> list[Job]:
        """As the protocol says."""
        ours = [line for line in self._lines() if f" # {NAME}" in line and not line.startswith("#")]
        return [job for line in ours if (job := read_back.from_cron(line))]

    def _others(self, name: str) -> list[str]:
        return [line for line in self._lines() if not line.endswith(f"# {name}")]

    def _lines(self) -> list[str]:
        listed = self.run(["crontab", "-l"], "")
        return listed.said.splitlines() if listed.status == 0 else []

    def _set(self, lines: list[str]) -> None:
        _must(self.run(["crontab", "-"], "".join(f"{line}\n" for line in lines)))


def scheduler(platform: str, home: Path, user: int) -> Scheduler:
    """That of this system. Raises CannotAct where there is none."""
    if platform == "win32":
        return TaskScheduler()
    if platform == "darwin":
        return Launchd(home, user)
    if run(["systemctl", "--user", "show-environment"]).status == 0:
        return Systemd(home)
    if shutil.which("crontab"):
        return Cron()
    raise CannotAct(
        "This system has no scheduler that Either Way knows (systemd or cron).",
        "Start `eitherway remind BOOK --now` each day from one of your own.",
    )


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except OSError as trouble:
        raise CannotAct(f"{file} cannot be written ({trouble.strerror}).", "Look at its folder.") from trouble


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _must(done: Done) -> None:
    if done.status:
        said = " ".join(done.said.split())
        what = f"The system's scheduler refused the reminder{f': {said}' if said else ''}."
        raise CannotAct(what, "Nothing was changed in the workbook.")

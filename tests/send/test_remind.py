"""The reminder: each system's unit as its scheduler reads it, put in and taken out in a home of its own."""

from __future__ import annotations

import os
import plistlib
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from eitherway.model.problems import CannotAct
from eitherway.send.remind.job import (
    Job,
    cron_line,
    job_name,
    launch_agent,
    reminder,
    systemd_service,
    systemd_timer,
    task_xml,
)
from eitherway.send.remind.morning import is_only_in_the_cloud, is_time
from eitherway.send.remind.notify import by_system_tool
from eitherway.send.remind.schedulers import Cron, Done, Launchd, Scheduler, Systemd, TaskScheduler

BOOK = PurePosixPath("/home/a b/100% & <\"odd\"> $x 'search'.xlsx")
JOB = reminder(BOOK, time(8, 30), shutil.which("env") or "/usr/bin/env")
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


class System:
    """The programs of a system that schedulers call: crontab and schtasks keep what they are given."""

    def __init__(self, status: int = 0) -> None:
        self.status = status
        self.called: list[list[str]] = []
        self.crontab, self.tasks = "0 7 * * * mine\n", dict[str, str]()

    def __call__(self, command: Sequence[str], given: str = "") -> Done:
        self.called.append(list(command))
        match list(command):
            case _ if self.status:
                return Done(self.status, "Access\nis denied.")
            case ["crontab", "-l"]:
                return Done(0, self.crontab)
            case ["crontab", "-"]:
                self.crontab = given
            case ["schtasks", "/Create", "/TN", name, "/XML", file, "/F"]:
                self.tasks[name] = Path(file).read_text(encoding="utf-16")
            case ["schtasks", "/Query", "/TN", name]:
                return Done(int(name not in self.tasks))
            case ["schtasks", "/Query", "/TN", name, "/XML"]:
                return Done(int(name not in self.tasks), self.tasks.get(name, ""))
            case ["schtasks", "/Query", "/FO", "CSV", "/NH"]:
                names = ["Microsoft\\Windows\\Defrag", *self.tasks]
                return Done(0, "".join(f'"\\{name}","N/A","Ready"\n' for name in names))
            case ["schtasks", "/Delete", "/TN", name, "/F"]:
                del self.tasks[name]
        return Done(0)


@pytest.fixture
def system() -> System:
    return System()


@pytest.fixture(params=["windows", "macos", "systemd", "cron"])
def scheduler(request: pytest.FixtureRequest, tmp_path: Path, system: System) -> Scheduler:
    every: dict[str, Scheduler] = {
        "windows": TaskScheduler(system),
        "macos": Launchd(tmp_path, 501, system),
        "systemd": Systemd(tmp_path, system),
        "cron": Cron(system),
    }
    return every[request.param]


def test_put_in_twice_and_taken_out_nothing_is_left(
    scheduler: Scheduler, system: System, tmp_path: Path
) -> None:
    assert not scheduler.has(JOB.name)
    scheduler.on(JOB)
    scheduler.on(JOB._replace(at=time(9)))
    assert scheduler.has(JOB.name)
    assert system.crontab.count(f"# {JOB.name}\n") <= 1
    scheduler.off(JOB.name)
    scheduler.off(JOB.name)
    assert not scheduler.has(JOB.name)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    assert (system.crontab, system.tasks) == ("0 7 * * * mine\n", {})


def test_a_refusal_is_one_sentence() -> None:
    with pytest.raises(CannotAct, match="refused the reminder: Access is denied"):
        TaskScheduler(System(status=1)).on(JOB)


def test_windows_makes_up_for_a_missed_start() -> None:
    task = ElementTree.fromstring(task_xml(JOB).partition("?>")[2])
    found = {each.tag.removeprefix(TASK): each.text for each in task.iter()}
    assert found["StartBoundary"] == "2026-01-01T08:30:00"
    assert found["StartWhenAvailable"] == "true"
    assert found["DisallowStartIfOnBatteries"] == "false"
    assert found["LogonType"] == "InteractiveToken"
    assert found["Command"] == JOB.program
    assert '"/home/a b/100% & <\\"odd\\"> $x \'search\'.xlsx"' in str(found["Arguments"])


def test_macos_starts_it_by_the_hour_and_after_a_start() -> None:
    agent = plistlib.loads(launch_agent(JOB))
    assert agent["StartCalendarInterval"] == {"Hour": 8, "Minute": 30}
    assert agent["RunAtLoad"] is True
    assert agent["ProgramArguments"][3:] == [JOB.program, *JOB.arguments]


def test_systemd_makes_up_for_a_missed_start() -> None:
    assert "OnCalendar=*-*-* 08:30:00\nPersistent=true\n" in systemd_timer(JOB)
    assert '100%% & <\\"odd\\"> $$x \'search\'.xlsx"' in systemd_service(JOB)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    files = [tmp_path / "eitherway-x.service", tmp_path / "eitherway-x.timer"]
    files[0].write_text(systemd_service(JOB))
    files[1].write_text(systemd_timer(JOB))
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", *files],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_cron_reads_the_command_back() -> None:
    minute, hour, *_, rest = cron_line(JOB).split(" ", 5)
    assert (minute, hour) == ("30", "8")
    words = shlex.split(rest.replace(r"\%", "%").rpartition(" # ")[0])
    assert words[-len(JOB.command) :] == JOB.command


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="Windows has no /bin/sh")
@pytest.mark.parametrize("text", ["launchd", "cron"])
@pytest.mark.parametrize("gone", ["nothing", "Either Way", "Python"])
def test_a_program_that_is_not_installed_any_more_is_told(text: str, gone: str, tmp_path: Path) -> None:
    for name, script in {
        "python": f'case $1 in -c) exit {int(gone == "Either Way")};; *) echo began "$@";; esac',
        "notify-send": 'echo told "$@"',
        "osascript": 'echo told "$@"',
    }.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    if gone == "Python":
        (tmp_path / "python").unlink()
    job = reminder(BOOK, time(8, 30), str(tmp_path / "python"))
    line = cron_line(job).split(" ", 7)[-1].rpartition(" # ")[0].replace(r"\%", "%")
    command = (
        plistlib.loads(launch_agent(job))["ProgramArguments"] if text == "launchd" else shlex.split(line)
    )
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": str(tmp_path)})
    if gone == "nothing":
        assert done.stdout == f"began {' '.join(job.arguments)}\n"
    else:
        assert done.stdout.startswith("told ")
        assert (
            f"The reminder of {BOOK.name} cannot start: Either Way is not installed any more." in done.stdout
        )
        assert job.name in done.stdout
    assert done.stderr == ""


def test_one_job_a_workbook() -> None:
    assert job_name(BOOK) == JOB.name
    assert job_name(PurePosixPath("/other.xlsx")) != JOB.name


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_words_are_never_commands(platform: str) -> None:
    called: list[tuple[list[str], str]] = []

    def run(command: Sequence[str], given: str) -> Done:
        called.append((list(command), given))
        return Done(0)

    text = '3 overdue. First: "; rm -rf $HOME `x`, Inc.'
    assert by_system_tool(platform, run)("Either Way", text)
    ((command, given),) = called
    assert text in command or given == f"Either Way\n{text}"
    assert not any(text in word for word in command if word != text)


def test_where_nothing_can_be_shown_it_says_so() -> None:
    assert not by_system_tool("linux", System(status=127))("a", "b")


def at(hour: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-20T{hour}")


@pytest.mark.parametrize(
    ("now", "last", "wanted"),
    [
        (at("08:29"), None, False),
        (at("08:30"), None, True),
        (at("23:00"), date(2026, 11, 19), True),
        (at("09:00"), date(2026, 11, 20), False),
    ],
)
def test_once_a_day_and_not_before_its_hour(now: datetime, last: date | None, wanted: bool) -> None:
    assert is_time(now, time(8, 30), last) is wanted


def test_a_file_that_only_the_cloud_has() -> None:
    assert is_only_in_the_cloud(SimpleNamespace(st_size=1, st_file_attributes=0x400000))
    assert is_only_in_the_cloud(SimpleNamespace(st_size=1, st_flags=0x40000000))
    assert not is_only_in_the_cloud(SimpleNamespace(st_size=1, st_file_attributes=0x20))
    assert not is_only_in_the_cloud(SimpleNamespace(st_size=1))


def test_the_job_runs_what_it_says() -> None:
    assert Job("n", time(8), "python", ["-m"]).command == ["python", "-m"]

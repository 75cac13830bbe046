"""The texts that a scheduler was given, read back as the job they are for; None where they are none."""

from __future__ import annotations

import plistlib
import re
import shlex
from collections.abc import Iterator, Sequence
from datetime import time
from xml.etree import ElementTree

from eitherway.send.remind.job import SHELL, TASKS, Job

_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_HOUR = re.compile(r"(\d\d):(\d\d)")


def from_task_xml(name: str, text: str) -> Job | None:
    """Of Windows' Task Scheduler, as `schtasks /Query /XML` prints it."""
    try:
        task = ElementTree.fromstring(text.partition("?>")[2] or text)
    except ElementTree.ParseError:
        return None
    found = {each.tag.removeprefix(f"{{{TASKS}}}"): each.text or "" for each in task.iter()}
    if "Command" not in found:
        return None
    words = [found["Command"], *windows_words(found.get("Arguments", ""))]
    return _job(name, found.get("StartBoundary", "")[11:], words)


def from_launch_agent(name: str, content: bytes) -> Job | None:
    """Of macOS' launchd."""
    try:
        agent = plistlib.loads(content)
        at = agent["StartCalendarInterval"]
        return _job(name, f"{at['Hour']:02}:{at['Minute']:02}", agent["ProgramArguments"])
    except (plistlib.InvalidFileException, KeyError, TypeError, ValueError):
        return None


def from_systemd(name: str, service: str, timer: str) -> Job | None:
    """Of a systemd user timer and its service."""
    command = next((line for line in service.splitlines() if line.startswith("ExecStart=")), "")
    at = next((line for line in timer.splitlines() if line.startswith("OnCalendar=")), "")
    return _job(name, at, [_unescaped(word) for word in _QUOTED.findall(command)])


def from_cron(line: str) -> Job | None:
    """Of a line of crontab."""
    command, _, name = line.rpartition(" # ")
    try:
        minute, hour, *rest = command.split(" ", 7)  # days, and the desktop's bus, which has a space in it
        words = shlex.split(rest[-1].replace(r"\%", "%"))
    except (IndexError, ValueError):
        return None
    return _job(name, f"{hour:>02}:{minute:>02}", words)


def windows_words(line: str) -> list[str]:
    """A command line's words, as Windows' programs take it apart (CommandLineToArgvW)."""
    return list(_windows_words(line))


def _windows_words(line: str) -> Iterator[str]:
    word, quoted, begun, at = "", False, False, 0
    while at < len(line):
        slashes = len(line) - at - len(line[at:].lstrip("\\"))
        at += slashes
        sign = line[at : at + 1]
        if sign == '"':
            word += "\\" * (slashes // 2)
            word, quoted = (f'{word}"', quoted) if slashes % 2 else (word, not quoted)
            begun, at = True, at + 1
            continue
        word += "\\" * slashes
        if sign in (" ", "\t", "") and not quoted:
            if word or begun:
                yield word
            word, begun = "", False
        else:
            word += sign
        at += 1
    if word or begun:
        yield word


def _unescaped(word: str) -> str:
    return re.sub(r"\\(.)", r"\1", word).replace("%%", "%").replace("$$", "$")


def _job(name: str, at: str, words: Sequence[str]) -> Job | None:
    hour = _HOUR.search(at)
    if tuple(words[:2]) == SHELL:
        words = words[3:]  # the third is what the shell says
    if hour is None or not words:
        return None
    return Job(name, time(int(hour[1]), int(hour[2])), words[0], tuple(words[1:]))

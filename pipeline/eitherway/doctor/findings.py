"""What the doctor says: one finding per topic, fine or with what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad it is: an error keeps the buttons from working, a warning may, or costs an extra."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


class Topic(StrEnum):
    """The stable names of what is looked at, as they stand in `--json` and in docs/excel.md."""

    EXCEL = "excel"
    PYTHON_FOUND = "python-found"
    PYTHON_STORE = "python-store"
    PYTHON_PATH = "python-path"
    PYTHON_SAME = "python-same"
    CHILD_PROCESSES = "child-processes"
    CMD = "cmd"
    APPLESCRIPT = "applescript"
    ADDIN = "addin"
    WORKBOOK = "workbook"
    SETTINGS = "settings"
    XLWINGS = "xlwings"
    PATH = "path"
    WEB_MARK = "web-mark"
    CLOUD = "cloud"
    TEMPLATES = "templates"
    LIBREOFFICE = "libreoffice"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: `what` is so, `fix` is what to do about it; empty where nothing is to be done.

    A line of its own in either is to be copied as it stands: a command, or a path.
    """

    topic: Topic
    level: Level
    what: str
    fix: str = ""

    def as_json(self) -> dict[str, str]:
        """The finding as `eitherway doctor --json` gives it: topic, level, what, fix."""
        return {"topic": self.topic.value, "level": self.level.value, "what": self.what, "fix": self.fix}


def ok(topic: Topic, what: str) -> Finding:
    """Nothing to do."""
    return Finding(topic, Level.OK, what)


def warning(topic: Topic, what: str, fix: str) -> Finding:
    """The buttons may work all the same."""
    return Finding(topic, Level.WARNING, what, fix)


def error(topic: Topic, what: str, fix: str) -> Finding:
    """The buttons do not work like this."""
    return Finding(topic, Level.ERROR, what, fix)

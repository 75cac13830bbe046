"""A rehearsal: clicks whose messages go into a file instead of before a person.

`eitherway doctor --try` puts the file beside its copy of the example; the buttons write there what they would
show, and take every question for answered with OK.
"""

from __future__ import annotations

import json
from pathlib import Path


def messages(workbook: Path) -> Path:
    """The file of a workbook's messages, a JSON string a line."""
    return workbook.parent / ".eitherway" / f"{workbook.name}.rehearsal"


def begin(workbook: Path) -> None:
    """Have the messages go into the file, which is empty then."""
    file = messages(workbook)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"")


def told(workbook: Path, message: str) -> bool:
    """Put down the message, if this workbook's are collected."""
    file = messages(workbook)
    if not file.is_file():
        return False
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(message) + "\n")
    return True


def heard(workbook: Path) -> list[str]:
    """The messages since the rehearsal began; a line that is still being written does not count."""
    *lines, _ = messages(workbook).read_text(encoding="utf-8").split("\n")
    return [str(json.loads(line)) for line in lines]

"""What the caseload calls its clients, and the way from it to their workbooks."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from eitherway.model.records import Flag, Link

LONGEST_IN_FORMULA = 255
"""Characters of a text within a formula (Microsoft, "Excel specifications and limits")."""

DONE, NOT_RUN, NOT_OURS = "done", "not run", "not ours"
NOT_REFUSED = (NOT_RUN, DONE, NOT_OURS)
"""In this order after what was refused or failed, which stands first."""


class Client(NamedTuple):
    """One workbook of the batch.

    `name` is whose it is, "" where it does not say; `follow_ups` are as docs/design.md, section 6 has them;
    `what` is why it was not done, or its first error. `silences`, `coming` and `problems` are those of
    `batch.results.Result`; `change` says what is other than in the caseload before.
    """

    path: str
    name: str
    state: str
    flags: Mapping[str, int]
    written: int
    held: int
    errors: int
    warnings: int
    follow_ups: Sequence[Mapping[str, Any]]
    what: str
    interviews_this_week: int = 0
    offers: int = 0
    silences: Sequence[Mapping[str, Any]] = ()
    coming: Sequence[Mapping[str, Any]] = ()
    problems: Sequence[Mapping[str, Any]] = ()
    change: str = ""

    @property
    def longest_silence(self) -> int | None:
        """Calendar days since the interview that has been without an answer for longest; None without one."""
        return max((int(each["days"]) for each in self.silences), default=None)

    @property
    def overdue(self) -> int:
        """How many follow-ups are overdue."""
        return self.flags.get(Flag.OVERDUE.value, 0)


class Names:
    """What each client is called, and the way to the workbook from the caseload's folder."""

    def __init__(self, clients: Sequence[Client], folder: Path) -> None:
        self._folder = folder
        self._root = _common([str(Path(client.path).parent) for client in clients])
        self._known = Counter(client.name for client in clients)

    def label(self, client: Client) -> str:
        """The client's name, with the file where others have the same; the file alone where there is none."""
        file = self._file(client.path)
        if not client.name:
            return file
        return client.name if self._known[client.name] == 1 else f"{client.name} ({file})"

    def link(self, client: Client) -> Link | str:
        """A link, unless a formula cannot hold it; `#` would part the file from a place in it, and `%`
        begins what stands for another character.
        """
        target = _relative(client.path, self._folder).replace(os.sep, "/")
        target = target.replace("%", "%25").replace("#", "%23")
        label = self.label(client)
        return label if max(len(target), len(label)) > LONGEST_IN_FORMULA else Link(target, label)

    def _file(self, path: str) -> str:
        """Its path below the folder that holds all of them."""
        return str(Path(_relative(path, self._root)).with_suffix("")).replace(os.sep, "/")


def _common(folders: Sequence[str]) -> str:
    try:
        return os.path.commonpath(folders)
    except ValueError:  # no folder at all, or some on another drive of Windows
        return ""


def _relative(path: str, folder: str | Path) -> str:
    try:
        return os.path.relpath(path, folder or None)
    except ValueError:  # another drive of Windows: there is no way there
        return path

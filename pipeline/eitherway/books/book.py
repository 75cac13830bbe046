"""The one protocol of all kinds of workbook, and where they stand."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from eitherway.model.records import CellEdit, Edits
from eitherway.model.tables import RawTable


def real_file(path: Path) -> Path:
    """The file that a symbolic link leads to; another path is left as it is, relative or not.

    Letters, backups and the user's own templates stand beside this file, whichever link it was opened by.
    """
    # Not Path.resolve: of links that lead round in a circle it raises RuntimeError (Python 3.11, 3.12).
    return Path(os.path.realpath(path)) if path.is_symlink() else path


class Prepared(Protocol):
    """A change that fits the workbook, and is not written yet."""

    @property
    def cells(self) -> Sequence[CellEdit]:
        """The cells that `write` changes, each with its text before and after."""

    def write(self, now: datetime) -> Sequence[CellEdit]:
        """Change the cells, all or none, and give those that did change; none changed writes no byte.

        `now` names the backup. Raises LockedWorkbook, ChangedWorkbook, CellsInTheWay.
        """


class Book(Protocol):
    """A workbook that can be read whole and changed all at once."""

    @property
    def path(self) -> Path:
        """The workbook's file, no link to it (`real_file`): letters go to folders beside it."""

    def read(self) -> Mapping[str, RawTable]:
        """Every Excel table by name. Raises UnreadableWorkbook."""

    def check_writable(self) -> None:
        """Raise LockedWorkbook if `apply` could not write now: open elsewhere, read-only, no space."""

    def prepare(self, edits: Edits) -> Prepared:
        """All that can be done of a change without writing: whether it fits, and which cells it changes.

        What has to be written elsewhere before the workbook tells of it is written in between. Raises
        CannotAct, CellsInTheWay.
        """

    def apply(self, edits: Edits, now: datetime) -> Sequence[CellEdit]:
        """`prepare` and `write` at once."""

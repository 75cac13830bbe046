"""What is wrong, where it is, and how to mend it.

Two kinds of trouble are kept apart. A `Problem` is a value: something in the user's workbook to mend; all of
them are reported at once and none stops the run. An `EitherWayError` is raised when nothing can be done at
all (the workbook is locked, unreadable, incomplete); a face catches it once and shows its two lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from eitherway.model.codes import Code, FindingCode, Severity


class Location(NamedTuple):
    """Where in the workbook: `sheet` always, the rest as far as it is known.

    `row` is Excel's row number (1 is the first), `letter` the column's letter, `column` its header.
    """

    sheet: str
    row: int = 0
    letter: str = ""
    column: str = ""
    table: str = ""

    @property
    def cell(self) -> str:
        """The cell's address within its sheet, "E7"; empty where the place is not a single cell."""
        return f"{self.letter}{self.row}" if self.letter and self.row else ""

    def __str__(self) -> str:
        place = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return f"{place} ({self.column})" if self.column else place


class Problem(NamedTuple):
    """One thing to mend: `message` says what is wrong, `fix` what to do, both as whole sentences.

    One with `fingerprints`, those of proofreading's findings, can be accepted unless it is an error.
    `sentence` is the letter's, with the words in question, where it shows them better than the cell.
    """

    code: Code | FindingCode
    severity: Severity
    where: Location
    message: str
    fix: str
    fingerprints: tuple[str, ...] = ()
    sentence: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.message} {self.fix}"

    def as_json(self) -> dict[str, str]:
        """The problem as docs/design.md, section 6 gives it: code, severity, where, message, fix.

        What can be accepted has a `fingerprint` besides, for `eitherway proof --accept`.
        """
        told = {
            "code": self.code.value,
            "severity": self.severity.value.lower(),
            "where": str(self.where),
            "message": self.message,
            "fix": self.fix,
        }
        more = {"fingerprint": " ".join(self.fingerprints), "sentence": self.sentence}
        return told | {name: text for name, text in more.items() if text}


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a row or a letter."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


class EitherWayError(Exception):
    """Nothing was done. `what` says why, `fix` what to do about it."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(f"{what} {fix}")
        self.what = what
        self.fix = fix


class UnreadableWorkbook(EitherWayError):
    """The file is missing, no workbook, encrypted or damaged."""


class LockedWorkbook(EitherWayError):
    """Another program has the workbook open, or the file or its folder cannot be written."""


class ChangedWorkbook(EitherWayError):
    """The file is no longer the one that was read."""


class CellsInTheWay(EitherWayError):
    """A table would have to grow over cells that are the user's."""


class CannotAct(EitherWayError):
    """What was asked for does not fit the workbook: no such row, already sent, nothing to undo."""


class EmptiedWorkbook(CannotAct):
    """A table that had rows has none; the user has to say that this was meant."""


class IncompleteWorkbook(EitherWayError):
    """A table or a column that the rules need is missing; `problems` holds all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(
            " ".join(str(problem) for problem in self.problems),
            "Nothing was done.",
        )

"""The nouns that travel between the stages: frozen values, no behaviour that reaches outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from eitherway.model.findings import Finding
from eitherway.model.letter_kinds import DEFAULT_TONE
from eitherway.model.problems import Location, Problem

if TYPE_CHECKING:
    import pandas as pd


class Flag(StrEnum):
    """What a conversation needs today, worst first: the order in which an application takes the worst."""

    FIX = "Fix"
    OVERDUE = "Overdue"
    DUE = "Due"
    SOON = "Soon"
    WAITING = "Waiting"
    GONE_QUIET = "Gone quiet"
    UPCOMING = "Upcoming"
    ANSWERED = "Answered"
    MOVED_ON = "Moved on"
    DONE = "Done"
    SKIPPED = "Skipped"
    CLOSED = "Closed"


ON_TODAYS_LIST = (Flag.OVERDUE, Flag.DUE, Flag.SOON)


@dataclass(frozen=True, slots=True)
class Link:
    """A clickable cell: Excel's HYPERLINK(target, text). `target` is a path relative to the workbook, with
    forward slashes, or `#'Sheet'!A1` for a cell of the same workbook.
    """

    target: str
    text: str

    @property
    def formula(self) -> str:
        """The formula without its equals sign, quotes doubled as Excel wants them."""
        target, text = (part.replace('"', '""') for part in (self.target, self.text))
        return f'HYPERLINK("{target}","{text}")'


class Formula(NamedTuple):
    """A formula as a value to set: its text, with or without the equals sign, and the value that it shows
    until it is worked out. Functions that are newer than Excel 2007 are spelled with their `_xlfn.`.
    """

    text: str
    shows: str | float | bool | date | time | timedelta | None = None


CellValue = str | int | float | bool | date | datetime | time | timedelta | Link | Formula | None
"""What a cell may be set to, and nothing else. None empties it; days and times are written as numbers of
days, in a style that shows them as such.
"""


class CellChange(NamedTuple):
    """Set one cell of a table: `row` is Excel's row number, `column` the header as the schema spells it."""

    table: str
    row: int
    column: str
    value: CellValue


class Rewrite(NamedTuple):
    """Replace all rows of a computed table; each row maps column names to values.

    `blank` is what a row holds that stands in the table without being one of them.
    """

    table: str
    rows: Sequence[Mapping[str, CellValue]]
    blank: Mapping[str, CellValue] = MappingProxyType({})


class Append(NamedTuple):
    """Add rows below the last one of a table."""

    table: str
    rows: Sequence[Mapping[str, CellValue]]


class Accepted(NamedTuple):
    """What the user found right: the `fingerprints` of all findings accepted so far, and what to write.

    `appends` are the new rows of the table Accepted. `answers` are what was typed in Problems and is to stay
    there, by the mark of its row.
    """

    fingerprints: frozenset[str] = frozenset()
    appends: Sequence[Append] = ()
    answers: Mapping[str, str] = MappingProxyType[str, str]({})
    problems: Sequence[Problem] = ()


class Growth(NamedTuple):
    """Let a table take in so many rows that stand under it, as they are."""

    table: str
    rows: int


class Widening(NamedTuple):
    """Give a table more columns, at its right end: each new one, and the column that it looks like."""

    table: str
    columns: Mapping[str, str]


class Edits(NamedTuple):
    """Everything one run writes, as one unit: all of it or nothing. Growths and widenings come first.

    `purpose` is what the list of backups and `undo` call it: "flags". Only a closed workbook gets `columns`.
    """

    cells: Sequence[CellChange] = ()
    rewrites: Sequence[Rewrite] = ()
    appends: Sequence[Append] = ()
    growths: Sequence[Growth] = ()
    widenings: Sequence[Widening] = ()
    purpose: str = ""


class CellEdit(NamedTuple):
    """A cell that a write did change, or would change: for `--dry-run` and for the closing message."""

    sheet: str
    cell: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The Settings table, with its defaults. Days are business days."""

    your_name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    country: str = "United States"
    region: str = ""
    language: str = "en-US"
    default_tone: str = DEFAULT_TONE
    greet_with: str = "Full name"
    letters_folder: str = "Letters"
    thank_you_by: str = "Email"
    email_with: str = "A file"
    soon_within: int = 2
    wait_without_date: int = 5
    days_between_letters: int = 3
    gone_quiet_after: int = 10
    work_search_goal: int | None = None


class Plan(NamedTuple):
    """What every conversation and application needs, as decided for one day.

    `conversations`: a row per Interviews row, in the workbook's order, with the columns `row` (Excel's row
    number), Application, Company, Role, Round, Date, Interviewer, Decision date (the one that counts, of the
    row's and the application's), Step, Due, Days overdue, Flag, Why and Channel (how the step goes out).
    `applications`: a row per Applications row with `row`, Application, Thanked, Next due, Flag, Last contact.
    Dates are datetime64 with NaT where there is none; text is "" where there is none; Days overdue is a
    nullable integer, business days.
    `owed`: the conversations again, as those see them who write: where a note after a no is offered, its row
    has that as the Step. `notes` are what Today asks for beside Why, by Excel row.
    """

    as_of: date
    conversations: pd.DataFrame
    applications: pd.DataFrame
    owed: pd.DataFrame
    notes: Mapping[int, str] = MappingProxyType({})


class Sending(NamedTuple):
    """What is to become of a run's letters once they stand: `make` makes it, and gives the problems it met.

    `drafts` are the paths of the e-mail drafts that it will leave, by row of Interviews.
    """

    make: Callable[[], Sequence[Problem]]
    drafts: Mapping[int, str] = MappingProxyType[int, str]({})


class LetterState(StrEnum):
    """What became of one letter."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Letter:
    """One document to merge: the conversation's Excel row, the template, the fields, and where it goes.

    `channel` says what it is: an e-mail (Email) or a letter (Post); where both are wanted there are two.

    `path` is relative to the workbook's folder, with forward slashes. `held` is the problem that keeps the
    letter from being written, if there is one. `template` is the template's name, "thank-you"; `where` and
    `template_where` are the cells that a problem with the letter or with its template points at,
    `tone_where` the one that says its tone.
    """

    row: int
    application: str
    interviewer: str
    step: str
    channel: str
    tone: str
    template: str
    path: str
    where: Location
    template_where: Location
    tone_where: Location
    fields: Mapping[str, object] = field(default_factory=dict)
    held: Problem | None = None


class LetterResult(NamedTuple):
    """A letter and what became of it."""

    letter: Letter
    state: LetterState


class Checked(NamedTuple):
    """A letter that was proofread: `findings` are those that the user has not accepted."""

    result: LetterResult
    findings: Sequence[Finding]


class Outcome(NamedTuple):
    """The whole result of a run, for a face to show; after a dry run, `edits` are what it would change.

    `marks` are the cells of the user's that were set on the user's word, `growths` the rows that tables took
    in.
    """

    plan: Plan
    problems: Sequence[Problem]
    letters: Sequence[LetterResult] = ()
    edits: Sequence[CellEdit] = ()
    marks: Sequence[CellChange] = ()
    dry_run: bool = False
    growths: Sequence[Growth] = ()

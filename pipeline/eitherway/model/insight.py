"""What the search tells: the figures of the Dashboard and of `stats`, and the week of `review`.

Frozen results; `decide.insight` works them out and says how in its docstrings, which docs/insight.md prints.
Days are calendar days unless they are called business days.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from eitherway.words.counting import count
from eitherway.words.days import short, short_with_year

FEW = 5
"""A rate from fewer is greyed: one more or less would turn it over."""

ENOUGH = 20
"""From fewer, no sentence says what is usual: only what was counted is told."""

STAGES = ("Applied", "Interview", "Second interview", "Offer", "Accepted")
"""How far an application may come."""

DAYS = tuple(range(4, 41, 4))
"""The days after an interview for which it is told how many had an answer."""

WEEKS = 12
"""The weeks for which letters are counted."""

WITHIN = 10
"""Business days in which what comes counts as following a letter."""

NO_GROUPS, NO_SILENCE = (
    "None yet: fill in that column of Applications.",
    "None: no interview is without an answer.",
)
"""What stands in place of them."""

GROUPS, SILENCES = 8, 10
"""The rows that the Dashboard has for sources, for industries and for silences."""

ABOUT = ("How far", "Sources", "Industries", "Answers", "Silence", "Letters")
"""What there is a sentence about."""

NOTHING_YET = (
    "Nothing to count yet: one row in Applications begins it.",
    "Nothing to compare yet.",
    "Nothing to compare yet.",
    "No interview has taken place yet.",
    "No interview has taken place yet.",
    "No letter has been sent yet.",
)
"""The sentences of a search that has not begun."""

NACE = (
    "For comparison, not your own figure: employers say that from interview to offer nearly 26 days pass on "
    "average (NACE 2022)."
)
"""National Association of Colleges and Employers, 2022."""


def percent(part: int, whole: int) -> int | None:
    """Whole percent, halves rounded up; None of nothing.

    >>> percent(1, 8), percent(0, 0)
    (13, None)
    """
    return (200 * part + whole) // (2 * whole) if whole else None


class Stage(NamedTuple):
    """How many applications ever reached a stage."""

    name: str
    applications: int
    percent: int | None


class Group(NamedTuple):
    """The applications of one Source or Industry; `name` is "" for those that name none."""

    name: str
    applications: int
    interviewed: int
    pending: int

    @property
    def percent(self) -> int | None:
        """The interview rate in whole percent."""
        return percent(self.interviewed, self.applications)


class AnswerTimes(NamedTuple):
    """How long interviews waited for an answer.

    Of the `interviews`, `dated` have an answer with its day, `undated` have one whose day is not known,
    `unanswered` have none yet, `withdrawn` were ended by the user before one came. The `counted` ones are
    those with a known number of days, of whatever state. `median` is in days, None where more than half have
    no answer yet. `by_day` gives for each day the percent that had an answer by then, None beyond what has
    been seen.
    """

    interviews: int
    counted: int
    dated: int
    undated: int
    unanswered: int
    withdrawn: int
    median: int | None
    by_day: Sequence[tuple[int, int | None]]

    @property
    def answered(self) -> int:
        """The interviews that have an answer."""
        return self.dated + self.undated


class Silence(NamedTuple):
    """An interview without an answer: whose, since which day, for how many days; the application's flag."""

    application: str
    company: str
    since: date
    days: int
    flag: str


class Followed(NamedTuple):
    """What came within ten business days of a step's letters; each letter counts once."""

    step: str
    letters: int
    answer: int
    interview: int
    nothing: int
    too_early: int


class Week(NamedTuple):
    """The letters sent in the week that begins on this Monday, by step."""

    monday: date
    letters: Sequence[int]


class Totals(NamedTuple):
    """The figures that stand alone."""

    applications: int
    open: int
    interviews: int
    offers: int
    to_write: int
    letters: int


class Said(NamedTuple):
    """What the figures say, in a sentence or two, and what it is about."""

    about: str
    words: str


class Insight(NamedTuple):
    """All of it, on one day. `steps` name the columns of a week; the last is any step of the user's own."""

    as_of: date
    totals: Totals
    funnel: Sequence[Stage]
    sources: Sequence[Group]
    industries: Sequence[Group]
    answers: AnswerTimes
    silence: Sequence[Silence]
    followed: Sequence[Followed]
    steps: Sequence[str]
    weeks: Sequence[Week]
    said: Sequence[Said] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has happened yet that could be counted."""
        return not self.totals.applications


class Event(NamedTuple):
    """Something of a week: its day, what it was, with whom, where."""

    day: date
    what: str
    who: str
    where: str

    @property
    def words(self) -> str:
        """What it was, with whom, where."""
        with_whom = ", ".join(part for part in (self.who, self.where) if part)
        return f"{self.what}: {with_whom}" if with_whom else self.what


class Review(NamedTuple):
    """Seven days up to `until`, and what comes in the seven after.

    `quiet_before` are the conversations that had gone quiet earlier. `begins` is the first day that the
    workbook knows of.
    """

    since: date
    until: date
    next_until: date
    met: Sequence[Event]
    sent: Sequence[Event]
    answered: Sequence[Event]
    gone_quiet: Sequence[Event]
    quiet_before: int
    next: Sequence[Event]
    begins: date | None

    @property
    def headline(self) -> str:
        """The week in a line."""
        if self.begins is None:
            return "Nothing to review yet: a row in Applications and one in Interviews begin it."
        if self.begins > self.until:
            return f"Nothing yet in these days: your search begins on {short_with_year(self.begins)}."
        parts = (
            count(len(self.sent), "letter sent", "letters sent"),
            count(len(self.answered), "answer"),
            count(len(self.met), "conversation"),
            f"{len(self.gone_quiet)} gone quiet",
        )
        return f"{', '.join(parts)}."

    @property
    def parts(self) -> Sequence[tuple[str, Sequence[Event]]]:
        """The parts of the page, each under its heading."""
        return (
            ("Sent", self.sent),
            ("Answered", self.answered),
            ("Met", self.met),
            ("Gone quiet", self.gone_quiet),
            (f"Next, until {short(self.next_until)}", self.next),
        )

    @property
    def days(self) -> str:
        """The days that it is about."""
        return f"{short(self.since)} to {short_with_year(self.until)}"

    @property
    def quiet_note(self) -> str:
        """What had gone quiet earlier, "" for nothing."""
        return (
            f"{count(self.quiet_before, 'conversation')} had gone quiet before." if self.quiet_before else ""
        )

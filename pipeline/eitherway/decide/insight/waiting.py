"""How long interviews wait for an answer, with those that still wait counted in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from eitherway.decide.insight.searched import Application
from eitherway.model.insight import DAYS, AnswerTimes, percent

WITHDRAWN = "Withdrawn"
HALF = Fraction(1, 2)


class State(Enum):
    """What became of the wait after an interview."""

    DATED = "answered"
    UNDATED = "answered on a day that is not known"
    UNANSWERED = "unanswered"
    WITHDRAWN = "withdrawn"


class Wait(NamedTuple):
    """The wait after one interview: how many days it lasted, or has lasted; None where that is not known."""

    application: Application
    interview: date
    state: State
    days: int | None


def waits(applications: Iterable[Application]) -> list[Wait]:
    """The wait after each interview that took place.

    An interview is *answered* by the application's latest reply on or after its day and before the next
    interview's; without one, by the next interview itself, on its day if that has come. The last interview is
    also answered by the decision (Decided on), which then counts, and by a Status of Offer, Accepted or
    Rejected; a reply after which a Decision by still lies, the row's or the application's, was a promise and
    answers nothing. Where an answer is certain but not its day, the day is *not known*. An application that
    you withdrew stops waiting on Decided on. All others are *unanswered*.
    """
    return [wait for each in applications for wait in _waits(each)]


def answer_times(found: Sequence[Wait]) -> AnswerTimes:
    """The median number of days from interview to answer, and how many had one by which day.

    *Median*: the first day by which half had an answer, as Kaplan and Meier reckon (1958). Day by day, of the
    interviews whose wait has lasted that long, the share that was answered on that day is taken off the share
    that still waits. So one that still waits counts as long as it has waited, and is neither left out, which
    would make the median too short, nor taken for an answer. Answers without a day are counted apart. *By day
    4, 8, ...*: the percent that had an answer by then; nothing beyond the longest wait seen.
    """
    lasted = [(each.days, each.state is State.DATED) for each in found if each.days is not None]
    steps = still_waiting(lasted)
    states = Counter(each.state for each in found)
    return AnswerTimes(
        interviews=len(found),
        counted=len(lasted),
        dated=states[State.DATED],
        undated=states[State.UNDATED],
        unanswered=states[State.UNANSWERED],
        withdrawn=states[State.WITHDRAWN],
        median=next((day for day, share in steps if share <= HALF), None),
        by_day=[(day, _by(day, steps, max((d for d, _ in lasted), default=-1))) for day in DAYS],
    )


def still_waiting(lasted: Sequence[tuple[int, bool]]) -> list[tuple[int, Fraction]]:
    """The share that still waits after each day on which an answer came (Kaplan and Meier).

    `lasted` gives the days of each wait, and whether an answer ended it.
    """
    answered = Counter(days for days, is_answered in lasted if is_answered)
    ended = Counter(days for days, _ in lasted)
    at_risk, share, steps = len(lasted), Fraction(1), []
    for day in sorted(ended):
        if answered[day]:
            share *= Fraction(at_risk - answered[day], at_risk)
            steps.append((day, share))
        at_risk -= ended[day]
    return steps


def _by(day: int, steps: Sequence[tuple[int, Fraction]], longest: int) -> int | None:
    share = next((share for at, share in reversed(steps) if at <= day), Fraction(1))
    if day > longest and share:
        return None
    return percent(share.denominator - share.numerator, share.denominator)


def _waits(application: Application) -> list[Wait]:
    past = application.took_place
    if not past:
        return []
    earlier = [_followed_up(application, day, after) for day, after in pairwise(application.interviews)]
    if len(application.interviews) > len(past):  # the last that took place is followed by one to come
        return earlier[: len(past)]
    return [*earlier, _last(application, past[-1])]


def _followed_up(application: Application, interview: date, following: date) -> Wait:
    replies = [day for day in application.replies if interview <= day < following]
    answered = max(replies, default=following if following <= application.as_of else None)
    return _answered(application, interview, answered)


def _last(application: Application, interview: date) -> Wait:
    as_of, decided = application.as_of, application.decided_on
    heard = decided if decided and interview <= decided <= as_of else None
    reply = max((day for day in application.replies if day >= interview), default=None)
    if application.status == WITHDRAWN:
        if reply and not _promised(application, interview, reply):
            return _answered(application, interview, reply)
        return Wait(application, interview, State.WITHDRAWN, (heard - interview).days if heard else None)
    if heard or application.is_offered or not application.is_open:
        return _answered(application, interview, heard or reply)
    if reply and not _promised(application, interview, reply):
        return _answered(application, interview, reply)
    return Wait(application, interview, State.UNANSWERED, (as_of - interview).days)


def _answered(application: Application, interview: date, day: date | None) -> Wait:
    if day is None:
        return Wait(application, interview, State.UNDATED, None)
    return Wait(application, interview, State.DATED, (day - interview).days)


def _promised(application: Application, interview: date, reply: date) -> bool:
    rows = (row.decision_by for row in application.rows if row.met == interview)
    return any(day and day > reply for day in (application.decision_by, *rows))

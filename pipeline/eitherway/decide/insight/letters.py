"""The letters that were sent: how many a week, and what came after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from eitherway.decide.business_days import BusinessDays
from eitherway.decide.insight.searched import Application, Row
from eitherway.decide.insight.waiting import WITHDRAWN
from eitherway.model.insight import WEEKS, WITHIN, Followed, Week
from eitherway.model.steps import STEPS

OWN_STEPS = "Own steps"
COLUMNS = (*STEPS, OWN_STEPS)


def letters_sent(rows: Sequence[Row], as_of: date) -> list[tuple[str, date]]:
    """A *letter sent* is a date in a column "S sent" of Interviews that is not to come: its step and day."""
    return [(step, day) for row in rows for step, day in row.sent if day <= as_of]


def letters_a_week(sent: Sequence[tuple[str, date]], as_of: date) -> list[Week]:
    """The letters sent in each of the last twelve weeks, Monday to Sunday, by step; today's is the last.

    Steps of the user's own count together.
    """
    counted: dict[tuple[date, str], int] = {}
    for step, day in sent:
        key = monday(day), step if step in STEPS else OWN_STEPS
        counted[key] = counted.get(key, 0) + 1
    mondays = [monday(as_of) - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    return [Week(each, [counted.get((each, step), 0) for step in COLUMNS]) for each in mondays]


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def followed(applications: Sequence[Application], as_of: date, calendar: BusinessDays) -> list[Followed]:
    """What came within ten business days of a letter, by step, as counts; each letter counts once.

    An *answer*: a reply of anybody of the application, or its decision (unless you withdrew), on the letter's
    day or later. Else an *interview*: the next one took place after the letter's day. Else *too early*: the
    ten business days are not over. Else *nothing*. That it came after a letter does not say that it came
    because of it.
    """
    letters = [
        (step, day, each)
        for each in applications
        for row in each.rows
        for step, day in row.sent
        if day <= as_of and step in STEPS
    ]
    starts = np.array([day for _, day, _ in letters], dtype="datetime64[D]")
    ends: list[date] = calendar.after(starts, WITHIN).tolist()
    counts = {step: {"answer": 0, "interview": 0, "nothing": 0, "too_early": 0} for step in STEPS}
    for (step, day, application), end in zip(letters, ends, strict=True):
        counts[step][_what(application, day, end)] += 1
    return [Followed(step, sum(found.values()), **found) for step, found in counts.items()]


def _what(application: Application, sent: date, end: date) -> str:
    if any(sent <= day <= end for day in _answers(application)):
        return "answer"
    if any(sent < day <= end for day in application.took_place):
        return "interview"
    return "too_early" if end > application.as_of else "nothing"


def _answers(application: Application) -> list[date]:
    decided = application.decided_on
    if decided and decided <= application.as_of and application.status != WITHDRAWN:
        return [*application.replies, decided]
    return application.replies

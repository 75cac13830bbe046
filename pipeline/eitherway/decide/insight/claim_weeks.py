"""The work-search log by claim weeks: what was done in each, beside the number that the user needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from eitherway.decide.insight.rules import Rule, Standing
from eitherway.decide.insight.work_search import WEEK, Activity, month_ending, week_ending
from eitherway.model.records import CellValue

MONDAY, SUNDAY = 0, 6
WEEKS_ON_THE_SHEET, MOST_ON_THE_SHEET = 13, 500
"""A quarter of a year, and the rows that are written anew by every run; the command lists any number."""

_SUNDAY_FIRST = ("US", "CA")
"""Where calendars begin a week with Sunday. The day on which a claim week begins is told by the office."""


class Reckoning(NamedTuple):
    """How weeks are counted: `rule` is the place's, None where none is known; `goal` is how many activities
    the user needs, None where nobody said; `begins` is the first day of a week, Monday 0; `monthly` where the
    number is one of months.
    """

    rule: Rule | None
    goal: int | None
    begins: int
    monthly: bool = False

    @property
    def day_is_known(self) -> bool:
        """Whether the place says on which day its weeks begin."""
        return self.rule is not None and self.rule.week_begins is not None

    def standing(self, activity: Activity) -> Standing:
        """What the place says of such an activity."""
        return self.rule.standing(activity.kind) if self.rule else Standing.NOT_KNOWN


class ClaimWeek(NamedTuple):
    """A week (or month) from `first` to `last`, both within it, and what was done in it.

    `counting`, `not_counting` and `not_known` are how many of its activities the place lists so.
    """

    first: date
    last: date
    activities: tuple[Activity, ...]
    counting: int
    not_counting: int
    not_known: int


def reckoning(
    rule: Rule | None, country_code: str | None, *, goal: int | None, begins: int | None = None
) -> Reckoning:
    """How to count at a place, by the user's own number and first day where there are any."""
    usual = SUNDAY if country_code in _SUNDAY_FIRST else MONDAY
    of_place = rule.week_begins if rule else None
    first = next(day for day in (begins, of_place, usual) if day is not None)
    number = goal if goal is not None else rule.activities if rule else None
    return Reckoning(rule, number, first, rule is not None and rule.per == "month")


def claim_weeks(activities: Sequence[Activity], how: Reckoning, first: date, last: date) -> list[ClaimWeek]:
    """All weeks that touch the days from `first` to `last`, those without an activity too.

    Of a week that begins before `first` or ends after `last`, only the days within count.
    """
    within = [each for each in activities if first <= each.day <= last]
    found: dict[date, list[Activity]] = {end: [] for end in _ends(how, first, last)}
    for each in within:
        found[_end(how, each.day)].append(each)
    return [_week(how, end, rows) for end, rows in found.items()]


def first_on_the_sheet(how: Reckoning, as_of: date) -> date:
    """The first day of the sheet Work search."""
    return week_ending(as_of, how.begins) - WEEKS_ON_THE_SHEET * WEEK + timedelta(days=1)


def log_rows(activities: Sequence[Activity], how: Reckoning, as_of: date) -> list[dict[str, CellValue]]:
    """The rows of the sheet Work search: the last 13 weeks up to `as_of`, the latest 500 of them."""
    first = first_on_the_sheet(how, as_of)
    recent = [each for each in activities if each.day >= first][-MOST_ON_THE_SHEET:]
    said = _said_by_period(activities, how, recent)
    return [
        {
            "Week ending": week_ending(each.day, how.begins),
            "Date": each.day,
            "Kind": each.kind.value,
            "Employer": each.employer or None,
            "Position and reference": each.position or None,
            "Person and title": each.person or None,
            "How": each.how or None,
            "Employer contact": each.contact or None,
            "Result": each.result or None,
            "Proof": each.proof or None,
            "For your office": how.standing(each).value.capitalize(),
            "Of your number": said[_end(how, each.day)],
        }
        for each in recent
    ]


def said_of(week: ClaimWeek, how: Reckoning) -> str:
    """The week's count in words: "2 of 3 listed as counting, 1 not known"; nothing counts that is not known.
    More than is needed: "5 listed as counting, 3 needed".

    A place of which nothing is known has activities only: "4 activities; your number is 3".
    """
    number = len(week.activities)
    done = f"{number or 'no'} {'activity' if number == 1 else 'activities'}"
    if how.rule is None or not how.rule.counts:
        return f"{done}; your number is {how.goal}" if how.goal is not None else done
    more = how.goal is not None and week.counting > how.goal
    listed = f"{week.counting}" if how.goal is None or more else f"{week.counting} of {how.goal}"
    told = [f"{listed} {Standing.COUNTS}", *([f"{how.goal} needed"] if more else [])]
    told += [f"{week.not_counting} {Standing.DOES_NOT}"] if week.not_counting else []
    told += [f"{week.not_known} {Standing.NOT_KNOWN}"] if week.not_known else []
    return ", ".join(told)


def _said_by_period(
    activities: Sequence[Activity], how: Reckoning, recent: Sequence[Activity]
) -> dict[date, str]:
    """Of each period that holds a recent activity, its count in words, the whole period's."""
    wanted: dict[date, list[Activity]] = {_end(how, each.day): [] for each in recent}
    for each in activities:
        if (end := _end(how, each.day)) in wanted:
            wanted[end].append(each)
    return {end: said_of(_week(how, end, rows), how) for end, rows in wanted.items()}


def first_of(how: Reckoning, day: date) -> date:
    """The first day of the week or month that holds `day`."""
    end = _end(how, day)
    return end.replace(day=1) if how.monthly else end - WEEK + timedelta(days=1)


def _week(how: Reckoning, end: date, rows: Sequence[Activity]) -> ClaimWeek:
    found = Counter(how.standing(each) for each in rows)
    first = first_of(how, end)
    counts = (found[Standing.COUNTS], found[Standing.DOES_NOT], found[Standing.NOT_KNOWN])
    return ClaimWeek(first, end, tuple(rows), *counts)


def _end(how: Reckoning, day: date) -> date:
    return month_ending(day) if how.monthly else week_ending(day, how.begins)


def _ends(how: Reckoning, first: date, last: date) -> Iterator[date]:
    end = _end(how, first)
    yield end
    while end < last:
        end = _end(how, end + timedelta(days=1))
        yield end

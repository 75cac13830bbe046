"""The demo's rows: a job search that is in every state of the cadence on the day that it is made.

All people, firms and addresses are made up; e-mail domains end in `.example` (RFC 2606).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from holidays import country_holidays

from eitherway.model.schema import APPLICATIONS, DAYS_OFF, INTERVIEWERS, INTERVIEWS, SETTINGS
from eitherway_workbook.example.applications import applications
from eitherway_workbook.example.interviewers import interviewers
from eitherway_workbook.example.interviews import interviews

COUNTRY = "United States"
SPAN = timedelta(days=200)


class BusinessDays:
    """Business days counted from one day: 0 is the last on or before it, 1 the next one, -1 the one before.

    Monday to Friday less the public holidays of `COUNTRY`, within 200 days on either side.
    """

    def __init__(self, today: date) -> None:
        first = today - SPAN
        closed = country_holidays("US", years=range(first.year, (today + SPAN).year + 1))
        span = (first + timedelta(days=number) for number in range(2 * SPAN.days))
        self._days = [day for day in span if day.weekday() < 5 and day not in closed]
        self._today = bisect_right(self._days, today) - 1

    def __call__(self, number: int) -> date:
        return self._days[self._today + number]


def example(today: date) -> Mapping[str, Sequence[Mapping[str, object]]]:
    """The rows of the demo's tables by table, for `build`; the same day gives the same rows.

    Every `records.Flag` occurs on `today`, be it a business day or not, under the default cadence. Among
    the rows are the slips that people make: a title and two names in the place of one name, an interviewer
    who is not listed yet, and a conversation without a word on what was said.
    """
    day = BusinessDays(today)
    return {
        APPLICATIONS.name: applications(day),
        INTERVIEWERS.name: interviewers(),
        INTERVIEWS.name: interviews(day),
        SETTINGS.name: [{"Name": name, "Value": value} for name, value in SENDER.items()],
        # Outside the days over which the conversations' business days are counted.
        DAYS_OFF.name: [
            {"Date": day(-62), "Why": "Moving house"},
            {"Date": day(31), "Why": "Grandmother's ninetieth birthday"},
            {"Date": day(32), "Why": "The journey home"},
        ],
    }


SENDER = {
    "Your name": "Maya Lindqvist",
    "Email": "maya.lindqvist@mail.example",
    "Phone": "(503) 555-0142",
    "Address": "214 Alder Street, Apt 3\nPortland, OR 97205",
    "Country": COUNTRY,
    "Language": "en-US",
}
